"""What all gestures share: where the pointer is, what they may touch, and their four moments."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QPointF, Qt

from journeymapper.ui.canvas.overlay import Lifted, Overlay
from journeymapper.ui.canvas.ranges import Ranges
from journeymapper.ui.canvas.view import View
from journeymapper.ui.open_map import OpenMap

#: A selection: its ids, the current one, the cursor's cell.
Selected = tuple[frozenset[str], str, tuple[str, str] | None]


@dataclass(frozen=True, slots=True)
class Pointer:
    """Where the pointer is: on the map in points, in the view in pixels; and which keys are held."""

    x: float
    y: float
    position: QPointF
    modifiers: Qt.KeyboardModifier

    @property
    def adds(self) -> bool:
        """Tell whether Ctrl is held: add to what is selected, or take from it."""
        return bool(self.modifiers & Qt.KeyboardModifier.ControlModifier)

    @property
    def extends(self) -> bool:
        """Tell whether Shift is held: select all up to here."""
        return bool(self.modifiers & Qt.KeyboardModifier.ShiftModifier)

    @property
    def is_free(self) -> bool:
        """Tell whether Alt is held: do not snap."""
        return bool(self.modifiers & Qt.KeyboardModifier.AltModifier)


@dataclass(frozen=True, slots=True)
class Surface:
    """What gestures work on: the map, the view, the marks over it, and the moves the canvas makes for them.

    ``scroll_to`` puts the map's corner to a place of the view; ``begin_card`` opens the editor on a new card
    of a cell; ``glide`` lets a card in the hand come to rest in a box; ``say`` tells the user a line.
    """

    open_map: OpenMap
    view: View
    overlay: Overlay
    ranges: Ranges
    scroll_to: Callable[[QPoint], None]
    begin_card: Callable[[str, str], None]
    glide: Callable[[Lifted, str], None]
    say: Callable[[str], object]


class Gesture:
    """Something done with the pointer held down. ``follows_edges``: the view scrolls at its edges."""

    follows_edges = False
    shape: Qt.CursorShape | None = None

    def __init__(self, surface: Surface) -> None:
        """Work on a surface."""
        self.surface = surface

    def start(self, pointer: Pointer) -> None:
        """Begin where the button was pressed."""

    def move(self, pointer: Pointer) -> None:
        """Follow the pointer; called again when the map scrolls under it."""

    def finish(self, pointer: Pointer) -> None:
        """Keep what was done; the button was released."""

    def cancel(self) -> None:
        """Put everything back; Esc was pressed or the pointer was lost."""


class Press(Gesture):
    """A button that went down, and nothing more yet: not until the pointer has gone a little way."""
