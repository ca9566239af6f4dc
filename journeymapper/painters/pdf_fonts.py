"""The fonts of a PDF: faces embedded as Type 0 fonts (ISO 32000-1, section 9.7).

A character code stands for a glyph *and* the text it was set for, so the ``ToUnicode`` map is exact even
where a glyph serves several letters, as the dotless shapes of Arabic do. The encoding is Identity-H.
"""

# reportlab is not typed.
# mypy: allow-untyped-calls

import re
from hashlib import sha256
from struct import error, pack, unpack_from

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
from journeymapper.text.shaped import Face

#: ISO 32000-1, table 123: the glyphs are not of the standard Latin set; the face leans; it is heavy.
_SYMBOLIC, _LEANING, _HEAVY = 1 << 2, 1 << 6, 1 << 18

_LEAN_DEGREES = -12
_MAP_BLOCK = 100
_TAG_LETTERS = 6

#: Codes are two bytes. A line, however long, finds room in the font it was begun in.
_CODES, _LONGEST_LINE = 0x10000, 0x4000


class EmbeddedFace:
    """A face in a document, and which of its glyphs are used for what."""

    def __init__(self, name: str, face: Face) -> None:
        self.name = name
        self.face = face
        self._scale = EM / face.units_per_em
        self._codes: dict[tuple[int, str, int], tuple[str, int]] = {}
        self._glyphs = [0]
        self._texts = [""]
        self._advances = [self._advance(0)]

    @property
    def is_full(self) -> bool:
        """True when there are hardly any codes left: it is time for another font of the same face."""
        return len(self._glyphs) > _CODES - _LONGEST_LINE

    def code(self, glyph: int, text: str, parts: int = 1) -> tuple[str, int]:
        """Return a code in hexadecimal, and how far it moves the pen in 1/1000 em.

        Args:
            glyph: The glyph's number in the face.
            text: What it stands for here.
            parts: Into how many equal parts the glyph's width is cut; the pen moves by one of them.
        """
        key = glyph, text, parts
        known = self._codes.get(key)
        if known is None:
            advance = round(self._advance(glyph) / parts)
            known = self._codes[key] = f"{len(self._glyphs):04x}", advance
            self._glyphs.append(glyph)
            self._texts.append(text)
            self._advances.append(advance)
        return known

    def _advance(self, glyph: int) -> int:
        return round(self.face.advance(glyph) * self._scale)

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
                "W": PDFArray([0, PDFArray(self._advances)]),
            }
        )
        if program.is_truetype:
            places = pack(f">{len(self._glyphs)}H", *self._glyphs)
            descendant["CIDToGIDMap"] = canvas.add_object(_packed(places), f"{self.name}.places")
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

    def _unicode_map(self) -> bytes:
        pairs = [
            f"<{code:04x}> <{text.encode('utf-16-be', 'replace').hex()}>"
            for code, text in enumerate(self._texts)
            if text
        ]
        blocks = [pairs[start : start + _MAP_BLOCK] for start in range(0, len(pairs), _MAP_BLOCK)]
        listed = "".join(
            f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar\n" for block in blocks
        )
        return _MAP_FRAME.format(listed=listed).encode("ascii")


class FontBook:
    """The faces of one document."""

    def __init__(self) -> None:
        self._fonts: list[EmbeddedFace] = []
        self._by_face: dict[Face, EmbeddedFace] = {}

    def embedded(self, face: Face) -> EmbeddedFace:
        """Return the face as it is embedded in the document."""
        known = self._by_face.get(face)
        if known is None or known.is_full:
            known = self._by_face[face] = EmbeddedFace(f"T{len(self._fonts)}", face)
            self._fonts.append(known)
        return known

    def write(self, canvas: PdfCanvas) -> None:
        """Add all fonts to the document, each with the glyphs in use."""
        for font in self._fonts:
            font.write(canvas)


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
