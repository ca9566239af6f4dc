"""Emotion points by hand: whose curve a new one is on, and where a click puts it."""

from collections.abc import Sequence

from journeymapper.document.document import Document
from journeymapper.document.feelings import curve_title, persona_name, whose
from journeymapper.document.records import NOBODY, Curve, EmotionPoint
from journeymapper.document.roles import EMOTION_HINT
from journeymapper.editing import points
from journeymapper.i18n import _
from journeymapper.layout.feelings import Feelings, score_at
from journeymapper.ui.open_map import OpenMap

#: So far past the scale's ends a click still means the end.
_BEYOND = 0.5


def feelings_of(open_map: OpenMap, lane: str) -> Feelings | None:
    """Return what stands in an emotion lane; None for another lane, or none."""
    laid_out = open_map.session.layout.lanes.get(lane)
    return laid_out.feelings if laid_out is not None else None


def title_of(document: Document, curve: Curve) -> str:
    """Return what a curve is called where it stands for itself: “Laura · wished for”."""
    return curve_title(persona_name(document, curve.persona), curve.wished)


def curve_for(open_map: OpenMap, lane: str) -> Curve:
    """Return the curve that new points of a lane are on.

    Until one was chosen it is the lane's first; on a lane without any the first persona's, or nobody's.
    """
    if open_map.curve is not None:
        return open_map.curve
    feelings, personas = feelings_of(open_map, lane), open_map.session.document.indexes.personas
    if feelings is not None and (curves := feelings.curves()):
        return curves[0]
    return Curve(personas[0][1] if personas else NOBODY)


def curves_to_choose(open_map: OpenMap, lane: str) -> list[Curve]:
    """Return the curves that a lane has or could have, a persona's wished-for one after its present one."""
    document = open_map.session.document
    feelings = feelings_of(open_map, lane)
    there = feelings.curves() if feelings is not None else []
    people = [persona for persona in whose(document) if persona != NOBODY]
    if not people or any(curve.persona == NOBODY for curve in there):
        people.append(NOBODY)
    return [Curve(persona, wished) for persona in people for wished in (False, True)]


def next_curve(open_map: OpenMap, lane: str) -> Curve:
    """Return the curve after the one that new points are on; wished-for ones only where the lane has them."""
    feelings, now = feelings_of(open_map, lane), curve_for(open_map, lane)
    there = set(feelings.curves()) if feelings is not None else set()
    ring = [one for one in curves_to_choose(open_map, lane) if not one.wished or one in there or one == now]
    return ring[(ring.index(now) + 1) % len(ring)] if now in ring else ring[0]


def choose(open_map: OpenMap, curve: Curve) -> None:
    """Let new points be on a curve.

    Where a point of another curve is current, the keyboard goes to this curve's point of that cell, or
    stays in the cell.
    """
    document = open_map.session.document
    current = document.find(open_map.current) if open_map.current else None
    if isinstance(current, EmotionPoint) and current.curve != curve:
        beside = document.indexes.points(current.lane, current.step).get(curve)
        open_map.select((beside,) if beside else (), beside or "", open_map.cell)
    open_map.choose_curve(curve)


def free_curve(open_map: OpenMap, lane: str, step: str) -> Curve | None:
    """Return the curve of a new point in a cell; None where all have one there.

    That is the one that new points are on, else the lane's first that has none there, else the first
    persona's.
    """
    document = open_map.session.document
    there, feelings = document.indexes.points(lane, step), feelings_of(open_map, lane)
    people = [id_ for _order, id_ in document.indexes.personas] or [NOBODY]
    known: Sequence[Curve] = feelings.curves() if feelings is not None else ()
    candidates = (curve_for(open_map, lane), *known, *(Curve(persona) for persona in people))
    return next((curve for curve in candidates if curve not in there), None)


def invitation_to(open_map: OpenMap, lane: str) -> str:
    """Return what a new point of a lane would say: whose feeling it is, where that can be in question."""
    document, feelings = open_map.session.document, feelings_of(open_map, lane)
    is_one = feelings is None or len(feelings.curves()) < 2
    curve = curve_for(open_map, lane)
    if is_one and len(document.indexes.personas) < 2 and not curve.wished:
        return _(EMOTION_HINT)
    return title_of(document, curve)


def point_in(open_map: OpenMap, lane: str, step: str) -> str | None:
    """Return the point of a cell that is on the curve of new ones, or None."""
    return open_map.session.document.indexes.points(lane, step).get(curve_for(open_map, lane))


def add_point(open_map: OpenMap, lane: str, step: str, score: float) -> str | None:
    """Add a point to the first free curve of a cell and select it; None where all have one."""
    curve = free_curve(open_map, lane, step)
    return _put(open_map, lane, step, score, curve) if curve is not None else None


def _put(open_map: OpenMap, lane: str, step: str, score: float, curve: Curve) -> str:
    with open_map.edit(_("Add emotion point")) as edit:
        point = points.put(edit, lane, step, score, curve.persona, wished=curve.wished)
    open_map.select((point,), point, (lane, step))
    return point


def score_of_click(open_map: OpenMap, lane: str, step: str, y: float, is_free: bool) -> float | None:
    """Return the score of the point that a click at ``y`` points of the map would add.

    It goes by halves, or freely. None where nothing would be added: far from the scale, and where the curve
    that new points are on has one already.
    """
    layout, feelings = open_map.session.layout, feelings_of(open_map, lane)
    if feelings is None or point_in(open_map, lane, step) is not None:
        return None
    score = score_at(y - layout.lane_top(lane) - feelings.zero)
    if abs(score) > points.HIGHEST + _BEYOND:
        return None
    return points.within_scale(score if is_free else round(score * 2) / 2)


def click(open_map: OpenMap, lane: str, step: str, y: float, is_free: bool) -> None:
    """Add the point that a click on the empty room of a cell means, and select it."""
    score = score_of_click(open_map, lane, step, y, is_free)
    if score is not None:
        _put(open_map, lane, step, score, curve_for(open_map, lane))
