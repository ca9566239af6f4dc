"""The shelf: all building blocks there are, the program's own and the user's."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from journeymapper.guide.folders import BLOCKS
from journeymapper.guide.library.block import OWN, Block, BlockFile
from journeymapper.guide.resources import Problem, read_all, read_built_in
from journeymapper.i18n import _


class Category(NamedTuple):
    """What blocks are: ``name`` is in the user's language."""

    key: str
    name: str


@dataclass(frozen=True, slots=True)
class Shelf:
    """All blocks: those ``built_in``, by category and in the order of their files, and the user's ``own``.

    ``problems`` has a line for each file that was left out.
    """

    categories: tuple[Category, ...]
    built_in: tuple[Block, ...]
    own: tuple[Block, ...]
    problems: tuple[Problem, ...]

    @property
    def blocks(self) -> tuple[Block, ...]:
        """All of them, the user's first."""
        return self.own + self.built_in


def read_shelf(own_folder: Path) -> Shelf:
    """Return all blocks, with the user's from ``own_folder``, which need not be there."""
    files, problems = read_built_in(BLOCKS, BlockFile)
    files.sort(key=lambda file: file.place)
    own_files, own_problems = read_all(own_folder, BlockFile)
    return Shelf(
        categories=_categories([*files, *own_files]),
        built_in=_blocks(files),
        own=_blocks(own_files),
        problems=(*problems, *own_problems),
    )


def _blocks(files: Iterable[BlockFile]) -> tuple[Block, ...]:
    return tuple(chain.from_iterable(file.filled() for file in files))


def _categories(files: Iterable[BlockFile]) -> tuple[Category, ...]:
    """Return the categories in the order of their files; one without a name goes by its key."""
    named: dict[str, str] = {}
    for file in files:
        for key, name in [(file.category, file.name), *((block.category, "") for block in file.blocks)]:
            if key and not named.get(key):
                named[key] = name
    named[OWN] = named.get(OWN) or _("My own blocks")
    return tuple(Category(key, name or key) for key, name in named.items())
