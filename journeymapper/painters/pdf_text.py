"""Shaped text as PDF operators: the glyphs that stand on the screen, and the exact words behind them.

A line is a marked-content span whose ``ActualText`` (ISO 32000-1, section 14.9.4) is the line's text, so
copying and searching give back what was typed, whatever ligatures and reorderings the script needed.

Right-to-left words have no such span: readers put their letters in order by where they stand, and turn an
``ActualText`` round with them. There each letter is one code with that letter behind it, from left to
right; see ``pdf_letters``. A line that has both directions has a span for each left-to-right run.
"""

import re
from collections.abc import Hashable, Iterable, Mapping, Sequence
from itertools import chain, pairwise

from journeymapper.layout.display import Paragraph
from journeymapper.painters.pdf_canvas import PdfCanvas
from journeymapper.painters.pdf_fonts import FontBook
from journeymapper.painters.pdf_letters import letter_operators, plain_operators, run_letters
from journeymapper.painters.pdf_operators import number, numbers
from journeymapper.text.shaped import Face, GlyphPicture, GlyphRun, ShapedLine

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
        clusters = [run.clusters for run in line.runs]
        meanings = _meanings(line.text, clusters)
        if any(run.right_to_left for run in line.runs):
            for run, starts in zip(line.runs, clusters, strict=True):
                first, last = min(starts), max(starts)
                text = line.text[first : last + len(meanings[last])]
                self._write_span("" if run.right_to_left else text, [(run, starts)], meanings, x, y)
        else:
            self._write_span(line.text, list(zip(line.runs, clusters, strict=True)), meanings, x, y)

    def _write_span(
        self,
        text: str,
        runs: Sequence[tuple[GlyphRun, Sequence[int]]],
        meanings: Mapping[int, str],
        x: float,
        y: float,
    ) -> None:
        """Write runs of a line as one span that stands for ``text``, or as no span for an empty one.

        Glyphs that stand for nothing follow, in a span that says so.
        """
        spoken, mute = ["BT"], ["BT"]
        for run, starts in runs:
            font = self._book.embedded(run.face)
            chosen = f"/{font.name} {number(run.size)} Tf"
            if plain := plain_operators(run, starts, font, meanings, x, y):
                spoken += [chosen, plain]
                continue
            for parts, letters in zip((spoken, mute), run_letters(run, starts, font, meanings), strict=True):
                if letters:
                    parts.append(chosen)
                    parts.extend(letter_operators(letters, run.size, x, y))
        self._open_span(text or None, spoken)
        for run, _ in runs:
            if not run.face.has_outlines:
                self._place_pictures(run, x, y)
        if text:
            self._canvas.write("EMC")
        if len(mute) > 1:
            self._open_span("", mute)
            self._canvas.write("EMC")

    def _open_span(self, text: str | None, parts: Sequence[str]) -> None:
        mark = "" if text is None else f"/Span<</ActualText<{_utf16(text)}>>>BDC "
        self._canvas.write(mark + " ".join([*parts, "ET"]))

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


def _meanings(text: str, clusters: Iterable[Sequence[int]]) -> dict[int, str]:
    """Return the text of each cluster of a line, by where it starts."""
    stops = sorted({*chain.from_iterable(clusters), len(text)})
    return {start: text[start:end] for start, end in pairwise(stops)}


def _utf16(text: str) -> str:
    """Return the text as a hexadecimal string of UTF-16 with a byte order mark."""
    spoken = _UNPRINTABLE.sub(" ", _UNSPEAKABLE.sub("\ufffd", text))
    return "feff" + spoken.encode("utf-16-be").hex()
