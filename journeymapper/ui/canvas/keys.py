"""The keyboard on the canvas: walking, extending the selection, and typing that begins a card."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from journeymapper.document.records import (
    NO_PICTURE,
    Card,
    EmotionPoint,
    JourneyMap,
    Lane,
    Link,
    Stage,
    Step,
)
from journeymapper.document.roles import EMOTION, holds_cards
from journeymapper.ui.canvas.cursor import Cursor, Spot, Way
from journeymapper.ui.canvas.digits import Digits, typed_text
from journeymapper.ui.canvas.feeling import add_point, point_in
from journeymapper.ui.canvas.ranges import Ranges
from journeymapper.ui.canvas.text_keys import RETURN, Ending
from journeymapper.ui.open_map import OpenMap
from journeymapper.ui.showing_lanes import collapse

_WAYS: dict[int, Way] = {
    Qt.Key.Key_Left: Way.LEFT,
    Qt.Key.Key_Right: Way.RIGHT,
    Qt.Key.Key_Up: Way.UP,
    Qt.Key.Key_Down: Way.DOWN,
    Qt.Key.Key_Home: Way.ROW_START,
    Qt.Key.Key_End: Way.ROW_END,
}
_WAYS_WITH_CTRL: dict[int, Way] = {Qt.Key.Key_Home: Way.START, Qt.Key.Key_End: Way.END}
#: Where the keyboard goes after writing.
_ONWARD: dict[Ending, Way] = {
    Ending.NEXT: Way.NEXT,
    Ending.PREVIOUS: Way.PREVIOUS,
    Ending.UP: Way.UP,
    Ending.DOWN: Way.DOWN,
    Ending.LEFT: Way.LEFT,
    Ending.RIGHT: Way.RIGHT,
}

_CTRL, _SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
_ALT, _META = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.MetaModifier


def way_of(event: QKeyEvent) -> Way | None:
    """Return where a key leads, or None where it does not."""
    held = event.modifiers()
    way = (_WAYS_WITH_CTRL if held & _CTRL else _WAYS).get(event.key())
    return None if held & (_ALT | _META) else way


class Keys:
    """What keys do while nothing is being written; ``digits`` that rated may turn out to be words.

    ``begin_card`` opens the editor on a new card with its first words, at a place of a cell or its end;
    ``edit_text`` opens it on a record; ``write_over`` does so with other words in place of those there.
    """

    def __init__(
        self,
        open_map: OpenMap,
        ranges: Ranges,
        begin_card: Callable[[str, str, str, int | None], None],
        edit_text: Callable[[str], object],
        write_over: Callable[[str, str], object],
    ) -> None:
        """Work on an open map."""
        self._open_map = open_map
        self._ranges = ranges
        self._begin_card = begin_card
        self._write_over = write_over
        self._edit_text = edit_text
        self._cursor = Cursor(open_map)
        self.digits = Digits(open_map)

    def press(self, event: QKeyEvent) -> bool:
        """Do what a key asks for; tell whether it asked for anything."""
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if (way := way_of(event)) is not None:
            self.extend(way) if held == _SHIFT else self.go(way)
            return True
        if event.key() in RETURN and not held:
            return self.enter()
        if event.key() == Qt.Key.Key_Escape and not held:
            return self._let_go()
        return self._type(event)

    def go(self, way: Way) -> bool:
        """Put the keyboard where a way leads; tell whether it leads anywhere."""
        spot = self._cursor.go(way)
        if spot is not None:
            self._stand_on(spot)
        return spot is not None

    def step_on(self, by: int) -> bool:
        """Go to the next (1) or previous (-1) place in reading order; False where there is none."""
        if self._cursor.spot() is None:
            return False
        return self.go(Way.NEXT if by > 0 else Way.PREVIOUS)

    def go_on(self, ending: Ending) -> bool:
        """Go where the key leads that ended the writing; tell whether it leads anywhere."""
        way = _ONWARD.get(ending)
        return way is not None and self.go(way)

    def extend(self, way: Way) -> None:
        """Select up to the next card or point on a way."""
        spot = self._cursor.go(way, self._is_in_cell)
        if spot is not None:
            self._ranges.extend_to(spot.id)

    def _is_in_cell(self, spot: Spot) -> bool:
        return isinstance(self._open_map.session.document.find(spot.id), Card | EmotionPoint)

    def _stand_on(self, spot: Spot) -> None:
        self._open_map.select((spot.id,) if spot.id else (), spot.id, spot.cell)

    def enter(self) -> bool:
        """Edit what the keyboard stands on, expand a collapsed lane, or put something into the empty cell."""
        spot = self._cursor.spot()
        if spot is None:
            return False
        if spot.id:
            self._open(spot.id)
            return True
        if spot.cell is not None:
            return self._fill(spot.cell)
        return False

    def _open(self, id_: str) -> None:
        """Expand a collapsed lane, or edit anything else."""
        lane = self._open_map.session.layout.lanes.get(id_)
        if lane is not None and lane.is_collapsed:
            collapse(self._open_map, (id_,), False)
        else:
            self._edit_text(id_)

    def _fill(self, cell: tuple[str, str]) -> bool:
        kind = self._open_map.session.document.get(cell[0], Lane).lane_kind
        if kind == EMOTION:
            if point := point_in(self._open_map, *cell):
                self._edit_text(point)
            else:
                add_point(self._open_map, *cell, 0.0)
        elif holds_cards(kind):
            self._begin_card(*cell, "", None)
        return True

    def _let_go(self) -> bool:
        """Select nothing, and stay in the cell; tell whether anything was selected."""
        if not self._open_map.selection:
            return False
        self._open_map.select((), cell=self._open_map.cell)
        return True

    def _type(self, event: QKeyEvent) -> bool:
        text = typed_text(event)
        return bool(text) and not text.isspace() and self.type_words(text)

    def type_on(self, event: QKeyEvent) -> bool:
        """Begin a card with the digits typed right before, where a key goes on with them; tell whether."""
        words = self.digits.words_with(event)
        return bool(words) and self.type_words(words)

    def _type_over(self, cell: tuple[str, str] | None, text: str) -> bool:
        """Write these words in place of a name, a title or a label."""
        document, current = self._open_map.session.document, self._open_map.current
        if not current and cell is not None and document.get(cell[0], Lane).lane_kind == EMOTION:
            current = point_in(self._open_map, *cell) or add_point(self._open_map, *cell, 0.0) or ""
        if not isinstance(document.find(current), JourneyMap | Stage | Step | Lane | EmotionPoint | Link):
            return False
        self._write_over(current, text)
        return True

    def _lacks_words(self, card: str) -> bool:
        """Tell whether a card shows a picture and says nothing yet."""
        record = self._open_map.session.document.get(card, Card)
        return record.picture != NO_PICTURE and not record.text

    def type_words(self, text: str) -> bool:
        """Begin a card with these words, or write them over a name or label; tell whether it could.

        On a card that has but a picture they are its words.

        In a cell of emotions they are a label: of the point on the curve of new ones, or of a new one.
        """
        cell = self._open_map.cell
        document = self._open_map.session.document
        if cell is None or not holds_cards(document.get(cell[0], Lane).lane_kind):
            return self._type_over(cell, text)
        standing = document.indexes.cards(*cell)
        current = self._open_map.current
        if current in standing and self._lacks_words(current):
            self._write_over(current, text)
            return True
        place = standing.index(current) + 1 if current in standing else None
        self._begin_card(*cell, text, place)
        return True
