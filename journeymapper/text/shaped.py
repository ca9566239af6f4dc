"""Shaped text as values: what the shaper gives, what layout measures and painters paint.

All lengths are in points (1/72 inch), y grows downwards.
"""

from collections.abc import Hashable
from dataclasses import dataclass
from enum import Enum
from typing import Literal, Protocol

from journeymapper.style.typography import TextStyle


class Alignment(Enum):
    """Where lines stand in their box: ``START`` is left, or right for right-to-left text."""

    START = "start"
    CENTRE = "centre"
    END = "end"


@dataclass(frozen=True, slots=True)
class GlyphPicture:
    """A glyph as pixels, for faces that have no outlines.

    ``pixels`` are ``width`` × ``height`` × 4 bytes: red, green, blue, alpha (not premultiplied), row by
    row from the top. The top left corner is at (``x``, ``y``) points from the pen position; a pixel is
    ``1 / pixels_per_point`` points wide and high.
    """

    width: int
    height: int
    pixels: bytes
    x: float
    y: float
    pixels_per_point: float


#: ("M", x, y), ("L", x, y), ("C", x1, y1, x2, y2, x, y) or ("Z",), as in layout.display.Path.
OutlineSegment = (
    tuple[Literal["M", "L"], float, float]
    | tuple[Literal["C"], float, float, float, float, float, float]
    | tuple[Literal["Z"]]
)


class Face(Protocol):
    """One font face of the system, as the embedder of a PDF needs it.

    Two faces with equal ``key`` are the same face; faces hash and compare by it.
    """

    @property
    def key(self) -> Hashable:
        """What tells this face from others."""
        ...

    @property
    def family(self) -> str:
        """The name of the family."""
        ...

    @property
    def style_name(self) -> str:
        """The face's own name of its style, such as "Bold Italic"."""
        ...

    @property
    def units_per_em(self) -> float:
        """The size of the grid that ``advance`` and ``outline`` measure in."""
        ...

    @property
    def has_outlines(self) -> bool:
        """False for colour-bitmap faces (emoji), whose glyphs must be placed as pictures."""
        ...

    @property
    def is_plain(self) -> bool:
        """True when the tables alone draw the face as it is shown.

        False for a variable face, and for one whose bold or slant the system makes up: there only
        ``outline`` tells how it looks.
        """
        ...

    def table(self, tag: str) -> bytes:
        """Return an sfnt table, or ``b""`` when the face has none of that name."""
        ...

    def advance(self, glyph: int) -> float:
        """Return the width of a glyph in the face's units."""
        ...

    def outline(self, glyph: int) -> tuple[OutlineSegment, ...]:
        """Return the outline of a glyph as it is shown, in the face's units, y growing upwards."""
        ...

    def picture(self, glyph: int, size: float, pixels_per_point: float) -> GlyphPicture | None:
        """Return a glyph at ``size`` points as pixels, or ``None`` when it has no ink."""
        ...


class GlyphRun(Protocol):
    """Glyphs of one face at one size, in reading order."""

    @property
    def face(self) -> Face:
        """The face all glyphs are of."""
        ...

    @property
    def size(self) -> float:
        """The type size in points."""
        ...

    @property
    def glyphs(self) -> tuple[int, ...]:
        """The glyphs' numbers in the face."""
        ...

    @property
    def positions(self) -> tuple[tuple[float, float], ...]:
        """Pen positions in points from the left end of the line's baseline, one (x, y) a glyph."""
        ...

    @property
    def clusters(self) -> tuple[int, ...]:
        """For each glyph the index in the line's ``text`` (a Python string) that it stands for."""
        ...

    @property
    def native(self) -> object:
        """The shaper's own run, kept so that its painter need not build it again."""
        ...

    @property
    def right_to_left(self) -> bool:
        """True when the pen moves to the left."""
        ...

    @property
    def synthetic_bold(self) -> bool:
        """True when the system thickens a lighter face."""
        ...

    @property
    def synthetic_italic(self) -> bool:
        """True when the system slants an upright face."""
        ...


@dataclass(frozen=True, slots=True)
class ShapedLine:
    """A line: exact ``text`` (no invented break marks), left end and baseline in the box, runs.

    Runs are in reading order. ``text`` starts at ``start`` in the paragraph and keeps the spaces the line
    broke at, but not a line feed; ``width`` counts no spaces at the line's end.
    """

    text: str
    start: int
    x: float
    baseline: float
    width: float
    runs: tuple[GlyphRun, ...]


@dataclass(frozen=True, slots=True)
class ShapedText:
    """A paragraph set in a box: ``width`` is that of the widest line, ``height`` of all lines.

    ``missing`` names the characters that no installed font has.
    """

    lines: tuple[ShapedLine, ...]
    width: float
    height: float
    missing: frozenset[str] = frozenset()


class Shaper(Protocol):
    """Sets text in lines. Implementations are deterministic: equal arguments give equal geometry."""

    def shape(
        self,
        text: str,
        style: TextStyle,
        width: float | None = None,
        alignment: Alignment = Alignment.START,
    ) -> ShapedText:
        """Set ``text`` in ``style``; lines break at ``width`` points (``None``: only at line feeds).

        A word wider than ``width`` is broken anywhere, so no line is wider than its box. Alignment is
        within ``width`` (or within the widest line when it is ``None``).
        """
        ...
