"""The New map dialog: choose a picture, or answer three questions, and see on paper what will come."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, QTimer
from PySide6.QtGui import QFont, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from journeymapper.document.document import Document
from journeymapper.document.roles import AUDIENCES, MAP_KINDS
from journeymapper.editing.beginning import new_map
from journeymapper.guide.businesses import businesses
from journeymapper.guide.templates.answers import Answers
from journeymapper.guide.templates.beginning import begin, takes_stages
from journeymapper.guide.templates.template import Template
from journeymapper.i18n import _
from journeymapper.ui.dialogs.new_map.gallery import Gallery
from journeymapper.ui.dialogs.new_map.questions import Questions
from journeymapper.ui.sheet_preview import SheetPreview

if TYPE_CHECKING:
    from journeymapper.ui.windows import Windows

#: The room that the dialog wants, and the share of the screen that it takes at most.
_ROOM: Final = QSize(1560, 900)
_SHARE: Final = 0.92


@dataclass(frozen=True, slots=True)
class WantedMap:
    """A new map, the template that it was made from, and whom it is for; without a template it is empty."""

    document: Document
    template: Template | None = None
    audience: str = ""


class NewMapDialog(QDialog):
    """Shows the templates and the questions; it opens nothing itself."""

    def __init__(self, windows: "Windows", by_questions: bool, parent: QWidget | None) -> None:
        """Show the templates, with the last one chosen, or the three questions."""
        super().__init__(parent)
        self.setWindowTitle(_("New map"))
        self._shelf = windows.templates
        self._shelf.refresh()
        self._is_empty_wanted = False
        kinds, problems = businesses()
        self.gallery = Gallery(self._shelf, problems, windows.appearance, self)
        self.questions = Questions(kinds, windows.appearance, self)
        self.preview = SheetPreview(windows.shaper, self)
        self.preview.wear(windows.appearance)
        self.name, self.line = QLabel(self), QLabel(self)
        self.pages = QStackedWidget(self)
        self.ask_questions = QPushButton(_("Three questions…"), self)
        self.empty = QPushButton(_("Empty map"), self)
        self.cancel = QPushButton(_("Cancel"), self)
        self.make = QPushButton(_("Make this map"), self)
        self._lay_out()
        self._waiting = QTimer(self)
        self._waiting.setSingleShot(True)
        self._waiting.setInterval(0)
        self._waiting.timeout.connect(self._show_preview)
        self._connect()
        self._offer()
        self._turn_to(by_questions)
        self._show_preview()

    def _lay_out(self) -> None:
        large = QFont(self.font())
        large.setPointSizeF(1.3 * large.pointSizeF())
        large.setBold(True)
        self.name.setFont(large)
        for label in (self.name, self.line):
            label.setWordWrap(True)
            label.setTextFormat(label.textFormat().PlainText)
        self.pages.addWidget(self.gallery)
        self.pages.addWidget(self.questions)
        beside = QVBoxLayout()
        beside.setSpacing(10)
        beside.addWidget(self.gallery.switch)
        beside.addWidget(self.pages, 1)
        shown = QVBoxLayout()
        shown.setSpacing(4)
        shown.addWidget(self.name)
        shown.addWidget(self.line)
        shown.addSpacing(6)
        shown.addWidget(self.preview, 1)
        upper = QHBoxLayout()
        upper.setSpacing(20)
        upper.addLayout(beside)
        upper.addLayout(shown, 1)
        lower = QHBoxLayout()
        lower.addWidget(self.ask_questions)
        lower.addStretch(1)
        for button in (self.empty, self.cancel, self.make):
            lower.addWidget(button)
        for button in (self.ask_questions, self.empty, self.cancel):
            button.setAutoDefault(False)
        self.make.setDefault(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 14)
        column.setSpacing(14)
        column.addLayout(upper, 1)
        column.addLayout(lower)
        self.pages.setFixedWidth(self.gallery.sizeHint().width())
        self.resize(_ROOM.boundedTo(self.screen().availableSize() * _SHARE))

    def _connect(self) -> None:
        self.gallery.chosen.connect(self._waiting.start)
        self.gallery.switch.switched.connect(self._offer)
        self.questions.changed.connect(self._waiting.start)
        self.gallery.asked.connect(self.accept)
        self.questions.asked.connect(self.accept)
        self.ask_questions.clicked.connect(lambda: self._turn_to(not self.asks_questions))
        self.empty.clicked.connect(self._accept_empty)
        self.cancel.clicked.connect(self.reject)
        self.make.clicked.connect(self.accept)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.make.click)

    @property
    def asks_questions(self) -> bool:
        """Tell whether the questions are shown, not the templates."""
        return self.pages.currentWidget() is self.questions

    def _turn_to(self, questions: bool) -> None:
        """Show the questions or the templates."""
        self.pages.setCurrentWidget(self.questions if questions else self.gallery)
        self.ask_questions.setText(_("Back to the templates") if questions else _("Three questions…"))
        (self.questions if questions else self.gallery).take_focus()
        self._waiting.start()

    def _offer(self) -> None:
        """Offer the kinds of business that fit the audience."""
        self.questions.offer(self.gallery.switch.audience, QApplication.palette())

    def _answers(self) -> Answers:
        return self.questions.answers()

    def _show_preview(self) -> None:
        """Show what the map will be like."""
        template = self.gallery.template
        self.make.setEnabled(template is not None)
        if template is None:
            self.preview.show_map(new_map())
            return
        self.name.setText(template.name)
        self.line.setText("\n".join(words for words in (template.line, _kind_of(template)) if words))
        self.questions.say_what_business_brings(takes_stages(template.document))
        self.preview.show_map(begin(template, self._answers()))

    def _accept_empty(self) -> None:
        self._is_empty_wanted = True
        self.accept()

    def wanted(self) -> WantedMap:
        """Return the map that is wanted."""
        audience, template = self.gallery.switch.audience, self.gallery.template
        if self._is_empty_wanted or template is None:
            return WantedMap(new_map(), None, audience)
        return WantedMap(begin(template, self._answers()), template, audience)

    @classmethod
    def ask(cls, windows: "Windows", by_questions: bool, parent: QWidget) -> WantedMap | None:
        """Ask, and return the new map, or None when the user gives up."""
        dialog = cls(windows, by_questions, parent)
        try:
            return dialog.wanted() if dialog.exec() else None
        finally:
            dialog.deleteLater()


def _kind_of(template: Template) -> str:
    """Return what kind of map a template makes, and for whom, as far as it says so."""
    kind, audience = MAP_KINDS.get(template.map_kind), AUDIENCES.get(template.audience)
    said = (_(kind or "") if template.map_kind else "", _(audience or "") if template.audience else "")
    return " · ".join(words for words in said if words)
