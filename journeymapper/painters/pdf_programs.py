"""Font programs for embedding in a PDF, with only the glyphs in use.

A TrueType face goes out as its own tables, subset by fontTools. Any other (OpenType-CFF, variable, thickened
or slanted by the system, Type 1) is written anew as a CID-keyed CFF font from the outlines that were shown.
"""

# fontTools is typed in part.
# mypy: allow-untyped-calls

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from struct import pack
from typing import Any

from fontTools.cffLib import (
    CFFFontSet,
    CharStrings,
    FDArrayIndex,
    FDSelect,
    FontDict,
    GlobalSubrsIndex,
    PrivateDict,
    TopDict,
    TopDictIndex,
)
from fontTools.misc.psCharStrings import T2CharString
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont, TTLibError

from journeymapper.text.shaped import Face, OutlineSegment

#: The grid of CFF fonts, and of widths in a PDF.
EM = 1000

_TRUETYPE_TABLES = ("glyf", "head", "hhea", "hmtx", "loca", "maxp")
_TRUETYPE_VERSION = 0x00010000


@dataclass(frozen=True, slots=True)
class FontProgram:
    """A font file's bytes; ``is_truetype`` tells TrueType from bare CFF."""

    data: bytes
    is_truetype: bool


def font_program(face: Face, glyphs: Sequence[int]) -> FontProgram:
    """Return a font of a face's glyphs.

    Args:
        face: The face.
        glyphs: The glyph of each character identifier (CID), from 0 on, which is the missing glyph. In a
            TrueType font the glyphs keep their numbers; in a CFF font they are the CIDs.

    A face without outlines gives boxes: its glyphs are placed as pictures, and the boxes, never shown,
    carry the text.
    """
    if face.is_plain and face.has_outlines and face.table("glyf"):
        try:
            return FontProgram(_subset(face, sorted(set(glyphs))), True)
        except (TTLibError, AssertionError, IndexError, KeyError, ValueError):
            return FontProgram(_from_outlines(face, glyphs), False)
    return FontProgram(_from_outlines(face, glyphs), False)


def sfnt(tables: dict[str, bytes]) -> bytes:
    """Return a TrueType file of these tables (OpenType specification, "Organization of an OpenType font")."""
    largest = 1 << (len(tables).bit_length() - 1)
    search = largest * 16
    header = pack(
        ">IHHHH",
        _TRUETYPE_VERSION,
        len(tables),
        search,
        largest.bit_length() - 1,
        len(tables) * 16 - search,
    )
    offset = len(header) + 16 * len(tables)
    directory, body = b"", b""
    for tag, data in sorted(tables.items()):
        padded = data + bytes(-len(data) % 4)
        directory += pack(">4sIII", tag.encode("ascii"), _checksum(padded), offset, len(data))
        body += padded
        offset += len(padded)
    return header + directory + body


def _checksum(padded: bytes) -> int:
    """Return the sum of the big-endian 32-bit words, modulo 2³²: each byte counts by its place."""
    total = sum(sum(padded[place::4]) << shift for place, shift in ((0, 24), (1, 16), (2, 8), (3, 0)))
    return total & 0xFFFFFFFF


def _subset(face: Face, glyphs: list[int]) -> bytes:
    file = BytesIO(sfnt({tag: face.table(tag) for tag in _TRUETYPE_TABLES}))
    font = TTFont(file, lazy=True, recalcBBoxes=False, recalcTimestamp=False)
    font.setGlyphOrder([f"glyph{index:05d}" for index in range(font["maxp"].numGlyphs)])
    options = Options(
        retain_gids=True,
        notdef_outline=True,
        hinting=False,
        glyph_names=False,
        recalc_bounds=False,
        recalc_timestamp=False,
    )
    subsetter = Subsetter(options)
    subsetter.populate(gids=glyphs)
    subsetter.subset(font)
    result = BytesIO()
    font.save(result, reorderTables=True)
    return result.getvalue()


def _from_outlines(face: Face, glyphs: Sequence[int]) -> bytes:
    names = [".notdef", *(f"cid{identifier:05d}" for identifier in range(1, len(glyphs)))]
    private = PrivateDict()
    subroutines = GlobalSubrsIndex()
    top: Any = TopDict(GlobalSubrs=subroutines)
    top.ROS = ("Adobe", "Identity", 0)
    top.CIDCount = len(glyphs)
    top.charset = names
    top.FDArray = FDArrayIndex()
    member: Any = FontDict()
    member.Private = private
    top.FDArray.append(member)
    top.FDSelect = FDSelect(format=3)
    top.FDSelect.gidArray = [0] * len(names)
    top.CharStrings = CharStrings(None, names, subroutines, private, top.FDSelect, top.FDArray)
    for name, glyph in zip(names, glyphs, strict=True):
        drawn = _char_string(face, glyph)
        drawn.private, drawn.globalSubrs = private, subroutines
        top.CharStrings[name] = drawn
    return _cff_file(top, subroutines)


def _cff_file(top: TopDict, subroutines: GlobalSubrsIndex) -> bytes:
    font: Any = CFFFontSet()
    font.major, font.minor = 1, 0
    font.otFont = None
    font.fontNames = ["Embedded"]
    font.GlobalSubrs = subroutines
    font.topDictIndex = TopDictIndex()
    font.topDictIndex.append(top)
    result = BytesIO()
    font.compile(result, TTFont())
    return result.getvalue()


def _char_string(face: Face, glyph: int) -> T2CharString:
    scale = EM / face.units_per_em
    width = face.advance(glyph)
    pen = T2CharStringPen(width * scale, None)
    for segment in face.outline(glyph) if face.has_outlines else _box(width):
        kind, *values = segment
        flat = [scale * float(value) for value in values]
        points = list(zip(flat[::2], flat[1::2], strict=True))
        if kind == "M":
            pen.moveTo(*points)
        elif kind == "L":
            pen.lineTo(*points)
        elif kind == "C":
            pen.curveTo(*points)
        else:
            pen.closePath()
    return pen.getCharString()


def _box(side: float) -> tuple[OutlineSegment, ...]:
    return ("M", 0, 0), ("L", side, 0), ("L", side, side), ("L", 0, side), ("Z",)
