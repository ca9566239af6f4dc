"""A hand for the emotion lane of the small map."""

from PySide6.QtCore import QPoint

from journeymapper.document.records import Curve, EmotionPoint
from journeymapper.editing import points
from journeymapper.layout.metrics import CURVE_SCORE
from journeymapper.ui.main_window import MainWindow
from tests.ui.canvas.driver import Driver

ILZE = "persona-1"
NOW, WISHED = Curve(ILZE), Curve(ILZE, wished=True)


def hand_on(window: MainWindow) -> Driver:
    """A hand on the canvas of the real window, at 100 %."""
    assert window.canvas is not None
    window.canvas.actual_size()
    window.canvas.setFocus()
    driver = Driver(window.canvas)
    driver.settle()
    return driver


def at(hand: Driver, step: str, score: float, share: float = 0.15) -> QPoint:
    """A point of the view at the height of a score, at a share of a column's width."""
    layout, lane = hand.session.layout, hand.lane("Emotions")
    rect = layout.cell_rect(lane, hand.step(step))
    return hand.on_map(rect.x + share * rect.width, rect.y + layout.lanes[lane].zero - score * CURVE_SCORE)


def on_legend(hand: Driver, curve: Curve) -> QPoint:
    layout, lane = hand.session.layout, hand.lane("Emotions")
    feelings = layout.lanes[lane].feelings
    assert feelings is not None
    box = feelings.legend.box(curve)
    assert box is not None
    return hand.on_map(*box.moved(layout.columns.left, layout.lane_top(lane)).centre)


def score(hand: Driver, step: str, curve: Curve = NOW) -> float | None:
    there = hand.document.indexes.points(hand.lane("Emotions"), hand.step(step))
    return hand.document.get(there[curve], EmotionPoint).score if curve in there else None


def clear(hand: Driver, *steps: str) -> None:
    with hand.open_map.edit("Clear") as edit:
        for step in steps:
            for point in edit.indexes.points(hand.lane("Emotions"), hand.step(step)).values():
                points.delete(edit, point)
    hand.settle()


def wish(hand: Driver) -> None:
    with hand.open_map.edit("Wish") as edit:
        points.wish(edit, hand.lane("Emotions"), ILZE)
    hand.settle()
