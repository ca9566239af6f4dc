"""What a window shows while no map is open: ways to begin, the recent maps, and the examples."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt, QTimer
from PySide6.QtGui import QFont, QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from journeymapper.document.document import Document
from journeymapper.document.roles import MAP_KINDS
from journeymapper.files import native
from journeymapper.guide.examples import Example, examples
from journeymapper.guide.templates.template import Template
from journeymapper.guide.translating import translated
from journeymapper.i18n import _, catalogue_language
from journeymapper.ui import new_maps
from journeymapper.ui.appearance import Appearance
from journeymapper.ui.audience_switch import AudienceSwitch
from journeymapper.ui.bars.flow import Flow
from journeymapper.ui.icons import tinted
from journeymapper.ui.picture_cards import Card, PictureCards
from journeymapper.ui.questions_picture import questions_picture
from journeymapper.ui.recent_list import RecentList
from journeymapper.ui.template_shelf import card_of
from journeymapper.ui.thumbnails import Look

if TYPE_CHECKING:
    from journeymapper.ui.main_window import MainWindow

_WIDEST = 1140

#: So much of the page is kept in view beside the card that the keyboard stands on, in pixels.
_BESIDE = 8

_WAYS = ("new", "open")

#: The key of the card that stands for the three questions; no template has it.
QUESTIONS = "?"

#: So many kinds of map there are: their places are kept free until their pictures come.
_KINDS = len(MAP_KINDS) - 1

#: So many of the user's own templates stand here at most; New map shows all.
_MOST_OWN = 5


class StartPage(QScrollArea):
    """New maps from pictures, recent maps and examples; scrolled as a whole where the window is small.

    What takes time to be read, templates and examples, comes once the page is shown.
    """

    def __init__(self, window: "MainWindow") -> None:
        """Make the page; its buttons run the window's actions."""
        super().__init__(window)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._window = window
        self._shelf = window.windows.templates
        self._title = QLabel("journeymapper", self)
        self._line = QLabel(_("Draw what your customers go through, step by step."), self)
        self._start_title = QLabel(_("Start a new map"), self)
        self.switch = AudienceSwitch(self)
        self.templates = PictureCards(_("Start a new map"), self._look, self, note_lines=3)
        self._own_title = QLabel(_("My templates"), self)
        self.own = PictureCards(_("My templates"), self._look, self, note_lines=2)
        self._recent_title = QLabel(_("Recent maps"), self)
        self._nothing = QLabel(_("Maps that you open or save appear here."), self)
        self.buttons = {id_: self._button(id_) for id_ in _WAYS}
        self.recent = RecentList(window.windows.thumbnails, self)
        self._examples_title = QLabel(_("Examples to look at"), self)
        self.examples = PictureCards(_("Examples"), self._example_look, self, note_lines=2)
        self._filling = QTimer(self)
        self._filling.setSingleShot(True)
        self._filling.setInterval(0)
        self._filling.timeout.connect(self._fill)
        self._connect()
        self.templates.show_cards([_questions_card(), *[Card("", "")] * _KINDS])
        self.switch.choose(self._shelf.audience)
        self._lay_out()
        self._show_own(())

    def _connect(self) -> None:
        for templates in (self.templates, self.own):
            templates.asked.connect(self._begin)
        self.recent.asked.connect(self._open)
        self.examples.asked.connect(self._open)
        self.recent.unwanted.connect(self._forget)
        for cards in self._lists():
            cards.stood_on.connect(self._bring_into_view)
        self.switch.switched.connect(self._switch)
        self._shelf.changed.connect(self._filling.start)

    def _lists(self) -> Sequence[PictureCards]:
        """Return what shows pictures, from top to bottom."""
        return self.templates, self.own, self.recent, self.examples

    def _button(self, id_: str) -> QPushButton:
        action = self._window.action_set.by_id[id_]
        button = QPushButton(action.text(), self)
        button.setIconSize(QSize(18, 18))
        button.setToolTip(action.toolTip())
        button.clicked.connect(action.trigger)
        button.setAutoDefault(True)
        return button

    def _lay_out(self) -> None:
        _enlarge(self._title, 2.2, bold=True)
        _enlarge(self._line, 1.1)
        self._line.setWordWrap(True)
        self._nothing.setWordWrap(True)
        for title in (self._start_title, self._own_title, self._recent_title, self._examples_title):
            _enlarge(title, 1.15, bold=True)
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._title)
        column.addWidget(self._line)
        column.addSpacing(18)
        column.addLayout(_heading(self._start_title, self.switch, self.buttons["new"]))
        column.addWidget(self.templates)
        column.addWidget(self._own_title)
        column.addWidget(self.own)
        column.addSpacing(14)
        column.addLayout(_heading(self._recent_title, self.buttons["open"]))
        column.addWidget(self._nothing)
        column.addWidget(self.recent)
        column.addSpacing(14)
        column.addWidget(self._examples_title)
        column.addWidget(self.examples)
        column.addStretch(1)
        page = QWidget(self)
        middle = QWidget(page)
        middle.setMaximumWidth(_WIDEST)
        middle.setLayout(column)
        row = QHBoxLayout(page)
        row.setContentsMargins(32, 32, 32, 16)
        row.addStretch(1)
        row.addWidget(middle, 1000)
        row.addStretch(1)
        self.setWidget(page)
        page.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)

    def refresh(self) -> None:
        """Show the recent maps as they now are."""
        names = self._window.windows.settings.recent
        self.recent.fill(self._window.windows.settings)
        self.recent.setVisible(bool(names))
        self._nothing.setVisible(not names)
        if self.isVisible() or not self._window.isVisible():
            (self.recent if names else self.templates).setFocus()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Read templates and examples once the page is seen."""
        super().showEvent(event)
        self._filling.start()

    def _fill(self) -> None:
        """Show the templates for the audience, and the examples."""
        if not self.isVisible():
            return
        kinds = self._shelf.built_in(self.switch.audience)
        cards = [_questions_card(), *map(card_of, kinds)]
        self.templates.show_cards(cards, self.templates.current_key)
        self._show_own(self._shelf.own[:_MOST_OWN])
        if not self.examples.count():
            found, _problems = examples()
            self.examples.show_cards([_example_card(one) for one in found])

    def _show_own(self, templates: Sequence[Template]) -> None:
        """Show the user's own templates, below a heading of theirs, where there are any."""
        self.own.show_cards([*map(card_of, templates)], self.own.current_key)
        for widget in (self._own_title, self.own):
            widget.setVisible(bool(templates))

    def _switch(self, audience: str) -> None:
        """Show the templates for another audience, from now on."""
        self._shelf.remember(None, audience)
        self._window.windows.save_settings()
        self._fill()

    def _look(self, key: str) -> Look | None:
        if key == QUESTIONS:
            return Look(questions_picture(self._window.windows.appearance.accent, self.font()))
        return self._shelf.look_soon(key)

    def _example_look(self, name: str) -> Look | None:
        def read(path: Path) -> Document:
            return translated(native.load(path))

        kind = f"example {catalogue_language()}"
        return self._window.windows.thumbnails.look_soon(Path(name), read, kind)

    def _begin(self, key: str) -> None:
        """Begin a map: by the three questions, or from a template at once."""
        if key == QUESTIONS:
            self._window.action_set.run("new_by_questions")
        else:
            new_maps.begin_from(key, self._window)

    def wear(self, appearance: Appearance) -> None:
        """Take on a light or a dark look."""
        for cards in self._lists():
            cards.wear(appearance)
        for label in (self._line, self._nothing):
            palette = label.palette()
            palette.setColor(label.foregroundRole(), appearance.muted)
            label.setPalette(palette)
        for id_, button in self.buttons.items():
            icon = self._window.action_set.rows[id_].icon
            button.setIcon(tinted(icon, QApplication.palette()))

    def _bring_into_view(self, card: QRect) -> None:
        """Scroll to a card of a list, which is given in the list's coordinates."""
        cards, page = self.sender(), self.widget()
        if isinstance(cards, PictureCards) and page is not None:
            place = cards.mapTo(page, card.center())
            beside = QSize(_BESIDE, _BESIDE) + card.size() / 2
            self.ensureVisible(place.x(), place.y(), beside.width(), beside.height())

    def _open(self, name: str) -> None:
        if not self._window.windows.open_file(Path(name), self._window):
            self.refresh()

    def _forget(self, name: str) -> None:
        self._window.windows.forget(name)
        self.refresh()


def _questions_card() -> Card:
    return Card(
        QUESTIONS, _("Three questions"), _("Two minutes, and the map has a title, a person and stages.")
    )


def _example_card(example: Example) -> Card:
    return Card(str(example.path), example.title, example.scenario, f"{example.title}\n{example.scenario}")


def _heading(title: QLabel, *others: QWidget) -> Flow:
    """Return a heading with what stands beside it, or below where there is no room."""
    row = Flow(spacing=14)
    for widget in (title, *others):
        row.addWidget(widget)
    return row


def _enlarge(label: QLabel, factor: float, bold: bool = False) -> None:
    font = QFont(label.font())
    font.setPointSizeF(factor * font.pointSizeF())
    font.setBold(bold)
    label.setFont(font)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
