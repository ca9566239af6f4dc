"""The filter, in the real window: what does not suit fades, nothing moves."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from journeymapper.document.lens import Facet, Lens
from journeymapper.document.records import EmotionPoint, Persona
from journeymapper.editing import cards, lanes, personas
from journeymapper.exchange.options import ExportOptions
from journeymapper.exchange.png import write_png
from journeymapper.layout.finding import rect_of
from journeymapper.layout.geometry import Rect
from journeymapper.session.session import Session
from journeymapper.ui.appearance import Choice
from journeymapper.ui.bars.filter_bar import FilterBar
from journeymapper.ui.main_window import MainWindow
from journeymapper.ui.open_map import OpenMap
from tests.maps import large_map
from tests.ui.canvas.driver import Driver

OTHER = "janis"
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def driver(map_window: MainWindow) -> Driver:
    """The small map with two personas' curves, and a card of each persona."""
    map_window.resize(1500, 1000)
    map_window.canvas.actual_size()
    driver = Driver(map_window.canvas)
    with driver.open_map.edit("Fill") as edit:
        edit.put(Persona(id=OTHER, order="z", name="Jānis"))
        cards.set_fields(edit, ["card-1", "card-4"], persona="persona-1", channel="Shop & web", tags=("a",))
        cards.set_fields(edit, ["card-2"], persona=OTHER)
        for step, score in (("step-1", 1.5), ("step-2", -1.5)):
            edit.put(EmotionPoint(id=f"{OTHER}-{step}", lane="lane-3", step=step, persona=OTHER, score=score))
    driver.open_map.select(())
    return driver


@pytest.fixture
def bar(map_window: MainWindow) -> FilterBar:
    return map_window.bars.filter_bar


def open_bar(window: MainWindow) -> None:
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_F, CONTROL | SHIFT)


def menu_of(bar: FilterBar, facet: Facet) -> QMenu:
    menu = bar.buttons[facet].menu()
    menu.popup(QPoint(0, 0))
    return menu


def choose(bar: FilterBar, facet: Facet, *values: str) -> None:
    """Open a menu, tick values with the mouse, and close it."""
    menu = menu_of(bar, facet)
    for value in values:
        [action] = [action for action in menu.actions() if action.text().startswith(value)]
        QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(action).center())
        assert menu.isVisible(), "one can go on ticking"
    menu.close()


def shown(window: MainWindow) -> QImage:
    QApplication.processEvents()
    return window.canvas.viewport().grab().toImage()


def darkest(window: MainWindow, image: QImage, rect: Rect) -> float:
    """Return how dark the darkest pixel in a part of the map is: 0 white … 1 black."""
    lies = window.canvas.view.to_view(rect).toAlignedRect().intersected(image.rect())
    pixels = (
        image.pixelColor(x, y)
        for x in range(lies.left(), lies.right())
        for y in range(lies.top(), lies.bottom())
    )
    return 1 - min(QColor(pixel).lightnessF() for pixel in pixels)


def strengths(window: MainWindow, *ids: str) -> list[float]:
    image = shown(window)
    rects = (rect_of(window.open_map.session.layout, id_) for id_ in ids)
    return [darkest(window, image, rect) for rect in rects if rect is not None]


@pytest.mark.parametrize("choice", [Choice.LIGHT, Choice.DARK])
def test_cards_that_do_not_suit_fade_to_a_fifth(
    map_window: MainWindow, bar: FilterBar, driver: Driver, choice: Choice
) -> None:
    map_window.windows.choose_appearance(choice)
    before = strengths(map_window, "card-1", "card-2", "card-3", "lane-1", "stage-1", "step-1")
    open_bar(map_window)
    choose(bar, Facet.PERSONA, "Ilze")
    after = strengths(map_window, "card-1", "card-2", "card-3", "lane-1", "stage-1", "step-1")
    assert after[0] == pytest.approx(before[0], abs=0.02)
    assert 0.12 < after[1] / before[1] < 0.3
    assert 0.12 < after[2] / before[2] < 0.3
    assert after[3:] == pytest.approx(before[3:], abs=0.02), "heads and names never fade"
    assert bar.count_label.text() == "2 of 6 cards"
    assert driver.steps_done == 1, "a filter is no edit"


def test_points_and_curves_of_other_personas_fade(
    map_window: MainWindow, bar: FilterBar, driver: Driver
) -> None:
    own, other, left, right = "point-1", f"{OTHER}-step-1", f"{OTHER}-step-1", f"{OTHER}-step-2"
    before = strengths(map_window, own, other)
    start = driver.rect(left)
    curve = Rect(start.right + 4, start.y, driver.rect(right).x - start.right - 80, start.height)
    drawn = darkest(map_window, shown(map_window), curve)
    open_bar(map_window)
    choose(bar, Facet.PERSONA, "Ilze")
    after = strengths(map_window, own, other)
    assert after[0] == pytest.approx(before[0], abs=0.05)
    assert 0.1 < after[1] / before[1] < 0.35
    assert darkest(map_window, shown(map_window), curve) < 0.4 * drawn
    choose(bar, Facet.ROLE, "Actions")
    assert strengths(map_window, own)[0] / before[0] < 0.35, "the whole lane is of another role"


def test_values_of_a_facet_add_up_and_facets_narrow(
    map_window: MainWindow, bar: FilterBar, driver: Driver
) -> None:
    open_bar(map_window)
    choose(bar, Facet.PERSONA, "Ilze", "Jānis")
    assert bar.count_label.text() == "3 of 6 cards"
    assert bar.buttons[Facet.PERSONA].text() == "Persona: Ilze Bērziņa + 1"
    choose(bar, Facet.CHANNEL, "Shop")
    assert bar.count_label.text() == "2 of 6 cards"
    assert bar.buttons[Facet.CHANNEL].text() == "Channel: Shop && web"
    choose(bar, Facet.ROLE, "Actions")
    choose(bar, Facet.TAG, "a")
    choose(bar, Facet.EVIDENCE, "Not known")
    assert driver.open_map.suited.ids() == ["card-1"]
    choose(bar, Facet.PERSONA, "Ilze", "Jānis")
    assert driver.open_map.lens.personas == frozenset()


def test_menus_offer_what_is_in_use_with_counts(
    map_window: MainWindow, bar: FilterBar, driver: Driver
) -> None:
    def offered(facet: Facet) -> list[str]:
        menu = menu_of(bar, facet)
        menu.close()
        return [action.text() for action in menu.actions()]

    open_bar(map_window)
    assert offered(Facet.PERSONA) == ["Ilze Bērziņa  (5)", "Jānis  (3)", "Nobody in particular  (3)"]
    assert offered(Facet.CHANNEL) == ["Shop && web  (2)", "No channel  (4)"]
    assert offered(Facet.EVIDENCE) == ["Observed  (1)", "Not known  (5)"]
    assert offered(Facet.ROLE) == ["Actions  (3)", "Touchpoints  (2)", "Pain points  (1)", "Emotions  (5)"]
    choose(bar, Facet.TAG, "a")
    with driver.open_map.edit("Tag") as edit:
        cards.set_fields(edit, ["card-1", "card-4"], tags=())
    assert offered(Facet.TAG) == ["a  (0)", "No tag  (6)"], "what was chosen can be let go of"


def test_space_ticks_and_leaves_the_menu_open(map_window: MainWindow, bar: FilterBar, driver: Driver) -> None:
    open_bar(map_window)
    assert map_window.focusWidget() is bar.buttons[Facet.PERSONA]
    menu = menu_of(bar, Facet.PERSONA)
    QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Space)
    QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Space)
    assert menu.isVisible()
    assert driver.open_map.lens.personas == {"persona-1", OTHER}
    menu.close()


def test_the_filter_follows_edits_and_undo(map_window: MainWindow, bar: FilterBar, driver: Driver) -> None:
    open_bar(map_window)
    choose(bar, Facet.PERSONA, "Ilze")
    [full] = strengths(map_window, "card-1")
    with driver.open_map.edit("Whose") as edit:
        cards.set_fields(edit, ["card-1"], persona=OTHER)
        cards.set_fields(edit, ["card-2", "card-3"], persona="persona-1")
    faded, suited = strengths(map_window, "card-1", "card-2")
    assert faded < 0.4 * full < suited
    assert bar.count_label.text() == "3 of 6 cards"
    driver.session.undo()
    assert strengths(map_window, "card-1") == [pytest.approx(full, abs=0.02)]
    assert bar.count_label.text() == "2 of 6 cards"
    choose(bar, Facet.PERSONA, "Ilze")
    with driver.open_map.edit("Role") as edit:
        lanes.set_role(edit, "lane-1", "goals")
    choose(bar, Facet.ROLE, "Goals")
    assert driver.open_map.suited.ids() == ["card-1", "card-2", "card-3"]
    driver.session.undo()
    assert driver.open_map.suited.ids() == []


def test_a_persona_that_is_deleted_is_chosen_no_more(
    map_window: MainWindow, bar: FilterBar, driver: Driver
) -> None:
    open_bar(map_window)
    choose(bar, Facet.PERSONA, "Jānis")
    with driver.open_map.edit("Delete") as edit:
        personas.delete(edit, OTHER)
    assert driver.open_map.lens.is_clear
    assert bar.buttons[Facet.PERSONA].text() == "Persona"


@pytest.mark.usefixtures("driver")
def test_from_far_off_cards_fade_too(map_window: MainWindow, bar: FilterBar) -> None:
    map_window.canvas.zoom_to(0.2)
    before = strengths(map_window, "card-3", "card-4")
    open_bar(map_window)
    choose(bar, Facet.PERSONA, "Ilze")
    after = strengths(map_window, "card-3", "card-4")
    assert after[0] < 0.5 * before[0]
    assert after[1] == pytest.approx(before[1], abs=0.02)


def test_esc_leaves_the_keyboard_to_the_map_and_closes_a_bar_without_a_filter(
    map_window: MainWindow, bar: FilterBar, driver: Driver
) -> None:
    open_bar(map_window)
    QTest.keyClick(map_window.focusWidget(), Qt.Key.Key_Escape)
    assert bar.isHidden()
    assert map_window.focusWidget() is map_window.canvas
    open_bar(map_window)
    choose(bar, Facet.PERSONA, "Ilze")
    QTest.keyClick(map_window.focusWidget(), Qt.Key.Key_Escape)
    assert map_window.focusWidget() is map_window.canvas
    assert bar.isVisible(), "it tells why something is faded"
    open_bar(map_window)
    assert bar.isHidden()
    assert driver.open_map.lens.is_clear


def test_the_actions_tell_and_end_the_filter(map_window: MainWindow, bar: FilterBar, driver: Driver) -> None:
    actions = map_window.action_set.by_id
    assert (actions["filter"].isChecked(), actions["clear_filter"].isEnabled()) == (False, False)
    actions["filter"].trigger()
    choose(bar, Facet.PERSONA, "Ilze")
    assert (actions["filter"].isChecked(), actions["clear_filter"].isEnabled()) == (True, True)
    actions["select_filtered"].trigger()
    assert driver.open_map.selection == {"card-1", "card-4", "point-1", "point-2", "point-3"}
    actions["clear_filter"].trigger()
    assert driver.open_map.lens.is_clear
    assert not bar.count_label.isVisible()
    assert not actions["select_filtered"].isEnabled()
    assert bar.isVisible()
    bar.close_button.click()
    assert not actions["filter"].isChecked()


def test_find_and_exports_know_nothing_of_the_filter(
    map_window: MainWindow, bar: FilterBar, driver: Driver, tmp_path: Path
) -> None:
    def exported(name: str) -> bytes:
        write_png(driver.session.layout, tmp_path / name, ExportOptions())
        return (tmp_path / name).read_bytes()

    before, picture = driver.bytes, exported("before.png")
    open_bar(map_window)
    choose(bar, Facet.PERSONA, "Jānis")
    assert (driver.bytes, exported("after.png")) == (before, picture)
    map_window.action_set.run("find")
    QTest.keyClicks(map_window.bars.find_bar.field, "shop")
    assert map_window.bars.find_bar.count_label.text() == "1 of 4"


@pytest.mark.usefixtures("driver")
def test_another_map_has_no_filter(map_window: MainWindow, bar: FilterBar) -> None:
    open_bar(map_window)
    choose(bar, Facet.PERSONA, "Ilze")
    map_window.show_map(OpenMap(Session(large_map(40), map_window.windows.shaper)))
    assert bar.isHidden()
    assert map_window.open_map.lens == Lens()
    open_bar(map_window)
    assert bar.buttons[Facet.PERSONA].text() == "Persona"


def test_one_is_taken_to_what_suits_in_reading_order_and_round(
    map_window: MainWindow, bar: FilterBar, driver: Driver
) -> None:
    actions = map_window.action_set.by_id
    assert not bar.next_button.isVisible()
    assert not actions["filter_next"].isEnabled()
    with driver.open_map.edit("Whose") as edit:
        cards.set_fields(edit, ["card-6"], persona="persona-1")
        lanes.set_collapsed(edit, [driver.lane("Pain points")], True)
    open_bar(map_window)
    choose(bar, Facet.PERSONA, "Ilze")
    met = []
    for _time in range(4):
        bar.next_button.click()
        met.append(driver.open_map.current)
        rect = rect_of(driver.session.layout, met[-1])
        assert rect is not None, "its lane is shown"
        assert map_window.canvas.viewport().rect().contains(map_window.canvas.view.to_view(rect).toRect())
    assert met == ["card-1", "card-4", "card-6", "card-1"]
    bar.previous_button.click()
    assert driver.open_map.selection == {"card-6"}
    actions["filter_previous"].trigger()
    assert driver.open_map.selection == {"card-4"}
    driver.open_map.select(["card-3"], "card-3")
    actions["filter_next"].trigger()
    assert driver.open_map.selection == {"card-4"}, "the next one after a card that does not suit"
    driver.open_map.select(["lane-2"], "lane-2")
    actions["filter_previous"].trigger()
    assert driver.open_map.selection == {"card-1"}
    choose(bar, Facet.TAG, "No tag")
    choose(bar, Facet.CHANNEL, "Shop")
    assert not bar.next_button.isEnabled()
    assert not actions["filter_next"].isEnabled()


def test_what_a_collapsed_lane_tells_of_a_cell_fades_where_nothing_in_it_suits(
    map_window: MainWindow, bar: FilterBar, driver: Driver
) -> None:
    with driver.open_map.edit("Collapse") as edit:
        lanes.set_collapsed(edit, ["lane-1"], True)
    cells = [driver.session.layout.cell_rect("lane-1", step) for step in ("step-1", "step-3")]

    def darkness() -> list[float]:
        image = shown(map_window)
        return [darkest(map_window, image, cell.grown(-3)) for cell in cells]

    before = darkness()
    open_bar(map_window)
    choose(bar, Facet.PERSONA, "Ilze")
    after = darkness()
    assert after[0] == pytest.approx(before[0], abs=0.02)
    assert after[1] < 0.5 * before[1]
    with driver.open_map.edit("Whose") as edit:
        cards.set_fields(edit, ["card-3"], persona="persona-1")
    assert darkness() == pytest.approx(before, abs=0.02)


def test_what_cannot_be_seen_is_not_selected_and_its_number_is_said(
    map_window: MainWindow, bar: FilterBar, driver: Driver
) -> None:
    """Delete would delete it, and dragging fail."""
    open_bar(map_window)
    choose(bar, Facet.ROLE, "Actions", "Touchpoints", "Pain points", "Emotions")
    with driver.open_map.edit("Less") as edit:
        lanes.set_hidden(edit, ["lane-1"], True)
        lanes.set_collapsed(edit, ["lane-3", "lane-5"], True)
    map_window.action_set.run("select_filtered")
    assert driver.open_map.selection == {"card-4", "card-5"}
    assert map_window.status_line.currentMessage() == (
        "2 items selected. 9 more suit, in lanes that are hidden or collapsed."
    )
    map_window.canvas.setFocus()
    QTest.keyClick(map_window.canvas, Qt.Key.Key_Delete)
    assert [id_ for id_ in ("card-1", "card-4", "card-6", "point-1") if id_ in driver.document] == [
        *("card-1", "card-6", "point-1")
    ]
