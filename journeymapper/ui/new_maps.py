"""Beginning a map: from a template at once, or after the user has chosen one or answered three questions.

What is needed for it is imported when the first map is begun: the program starts sooner.
"""

from typing import TYPE_CHECKING

from journeymapper.document.document import Document
from journeymapper.document.records import Lane
from journeymapper.document.roles import holds_cards
from journeymapper.guide.templates.template import Template
from journeymapper.ui.open_map import OpenMap

if TYPE_CHECKING:
    from journeymapper.ui.main_window import MainWindow


def ask_and_begin(window: "MainWindow", by_questions: bool = False) -> None:
    """Ask what the new map is to be like, by pictures or by three questions first, and open it."""
    from journeymapper.ui.dialogs.new_map.dialog import NewMapDialog  # noqa: PLC0415  # see above

    wanted = NewMapDialog.ask(window.windows, by_questions, window)
    if wanted is not None:
        _begin(wanted.document, wanted.template, wanted.audience, window)


def begin_from(key: str, window: "MainWindow") -> None:
    """Open a new map from the template of a key, where there is one."""
    from journeymapper.guide.templates.answers import Answers  # noqa: PLC0415  # see above
    from journeymapper.guide.templates.beginning import begin  # noqa: PLC0415

    shelf = window.windows.templates
    template = shelf.find(key)
    if template is not None:
        _begin(begin(template, Answers()), template, template.audience or shelf.audience, window)


def _begin(document: Document, template: Template | None, audience: str, window: "MainWindow") -> None:
    windows = window.windows
    if audience:
        windows.templates.remember(template, audience)
        windows.save_settings()
    shown = windows.show_new(document, window)
    if shown.open_map is not None:
        _stand_in_first_cell(shown.open_map)


def _stand_in_first_cell(open_map: OpenMap) -> None:
    """Put the cursor into the first empty cell of cards: what is typed becomes its first card."""
    document, layout = open_map.session.document, open_map.session.layout
    for lane in layout.shown_lanes:
        if not layout.is_open(lane) or not holds_cards(document.get(lane, Lane).lane_kind):
            continue
        for step in document.indexes.columns():
            if not document.indexes.cards(lane, step):
                open_map.select((), "", (lane, step))
                return
