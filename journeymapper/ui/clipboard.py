"""Cut, copy and paste of cards: with their fields between windows, as lines of text for everyone else."""

from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QApplication

from journeymapper.document import fragment
from journeymapper.document.fragment import MIME_TYPE, Fragment
from journeymapper.editing import cards
from journeymapper.i18n import _, ngettext
from journeymapper.ui.open_map import OpenMap

#: Pasting more lines or characters than this asks first.
_MANY_LINES = 200
_MANY_LETTERS = 20_000


def copy(open_map: OpenMap) -> int:
    """Put the selected cards on the clipboard; return how many there are."""
    carried = fragment.of_cards(open_map.session.document, set(open_map.selection))
    if carried.cards:
        data = QMimeData()
        data.setData(MIME_TYPE, carried.model_dump_json(exclude_defaults=True).encode())
        data.setText(carried.text())
        QApplication.clipboard().setMimeData(data)
    return len(carried.cards)


def cards_on_it() -> Fragment | None:
    """Return the cards on the clipboard, or None when there is only text."""
    data = QApplication.clipboard().mimeData()
    if data is None or not data.hasFormat(MIME_TYPE):
        return None
    return fragment.from_json(bytes(data.data(MIME_TYPE).data()))


def text_on_it() -> str:
    """Return the text on the clipboard."""
    return QApplication.clipboard().text()


def line_count(text: str) -> int:
    """Return how many cards a text would become."""
    return sum(1 for line in text.splitlines() if line.strip())


def is_long(text: str) -> bool:
    """Tell whether pasting a text is rather asked about first."""
    return len(text) > _MANY_LETTERS or line_count(text) > _MANY_LINES


def paste_cards(open_map: OpenMap, carried: Fragment, cell: tuple[str, str]) -> list[str]:
    """Put carried cards into the map, the first into a cell, select them and return their ids."""
    with open_map.edit(ngettext("Paste card", "Paste cards", len(carried.cards))) as edit:
        pasted = cards.paste(edit, carried, *cell)
    _select(open_map, pasted, cell)
    return pasted


def paste_text(open_map: OpenMap, text: str, cell: tuple[str, str]) -> list[str]:
    """Make a card of each line of a text in a cell, select them and return their ids."""
    with open_map.edit(_("Paste text")) as edit:
        pasted = cards.paste_lines(edit, text, *cell)
    _select(open_map, pasted, cell)
    return pasted


def _select(open_map: OpenMap, pasted: list[str], cell: tuple[str, str]) -> None:
    if pasted:
        open_map.select(pasted, pasted[-1], cell)
