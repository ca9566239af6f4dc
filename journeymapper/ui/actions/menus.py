"""Which actions stand in which menu, by their ids alone."""

from dataclasses import dataclass

from journeymapper.document.roles import ROLES
from journeymapper.i18n import mark
from journeymapper.layout.places import Part
from journeymapper.ui.hues import HUE_WORDS

#: A line between two groups of entries.
LINE = "-"


@dataclass(frozen=True, slots=True)
class Menu:
    """A menu: its words, marked for translation, and its entries: action ids, ``LINE`` or menus."""

    words: str
    entries: tuple["str | Menu", ...]

    def ids(self) -> list[str]:
        """Return the ids of all actions in it, those of its submenus included."""
        found: list[str] = []
        for entry in self.entries:
            if isinstance(entry, Menu):
                found.extend(entry.ids())
            elif entry != LINE:
                found.append(entry)
        return found


_ROLE_KEYS = tuple(role or "free_text" for role in ROLES)

ADD_LANE = Menu(
    mark("Add lane"),
    (
        *(f"add_lane.{key}" for key in _ROLE_KEYS),
        LINE,
        "add_lane.emotions",
        LINE,
        "add_line.interaction",
        "add_line.visibility",
        "add_line.internal",
    ),
)
LANE_ROLE = Menu(mark("Lane role"), tuple(f"lane_role.{key}" for key in _ROLE_KEYS))
STAGE_COLOUR = Menu(
    mark("Stage colour"), tuple(f"stage_colour.{colour or 'by_place'}" for colour in HUE_WORDS)
)
APPEARANCE = Menu(mark("Appearance"), ("appearance.system", "appearance.light", "appearance.dark"))

_MOVE_CARDS = ("move_up", "move_down", "move_left", "move_right")

MENU_BAR: tuple[Menu, ...] = (
    Menu(
        mark("&File"),
        (
            *("new", "open", "open_recent", "open_example", LINE),
            *("save", "save_as", LINE),
            *("export_pdf", "export_png", LINE),
            *("print_preview", "print", LINE),
            *("close", "quit"),
        ),
    ),
    Menu(
        mark("&Edit"),
        (
            *("undo", "redo", LINE),
            *("cut", "copy", "paste", "paste_text", "duplicate", "delete", LINE),
            *("select_all", LINE),
            *("edit_text", *_MOVE_CARDS),
        ),
    ),
    Menu(
        mark("&Insert"),
        (
            *("add_card", "add_point", LINE),
            *("add_stage_after", "add_stage_before", "add_step", ADD_LANE, LINE),
            "add_persona",
        ),
    ),
    Menu(
        mark("&Map"),
        (
            *("edit_title_block", "edit_persona", "delete_persona", LINE),
            *("rename_stage", STAGE_COLOUR, "move_stage_left", "move_stage_right", "delete_stage", LINE),
            *("rename_step", "move_step_left", "move_step_right", "delete_step", LINE),
            *("rename_lane", LANE_ROLE, "move_lane_up", "move_lane_down", "delete_lane"),
        ),
    ),
    Menu(
        mark("&View"),
        (
            *("zoom_in", "zoom_out", "zoom_fit", "zoom_actual", LINE),
            *("show_inspector", "go_to_inspector", "full_screen", LINE),
            APPEARANCE,
        ),
    ),
    Menu(mark("&Help"), ("shortcuts", LINE, "about")),
)

#: The toolbar: ids, lines, and one menu that opens from a button.
TOOLBAR: tuple[str | Menu, ...] = (
    *("new", "open", "save", LINE),
    *("undo", "redo", LINE),
    *("add_card", "add_stage_after", "add_step", ADD_LANE, LINE),
    *("zoom_fit", "export_pdf"),
)

_CLIPBOARD = ("cut", "copy", "paste")
_STAGE = ("rename_stage", STAGE_COLOUR, LINE, "add_stage_before", "add_stage_after", "add_step", LINE)
_TITLE = ("edit_text", "edit_title_block", LINE, "add_persona")
_NOTHING = ("paste", LINE, "add_stage_after", ADD_LANE, "add_persona", LINE, "edit_title_block")

#: What the context menu of each place of the map offers.
CONTEXT: dict[Part, tuple[str | Menu, ...]] = {
    Part.CARD: ("edit_text", *_CLIPBOARD, "duplicate", LINE, *_MOVE_CARDS, LINE, "delete"),
    Part.POINT: ("edit_text", "add_point", LINE, "move_up", "move_down", LINE, "delete"),
    Part.CELL: ("add_card", "add_point", "paste", "paste_text", LINE, "add_step", ADD_LANE),
    Part.LANE: (
        *("rename_lane", LANE_ROLE, LINE, "move_lane_up", "move_lane_down", LINE),
        *(ADD_LANE, LINE, "delete_lane"),
    ),
    Part.STAGE: (*_STAGE, "move_stage_left", "move_stage_right", LINE, "delete_stage"),
    Part.STEP: (
        *("rename_step", LINE, "add_step", LINE, "move_step_left", "move_step_right", LINE),
        "delete_step",
    ),
    Part.PERSONA: ("edit_persona", LINE, "add_persona", LINE, "delete_persona"),
    Part.TITLE: _TITLE,
    Part.SUBTITLE: _TITLE,
    Part.NOTHING: _NOTHING,
}
