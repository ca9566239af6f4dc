import pytest
from pytestqt.qtbot import QtBot

from journeymapper.session.session import Session
from journeymapper.text.engine import QtShaper
from journeymapper.ui.canvas.canvas import Canvas
from journeymapper.ui.open_map import OpenMap
from tests.maps import small_map
from tests.ui.canvas.driver import Driver


@pytest.fixture
def driver(qtbot: QtBot, shaper: QtShaper) -> Driver:
    """The small map on a canvas with the keyboard, at 100 %."""
    canvas = Canvas(OpenMap(Session(small_map(), shaper)))
    qtbot.addWidget(canvas)
    canvas.set_motion(False)
    canvas.resize(1100, 820)
    with qtbot.waitActive(canvas):
        canvas.show()
        canvas.activateWindow()
    canvas.setFocus()
    canvas.actual_size()
    driver = Driver(canvas)
    driver.settle()
    return driver
