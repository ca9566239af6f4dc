"""Dragging stage borders, step borders and the edge of the lane heads."""

import pytest
from PySide6.QtCore import QPoint, Qt

from journeymapper.document.records import LANE_WIDTH, STEP_WIDTH, Step
from journeymapper.editing import stages
from journeymapper.layout.borders import BorderKind
from journeymapper.ui.main_window import MainWindow
from tests.ui.canvas.driver import ALT, Driver

NO_BUTTON = Qt.MouseButton.NoButton


def by_stage(driver: Driver) -> list[list[str]]:
    indexes = driver.document.indexes
    return [indexes.steps(stage) for _order, stage in indexes.stages]


def width(driver: Driver, step: str) -> float:
    return driver.document.get(step, Step).width


def stage_border(driver: Driver) -> QPoint:
    """The tip of the first chevron."""
    span, rect = driver.session.layout.columns.spans[1], driver.rect("stage-1")
    return driver.on_map(span.x, rect.centre[1])


def step_border(driver: Driver, step: str) -> QPoint:
    columns = driver.session.layout.columns
    return driver.on_map(columns.x(columns.of_step[step] + 1), driver.rect(step).centre[1])


def heads_edge(driver: Driver) -> QPoint:
    rect = driver.rect("lane-1")
    return driver.on_map(rect.right + 3, rect.centre[1])


def pixels(driver: Driver, points: float) -> QPoint:
    return QPoint(round(points * driver.canvas.view.scale), 0)


def test_over_a_border_the_pointer_says_that_it_can_be_dragged(driver: Driver) -> None:
    viewport = driver.canvas.viewport()
    for at, kind, shape in (
        (stage_border(driver), BorderKind.STAGE, Qt.CursorShape.SizeHorCursor),
        (step_border(driver, "step-1"), BorderKind.STEP, Qt.CursorShape.SplitHCursor),
        (heads_edge(driver), BorderKind.LANE_HEADS, Qt.CursorShape.SplitHCursor),
    ):
        driver.move(at, button=NO_BUTTON)
        assert viewport.cursor().shape() is shape
        assert driver.canvas.overlay.grip is not None
        assert driver.canvas.overlay.grip.kind is kind
        driver.move(driver.at("card-1"), button=NO_BUTTON)
        assert viewport.cursor().shape() is Qt.CursorShape.ArrowCursor
        assert driver.canvas.overlay.grip is None


def test_a_border_between_two_stages_of_one_step_each_is_not_offered(driver: Driver) -> None:
    with driver.open_map.edit("Delete") as edit:
        stages.delete_step(edit, "step-2")
    driver.settle()
    at = stage_border(driver)
    driver.move(at, button=NO_BUTTON)
    assert driver.canvas.overlay.grip is None
    assert driver.canvas.viewport().cursor().shape() is Qt.CursorShape.ArrowCursor
    with driver.open_map.edit("Add") as edit:
        stages.add_step(edit, "stage-2", "Rides")
    driver.settle()
    driver.move(at, button=NO_BUTTON)
    assert driver.canvas.overlay.grip is not None


def test_a_stage_border_takes_steps_along_live_and_as_one_undo_step(driver: Driver) -> None:
    before = driver.bytes
    border, columns = stage_border(driver), driver.document.indexes.columns()
    driver.press(border)
    driver.move(border - pixels(driver, 50))
    assert by_stage(driver) == [["step-1", "step-2"], ["step-3"]], "less than half a step is nothing"
    driver.move(border - pixels(driver, 80))
    assert by_stage(driver) == [["step-1"], ["step-2", "step-3"]], "before the release"
    driver.move(border - pixels(driver, 900))
    assert by_stage(driver) == [["step-1"], ["step-2", "step-3"]], "each stage keeps a step"
    driver.release(border - pixels(driver, 900))
    assert driver.document.indexes.columns() == columns
    assert driver.cards("Touchpoints", "Searches") == ["Web search"]
    assert driver.canvas.overlay.grip is None
    assert driver.session.history.undo_label == "Move stage border"
    assert driver.session.undo()
    assert driver.bytes == before
    assert not driver.session.undo()


def test_a_stage_border_dragged_away_and_home_again_is_no_edit(driver: Driver) -> None:
    border = stage_border(driver)
    driver.drag(border, border - pixels(driver, 120), drops=False)
    assert driver.session.is_modified
    driver.move(border)
    driver.release(border)
    assert not driver.session.is_modified
    assert driver.session.history.undo_label is None


def test_a_stage_without_steps_gets_its_first_ones_by_its_border(driver: Driver) -> None:
    with driver.open_map.edit("Add") as edit:
        empty = stages.add_bare(edit, "Empty").id
        stages.add_step(edit, "stage-2", "Rides")
    driver.settle()
    span, rect = driver.session.layout.columns.spans[2], driver.rect(empty)
    border = driver.on_map(span.x, rect.centre[1])
    driver.drag(border, border - pixels(driver, 100))
    assert by_stage(driver) == [["step-1", "step-2"], ["step-3"], ["step-4"]]


@pytest.mark.parametrize("what", ["stage", "step", "lane heads"])
def test_esc_puts_a_border_back_without_a_trace(driver: Driver, what: str) -> None:
    before = driver.bytes
    at = {"stage": stage_border, "lane heads": heads_edge}.get(what, lambda d: step_border(d, "step-2"))(
        driver
    )
    driver.drag(at, at - pixels(driver, 90), drops=False)
    assert driver.bytes != before
    driver.key(Qt.Key.Key_Escape)
    driver.release(at)
    assert driver.bytes == before
    assert driver.session.history.undo_label is None
    assert driver.canvas.overlay.grip is None


def test_a_step_gets_wider_under_the_hand_and_its_cards_with_it(driver: Driver) -> None:
    card = driver.card("Pays by card in the shop at the corner of her street")
    height, at = driver.rect(card).height, step_border(driver, "step-3")
    driver.press(at)
    driver.move(at + pixels(driver, 150))
    assert width(driver, "step-3") == pytest.approx(STEP_WIDTH + 150, abs=1)
    assert driver.rect(card).height < height, "before the release"
    assert abs(step_border(driver, "step-3").x() - (at + pixels(driver, 150)).x()) <= 1
    driver.move(at + pixels(driver, 200))
    driver.release(at + pixels(driver, 200))
    assert driver.session.history.undo_label == "Step width"
    assert driver.session.undo()
    assert width(driver, "step-3") == STEP_WIDTH
    assert not driver.session.undo()


def test_selected_steps_get_one_width_and_the_border_stays_under_the_hand(driver: Driver) -> None:
    driver.open_map.select({"step-1", "step-2"}, "step-1")
    at = step_border(driver, "step-2")
    driver.drag(at, at + pixels(driver, 100), drops=False)
    assert width(driver, "step-1") == width(driver, "step-2") == pytest.approx(STEP_WIDTH + 50, abs=1)
    assert width(driver, "step-3") == STEP_WIDTH
    assert abs(step_border(driver, "step-2").x() - (at + pixels(driver, 100)).x()) <= 2
    driver.release(at + pixels(driver, 100))
    assert driver.open_map.selection == {"step-1", "step-2"}


def test_near_the_standard_width_a_step_goes_to_it_unless_alt_is_held(driver: Driver) -> None:
    with driver.open_map.edit("Widen") as edit:
        stages.set_step_width(edit, ("step-3",), 200)
    driver.settle()
    at = step_border(driver, "step-3")
    goal = at - pixels(driver, 200 - STEP_WIDTH) + QPoint(3, 0)
    driver.drag(at, goal, drops=False)
    assert width(driver, "step-3") == STEP_WIDTH
    driver.move(goal, ALT)
    assert width(driver, "step-3") == STEP_WIDTH + 2
    driver.release(goal, ALT)


def test_the_lane_heads_get_wider_and_narrower(driver: Driver) -> None:
    at, left = heads_edge(driver), driver.rect("card-1").x
    driver.drag(at, at + pixels(driver, 60), drops=False)
    assert driver.document.map.lane_width == pytest.approx(LANE_WIDTH + 60, abs=1)
    assert driver.rect("card-1").x == pytest.approx(left + 60, abs=1)
    driver.release(at + pixels(driver, 60))
    assert driver.session.history.undo_label == "Width of lane names"
    assert driver.session.undo()
    assert driver.document.map.lane_width == LANE_WIDTH


def test_a_double_click_on_a_border_brings_the_standard_width_back(driver: Driver) -> None:
    at = step_border(driver, "step-2")
    driver.drag(at, at + pixels(driver, 70))
    at = heads_edge(driver)
    driver.drag(at, at + pixels(driver, 50))
    driver.settle()
    for border in (step_border(driver, "step-2"), heads_edge(driver)):
        driver.click(border)
        driver.double_click(border)
    assert (width(driver, "step-2"), driver.document.map.lane_width) == (STEP_WIDTH, LANE_WIDTH)
    assert not driver.canvas.is_editing


def test_a_press_on_a_border_selects_nothing_and_a_tremble_widens_nothing(driver: Driver) -> None:
    driver.click(driver.at("card-1"))
    at = step_border(driver, "step-1")
    driver.press(at)
    driver.move(at + QPoint(2, 1))
    driver.release(at + QPoint(2, 1))
    assert driver.open_map.selection == {"card-1"}
    assert not driver.session.is_modified


def test_widths_and_borders_by_the_keyboard(map_window: MainWindow) -> None:
    driver = Driver(map_window.canvas)
    driver.open_map.select({"step-1", "step-2"}, "step-1")

    def run(id_: str) -> None:
        assert map_window.action_set.by_id[id_].isEnabled(), id_
        map_window.action_set.by_id[id_].trigger()

    run("wider_steps")
    assert [width(driver, step) for step in ("step-1", "step-2", "step-3")] == [151, 151, 131]
    driver.open_map.select({"card-1"}, "card-1")
    run("narrower_steps")
    run("narrower_steps")
    assert [width(driver, step) for step in ("step-1", "step-2")] == [111, 151]
    driver.open_map.select({"stage-1"}, "stage-1")
    run("standard_width")
    assert [width(driver, step) for step in ("step-1", "step-2")] == [131, 131]
    run("wider_lane_heads")
    run("wider_lane_heads")
    run("narrower_lane_heads")
    assert driver.document.map.lane_width == LANE_WIDTH + 20
    run("standard_lane_heads")
    assert driver.document.map.lane_width == LANE_WIDTH
    run("move_border_left")
    assert by_stage(driver) == [["step-1"], ["step-2", "step-3"]]
    run("move_border_left")
    assert map_window.status_line.currentMessage() == "A stage keeps at least one step."
    run("move_border_right")
    assert by_stage(driver) == [["step-1", "step-2"], ["step-3"]]
    driver.open_map.select({"stage-2"}, "stage-2")
    assert not map_window.action_set.by_id["move_border_right"].isEnabled(), "nothing is beyond the last"
    while map_window.action_set.by_id["undo"].isEnabled():
        run("undo")
    assert not map_window.isWindowModified()
