"""The action table: everything the user can do, one row each.

Menus, toolbar, context menus and the list of shortcuts are views of it.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QIcon, QKeySequence

from journeymapper.ui.chosen import Chosen
from journeymapper.ui.open_map import OpenMap

if TYPE_CHECKING:
    from journeymapper.ui.canvas.canvas import Canvas
    from journeymapper.ui.main_window import MainWindow

Keys = tuple[str | QKeySequence.StandardKey, ...]


class Writer(Protocol):
    """Where words are written: on the canvas, or in the dock that the keyboard is in."""

    def edit_text(self, id_: str, field: str = "") -> bool:
        """Open a text field on a record's words; tell whether it could."""

    def begin_card(self, lane: str, step: str, text: str = "", place: int | None = None) -> None:
        """Begin a new card in a cell, at ``place`` or its end."""


class ActionContext(Protocol):
    """What an action acts on. ``open_map`` and ``canvas`` are None while the start page is shown."""

    @property
    def window(self) -> "MainWindow":
        """The window the action was called in."""

    @property
    def open_map(self) -> OpenMap | None:
        """The map in the window."""

    @property
    def canvas(self) -> "Canvas | None":
        """The view of that map."""

    @property
    def writer(self) -> Writer | None:
        """Where words are written now; None while the start page is shown."""

    @property
    def chosen(self) -> Chosen:
        """What is selected, by kind."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One entry of a submenu that is only known when it is shown; its words are shown as they are.

    ``checked`` is None for what cannot be switched on; ``key`` chooses it while the menu is open.
    """

    words: str
    run: Callable[[], None]
    hint: str = ""
    icon: QIcon | None = None
    checked: bool | None = None
    key: str = ""


def always(_context: ActionContext) -> bool:
    """Enable an action at any time."""
    return True


def has_map(context: ActionContext) -> bool:
    """Enable an action while a map is shown."""
    return context.open_map is not None


@dataclass(frozen=True, slots=True)
class Action:
    """One thing the user can do.

    Args:
        id: The name by which menus list it.
        words: What it is called, marked for translation.
        run: Does it.
        enabled: Tells whether it can be done now; its cost must not grow with the map.
        hint: One line that says more, marked for translation.
        icon: The name of its icon, or "".
        keys: Its default keys: as text, or as what the platform uses for it.
        on_canvas: Its keys count only while the canvas has the keyboard.
        ends_typing: What is being typed on the canvas is finished first.
        checked: Tells whether it is switched on, for what can be.
        words_now: Words in place of ``words`` that depend on the moment, already translated.
        choices: What it offers, for an action that is a submenu; its keys open it where the keyboard stands.
        draw: Its icon, for one that is drawn.
    """

    id: str
    words: str
    run: Callable[[ActionContext], None] = lambda _context: None
    enabled: Callable[[ActionContext], bool] = always
    hint: str = ""
    icon: str = ""
    keys: Keys = ()
    on_canvas: bool = False
    ends_typing: bool = True
    checked: Callable[[ActionContext], bool] | None = None
    words_now: Callable[[ActionContext], str] | None = None
    choices: Callable[[ActionContext], Sequence[Choice]] | None = None
    draw: Callable[[], QIcon] | None = None

    def sequences(self) -> list[QKeySequence]:
        """Return the keys on this platform; those that only special keyboards have are left out."""
        found: list[QKeySequence] = []
        for keys in self.keys:
            if isinstance(keys, str):
                found.append(QKeySequence(keys))
            else:
                found.extend(QKeySequence.keyBindings(keys))
        return list({each.toString(): each for each in found if _is_common(each)}.values())


def _is_common(keys: QKeySequence) -> bool:
    first: QKeyCombination = keys[0]  # type: ignore[index]  # the stubs know nothing of it
    return first.key() < Qt.Key.Key_F13
