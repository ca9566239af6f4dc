"""Personas in the real window: added, edited, moved, deleted; cards and points given to them."""

from collections.abc import Sequence

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from journeymapper.document.records import NOBODY, Card, EmotionPoint, Persona
from journeymapper.editing import cards, personas, points
from journeymapper.exchange.options import ExportOptions
from journeymapper.ui.canvas.spoken import spoken
from journeymapper.ui.dialogs.export_dialog import PdfDialog
from journeymapper.ui.dialogs.file_dialogs import SaveDialog
from journeymapper.ui.dialogs.persona_dialog import PersonaDialog, WantedPersonas
from journeymapper.ui.main_window import MainWindow
from journeymapper.ui.palette.entries import action_entries
from journeymapper.ui.printing import PreviewDialog
from tests.ui.canvas.driver import ALT, CTRL, Driver
from tests.ui.conftest import Answers
from tests.ui.people import added, all_personas, edited

KEY = Qt.Key


@pytest.fixture
def three(map_window: MainWindow) -> MainWindow:
    """The small map with Ilze, Tom (two cards, a point) and Ann; the keyboard on the canvas."""
    with map_window.open_map.edit("Add") as edit:
        tom = "persona-2"
        edit.put(Persona(id=tom, order="y", name="Tom"))
        edit.put(Persona(id="persona-3", order="z", name="Ann & co"))
        cards.set_fields(edit, ["card-1", "card-2"], persona=tom)
        points.put(edit, "lane-3", "step-1", 2, tom)
    map_window.canvas.setFocus()
    return map_window


def names(window: MainWindow) -> list[str]:
    return [one.name for one in all_personas(window)]


def select(window: MainWindow, *ids: str) -> None:
    window.open_map.select(ids, ids[0])


def trigger(window: MainWindow, id_: str) -> None:
    assert window.action_set.by_id[id_].isEnabled(), id_
    window.action_set.by_id[id_].trigger()


def said(window: MainWindow) -> str:
    return window.status_line.currentMessage()


def owners(window: MainWindow, ids: Sequence[str]) -> list[str]:
    document = window.open_map.session.document
    return [getattr(document.find(id_), "persona", "") for id_ in ids]


def popped_up() -> QMenu:
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def test_a_persona_is_added_edited_and_deleted(map_window: MainWindow, answers: Answers) -> None:
    document = map_window.open_map.session.document
    answers.prepare(PersonaDialog, added(map_window, name="Maya", goals="in writing", decision_role="buyer"))
    trigger(map_window, "add_persona")
    assert answers.asked[-1][1] == (map_window.open_map, "")
    [maya] = [record for record in document if isinstance(record, Persona) and record.name == "Maya"]
    assert (maya.decision_role, map_window.open_map.selection) == ("buyer", {maya.id})
    answers.prepare(PersonaDialog, None)
    trigger(map_window, "edit_persona")
    assert document.get(maya.id, Persona) == maya, "giving up changes nothing"
    answers.prepare(PersonaDialog, edited(map_window, maya.id, name="Maya O.", goals=""))
    map_window.inspector.panel.more.click()
    assert answers.asked[-1][1] == (map_window.open_map, maya.id)
    assert document.get(maya.id, Persona).name == "Maya O."
    trigger(map_window, "delete_persona")
    assert maya.id not in document
    assert said(map_window) == "“Maya O.” is deleted"
    trigger(map_window, "delete_persona")
    assert "persona-1" not in document, "the only one is meant when none is selected"
    assert said(map_window) == "“Ilze Bērziņa” is deleted. 3 emotion points go too."
    assert not map_window.action_set.by_id["edit_persona"].isEnabled()
    while map_window.action_set.by_id["undo"].isEnabled():
        trigger(map_window, "undo")
    assert not map_window.isWindowModified()


def test_all_that_the_dialog_did_is_one_step(three: MainWindow, answers: Answers) -> None:
    ilze, _tom, ann = all_personas(three)
    new = Persona(id="new-1", order="a0", name="Zane")
    answers.prepare(PersonaDialog, WantedPersonas((ann, new, ilze), new.id))
    before = three.open_map.session.history.mark()
    select(three, "persona-1")
    trigger(three, "edit_persona")
    assert names(three) == ["Ann & co", "Zane", "Ilze Bērziņa"]
    assert three.open_map.session.history.mark() == before + 1
    assert said(three) == (
        "1 persona is deleted. 2 cards stay and belong to nobody in particular; 1 emotion point goes too."
    )
    [current] = three.open_map.selection
    assert three.open_map.session.document.get(current, Persona).name == "Zane"
    trigger(three, "undo")
    assert names(three) == ["Ilze Bērziņa", "Tom", "Ann & co"]
    assert owners(three, ["card-1", "card-2"]) == ["persona-2"] * 2


@pytest.mark.parametrize("by_key", [True, False])
def test_several_are_deleted_at_once(three: MainWindow, by_key: bool) -> None:
    select(three, "persona-2", "persona-3")
    if by_key:
        QTest.keyClick(three.canvas, KEY.Key_Delete)
    else:
        trigger(three, "delete_persona")
    assert names(three) == ["Ilze Bērziņa"]
    assert said(three).startswith("2 personas are deleted. 2 cards stay")
    trigger(three, "undo")
    assert owners(three, ["card-1"]) == ["persona-2"]


def test_personas_move_by_keys_and_menu(three: MainWindow) -> None:
    select(three, "persona-1")
    QTest.keyClick(three.canvas, KEY.Key_Right, ALT)
    assert names(three) == ["Tom", "Ilze Bērziņa", "Ann & co"]
    trigger(three, "move_persona_right")
    assert names(three) == ["Tom", "Ann & co", "Ilze Bērziņa"]
    QTest.keyClick(three.canvas, KEY.Key_Left, ALT)
    trigger(three, "move_persona_left")
    assert names(three) == ["Ilze Bērziņa", "Tom", "Ann & co"]
    assert three.open_map.selection == {"persona-1"}
    assert three.action_set.by_id["undo"].text() == "Undo “Move persona”"
    trigger(three, "undo")
    assert names(three) == ["Tom", "Ilze Bērziņa", "Ann & co"]


def test_one_persona_has_nobody_to_change_places_with(map_window: MainWindow) -> None:
    select(map_window, "persona-1")
    assert not map_window.action_set.by_id["move_persona_left"].isEnabled()


def test_a_persona_is_duplicated_beside_the_original(three: MainWindow) -> None:
    select(three, "persona-2")
    QTest.keyClick(three.canvas, KEY.Key_D, CTRL)
    assert names(three) == ["Ilze Bērziņa", "Tom", "Tom", "Ann & co"]
    [copy] = three.open_map.selection
    assert copy == all_personas(three)[2].id
    assert owners(three, ["card-1"]) == ["persona-2"]


def test_a_key_lists_the_personas_and_a_digit_gives_the_card_to_one(three: MainWindow) -> None:
    select(three, "card-3", "card-6")
    QTest.keyClick(three.canvas, KEY.Key_B, CTRL)
    menu = popped_up()
    texts = [action.text() for action in menu.actions()]
    assert texts == ["&0  Nobody in particular", "&1  Ilze Bērziņa", "&2  Tom", "&3  Ann && co"]
    QTest.keyClick(menu, KEY.Key_3)
    assert owners(three, ["card-3", "card-6"]) == ["persona-3"] * 2
    assert said(three) == "2 items belong to Ann & co now"
    assert three.action_set.by_id["undo"].text() == "Undo “Give to Ann && co”"
    QTest.keyClick(three.canvas, KEY.Key_B, CTRL)
    checked = [action.text() for action in popped_up().actions() if action.isChecked()]
    assert checked == ["&3  Ann && co"]
    QTest.keyClick(popped_up(), KEY.Key_0)
    assert owners(three, ["card-3", "card-6"]) == [NOBODY] * 2
    assert said(three) == "2 items belong to nobody in particular now"
    trigger(three, "undo")
    assert owners(three, ["card-3", "card-6"]) == ["persona-3"] * 2


def test_a_point_is_given_to_another_unless_there_is_one_already(three: MainWindow) -> None:
    document = three.open_map.session.document
    select(three, "point-1", "point-2")
    QTest.keyClick(three.canvas, KEY.Key_B, CTRL)
    QTest.keyClick(popped_up(), KEY.Key_2)
    assert document.get("point-1", EmotionPoint).persona == "persona-1"
    assert document.get("point-2", EmotionPoint).persona == "persona-2"
    assert said(three) == (
        "1 item belongs to Tom now. "
        "1 emotion point stays as it is: at its step there is one of that curve already"
    )


def test_whose_a_card_is_is_spoken(three: MainWindow) -> None:
    select(three, "card-1")
    assert spoken(three.open_map).endswith(". Belongs to Tom")
    select(three, "card-3")
    assert "Belongs" not in spoken(three.open_map)


def test_forty_personas_fit_the_list_and_the_palette(map_window: MainWindow) -> None:
    with map_window.open_map.edit("Add") as edit:
        for number in range(39):
            personas.add(edit, f"Persona {number}")
    select(map_window, "card-1")
    row = map_window.action_set.rows["belongs_to"]
    assert row.choices is not None
    context = map_window.action_set._context
    assert len(row.choices(context)) == 41
    entries = {one.words: one for one in action_entries(map_window.action_set, context)}
    entries["Belongs to: Persona 38"].run()
    assert map_window.open_map.session.document.get("card-1", Card).persona == all_personas(map_window)[-1].id


def test_there_is_nothing_to_give_without_cards_or_personas(three: MainWindow) -> None:
    action = three.action_set.by_id["belongs_to"]
    select(three, "stage-1")
    assert not action.isEnabled()
    QTest.keyClick(three.canvas, KEY.Key_B, CTRL)
    assert QApplication.activePopupWidget() is None
    select(three, "card-1")
    assert action.isEnabled()
    select(three, "persona-1", "persona-2", "persona-3")
    trigger(three, "delete_persona")
    select(three, "card-1")
    assert not action.isEnabled()


def test_the_picture_of_a_dragged_card_shows_whose_it_is(three: MainWindow) -> None:
    driver = Driver(three.canvas)
    three.canvas.set_motion(False)
    layout = three.open_map.session.layout
    plain = len(layout.lanes["lane-1"].cells.card_items("step-3", "card-3", layout.looks))
    whole = layout.lanes["lane-1"].cells.card_items("step-1", "card-1", layout.looks)
    assert len(whole) == plain + 2
    start = driver.at("card-1")
    driver.press(start)
    driver.move(start + start / 20)
    assert three.canvas.overlay.lifted is not None
    assert len(three.canvas.overlay.lifted.items) == len(whole)
    driver.release(start)


def test_a_renamed_persona_shows_other_letters_and_lays_no_card_out_anew(three: MainWindow) -> None:
    layout = three.open_map.session.layout
    before = layout.lanes["lane-1"].cells._cells["step-1"].cards
    with three.open_map.edit("Rename") as edit:
        personas.set_fields(edit, "persona-2", name="Zane", colour="red")
    assert layout.lanes["lane-1"].cells._cells["step-1"].cards == before
    words = [
        line.text
        for placed in layout.visible(layout.bounds)
        for item in placed.items
        if hasattr(item, "text")
        for line in item.text.lines
    ]
    assert words.count("Z") == 3, "at the top and on two cards"
    assert "T" not in words


def test_the_pdf_dialog_offers_pages_of_personas_and_remembers(three: MainWindow, answers: Answers) -> None:
    settings, layout = three.windows.settings, three.open_map.session.layout
    dialog = PdfDialog(layout, settings.export, three)
    assert not dialog.options().personas
    dialog.personas.click()
    assert "3 personas follow on paper of 210 × 297 mm." in dialog.outcome.text()
    options = dialog.options()
    assert options == ExportOptions(personas=True)
    dialog.deleteLater()
    answers.prepare(PdfDialog, options)
    answers.prepare(SaveDialog, None)
    trigger(three, "export_pdf")
    assert settings.export["personas"] == "yes"
    again = PdfDialog(layout, settings.export, three)
    assert again.options().personas
    again.deleteLater()


def test_the_preview_and_the_menu_choose_the_pages_alike(three: MainWindow) -> None:
    dialog = PreviewDialog(three.open_map.session.layout, three)
    assert not dialog.personas.isChecked()
    dialog.personas.click()
    three.refresh_actions()
    assert three.action_set.by_id["print_personas"].isChecked()
    trigger(three, "print_personas")
    assert three.windows.settings.export["personas"] == "no"
    dialog.deleteLater()


def test_without_personas_there_are_no_pages_to_choose(map_window: MainWindow) -> None:
    trigger(map_window, "delete_persona")
    dialog = PdfDialog(map_window.open_map.session.layout, {"personas": "yes"}, map_window)
    assert not dialog.personas.isEnabled()
    assert not dialog.options().personas
    dialog.deleteLater()
    assert not map_window.action_set.by_id["print_personas"].isEnabled()
