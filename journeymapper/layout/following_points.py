"""How emotion lanes follow a change of the map."""

from collections import defaultdict
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field

from journeymapper.document.records import EmotionPoint
from journeymapper.layout.changes import Pairs
from journeymapper.layout.columns import Columns
from journeymapper.layout.feelings import Feelings
from journeymapper.layout.geometry import Rect
from journeymapper.layout.lane import LaneLayout
from journeymapper.layout.personas import PersonaLooks


@dataclass(slots=True)
class Changed:
    """Lanes of another height, and areas that look another way in lanes of the same, from the lane's top."""

    moved: set[str] = field(default_factory=set)
    areas: list[tuple[str, Rect]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the curves of a map depend on: columns, how personas look, and what they are called."""

    columns: Columns
    looks: PersonaLooks
    name_of: Callable[[str], str]


def follow_points(
    lanes: Mapping[str, LaneLayout],
    pairs: Pairs,
    around: Surroundings,
    *,
    filled: Collection[str] = (),
    widened: Collection[str] = (),
    anew: bool = False,
) -> Changed:
    """Lay out the curves that a change touched, and legends that say something else now.

    Args:
        lanes: All lanes of the map.
        pairs: The change.
        around: What curves depend on, as it is after the change.
        filled: Lanes that were filled with their points already.
        widened: Steps whose columns have another width.
        anew: All curves are laid out.
    """
    stale = _take_in({id_: lane for id_, lane in lanes.items() if id_ not in filled}, pairs)
    changed = Changed()
    for id_, lane in lanes.items():
        if lane.feelings is None:
            continue
        whole = anew or id_ in filled
        steps = None if whole else stale[id_].union(widened)
        columns = lane.feelings.lay_out(around.columns, around.looks, steps)
        is_explained_anew = lane.feelings.explain(around.columns.width, around.name_of)
        if lane.fit():
            changed.moved.add(id_)
        elif is_explained_anew:
            changed.areas.append((id_, Rect(around.columns.left, 0, around.columns.width, lane.height)))
        elif columns:
            left, right = around.columns.x(columns.start), around.columns.x(columns.stop)
            changed.areas.append((id_, Rect(left, 0, right - left, lane.height)))
    return changed


def _take_in(lanes: Mapping[str, LaneLayout], pairs: Pairs) -> defaultdict[str, set[str]]:
    """Give lanes the points that came or changed, and take those that left; return their steps by lane."""
    stale: defaultdict[str, set[str]] = defaultdict(set)
    points = [pair for pair in pairs.values() if isinstance(pair[0] or pair[1], EmotionPoint)]
    for old, _new in points:
        if isinstance(old, EmotionPoint) and (feelings := _feelings(lanes, old)) is not None:
            feelings.drop(old)
            stale[old.lane].add(old.step)
    for _old, new in points:
        if isinstance(new, EmotionPoint) and (feelings := _feelings(lanes, new)) is not None:
            feelings.put(new)
            stale[new.lane].add(new.step)
    return stale


def _feelings(lanes: Mapping[str, LaneLayout], point: EmotionPoint) -> Feelings | None:
    return lanes[point.lane].feelings if point.lane in lanes else None
