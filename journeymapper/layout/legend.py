"""The legend of an emotion lane: whose curve each line is, now or wished for."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from journeymapper.document.feelings import curve_title
from journeymapper.document.records import Curve
from journeymapper.layout.curve_looks import CurveLooks
from journeymapper.layout.display import DisplayList, Paragraph, Placed
from journeymapper.layout.geometry import Rect
from journeymapper.layout.shortening import shortened
from journeymapper.style import colours, typography
from journeymapper.text.shaped import ShapedText, Shaper

_LEFT = 8.0
_TOP = 5.0
_BOTTOM = 3.0
_PADDING = 4.0
_SAMPLE = 38.0
_GAP = 5.0
_BETWEEN = 8.0
_LEAST_ROW = 14.0

#: Longer names than this are cut short, in points.
_LONGEST = 160.0


@dataclass(frozen=True, slots=True)
class Entry:
    """A curve's entry: its box, measured from where the lane's columns and top begin, and what to paint."""

    curve: Curve
    box: Rect
    items: DisplayList


@dataclass(frozen=True, slots=True)
class Legend:
    """A lane's legend laid out: how much of the lane's top it takes, in points, and its entries."""

    height: float = 0
    entries: tuple[Entry, ...] = ()

    def at(self, x: float, y: float) -> Curve | None:
        """Return the curve whose entry is under a point, measured as the entries' boxes are."""
        return next((entry.curve for entry in self.entries if entry.box.contains(x, y)), None)

    def box(self, curve: Curve) -> Rect | None:
        """Return the box of a curve's entry, if it has one."""
        return next((entry.box for entry in self.entries if entry.curve == curve), None)

    def placed(self, x: float, y: float, accepts: Callable[[Curve], bool] = lambda _curve: True) -> Placed:
        """Return the entries of the accepted curves where columns and lane begin at (x, y)."""
        items = (item for entry in self.entries if accepts(entry.curve) for item in entry.items)
        return Placed(x, y, tuple(items))


NO_LEGEND = Legend()


def lay_out_legend(
    curves: Sequence[Curve], looks: CurveLooks, name_of: Callable[[str], str], width: float, shaper: Shaper
) -> Legend:
    """Lay a legend out for a lane whose columns are ``width`` points wide; one curve needs none.

    What does not fit beside goes into another row; entries then stand below each other.
    """
    if len(curves) < 2:
        return NO_LEGEND
    texts = [_words(curve, name_of, shaper) for curve in curves]
    row = max(_LEAST_ROW, *(text.height + 2 for text in texts))
    widths = [2 * _PADDING + _SAMPLE + _GAP + text.width for text in texts]
    if sum(widths) + (len(widths) - 1) * _BETWEEN > width - 2 * _LEFT:
        widths = [max(widths)] * len(widths)
    entries, x, y = [], _LEFT, _TOP
    for curve, text, wide in zip(curves, texts, widths, strict=True):
        if x > _LEFT and x + wide > width - _LEFT:
            x, y = _LEFT, y + row
        entries.append(_entry(curve, text, Rect(x, y, wide, row), looks))
        x += wide + _BETWEEN
    return Legend(y + row + _BOTTOM, tuple(entries))


def _words(curve: Curve, name_of: Callable[[str], str], shaper: Shaper) -> ShapedText:
    """Return an entry's words on one line."""
    name = name_of(curve.persona)
    short = shortened(name, typography.HINT, _LONGEST, shaper).lines[0].text if name else ""
    return shaper.shape(curve_title(short, curve.wished), typography.HINT)


def _entry(curve: Curve, text: ShapedText, box: Rect, looks: CurveLooks) -> Entry:
    sample = looks.sample(curve, box.x + _PADDING, box.centre[1], _SAMPLE)
    words = box.x + _PADDING + _SAMPLE + _GAP, box.centre[1] - text.height / 2
    return Entry(curve, box, (*sample, Paragraph(*words, text, colours.SECONDARY)))
