"""The dock of priorities, with the hand and the keyboard: cards are rated where they are put."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from journeymapper.document.priorities import OPPORTUNITIES, TOUCHPOINTS, UNRATED, Place, Standing
from journeymapper.document.records import Card
from journeymapper.editing import cards, lanes, priorities, stages, votes
from journeymapper.layout.places import Part
from journeymapper.session.session import Session
from journeymapper.ui.docks.priorities.chart_view import ChartView
from journeymapper.ui.docks.priorities.dock import Priorities
from journeymapper.ui.docks.priorities.first_list import FirstCards
from journeymapper.ui.docks.priorities.shown_board import ShownBoard
from journeymapper.ui.main_window import MainWindow
from journeymapper.ui.open_map import OpenMap
from tests.maps import large_map
from tests.session.test_touches import CountingShaper, Reads
from tests.ui.canvas.driver import Driver, Paints

LEFT = Qt.MouseButton.LeftButton
#: The opportunities that are added to the small map, in the order of their numbers.
RATED, COSTLY, NEW = "card-7", "card-8", "card-9"


@pytest.fixture
def dock(map_window: MainWindow, qtbot: QtBot) -> Priorities:
    """The dock with three opportunities: a quick win, a big bet, and one that is not rated."""
    qtbot.waitUntil(map_window.isActiveWindow)
    with map_window.open_map.edit("Add") as edit:
        lane = lanes.add(edit, "Opportunities", role="opportunities").id
        for id_, step, text, impact, effort in (
            (RATED, "step-1", "Call back", 3, 1),
            (COSTLY, "step-2", "Guided tour", 3, 3),
            (NEW, "step-3", "Gift wrapping", 0, 0),
        ):
            edit.put(Card(id=id_, lane=lane, step=step, order="a0", text=text, impact=impact, effort=effort))
    map_window.action_set.run("show_priorities")
    dock = map_window.docks.priorities
    dock.switch.setCurrentIndex(1)
    QApplication.processEvents()
    return dock


class Hand:
    """Drives the chart with a mouse."""

    def __init__(self, chart: ChartView) -> None:
        self.chart = chart

    def at(self, what: str | Place) -> QPoint:
        """The middle of a chip, or of a place a little below its middle."""
        assert self.chart.chart is not None
        if isinstance(what, str):
            return self.chart.sight.on_view(self.chart.chart.chips[what].box).center().toPoint()
        return self.chart.sight.on_view(self.chart.chart.places[what]).center().toPoint()

    def click(self, card: str) -> None:
        QTest.mouseClick(self.chart, LEFT, pos=self.at(card))

    def move(self, at: QPoint, held: bool = True) -> None:
        event = QMouseEvent(
            QEvent.Type.MouseMove,
            QPointF(at),
            QPointF(self.chart.mapToGlobal(at)),
            Qt.MouseButton.NoButton,
            LEFT if held else Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
        )
        QApplication.sendEvent(self.chart, event)

    def drag(self, card: str, *places: Place, drops: bool = True) -> None:
        begun = self.at(card)
        QTest.mousePress(self.chart, LEFT, pos=begun)
        for place in places:
            self.move(begun + (self.at(place) - begun) / 2)
            self.move(self.at(place))
        if drops:
            QTest.mouseRelease(self.chart, LEFT, pos=self.at(places[-1]))


@pytest.fixture
def hand(dock: Priorities) -> Hand:
    return Hand(dock.chart)


def rating(dock: Priorities, card: str) -> tuple[int, int]:
    """Impact and effort."""
    assert dock.open_map is not None
    record = dock.open_map.session.document.get(card, Card)
    return record.impact, record.effort


def shown(dock: Priorities) -> Standing:
    """Who stands where in the dock, which is as if asked anew."""
    assert dock.board is not None
    assert dock.open_map is not None
    fresh = Standing(dock.open_map.session.document, dock.board.board)
    assert dock.board.standing == fresh
    assert dock.chart.chart is not None
    assert dock.chart.chart.chips.keys() == fresh.numbers.keys()
    return fresh


def listed(dock: Priorities) -> list[str]:
    model = dock.first.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def test_a_drag_sets_both_ratings_as_one_step_and_the_map_follows_at_once(
    dock: Priorities, hand: Hand, map_window: MainWindow
) -> None:
    session = map_window.open_map.session
    before, steps = dock.open_map.session.layout.missing(), session.mark()
    hand.drag(NEW, Place(2, 2), drops=False)
    assert rating(dock, NEW) == (2, 2), "while the button is held"
    hand.move(hand.at(Place(1, 3)))
    assert rating(dock, NEW) == (3, 1)
    assert session.layout.missing() == before
    QTest.mouseRelease(dock.chart, LEFT, pos=hand.at(Place(1, 3)))
    assert shown(dock).places[NEW] == Place(1, 3)
    assert listed(dock) == ["Call back", "Gift wrapping"]
    assert session.mark() == steps + 1
    assert session.history.undo_label == "Set priority"
    assert "Quick wins" in map_window.status_line.currentMessage()
    session.undo()
    assert rating(dock, NEW) == (0, 0)
    assert listed(dock) == ["Call back"]


def test_nothing_moves_when_a_card_becomes_the_first_of_the_list(dock: Priorities, hand: Hand) -> None:
    hand.drag(RATED, UNRATED)
    assert not listed(dock)
    assert dock.none_first.isVisible()
    room, places, costly = dock.area.geometry(), dock.chart.chart.places, hand.at(COSTLY)
    hand.drag(RATED, Place(1, 2))
    QApplication.processEvents()
    assert listed(dock) == ["Call back"]
    assert dock.first.isVisible()
    assert (dock.area.geometry(), dock.chart.chart.places, hand.at(COSTLY)) == (room, places, costly)


def test_esc_puts_a_card_back_and_leaves_no_step(
    dock: Priorities, hand: Hand, map_window: MainWindow
) -> None:
    steps = map_window.open_map.session.mark()
    hand.drag(RATED, Place(2, 2), Place(3, 1), drops=False)
    assert rating(dock, RATED) == (1, 3)
    QTest.keyClick(dock.chart, Qt.Key.Key_Escape)
    assert rating(dock, RATED) == (3, 1)
    QTest.mouseRelease(dock.chart, LEFT, pos=hand.at(Place(3, 1)))
    assert rating(dock, RATED) == (3, 1)
    assert map_window.open_map.session.mark() == steps
    assert dock.has_keyboard
    QTest.keyClick(dock.chart, Qt.Key.Key_Escape)
    assert map_window.canvas.hasFocus(), "with nothing in the hand Esc leads back to the map"


def test_a_drag_is_given_up_with_its_card_and_with_the_keyboard(dock: Priorities, hand: Hand) -> None:
    hand.drag(RATED, Place(2, 2), drops=False)
    dock.switch.setFocus()
    assert rating(dock, RATED) == (3, 1)
    hand.drag(RATED, UNRATED)
    assert rating(dock, RATED) == (0, 0), "the tray takes ratings away"
    hand.drag(COSTLY, Place(2, 2), drops=False)
    assert dock.open_map is not None
    with dock.open_map.edit("Delete") as edit:
        cards.delete(edit, [COSTLY])
    assert dock.chart.drag is None
    QTest.mouseRelease(dock.chart, LEFT, pos=hand.at(Place(2, 2)))
    assert COSTLY not in shown(dock).numbers


def test_a_click_selects_the_card_and_brings_it_into_view(
    dock: Priorities, hand: Hand, map_window: MainWindow
) -> None:
    map_window.canvas.zoom_to(1.2)
    hand.click(COSTLY)
    assert map_window.open_map.selection == {COSTLY}
    driver = Driver(map_window.canvas)
    assert map_window.canvas.viewport().rect().contains(driver.at(COSTLY))
    assert "2: Guided tour" in dock.chart.accessibleDescription()
    assert "High impact · High effort: Big bets" in dock.chart.accessibleDescription()


def test_the_pointer_over_a_dot_or_a_line_lights_the_card_on_the_map(
    dock: Priorities, hand: Hand, map_window: MainWindow
) -> None:
    driver, lit = Driver(map_window.canvas), map_window.canvas.overlay.lit
    map_window.canvas.reveal(RATED)
    paints = driver.paints()
    hand.move(hand.at(RATED), held=False)
    assert lit.ids == {RATED}
    driver.settle()
    area = map_window.canvas.view.pixels_of(driver.rect(RATED), 12)
    assert not paints.united().isEmpty()
    assert area.contains(paints.united().boundingRect()), "nothing else is painted"
    assert "Call back" in dock.chart.toolTip()
    hand.move(hand.at(Place(3, 1)), held=False)
    assert lit.ids == frozenset()
    dock.first.entered.emit(dock.first.model().index(0, 0))
    assert lit.ids == {RATED}
    dock.hide()
    assert lit.ids == frozenset()


def test_arrow_keys_move_a_card_tab_goes_on_and_del_clears(dock: Priorities, map_window: MainWindow) -> None:
    chart, open_map = dock.chart, map_window.open_map
    dock.take_focus()
    chart.setFocus()
    met = []
    for _time in range(3):
        QTest.keyClick(chart, Qt.Key.Key_Tab)
        met.append(open_map.current)
    assert met == [RATED, COSTLY, NEW]
    QTest.keyClick(chart, Qt.Key.Key_Backtab)
    assert open_map.current == COSTLY
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Right):
        QTest.keyClick(chart, key)
    assert rating(dock, COSTLY) == (2, 3)
    open_map.session.undo()
    assert rating(dock, COSTLY) == (2, 2), "each key is a step; at the edge nothing was done"
    QTest.keyClick(chart, Qt.Key.Key_Delete)
    assert rating(dock, COSTLY) == (0, 0)
    assert COSTLY in shown(dock).cards[UNRATED]
    QTest.keyClick(chart, Qt.Key.Key_Up)
    assert rating(dock, COSTLY) == (1, 1)
    open_map.select((NEW,), NEW)
    QTest.keyClick(chart, Qt.Key.Key_Tab)
    assert not chart.hasFocus(), "past the last card Tab leads on"


def test_what_comes_first_is_listed_by_impact_then_votes(dock: Priorities) -> None:
    assert dock.open_map is not None
    assert listed(dock) == ["Call back"]
    with dock.open_map.edit("Rate") as edit:
        cards.set_fields(edit, [COSTLY, NEW], impact=2, effort=1)
        votes.give(edit, [NEW], 3)
    assert listed(dock) == ["Call back", "Gift wrapping", "Guided tour"]
    assert dock.heading.text() == "Quick wins: 3 cards"
    model = dock.first.model()
    assert isinstance(model, FirstCards)
    index = model.index(1, 0)
    assert "3 votes" in index.data(Qt.ItemDataRole.ToolTipRole)
    with dock.open_map.edit("Own") as edit:
        cards.set_fields(edit, [NEW], owner="<b>Maya</b>")
    assert "&lt;b&gt;Maya" in index.data(Qt.ItemDataRole.ToolTipRole), "no markup is found in it"
    assert "Quick wins" not in index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert "Medium impact · Low effort" in index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert not index.data(Qt.ItemDataRole.DecorationRole).isNull()
    dock.first.clicked.emit(index)
    assert dock.open_map.current == NEW


def test_the_touchpoints_are_on_a_board_of_their_own(dock: Priorities, hand: Hand) -> None:
    dock.switch.setCurrentIndex(0)
    assert shown(dock).board == TOUCHPOINTS
    hand.drag("card-4", Place(1, 3))
    assert dock.open_map is not None
    card = dock.open_map.session.document.get("card-4", Card)
    assert (card.importance, card.impact) == (3, 1)
    assert dock.heading.text() == "Mend first: 1 card"


def test_it_follows_whatever_happens_to_the_map(dock: Priorities) -> None:
    assert dock.open_map is not None
    session = dock.open_map.session
    with dock.open_map.edit("Change") as edit:
        stages.move(edit, ["stage-2"], 0)
        cards.set_text(edit, COSTLY, "Another")
    assert list(shown(dock).numbers) == [NEW, RATED, COSTLY]
    with dock.open_map.edit("Do") as edit:
        cards.set_fields(edit, [RATED], done=True)
    assert listed(dock) == []
    assert dock.heading.text() == "Quick wins: 0 cards"
    assert "No quick wins" in dock.none_first.text()
    assert dock.none_first.isVisible()
    with dock.open_map.edit("Role") as edit:
        lanes.set_role(edit, edit.get(NEW, Card).lane, "goals")
    assert dock.none.isVisible()
    assert not dock.area.isVisible()
    while session.undo():
        pass
    assert dock.none.isVisible(), "the small map has none"
    while session.redo():
        pass
    session.undo()
    assert list(shown(dock).numbers) == [NEW, COSTLY]


def test_it_rests_while_nobody_sees_it(dock: Priorities, map_window: MainWindow) -> None:
    board = dock.board
    dock.hide()
    assert dock.open_map is not None
    with dock.open_map.edit("Rate") as edit:
        cards.set_fields(edit, [NEW], impact=3, effort=1)
    assert board is not None
    assert board.standing.places[NEW] == UNRATED
    map_window.action_set.run("show_priorities")
    assert shown(dock).places[NEW] == Place(1, 3)


def test_only_what_is_other_is_painted_again(dock: Priorities) -> None:
    QApplication.processEvents()
    paints = Paints(dock.chart)
    assert dock.open_map is not None
    assert dock.chart.chart is not None
    with dock.open_map.edit("Write") as edit:
        cards.set_text(edit, RATED, "Call back soon")
        cards.set_text(edit, "card-1", "Nowhere on the chart")
    QApplication.processEvents()
    painted = paints.united().boundingRect()
    assert not painted.isEmpty()
    assert dock.chart.sight.pixels_of(dock.chart.chart.places[Place(1, 3)]).contains(painted)


def test_a_map_without_opportunities_begins_with_its_touchpoints(
    map_window: MainWindow, qtbot: QtBot
) -> None:
    qtbot.waitUntil(map_window.isActiveWindow)
    map_window.action_set.run("show_priorities")
    dock = map_window.docks.priorities
    assert shown(dock).board == TOUCHPOINTS
    dock.switch.setCurrentIndex(1)
    assert dock.board is not None
    assert dock.board.board == OPPORTUNITIES
    assert dock.none.isVisible()


def test_effort_is_noted_by_menu_where_it_counts(dock: Priorities, map_window: MainWindow) -> None:
    actions, open_map = map_window.action_set, map_window.open_map
    open_map.select((NEW, "card-1"), NEW)
    actions.refresh()
    assert actions.by_id["effort.2"].isEnabled()
    actions.by_id["effort.2"].trigger()
    assert rating(dock, NEW) == (0, 2)
    assert open_map.session.document.get("card-1", Card).effort == 0
    assert actions.by_id["effort.2"].isChecked()
    open_map.select(("card-1",), "card-1")
    actions.refresh()
    assert not actions.by_id["effort.2"].isEnabled()


def test_a_step_of_a_drag_reads_and_shapes_as_much_on_a_large_map(qapp: QApplication) -> None:
    assert qapp is not None
    found = []
    for size in (100, 1000, 10_000):
        document, shaper = large_map(size), CountingShaper()
        with document.edit("Rate") as edit:
            lanes.set_role(edit, "lane-2", "opportunities")
            for number in range(11, 16):
                cards.set_fields(edit, [f"card-{number}"], impact=2, effort=2)
        open_map = OpenMap(Session(document, shaper))
        board = ShownBoard(open_map, OPPORTUNITIES)
        board.chart(300, 400)
        document._records = reads = Reads(document._records)  # type: ignore[assignment]
        open_map.changed.connect(lambda change, _damage, board=board: board.follow(change))
        reads.count = shaper.count = 0
        for place in (Place(1, 3), Place(3, 3), UNRATED):
            with open_map.edit("Set priority", merge_key="drag") as edit:
                priorities.put(edit, OPPORTUNITIES, ["card-11"], place)
            board.chart(300, 400)
            board.standing.first()
        found.append(reads.count)
        assert shaper.count < 600
    assert found[0] == found[1] == found[2]
    assert found[0] < 60


def test_words_of_a_crowded_place_cost_nothing_where_only_numbers_are_shown(qapp: QApplication) -> None:
    assert qapp is not None
    document, shaper = large_map(1000), CountingShaper()
    with document.edit("Role") as edit:
        lanes.set_role(edit, "lane-2", "opportunities")
    open_map = OpenMap(Session(document, shaper))
    board = ShownBoard(open_map, OPPORTUNITIES)
    open_map.changed.connect(board.follow)
    before = board.chart(300, 400).chips
    with open_map.edit("Type") as edit:
        cards.set_text(edit, "card-11", "Other words")
    assert board.chart(300, 400).chips == before, "the very same chips"
    with open_map.edit("Delete") as edit:
        cards.delete(edit, ["card-11"])
    after = board.chart(300, 400).chips
    assert "card-11" in before
    assert "card-11" not in after


def test_the_menu_of_a_card_is_offered_on_its_dot(
    dock: Priorities, hand: Hand, map_window: MainWindow
) -> None:
    asked = []
    dock.menu_asked.disconnect(map_window.docks.menu_asked)
    dock.menu_asked.connect(lambda hit, at: asked.append((hit.part, hit.id, dock.chart.mapFromGlobal(at))))
    at = hand.at(COSTLY)
    for reason in (QContextMenuEvent.Reason.Mouse, QContextMenuEvent.Reason.Keyboard):
        event = QContextMenuEvent(reason, at, dock.chart.mapToGlobal(at))
        QApplication.sendEvent(dock.chart, event)
    assert asked == [(Part.CARD, COSTLY, at)] * 2
    assert map_window.open_map.current == COSTLY


def test_a_chart_higher_than_the_dock_scrolls_under_the_hand(dock: Priorities, hand: Hand) -> None:
    assert dock.open_map is not None
    with dock.open_map.edit("Add") as edit:
        lane = edit.get(NEW, Card).lane
        for _number in range(120):
            cards.add(edit, lane, "step-1", "Another", impact=2, effort=1)
    QApplication.processEvents()
    bar = dock.area.verticalScrollBar()
    assert bar.maximum() > 0
    assert bar.value() == 0
    hand.drag(RATED, Place(3, 3), drops=False)
    for _time in range(200):
        lowest = dock.area.viewport().height() + bar.value() - 5
        hand.move(QPoint(hand.at(Place(1, 1)).x(), lowest))
    assert bar.value() == bar.maximum()
    QTest.mouseRelease(dock.chart, LEFT, pos=hand.at(UNRATED))
    assert rating(dock, RATED) == (0, 0)
