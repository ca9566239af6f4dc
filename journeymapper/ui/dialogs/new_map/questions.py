"""The three questions on one calm page: each can be left out."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QPalette
from PySide6.QtWidgets import (
    QFormLayout,
    QFrame,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from journeymapper.guide.businesses import Business
from journeymapper.guide.templates.answers import Answers
from journeymapper.i18n import _
from journeymapper.ui.appearance import Appearance
from journeymapper.ui.icons import tinted
from journeymapper.ui.plain_words import as_tip

_ENTER: Final = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_ANY_BUSINESS_ICON: Final = "dots-horizontal"
_ICON_SIZE: Final = QSize(20, 20)

#: Rows of businesses that are seen at least.
_FEWEST_ROWS: Final = 4


class Questions(QWidget):
    """Asks whose journey it is, from what to what, and for which kind of business."""

    #: Another answer is given.
    changed = Signal()
    #: Enter was pressed at the end: a map is to be made.
    asked = Signal()

    def __init__(self, businesses: Sequence[Business], appearance: Appearance, parent: QWidget) -> None:
        """Offer these kinds of business; nothing is answered yet."""
        super().__init__(parent)
        self._businesses = {business.id: business for business in businesses}
        self.whose = self._line(_("For example: Ilze, 34, teacher"))
        self.start = self._line(_("noticing that the old laptop is slow"))
        self.end = self._line(_("telling a friend about the new one"))
        self.business = QListWidget(self)
        self.brings = QLabel(self)
        self._area = QScrollArea(self)
        self._lay_out(appearance)
        self.business.currentItemChanged.connect(self.changed)
        self.business.itemDoubleClicked.connect(self.asked)
        self.business.installEventFilter(self)
        for field in (self.whose, self.start, self.end):
            field.textChanged.connect(self.changed)
            field.installEventFilter(self)

    def _line(self, example: str) -> QLineEdit:
        field = QLineEdit(self)
        field.setPlaceholderText(example)
        field.setMinimumHeight(32)
        field.setTextMargins(6, 0, 6, 0)
        return field

    def _lay_out(self, appearance: Appearance) -> None:
        who = QLabel(_("A name and a few words about one typical customer."), self)
        for label in (who, self.brings):
            palette = label.palette()
            palette.setColor(label.foregroundRole(), appearance.muted)
            label.setPalette(palette)
            label.setWordWrap(True)
        page = QWidget(self)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 14, 0)
        column.setSpacing(6)
        column.addWidget(self._title(_("1  Whose journey is it?"), self.whose))
        column.addWidget(self.whose)
        column.addWidget(who)
        column.addSpacing(16)
        column.addWidget(self._title(_("2  From what to what?"), self.start))
        form = QFormLayout()
        form.setContentsMargins(0, 0, 0, 0)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.addRow(_("From"), self.start)
        form.addRow(_("to"), self.end)
        column.addLayout(form)
        column.addSpacing(16)
        column.addWidget(self._title(_("3  Which kind of business is it?"), self.business))
        column.addWidget(self.business, 1)
        column.addWidget(self.brings)
        for field, name in (
            (self.whose, _("Whose journey is it?")),
            (self.start, _("From what?")),
            (self.end, _("To what?")),
            (self.business, _("Which kind of business is it?")),
        ):
            field.setAccessibleName(name)
        self.business.setIconSize(_ICON_SIZE)
        self.business.setSpacing(1)
        self.business.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        row = max(_ICON_SIZE.height(), self.fontMetrics().height()) + 8
        self.business.setMinimumHeight(_FEWEST_ROWS * row)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidget(page)
        page.setAutoFillBackground(False)
        self._area.viewport().setAutoFillBackground(False)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._area)

    def _title(self, words: str, field: QWidget) -> QLabel:
        label = QLabel(words, self)
        font = QFont(label.font())
        font.setPointSizeF(1.15 * font.pointSizeF())
        font.setBold(True)
        label.setFont(font)
        label.setWordWrap(True)
        label.setBuddy(field)
        return label

    def say_what_business_brings(self, stages: bool) -> None:
        """Say what an answer to the last question does: it brings stages, or only stands below the title."""
        said = _("It brings its own stages, steps and hints.")
        self.brings.setText(said if stages else _("It stands below the title; the stages stay."))

    def offer(self, audience: str, palette: QPalette) -> None:
        """Offer the kinds of business that sell to an audience; the chosen one stays where it is one."""
        before = self._chosen_id()
        self.business.clear()
        self._add("", _("Another, or not sure"), "", _ANY_BUSINESS_ICON, palette)
        for business in self._businesses.values():
            if business.audience in {"", audience}:
                name = business.icon.removeprefix("mdi6.")
                self._add(business.id, business.name, business.line, name, palette)
        ids = [self.business.item(row).data(Qt.ItemDataRole.UserRole) for row in range(self.business.count())]
        self.business.setCurrentRow(ids.index(before) if before in ids else 0)

    def _add(self, id_: str, name: str, line: str, icon: str, palette: QPalette) -> None:
        item = QListWidgetItem(tinted(icon, palette), name, self.business)
        item.setData(Qt.ItemDataRole.UserRole, id_)
        item.setData(Qt.ItemDataRole.AccessibleDescriptionRole, line)
        item.setToolTip(as_tip(line))

    def _chosen_id(self) -> str:
        item = self.business.currentItem()
        return str(item.data(Qt.ItemDataRole.UserRole)) if item is not None else ""

    def answers(self) -> Answers:
        """Return what is answered now."""
        return Answers(
            whose=self.whose.text(),
            start=self.start.text(),
            end=self.end.text(),
            business=self._businesses.get(self._chosen_id()),
        )

    def take_focus(self) -> None:
        """Begin with the first question."""
        self.whose.setFocus()

    def eventFilter(self, field: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Let Enter go on to the next question, and make the map after the last."""
        if event.type() is not QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if event.key() not in _ENTER or event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return False
        fields = (self.whose, self.start, self.end, self.business)
        place = next(place for place, one in enumerate(fields) if one is field)
        if place + 1 < len(fields):
            fields[place + 1].setFocus(Qt.FocusReason.TabFocusReason)
            self._area.ensureWidgetVisible(fields[place + 1])
        else:
            self.asked.emit()
        return True
