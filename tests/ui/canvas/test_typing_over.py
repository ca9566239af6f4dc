"""Typing on a name, a title or a label writes over it; in an empty cell of emotions it labels a new point."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from journeymapper.document.records import MAP_ID, EmotionPoint, JourneyMap, Lane, Stage, Step
from tests.ui.canvas.driver import Driver


@pytest.mark.parametrize(
    ("id_", "kind", "field"),
    [
        ("stage-1", Stage, "name"),
        ("step-2", Step, "name"),
        ("lane-1", Lane, "name"),
        ("point-1", EmotionPoint, "text"),
        (MAP_ID, JourneyMap, "title"),
    ],
)
def test_typing_writes_over_and_escape_brings_back(driver: Driver, id_: str, kind: type, field: str) -> None:
    document = driver.open_map.session.document
    before = getattr(document.get(id_, kind), field)
    driver.open_map.select((id_,), id_)
    QTest.keyClicks(driver.canvas, "N")
    QTest.keyClicks(driver.canvas.focusWidget() or driver.canvas, "ew")
    assert getattr(document.get(id_, kind), field) == "New"
    driver.canvas.finish_editing()
    assert getattr(document.get(id_, kind), field) == "New"
    driver.open_map.session.undo()
    assert getattr(document.get(id_, kind), field) == before


def test_typing_in_an_empty_cell_of_emotions_labels_a_new_point(driver: Driver) -> None:
    document = driver.open_map.session.document
    with driver.open_map.edit("Empty") as edit:
        edit.remove("point-2")
    driver.open_map.select((), cell=("lane-3", "step-2"))
    QTest.keyClick(driver.canvas, Qt.Key.Key_W, Qt.KeyboardModifier.ShiftModifier)
    driver.canvas.finish_editing()
    [point] = document.indexes.points("lane-3", "step-2").values()
    assert document.get(point, EmotionPoint).score == 0
    assert document.get(point, EmotionPoint).text.lower() == "w"
