"""Emotion points and their lanes in the inspector."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from journeymapper.document.records import Curve, EmotionPoint, Lane
from journeymapper.editing import personas, points
from journeymapper.ui.main_window import MainWindow
from tests.ui.test_inspector import select


@pytest.mark.parametrize(
    ("written", "score", "shown_then"),
    [("0.25", 0.25, "+0.25"), ("-1,5", -1.5, "-1.5"), ("5", 2, "+2"), ("-99", -2, "-2"), ("so", -1, "-1")],
)
def test_a_score_is_written_as_a_number_and_stops_at_the_ends_of_the_scale(
    map_window: MainWindow, qtbot: QtBot, written: str, score: float, shown_then: str
) -> None:
    field = select(map_window, "point-1").fields["score"]
    field.number.setFocus()
    field.number.selectAll()
    qtbot.keyClicks(field.number, written)
    assert map_window.open_map.session.document.get("point-1", EmotionPoint).score == score
    qtbot.keyClick(field.number, Qt.Key.Key_Return)
    assert field.number.text() == shown_then
    map_window.action_set.by_id["undo"].trigger()
    assert map_window.open_map.session.document.get("point-1", EmotionPoint).score == -1
    assert field.number.text() == "-1"


def test_points_go_to_another_curve_where_that_has_none_yet(map_window: MainWindow) -> None:
    open_map = map_window.open_map
    with open_map.edit("Wish") as edit:
        points.put(edit, "lane-3", "step-2", 2, "persona-1", "Sure", wished=True)
    panel = select(map_window, "point-1", "point-2", "point-3")
    field = panel.fields["curve"]
    words = [field.itemText(place) for place in range(field.count())]
    assert words == ["Ilze Bērziņa · now", "Ilze Bērziņa · wished for"]
    field.activated.emit(1)
    records = [open_map.session.document.get(f"point-{number}", EmotionPoint) for number in (1, 2, 3)]
    assert [record.wished for record in records] == [True, False, True]
    select(map_window, "point-1")
    assert panel.heading.text() == "Emotion point · Ilze Bērziņa (wished for)"


def test_a_lanes_curve_of_new_points_and_its_faces_are_chosen(map_window: MainWindow) -> None:
    open_map = map_window.open_map
    panel = select(map_window, "lane-3")
    assert panel.curve_field.isVisible()
    panel.curve_field.activated.emit(1)
    assert open_map.curve == Curve("persona-1", wished=True)
    assert panel.curve_field.currentText() == "Ilze Bērziņa · wished for"
    panel.fields["faces"].click()
    assert not open_map.session.document.get("lane-3", Lane).faces
    with open_map.edit("Persona") as edit:
        personas.set_fields(edit, "persona-1", name="Oto")
    assert panel.curve_field.currentText() == "Oto · wished for"
    with open_map.edit("Persona") as edit:
        personas.delete(edit, "persona-1")
    assert open_map.curve is None
    assert panel.curve_field.currentText() == "Now"
    select(map_window, "lane-1")
    assert not panel.curve_field.isVisible()
