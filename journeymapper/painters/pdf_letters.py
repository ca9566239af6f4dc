"""Glyph runs as codes at places, so that readers find every letter once and in the right order.

Readers sort right-to-left letters by place and expect one letter a code. Where a script does otherwise (one
glyph for lam and alef, a letter made of a shape and its dots, vowel signs) the widest glyph of the cluster
is cut into as many parts as there are letters: the glyph itself stands for the leftmost, unseen copies
for the others, and the cluster's other glyphs for nothing. Tried in poppler 22, MuPDF and PDFium.
"""

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

from journeymapper.painters.pdf_fonts import EmbeddedFace
from journeymapper.painters.pdf_operators import numbers
from journeymapper.text.shaped import GlyphRun

#: Glyphs stand where the screen has them to within this many 1/1000 em, without a correction of its own.
_TOLERANCE = 2

#: What a glyph stands for that shows a part of a letter: some readers make up a letter for nothing.
_NOTHING = "\u200b"


class Letter(NamedTuple):
    """A code at its place: pen position (points, y downwards), width (1/1000 em), whether it is seen."""

    code: str
    width: int
    x: float
    y: float
    is_seen: bool


_Place = tuple[float, float]
_Letters = tuple[list[Letter], list[Letter]]


def run_letters(
    run: GlyphRun, starts: Sequence[int], font: EmbeddedFace, meanings: Mapping[int, str]
) -> _Letters:
    """Return a run's glyphs as codes at places, from left to right.

    Args:
        run: The run.
        starts: Its clusters.
        font: Its face in the document.
        meanings: The text of each cluster, by where it starts.

    Returns:
        The letters, and apart from them the glyphs that stand for nothing.
    """
    is_seen = run.face.has_outlines
    glyphs, places = run.glyphs, run.positions
    if not run.right_to_left and len(set(starts)) == len(starts):
        single = zip(glyphs, places, starts, strict=True)
        return [Letter(*font.code(glyph, meanings[start]), *at, is_seen) for glyph, at, start in single], []
    spoken: list[Letter] = []
    mute: list[Letter] = []
    clusters = [
        (meanings[start], list(group)) for start, group in groupby(range(len(starts)), key=starts.__getitem__)
    ]
    for text, indexes in reversed(clusters) if run.right_to_left else clusters:
        shape = _backward if run.right_to_left else _forward
        own = [glyphs[index] for index in indexes]
        found = shape(font, text, own, [places[index] for index in indexes], is_seen, run.size)
        spoken += found[0]
        mute += found[1]
    return spoken, mute


def plain_operators(
    run: GlyphRun, starts: Sequence[int], font: EmbeddedFace, meanings: Mapping[int, str], x: float, y: float
) -> str | None:
    """Return the operators of a run that has a seen glyph a letter, left to right on one baseline.

    Nearly all text is like that, and this is the quick way; for any other run the answer is ``None``.
    """
    if run.right_to_left or not run.face.has_outlines or len(set(starts)) != len(starts):
        return None
    places, code, unit = run.positions, font.code, run.size / 1000
    left, level = places[0]
    pen = left
    parts = ["[<"]
    for glyph, (at, drop), start in zip(run.glyphs, places, starts, strict=True):
        if drop != level:
            return None
        gap = round((pen - at) / unit)
        if not -_TOLERANCE <= gap <= _TOLERANCE:
            parts.append(f">{gap}<")
            pen -= gap * unit
        letter, width = code(glyph, meanings[start])
        parts.append(letter)
        pen += width * unit
    return f"1 0 0 -1 {numbers(x + left, y + level)} Tm {''.join(parts)}>]TJ"


def letter_operators(found: Iterable[Letter], size: float, x: float, y: float) -> list[str]:
    """Return the operators that show letters of a line whose baseline starts at (x, y)."""
    result = []
    for (is_seen, drop), group in groupby(found, key=lambda letter: (letter.is_seen, letter.y)):
        row = list(group)
        shown = f"1 0 0 -1 {numbers(x + row[0].x, y + drop)} Tm {_row(row, size)}TJ"
        result.append(shown if is_seen else f"3 Tr {shown} 0 Tr")
    return result


def _forward(
    font: EmbeddedFace, text: str, glyphs: list[int], places: list[_Place], is_seen: bool, _size: float
) -> _Letters:
    """Give a cluster's text to its first glyph, or a letter and its marks to a glyph each."""
    if len(text) == len(glyphs) and all(unicodedata.category(char) == "Mn" for char in text[1:]):
        each = zip(glyphs, text, places, strict=True)
        return [Letter(*font.code(glyph, char), *place, is_seen) for glyph, char, place in each], []
    first = Letter(*font.code(glyphs[0], text), *places[0], is_seen)
    return [first], _mute(font, glyphs[1:], places[1:], is_seen)


def _backward(
    font: EmbeddedFace, text: str, glyphs: list[int], places: list[_Place], is_seen: bool, size: float
) -> _Letters:
    """Give each letter of a cluster a part of its widest glyph, the last letter the leftmost."""
    widest = max(range(len(glyphs)), key=lambda index: font.face.advance(glyphs[index]))
    left, drop = places[widest]
    spoken = []
    for index, char in enumerate(reversed(text)):
        code, width = font.code(glyphs[widest], char, len(text))
        spoken.append(Letter(code, width, left + index * width * size / 1000, drop, is_seen and index == 0))
    del glyphs[widest], places[widest]
    return spoken, _mute(font, glyphs, places, is_seen)


def _mute(font: EmbeddedFace, glyphs: list[int], places: list[_Place], is_seen: bool) -> list[Letter]:
    pairs = zip(glyphs, places, strict=True)
    return [Letter(*font.code(glyph, _NOTHING), *place, is_seen) for glyph, place in pairs]


def _row(row: Sequence[Letter], size: float) -> str:
    """Return letters of one height as the operand of TJ: codes, and corrections in 1/1000 em."""
    parts = ["[<"]
    pen = row[0].x
    for letter in row:
        gap = round((pen - letter.x) * 1000 / size)
        if abs(gap) > _TOLERANCE:
            parts.append(f">{gap}<")
            pen -= gap * size / 1000
        parts.append(letter.code)
        pen += letter.width * size / 1000
    return "".join([*parts, ">]"])
