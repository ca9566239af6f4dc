"""Which actions stand in which menu, by their ids alone."""

from dataclasses import dataclass

from journeymapper.document.links import LINK_KINDS
from journeymapper.document.roles import ROLES
from journeymapper.i18n import mark
from journeymapper.layout.places import Part
from journeymapper.ui.hues import HUE_WORDS

#: A line between two groups of entries.
LINE = "-"


@dataclass(frozen=True, slots=True)
class Menu:
    """A menu: its words, marked for translation, and its entries: action ids, ``LINE`` or menus.

    ``names_actions``: outside the menu its actions are called by its words and their own.
    """

    words: str
    entries: tuple["str | Menu", ...]
    names_actions: bool = True

    def ids(self) -> list[str]:
        """Return the ids of all actions in it, those of its submenus included."""
        found: list[str] = []
        for entry in self.entries:
            if isinstance(entry, Menu):
                found.extend(entry.ids())
            elif entry != LINE:
                found.append(entry)
        return found


_LINK_KINDS = tuple(f"link_kind.{kind}" for kind in LINK_KINDS)
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
        "add_line.free",
    ),
)
LANE_ROLE = Menu(mark("Lane role"), tuple(f"lane_role.{key}" for key in _ROLE_KEYS))
STAGE_COLOUR = Menu(
    mark("Stage colour"), tuple(f"stage_colour.{colour or 'by_place'}" for colour in HUE_WORDS)
)
COPY_AS = Menu(mark("Copy as"), ("copy_as.text", "copy_as.list", "copy_as.table", "copy_as.picture"))
RATING = Menu(
    mark("Rating"),
    (
        *("rate.0", "rate.1", "rate.2", "rate.3", LINE),
        *("effort.0", "effort.1", "effort.2", "effort.3"),
    ),
)
EVIDENCE = Menu(
    mark("Evidence"),
    (
        *("evidence.unknown", "evidence.assumption", "evidence.observed", "evidence.measured", LINE),
        "add_source",
    ),
)
STEP_WIDTH = Menu(mark("Step width"), ("wider_steps", "narrower_steps", LINE, "standard_width"))
LANE_NAMES = Menu(
    mark("Lane names"), ("wider_lane_heads", "narrower_lane_heads", LINE, "standard_lane_heads")
)
PANELS = Menu(
    mark("Panels"),
    (
        *("show_inspector", "show_library", "show_health", "show_priorities", "show_review", LINE),
        *("show_outline", "show_table", "show_parking_lot", "show_votes", LINE),
        *("next_panel", "previous_panel", "go_to_inspector"),
    ),
)
FIND = Menu(
    mark("Find"),
    ("find", "find_next", "find_previous", LINE, "replace", "replace_one", "replace_all"),
)
FINDING = Menu(
    mark("Finding"),
    ("next_finding", LINE, "fix_finding", "dismiss_finding", "readmit_finding"),
    names_actions=False,
)
LIBRARY = Menu(mark("Library"), ("keep_in_library", LINE, "share_blocks", "add_blocks"), names_actions=False)
PERSONA = Menu(
    mark("Persona"),
    (
        *("edit_persona", "keep_persona", LINE),
        *("move_persona_left", "move_persona_right", LINE, "delete_persona"),
    ),
    names_actions=False,
)
STAGE = Menu(
    mark("Stage"),
    (
        *("rename_stage", STAGE_COLOUR, LINE),
        *("move_stage_left", "move_stage_right", "move_border_left", "move_border_right", LINE),
        "delete_stage",
    ),
    names_actions=False,
)
STEP = Menu(
    mark("Step"),
    (
        *("rename_step", "moment_of_truth", STEP_WIDTH, LINE),
        *("move_step_left", "move_step_right", LINE, "delete_step"),
    ),
    names_actions=False,
)
LANE = Menu(
    mark("Lane"),
    (
        *("rename_lane", LANE_ROLE, LINE, "collapse_lane", "hide_lane", LINE),
        *("move_lane_up", "move_lane_down", LINE, "delete_lane"),
    ),
    names_actions=False,
)
LINK = Menu(mark("Link"), (*_LINK_KINDS, LINE, "go_along_link", "select_link"))
CURVES = Menu(
    mark("Emotion curve"),
    (
        *("curve_of_new_points", "next_curve", "wished_for", LINE),
        *("add_wished_curve", "select_curve", LINE),
        *("score_up", "score_down", "score_up_finely", "score_down_finely", LINE, "show_faces"),
    ),
    names_actions=False,
)
TIMER = Menu(
    mark("Timer"),
    (
        *("timer.3", "timer.5", "timer.10", "timer.other", "timer.up", LINE),
        *("toggle_timer", "reset_timer"),
    ),
)
VOTES = Menu(
    mark("Votes"),
    ("vote", "take_vote", "vote_by_click", LINE, "sort_by_votes", "clear_votes"),
)
PARKING_LOT = Menu(mark("Parking lot"), ("park_thought", "park_cards", "put_on_map"), names_actions=False)
PRESENT = Menu(
    mark("&Present"),
    (
        *("present", "present_without_lanes", LINE),
        *("walk_on", "walk_back", "walk_by_stage", "walk_by_lane", "walk_whole", "blank_screen", LINE),
        *("reveal_next", "keep_back", "reveal_all", "keep_all_back", LINE),
        *(TIMER, VOTES, PARKING_LOT),
    ),
)
REVIEW = Menu(
    mark("Review"),
    (
        *("review_now", "review_next", "finish_review", LINE),
        *("keep_state", "kept_states", LINE, "save_review_date"),
    ),
    names_actions=False,
)
APPEARANCE = Menu(mark("Appearance"), ("appearance.system", "appearance.light", "appearance.dark"))

_LESS_OF_LANE = ("collapse_lane", "hide_lane")
_MOVE_CARDS = ("move_up", "move_down", "move_left", "move_right")
_SPAN = ("widen_card", "narrow_card")

MENU_BAR: tuple[Menu, ...] = (
    Menu(
        mark("&File"),
        (
            *("new", "new_by_questions", "open", "open_recent", "examples", LINE),
            *("save", "save_as", "save_as_template", "manage_templates", LINE),
            *("export_pdf", "export_png", LINE),
            *("print_preview", "print", "print_notes", "print_personas", "print_priorities", LINE),
            *("close", "quit"),
        ),
    ),
    Menu(
        mark("&Edit"),
        (
            *("undo", "redo", LINE),
            *("cut", "copy", COPY_AS, "paste", "paste_text", "duplicate", "delete", LINE),
            *("select_all", "select_filtered", LINE, FIND, LINE),
            *("edit_text", "belongs_to", RATING, EVIDENCE, "tags", "note", "note_value", "remove_picture"),
            *(*_SPAN, *_MOVE_CARDS, LINE, LIBRARY),
        ),
    ),
    Menu(
        mark("&Insert"),
        (
            *("add_card", "add_point", "add_picture", "edit_prompt", LINE),
            *("link", "leave", LINE),
            *("add_stage_after", "add_stage_before", "add_step", ADD_LANE, LINE),
            *("add_stage_set", "add_lane_set", "add_blueprint_lines", LINE),
            "add_persona",
        ),
    ),
    Menu(
        mark("&Map"),
        (
            *("edit_title_block", "map_kind", LINE),
            *(PERSONA, STAGE, STEP, LANE, CURVES, LINK, LINE),
            *(LANE_NAMES, REVIEW),
        ),
    ),
    Menu(
        mark("&View"),
        (
            *("zoom_in", "zoom_out", "zoom_fit", "zoom_selection", "zoom_actual", LINE),
            *("show_overview", "show_prompts", "evidence_strip", LINE),
            *("filter", "filter_next", "filter_previous", "clear_filter", LINE),
            *("collapse_all_lanes", "expand_all_lanes", "show_hidden_lanes", LINE),
            *(PANELS, FINDING, LINE),
            *("full_screen", LINE),
            APPEARANCE,
        ),
    ),
    PRESENT,
    Menu(mark("&Help"), ("palette", "shortcuts", LINE, "about")),
)

#: The toolbar: ids, lines, and one menu that opens from a button.
TOOLBAR: tuple[str | Menu, ...] = (
    *("new", "open", "save", LINE),
    *("undo", "redo", LINE),
    *("add_card", "add_stage_after", "add_step", ADD_LANE, LINE),
    *("zoom_fit", "export_pdf"),
)

_CURVE = ("curve_of_new_points", "add_wished_curve")
_CLIPBOARD = ("cut", "copy", COPY_AS, "paste", "duplicate")
_STAGE = (
    *("rename_stage", STAGE_COLOUR, LINE, *_CLIPBOARD, LINE),
    *("add_stage_before", "add_stage_after", "add_step", LINE),
)
_TITLE = ("edit_text", "edit_title_block", LINE, "add_persona")
_NOTHING = ("paste", LINE, "add_stage_after", ADD_LANE, "add_persona", LINE, "edit_title_block")

#: What the context menu of each place of the map offers.
CONTEXT: dict[Part, tuple[str | Menu, ...]] = {
    Part.CARD: (
        *("edit_text", "belongs_to", RATING, EVIDENCE, "tags", "note", "note_value", LINE),
        *("add_picture", "remove_picture", LINE),
        *(*_CLIPBOARD, LINE, "link", "leave", LINE),
        *(*_MOVE_CARDS, *_SPAN, LINE, "keep_in_library", LINE, "delete"),
    ),
    Part.LINK: ("edit_text", LINE, *_LINK_KINDS, LINE, "go_along_link", LINE, "delete"),
    Part.POINT: (
        "edit_text",
        "belongs_to",
        "add_point",
        LINE,
        *_CURVE,
        *("score_up", "score_down", LINE),
        "move_up",
        "move_down",
        LINE,
        "delete",
    ),
    Part.CELL: (
        "add_card",
        "add_point",
        "add_picture",
        "edit_prompt",
        "curve_of_new_points",
        "paste",
        "paste_text",
        LINE,
        "add_step",
        ADD_LANE,
    ),
    Part.LANE: (
        *("rename_lane", LANE_ROLE, LINE, *_CURVE, "show_faces", LINE, *_CLIPBOARD, LINE),
        *(*_LESS_OF_LANE, "show_hidden_lanes", LINE),
        *("move_lane_up", "move_lane_down", LANE_NAMES, LINE),
        *(ADD_LANE, LINE, "delete_lane"),
    ),
    Part.LEGEND: (
        *("curve_of_new_points", "wished_for", LINE),
        *("add_wished_curve", "select_curve", LINE, "show_faces"),
    ),
    Part.STAGE: (
        *(*_STAGE, "move_stage_left", "move_stage_right", "move_border_left", "move_border_right", LINE),
        "delete_stage",
    ),
    Part.STEP: (
        *("rename_step", "moment_of_truth", LINE, *_CLIPBOARD, LINE, "link", "leave", LINE, "add_step", LINE),
        *("move_step_left", "move_step_right", STEP_WIDTH, LINE, "delete_step"),
    ),
    Part.EVIDENCE: ("evidence_strip",),
    Part.PERSONA: (
        *("edit_persona", "duplicate", "keep_persona", LINE),
        *("move_persona_left", "move_persona_right", LINE),
        *("add_persona", LINE, "delete_persona"),
    ),
    Part.TITLE: _TITLE,
    Part.SUBTITLE: _TITLE,
    Part.PARKED: ("edit_text", "put_on_map", LINE, "move_up", "move_down", LINE, "delete"),
    Part.NOTHING: _NOTHING,
}

#: What the context menu of text offers while it is written on the map.
TEXT: tuple[str, ...] = (
    *("undo", "redo", LINE),
    *("cut", "copy", "paste", "paste_text", "delete", LINE),
    "select_all",
)
