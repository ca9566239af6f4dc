"""Building blocks in the library dock: found, put into the map, and kept."""

import json
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from journeymapper.document.records import Card, Lane
from journeymapper.editing import lanes, stages
from journeymapper.session.session import Session
from journeymapper.ui.dialogs.file_dialogs import BlocksDialog, SaveDialog
from journeymapper.ui.main_window import MainWindow
from journeymapper.ui.open_map import OpenMap
from tests.maps import large_map
from tests.ui.canvas.driver import CTRL, LEFT, NONE, SHIFT, Driver
from tests.ui.conftest import Answers
from tests.ui.docks.library.conftest import Hands

_Key = Qt.Key


def test_the_key_opens_the_library_with_the_keyboard_in_the_line_and_esc_leads_back(hands: Hands) -> None:
    assert not hands.dock.isVisible()
    hands.open("Touchpoints", "Pays")
    assert hands.dock.line.hasFocus()
    assert hands.listed[:2] == ["[Fits here: Touchpoints at Purchase]", "Quizzical lamp"]
    assert hands.current == "Quizzical lamp"
    hands.key(_Key.Key_Escape)
    assert hands.window.canvas.hasFocus()
    assert hands.dock.isVisible()
    hands.key(_Key.Key_K, CTRL | SHIFT)
    hands.key(_Key.Key_Tab)
    hands.key(_Key.Key_K, CTRL | SHIFT)
    assert hands.dock.line.hasFocus()
    hands.key(_Key.Key_K, CTRL | SHIFT)
    assert not hands.dock.isVisible()
    assert hands.window.canvas.hasFocus()


def test_what_fits_here_comes_first_with_words_too(hands: Hands) -> None:
    hands.open("Touchpoints", "Pays")
    assert hands.search("QUIZ") == [
        *("[Fits here: Touchpoints at Purchase]", "Quizzical lamp"),
        *("[More]", "Quizzical bell", "Quizzical gauge", "Quizzical queue"),
    ]
    assert hands.search("quiz rings") == ["Quizzical bell"]
    assert hands.search("quiz nowhere") == ["[Nothing found]"]
    hands.key(_Key.Key_Return)
    assert hands.driver.steps_done == 0
    hands.search("")
    hands.dock.line.clear()
    headings = [words for words in hands.listed if words.startswith("[")]
    assert headings[:3] == [
        *("[Fits here: Touchpoints at Purchase]", "[Touchpoints at other stages]"),
        "[In other lanes at Purchase]",
    ]
    assert "[Metrics]" in headings


def test_the_list_follows_the_cursor_and_the_map(hands: Hands) -> None:
    hands.open("Touchpoints", "Pays")
    hands.search("quiz")
    hands.key(_Key.Key_Escape)
    hands.window.open_map.select((), cell=(hands.driver.lane("Pain points"), hands.driver.step("Sees")))
    hands.dock.catch_up()
    assert hands.listed[:2] == ["[Fits here: Pain points at Awareness]", "Quizzical queue"]
    hands.window.open_map.select({hands.driver.lane("Pain points")})
    hands.dock.catch_up()
    assert hands.listed[0] == "[Fits here: Pain points]"
    hands.window.open_map.select({"stage-2"})
    hands.dock.catch_up()
    hands.dock.line.clear()
    assert hands.listed[0] == "[Fits here: Purchase]"
    with hands.window.open_map.edit("") as edit:
        stages.rename(edit, "stage-2", "Loyalty")
    hands.dock.catch_up()
    assert hands.listed[0] == "[Fits here: Loyalty]"


def test_enter_puts_several_in_and_keeps_the_keyboard(hands: Hands) -> None:
    hands.open("Touchpoints", "Pays")
    hands.search("quiz")
    hands.key(_Key.Key_Return)
    assert hands.dock.line.hasFocus()
    assert hands.said == "“Quizzical lamp” put into Touchpoints, Pays."
    lamp = hands.driver.document.get(hands.driver.card("Quizzical lamp"), Card)
    assert (lamp.channel, lamp.online) == ("Light", True)
    assert hands.window.open_map.selection == {lamp.id}
    hands.key(_Key.Key_Down)
    hands.key(_Key.Key_Return, SHIFT)
    assert hands.driver.cards("Touchpoints", "Pays") == ["Shop", "Quizzical lamp", "Quizzical bell"]
    hands.dock.catch_up()
    assert hands.listed[1:4] == ["Quizzical lamp+", "[More]", "Quizzical bell+"]
    assert hands.current == "Quizzical bell"
    assert hands.dock.rows.index(1).data(Qt.ItemDataRole.AccessibleTextRole) == (
        "Quizzical lamp, My own blocks, Light, already on the map here"
    )
    hands.key(_Key.Key_Z, CTRL)
    hands.key(_Key.Key_Z, CTRL)
    assert hands.driver.cards("Touchpoints", "Pays") == ["Shop"]
    hands.dock.catch_up()
    assert "Quizzical lamp" in hands.listed


def test_what_fits_elsewhere_goes_into_its_own_lane_and_the_cursor_stays(hands: Hands) -> None:
    hands.open("Actions", "Sees")
    hands.search("queue")
    hands.key(_Key.Key_Return)
    assert hands.driver.cards("Pain points", "Sees") == ["Quizzical queue"]
    assert hands.window.open_map.cell == (hands.driver.lane("Actions"), hands.driver.step("Sees"))
    assert hands.said == "“Quizzical queue” put into Pain points, Sees."
    with hands.window.open_map.edit("") as edit:
        lanes.set_collapsed(edit, [hands.driver.lane("Pain points")], True)
    hands.key(_Key.Key_Return)
    assert hands.said == "“Quizzical queue” put into Pain points, Sees; the lane is collapsed."


def test_without_a_cursor_it_goes_to_the_first_step(hands: Hands) -> None:
    hands.window.open_map.select(())
    hands.open()
    hands.search("lamp quizz")
    hands.key(_Key.Key_Return)
    assert hands.driver.cards("Touchpoints", "Sees") == ["Quizzical lamp"]


def test_a_lane_that_is_missing_is_offered_and_added_in_the_same_step(hands: Hands) -> None:
    hands.open("Touchpoints", "Pays")
    hands.search("gauge")
    before = hands.driver.bytes
    hands.key(_Key.Key_Return)
    assert hands.driver.bytes == before
    assert hands.dock.strip.label.text() == "This map has no lane “Metrics” for “Quizzical gauge”."
    assert [button.text() for button in hands.dock.strip.buttons] == [
        *("Add the lane “Metrics”", "Put it into “Touchpoints”"),
    ]
    assert hands.dock.strip.buttons[0].hasFocus()
    hands.key(_Key.Key_Return)
    card = hands.driver.document.get(hands.driver.card("Quizzical gauge"), Card)
    assert (card.unit, card.tags, card.step) == ("%", ("quiz",), hands.driver.step("Pays"))
    assert hands.driver.document.get(card.lane, Lane).role == "metrics"
    assert hands.dock.list.hasFocus()
    assert not hands.dock.strip.isVisible()
    hands.driver.session.undo()
    assert hands.driver.bytes == before


def test_what_lacks_its_lane_can_go_where_one_stands_or_nowhere(hands: Hands) -> None:
    hands.open("Touchpoints", "Pays")
    hands.search("gauge")
    hands.key(_Key.Key_Return)
    hands.key(_Key.Key_Escape)
    assert hands.dock.list.hasFocus()
    assert hands.driver.steps_done == 0
    hands.key(_Key.Key_Return)
    hands.key(_Key.Key_Tab)
    hands.key(_Key.Key_Space)
    assert hands.driver.cards("Touchpoints", "Pays") == ["Shop", "Quizzical gauge"]


def test_letters_typed_on_the_list_go_into_the_line(hands: Hands) -> None:
    hands.open("Touchpoints", "Pays")
    hands.search("quiz")
    hands.key(_Key.Key_Tab)
    assert hands.dock.list.hasFocus()
    hands.type(" ga")
    assert hands.dock.line.hasFocus()
    assert hands.current == "Quizzical gauge"
    hands.key(_Key.Key_Tab)
    hands.key(_Key.Key_Backspace)
    assert hands.dock.line.text() == "quiz g"


def test_a_double_click_puts_it_in(hands: Hands) -> None:
    hands.open("Touchpoints", "Pays")
    hands.search("quiz")
    place = hands.dock.list.visualRect(hands.dock.rows.index(1)).center()
    QTest.mouseClick(hands.dock.list.viewport(), LEFT, NONE, place)
    assert hands.driver.steps_done == 0
    QTest.mouseDClick(hands.dock.list.viewport(), LEFT, NONE, place)
    assert hands.driver.cards("Touchpoints", "Pays") == ["Shop", "Quizzical lamp"]


def test_it_is_dropped_into_any_cell_of_cards_between_the_cards_there(hands: Hands) -> None:
    hands.open("Touchpoints", "Pays")
    hands.search("quiz")
    second = hands.driver.at(hands.driver.card("Asks a friend"))
    assert hands.drop("Quizzical gauge", second - QPoint(0, 4))
    assert hands.driver.cards("Actions", "Sees") == ["Sees a poster", "Quizzical gauge", "Asks a friend"]
    assert hands.said == "“Quizzical gauge” put into Actions, Sees."
    assert hands.driver.text(hands.window.open_map.current) == "Quizzical gauge"
    before = hands.driver.bytes
    assert not hands.drop("Quizzical lamp", hands.driver.in_cell("Emotions", "Sees"))
    assert hands.driver.bytes == before


def test_a_card_is_kept_and_found_at_once(hands: Hands, own_file: Path) -> None:
    hands.open("Touchpoints", "Pays")
    hands.window.open_map.select({"card-4", "card-5"}, "card-4")
    hands.window.action_set.run("keep_in_library")
    assert hands.said == "2 blocks are new in the library."
    assert hands.search("web sear")[1] == "Web search+"
    hands.window.action_set.run("keep_in_library")
    assert hands.said == "2 blocks were there already, and are now as they are here."
    kept = json.loads(own_file.read_text("utf-8"))["blocks"]
    assert kept[-2:] == [
        {"text": "Web search", "role": "touchpoints", "stages": ["awareness"], "online": True},
        {"text": "Shop", "role": "touchpoints", "stages": ["purchase"], "online": False},
    ]


def test_a_card_without_words_is_not_kept(hands: Hands, own_file: Path) -> None:
    before = own_file.read_bytes()
    with hands.window.open_map.edit("") as edit:
        edit.update("card-4", Card, text=" ")
    hands.window.open_map.select({"card-4"}, "card-4")
    hands.window.action_set.run("keep_in_library")
    assert hands.said == "A card without words cannot be kept."
    assert own_file.read_bytes() == before


def test_what_was_offered_for_a_step_that_is_gone_goes_elsewhere(hands: Hands) -> None:
    hands.open("Actions", "Pays")
    hands.search("quizzical gauge")
    hands.key(_Key.Key_Return)
    with hands.window.open_map.edit("Delete") as edit:
        stages.delete_step(edit, hands.driver.step("Pays"))
    hands.dock.strip.buttons[0].click()
    assert hands.dock.strip.isVisible(), "it is asked anew, for where one stands now"
    hands.dock.strip.buttons[0].click()
    lane = hands.driver.lane("Metrics")
    first = hands.driver.document.indexes.columns()[0]
    assert len(hands.driver.document.indexes.cards(lane, first)) == 1


def test_a_second_f2_goes_on_writing_the_name(hands: Hands) -> None:
    hands.open("Touchpoints", "Sees")
    hands.search("quizzical lamp")
    hands.key(_Key.Key_F2)
    editor = hands.dock.painter.editor
    assert editor is not None
    hands.key(_Key.Key_F2)
    assert hands.dock.painter.editor is editor
    hands.dock.own.rename()
    assert hands.dock.painter.editor is editor


def test_an_own_block_is_renamed_and_removed_by_key_and_comes_back(hands: Hands, own_file: Path) -> None:
    hands.open("Touchpoints", "Pays")
    hands.search("quiz")
    hands.stand_on("Quizzical bell")
    hands.key(_Key.Key_F2)
    hands.key(_Key.Key_Escape)
    assert hands.dock.list.hasFocus()
    hands.key(_Key.Key_F2)
    editor = hands.dock.painter.editor
    assert editor is not None
    editor.selectAll()
    hands.type("Quizzical gong")
    hands.key(_Key.Key_Return)
    assert "Quizzical gong" in hands.listed
    before = own_file.read_bytes()
    hands.stand_on("Quizzical gong")
    hands.key(_Key.Key_Delete)
    assert "Quizzical gong" not in own_file.read_text("utf-8")
    assert hands.current == "Quizzical gauge"
    assert hands.dock.strip.label.text() == "Removed from the library: “Quizzical gong”."
    hands.dock.strip.buttons[0].click()
    assert own_file.read_bytes() == before
    assert "Quizzical gong" in hands.listed
    assert hands.driver.steps_done == 0


def test_what_came_with_the_program_stays(hands: Hands) -> None:
    hands.open("Touchpoints", "Pays")
    built_in = hands.library.shelf.built_in[0].text
    hands.dock.line.clear()
    for key in (_Key.Key_Delete, _Key.Key_F2):
        hands.stand_on(built_in)
        hands.key(key)
        assert hands.said == "Only what is your own can be renamed or removed."
    assert hands.dock.painter.editor is None
    assert built_in in hands.listed


def test_blocks_are_shared_and_taken_over(
    hands: Hands, tmp_path: Path, answers: Answers, own_file: Path
) -> None:
    path = tmp_path / "shared.json"
    answers.prepare(SaveDialog, path)
    hands.window.action_set.run("share_blocks")
    assert hands.said == "4 blocks saved as “shared.json”."
    own_file.unlink()
    answers.prepare(BlocksDialog, path)
    hands.window.action_set.run("add_blocks")
    assert hands.said == "4 blocks are new in the library."
    path.write_text("[", "utf-8")
    answers.prepare(BlocksDialog, path)
    hands.window.action_set.run("add_blocks")
    assert hands.said.startswith(
        "shared.json: The library is as it was: line 1, column 2: the file is damaged"
    )
    assert len(hands.library.shelf.own) == 4


def test_a_folder_that_cannot_be_written_to_is_said(hands: Hands, own_file: Path) -> None:
    own_file.unlink()
    own_file.parent.rmdir()
    own_file.parent.write_text("a file", "utf-8")
    hands.window.open_map.select({"card-4"}, "card-4")
    hands.window.action_set.run("keep_in_library")
    assert hands.said.startswith("The library is as it was: ")
    hands.open()
    assert hands.dock.foot.text() == ("blocks: the path leads through a file that is not a folder. Left out.")
    assert len(hands.listed) > 100, "the program's own blocks are all there"


def test_a_broken_file_is_named_and_the_rest_works(hands: Hands, own_file: Path) -> None:
    (own_file.parent / "mine.json").write_text('{"blocks": [\n{"text": "A"},\nx]}', "utf-8")
    hands.open("Touchpoints", "Pays")
    assert hands.dock.foot.text() == (
        "blocks/mine.json: line 3, column 1: the file is damaged: this is not valid JSON. Left out."
    )
    assert hands.search("lamp quiz")[1] == "Quizzical lamp"
    hands.dock.tabs.setCurrentIndex(1)
    assert hands.dock.foot.text() == "Enter, a double click or dragging puts it on the map.", "no persona's"
    hands.dock.tabs.setCurrentIndex(0)
    (own_file.parent / "mine.json").unlink()
    hands.dock.hide()
    hands.open()
    assert hands.dock.foot.text() == "Enter, a double click or dragging puts it on the map."


def menu_of(hands: Hands, words: str) -> QMenu:
    """Open the context menu of a row by the keyboard."""
    hands.stand_on(words)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(), QPoint())
    QApplication.sendEvent(hands.dock.list, event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def test_the_context_menu_offers_what_can_be_done(hands: Hands) -> None:
    hands.open("Touchpoints", "Pays")
    hands.search("quiz")
    menu = menu_of(hands, "Quizzical queue")
    offered = [action.text() for action in menu.actions() if not action.isSeparator()]
    assert offered == [
        *("Put it on the map", "Rename", "Remove from the library"),
        *("Share my blocks…", "Add blocks from a file…"),
    ]
    menu.actions()[0].trigger()
    menu.close()
    assert hands.driver.cards("Pain points", "Pays") == ["Queues", "Quizzical queue"]


def test_screen_readers_are_told_what_is_what(hands: Hands) -> None:
    hands.open("Touchpoints", "Pays")
    dock = hands.dock
    assert [widget.accessibleName() for widget in (dock.tabs, dock.line, dock.list)] == [
        *("What the library shows", "Search the library", "Library"),
    ]
    hands.search("quiz")
    hands.key(_Key.Key_Down)
    assert dock.line.accessibleDescription() == "Quizzical bell, My own blocks, Rings for advice"


def test_a_window_without_a_map_has_no_library(hands: Hands) -> None:
    hands.open("Touchpoints", "Pays")
    hands.window.open_map.session.history.mark_saved()
    hands.window.show_start_page()
    assert not hands.dock.isVisible()
    assert not hands.window.action_set.by_id["show_library"].isEnabled()


def test_typing_on_the_map_lists_nothing_anew(hands: Hands) -> None:
    hands.open("Actions", "Sees")
    hands.search("quiz")
    resets: list[None] = []
    hands.dock.rows.modelReset.connect(lambda: resets.append(None))
    with hands.window.open_map.edit("") as edit:
        edit.update("card-1", Card, text="Sees another poster")
    assert not hands.dock.page.look(hands.window.open_map)
    assert resets == []


def test_a_map_without_steps_says_so(own_file: Path, map_window: MainWindow) -> None:
    assert own_file.exists()
    document = large_map(0)
    with document.edit("") as edit:
        for _key, stage in list(edit.indexes.stages):
            stages.delete(edit, stage)
    map_window.show_map(OpenMap(Session(document, map_window.windows.shaper)))
    hands = Hands(map_window)
    hands.open()
    hands.search("lamp quiz")
    hands.key(_Key.Key_Return)
    assert hands.said == "There is no step yet to put a card at. Add one first."
    assert Driver(map_window.canvas).steps_done == 0
