"""What cards rest on, in the real window: said by menu, shown below the steps, told under the pointer."""

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip

from journeymapper.document.evidence_words import share_words
from journeymapper.document.records import MAP_ID, Card, Lane, Source
from journeymapper.document.shares import Shares
from journeymapper.editing import evidence
from journeymapper.layout.places import Hit, Part
from journeymapper.ui.docks.title_panel import TitlePanel
from journeymapper.ui.main_window import MainWindow
from tests.ui.canvas.driver import CTRL, Driver


@pytest.fixture
def driver(map_window: MainWindow) -> Driver:
    """The hand and keyboard on the small map in its window."""
    map_window.canvas.setFocus()
    map_window.canvas.set_motion(False)
    return Driver(map_window.canvas)


@pytest.fixture
def strip(driver: Driver) -> Driver:
    """The same with an evidence strip; an action and a pain point of the last step are assumed."""
    with driver.session.edit("Say") as edit:
        evidence.set_level(edit, ["card-1", "card-3", "card-6"], "assumption")
        evidence.show_strip(edit, True)
    driver.canvas.fit()
    return driver


def level(window: MainWindow, id_: str) -> str:
    return window.open_map.session.document.get(id_, Card).evidence.level


def under(driver: Driver, step: str) -> QPoint:
    """A point of the strip under a step."""
    layout = driver.session.layout
    pill = driver.rect(driver.step(step))
    y = layout.headings_top + layout.headings.steps_bottom + layout.headings.strip.height / 2
    return driver.on_map(pill.centre[0], y)


def rest(driver: Driver, at: QPoint) -> str:
    """Let the pointer rest on a place of the view; return what is said of it."""
    QToolTip.hideText()
    viewport = driver.canvas.viewport()
    QApplication.sendEvent(viewport, QHelpEvent(QEvent.Type.ToolTip, at, viewport.mapToGlobal(at)))
    return QToolTip.text()


def test_how_sure_cards_are_is_said_by_menu(map_window: MainWindow) -> None:
    run = map_window.action_set.by_id
    map_window.open_map.select({"card-1", "card-6"}, "card-6")
    run["evidence.measured"].trigger()
    assert level(map_window, "card-1") == level(map_window, "card-6") == "measured"
    assert map_window.status_line.currentMessage() == "Measured · 2 cards"
    assert run["undo"].text() == "Undo “Evidence”"
    assert run["evidence.measured"].isChecked()
    run["evidence.unknown"].trigger()
    assert (level(map_window, "card-1"), level(map_window, "card-6")) == ("", "")
    assert map_window.open_map.session.document.get("card-6", Card).evidence.count == 12
    map_window.open_map.select({"lane-1"}, "lane-1")
    assert not run["evidence.observed"].isEnabled()
    assert not run["evidence.unknown"].isChecked()


def test_the_strip_is_shown_and_hidden_as_an_edit(map_window: MainWindow, driver: Driver) -> None:
    strip = map_window.action_set.by_id["evidence_strip"]
    layout = driver.session.layout
    before = layout.lanes_top
    assert not strip.isChecked()
    strip.trigger()
    assert strip.isChecked()
    assert driver.document.map.evidence_strip
    assert layout.lanes_top > before
    map_window.action_set.by_id["undo"].trigger()
    assert not strip.isChecked()
    assert layout.lanes_top == before


def test_a_click_on_the_strip_selects_what_is_assumed_there(map_window: MainWindow, strip: Driver) -> None:
    strip.click(under(strip, "Pays"))
    assert map_window.open_map.selection == {"card-3", "card-6"}
    assert map_window.open_map.current == "card-3"
    assert map_window.status_line.currentMessage() == "2 assumptions: Pays"
    strip.click(under(strip, "Sees"), CTRL)
    assert map_window.open_map.selection == {"card-1", "card-3", "card-6"}
    strip.click(under(strip, "Searches"))
    assert not map_window.open_map.selection
    assert map_window.status_line.currentMessage() == "Nothing is assumed: Searches"
    assert not map_window.canvas.is_editing


def test_what_is_assumed_in_a_closed_lane_is_counted_and_not_selected(
    map_window: MainWindow, strip: Driver
) -> None:
    with strip.session.edit("Collapse") as edit:
        edit.update("lane-5", Lane, collapsed=True)
    strip.click(under(strip, "Pays"))
    assert map_window.open_map.selection == {"card-3"}
    said = "2 assumptions: Pays · 1 of them is in a closed lane"
    assert map_window.status_line.currentMessage() == said


def test_the_pointer_on_the_strip_is_told_the_numbers(strip: Driver) -> None:
    strip.move(under(strip, "Pays"))
    assert strip.canvas.viewport().cursor().shape() is Qt.CursorShape.PointingHandCursor
    said = rest(strip, under(strip, "Pays"))
    assert "3 cards: 2 assumed (67 %), 1 not known (33 %)" in said
    assert "Click to select what is assumed" in said
    assert "Click" not in rest(strip, under(strip, "Searches"))


def test_the_menu_of_the_strip_is_asked_for_there(strip: Driver) -> None:
    asked: list[Hit] = []
    strip.canvas.menu_asked.connect(lambda found, _at: asked.append(found))
    at = under(strip, "Pays")
    strip.click(at)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, strip.canvas.viewport().mapToGlobal(at))
    QApplication.sendEvent(strip.canvas.viewport(), event)
    assert asked == [Hit(Part.EVIDENCE, step=strip.step("Pays"))]


def test_the_pill_that_counts_the_evidence_tells_the_sources(strip: Driver) -> None:
    with strip.session.edit("Say") as edit:
        evidence.remove_source(edit, ["card-6"], 0)
        evidence.add_source(edit, ["card-6"], Source(source_kind="interview", name="<October>", count=6))
        evidence.add_source(edit, ["card-6"], Source(source_kind="survey", name="Carts", count=12))
        edit.update("card-6", Card, note="A note")
    box = strip.rect("card-6")
    pill = strip.session.layout.lanes["lane-5"].cells.count_rect("step-3", "card-6")
    assert pill is not None
    said = rest(strip, strip.on_map(box.x + pill.centre[0], box.y + pill.centre[1]))
    assert "&lt;October&gt;: 6 interviews\nCarts: 12 answers in a survey" in said
    assert "A note" in rest(strip, strip.at("card-6"))


def test_the_report_follows_the_map_while_it_is_shown(map_window: MainWindow, strip: Driver) -> None:
    map_window.open_map.select({MAP_ID}, MAP_ID)
    panel = map_window.inspector.panel
    assert isinstance(panel, TitlePanel)
    report, shares = panel.report, Shares(strip.document)
    assert report.summary.text() == (
        "50 % of what the map says of customers is assumed, 50 % not known.\n"
        "100 % of pain points are assumptions."
    )
    rows = {row.words: row.share for row in report.bars.rows if row.level is None and not row.is_heading}
    assert list(rows) == ["Awareness", "Purchase", "Actions", "Touchpoints", "Pain points"]
    assert rows["Purchase"] == shares.of_stage("stage-2")
    assert f"Actions: {share_words(shares.of_lane('lane-1'))}" in report.bars.accessibleDescription()
    with strip.session.edit("Say") as edit:
        evidence.set_level(edit, ["card-6"], "observed")
    assert report.summary.text().endswith("\n0 % of pain points are assumptions.")
    map_window.open_map.select({"card-1"}, "card-1")
    with strip.session.edit("Say") as edit:
        evidence.set_level(edit, ["card-6"], "assumption")
    assert report.summary.text().endswith("\n0 % of pain points are assumptions."), "nobody sees it now"
    map_window.open_map.select({MAP_ID}, MAP_ID)
    assert report.summary.text().endswith("\n100 % of pain points are assumptions.")
    panel.fields["evidence_strip"].click()
    assert not strip.document.map.evidence_strip


def test_a_row_of_the_report_says_its_numbers(map_window: MainWindow, strip: Driver) -> None:
    map_window.open_map.select({MAP_ID}, MAP_ID)
    strip.settle()
    bars = map_window.inspector.panel.report.bars
    number = [row.words for row in bars.rows].index("Actions")
    at = QPoint(20, bars.height() * number // len(bars.rows) + 5)
    QApplication.sendEvent(bars, QHelpEvent(QEvent.Type.ToolTip, at, bars.mapToGlobal(at)))
    assert QToolTip.text() == "Actions: 3 cards: 2 assumed (67 %), 1 not known (33 %)"
    QToolTip.hideText()
    bars.repaint()
    assert bars.height() == bars.sizeHint().height()
    assert strip.document.map.evidence_strip


def test_only_the_bar_that_changes_is_painted_again(strip: Driver) -> None:
    paints = strip.paints()
    with strip.session.edit("Say") as edit:
        evidence.set_level(edit, ["card-4"], "measured")
    strip.settle()
    painted = paints.united()
    assert painted.contains(under(strip, "Searches"))
    assert not painted.contains(under(strip, "Pays"))
