"""Adding emotion points: who has none yet in a cell, and one for the first of them."""

from journeymapper.document.document import Document
from journeymapper.document.records import NOBODY, Curve
from journeymapper.editing import points
from journeymapper.i18n import _
from journeymapper.ui.open_map import OpenMap


def without_point(document: Document, lane: str, step: str) -> str | None:
    """Return the first persona that has no point in a cell; None where all have one.

    On a map without personas it is ``NOBODY``.
    """
    there = document.indexes.points(lane, step)
    personas = [id_ for _order, id_ in document.indexes.personas] or [NOBODY]
    return next((id_ for id_ in personas if Curve(id_) not in there), None)


def add_point(open_map: OpenMap, lane: str, step: str, score: float) -> str | None:
    """Add a point for the first persona that has none there and select it; None where all have one."""
    persona = without_point(open_map.session.document, lane, step)
    if persona is None:
        return None
    with open_map.edit(_("Add emotion point")) as edit:
        point = points.put(edit, lane, step, score, persona)
    open_map.select((point,), point, (lane, step))
    return point
