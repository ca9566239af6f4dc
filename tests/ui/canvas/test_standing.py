"""Where the cursor stands is where the current card stands, whatever moved it."""

from PySide6.QtCore import Qt

from journeymapper.editing import cards
from tests.ui.canvas.driver import CTRL, Driver


def test_the_cell_goes_with_the_current_card_and_comes_back_with_undo(driver: Driver) -> None:
    card = driver.card("Asks a friend")
    driver.click(driver.at(card))
    home, away = driver.open_map.cell, (driver.lane("Touchpoints"), driver.step("Pays"))
    told = []
    driver.open_map.selected.connect(lambda: told.append(driver.open_map.cell))
    with driver.open_map.edit("Move card") as edit:
        cards.move(edit, [card], *away, 0)
    assert driver.open_map.cell == away
    driver.session.undo()
    assert driver.open_map.cell == home
    assert told == [away, home]
    driver.type("Q")
    driver.key(Qt.Key.Key_Return, CTRL)
    assert driver.cards("Actions", "Sees") == ["Sees a poster", "Asks a friend", "Q"]


def test_another_selected_card_is_current_when_the_current_one_is_gone(driver: Driver) -> None:
    one, other, last = (driver.card(text) for text in ("Sees a poster", "Shop", "Queues"))
    driver.open_map.select((last, other, one), one)
    with driver.open_map.edit("Delete card") as edit:
        cards.delete(edit, [one])
    assert driver.open_map.current == other
    assert driver.open_map.cell == (driver.lane("Touchpoints"), driver.step("Pays"))


def test_the_first_card_in_reading_order_is_current_after_a_rubber_band(driver: Driver) -> None:
    shop = driver.rect(driver.card("Shop"))
    pays = driver.card("Pays by card in the shop at the corner of her street")
    start = driver.on_map(shop.x - 4, shop.bottom + 4)
    driver.drag(start, driver.on_map(shop.right - 5, driver.rect(pays).y + 2))
    assert driver.open_map.selection == {pays, driver.card("Shop")}
    assert driver.open_map.current == pays
    assert driver.open_map.cell == (driver.lane("Actions"), driver.step("Pays"))
