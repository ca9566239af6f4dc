"""What actions are called outside their menus: those of a submenu go by its words and their own."""

from collections.abc import Iterator, Sequence

from journeymapper.i18n import _
from journeymapper.ui.actions.menus import LINE, Menu


def listed(entries: Sequence[str | Menu], submenu: str = "") -> Iterator[tuple[str, str]]:
    """Yield the ids of all actions in a menu, each with the words that a submenu names it by, or ""."""
    for entry in entries:
        if isinstance(entry, Menu):
            yield from listed(entry.entries, _(entry.words) if entry.names_actions else "")
        elif entry != LINE:
            yield entry, submenu


def menu_name(menu: Menu) -> str:
    """Return the words of a menu of the menu bar, without the mark of its key."""
    return _(menu.words).replace("&", "")


def full_name(submenu: str, words: str) -> str:
    """Return the words of an action with those of its submenu, unless these are in them already."""
    if not submenu or submenu.casefold() in words.casefold():
        return words
    return _("{menu}: {words}").format(menu=submenu, words=words)
