"""The library that all windows share: blocks and personas, read once, and again when their files change."""

from collections.abc import Callable, Iterable
from functools import cached_property
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from journeymapper.document.document import Document
from journeymapper.files.problems import BadFileError, disk_words
from journeymapper.guide.folders import blocks_folder, personas_folder
from journeymapper.guide.library import keeping, people
from journeymapper.guide.library.block import Block
from journeymapper.guide.library.finding import Finder
from journeymapper.guide.library.keeping import Kept, Taken
from journeymapper.guide.library.people import KeptPersona, TakenPersona
from journeymapper.guide.library.shelf import Shelf, read_shelf
from journeymapper.guide.resources import Problem
from journeymapper.i18n import _

_State = frozenset[tuple[str, int, int]]


class Library(QObject):
    """Blocks and personas. What cannot be read is left out; what cannot be written raises an error."""

    #: There are others now.
    changed = Signal()

    def __init__(self, user: Path, parent: QObject | None = None) -> None:
        """Read nothing yet; ``user`` is the folder of what the user keeps."""
        super().__init__(parent)
        self.blocks_folder, self.personas_folder = blocks_folder(user), personas_folder(user)
        self._state: _State | None = None

    @cached_property
    def shelf(self) -> Shelf:
        """All blocks."""
        return read_shelf(self.blocks_folder)

    @cached_property
    def finder(self) -> Finder:
        """What finds them."""
        return Finder(self.shelf)

    @cached_property
    def _people(self) -> tuple[list[KeptPersona], list[Problem]]:
        return people.read_people(self.personas_folder)

    @property
    def people(self) -> list[KeptPersona]:
        """The personas, by name."""
        return self._people[0]

    @property
    def people_problems(self) -> list[Problem]:
        """A line for each file of a persona that was left out; ``shelf`` has those of blocks."""
        return self._people[1]

    def look_again(self) -> None:
        """Read the user's files anew where they are others than before."""
        state = _state(self.blocks_folder) | _state(self.personas_folder)
        if self._state is not None and state != self._state:
            self._read_anew()
        self._state = state

    def _read_anew(self) -> None:
        for name in ("shelf", "finder", "_people"):
            self.__dict__.pop(name, None)
        self._state = _state(self.blocks_folder) | _state(self.personas_folder)
        self.changed.emit()

    def keep_blocks(self, blocks: Iterable[Block]) -> Kept:
        """Add blocks to the user's own (see ``keeping.keep``)."""
        kept = keeping.keep(self.blocks_folder, blocks)
        self._read_anew()
        return kept

    def rename_block(self, block: Block, text: str) -> None:
        """Give one of the user's blocks another text."""
        keeping.rename(self.blocks_folder, block, text)
        self._read_anew()

    def remove_block(self, block: Block) -> Taken | None:
        """Take one of the user's blocks away."""
        taken = keeping.remove(self.blocks_folder, block)
        self._read_anew()
        return taken

    def put_block_back(self, taken: Taken) -> None:
        """Put a block back that was taken away."""
        keeping.put_back(taken)
        self._read_anew()

    def keep_persona(self, document: Document, persona: str, instead: KeptPersona | None = None) -> None:
        """Keep a persona of a map, in the place of another where one is given."""
        path = instead.path if instead is not None else None
        people.keep(self.personas_folder, document, persona, path)
        self._read_anew()

    def rename_persona(self, kept: KeptPersona, name: str) -> None:
        """Give a persona of the library another name."""
        people.rename(kept, name)
        self._read_anew()

    def remove_persona(self, kept: KeptPersona) -> TakenPersona:
        """Take a persona out of the library."""
        taken = people.remove(kept)
        self._read_anew()
        return taken

    def put_persona_back(self, taken: TakenPersona) -> None:
        """Put a persona back that was taken out."""
        people.put_back(taken)
        self._read_anew()


def _state(folder: Path) -> _State:
    """Return what tells whether files of a folder have changed: names, times of writing and sizes."""
    try:
        found = [(path, path.stat()) for path in folder.iterdir()]
    except OSError:
        return frozenset()
    return frozenset((str(path), stat.st_mtime_ns, stat.st_size) for path, stat in found)


def unless_refused(do: Callable[[], None]) -> str:
    """Do something with the library's files; return why it could not be done, or ""."""
    try:
        do()
    except OSError as error:
        reason = disk_words(error)
    except BadFileError as error:
        reason = ": ".join(part for part in (error.place, error.message) if part)
    else:
        return ""
    return _("The library is as it was: {reason}").format(reason=reason)
