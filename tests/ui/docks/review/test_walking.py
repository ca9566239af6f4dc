"""Walking through what there is to look at: what is listed, ticking it off, and going to it on the map."""

from datetime import date

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QToolTip
from pytestqt.qtbot import QtBot

from journeymapper.document.change import Change
from journeymapper.document.records import Card, Snapshot
from journeymapper.editing import cards, lanes
from journeymapper.guide.review import snapshots
from journeymapper.ui.docks.review.dock import Review
from journeymapper.ui.docks.review.face import FACE, Part
from journeymapper.ui.docks.review.walk import MOST_ROWS, Walk
from journeymapper.ui.main_window import MainWindow
from tests.maps import large_map

SURVEY = "Till survey"


def listed(dock: Review) -> list[str]:
    assert dock.panel.rows is not None
    return [dock.panel.rows.index(row).data() for row in range(dock.panel.rows.rowCount())]


def line_of(dock: Review, words: str) -> str:
    assert dock.panel.rows is not None
    return str(dock.panel.rows.index(listed(dock).index(words)).data(FACE).line)


def card(dock: Review, id_: str) -> Card:
    assert dock.open_map is not None
    return dock.open_map.session.document.get(id_, Card)


def click(dock: Review, words: str, part: Part = Part.WORDS) -> None:
    """Click on a part of a row, where the dock says it is."""
    panel = dock.panel
    assert panel.rows is not None
    index = panel.rows.index(listed(dock).index(words))
    panel.list.scrollTo(index)
    whole = panel.list.visualRect(index)
    inside = (
        QPoint(x, y)
        for y in range(whole.top() + 2, whole.bottom(), 2)
        for x in range(whole.left() + 2, whole.right(), 2)
    )
    place = next(point for point in inside if panel.painter.part_at(index, point) is part)
    QTest.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_it_lists_what_changed_what_is_open_and_what_is_old(review: Review) -> None:
    assert listed(review) == [
        "Changed since “Autumn” · 4",
        "Changed: stage “Buying” – name",
        "Moved: Web search",
        "Changed: Long queues – text, severity",
        "Removed: Asks a friend",
        "Open opportunities · 2",
        "A quick till",
        "A second poster",
        "Old evidence · 1",
        "Long queues",
    ]
    assert review.panel.progress.text() == "0 of 7"
    assert "Last reviewed" in review.head.text()
    assert "by Ilze · Review in" in review.head.text()


def test_rows_say_where_things_stand_whose_they_are_and_how_old(review: Review) -> None:
    assert line_of(review, "Moved: Web search") == "From Touchpoints, Searches to Touchpoints, Sees"
    assert line_of(review, "Removed: Asks a friend") == "Actions, Sees"
    till = line_of(review, "A quick till")
    assert till.startswith("Ilze · due ")
    assert till.endswith("12 days overdue · Pays")
    assert line_of(review, "A second poster") == "nobody's yet · no date · Sees"
    assert "2 years old" in line_of(review, "Long queues")
    assert line_of(review, "Long queues").startswith(SURVEY)
    assert review.panel.rows is not None
    changed = review.panel.rows.index(3)
    assert "text: “Queues” → “Long queues”\nseverity: 2 → 3" in changed.data(Qt.ItemDataRole.ToolTipRole)


def test_space_ticks_and_goes_on_to_the_end(review: Review, changed_window: MainWindow) -> None:
    panel, open_map = review.panel, changed_window.open_map
    assert open_map is not None
    assert open_map.selection == {"stage-2"}, "the walk begins at the first"
    QTest.keyClick(panel.list, Qt.Key.Key_Space)
    assert open_map.selection == {"card-4"}
    QTest.keyClick(panel.list, Qt.Key.Key_Up)
    QTest.keyClick(panel.list, Qt.Key.Key_Space)
    assert panel.progress.text() == "0 of 7", "a row that is ticked is so no more"
    for done in range(7):
        assert panel.progress.text() == f"{done} of 7"
        QTest.keyClick(panel.list, Qt.Key.Key_Space)
    assert panel.progress.text() == "7 of 7"
    assert not panel.next.isEnabled()
    assert panel.finish.hasFocus()
    assert "Finish the review" in changed_window.status_line.currentMessage()


def test_next_is_an_action_too_while_one_walks(review: Review, changed_window: MainWindow) -> None:
    action = changed_window.action_set.by_id["review_next"]
    action.trigger()
    assert review.panel.progress.text() == "1 of 7"
    QTest.mouseClick(review.panel.stop, Qt.MouseButton.LeftButton)
    assert not review.is_walking
    assert not action.isEnabled()
    assert review.begin_button.hasFocus()


def test_a_row_leads_to_its_place_on_the_map(review: Review, changed_window: MainWindow) -> None:
    open_map, canvas = changed_window.open_map, changed_window.canvas
    assert open_map is not None
    assert canvas is not None
    click(review, "A quick till")
    assert open_map.selection == {"card-8"}
    assert canvas.overlay.lit.ids == {"card-8"}
    click(review, "Removed: Asks a friend")
    assert (open_map.selection, open_map.cell) == (frozenset(), ("lane-1", "step-1"))
    QTest.keyClick(review.panel.list, Qt.Key.Key_Down)
    QTest.keyClick(review.panel.list, Qt.Key.Key_Return)
    assert open_map.selection == {"card-8"}
    assert review.panel.list.hasFocus()
    QTest.keyClick(review.panel.list, Qt.Key.Key_Escape)
    assert canvas.hasFocus()
    assert canvas.overlay.lit.ids == frozenset()


def test_a_lane_that_is_hidden_is_shown_for_what_stands_in_it(review: Review) -> None:
    assert review.open_map is not None
    with review.open_map.edit("Hide") as edit:
        lanes.set_hidden(edit, ["lane-5"], True)
    click(review, "Long queues")
    assert review.open_map.session.layout.is_open("lane-5")


def test_the_box_ticks_and_done_is_one_undo_step(review: Review) -> None:
    assert review.open_map is not None
    click(review, "A second poster", Part.LOOKED_AT)
    assert review.panel.progress.text() == "1 of 7"
    click(review, "A second poster", Part.LOOKED_AT)
    assert review.panel.progress.text() == "0 of 7"
    assert review.open_map.selection == {"card-7"}, "of the row that was clicked, wherever"
    click(review, "A quick till", Part.DONE)
    assert card(review, "card-8").done
    assert review.open_map.selection == {"card-8"}, "no other card keeps a ring round it"
    assert "A quick till" in listed(review), "it stays on the list as long as the walk lasts"
    assert "Open opportunities · 1" in listed(review)
    assert "overdue" not in line_of(review, "A quick till")
    assert "Changed: A quick till – done" in listed(review)
    assert review.panel.progress.text() == "2 of 8", "what one does oneself has been looked at"
    review.open_map.session.undo()
    assert not card(review, "card-8").done
    assert not review.open_map.session.is_modified


def test_the_eye_says_what_it_is_for(review: Review) -> None:
    panel = review.panel
    assert panel.rows is not None
    index = panel.rows.index(listed(review).index("A quick till"))
    panel.list.scrollTo(index)
    row = panel.list.visualRect(index)
    eye = next(
        point
        for point in (QPoint(x, row.top() + 10) for x in range(row.width()))
        if panel.painter.part_at(index, point) is Part.LOOKED_AT
    )
    viewport = panel.list.viewport()
    QApplication.sendEvent(viewport, QHelpEvent(QEvent.Type.ToolTip, eye, viewport.mapToGlobal(eye)))
    assert QToolTip.text() == "Looked at"
    QToolTip.hideText()
    assert str(index.data(Qt.ItemDataRole.AccessibleTextRole)).endswith("not looked at yet")
    QTest.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=eye)
    assert str(index.data(Qt.ItemDataRole.AccessibleTextRole)).endswith(", looked at")


def test_the_menu_of_a_row_does_the_same_by_keyboard(review: Review) -> None:
    click(review, "A quick till")
    asked = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(), QPoint())
    QApplication.sendEvent(review.panel.list, asked)
    menu = review.panel.list.findChild(QMenu)
    assert menu is not None
    assert [action.text() for action in menu.actions()] == ["Go there", "Looked at", "Done"]
    menu.actions()[2].trigger()
    assert card(review, "card-8").done
    menu.close()


def test_the_list_follows_in_place_while_it_is_seen(review: Review, qtbot: QtBot) -> None:
    assert review.open_map is not None
    click(review, "A quick till")
    with review.open_map.edit("Edit") as edit:
        cards.set_text(edit, "card-1", "Sees it again")
        cards.delete(edit, ["card-7"])
    qtbot.waitUntil(lambda: "Changed: Sees it again – text" in listed(review))
    assert "A second poster" not in listed(review)
    current = review.panel.current
    assert current is not None
    assert current.words == "A quick till", "one stands where one stood"


def test_the_list_waits_until_one_has_done_writing(review: Review, qtbot: QtBot) -> None:
    assert review.open_map is not None
    timer = review.panel.waiting
    timer.setTimerType(Qt.TimerType.PreciseTimer)
    timer.setInterval(60_000)
    with review.open_map.edit("Edit") as edit:
        cards.set_text(edit, "card-1", "Sees it")
    qtbot.waitUntil(lambda: timer.remainingTime() < 59_990)
    with review.open_map.edit("Edit") as edit:
        cards.set_text(edit, "card-1", "Sees it again")
    assert timer.remainingTime() > 59_990
    timer.setInterval(0)
    qtbot.waitUntil(lambda: "Changed: Sees it again – text" in listed(review))


def test_nothing_is_read_while_it_is_hidden(review: Review, qtbot: QtBot) -> None:
    walk = review.panel.walk
    assert walk is not None
    assert review.open_map is not None
    review.hide()
    with review.open_map.edit("Edit") as edit:
        cards.set_text(edit, "card-1", "Sees it again")
    assert not walk.follow(Change()), "it has fallen behind"
    assert "Changed: Sees it again – text" not in listed(review)
    review.show()
    qtbot.waitUntil(lambda: "Changed: Sees it again – text" in listed(review))
    assert walk.progress == (1, 8)


def test_without_a_kept_state_it_says_that_finishing_keeps_one(map_window: MainWindow) -> None:
    review = map_window.docks.review
    map_window.action_set.run("show_review")
    assert review.head.text() == "Never reviewed yet"
    map_window.action_set.run("review_now")
    assert listed(review)[:2] == [
        "Changed",
        "Nothing is kept yet to compare the map with. Finishing this review keeps it as it is now.",
    ]
    assert review.panel.progress.text() == "Nothing to look at"
    assert not review.panel.next.isEnabled()


def test_a_damaged_state_is_said_to_be_one(review: Review) -> None:
    assert review.open_map is not None
    kept = snapshots.last(review.open_map.session.document)
    assert kept is not None
    with review.open_map.edit("Damage") as edit:
        edit.update(kept.id, Snapshot, data="!")
    review.panel.refresh()
    assert listed(review)[1] == "“Autumn” is damaged, so there is nothing to compare the map with."


def test_a_long_section_shows_the_first_and_says_how_many_more() -> None:
    document = large_map(MOST_ROWS + 50)
    with document.edit("Role") as edit:
        for number in range(1, 5):
            lanes.set_role(edit, f"lane-{number}", "ideas")
    walk = Walk(document, date(2026, 11, 22))
    words = [row.words for row in walk.rows.values()]
    assert f"Open opportunities · {MOST_ROWS + 50}" in words
    assert "and 50 more" in words
    assert walk.progress == (0, MOST_ROWS)


def test_the_keys_of_the_dock(map_window: MainWindow, qtbot: QtBot) -> None:
    assert map_window.canvas is not None
    qtbot.keyClick(
        map_window.canvas,
        Qt.Key.Key_R,
        Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
    )
    review = map_window.docks.review
    qtbot.waitUntil(review.begin_button.hasFocus)
    assert map_window.action_set.by_id["show_review"].isChecked()
    qtbot.keyClick(review.begin_button, Qt.Key.Key_Space)
    assert review.is_walking
    map_window.show_start_page()
    assert not review.is_walking
    assert not review.isVisible()
