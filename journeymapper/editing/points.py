"""Edits of emotion points."""

from collections.abc import Iterable

from journeymapper.document.document import Transaction
from journeymapper.document.records import NOBODY, Curve, EmotionPoint
from journeymapper.document.texts import on_one_line

LOWEST, HIGHEST = -2.0, 2.0


def within_scale(score: float) -> float:
    """Return the score, moved into the scale and rounded to hundredths."""
    return round(max(LOWEST, min(HIGHEST, score)), 2) + 0.0


def put(
    edit: Transaction,
    lane: str,
    step: str,
    score: float,
    persona: str = NOBODY,
    text: str = "",
    *,
    wished: bool = False,
) -> str:
    """Say how a persona feels, or should feel, at a step, whether there was a point before or not.

    Returns the point's id.
    """
    there = edit.indexes.points(lane, step).get(Curve(persona, wished))
    if there is not None:
        set_score(edit, there, score)
        return there
    point = EmotionPoint(
        id=edit.new_id(EmotionPoint.kind),
        lane=lane,
        step=step,
        persona=persona,
        wished=wished,
        score=within_scale(score),
        text=on_one_line(text),
    )
    edit.put(point)
    return point.id


def set_score(edit: Transaction, point: str, score: float) -> None:
    """Move a point up or down."""
    edit.update(point, EmotionPoint, score=within_scale(score))


def nudge(edit: Transaction, ids: Iterable[str], by: float) -> None:
    """Move points up, or down, by so much of a score; at an end of the scale they stop."""
    for point in ids:
        set_score(edit, point, edit.get(point, EmotionPoint).score + by)


def wish(edit: Transaction, lane: str, persona: str = NOBODY) -> list[str]:
    """Begin the wished-for curve of a persona where the present one is, without its labels.

    Where there is a wished-for point already, it stays. Returns the ids of the new points, in order.
    """
    made = []
    for step in edit.indexes.columns():
        there = edit.indexes.points(lane, step)
        present = there.get(Curve(persona))
        if present is not None and Curve(persona, wished=True) not in there:
            score = edit.get(present, EmotionPoint).score
            made.append(put(edit, lane, step, score, persona, wished=True))
    return made


def set_curve(edit: Transaction, ids: Iterable[str], curve: Curve) -> None:
    """Put points on another curve; where that has a point at their step already, they stay."""
    for point in ids:
        record = edit.get(point, EmotionPoint)
        if curve not in edit.indexes.points(record.lane, record.step):
            edit.update(point, EmotionPoint, persona=curve.persona, wished=curve.wished)


def set_text(edit: Transaction, point: str, text: str) -> None:
    """Give a point another label."""
    edit.update(point, EmotionPoint, text=on_one_line(text))


def delete(edit: Transaction, point: str) -> None:
    """Remove a point; the curve goes on between its neighbours."""
    edit.remove(point)
