"""Small windows: what is in them shrinks, wraps or scrolls, down to 800 by 560 pixels."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from journeymapper.document.lens import Facet, Lens
from journeymapper.document.records import MAP_ID
from journeymapper.editing import personas
from journeymapper.files import native
from journeymapper.ui.bars.flow import Flow
from journeymapper.ui.main_window import MainWindow
from journeymapper.ui.start_page import StartPage
from journeymapper.ui.windows import Windows
from tests.maps import small_map

SMALL = (800, 560)


def fits(window: MainWindow) -> bool:
    least = window.minimumSizeHint()
    return (least.width(), least.height()) <= SMALL and least.height() <= SMALL[1]


def test_the_window_with_inspector_and_bars_open_goes_down_to_800_by_560(map_window: MainWindow) -> None:
    open_map = map_window.open_map
    with open_map.edit("Rename") as edit:
        personas.set_fields(edit, "persona-1", name="A name that is cut since it is rather long")
    for action in ("replace", "filter"):
        map_window.action_set.run(action)
    open_map.look_through(Lens().choosing(Facet.PERSONA, frozenset({"persona-1"})))
    map_window.bars.find_bar.field.setText("poster")
    assert map_window.bars.find_bar.isVisible()
    assert map_window.bars.filter_bar.isVisible()
    for id_ in ("card-1", "card-6", "point-1", "lane-1", "stage-1", "step-1", "persona-1", MAP_ID):
        open_map.select({id_}, id_)
        QApplication.processEvents()
        assert fits(map_window), id_
    map_window.resize(*SMALL)
    QApplication.processEvents()
    assert map_window.size().toTuple() == SMALL
    for bar in (map_window.bars.find_bar, map_window.bars.filter_bar):
        for button in bar.findChildren(QPushButton):
            assert bar.rect().contains(button.geometry()), button.text()
    assert map_window.canvas.height() >= 100


def test_with_all_docks_too(map_window: MainWindow) -> None:
    for action in ("show_outline", "show_table", "replace", "filter"):
        map_window.action_set.run(action)
    QApplication.processEvents()
    assert fits(map_window)


def test_the_start_page_makes_do_with_any_room(window: MainWindow, map_window: MainWindow) -> None:
    assert fits(window)
    map_window.action_set.by_id["close"].trigger()
    assert fits(map_window)


def test_a_flow_breaks_where_there_is_no_room_and_leaves_out_what_is_hidden(qtbot: QtBot) -> None:
    holder = QLabel()
    qtbot.addWidget(holder)
    flow = Flow(holder, spacing=4)
    buttons = [QPushButton(str(number), holder) for number in range(4)]
    for button in buttons:
        button.setFixedSize(50, 20)
        flow.addWidget(button)
    assert (flow.heightForWidth(212), flow.heightForWidth(211), flow.heightForWidth(10)) == (20, 44, 92)
    assert flow.sizeHint().toTuple() == (212, 20)
    assert flow.minimumSize().toTuple() == (50, 20)
    buttons[1].hide()
    holder.resize(104, 60)
    holder.show()
    places = [button.pos().toTuple() for button in buttons if not button.isHidden()]
    assert places == [(0, 0), (54, 0), (0, 24)]
    assert flow.takeAt(0) is not None
    assert (flow.count(), flow.itemAt(3)) == (3, None)


@pytest.fixture
def page(window: MainWindow, windows: Windows, tmp_path: Path) -> StartPage:
    """The start page with seven recent maps in a small window."""
    for number in range(7):
        path = tmp_path / f"map-{number}.journey"
        native.save(small_map(), path)
        windows.settings.remember_file(path)
    window.resize(*SMALL)
    window.start_page.refresh()
    QApplication.processEvents()
    return window.start_page


@pytest.mark.parametrize("width", [400, 620, 800, 1000, 1400])
def test_recent_maps_wrap_and_all_can_be_reached_by_one_scroll_bar(
    page: StartPage, window: MainWindow, width: int, qtbot: QtBot
) -> None:
    window.resize(width, SMALL[1])
    for cards in (page.templates, page.recent, page.examples):
        for bar in (cards.verticalScrollBar(), cards.horizontalScrollBar()):
            qtbot.waitUntil(lambda bar=bar: bar.maximum() == 0)  # cards are laid out anew in a moment
        for row in range(cards.count()):
            assert cards.rect().contains(cards.visualItemRect(cards.item(row)).adjusted(2, 2, -2, -2))
    left = {page.recent.visualItemRect(page.recent.item(row)).left() for row in range(7)}
    across = (page.recent.width() - 6) // page.recent.card_size().width()
    assert len(left) == min(7, across), "as many beside each other as there is room"
    assert page.verticalScrollBar().maximum() > 0
    assert page.horizontalScrollBar().maximum() == 0


def test_the_page_follows_the_keyboard_and_the_wheel(page: StartPage, qtbot: QtBot) -> None:
    qtbot.waitUntil(page.recent.hasFocus)
    bar = page.verticalScrollBar()
    bar.setValue(0)
    for _time in range(3):
        QTest.keyClick(page.recent, Qt.Key.Key_Down)
    row = page.recent.currentRow()
    assert row >= 3
    card = page.recent.visualItemRect(page.recent.item(row))
    top = page.recent.mapTo(page.viewport(), card.topLeft())
    assert page.viewport().rect().contains(top)
    assert page.viewport().rect().contains(page.recent.mapTo(page.viewport(), card.bottomRight()))
    QTest.keyClick(page.recent, Qt.Key.Key_Home)
    assert page.viewport().rect().contains(page.recent.mapTo(page.viewport(), QPoint(20, 20)))
    before = bar.value()
    over = page.recent.mapTo(page.window(), QPoint(40, 40))
    QTest.wheelEvent(page.window().windowHandle(), QPointF(over), QPoint(0, -120))
    assert bar.value() > before
