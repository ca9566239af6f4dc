"""Shaped text as PDF operators: the glyphs that stand on the screen, and the exact words behind them.

Every line is a marked-content span whose ``ActualText`` (ISO 32000-1, section 14.9.4) is the line's text, so
copying and searching give back what was typed, whatever ligatures and reorderings the script needed.
"""

import re
from collections.abc import Hashable

from journeymapper.layout.display import Paragraph
from journeymapper.painters.pdf_canvas import PdfCanvas
from journeymapper.painters.pdf_fonts import EmbeddedFace, FontBook
from journeymapper.painters.pdf_operators import number, numbers
from journeymapper.text.shaped import Face, GlyphPicture, GlyphRun, ShapedLine

#: Glyphs stand where the screen has them to within this many 1/1000 em, without a correction of its own.
_TOLERANCE = 2

#: Glyphs without outlines are drawn once, at this size and sharpness, and scaled.
_PICTURE_SIZE = 30
_PICTURE_SHARPNESS = 300 / 72

_UNSPEAKABLE = re.compile("[\ud800-\udfff]")
_UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f]")


class TextWriter:
    """Writes paragraphs to a canvas whose y axis has been turned downwards."""

    def __init__(self, canvas: PdfCanvas) -> None:
        self._canvas = canvas
        self._book = FontBook()
        self._pictures: dict[tuple[Hashable, int], tuple[str, GlyphPicture] | None] = {}

    def write(self, paragraph: Paragraph, dx: float, dy: float) -> None:
        """Write a paragraph moved by (dx, dy); the fill colour is already set."""
        for line in paragraph.text.lines:
            if line.text and not line.text.isspace():
                self._write_line(line, paragraph.x + dx + line.x, paragraph.y + dy + line.baseline)

    def write_fonts(self) -> None:
        """Add the fonts of all that was written to the document."""
        self._book.write(self._canvas)

    def _write_line(self, line: ShapedLine, x: float, y: float) -> None:
        parts = [f"/Span<</ActualText<{_utf16(line.text)}>>>BDC BT"]
        stops = sorted({cluster for run in line.runs for cluster in run.clusters} | {len(line.text)})
        font = ""
        for run in line.runs:
            face = self._book.embedded(run.face)
            face.note(run, line.text, stops)
            chosen = f"/{face.name} {number(run.size)} Tf"
            if chosen != font:
                parts.append(chosen)
                font = chosen
            parts += _run_operators(run, face, x, y)
        parts.append("ET")
        self._canvas.write(" ".join(parts))
        for run in line.runs:
            if not run.face.has_outlines:
                self._place_pictures(run, x, y)
        self._canvas.write("EMC")

    def _place_pictures(self, run: GlyphRun, x: float, y: float) -> None:
        scale = run.size / _PICTURE_SIZE
        for glyph, (dx, dy) in zip(run.glyphs, run.positions, strict=True):
            found = self._picture(run.face, glyph)
            if found is None:
                continue
            name, picture = found
            width = picture.width / picture.pixels_per_point * scale
            height = picture.height / picture.pixels_per_point * scale
            left, top = x + dx + picture.x * scale, y + dy + picture.y * scale
            self._canvas.write(f"q {number(width)} 0 0 {number(-height)} {numbers(left, top + height)} cm")
            self._canvas.show_picture(name)
            self._canvas.write("Q")

    def _picture(self, face: Face, glyph: int) -> tuple[str, GlyphPicture] | None:
        key = face.key, glyph
        if key not in self._pictures:
            picture = face.picture(glyph, _PICTURE_SIZE, _PICTURE_SHARPNESS)
            name = f"picture{len(self._pictures)}"
            if picture is not None:
                self._canvas.add_picture(name, picture)
            self._pictures[key] = (name, picture) if picture is not None else None
        return self._pictures[key]


def _run_operators(run: GlyphRun, face: EmbeddedFace, x: float, y: float) -> list[str]:
    """Return the operators that show a run's glyphs, from left to right, each at its place."""
    placed = list(zip(run.glyphs, run.positions, strict=True))
    if run.right_to_left:
        placed.reverse()
    start = pen = placed[0][1][0]
    rise = placed[0][1][1]
    result = [f"1 0 0 -1 {numbers(x + start, y)} Tm"]
    if rise:
        result.append(f"{number(-rise)} Ts")
    codes: list[str] = []
    for glyph, (left, drop) in placed:
        if drop != rise:
            result += [_shown(codes), f"{number(-drop)} Ts"]
            codes, rise = [], drop
        gap = round((pen - left) * 1000 / run.size)
        if abs(gap) > _TOLERANCE:
            codes.append(f">{gap}<")
            pen -= gap * run.size / 1000
        code, width = face.glyph(glyph)
        codes.append(code)
        pen += width * run.size / 1000
    result.append(_shown(codes))
    if rise:
        result.append("0 Ts")
    return result


def _shown(codes: list[str]) -> str:
    return f"[<{''.join(codes)}>]TJ".replace("<>", "") if codes else ""


def _utf16(text: str) -> str:
    """Return the text as a hexadecimal string of UTF-16 with a byte order mark."""
    spoken = _UNPRINTABLE.sub(" ", _UNSPEAKABLE.sub("\ufffd", text))
    return "feff" + spoken.encode("utf-16-be").hex()
