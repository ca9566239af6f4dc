"""Finds the words in the data under ``resources/``, so that Babel puts them into the message catalogues."""

from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import BinaryIO

from journeymapper.files import native
from journeymapper.files.strict_json import parsed
from journeymapper.guide.businesses import BUSINESSES, Business
from journeymapper.guide.folders import BLOCKS
from journeymapper.guide.health.rule import CHECKS, CheckFile
from journeymapper.guide.hints import HINTS, HintFile
from journeymapper.guide.lane_sets import LANE_SETS, LaneSet
from journeymapper.guide.library.block import BlockFile
from journeymapper.guide.resources import Resource, with_words
from journeymapper.guide.stage_sets import STAGE_SETS, StageSet
from journeymapper.guide.translating import with_words as map_with_words

#: What the JSON files of each folder hold.
MODELS: Mapping[str, type[Resource]] = {
    BLOCKS: BlockFile,
    BUSINESSES: Business,
    CHECKS: CheckFile,
    HINTS: HintFile,
    LANE_SETS: LaneSet,
    STAGE_SETS: StageSet,
}

Message = tuple[int, None, str, list[str]]


def extract(
    fileobj: BinaryIO,
    keywords: Collection[str],  # noqa: ARG001  # Babel's form of an extractor
    comment_tags: Collection[str],  # noqa: ARG001
    options: Mapping[str, str],  # noqa: ARG001
) -> Iterator[Message]:
    """Yield each of a file's words with its line, as Babel's extractors do.

    Raises:
        BadFileError: the file is broken.
        KeyError: the models do not know the file's folder.
    """
    path, data = Path(fileobj.name), fileobj.read()
    found: dict[str, None] = {}

    def collect(words: str) -> str:
        found.setdefault(words)
        return words

    if path.suffix == native.SUFFIX:
        map_with_words(native.read(data, path), collect)
    else:
        with_words(MODELS[path.parent.name].model_validate(parsed(data, path)), collect)
    lines = data.decode().split("\n")
    return ((_line(lines, words), None, words, []) for words in found)


def _line(lines: list[str], words: str) -> int:
    """Return the number of the first line where words begin; 0 where they are written in another way."""
    start = words.split("\n", 1)[0].split('"', 1)[0]
    return next((number for number, line in enumerate(lines, 1) if start in line), 0)
