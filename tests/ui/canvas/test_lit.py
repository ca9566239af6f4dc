"""What is pointed at in a dock is lit on the map, and nothing of the light stays behind."""

import pytest
from PySide6.QtCore import QRect

from journeymapper.document.records import Card
from journeymapper.editing import cards
from journeymapper.ui.main_window import MainWindow
from tests.ui.canvas.driver import Driver


@pytest.mark.parametrize("is_deleted", [False, True])
def test_the_halo_goes_along_with_a_card_that_moves_or_goes(map_window: MainWindow, is_deleted: bool) -> None:
    map_window.canvas.actual_size()
    driver = Driver(map_window.canvas)
    lit = driver.card("Asks a friend")
    driver.open_map.pointed_at.emit(frozenset((lit,)))
    before = map_window.canvas.view.pixels_of(driver.rect(lit), 7)
    paints = driver.paints()
    with driver.open_map.edit("Edit") as edit:
        if is_deleted:
            cards.delete(edit, [lit])
        else:
            record = edit.get(lit, Card)
            cards.move(edit, [lit], record.lane, driver.step("Pays"), 0)
    driver.settle()
    seen = before.intersected(QRect(map_window.canvas.viewport().rect()))
    assert paints.united().intersected(seen) == paints.united().intersected(seen).united(seen)
