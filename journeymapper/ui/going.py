"""Going to a record by its id: from the command palette, Find, the outline and the table."""

from typing import TYPE_CHECKING

from journeymapper.document.records import Card, EmotionPoint, Lane
from journeymapper.editing import lanes
from journeymapper.i18n import _
from journeymapper.ui.docks.naming import lane_name
from journeymapper.ui.open_map import OpenMap, cell_of

if TYPE_CHECKING:
    from journeymapper.ui.canvas.canvas import Canvas


def go_to(open_map: OpenMap, canvas: "Canvas", id_: str) -> None:
    """Select a record and bring it into view; a lane that hides it is shown first."""
    document = open_map.session.document
    if id_ not in document:
        return
    shown = show_place_of(open_map, id_)
    open_map.select((id_,), id_, cell_of(document, id_))
    canvas.reveal(id_)
    if shown:
        words = _("Lane “{name}” is shown again; Undo hides it.")
        if not shown.hidden:
            words = _("Lane “{name}” is expanded; Undo collapses it.")
        canvas.said.emit(words.format(name=lane_name(document, shown.id)))


def show_place_of(open_map: OpenMap, id_: str) -> Lane | None:
    """Show the lane that a record is or stands in, where it is hidden or collapsed; return it as it was."""
    document = open_map.session.document
    record = document.find(id_)
    in_lane = isinstance(record, Card | EmotionPoint)
    lane = document.find(record.lane) if isinstance(record, Card | EmotionPoint) else record
    if not isinstance(lane, Lane) or not (lane.hidden or (in_lane and lane.collapsed)):
        return None
    with open_map.edit(_("Show lane")) as edit:
        lanes.set_hidden(edit, (lane.id,), False)
        if in_lane:
            lanes.set_collapsed(edit, (lane.id,), False)
    return lane
