"""Writing in place while something else is edited: each takes back its own, and nothing of the other's."""

from PySide6.QtCore import Qt

from journeymapper.document.records import Card, Lane
from journeymapper.editing import cards, lanes
from tests.ui.canvas.driver import Driver


def rename_elsewhere(driver: Driver) -> None:
    with driver.open_map.edit("Elsewhere") as edit:
        lanes.rename(edit, "lane-1", "Doings")


def lane_name(driver: Driver) -> str:
    return driver.document.get("lane-1", Lane).name


def test_esc_takes_back_the_words_and_not_what_was_edited_since(driver: Driver) -> None:
    driver.canvas.edit_text("card-1")
    driver.type("!!")
    rename_elsewhere(driver)
    driver.type("?")
    driver.key(Qt.Key.Key_Escape)
    assert driver.text("card-1") == "Sees a poster"
    assert lane_name(driver) == "Doings"
    while driver.session.undo():
        pass
    assert (driver.text("card-1"), lane_name(driver)) == ("Sees a poster", "Actions")


def test_esc_after_no_word_of_ones_own_takes_nothing_back(driver: Driver) -> None:
    driver.canvas.edit_text("card-1")
    rename_elsewhere(driver)
    driver.key(Qt.Key.Key_Escape)
    assert lane_name(driver) == "Doings"
    assert driver.steps_done == 1


def test_a_new_card_without_words_vanishes_alone(driver: Driver) -> None:
    count = sum(isinstance(record, Card) for record in driver.document)
    driver.canvas.begin_card("lane-1", "step-2")
    rename_elsewhere(driver)
    driver.key(Qt.Key.Key_Return)
    assert sum(isinstance(record, Card) for record in driver.document) == count
    assert lane_name(driver) == "Doings"


def test_words_that_others_wrote_since_stay(driver: Driver) -> None:
    for ending in (Qt.Key.Key_Escape, Qt.Key.Key_Return):
        driver.canvas.edit_text("card-1")
        driver.type("!")
        with driver.open_map.edit("Elsewhere") as edit:
            cards.set_text(edit, "card-1", "Sees a sign")
        driver.key(ending)
        assert driver.text("card-1") == "Sees a sign"


def test_what_was_typed_and_taken_back_leaves_what_was_edited_between(driver: Driver) -> None:
    driver.canvas.edit_text("card-1")
    driver.type("!")
    rename_elsewhere(driver)
    driver.key(Qt.Key.Key_Backspace)
    driver.key(Qt.Key.Key_Return)
    assert (driver.text("card-1"), lane_name(driver)) == ("Sees a poster", "Doings")
