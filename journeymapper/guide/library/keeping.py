"""The user's own building blocks, in files of the user's folder.

The files are read anew before each write, so that what another window or process has added stays.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Final, NamedTuple

from journeymapper.document.document import Document
from journeymapper.document.records import Card, Lane, Step
from journeymapper.document.texts import cleaned
from journeymapper.files.problems import BadFileError
from journeymapper.files.whole import write_whole
from journeymapper.guide.library.block import OWN, Block, BlockFile
from journeymapper.guide.library.finding import key_of_block
from journeymapper.guide.resources import SUFFIX, listed, read_one
from journeymapper.guide.stage_keys import key_of

#: The file that kept blocks go into.
_FILE: Final = "own"


class Kept(NamedTuple):
    """How many blocks are new, and how many took the place of one of the same text and role."""

    new: int
    renewed: int


class Taken(NamedTuple):
    """A block that was taken out of its file, and where it stood there, so that it can be put back."""

    path: Path
    place: int
    block: Block


def block_of(document: Document, card: str) -> Block | None:
    """Return a card as a block; None for one without words.

    Its numbers, ratings, evidence and people stay behind: they are this map's own.
    """
    record = document.get(card, Card)
    text = record.text.strip()
    if not text:
        return None
    return Block(
        text=text,
        role=document.get(record.lane, Lane).role,
        stages=(key_of(document, document.get(record.step, Step).stage),),
        channel=record.channel,
        online=record.online,
        unit=record.unit,
        tags=record.tags,
        note=record.note,
    )


def keep(folder: Path, blocks: Iterable[Block]) -> Kept:
    """Add blocks to the user's own; one of the same text and role is renewed.

    Raises:
        OSError: the folder cannot be written to.
    """
    folder.mkdir(parents=True, exist_ok=True)
    path, standing = _own_file(folder)
    there = {key_of_block(block): place for place, block in enumerate(standing)}
    before, renewed = len(standing), set()
    for block in blocks:
        own = block.model_copy(update={"category": ""})
        place = there.setdefault(key_of_block(own), len(standing))
        if place == len(standing):
            standing.append(own)
        else:
            standing[place] = own
            renewed.add(place)
    write_blocks(path, standing)
    return Kept(len(standing) - before, sum(1 for place in renewed if place < before))


def _own_file(folder: Path) -> tuple[Path, list[Block]]:
    """Return the file that blocks are added to, and what stands in it.

    One that is broken is left as it is, and so is one that says of what category all its blocks are.
    """
    number = 1
    while True:
        path = folder / f"{_FILE if number == 1 else f'{_FILE}-{number}'}{SUFFIX}"
        with suppress(BadFileError):
            try:
                file = read_one(path, BlockFile)
            except FileNotFoundError:
                return path, []
            if file == BlockFile(blocks=file.blocks):
                return path, list(file.blocks)
        number += 1


def rename(folder: Path, block: Block, text: str) -> bool:
    """Give one of the user's blocks another text; tell whether it was there.

    Raises:
        OSError: its file cannot be written.
    """
    for path, file, place in _places_of(folder, block):
        renamed = file.blocks[place].model_copy(update={"text": cleaned(text).strip()})
        _write(path, file, (*file.blocks[:place], renamed, *file.blocks[place + 1 :]))
        return True
    return False


def remove(folder: Path, block: Block) -> Taken | None:
    """Take one of the user's blocks out of its file; None where it is there no more.

    Raises:
        OSError: its file cannot be written.
    """
    for path, file, place in _places_of(folder, block):
        _write(path, file, (*file.blocks[:place], *file.blocks[place + 1 :]))
        return Taken(path, place, file.blocks[place])
    return None


def put_back(taken: Taken) -> None:
    """Put a block back where it was taken from.

    Raises:
        OSError: its file cannot be read or written.
        BadFileError: its file was broken since.
    """
    file = BlockFile(blocks=())
    with suppress(FileNotFoundError):
        file = read_one(taken.path, BlockFile)
    _write(taken.path, file, (*file.blocks[: taken.place], taken.block, *file.blocks[taken.place :]))


def _places_of(folder: Path, block: Block) -> Iterator[tuple[Path, BlockFile, int]]:
    """Yield the files in which a block stands, and at which place."""
    paths, _problems = listed(folder, SUFFIX)
    for path in paths:
        try:
            file = read_one(path, BlockFile)
        except (BadFileError, OSError):
            continue  # what is broken holds no blocks
        if block in file.filled():
            yield path, file, file.filled().index(block)


def write_blocks(path: Path, blocks: Sequence[Block]) -> None:
    """Write blocks into a file that others can add to their own.

    Raises:
        OSError: it cannot be written.
    """
    bare = tuple(
        block.model_copy(update={"category": ""}) if block.category == OWN else block for block in blocks
    )
    _write(path, BlockFile(blocks=()), bare)


def _write(path: Path, file: BlockFile, blocks: tuple[Block, ...]) -> None:
    values = file.model_copy(update={"blocks": blocks}).model_dump(mode="json", exclude_defaults=True)
    write_whole(path, (json.dumps(values, ensure_ascii=False, indent=1) + "\n").encode())


def read_blocks(path: Path) -> tuple[Block, ...]:
    """Return the blocks in a file.

    Raises:
        OSError: it cannot be read.
        BadFileError: it is damaged, or holds no blocks.
    """
    return read_one(path, BlockFile).filled()
