"""Paints display lists into a PDF: vector shapes, embedded fonts, an outline, and words that can be found."""

import math
from collections.abc import Iterable
from typing import BinaryIO

from journeymapper.layout.display import (
    Fill,
    OutlineEntry,
    Paragraph,
    PictureBox,
    Placed,
    Stroke,
    VerticalGradient,
)
from journeymapper.layout.geometry import Rect
from journeymapper.layout.picture import stand_in
from journeymapper.painters.pdf_canvas import PdfCanvas
from journeymapper.painters.pdf_operators import colour, dashes, matrix, number, path, placement, rectangle
from journeymapper.painters.pdf_pictures import PictureWriter
from journeymapper.painters.pdf_text import TextWriter

#: The longest side of a page, in its own unit, that readers keep (ISO 32000-1, annex C).
LONGEST_SIDE = 14_400


class PdfDocument:
    """A PDF being written, page by page.

    Use: ``begin_page``, ``paint`` as often as wanted, ``end_page``; ``save`` at the end.

    Args:
        target: Where ``save`` writes the file.
        title: The document's title, which readers show in place of the file's name.
        author: Who made the map.
        subject: What it is about.
        language: The language of the map as a BCP 47 tag ("lv", "pt-BR"), or "" when it is not known.
        creator: The program that made the document.
    """

    def __init__(
        self,
        target: BinaryIO,
        *,
        title: str,
        author: str = "",
        subject: str = "",
        language: str = "",
        creator: str = "journeymapper",
    ) -> None:
        self._canvas = PdfCanvas(target, language)
        self._canvas.describe(_sound(title), _sound(author), _sound(subject), creator)
        self._words = TextWriter(self._canvas)
        self._pictures = PictureWriter(self._canvas)
        self._state: dict[str, str] = {}
        self._unit = 1.0
        self._height = 0.0
        self._entries = 0

    def begin_page(self, width: float, height: float) -> None:
        """Start a page of ``width`` × ``height`` points.

        Beyond ``LONGEST_SIDE`` the page's own unit grows (``UserUnit``), so the page stays whole.
        """
        self._unit = float(max(1, math.ceil(max(width, height) / LONGEST_SIDE)))
        self._height = height
        self._canvas.begin_page(width / self._unit, height / self._unit)

    def paint(
        self,
        placed: Iterable[Placed],
        *,
        scale: float = 1,
        x: float = 0,
        y: float = 0,
        clip: Rect | None = None,
    ) -> None:
        """Paint lists on the page; (``x``, ``y``) is where the map's origin stands.

        Args:
            placed: What to paint.
            scale: How many points on the page a point of the map takes.
            x: Points from the left edge of the page.
            y: Points from the top edge of the page.
            clip: What of the page may be painted on, in points from its top left corner.
        """
        write = self._canvas.write
        write("q " + matrix(1 / self._unit, 0, self._height / self._unit))
        if clip is not None:
            write(rectangle(clip) + " W n")
        write(placement(scale, x, y))
        self._state = {}
        for one in placed:
            for item in one.items:
                if isinstance(item, Fill):
                    self._fill(item, one)
                elif isinstance(item, Stroke):
                    self._stroke(item, one)
                elif isinstance(item, Paragraph):
                    self._set("colour", colour(item.colour) + " rg")
                    self._words.write(item, one.x, one.y)
                elif isinstance(item, PictureBox):
                    self._show_picture(item, one)
                elif isinstance(item, OutlineEntry):
                    self._add_entry(
                        item, x + scale * (one.x + item.rect.x), y + scale * (one.y + item.rect.y)
                    )
        write("Q")

    def end_page(self) -> None:
        """Finish the page."""
        self._canvas.end_page(self._unit)

    def save(self) -> None:
        """Write the document to its target. Nothing can be added afterwards."""
        if self._entries:
            self._canvas.show_outline()
        self._words.write_fonts()
        self._canvas.save()

    def _set(self, what: str, operator: str) -> None:
        """Write an operator that sets a part of the state, unless it is what it was."""
        if self._state.get(what) != operator:
            self._state[what] = operator
            self._canvas.write(operator)

    def _fill(self, item: Fill, place: Placed) -> None:
        outline = path(item.shape, place.x, place.y)
        if item.opacity < 1 or isinstance(item.paint, VerticalGradient):
            self._canvas.save_state()
            if item.opacity < 1:
                self._canvas.set_fill_opacity(item.opacity)
            if isinstance(item.paint, VerticalGradient):
                self._shade(item.paint, outline, place.y)
            else:
                self._canvas.write(f"{colour(item.paint)} rg {outline} f")
            self._canvas.restore_state()
        else:
            self._set("colour", colour(item.paint) + " rg")
            self._canvas.write(outline + " f")

    def _shade(self, gradient: VerticalGradient, outline: str, dy: float) -> None:
        self._canvas.write(outline + " W n")
        self._canvas.shade(gradient.top + dy, gradient.bottom + dy, gradient.stops)

    def _stroke(self, item: Stroke, place: Placed) -> None:
        self._set("stroke", colour(item.colour) + " RG")
        self._set("width", number(item.width) + " w")
        self._set("ends", "1 J 1 j" if item.round else "0 J 0 j")
        self._set("dash", dashes(item.dash))
        self._canvas.write(path(item.shape, place.x, place.y) + " S")

    def _show_picture(self, box: PictureBox, place: Placed) -> None:
        """Show a picture; one that is broken is stood in for."""
        if self._pictures.write(box, place.x, place.y):
            return
        for item in stand_in(box.rect, box.radius):
            if isinstance(item, Fill):
                self._fill(item, place)
            elif isinstance(item, Stroke):
                self._stroke(item, place)

    def _add_entry(self, entry: OutlineEntry, left: float, top: float) -> None:
        if not entry.title.strip():
            return
        key = f"entry{self._entries}"
        self._entries += 1
        self._canvas.add_entry(key, _sound(entry.title), left / self._unit, (self._height - top) / self._unit)


def _sound(text: str) -> str:
    """Return the text without lone surrogates, which no encoding can write."""
    return text.encode("utf-16", "replace").decode("utf-16") if not text.isascii() else text
