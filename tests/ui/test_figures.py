"""Metrics in the window: numbers in the inspector, and outline, table, clipboard and Find."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from journeymapper.document.records import Card, Lane
from journeymapper.editing import cards, lanes
from journeymapper.ui.docks.figure_fields import FigureField
from journeymapper.ui.main_window import MainWindow
from tests.locales import numbers_of
from tests.ui.clipboard_hands import CONTROL, offer, press, select, stand, texts

pytestmark = pytest.mark.usefixtures("british_numbers")

LANE = "metrics"


@pytest.fixture
def metrics_window(map_window: MainWindow) -> MainWindow:
    """A window with the small map and a lane of metrics: two of them, "rate" and "nps"."""
    with map_window.open_map.edit("Measure") as edit:
        edit.put(Lane(id=LANE, order="zz", role="metrics", name="Metrics"))
        edit.put(edit.get("card-1", Card).model_copy(update={"id": "rate", "lane": LANE, "text": "Rate"}))
        edit.put(edit.get("card-2", Card).model_copy(update={"id": "nps", "lane": LANE, "text": "NPS"}))
        cards.set_fields(edit, ["rate"], value=3.2, unit="%", target=5.0, trend=(2.1, 2.8))
    map_window.open_map.session.history.mark_saved()
    return map_window


def card(window: MainWindow, id_: str = "rate") -> Card:
    return window.open_map.session.document.get(id_, Card)


def field(window: MainWindow, name: str, *ids: str) -> FigureField:
    """Put the keyboard on a field of the inspector, its words selected as Tab would have it."""
    window.open_map.select(ids or ("rate",), ids[0] if ids else "rate")
    window.inspector.take_focus(name)
    found = window.inspector.panel.fields[name]
    assert isinstance(found, FigureField)
    found.line.selectAll()
    return found


def leave(window: MainWindow) -> None:
    window.inspector.panel.fields["note"].setFocus()


def test_metrics_have_fields_for_their_numbers_and_other_cards_have_none(metrics_window: MainWindow) -> None:
    select(metrics_window, "rate")
    panel = metrics_window.inspector.panel
    shown = {name for name, row in panel.fields.items() if not row.isHidden()}
    assert {"value", "unit", "target", "trend", "noted"} <= shown
    assert [panel.fields[name].line.text() for name in ("value", "target", "trend")] == [
        "3.2",
        "5",
        "2.1; 2.8",
    ]
    assert panel.fields["unit"].text() == "%"
    assert panel.fields["value"].line.accessibleName() == "Number"
    select(metrics_window, "card-1")
    assert all(panel.fields[name].isHidden() for name in ("value", "unit", "target", "trend", "noted"))


@pytest.mark.parametrize(
    ("typed", "value"),
    [("4.5", 4.5), ("4,5", 4.5), ("1,234.5", 1234.5), ("-7", -7), ("4.", 4), ("1e308", 1e308), ("0", 0)],
)
def test_a_number_is_taken_while_it_is_typed_in_one_step(
    metrics_window: MainWindow, qtbot: QtBot, typed: str, value: float
) -> None:
    number = field(metrics_window, "value")
    qtbot.keyClicks(number.line, typed)
    assert card(metrics_window).value == value
    assert number.problem.isHidden()
    leave(metrics_window)
    metrics_window.action_set.by_id["undo"].trigger()
    assert card(metrics_window).value == 3.2
    assert not metrics_window.open_map.session.is_modified


def test_a_latvian_sees_and_types_commas(metrics_window: MainWindow, qtbot: QtBot) -> None:
    with numbers_of("lv_LV"):
        number = field(metrics_window, "value")
        qtbot.keyClicks(number.line, "1234,5")
        leave(metrics_window)
        assert card(metrics_window).value == 1234.5
        assert number.line.text() == "1\u00a0234,5"
        trend = field(metrics_window, "trend")
        assert trend.line.text() == "2,1; 2,8"
        qtbot.keyClicks(trend.line, "2,5; 3.5")
        assert card(metrics_window).trend == (2.5, 3.5)


@pytest.mark.parametrize("typed", ["abc", "NaN", "inf", "1e999", "3 4", "3.2.1", "5 %"])
def test_what_is_no_number_is_said_and_stays_until_the_field_is_left(
    metrics_window: MainWindow, qtbot: QtBot, typed: str
) -> None:
    number = field(metrics_window, "value")
    qtbot.keyClicks(number.line, typed)
    assert number.problem.isVisible()
    assert number.problem.text() == f"“{typed}” is no number."
    assert number.line.accessibleDescription() == number.problem.text()
    qtbot.keyClick(number.line, Qt.Key.Key_Return)
    with metrics_window.open_map.edit("Elsewhere") as edit:
        cards.set_fields(edit, ["rate"], note="Elsewhere")
    assert number.line.text() == typed
    assert card(metrics_window).value == 3.2
    leave(metrics_window)
    said = f"“{typed}” is no number."
    assert (number.line.text(), number.problem.text(), number.problem.isVisible()) == ("3.2", said, True)
    assert metrics_window.status_line.currentMessage() == said
    metrics_window.action_set.by_id["undo"].trigger()
    assert not metrics_window.open_map.session.is_modified, "nothing is left of it to undo"
    assert number.problem.isVisible()
    field(metrics_window, "value")
    qtbot.keyClicks(number.line, "4")
    assert number.problem.isHidden()


@pytest.mark.parametrize("name", ["value", "noted"])
def test_an_empty_field_says_too_what_it_could_not_take(
    metrics_window: MainWindow, qtbot: QtBot, name: str
) -> None:
    number = field(metrics_window, name, "nps")
    qtbot.keyClicks(number.line, "abc")
    qtbot.keyClick(number.line, Qt.Key.Key_Tab)
    assert not number.line.hasFocus()
    assert (number.line.text(), number.problem.text()) == ("", "“abc” is no number.")
    assert number.problem.isVisible()
    assert metrics_window.status_line.currentMessage() == "“abc” is no number."
    select(metrics_window, "rate")
    assert number.problem.isHidden(), "it is no other card's"


@pytest.mark.parametrize("name", ["value", "noted"])
def test_what_was_begun_for_one_metric_is_not_given_to_another(
    metrics_window: MainWindow, qtbot: QtBot, name: str
) -> None:
    number = field(metrics_window, name)
    qtbot.keyClicks(number.line, "6x")
    metrics_window.open_map.select(("nps",), "nps")
    assert number.line.hasFocus()
    assert (number.line.text(), number.problem.isHidden()) == ("", True)
    assert metrics_window.status_line.currentMessage() == "“6x” is no number."
    qtbot.keyClicks(number.line, "7x")
    leave(metrics_window)
    assert (card(metrics_window).value, card(metrics_window, "nps").value) == (3.2, None)


def test_it_is_put_right_in_place(metrics_window: MainWindow, qtbot: QtBot) -> None:
    number = field(metrics_window, "target")
    qtbot.keyClicks(number.line, "6x")
    assert card(metrics_window).target == 5
    qtbot.keyClick(number.line, Qt.Key.Key_Backspace)
    assert number.problem.isHidden()
    assert card(metrics_window).target == 6
    leave(metrics_window)
    assert card(metrics_window).target == 6


def test_a_number_that_is_given_elsewhere_meanwhile_stays(metrics_window: MainWindow, qtbot: QtBot) -> None:
    number = field(metrics_window, "value")
    qtbot.keyClicks(number.line, "4")
    with metrics_window.open_map.edit("Elsewhere") as edit:
        cards.set_fields(edit, ["rate"], value=7.0)
    leave(metrics_window)
    assert (number.line.text(), card(metrics_window).value) == ("7", 7)


def test_a_sign_alone_is_no_mistake_yet(metrics_window: MainWindow, qtbot: QtBot) -> None:
    number = field(metrics_window, "value")
    qtbot.keyClicks(number.line, "-")
    assert number.problem.isHidden()
    assert card(metrics_window).value == 3.2
    leave(metrics_window)
    assert number.line.text() == "3.2"
    assert metrics_window.status_line.currentMessage() == "“-” is no number."


def test_an_emptied_number_is_none_and_the_card_plain(metrics_window: MainWindow, qtbot: QtBot) -> None:
    number = field(metrics_window, "value")
    qtbot.keyClick(number.line, Qt.Key.Key_Delete)
    assert card(metrics_window).value is None
    assert card(metrics_window).target == 5
    layout = metrics_window.open_map.session.layout
    cell = layout.lanes[LANE].cells
    assert len({cell.card_rect(layout.columns, "step-1", id_).height for id_ in ("rate", "nps")}) == 1


def test_too_many_earlier_values_leave_the_latest(metrics_window: MainWindow, qtbot: QtBot) -> None:
    trend = field(metrics_window, "trend")
    offer("; ".join(map(str, range(130))) + ";")
    qtbot.keyClick(trend.line, Qt.Key.Key_V, CONTROL)
    assert card(metrics_window).trend == tuple(map(float, range(30, 130)))
    leave(metrics_window)
    assert trend.line.text().startswith("30; 31; ")


@pytest.mark.parametrize(
    ("typed", "kept", "shown", "said"),
    [
        ("60; 55 ; x", (60, 55), "60; 55", "“x” is no number."),
        ("1; two; 3; four", (1, 3), "1; 3", "“two”, “four” are no numbers."),
        ("a;b;c;d;5", (5,), "5", "“a”, “b”, “c” … are no numbers."),
        ("60; -", (60,), "60", "“-” is no number."),
        ("none yet", (2.1, 2.8), "2.1; 2.8", "“none yet” is no number."),
    ],
)
def test_of_earlier_values_the_numbers_are_kept_and_the_rest_is_named(
    metrics_window: MainWindow, qtbot: QtBot, typed: str, kept: tuple[float, ...], shown: str, said: str
) -> None:
    trend = field(metrics_window, "trend")
    qtbot.keyClicks(trend.line, typed)
    assert trend.line.text() == typed
    leave(metrics_window)
    assert card(metrics_window).trend == kept
    assert (trend.line.text(), trend.problem.text()) == (shown, said)
    assert trend.problem.isVisible()
    assert metrics_window.status_line.currentMessage() == said


def test_several_metrics_keep_the_numbers_among_earlier_values(
    metrics_window: MainWindow, qtbot: QtBot
) -> None:
    trend = field(metrics_window, "trend", "rate", "nps")
    qtbot.keyClicks(trend.line, "60; x")
    leave(metrics_window)
    assert card(metrics_window).trend == card(metrics_window, "nps").trend == (60,)
    assert metrics_window.status_line.currentMessage() == "“x” is no number."
    metrics_window.action_set.by_id["undo"].trigger()
    assert (card(metrics_window).trend, card(metrics_window, "nps").trend) == ((2.1, 2.8), ())
    assert not metrics_window.open_map.session.is_modified, "it was one step"


def test_several_metrics_take_one_number_when_the_field_is_left(
    metrics_window: MainWindow, qtbot: QtBot
) -> None:
    number = field(metrics_window, "value", "rate", "nps")
    assert number.line.placeholderText() == "various"
    qtbot.keyClicks(number.line, "7x")
    leave(metrics_window)
    assert (card(metrics_window).value, card(metrics_window, "nps").value) == (3.2, None)
    number = field(metrics_window, "value", "rate", "nps")
    qtbot.keyClicks(number.line, "7")
    leave(metrics_window)
    assert (card(metrics_window).value, card(metrics_window, "nps").value) == (7, 7)
    assert number.line.text() == "7"


def test_a_new_value_is_noted_and_keeps_the_old_one(metrics_window: MainWindow, qtbot: QtBot) -> None:
    select(metrics_window, "rate")
    action = metrics_window.action_set.by_id["note_value"]
    assert action.isEnabled()
    action.trigger()
    noted = metrics_window.inspector.panel.fields["noted"]
    assert noted.line.hasFocus()
    qtbot.keyClicks(noted.line, "3.x")
    assert noted.problem.text() == "“3.x” is no number."
    assert card(metrics_window).value == 3.2
    qtbot.keyClick(noted.line, Qt.Key.Key_Backspace)
    qtbot.keyClicks(noted.line, "6")
    qtbot.keyClick(noted.line, Qt.Key.Key_Return)
    assert (card(metrics_window).value, card(metrics_window).trend) == (3.6, (2.1, 2.8, 3.2))
    assert noted.line.text() == ""
    qtbot.keyClicks(noted.line, "4")
    leave(metrics_window)
    assert (card(metrics_window).value, card(metrics_window).trend) == (4, (2.1, 2.8, 3.2, 3.6))
    leave(metrics_window)
    metrics_window.action_set.by_id["undo"].trigger()
    assert (card(metrics_window).value, card(metrics_window).trend) == (3.6, (2.1, 2.8, 3.2))
    select(metrics_window, "rate", "card-1")
    assert not action.isEnabled()
    select(metrics_window, "card-1")
    assert not action.isEnabled()


def test_the_outline_shows_and_takes_the_whole_metric(metrics_window: MainWindow, qtbot: QtBot) -> None:
    window = metrics_window
    select(window, "rate")
    window.action_set.by_id["show_outline"].trigger()
    tree = window.docks.outline.tree
    assert tree.currentIndex().data() == "Rate 3.2 % (target 5 %)"
    qtbot.keyClick(tree, Qt.Key.Key_F2)
    editor = QApplication.focusWidget()
    editor.selectAll()
    qtbot.keyClicks(editor, "Conversion rate 4 % (target 6 %)")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    found = card(window)
    assert (found.text, found.value, found.unit, found.target) == ("Conversion rate", 4, "%", 6)
    assert found.trend == (2.1, 2.8)
    assert tree.currentIndex().data() == "Conversion rate 4 % (target 6 %)"
    with window.open_map.edit("Role") as edit:
        lanes.set_role(edit, LANE, "goals")
    assert tree.currentIndex().data() == "Conversion rate"


def test_a_new_card_of_the_outline_is_read_too(metrics_window: MainWindow, qtbot: QtBot) -> None:
    stand(metrics_window, LANE, "step-2")
    metrics_window.action_set.by_id["show_outline"].trigger()
    tree = metrics_window.docks.outline.tree
    tree.setFocus()
    qtbot.keyClick(tree, Qt.Key.Key_Insert)
    editor = QApplication.focusWidget()
    qtbot.keyClicks(editor, "Visits: 1,200")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    document = metrics_window.open_map.session.document
    found = [document.get(id_, Card) for id_ in document.indexes.cards(LANE, "step-2")]
    assert [(card.text, card.value) for card in found] == [("Visits", 1200)]


def test_the_table_shows_and_takes_the_whole_metric(metrics_window: MainWindow) -> None:
    window = metrics_window
    window.action_set.by_id["show_table"].trigger()
    table = window.docks.table
    index = table.model.index_of((LANE, "step-1"))
    assert index.data() == "• Rate 3.2 % (target 5 %)\n• NPS"
    table.stand_on(index)
    table.table.setFocus()
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_F2)
    editor = table.delegate.editor
    editor.selectAll()
    QTest.keyClicks(editor, "Rate 4 % (target 5 %)")
    QTest.keyClick(editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClicks(editor, "NPS 42 / 50")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert (card(window).value, card(window).trend) == (4, (2.1, 2.8))
    assert (card(window, "nps").value, card(window, "nps").target) == (42, 50)
    with window.open_map.edit("Role") as edit:
        lanes.set_role(edit, LANE, "goals")
    assert index.data() == "• Rate\n• NPS"


def test_a_copy_says_the_numbers_and_text_from_elsewhere_is_read(
    metrics_window: MainWindow, qtbot: QtBot
) -> None:
    window = metrics_window
    select(window, "rate", "nps")
    press(qtbot, window, Qt.Key.Key_C)
    data = QApplication.clipboard().mimeData()
    assert data.text() == "Rate 3.2 % (target 5 %)\nNPS"
    assert "<p>Rate 3.2 % (target 5 %)</p>" in data.html()
    offer("Rate 3.2 % (target 5 %)\n24/7 support\nx: NaN")
    stand(window, LANE, "step-3")
    press(qtbot, window, Qt.Key.Key_V)
    document = window.open_map.session.document
    found = [document.get(id_, Card) for id_ in document.indexes.cards(LANE, "step-3")]
    assert (
        [card.text for card in found] == texts(window, LANE, "step-3") == ["Rate", "24/7 support", "x: NaN"]
    )
    assert [(card.value, card.unit, card.target) for card in found] == [
        (3.2, "%", 5),
        *[(None, "", None)] * 2,
    ]


def test_find_looks_into_units_and_replace_writes_them(metrics_window: MainWindow, qtbot: QtBot) -> None:
    window = metrics_window
    with window.open_map.edit("Unit") as edit:
        cards.set_fields(edit, ["rate"], unit="minutes")
    window.canvas.setFocus()
    window.action_set.by_id["replace"].trigger()
    qtbot.keyClicks(window.focusWidget(), "minutes")
    assert window.open_map.selection == {"rate"}
    window.bars.find_bar.replacement.setText("hours")
    window.action_set.by_id["replace_all"].trigger()
    assert card(window).unit == "hours"
