"""What lies on the clipboard, as far as a map can take it."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QApplication

from journeymapper.document import fragment
from journeymapper.document.fragment import MIME_TYPE, Fragment
from journeymapper.document.texts import cleaned, list_items
from journeymapper.editing.blocks import Block, fit
from journeymapper.exchange import table_reading
from journeymapper.exchange.formats import OPENABLE
from journeymapper.i18n import _
from journeymapper.ui.picture_data import offers_pictures, picture_sources
from journeymapper.ui.reading_pictures import Source

#: Pasting more cards or characters than this asks first.
_MANY_CARDS = 200
_MANY_LETTERS = 20_000

#: No more than this is pasted at once; a card of more characters could hardly be read or written in.
MOST_CARDS = 5_000
MOST_LETTERS = 100_000

#: Lanes, stages, steps and personas that a map of ours never has as many of.
_MOST_PARTS = 1_000

#: A text of this many characters is too much, whatever is in it; a fragment's size in bytes.
_MOST_TEXT = 10_000_000
_MOST_BYTES = 100_000_000

#: A text in whose beginning this share of characters is none that anybody writes is no text.
_JUNK_SHARE = 0.3
_BEGINNING = 10_000


@dataclass(frozen=True, slots=True)
class Files:
    """Files that can be opened."""

    paths: tuple[Path, ...]


@dataclass(frozen=True, slots=True)
class Words:
    """Texts that become a card each; ``letters`` counts all characters there were."""

    texts: tuple[str, ...]
    letters: int

    @property
    def is_long(self) -> bool:
        """Tell whether pasting them is rather asked about first."""
        return len(self.texts) > _MANY_CARDS or self.letters > _MANY_LETTERS


@dataclass(frozen=True, slots=True)
class Table:
    """Cells of a table with several columns."""

    block: Block

    def words(self) -> Words:
        """Return the cells that are not blank."""
        return _words_of(text for row in self.block for text in row)


@dataclass(frozen=True, slots=True)
class Pictures:
    """Pictures, still to be read."""

    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Nothing:
    """Nothing that could be pasted, and why, for the user."""

    reason: str


Pasteable = TypeVar("Pasteable", Words, Table, Words | Table)
Found = Fragment | Files | Pictures | Words | Table | Nothing


def data() -> QMimeData:
    """Return what lies on the clipboard in all its forms."""
    return QApplication.clipboard().mimeData() or QMimeData()


def text_on_it() -> str:
    """Return the text on the clipboard."""
    return QApplication.clipboard().text()


def found_in(offered: QMimeData, plain: bool = False) -> Found:
    """Return what can be pasted; ``plain`` means the words alone, a card a line."""
    carried = _fragment_in(offered)
    if carried is not None:
        return _lines_of(carried.text()) if plain else _unless_too_much(carried)
    if not plain and offers_pictures(offered):
        return Pictures(tuple(picture_sources(offered)))
    files = [Path(url.toLocalFile()) for url in offered.urls() if url.isLocalFile()]
    if files:
        paths = tuple(path for path in files if can_be_opened(path))
        return Files(paths) if paths and not plain else Nothing(no_text())
    text = offered.text() if offered.hasText() else ""
    if len(text) > _MOST_TEXT:
        return Nothing(_("This text is far too long for a map. Nothing was pasted."))
    if not plain:
        try:
            html = offered.html() if offered.hasHtml() else ""
            block = table_reading.block_in_html(html)
            if block is None and not _is_junk(text) and not _is_list(text):
                block = table_reading.block_in_text(text)
        except table_reading.TooLargeError:
            return Nothing(_("This table is far too large for a map. Nothing was pasted."))
        if block is not None:
            return _unless_too_many(_table(block))
    return _lines_of(text)


def can_be_opened(path: Path) -> bool:
    """Tell whether a file is of a kind that can be opened, by its name."""
    return any(path.suffix.lower() in kind.suffixes for kind in OPENABLE)


def no_text() -> str:
    """Say that there is nothing to paste."""
    return _("There is no text on the clipboard.")


def too_long_words() -> str:
    """Say that a text is longer than a card can hold."""
    words = _("A card holds at most {most} characters. Nothing was pasted.")
    return words.format(most=f"{MOST_LETTERS:,}")


def too_many_words(count: int) -> str:
    """Say that there are more cards than can be pasted at once."""
    words = _("{count} cards are too many at once: at most {most} can be pasted. Nothing was changed.")
    return words.format(count=f"{count:,}", most=f"{MOST_CARDS:,}")


def excess(carried: Fragment) -> str:
    """Return what is too much about a fragment, for the user, or ""."""
    if len(carried.cards) > MOST_CARDS:
        return too_many_words(len(carried.cards))
    if any(len(each.card.text) > MOST_LETTERS for each in carried.cards):
        return too_long_words()
    parts = (carried.lanes, carried.stages, carried.steps, carried.personas)
    standing = max(len(carried.points), len(carried.prompts))
    if max(len(part) for part in parts) > _MOST_PARTS or standing > MOST_CARDS:
        return _("This is too much for one paste. Nothing was changed.")
    return ""


def _fragment_in(offered: QMimeData) -> Fragment | None:
    """Return what another window of ours copied, or None; what is damaged counts as not there."""
    if not offered.hasFormat(MIME_TYPE):
        return None
    raw = bytes(offered.data(MIME_TYPE).data())
    carried = fragment.from_json(raw) if len(raw) <= _MOST_BYTES else None
    return None if carried is None or carried.is_empty else carried


def _unless_too_much(carried: Fragment) -> Fragment | Nothing:
    reason = excess(carried)
    return Nothing(reason) if reason else carried


def _table(block: Block) -> Table | Words:
    """Return a table; a single column is cards of one cell."""
    return Table(block) if len(block[0]) > 1 else _words_of(row[0] for row in block)


def _lines_of(text: str) -> Words | Nothing:
    if not text.strip():
        return Nothing(no_text())
    count = sum(1 for line in text.splitlines() if line.strip())
    if count > MOST_CARDS:
        return Nothing(too_many_words(count))
    lines = cleaned(text).split("\n")
    if not any(line.strip() for line in lines) or _is_junk(text):
        return Nothing(_("What is on the clipboard is no text that can be read. Nothing was pasted."))
    return _unless_too_many(Words(tuple(list_items(lines)), len(text)))


def _words_of(texts: Iterable[str]) -> Words:
    words = tuple(fitting for text in texts if (fitting := fit(text)))
    return Words(words, sum(len(text) for text in words))


def _unless_too_many(found: Pasteable) -> Pasteable | Nothing:
    words = found if isinstance(found, Words) else found.words()
    if not words.texts:
        return Nothing(no_text())
    if len(words.texts) > MOST_CARDS:
        return Nothing(too_many_words(len(words.texts)))
    if any(len(text) > MOST_LETTERS for text in words.texts):
        return Nothing(too_long_words())
    return found


def _is_list(text: str) -> bool:
    """Tell whether the only tabs of a text are those that writing programs put behind bullets."""
    return "\t" in text and not any("\t" in item for item in list_items(cleaned(text).split("\n")))


def _is_junk(text: str) -> bool:
    """Tell whether a text is mostly what comes of bytes that are no text."""
    beginning = text[:_BEGINNING]
    strange = len(beginning) - len(cleaned(beginning)) + beginning.count("\ufffd")
    return strange > _JUNK_SHARE * len(beginning)
