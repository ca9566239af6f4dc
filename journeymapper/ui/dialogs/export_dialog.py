"""What to ask before an export: the paper of a PDF, the resolution of a picture."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QRadioButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from journeymapper.document.priorities import has_any
from journeymapper.exchange.options import ExportOptions
from journeymapper.exchange.png import PictureSizeError, pixel_size
from journeymapper.i18n import _, ngettext
from journeymapper.layout.map_layout import MapLayout
from journeymapper.layout.pages import OWN_SIZE, PAPERS, Page, page_for, paper_for_text, paper_named
from journeymapper.style.typography import HINT
from journeymapper.ui.dialogs.buttons import button_row

#: Text smaller than this on paper, in points, is hard to read.
_HARD_TO_READ = 5.0

_FIRST_DPI = 144
_LEAST_DPI, _MOST_DPI = 24, 2400
_POINTS_PER_MM = 72 / 25.4


def wants_notes(chosen: Mapping[str, str]) -> bool:
    """Tell whether notes are to be printed, from what was chosen before."""
    return chosen.get("notes") == "yes"


def wants_personas(chosen: Mapping[str, str]) -> bool:
    """Tell whether personas are to be printed, from what was chosen before."""
    return chosen.get("personas") == "yes"


def has_personas(layout: MapLayout) -> bool:
    """Tell whether there are personas to print."""
    return bool(layout.document.indexes.personas)


def wants_priorities(chosen: Mapping[str, str]) -> bool:
    """Tell whether priorities are to be printed, from what was chosen before."""
    return chosen.get("priorities") == "yes"


def has_priorities(layout: MapLayout) -> bool:
    """Tell whether there are priorities to print."""
    return has_any(layout.document)


def smallness_words(page: Page) -> str:
    """Return that words come out too small to be read well on a page, or "" where they do not."""
    smallest = HINT.size * page.scale
    if smallest >= _HARD_TO_READ:
        return ""
    words = _("The smallest words will be {size} pt high: hard to read on paper of this size.")
    return words.format(size=round(smallest, 1))


def less_of_lanes_words(layout: MapLayout) -> str:
    """Return how many lanes come out as less than whole, collapsed or not at all; "" where none does."""
    hidden = len(layout.lanes) - len(layout.shown_lanes)
    collapsed = sum(layout.lanes[lane].is_collapsed for lane in layout.shown_lanes)
    if not collapsed:
        words = ngettext(
            "{count} lane is hidden and left out.", "{count} lanes are hidden and left out.", hidden
        )
        return words.format(count=hidden) if hidden else ""
    if not hidden:
        return ngettext(
            "{count} lane is collapsed and comes out like that.",
            "{count} lanes are collapsed and come out like that.",
            collapsed,
        ).format(count=collapsed)
    return _("{collapsed} and {hidden}; they come out like that.").format(
        collapsed=ngettext("{count} lane is collapsed", "{count} lanes are collapsed", collapsed).format(
            count=collapsed
        ),
        hidden=ngettext("{count} is hidden", "{count} are hidden", hidden).format(count=hidden),
    )


class _ExportDialog(QDialog):
    """A form over a line that says what will come out."""

    def __init__(self, title: str, layout: MapLayout, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.layout_ = layout
        self.form = QFormLayout()
        self.form.setVerticalSpacing(9)
        self.outcome = QLabel(self)
        self.outcome.setWordWrap(True)
        self.outcome.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self.outcome.setTextFormat(Qt.TextFormat.PlainText)
        self.outcome.setMinimumHeight(4 * self.fontMetrics().height())
        self.outcome.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.buttons = button_row(self, QDialogButtonBox.StandardButton.Cancel)
        self.export = self.buttons.addButton(_("Export…"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.export.setDefault(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 16)
        column.setSpacing(12)
        column.addLayout(self.form)
        column.addWidget(self.outcome)
        column.addStretch(1)
        column.addWidget(self.buttons)
        self.setMinimumWidth(420)

    def say_outcome(self, *sentences: str) -> None:
        """Say what will come out, and below it, which lanes will not be whole."""
        words = " ".join(sentence for sentence in sentences if sentence)
        self.outcome.setText("\n".join(line for line in (words, less_of_lanes_words(self.layout_)) if line))


class PdfDialog(_ExportDialog):
    """Asks for the paper of a PDF, and says how large the words will be on it."""

    def __init__(self, layout: MapLayout, before: Mapping[str, str], parent: QWidget | None) -> None:
        """Propose what was chosen ``before``."""
        super().__init__(_("Export PDF"), layout, parent)
        self.paper = QComboBox(self)
        self.paper.addItem(_("As large as the map"), OWN_SIZE)
        for name in PAPERS:
            self.paper.addItem(name, name)
        self.paper.setAccessibleName(_("Paper"))
        self.form.addRow(_("Paper"), self.paper)
        known = paper_named(before.get("paper", OWN_SIZE)) or OWN_SIZE
        self.paper.setCurrentIndex(self.paper.findData(known))
        self.notes = QCheckBox(_("Add the notes, numbered"), self)
        self.notes.setEnabled(bool(layout.notes))
        self.notes.setChecked(bool(layout.notes) and wants_notes(before))
        self.form.addRow("", self.notes)
        self.personas = QCheckBox(_("Add a page for each persona"), self)
        self.personas.setEnabled(has_personas(layout))
        self.personas.setChecked(has_personas(layout) and wants_personas(before))
        self.form.addRow("", self.personas)
        self.priorities = QCheckBox(_("Add the priorities"), self)
        self.priorities.setEnabled(has_priorities(layout))
        self.priorities.setChecked(has_priorities(layout) and wants_priorities(before))
        self.form.addRow("", self.priorities)
        self.paper.currentIndexChanged.connect(self._say)
        self.notes.toggled.connect(self._say)
        self.personas.toggled.connect(self._say)
        self.priorities.toggled.connect(self._say)
        self._say()

    def _say(self) -> None:
        name = self.paper.currentData()
        page = page_for(self.layout_.width, self.layout_.height, name)
        lines = [_("One page of {size}.").format(size=_size_words(page.width, page.height))]
        if page.scale < 1:
            lines.append(_("The map is made smaller to {percent} %.").format(percent=round(100 * page.scale)))
        lines.append(smallness_words(page))
        self.say_outcome(*lines, self._say_notes(page), self._say_personas(page), self._say_priorities(page))

    def _say_notes(self, page: Page) -> str:
        """Return what becomes of the notes."""
        count = self.layout_.notes
        if not count:
            return _("No card that can be seen has a note.")
        if not self.notes.isChecked():
            return ""
        words = ngettext(
            "{count} note follows on paper of {size}.", "{count} notes follow on paper of {size}.", count
        )
        return words.format(count=count, size=self._following_size(page))

    def _say_personas(self, page: Page) -> str:
        """Return what becomes of the personas."""
        count = len(self.layout_.document.indexes.personas)
        if not self.personas.isChecked():
            return ""
        words = ngettext(
            "{count} persona follows on paper of {size}.",
            "{count} personas follow on paper of {size}.",
            count,
        )
        return words.format(count=count, size=self._following_size(page))

    def _say_priorities(self, page: Page) -> str:
        """Return what becomes of the priorities."""
        if not self.priorities.isChecked():
            return ""
        return _("The priorities follow on paper of {size}.").format(size=self._following_size(page))

    def _following_size(self, page: Page) -> str:
        return _size_words(*paper_for_text(page, self.paper.currentData()))

    def options(self) -> ExportOptions:
        """Return what is chosen."""
        return ExportOptions(
            paper=self.paper.currentData(),
            notes=self.notes.isChecked(),
            personas=self.personas.isChecked(),
            priorities=self.priorities.isChecked(),
        )

    @classmethod
    def ask(cls, layout: MapLayout, before: Mapping[str, str], parent: QWidget) -> ExportOptions | None:
        """Ask, and return the options, or None when the user gives up."""
        dialog = cls(layout, before, parent)
        try:
            return dialog.options() if dialog.exec() else None
        finally:
            dialog.deleteLater()


def _size_words(width: float, height: float) -> str:
    """Return a size given in points in words."""
    return _("{width} × {height} mm").format(
        width=round(width / _POINTS_PER_MM), height=round(height / _POINTS_PER_MM)
    )


class PngDialog(_ExportDialog):
    """Asks for the resolution and the ground of a picture, and says how many pixels it will have."""

    def __init__(self, layout: MapLayout, before: Mapping[str, str], parent: QWidget | None) -> None:
        """Propose what was chosen ``before``."""
        super().__init__(_("Export picture"), layout, parent)
        self.dpi = QSpinBox(self)
        self.dpi.setRange(_LEAST_DPI, _MOST_DPI)
        self.dpi.setSuffix(_(" dpi"))
        chosen = before.get("dpi", "")
        self.dpi.setValue(int(chosen) if chosen.isdecimal() else _FIRST_DPI)
        self.dpi.setAccessibleName(_("Resolution"))
        self.white = QRadioButton(_("White"), self)
        self.transparent = QRadioButton(_("Transparent"), self)
        grounds = QButtonGroup(self)
        row = QHBoxLayout()
        for button in (self.white, self.transparent):
            grounds.addButton(button)
            row.addWidget(button)
        row.addStretch(1)
        (self.transparent if before.get("transparent") == "yes" else self.white).setChecked(True)
        self.form.addRow(_("Resolution"), self.dpi)
        self.form.addRow(_("Background"), row)
        self.dpi.valueChanged.connect(self._say)
        self._say()

    def _say(self) -> None:
        try:
            width, height = pixel_size(self.layout_, self.options())
        except PictureSizeError as error:
            self.outcome.setText(str(error))
            self.export.setEnabled(False)
            return
        self.export.setEnabled(True)
        self.say_outcome(
            _("The picture will have {width} × {height} pixels.").format(width=width, height=height)
        )

    def options(self) -> ExportOptions:
        """Return what is chosen."""
        return ExportOptions(dpi=float(self.dpi.value()), transparent=self.transparent.isChecked())

    @classmethod
    def ask(cls, layout: MapLayout, before: Mapping[str, str], parent: QWidget) -> ExportOptions | None:
        """Ask, and return the options, or None when the user gives up."""
        dialog = cls(layout, before, parent)
        try:
            return dialog.options() if dialog.exec() else None
        finally:
            dialog.deleteLater()
