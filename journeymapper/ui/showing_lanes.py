"""Collapsing, expanding, hiding and showing lanes: one undo step for any number of them."""

from collections.abc import Collection

from journeymapper.editing import lanes
from journeymapper.i18n import ngettext
from journeymapper.ui.open_map import OpenMap


def collapse(open_map: OpenMap, ids: Collection[str], collapsed: bool) -> None:
    """Show lanes as thin rows, or whole again; dividing lines stay as they are."""
    if collapsed:
        label = ngettext("Collapse lane", "Collapse lanes", len(ids))
    else:
        label = ngettext("Expand lane", "Expand lanes", len(ids))
    with open_map.edit(label) as edit:
        lanes.set_collapsed(edit, ids, collapsed)


def hide(open_map: OpenMap, ids: Collection[str]) -> None:
    """Leave lanes out of the drawing."""
    with open_map.edit(ngettext("Hide lane", "Hide lanes", len(ids))) as edit:
        lanes.set_hidden(edit, ids, True)


def show_hidden(open_map: OpenMap) -> list[str]:
    """Show all lanes that are hidden and return them."""
    ids = hidden_lanes(open_map)
    with open_map.edit(ngettext("Show lane", "Show lanes", len(ids))) as edit:
        lanes.set_hidden(edit, ids, False)
    return ids


def hidden_lanes(open_map: OpenMap) -> list[str]:
    """Return the lanes that the map hides, in order."""
    layout = open_map.session.layout
    return [id_ for _order, id_ in layout.document.indexes.lanes if layout.lanes[id_].lane.hidden]


def toggle_collapsed(open_map: OpenMap, lane: str) -> None:
    """Collapse a lane, or show it whole again."""
    collapse(open_map, (lane,), not open_map.session.layout.lanes[lane].is_collapsed)
