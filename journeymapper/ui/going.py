"""Going to a record by its id: from the command palette, Find, the outline and the table."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from journeymapper.document.document import Document
from journeymapper.document.records import Card, EmotionPoint, Lane, Link, Parked
from journeymapper.editing import lanes
from journeymapper.i18n import _
from journeymapper.ui.docks.naming import lane_name
from journeymapper.ui.open_map import OpenMap, cell_of

if TYPE_CHECKING:
    from journeymapper.ui.canvas.canvas import Canvas


def go_to(open_map: OpenMap, canvas: "Canvas", id_: str) -> None:
    """Select a record and bring it into view; a lane that is hidden or kept back is shown first."""
    document, layout = open_map.session.document, open_map.session.layout
    if id_ not in document:
        return
    if isinstance(document.find(id_), Parked):
        open_map.select((id_,), id_, open_map.cell)
        open_map.parked_asked.emit(id_)
        return
    shown = show_place_of(open_map, id_)
    open_map.session.conceal(layout.concealed - {lane.id for lane in _lanes_of(document, id_)})
    open_map.select((id_,), id_, cell_of(document, id_))
    canvas.reveal(id_)
    if shown:
        words = _("Lane “{name}” is shown again; Undo hides it.")
        if not shown.hidden:
            words = _("Lane “{name}” is expanded; Undo collapses it.")
        canvas.said.emit(words.format(name=lane_name(document, shown.id)))


def show_place_of(open_map: OpenMap, id_: str) -> Lane | None:
    """Show the lanes that a record is or stands in, or a link's ends do, where they are hidden or collapsed.

    Returns the first of them as it was.
    """
    found = {lane.id: lane for lane in _lanes_of(open_map.session.document, id_)}
    hiding = [lane for lane in found.values() if lane.hidden or (lane.id != id_ and lane.collapsed)]
    if not hiding:
        return None
    with open_map.edit(_("Show lane")) as edit:
        lanes.set_hidden(edit, [lane.id for lane in hiding], False)
        lanes.set_collapsed(edit, [lane.id for lane in hiding if lane.id != id_], False)
    return hiding[0]


def _lanes_of(document: Document, id_: str) -> Iterator[Lane]:
    match document.find(id_):
        case Lane() as lane:
            yield lane
        case Card(lane=lane) | EmotionPoint(lane=lane):
            yield document.get(lane, Lane)
        case Link(source=source, target=target):
            yield from _lanes_of(document, source)
            yield from _lanes_of(document, target)
