"""What one does to a map again and again while it is measured, each painted before it counts as done."""

from collections.abc import Callable
from itertools import cycle

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication

from journeymapper.editing import cards
from journeymapper.ui.canvas.canvas import Canvas

#: How far one move pans, in pixels.
_PAN = 40


def panning(canvas: Canvas, x: int, y: int) -> Callable[[], None]:
    """Return one move of the map to and fro, from ``x`` and ``y`` pixels into it; the overview is done."""
    canvas.move_map(QPoint(-x, -y))
    wait_for_overview(canvas)
    place = canvas.view.place
    places = cycle((place - QPoint(0, _PAN), place))

    def pan() -> None:
        canvas.move_map(next(places))
        QApplication.processEvents()

    return pan


def typing(canvas: Canvas, card: str) -> Callable[[], None]:
    """Return one change of a card's text, to and fro."""
    texts = cycle(("Pays", "Pays b"))
    canvas.reveal(card)
    QApplication.processEvents()

    def type_and_paint() -> None:
        with canvas.open_map.edit("Type", merge_key="typing") as edit:
            cards.set_text(edit, card, next(texts))
        QApplication.processEvents()

    return type_and_paint


def wait_for_overview(canvas: Canvas) -> None:
    """Wait until the overview is painted, which takes moments of quiet."""
    while not canvas.overview.is_painted:
        QApplication.processEvents()
