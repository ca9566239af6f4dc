"""The registry of formats: what can be opened, and what a map can be exported to."""

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any

from journeymapper.document.document import Document
from journeymapper.exchange.options import ExportOptions, Progress
from journeymapper.files import native
from journeymapper.files.problems import BadFileError
from journeymapper.i18n import _, mark
from journeymapper.layout.map_layout import MapLayout
from journeymapper.memory import collector_at_rest

#: Makes a map of a file's bytes, with what could not be taken over.
Reader = Callable[[bytes, Path], tuple[Document, tuple[str, ...]]]
#: Writes a map to a file; returns the characters that no font has.
Writer = Callable[[MapLayout, Path, ExportOptions, Progress | None], frozenset[str]]


@dataclass(frozen=True, slots=True)
class FileKind:
    """A kind of file: its name (marked for translation) and suffixes, dot included, in lower case."""

    name: str
    suffixes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Imported:
    """A map from a file, with what could not be taken over as it was; only a native one is saved in place."""

    document: Document
    notes: tuple[str, ...]
    is_native: bool


JOURNEY = FileKind(mark("Journey maps"), (native.SUFFIX,))
MERMAID = FileKind(mark("Mermaid journeys"), (".mmd", ".mermaid", ".md", ".markdown"))
OPENABLE = (JOURNEY, MERMAID)

PDF = FileKind(mark("PDF documents"), (".pdf",))
PNG = FileKind(mark("PNG pictures"), (".png",))

#: The modules of the formats, each loaded when it is first used: pictures need Qt, a map of ours no Mermaid.
_READERS = dict.fromkeys(MERMAID.suffixes, ("journeymapper.exchange.mermaid", "read_map"))
_WRITERS = {
    ".pdf": ("journeymapper.exchange.pdf", "write_pdf"),
    ".png": ("journeymapper.exchange.png", "write_png"),
}


def read_map(path: Path) -> Imported:
    """Return the map in a file, whatever its format.

    Raises:
        OSError: the file cannot be read.
        BadFileError: its format is not known, or it holds no map.
    """
    suffix = path.suffix.lower()
    if suffix not in {native.SUFFIX, *_READERS}:
        raise BadFileError(path, _("journeymapper cannot open files of this kind"))
    data = path.read_bytes()
    with collector_at_rest():
        if suffix == native.SUFFIX:
            return Imported(*native.read_mended(data, path), True)
        read: Reader = _loaded(_READERS[suffix])
        document, notes = read(data, path)
        return Imported(document, notes, False)


def writer_for(path: Path) -> Writer | None:
    """Return what exports to files named like this, or None."""
    place = _WRITERS.get(path.suffix.lower())
    return None if place is None else _loaded(place)


def _loaded(place: tuple[str, str]) -> Any:
    """Return the function at a place: a module and a name in it."""
    module, name = place
    return getattr(import_module(module), name)
