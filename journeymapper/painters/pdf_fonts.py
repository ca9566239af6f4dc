"""The fonts of a PDF: faces embedded as Type 0 fonts whose codes are glyph numbers.

ISO 32000-1, section 9.7: Identity-H encoding, a ``W`` array of widths, and a ``ToUnicode`` map for readers
that pay no heed to ``ActualText``.
"""

# reportlab is not typed.
# mypy: allow-untyped-calls

import re
from collections.abc import Iterable
from hashlib import sha256
from itertools import count, pairwise
from struct import error, unpack_from

from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFName,
    PDFObjectReference,
    PDFStream,
    PDFString,
    PDFZCompress,
)

from journeymapper.painters.pdf_canvas import PdfCanvas
from journeymapper.painters.pdf_programs import EM, FontProgram, font_program
from journeymapper.text.shaped import Face, GlyphRun

#: ISO 32000-1, table 123: the glyphs are not of the standard Latin set; the face leans; it is heavy.
_SYMBOLIC, _LEANING, _HEAVY = 1 << 2, 1 << 6, 1 << 18

_LEAN_DEGREES = -12
_MAP_BLOCK = 100
_TAG_LETTERS = 6


class EmbeddedFace:
    """A face in a document, and which of its glyphs are used for what."""

    def __init__(self, name: str, face: Face) -> None:
        self.name = name
        self.face = face
        self._scale = EM / face.units_per_em
        self._glyphs: dict[int, tuple[str, int]] = {}
        self._texts: dict[int, str] = {}

    def glyph(self, glyph: int) -> tuple[str, int]:
        """Return a glyph's code in hexadecimal and its width in 1/1000 em; the glyph will be embedded."""
        known = self._glyphs.get(glyph)
        if known is None:
            known = self._glyphs[glyph] = (f"{glyph:04x}", round(self.face.advance(glyph) * self._scale))
        return known

    def note(self, run: GlyphRun, text: str, stops: Iterable[int]) -> None:
        """Note what the run's glyphs stand for.

        Args:
            run: A run of this face.
            text: The line the run is of.
            stops: Where clusters of the line start, ascending, and the end of the line.
        """
        glyphs = run.glyphs
        if all(glyph in self._texts for glyph in glyphs):
            return
        marks = list(stops)
        ends = dict(pairwise(marks))
        before = -1
        for glyph, cluster in zip(glyphs, run.clusters, strict=True):
            meant = text[cluster : ends[cluster]] if cluster != before else ""
            before = cluster
            if not self._texts.get(glyph):
                self._texts[glyph] = meant

    def write(self, canvas: PdfCanvas) -> None:
        """Add the font to the document."""
        program = font_program(self.face, self._glyphs)
        title = self._title(program)
        descendant = PDFDictionary(
            {
                "Type": PDFName("Font"),
                "Subtype": PDFName("CIDFontType2" if program.is_truetype else "CIDFontType0"),
                "BaseFont": PDFName(title),
                "CIDSystemInfo": PDFDictionary(
                    {"Registry": PDFString("Adobe"), "Ordering": PDFString("Identity"), "Supplement": 0}
                ),
                "FontDescriptor": self._descriptor(canvas, title, program),
                "W": PDFArray(self._widths()),
            }
        )
        if program.is_truetype:
            descendant["CIDToGIDMap"] = PDFName("Identity")
        kind = PDFDictionary(
            {
                "Type": PDFName("Font"),
                "Subtype": PDFName("Type0"),
                "BaseFont": PDFName(title),
                "Encoding": PDFName("Identity-H"),
                "DescendantFonts": PDFArray([canvas.add_object(descendant, f"{self.name}.descendant")]),
                "ToUnicode": canvas.add_object(_packed(self._unicode_map()), f"{self.name}.unicode"),
            }
        )
        canvas.add_font(self.name, kind)

    def _title(self, program: FontProgram) -> str:
        """Return the PostScript name with the tag that marks a subset (ISO 32000-1, section 9.6.4)."""
        digest = sha256(program.data).digest()
        tag = "".join(chr(ord("A") + byte % 26) for byte in digest[:_TAG_LETTERS])
        name = re.sub("[^A-Za-z0-9-]", "", f"{self.face.family}-{self.face.style_name}").strip("-")
        return f"{tag}+{name or 'Face'}"

    def _descriptor(self, canvas: PdfCanvas, title: str, program: FontProgram) -> PDFObjectReference:
        style = self.face.style_name.lower()
        leans = "italic" in style or "oblique" in style
        ascent, descent, bounds = self._extents()
        file = _packed(program.data)
        if program.is_truetype:
            file.dictionary["Length1"] = len(program.data)
        else:
            file.dictionary["Subtype"] = PDFName("CIDFontType0C")
        descriptor = PDFDictionary(
            {
                "Type": PDFName("FontDescriptor"),
                "FontName": PDFName(title),
                "Flags": _SYMBOLIC | (_LEANING if leans else 0) | (_HEAVY if "bold" in style else 0),
                "FontBBox": PDFArray(bounds),
                "ItalicAngle": _LEAN_DEGREES if leans else 0,
                "Ascent": ascent,
                "Descent": descent,
                "CapHeight": round(0.7 * EM),
                "StemV": 140 if "bold" in style else 80,
            }
        )
        key = "FontFile2" if program.is_truetype else "FontFile3"
        descriptor[key] = canvas.add_object(file, f"{self.name}.file")
        return canvas.add_object(descriptor, f"{self.name}.descriptor")

    def _extents(self) -> tuple[int, int, list[int]]:
        """Return ascent, descent and bounds in 1/1000 em (OpenType: hhea and head), or the usual ones."""
        try:
            ascent, descent = unpack_from(">hh", self.face.table("hhea"), 4)
            bounds = unpack_from(">hhhh", self.face.table("head"), 36)
        except error:
            return 800, -200, [0, -200, EM, 800]
        scaled = [round(self._scale * value) for value in (ascent, descent, *bounds)]
        return scaled[0], scaled[1], scaled[2:]

    def _widths(self) -> list[int | PDFArray]:
        """Return the W array: the first glyph of each unbroken row of numbers, then the row's widths."""
        result: list[int | list[int]] = []
        row: list[int] = []
        before = -2
        for glyph, (_, width) in sorted(self._glyphs.items()):
            if glyph != before + 1:
                row = []
                result += [glyph, row]
            row.append(width)
            before = glyph
        return [PDFArray(part) if isinstance(part, list) else part for part in result]

    def _unicode_map(self) -> bytes:
        pairs = [
            f"<{code}> <{self._texts[glyph].encode('utf-16-be', 'replace').hex()}>"
            for glyph, (code, _) in sorted(self._glyphs.items())
            if self._texts.get(glyph)
        ]
        blocks = [pairs[start : start + _MAP_BLOCK] for start in range(0, len(pairs), _MAP_BLOCK)]
        listed = "".join(
            f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar\n" for block in blocks
        )
        return _MAP_FRAME.format(listed=listed).encode("ascii")


class FontBook:
    """The faces of one document."""

    def __init__(self) -> None:
        self._faces: dict[Face, EmbeddedFace] = {}
        self._numbers = count(1)

    def embedded(self, face: Face) -> EmbeddedFace:
        """Return the face as it is embedded in the document."""
        known = self._faces.get(face)
        if known is None:
            known = self._faces[face] = EmbeddedFace(f"T{next(self._numbers)}", face)
        return known

    def write(self, canvas: PdfCanvas) -> None:
        """Add all fonts to the document, each with the glyphs in use."""
        for face in self._faces.values():
            face.write(canvas)


_MAP_FRAME = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <ffff>
endcodespacerange
{listed}endcmap
CMapName currentdict /CMap defineresource pop
end
end
"""


def _packed(data: bytes) -> PDFStream:
    return PDFStream(content=data, filters=[PDFZCompress])
