"""The inspector: what it shows of the selection, and what editing in it does."""

from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from journeymapper.document.records import (
    MAP_ID,
    Card,
    EmotionPoint,
    Evidence,
    Lane,
    Persona,
    Source,
    Stage,
    Step,
)
from journeymapper.editing import cards, stages
from journeymapper.ui.docks.card_panel import CardPanel
from journeymapper.ui.docks.fields import LineField
from journeymapper.ui.docks.panel import Panel
from journeymapper.ui.main_window import MainWindow


def select(window: MainWindow, *ids: str) -> Panel:
    window.open_map.select(ids, ids[0])
    assert window.inspector.panel is not None
    return window.inspector.panel


def card(window: MainWindow, id_: str) -> Card:
    return window.open_map.session.document.get(id_, Card)


def shown(panel: Panel) -> set[str]:
    return {name for name, field in panel.fields.items() if not field.isHidden()}


def test_nothing_is_shown_when_nothing_is_selected(map_window: MainWindow) -> None:
    assert map_window.inspector.panel is None
    assert map_window.inspector.summary.isVisible()
    panel = select(map_window, "card-1")
    assert panel.isVisible()
    assert not map_window.inspector.summary.isVisible()
    map_window.open_map.select(())
    assert not panel.isVisible()
    assert map_window.inspector.summary.text() == "Nothing is selected."


@pytest.mark.parametrize(
    ("id_", "fields"),
    [
        ("card-1", set()),
        ("card-4", {"channel", "online", "importance", "impact"}),
        ("card-6", {"severity"}),
    ],
)
def test_a_card_shows_the_fields_of_its_lanes_role(
    map_window: MainWindow, id_: str, fields: set[str]
) -> None:
    panel = select(map_window, id_)
    always = {"text", "note", "persona", "span", "tags", "evidence.level", "evidence.sources"}
    assert shown(panel) == {*always, *fields}


def test_typing_edits_live_as_one_step_and_undo_brings_it_back(map_window: MainWindow, qtbot: QtBot) -> None:
    field = select(map_window, "card-1").fields["text"]
    field.setFocus()
    cursor = field.textCursor()
    cursor.setPosition(4)
    field.setTextCursor(cursor)
    qtbot.keyClicks(field, "again ")
    assert card(map_window, "card-1").text == "Seesagain  a poster"
    assert field.textCursor().position() == 10, "the caret stays where the user writes"
    assert map_window.action_set.by_id["undo"].text() == "Undo “Edit card”"
    qtbot.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert card(map_window, "card-1").text == field.toPlainText() == "Sees a poster"
    assert not map_window.isWindowModified()


def test_a_change_from_elsewhere_is_shown_without_moving_the_caret(map_window: MainWindow) -> None:
    field = select(map_window, "card-1").fields["text"]
    field.setFocus()
    cursor = field.textCursor()
    cursor.setPosition(3)
    field.setTextCursor(cursor)
    with map_window.open_map.edit("Elsewhere") as edit:
        cards.set_text(edit, "card-1", "See the poster at the door")
    assert field.toPlainText() == "See the poster at the door"
    assert field.textCursor().position() == 3


def test_leaving_a_field_ends_the_step(map_window: MainWindow, qtbot: QtBot) -> None:
    panel = select(map_window, "card-1")
    for _time in range(2):
        panel.fields["note"].setFocus()
        qtbot.keyClicks(panel.fields["note"], "ab")
        panel.fields["text"].setFocus()
    map_window.action_set.by_id["undo"].trigger()
    assert card(map_window, "card-1").note == "ab"


def test_a_rating_is_set_by_keys_and_by_click(map_window: MainWindow, qtbot: QtBot) -> None:
    field = select(map_window, "card-4").fields["importance"]
    assert field.value() == 3
    qtbot.keyClick(field, Qt.Key.Key_1)
    assert card(map_window, "card-4").importance == 1
    qtbot.keyClick(field, Qt.Key.Key_Right)
    assert card(map_window, "card-4").importance == 2
    second = QPoint(37, field.height() // 2)
    qtbot.mouseClick(field, Qt.MouseButton.LeftButton, pos=second)
    assert card(map_window, "card-4").importance == 1, "a click on the last full dot empties it"
    qtbot.mouseClick(field, Qt.MouseButton.LeftButton, pos=second)
    assert card(map_window, "card-4").importance == 2


def test_several_cards_show_what_they_share_and_are_set_together(
    map_window: MainWindow, qtbot: QtBot
) -> None:
    panel = select(map_window, "card-4", "card-5")
    assert panel.heading.text() == "2 cards"
    assert panel.fields["text"].toPlainText() == ""
    assert panel.fields["text"].placeholderText() == "various"
    assert panel.fields["online"].currentIndex() == -1
    assert panel.fields["impact"].value() == 0
    qtbot.keyClicks(panel.fields["channel"].lineEdit(), "Map")
    qtbot.keyClick(panel.fields["importance"], Qt.Key.Key_2)
    for id_ in ("card-4", "card-5"):
        assert (card(map_window, id_).channel, card(map_window, id_).importance) == ("Map", 2)
    assert card(map_window, "card-4").text == "Web search", "what was not touched stays as it was"


def test_cards_of_different_roles_show_the_fields_both_have(map_window: MainWindow) -> None:
    panel = select(map_window, "card-4", "card-6")
    assert not shown(panel) & {"channel", "online", "importance", "severity"}


def test_tags_are_parted_by_commas_and_may_be_half_written(map_window: MainWindow, qtbot: QtBot) -> None:
    field = select(map_window, "card-1").fields["tags"]
    qtbot.keyClicks(field, "shop, new ,, shop, ")
    assert card(map_window, "card-1").tags == ("shop", "new")
    assert field.text() == "shop, new ,, shop, ", "the user's own commas are not taken away"
    map_window.open_map.select({"card-2"}, "card-2")
    map_window.open_map.select({"card-1"}, "card-1")
    assert field.text() == "shop, new"


def test_various_tags_are_not_said_of_one_card(map_window: MainWindow) -> None:
    with map_window.open_map.edit("Tag") as edit:
        edit.update("card-1", Card, tags=("shop",))
    assert select(map_window, "card-1", "card-2").fields["tags"].placeholderText() == "various"
    field = select(map_window, "card-2").fields["tags"]
    assert field.placeholderText() == "separated by commas"


def test_choices_dates_and_evidence_are_one_step_each(map_window: MainWindow) -> None:
    with map_window.open_map.edit("Lane") as edit:
        edit.update("lane-1", Lane, role="opportunities")
    panel = select(map_window, "card-1")
    due = panel.fields["due"]
    due.tick.click()
    due.day.setDate(date(2027, 2, 1))
    assert card(map_window, "card-1").due == date(2027, 2, 1)
    due.tick.click()
    assert card(map_window, "card-1").due is None
    level = panel.fields["evidence.level"]
    level.activated.emit(level.findText("Observed"))
    sources = panel.fields["evidence.sources"]
    sources.add.click()
    sources.blocks[0].fields["count"].setValue(7)
    assert card(map_window, "card-1").evidence == Evidence(level="observed", sources=(Source(count=7),))
    map_window.action_set.by_id["undo"].trigger()
    assert card(map_window, "card-1").evidence == Evidence(level="observed")


def test_lanes_stages_and_steps_are_named_coloured_and_given_roles(
    map_window: MainWindow, qtbot: QtBot
) -> None:
    document = map_window.open_map.session.document
    lane = select(map_window, "lane-1")
    qtbot.keyClicks(lane.fields["hint"], "!")
    role = lane.fields["role"]
    role.activated.emit(role.findText("Questions"))
    changed = document.get("lane-1", Lane)
    assert (changed.name, changed.hint, changed.role) == ("Questions", "!what she does", "questions")
    assert lane.fields["name"].text() == "Questions"
    select(map_window, "lane-3")
    assert shown(lane) == {"name", "hint", "faces", "collapsed", "hidden"}, "an emotion lane has no role"
    stage = select(map_window, "stage-1")
    colour = stage.fields["colour"]
    colour.activated.emit(colour.findText("Teal"))
    assert document.get("stage-1", Stage).colour == "teal"
    assert stage.heading.text() == "Stage · 2 steps"
    step = select(map_window, "step-2")
    step.fields["name"].selectAll()
    qtbot.keyClicks(step.fields["name"], "Looks around")
    assert document.get("step-2", Step).name == "Looks around"


def test_an_emotion_point_is_rated_in_words(map_window: MainWindow, qtbot: QtBot) -> None:
    document = map_window.open_map.session.document
    point = next(record.id for record in document if isinstance(record, EmotionPoint))
    panel = select(map_window, point)
    assert panel.heading.text() == "Emotion point · Ilze Bērziņa"
    field = panel.fields["score"]
    qtbot.keyClick(field.slider, Qt.Key.Key_Home)
    assert document.get(point, EmotionPoint).score == -2
    assert (field.number.text(), field.words.text()) == ("-2", "very bad")
    qtbot.keyClick(field.slider, Qt.Key.Key_End)
    assert (field.number.text(), field.words.text()) == ("+2", "very good")


def test_the_title_block_and_a_persona_are_edited_in_place(map_window: MainWindow, qtbot: QtBot) -> None:
    document = map_window.open_map.session.document
    title = select(map_window, MAP_ID)
    title.fields["title"].selectAll()
    qtbot.keyClicks(title.fields["title"], "Mending a bicycle")
    assert map_window.windowTitle() == "Mending a bicycle[*] – journeymapper"
    persona = select(map_window, "persona-1")
    qtbot.keyClicks(persona.fields["age"], "41")
    assert document.get("persona-1", Persona).age == "41"


def test_a_dead_key_given_up_changes_nothing(map_window: MainWindow) -> None:
    field = select(map_window, "card-1", "card-2").fields["text"]
    field.setFocus()
    for half_typed in ("´", ""):
        QApplication.sendEvent(field, QInputMethodEvent(half_typed, []))
    assert not map_window.isWindowModified()
    QApplication.sendEvent(field, QInputMethodEvent("´", []))
    whole = QInputMethodEvent("", [])
    whole.setCommitString("é")
    QApplication.sendEvent(field, whole)
    assert {card(map_window, id_).text for id_ in ("card-1", "card-2")} == {"é"}


def test_a_fault_while_writing_does_not_pass_through_qt_twice(map_window: MainWindow, qtbot: QtBot) -> None:
    panel = select(map_window, "card-4")
    owners = {kind for field in panel.findChildren(QWidget) for kind in type(field).__mro__}
    ours = [kind for kind in owners if kind.__module__.startswith("journeymapper.")]
    assert LineField in ours
    assert not [kind for kind in ours if "event" in vars(kind)]
    panel.fields["owner"].edited.connect(lambda _value: 1 // 0)
    with qtbot.capture_exceptions() as caught:
        qtbot.keyClicks(panel.fields["owner"], "a")
    assert [kind for kind, _error, _trace in caught] == [ZeroDivisionError]


def test_a_panel_follows_what_else_it_speaks_of(map_window: MainWindow) -> None:
    panel = select(map_window, "card-1")
    with map_window.open_map.edit("Lane") as edit:
        edit.update("lane-1", Lane, name="Doings", role="pain_points")
    assert panel.heading.text() == "Card · Doings"
    assert "severity" in shown(panel)
    map_window.action_set.by_id["undo"].trigger()
    assert panel.heading.text() == "Card · Actions"
    assert "severity" not in shown(panel)
    stage = select(map_window, "stage-2")
    with map_window.open_map.edit("Step") as edit:
        stages.add_step(edit, "stage-2", "Waits")
    assert stage.heading.text() == "Stage · 2 steps"


def test_names_are_shown_without_taking_them_for_markup(map_window: MainWindow) -> None:
    panel = select(map_window, "card-1")
    assert panel.heading.textFormat() is Qt.TextFormat.PlainText


def test_the_inspector_is_reached_and_left_by_keyboard(map_window: MainWindow, qtbot: QtBot) -> None:
    map_window.inspector.hide()
    panel = select(map_window, "card-1")
    qtbot.keyClick(map_window.canvas, Qt.Key.Key_F6)
    qtbot.waitUntil(panel.fields["text"].hasFocus)
    assert map_window.inspector.isVisible()
    qtbot.keyClicks(panel.fields["text"], "x")
    qtbot.keyClick(panel.fields["text"], Qt.Key.Key_Escape)
    assert map_window.canvas.hasFocus()
    assert card(map_window, "card-1").text.startswith("x")
    panel = select(map_window, "card-4")
    panel.fields["channel"].setFocus()
    qtbot.keyClick(panel.fields["channel"], Qt.Key.Key_Escape)
    assert map_window.canvas.hasFocus()
    map_window.open_map.select(())
    qtbot.keyClick(map_window.canvas, Qt.Key.Key_F6)
    assert map_window.canvas.hasFocus(), "there is no field to go to"


def test_a_hidden_inspector_stays_hidden_for_the_next_map(map_window: MainWindow) -> None:
    map_window.action_set.by_id["close"].trigger()
    map_window.action_set.by_id["new"].trigger()
    assert map_window.inspector.isVisible()
    map_window.inspector.hide()
    map_window.action_set.by_id["new"].trigger()
    assert not map_window.inspector.isVisible()
    map_window.action_set.by_id["close"].trigger()
    map_window.action_set.by_id["new"].trigger()
    assert not map_window.inspector.isVisible(), "by way of the start page too"


def test_what_is_shown_may_be_deleted_by_undo(map_window: MainWindow) -> None:
    map_window.open_map.select({"card-1"}, "card-1")
    map_window.action_set.by_id["duplicate"].trigger()
    panel = map_window.inspector.panel
    assert isinstance(panel, CardPanel)
    map_window.action_set.by_id["undo"].trigger()
    assert map_window.inspector.panel is None
    assert not panel.isVisible()


def test_every_field_is_named_for_screen_readers(map_window: MainWindow) -> None:
    for id_ in ("card-4", "lane-1", "stage-1", "step-1", "persona-1", MAP_ID):
        panel = select(map_window, id_)
        assert all(field.accessibleName() for field in panel.fields.values())


def test_the_inspector_is_hidden_and_shown_again(map_window: MainWindow) -> None:
    action = map_window.action_set.by_id["show_inspector"]
    assert action.isChecked()
    action.trigger()
    assert not map_window.inspector.isVisible()
    assert not action.isChecked()
    action.trigger()
    assert map_window.inspector.isVisible()
    assert QApplication.activeWindow() is map_window


def test_the_keyboard_stops_nowhere_without_a_name(map_window: MainWindow) -> None:
    """Tab goes from field to field, and not to the area they are scrolled in."""
    select(map_window, "card-4")
    map_window.inspector.take_focus()
    first, met = map_window.focusWidget(), []
    while map_window.focusWidget() not in met:
        met.append(map_window.focusWidget())
        map_window.inspector.focusNextChild()
    assert first in met
    inside = [widget for widget in met if map_window.inspector.isAncestorOf(widget)]
    assert len(inside) > 5
    assert [widget for widget in inside if not widget.accessibleName()] == []


def test_what_is_written_about_a_card_that_goes_meanwhile_is_let_go(map_window: MainWindow) -> None:
    """The field is left in the middle of the change that takes the card, before the selection is another."""
    panel = select(map_window, "card-1", "card-2")
    met: list[tuple[str, ...]] = []

    def write_on(*_anything: object) -> None:
        met.append(panel.ids)
        if len(met) < 3:
            panel.fields["text"].edited.emit("Sees a sign")

    map_window.open_map.changed.connect(write_on)
    with map_window.open_map.edit("Elsewhere") as edit:
        cards.delete(edit, ["card-1"])
    assert map_window.open_map.session.document.get("card-2", Card).text == "Sees a sign"
    with map_window.open_map.edit("Elsewhere") as edit:
        met.clear()
        cards.delete(edit, ["card-2"])
    assert met == [()]
