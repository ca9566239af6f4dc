"""Words of lanes that links may cross, on a ground of their own: there the links run behind them."""

from collections.abc import Iterator

from journeymapper.layout.columns import Columns
from journeymapper.layout.display import Fill, Paragraph, Placed
from journeymapper.layout.geometry import Rect
from journeymapper.layout.lane import LaneLayout
from journeymapper.layout.metrics import LANE_HEAD_GAP, MARGIN
from journeymapper.layout.shapes import box
from journeymapper.style import colours

#: How far the ground reaches past the words at both ends, in points.
_BESIDE = 2.0


def words_over_links(lane: LaneLayout, columns: Columns, y: float) -> Iterator[Placed]:
    """Yield the name of a dividing line that reaches in among the columns, or the legend of curves.

    The lane's top is at ``y``.
    """
    if lane.is_divider:
        names = (item for item in lane.ground(columns) if isinstance(item, Paragraph))
        for name in names:
            if name.text.width > columns.left - MARGIN - LANE_HEAD_GAP:
                room = Rect(name.x - _BESIDE, name.y, name.text.width + 2 * _BESIDE, name.text.height)
                yield Placed(columns.left, y, (_ground(room, colours.PAPER), name))
    elif lane.is_open and lane.feelings is not None and lane.feelings.legend.entries:
        legend = lane.feelings.legend
        yield Placed(
            columns.left, y, tuple(_ground(entry.box, colours.CURVE_GROUND) for entry in legend.entries)
        )
        yield legend.placed(columns.left, y)


def _ground(room: Rect, colour: str) -> Fill:
    return Fill(box(room.x, room.y, room.width, room.height), colour)
