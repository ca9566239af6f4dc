"""Edits of emotion points."""

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


def set_text(edit: Transaction, point: str, text: str) -> None:
    """Give a point another label."""
    edit.update(point, EmotionPoint, text=on_one_line(text))


def delete(edit: Transaction, point: str) -> None:
    """Remove a point; the curve goes on between its neighbours."""
    edit.remove(point)
