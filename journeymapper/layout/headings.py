"""The rows above the lanes: stages as chevrons that hand over to each other, steps as quiet pills.

Below the steps there is the evidence strip, where the map has one.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from math import hypot

from journeymapper.document.records import Stage, Step
from journeymapper.layout.columns import Columns, Span
from journeymapper.layout.display import Fill, Item, OutlineEntry, Paragraph, Placed
from journeymapper.layout.evidence_strip import EvidenceStrip
from journeymapper.layout.geometry import Rect
from journeymapper.layout.metrics import (
    COLUMN_INSET,
    STAGE_LEAST_HEIGHT,
    STAGE_PADDING_Y,
    STAGE_TIP,
    STAR_ROOM,
    STEP_GAP,
    STEP_LEAST_HEIGHT,
    STEP_PADDING_X,
    STEP_PADDING_Y,
)
from journeymapper.layout.shapes import STAR_RADIUS, box, polygon, star
from journeymapper.style import colours, typography
from journeymapper.text.shaped import Alignment, ShapedText, Shaper

_STAGE_INSET = 1.0
_STAR_GAP = 3.5

#: What a step can show besides its name; the legend explains it where it is in use.
MOMENT_OF_TRUTH = "moment of truth"


@dataclass(frozen=True, slots=True)
class _Heading:
    name: str
    width: float
    text: ShapedText


def step_room(step: Step) -> tuple[float, float]:
    """Return where in its pill a step's name begins, and how wide it can be: a star takes room beside it."""
    left = STEP_PADDING_X + (STAR_ROOM if step.moment_of_truth else 0)
    return left, step.width - 2 * COLUMN_INSET - left - STEP_PADDING_X


def chevron(
    width: float, height: float, is_first: bool, more: float = 0.0
) -> tuple[tuple[float, float], ...]:
    """Return the corners of a stage's chevron, from the stage's top left corner; the first has no notch.

    All edges are moved outwards by ``more`` points.
    """
    slope = STAGE_TIP / (height / 2)
    sideways = more * hypot(1, slope)
    left, right = _STAGE_INSET, width - STAGE_TIP - _STAGE_INSET
    left_end = left - more if is_first else left - more * slope - sideways
    right_end = right - more * slope + sideways
    notch = left - more if is_first else left + STAGE_TIP - sideways
    return (
        (left_end, -more),
        (right_end, -more),
        (right + STAGE_TIP + sideways, height / 2),
        (right_end, height + more),
        (left_end, height + more),
        (notch, height / 2),
    )


class Headings:
    """Stage and step names, laid out by column. Heights follow the names that need the most lines."""

    def __init__(self, shaper: Shaper) -> None:
        """Begin without stages."""
        self._shaper = shaper
        self._stages: dict[str, Stage] = {}
        self._steps: dict[str, Step] = {}
        self._texts: dict[str, _Heading] = {}
        self._stage_lines: dict[str, float] = {}
        self._step_lines: dict[str, float] = {}
        self._moments: set[str] = set()
        self.strip = EvidenceStrip(shaper)
        self.stage_height = STAGE_LEAST_HEIGHT
        self.step_height = STEP_LEAST_HEIGHT

    def put(self, record: Stage | Step) -> None:
        """Take a stage or step in; ``lay_out`` must follow."""
        if isinstance(record, Stage):
            self._stages[record.id] = record
        else:
            self._steps[record.id] = record
            self._moments.discard(record.id)
            if record.moment_of_truth:
                self._moments.add(record.id)

    def drop(self, id_: str) -> None:
        """Leave a stage or step out; ``lay_out`` must follow."""
        for kept in (self._stages, self._steps, self._texts, self._stage_lines, self._step_lines):
            kept.pop(id_, None)
        self._moments.discard(id_)

    @property
    def moments_of_truth(self) -> int:
        """How many steps are moments of truth."""
        return len(self._moments)

    def width_of(self, step: str) -> float:
        """Return how wide a step's column is, in points."""
        return self._steps[step].width

    @property
    def height(self) -> float:
        """The height of all rows and the gaps between them, in points."""
        return self.steps_bottom + self.strip.height

    @property
    def steps_bottom(self) -> float:
        """Where the steps end, in points from where the stages begin."""
        return self.stage_height + STEP_GAP + self.step_height

    def lay_out(self, columns: Columns) -> None:
        """Fit all names into the columns."""
        for span in columns.spans:
            self._set(span.stage, self._stages[span.stage].name, span.width - 4 * STAGE_TIP, typography.STAGE)
        for step in columns.of_step:
            self._set(step, self._steps[step].name, step_room(self._steps[step])[1], typography.STEP)
        self._take_heights()

    def rename(self, record: Stage | Step) -> bool:
        """Take another name, colour or sign, while columns stay; tell whether the rows' heights changed."""
        before = self.stage_height, self.step_height
        self.put(record)
        if isinstance(record, Stage):
            self._set(record.id, record.name, self._texts[record.id].width, typography.STAGE)
        else:
            self._set(record.id, record.name, step_room(record)[1], typography.STEP)
        self._take_heights()
        return before != (self.stage_height, self.step_height)

    def _set(self, id_: str, name: str, width: float, style: typography.TextStyle) -> None:
        kept = self._texts.get(id_)
        if kept is None or kept.name != name or kept.width != width:
            text = self._shaper.shape(name, style, width, Alignment.CENTRE)
            self._texts[id_] = _Heading(name, width, text)
            self._lines(style)[id_] = text.height

    def _lines(self, style: typography.TextStyle) -> dict[str, float]:
        """Return the heights of the names of stages or of steps, by id."""
        return self._stage_lines if style is typography.STAGE else self._step_lines

    def _take_heights(self) -> None:
        stage, step = max(self._stage_lines.values(), default=0), max(self._step_lines.values(), default=0)
        self.stage_height = max(STAGE_LEAST_HEIGHT, stage + 2 * STAGE_PADDING_Y)
        self.step_height = max(STEP_LEAST_HEIGHT, step + 2 * STEP_PADDING_Y)

    def hue(self, place: int, stage: str) -> str:
        """Return a stage's colour: its own, or that of its place."""
        hues = list(colours.STAGE_HUES.values())
        return colours.STAGE_HUES.get(self._stages[stage].colour) or hues[place % len(hues)]

    def visible(self, columns: Columns, seen: range, y: float) -> Iterator[Placed]:
        """Yield the headings over the ``seen`` columns; the stages' top is at ``y``."""
        spans = columns.spans_between(seen)
        first = columns.spans.index(spans[0]) if spans else 0
        for place, span in enumerate(spans, first):
            hue = self.hue(place, span.stage)
            yield self._stage(span, y, hue, place == 0)
            for column in range(max(span.first, seen.start), min(span.end, seen.stop)):
                if step := columns.steps[column]:
                    yield self._step(step, columns.x(column), columns.card_width(column), y, hue)
        yield from self.strip.visible(columns, seen, y + self.steps_bottom)

    def _stage(self, span: Span, y: float, hue: str, is_first: bool) -> Placed:
        width, height = span.width, self.stage_height
        middle = height / 2
        heading = self._texts[span.stage]
        x = (width - heading.width + STAGE_TIP / 2) / 2
        return Placed(
            span.x,
            y,
            (
                OutlineEntry(heading.name, Rect(0, 0, width, height)),
                Fill(polygon(*chevron(width, height, is_first)), hue),
                Paragraph(x, middle - heading.text.height / 2, heading.text, colours.PAPER),
            ),
        )

    def _step(self, step: str, x: float, width: float, y: float, hue: str) -> Placed:
        text = self._texts[step].text
        left, top = step_room(self._steps[step])[0], (self.step_height - text.height) / 2
        items: list[Item] = [
            Fill(box(0, 0, width, self.step_height, 4), colours.mixed(hue, colours.PAPER, 0.12)),
            Paragraph(left, top, text, colours.INK),
        ]
        if step in self._moments:
            items.insert(1, _star_beside(text, left, top, width, self.step_height))
        return Placed(x + COLUMN_INSET, y + self.stage_height + STEP_GAP, tuple(items))


def _star_beside(text: ShapedText, left: float, top: float, width: float, height: float) -> Fill:
    """Return the star left of a name that is set at (left, top), or in the middle of a nameless pill."""
    if not text.width:
        return Fill(star(width / 2, height / 2), colours.INK)
    beginning = left + min(line.x for line in text.lines)
    first_middle = top + text.height / len(text.lines) / 2
    return Fill(star(beginning - _STAR_GAP - STAR_RADIUS, first_middle), colours.INK)
