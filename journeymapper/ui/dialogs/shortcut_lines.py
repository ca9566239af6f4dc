"""What the list of shortcuts and the printed sheet hold: all keys, by menu."""

from collections.abc import Mapping
from dataclasses import dataclass

from journeymapper.i18n import _, mark
from journeymapper.ui.actions.menus import MENU_BAR
from journeymapper.ui.actions.names import full_name, listed, menu_name
from journeymapper.ui.actions.shortcuts import Shortcuts, shown
from journeymapper.ui.actions.table import Action

#: Keys and what they do on the map, where the canvas, the text box and the mouse know them by themselves.
_ON_THE_MAP: tuple[tuple[str, str], ...] = (
    (mark("Arrow keys"), mark("Go to the next cell or card")),
    (mark("Tab, Shift+Tab"), mark("Go to the next or previous card or cell")),
    (mark("Home, End"), mark("Go to the beginning or end of the lane")),
    (mark("Ctrl+Home, Ctrl+End"), mark("Go to the first or last cell")),
    (mark("Shift+arrow keys"), mark("Select several")),
    (mark("Any letter"), mark("Write a new card, or another name")),
    (mark("Enter"), mark("Edit the text; write a card in an empty cell")),
    (mark("Esc"), mark("Put back what is dragged; select nothing")),
    (mark("Menu key, Shift+F10"), mark("Open the menu of what is selected")),
)

_WHILE_WRITING: tuple[tuple[str, str], ...] = (
    (mark("Enter"), mark("End; after a new card, begin the next one below")),
    (mark("Ctrl+Enter"), mark("End, and stay on the card")),
    (mark("Tab, Shift+Tab"), mark("End, and go to the next or previous cell")),
    (mark("Shift+Enter"), mark("Begin a new line")),
    (mark("Esc"), mark("Leave; put a text that was changed back as it was")),
)

_WITH_THE_MOUSE: tuple[tuple[str, str], ...] = (
    (mark("Double-click"), mark("Edit, or make a card where nothing is")),
    (mark("Click, Alt+click"), mark("Add an emotion point there: at a half, or freely")),
    (mark("Ctrl or Shift+click"), mark("Select several")),
    (mark("Drag"), mark("Move cards, steps, stages and lanes; select what lies within")),
    (mark("Drag a border"), mark("Make a step or the lane names wider")),
    (mark("Space+drag, middle button"), mark("Move the map under the pointer")),
    (mark("Wheel, Shift+wheel"), mark("Scroll down or sideways")),
    (mark("Ctrl+wheel, pinch"), mark("Zoom at the pointer")),
    (mark("Right-click"), mark("Open the menu of what is under the pointer")),
)


@dataclass(frozen=True, slots=True)
class ShortcutLine:
    """What is done by which keys; ``action`` is the id of an action whose keys can be changed, or ""."""

    words: str
    keys: str
    action: str = ""


@dataclass(frozen=True, slots=True)
class ShortcutGroup:
    """The lines of a menu, or of what the map knows by itself."""

    name: str
    lines: tuple[ShortcutLine, ...]


def groups_by_menu(rows: Mapping[str, Action], shortcuts: Shortcuts) -> list[ShortcutGroup]:
    """Return all actions that keys can call, by menu, also those that none call."""
    return [
        ShortcutGroup(
            menu_name(menu),
            tuple(
                ShortcutLine(
                    full_name(submenu, _(rows[id_].words)).rstrip("…"), shown(shortcuts.of(id_)), id_
                )
                for id_, submenu in listed(menu.entries)
                if rows[id_].choices is None or rows[id_].keys
            ),
        )
        for menu in MENU_BAR
    ]


def groups_of_the_map() -> list[ShortcutGroup]:
    """Return the keys that cannot be changed."""
    return [
        ShortcutGroup(name, tuple(ShortcutLine(_(words), _(keys)) for keys, words in lines))
        for name, lines in (
            (_("On the map"), _ON_THE_MAP),
            (_("While writing"), _WHILE_WRITING),
            (_("With the mouse"), _WITH_THE_MOUSE),
        )
    ]


def groups_with_keys(rows: Mapping[str, Action], shortcuts: Shortcuts) -> list[ShortcutGroup]:
    """Return all lines that have keys: what is printed."""
    by_menu = (
        ShortcutGroup(group.name, tuple(line for line in group.lines if line.keys))
        for group in groups_by_menu(rows, shortcuts)
    )
    return [*groups_of_the_map(), *(group for group in by_menu if group.lines)]
