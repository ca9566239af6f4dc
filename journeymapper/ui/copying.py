"""Putting what is selected on the clipboard, for other windows and for other programs."""

from collections.abc import Callable, Collection
from dataclasses import dataclass

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from journeymapper.document import fragment
from journeymapper.document.document import Document
from journeymapper.document.fragment import MIME_TYPE, Fragment
from journeymapper.document.records import Card, Lane, Record, Stage, Step
from journeymapper.exchange import clipboard_text, excerpt, tables
from journeymapper.exchange.excerpt import Excerpt
from journeymapper.ui.chosen import Chosen
from journeymapper.ui.open_map import OpenMap
from journeymapper.ui.selection_picture import picture_of

#: A plain copy of more cards than this comes without a picture, which nobody would paste.
_MOST_IN_PICTURE = 200


@dataclass(frozen=True, slots=True)
class _Kind:
    """How records of a kind are copied."""

    record: type[Record]
    carry: Callable[[Document, Collection[str]], Fragment]
    excerpt: Callable[[Document, Collection[str]], Excerpt]


#: Where several kinds are selected, the first of these that is among them is copied.
_KINDS = (
    _Kind(Lane, fragment.of_lanes, excerpt.of_lanes),
    _Kind(Stage, fragment.of_stages, excerpt.of_stages),
    _Kind(Step, fragment.of_steps, excerpt.of_steps),
    _Kind(Card, fragment.of_cards, excerpt.of_cards),
)


def copied_ids(chosen: Chosen) -> tuple[str, ...]:
    """Return the selected records that a copy takes: those of one kind."""
    kind = _kind_of(chosen)
    return chosen.of(kind.record) if kind else ()


def fragment_of(open_map: OpenMap, chosen: Chosen) -> Fragment:
    """Return what is selected as it is carried to another place."""
    kind = _kind_of(chosen)
    if kind is None:
        return Fragment()
    return kind.carry(open_map.session.document, frozenset(chosen.of(kind.record)))


def copy(open_map: OpenMap, chosen: Chosen) -> Fragment:
    """Put what is selected on the clipboard in all forms, and return it."""
    carried = fragment_of(open_map, chosen)
    found = _excerpt_of(open_map, chosen)
    if carried.is_empty or found is None:
        return carried
    data = QMimeData()
    data.setData(MIME_TYPE, fragment.to_json(carried))
    if found.is_one_cell:
        data.setText(clipboard_text.lines(found))
        data.setHtml(tables.html_paragraphs(found))
    else:
        data.setText(clipboard_text.outline(found))
        data.setHtml(tables.html_table(found))
    if len(carried.cards) <= _MOST_IN_PICTURE:
        _put_picture(data, open_map, chosen)
    QApplication.clipboard().setMimeData(data)
    return carried


def copy_as_text(open_map: OpenMap, chosen: Chosen) -> bool:
    """Put the selected cards on the clipboard as text, a card a line; tell whether there are any."""
    return _copy_words(open_map, chosen, clipboard_text.lines)


def copy_as_list(open_map: OpenMap, chosen: Chosen) -> bool:
    """Put what is selected on the clipboard as an indented list; tell whether there is any text."""
    return _copy_words(open_map, chosen, clipboard_text.outline)


def copy_as_table(open_map: OpenMap, chosen: Chosen) -> bool:
    """Put what is selected on the clipboard as a table for spreadsheets and word processors."""
    found = _excerpt_of(open_map, chosen)
    if found is None:
        return False
    rows = tables.rows_of(found)
    data = QMimeData()
    data.setText(tables.tab_separated(rows))
    data.setData(tables.TAB_TYPE, tables.tab_separated(rows).encode())
    data.setData(tables.CSV_TYPE, tables.comma_separated(rows).encode())
    data.setHtml(tables.html_table(found))
    QApplication.clipboard().setMimeData(data)
    return True


def copy_as_picture(open_map: OpenMap, chosen: Chosen) -> bool:
    """Put a picture of what is selected on the clipboard; tell whether there is anything to be seen."""
    data = QMimeData()
    if not _put_picture(data, open_map, chosen):
        return False
    QApplication.clipboard().setMimeData(data)
    return True


def _kind_of(chosen: Chosen) -> _Kind | None:
    return next((kind for kind in _KINDS if chosen.of(kind.record)), None)


def _excerpt_of(open_map: OpenMap, chosen: Chosen) -> Excerpt | None:
    kind = _kind_of(chosen)
    return kind.excerpt(open_map.session.document, chosen.of(kind.record)) if kind else None


def _copy_words(open_map: OpenMap, chosen: Chosen, write: Callable[[Excerpt], str]) -> bool:
    found = _excerpt_of(open_map, chosen)
    words = write(found) if found is not None else ""
    if words:
        QApplication.clipboard().setText(words)
    return bool(words)


def _put_picture(data: QMimeData, open_map: OpenMap, chosen: Chosen) -> bool:
    picture: QImage | None = picture_of(open_map.session.layout, copied_ids(chosen))
    if picture is not None:
        data.setImageData(picture)
    return picture is not None
