"""The evidence strip: under each step a slim bar that tells how much of what stands there is known.

From the left, the surest first: measured, observed, assumed (hatched) and not known (blank). The colours are
of one hue and differ in lightness, so that they stay apart in greyscale and for the colour-blind.
"""

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from journeymapper.document.document import Document
from journeymapper.document.evidence_words import percent_words, short_percent_words
from journeymapper.document.records import MAP_ID, JourneyMap
from journeymapper.document.shares import LEVELS, Share, Shares
from journeymapper.i18n import _
from journeymapper.layout.changes import Pairs
from journeymapper.layout.columns import Columns
from journeymapper.layout.damage import Damage
from journeymapper.layout.display import (
    DisplayList,
    Fill,
    Item,
    Paragraph,
    Path,
    Placed,
    RoundedRect,
    Segment,
    Stroke,
)
from journeymapper.layout.geometry import Rect
from journeymapper.layout.metrics import COLUMN_INSET, LANE_HEAD_GAP, LANE_HEAD_PADDING, MARGIN
from journeymapper.layout.shortening import shortened
from journeymapper.style import colours, typography
from journeymapper.text.shaped import ShapedText, Shaper

#: The signs of the levels in the legend, by level.
SIGNS: dict[str, str] = {level: f"strip: {level}" for level in LEVELS}
LEVEL_OF: dict[str, str] = {sign: level for level, sign in SIGNS.items()}

_ABOVE = 4.0
_BAR = 6.0
_BELOW = 1.5
_RADIUS = 1.5
_BETWEEN = 1.0
_HATCH_PITCH = 3.0
_HATCH = 0.7
_EDGE = 0.75

#: So many points of a label's room stay free beside it.
_BESIDE_LABEL = 4.0

#: So many bars that look different are kept drawn.
_MOST_DRAWN = 1_000


class Part(NamedTuple):
    """A part of a step's bar: of which level, and from where to where, in points from the bar's left end."""

    level: str
    left: float
    right: float


def parts_of(share: Share, width: float) -> list[Part]:
    """Return the parts of a bar ``width`` points wide, from the left; none of no cards."""
    parts: list[Part] = []
    counted = 0
    for level in LEVELS:
        if count := share.count(level):
            left = width * (counted / share.total)
            counted += count
            parts.append(Part(level, left, width * (counted / share.total)))
    return parts


class EvidenceStrip:
    """The strip of one map; while it is not shown it knows nothing, and costs nothing."""

    def __init__(self, shaper: Shaper) -> None:
        """Begin without a strip."""
        self._shaper = shaper
        self._shares: Shares | None = None
        self._drawn: dict[tuple[Share, float], DisplayList] = {}
        self._row = 0.0

    @property
    def height(self) -> float:
        """How much room the strip takes below the steps, in points; none while it is not shown."""
        return _ABOVE + _BAR + _BELOW + self._row if self._shares is not None else 0.0

    @property
    def signs(self) -> Counter[str]:
        """How many cards of each level there are, as the legend calls the levels."""
        if self._shares is None:
            return Counter()
        return Counter({SIGNS[level]: self._shares.whole.count(level) for level in LEVELS})

    def share(self, step: str) -> Share:
        """Return what the cards of a step rest on; of none while the strip is not shown."""
        return self._shares.of_step(step) if self._shares is not None else Share()

    def follow(self, document: Document, pairs: Pairs, columns: Columns, y: float, damage: Damage) -> None:
        """Follow a change that the document and the columns have taken in; the strip's top is at ``y``.

        Adds the bars that look another way to what must be painted again; where the strip comes or goes, all
        is painted again anyway, as the title block is another.
        """
        record = pairs.get(MAP_ID, (None, None))[1]
        if isinstance(record, JourneyMap) and record.evidence_strip != (self._shares is not None):
            self._shares = Shares(document) if record.evidence_strip else None
            self._drawn = {}
            self._row = self._shaper.shape("0", typography.HINT).height
        elif self._shares is not None:
            for step in self._shares.follow(pairs.values()):
                if (column := columns.of_step.get(step)) is not None:
                    damage.add(Rect(columns.x(column), y, columns.width_of(column), self.height))

    def visible(self, columns: Columns, seen: range, y: float) -> Iterator[Placed]:
        """Yield the bars under the ``seen`` columns and the strip's name; the strip's top is at ``y``."""
        if self._shares is None:
            return
        yield Placed(MARGIN, y, self._name(columns.left - MARGIN - LANE_HEAD_GAP - 2 * LANE_HEAD_PADDING))
        for column in seen:
            if step := columns.steps[column]:
                share, width = self._shares.of_step(step), columns.card_width(column)
                yield Placed(columns.x(column) + COLUMN_INSET, y, self._bar(share, width))

    def _name(self, room: float) -> DisplayList:
        words = shortened(_("Evidence"), typography.HINT, room, self._shaper)
        y = _ABOVE + _BAR / 2 - words.height / 2
        return (Paragraph(LANE_HEAD_PADDING, y, words, colours.SECONDARY),)

    def _bar(self, share: Share, width: float) -> DisplayList:
        """Return a step's bar with its label; equal ones are drawn once."""
        known = self._drawn.get((share, width))
        if known is None:
            if len(self._drawn) >= _MOST_DRAWN:
                self._drawn.clear()
            items = [item for part in parts_of(share, width) for item in _part(part, width)]
            if (label := self._label(share, width)) is not None:
                x, y = (width - label.width) / 2, _ABOVE + _BAR + _BELOW
                items.append(Paragraph(x, y, label, colours.SECONDARY))
            known = self._drawn[share, width] = tuple(items)
        return known

    def _label(self, share: Share, width: float) -> ShapedText | None:
        """Return how much is assumed and not known, or only one of the two, where there is room to say it."""
        for words in (percent_words(share), short_percent_words(share)):
            label = self._shaper.shape(words, typography.HINT) if words else None
            if label is not None and label.width <= width - _BESIDE_LABEL:
                return label
        return None


def _part(part: Part, width: float) -> Iterator[Item]:
    """Yield a part of a bar; between parts there is a little air, which is taken from the one at the left."""
    right = part.right if part.right >= width else max(part.left + _BETWEEN, part.right - _BETWEEN)
    yield from swatch(part.level, Rect(part.left, _ABOVE, right - part.left, _BAR))


class BarColours(NamedTuple):
    """The colours of a bar: the surer, the more it stands out from the ground."""

    measured: str
    observed: str
    ground: str
    hatch: str
    edge: str


ON_PAPER = BarColours(colours.MEASURED, colours.OBSERVED, colours.PAPER, colours.ASSUMED, colours.CARD_EDGE)


def swatch(level: str, rect: Rect, looks: BarColours = ON_PAPER) -> Iterator[Fill | Stroke]:
    """Yield how a level looks in the strip, filling ``rect``."""
    outer = {"measured": looks.measured, "observed": looks.observed, "assumption": looks.hatch}
    yield Fill(_box(rect, _RADIUS), outer.get(level, looks.edge))
    if level in {"measured", "observed"}:
        return
    inside = Rect(rect.x + _EDGE, rect.y + _EDGE, max(0, rect.width - 2 * _EDGE), rect.height - 2 * _EDGE)
    yield Fill(_box(inside, _RADIUS - _EDGE), looks.ground)
    if level == "assumption" and inside.width:
        yield Stroke(Path(_hatched(inside)), looks.hatch, _HATCH)


def _box(rect: Rect, radius: float) -> RoundedRect:
    return RoundedRect(rect, min(radius, rect.width / 2))


def _hatched(rect: Rect) -> tuple[Segment, ...]:
    """Return slanting lines that fill a rectangle and end at its edges."""
    lines: list[Segment] = []
    at = _HATCH_PITCH / 2
    while at < rect.width + rect.height:
        right, left = min(at, rect.width), max(0.0, at - rect.height)
        lines.append(("M", rect.x + left, rect.y + at - left))
        lines.append(("L", rect.x + right, rect.y + at - right))
        at += _HATCH_PITCH
    return tuple(lines)
