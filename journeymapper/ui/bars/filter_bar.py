"""The bar that chooses what is looked at: what does not suit fades."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QWidget

from journeymapper.document.document import Document
from journeymapper.document.lens import Facet, Lens, values_in_use
from journeymapper.document.records import NOBODY, Card, Lane, Persona
from journeymapper.document.roles import EMOTION, EMOTION_NAME, EVIDENCE_LEVELS, ROLES, role_of
from journeymapper.i18n import _, mark, ngettext
from journeymapper.ui.bars.flow import Flow
from journeymapper.ui.bars.parts import icon_button, on_key, quiet_label
from journeymapper.ui.canvas.canvas import Canvas
from journeymapper.ui.going import go_to
from journeymapper.ui.open_map import OpenMap

_MARGINS = (10, 4, 8, 4)

#: Longer words are cut in menus and on buttons.
_MENU_LETTERS, _BUTTON_LETTERS = 48, 22

FACET_WORDS: dict[Facet, str] = {
    Facet.PERSONA: mark("Persona"),
    Facet.CHANNEL: mark("Channel"),
    Facet.TAG: mark("Tag"),
    Facet.EVIDENCE: mark("Evidence"),
    Facet.ROLE: mark("Lane role"),
}


class FilterBar(QWidget):
    """A button with a menu for each thing one can choose by, how many cards suit, and the way to them."""

    #: The keyboard goes back to the map.
    left = Signal()
    #: What can be done is another.
    changed = Signal()

    def __init__(self, parent: QWidget) -> None:
        """Make the bar, hidden."""
        super().__init__(parent)
        self._open_map: OpenMap | None = None
        self._canvas: Canvas | None = None
        self.count_label = quiet_label(self, _("Cards that suit"))
        self.previous_button = icon_button("chevron-up", _("Go to the card before that suits"), self)
        self.next_button = icon_button("chevron-down", _("Go to the next card that suits"), self)
        self.previous_button.clicked.connect(self.go_to_previous)
        self.next_button.clicked.connect(self.go_to_next)
        self.buttons = {facet: self._facet_button(facet) for facet in Facet}
        self.clear_button = QPushButton(_("Clear filter"), self)
        self.clear_button.setAutoDefault(False)
        self.clear_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.clear_button.clicked.connect(self.clear)
        self.close_button = icon_button("close", _("Close"), self, _("Close and show everything"))
        self.close_button.clicked.connect(self.close_bar)
        self._lay_out()
        on_key("Esc", self, self.leave, inside=True)
        self.hide()

    def _lay_out(self) -> None:
        choosing = Flow()
        self.count_label.setIndent(8)
        ways = (self.previous_button, self.next_button, self.clear_button)
        for widget in (*self.buttons.values(), self.count_label, *ways):
            choosing.addWidget(widget)
        row = QHBoxLayout(self)
        row.setContentsMargins(*_MARGINS)
        row.addLayout(choosing, 1)
        row.addWidget(self.close_button)

    def _facet_button(self, facet: Facet) -> QPushButton:
        button = QPushButton(_(FACET_WORDS[facet]), self)
        menu = QMenu(button)
        menu.aboutToShow.connect(partial(self._fill, facet, menu))
        menu.installEventFilter(_StaysOpen(menu))
        button.setMenu(menu)
        button.setCheckable(True)
        button.setAutoDefault(False)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def show_map(self, open_map: OpenMap | None, canvas: Canvas | None) -> None:
        """Choose in another map from now on; with None there is none. The bar hides."""
        self.hide()
        self._open_map, self._canvas = open_map, canvas
        if open_map is not None:
            open_map.lens_changed.connect(self._show_lens)
            open_map.changed.connect(self._follow)
            self._show_lens()

    def open_bar(self) -> None:
        """Show the bar with the keyboard on its first button."""
        if self._open_map is not None:
            self.show()
            self._show_lens()
            self.buttons[Facet.PERSONA].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def close_bar(self) -> None:
        """Show everything again, and hide."""
        self.clear()
        self.hide()
        self.changed.emit()
        self.left.emit()

    def leave(self) -> None:
        """Leave the keyboard to the map; the bar stays as long as it tells why something is faded."""
        if self._lens.is_clear:
            self.close_bar()
        else:
            self.left.emit()

    def clear(self) -> None:
        """Show everything again."""
        self._look_through(Lens())

    @property
    def can_go_on(self) -> bool:
        """Tell whether there is a filter, and cards that suit it."""
        return (
            self._open_map is not None and not self._lens.is_clear and self._open_map.suited.suited_count > 0
        )

    def go_to_next(self) -> None:
        """Go to the next card that suits, and round the map's end."""
        self._go_on(1)

    def go_to_previous(self) -> None:
        """Go to the card before that suits, and round the map's beginning."""
        self._go_on(-1)

    def _go_on(self, direction: int) -> None:
        open_map, canvas = self._open_map, self._canvas
        if open_map is not None and canvas is not None and self.can_go_on:
            card = open_map.suited.card_beside(*_standing(open_map), direction)
            go_to(open_map, canvas, card)

    @property
    def _lens(self) -> Lens:
        return self._open_map.lens if self._open_map is not None else Lens()

    def _look_through(self, lens: Lens) -> None:
        if self._open_map is not None:
            self._open_map.look_through(lens)

    def _fill(self, facet: Facet, menu: QMenu) -> None:
        """Offer the values that the map has, and those that were chosen when it still had them."""
        menu.clear()
        if self._open_map is None:
            return
        document = self._open_map.session.document
        found, chosen = values_in_use(document, facet), self._lens.chosen(facet)
        values = sorted({*found, *chosen}, key=_place_among(document, facet))
        for value in values:
            words = _("{value}  ({count})").format(
                value=_cut(value_words(document, facet, value), _MENU_LETTERS), count=found[value]
            )
            action = menu.addAction(words.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(value in chosen)
            action.toggled.connect(partial(self._choose, facet, value))
        if not values:
            menu.addAction(_("There is nothing to choose yet")).setEnabled(False)

    def _choose(self, facet: Facet, value: str, wanted: bool) -> None:
        chosen = self._lens.chosen(facet)
        self._look_through(self._lens.choosing(facet, chosen | {value} if wanted else chosen - {value}))

    def _follow(self) -> None:
        if not self.isHidden():
            self._show_values()

    def _show_lens(self) -> None:
        self._show_values()
        self.changed.emit()

    def _show_values(self) -> None:
        if self._open_map is None:
            return
        lens, suited = self._lens, self._open_map.suited
        for facet, button in self.buttons.items():
            chosen = lens.chosen(facet)
            button.setChecked(bool(chosen))
            font = button.font()
            font.setBold(bool(chosen))
            button.setFont(font)
            button.setText(_button_words(self._open_map.session.document, facet, chosen))
            button.setAccessibleName(button.text())
        self.clear_button.setVisible(not lens.is_clear)
        self.count_label.setVisible(not lens.is_clear)
        for way in (self.previous_button, self.next_button):
            way.setVisible(not lens.is_clear)
            way.setEnabled(self.can_go_on)
        self.count_label.setText(
            ngettext("{suited} of {count} card", "{suited} of {count} cards", suited.cards_count).format(
                suited=suited.suited_count, count=suited.cards_count
            )
        )


def _standing(open_map: OpenMap) -> tuple[str, str, str]:
    """Return the lane, step and card that the keyboard stands on; "" for what it does not."""
    record = open_map.session.document.find(open_map.current) if open_map.current else None
    if isinstance(record, Card):
        return record.lane, record.step, record.id
    if isinstance(record, Lane):
        return record.id, "", ""
    return (*open_map.cell, "") if open_map.cell else ("", "", "")


class _StaysOpen(QObject):
    """Keeps a menu open while entries are ticked in it: by mouse, and with Space."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Tick in place of the menu, which would close."""
        if not isinstance(watched, QMenu):
            return False
        action = None
        if isinstance(event, QMouseEvent) and event.type() is QEvent.Type.MouseButtonRelease:
            action = watched.actionAt(event.position().toPoint())
        elif isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            action = watched.activeAction() if event.key() == Qt.Key.Key_Space else None
        if action is None or not action.isCheckable():
            return False
        action.toggle()
        return True


def value_words(document: Document, facet: Facet, value: str) -> str:
    """Return what a value is called."""
    match facet:
        case Facet.PERSONA:
            if value == NOBODY:
                return _("Nobody in particular")
            persona = document.find(value)
            return (persona.name if isinstance(persona, Persona) else "") or _("No name")
        case Facet.EVIDENCE:
            return _(EVIDENCE_LEVELS.get(value, value))
        case Facet.ROLE:
            return _(EMOTION_NAME) if value == EMOTION else role_of(value).shown_name()
        case Facet.CHANNEL:
            return value or _("No channel")
    return value or _("No tag")


def _place_among(document: Document, facet: Facet) -> Callable[[str], tuple[object, ...]]:
    """Return what sorts a facet's values: as the map or its tables have them, the missing one last."""
    known: list[str] = []
    if facet is Facet.PERSONA:
        known = [id_ for _order, id_ in document.indexes.personas]
    elif facet is Facet.EVIDENCE:
        known = list(EVIDENCE_LEVELS)[1:]
    elif facet is Facet.ROLE:
        known = [*list(ROLES)[:-1], EMOTION]
    places = {value: place for place, value in enumerate(known)}
    return lambda value: (value == "", places.get(value, len(places)), value.casefold(), value)


def _button_words(document: Document, facet: Facet, chosen: frozenset[str]) -> str:
    name = _(FACET_WORDS[facet])
    if not chosen:
        return name
    first = min(chosen, key=_place_among(document, facet))
    words = _("{facet}: {value}").format(
        facet=name, value=_cut(value_words(document, facet, first), _BUTTON_LETTERS)
    )
    more = len(chosen) - 1
    return (_("{words} + {count}").format(words=words, count=more) if more else words).replace("&", "&&")


def _cut(words: str, letters: int) -> str:
    line = " ".join(words.split())
    return line if len(line) <= letters else line[: letters - 1].rstrip() + "…"
