"""Actions on emotion curves: whose new points are, wished-for curves, scores by keys, faces or dots."""

from collections.abc import Sequence
from functools import partial

from journeymapper.document.document import Document
from journeymapper.document.feelings import score_words
from journeymapper.document.records import Curve, EmotionPoint, Lane
from journeymapper.editing import lanes, points
from journeymapper.i18n import _, mark, ngettext
from journeymapper.ui.actions.table import Action, ActionContext, Choice
from journeymapper.ui.canvas import feeling
from journeymapper.ui.chosen import lane_in_question
from journeymapper.ui.open_map import OpenMap

#: How far one key press moves a score, and how far with Alt.
_STEP = 0.5
_FINE_STEP = 0.1


def _lane(open_map: OpenMap) -> str:
    """Return the emotion lane in question, else the first that is shown, or ""."""
    lane, layout = lane_in_question(open_map), open_map.session.layout
    if feeling.feelings_of(open_map, lane) is not None:
        return lane
    return next((id_ for id_ in layout.shown_lanes if layout.lanes[id_].feelings is not None), "")


def _has_lane(context: ActionContext) -> bool:
    return context.open_map is not None and bool(_lane(context.open_map))


def _choose(context: ActionContext, curve: Curve) -> None:
    if context.open_map is not None:
        feeling.choose(context.open_map, curve)
        title = feeling.title_of(context.open_map.session.document, curve)
        context.window.say(_("New emotion points: {curve}").format(curve=title))


def _choices(context: ActionContext) -> list[Choice]:
    if (open_map := context.open_map) is None:
        return []
    document = open_map.session.document
    return [
        Choice(feeling.title_of(document, curve), partial(_choose, context, curve))
        for curve in feeling.curves_to_choose(open_map, _lane(open_map))
    ]


def _choose_next(context: ActionContext) -> None:
    if context.open_map is not None:
        _choose(context, feeling.next_curve(context.open_map, _lane(context.open_map)))


def _toggle_wished(context: ActionContext) -> None:
    if context.open_map is not None:
        now = feeling.curve_for(context.open_map, _lane(context.open_map))
        _choose(context, Curve(now.persona, not now.wished))


def _is_wished(context: ActionContext) -> bool:
    return _has_lane(context) and context.open_map is not None and _now(context.open_map).wished


def _now(open_map: OpenMap) -> Curve:
    return feeling.curve_for(open_map, _lane(open_map))


def _wish(context: ActionContext) -> None:
    """Begin the wished-for curve of whoever new points are of, on the present one, and select it."""
    if (open_map := context.open_map) is None:
        return
    lane, persona = _lane(open_map), _now(open_map).persona
    with open_map.edit(_("Add wished-for curve")) as edit:
        made = points.wish(edit, lane, persona)
    _choose(context, Curve(persona, wished=True))
    if made and open_map.session.layout.is_open(lane):
        open_map.select(made, made[0])


def _select_curve(context: ActionContext) -> None:
    if (open_map := context.open_map) is None:
        return
    lane, curve = _lane(open_map), _now(open_map)
    indexes = open_map.session.document.indexes
    there = (indexes.points(lane, step).get(curve) for step in indexes.columns())
    found = [point for point in there if point is not None]
    if found:
        open_map.select(found, open_map.current if open_map.current in found else found[0])
        count = ngettext("{count} point selected", "{count} points selected", len(found))
        context.window.say(count.format(count=len(found)))


def _can_select_curve(context: ActionContext) -> bool:
    if context.open_map is None or not (lane := _lane(context.open_map)):
        return False
    feelings = feeling.feelings_of(context.open_map, lane)
    return context.open_map.session.layout.is_open(lane) and (
        feelings is not None and _now(context.open_map) in feelings.curves()
    )


def _empty_cell(context: ActionContext) -> tuple[str, str] | None:
    """Return the cell of emotions that the keyboard stands in, nothing being selected; else None."""
    open_map = context.open_map
    if open_map is None or open_map.selection or open_map.cell is None:
        return None
    return open_map.cell if feeling.feelings_of(open_map, open_map.cell[0]) is not None else None


def _can_nudge(context: ActionContext) -> bool:
    return context.chosen.only_kind is EmotionPoint or _empty_cell(context) is not None


def _nudge(context: ActionContext, by: float) -> None:
    """Move the selected points; in a cell add one that is so good or bad, or move the one that is there."""
    if (open_map := context.open_map) is None:
        return
    cell = _empty_cell(context)
    if cell is not None and (point := feeling.point_in(open_map, *cell)):
        open_map.select((point,), point)
    elif cell is not None:
        feeling.add_point(open_map, *cell, by)
        return
    ids = context.chosen.of(EmotionPoint)
    with open_map.edit(ngettext("Change score", "Change scores", len(ids)), merge_key=("nudge", ids)) as edit:
        points.nudge(edit, ids, by)
    context.window.say(_said_of_scores(open_map.session.document, ids))


def _said_of_scores(document: Document, ids: Sequence[str]) -> str:
    """Return the score that points have now, or the least and the greatest of several."""
    scores = sorted(document.get(id_, EmotionPoint).score for id_ in ids)
    if scores[0] == scores[-1]:
        return _("Score: {score}").format(score=score_words(scores[0]))
    least, greatest = score_words(scores[0]), score_words(scores[-1])
    return _("Scores: {least} … {greatest}").format(least=least, greatest=greatest)


def _emotion_lanes(context: ActionContext) -> tuple[str, ...]:
    """Return the selected emotion lanes, else the one in question."""
    if (open_map := context.open_map) is None:
        return ()
    meant = context.chosen.of(Lane) or (lane_in_question(open_map),)
    return tuple(id_ for id_ in meant if feeling.feelings_of(open_map, id_) is not None)


def _have_faces(context: ActionContext) -> bool:
    laid_out = context.open_map.session.layout.lanes if context.open_map is not None else {}
    ids = _emotion_lanes(context)
    return bool(ids) and all(laid_out[id_].lane.faces for id_ in ids)


def _toggle_faces(context: ActionContext) -> None:
    if context.open_map is not None:
        ids, faces = _emotion_lanes(context), not _have_faces(context)
        with context.open_map.edit(_("Show faces") if faces else _("Show plain dots")) as edit:
            lanes.set_faces(edit, ids, faces)


def _score_action(id_: str, words: str, by: float, *keys: str) -> Action:
    return Action(
        id_,
        words,
        partial(_nudge, by=by),
        _can_nudge,
        hint=mark("Change the score of the selected emotion points, or add a point in this cell"),
        keys=keys,
        on_canvas=True,
    )


ACTIONS: tuple[Action, ...] = (
    Action("curve_of_new_points", mark("Curve of new points"), enabled=_has_lane, choices=_choices),
    Action(
        "next_curve",
        mark("Next curve"),
        _choose_next,
        _has_lane,
        hint=mark("Let new emotion points be the next persona's"),
        keys=("F8",),
    ),
    Action(
        "wished_for",
        mark("New points are wished for"),
        _toggle_wished,
        _has_lane,
        hint=mark("Let new emotion points say how the persona should feel in future, or how it feels now"),
        keys=("Shift+F8",),
        checked=_is_wished,
    ),
    Action(
        "add_wished_curve",
        mark("Add wished-for curve"),
        _wish,
        _has_lane,
        hint=mark("Begin a second curve on the present one: how the persona should feel in future"),
        icon="chart-bell-curve",
    ),
    Action(
        "select_curve",
        mark("Select curve"),
        _select_curve,
        _can_select_curve,
        hint=mark("Select all points of the curve that new points are on"),
    ),
    _score_action("score_up", mark("Raise score"), _STEP, "+", "="),
    _score_action("score_down", mark("Lower score"), -_STEP, "-"),
    _score_action("score_up_finely", mark("Raise score a little"), _FINE_STEP, "Alt++", "Alt+="),
    _score_action("score_down_finely", mark("Lower score a little"), -_FINE_STEP, "Alt+-"),
    Action(
        "show_faces",
        mark("Emotions as faces"),
        _toggle_faces,
        lambda context: bool(_emotion_lanes(context)),
        hint=mark("Show the points of this emotion lane as faces, or as plain dots"),
        checked=_have_faces,
    ),
)
