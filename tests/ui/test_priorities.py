"""Effort and priorities elsewhere than in their dock: inspector, printing, exports."""

import pytest
from PySide6.QtWidgets import QApplication

from journeymapper.document.records import Card
from journeymapper.editing import cards, lanes
from journeymapper.exchange.options import ExportOptions
from journeymapper.ui.dialogs.export_dialog import PdfDialog
from journeymapper.ui.dialogs.file_dialogs import SaveDialog
from journeymapper.ui.main_window import MainWindow
from journeymapper.ui.printing import PreviewDialog
from tests.ui.conftest import Answers


@pytest.fixture
def opportunity(map_window: MainWindow) -> str:
    """An opportunity on the small map."""
    with map_window.open_map.edit("Add") as edit:
        lane = lanes.add(edit, "Opportunities", role="opportunities").id
        return cards.add(edit, lane, "step-1", "Call back", impact=3).id


def test_the_inspector_has_a_row_for_effort_where_it_counts(map_window: MainWindow, opportunity: str) -> None:
    map_window.open_map.select((opportunity,), opportunity)
    panel = map_window.inspector.panel
    assert panel is not None
    panel.fields["effort"].setValue(2)
    assert map_window.open_map.session.document.get(opportunity, Card).effort == 2
    map_window.open_map.select(("card-1",), "card-1")
    assert map_window.inspector.panel.fields["effort"].isHidden()


def test_the_pdf_dialog_offers_priorities_and_remembers(
    map_window: MainWindow, answers: Answers, opportunity: str
) -> None:
    assert opportunity
    settings, layout = map_window.windows.settings, map_window.open_map.session.layout
    dialog = PdfDialog(layout, settings.export, map_window)
    assert not dialog.options().priorities
    dialog.priorities.click()
    assert "The priorities follow on paper of 210 × 297 mm." in dialog.outcome.text()
    options = dialog.options()
    assert options == ExportOptions(priorities=True)
    dialog.deleteLater()
    answers.prepare(PdfDialog, options)
    answers.prepare(SaveDialog, None)
    map_window.action_set.by_id["export_pdf"].trigger()
    assert settings.export["priorities"] == "yes"


def test_preview_and_menu_choose_alike(map_window: MainWindow) -> None:
    dialog = PreviewDialog(map_window.open_map.session.layout, map_window)
    dialog.priorities.click()
    map_window.refresh_actions()
    assert map_window.action_set.by_id["print_priorities"].isChecked()
    map_window.action_set.by_id["print_priorities"].trigger()
    assert map_window.windows.settings.export["priorities"] == "no"
    dialog.deleteLater()


def test_without_rated_kinds_of_cards_there_is_nothing_to_choose(map_window: MainWindow) -> None:
    with map_window.open_map.edit("Hide") as edit:
        lanes.set_hidden(edit, [lane for _order, lane in edit.indexes.lanes], True)
    dialog = PdfDialog(map_window.open_map.session.layout, {"priorities": "yes"}, map_window)
    assert not dialog.priorities.isEnabled()
    assert not dialog.options().priorities
    dialog.deleteLater()
    QApplication.processEvents()
