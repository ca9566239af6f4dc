"""The sources of cards in the inspector: added, edited in place, removed, named again, opened."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea

from journeymapper.document.records import Card, Source
from journeymapper.editing import evidence
from journeymapper.ui.docks.card_panel import CardPanel
from journeymapper.ui.docks.recent_sources import RecentSources
from journeymapper.ui.docks.sources_field import SourcesField
from journeymapper.ui.main_window import MainWindow
from journeymapper.ui.opening_links import can_be_opened, open_link

OCTOBER = Source(source_kind="interview", name="October", count=6, day=date(2026, 10, 14), quote="Why?")


def sources(window: MainWindow, id_: str) -> tuple[Source, ...]:
    return window.open_map.session.document.get(id_, Card).evidence.sources


def field(window: MainWindow, *ids: str) -> SourcesField:
    window.open_map.select(ids, ids[0])
    panel = window.inspector.panel
    assert isinstance(panel, CardPanel)
    found = panel.fields["evidence.sources"]
    assert isinstance(found, SourcesField)
    return found


def steps_done(window: MainWindow) -> int:
    return window.open_map.session.history.mark()


def undo(window: MainWindow) -> None:
    window.action_set.by_id["undo"].trigger()


def type_into(window: MainWindow, block: int, name: str, words: str) -> None:
    shown = window.inspector.panel.fields["evidence.sources"].blocks[block].fields[name]
    shown.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClicks(shown, words)


def say(window: MainWindow, *ids: str, source: Source = OCTOBER) -> None:
    with window.open_map.edit("Say") as edit:
        evidence.add_source(edit, ids, source)


def test_a_source_is_the_cards_own_once_something_is_said_of_it(map_window: MainWindow) -> None:
    shown = field(map_window, "card-1")
    assert shown.blocks == []
    shown.add.click()
    assert len(shown.blocks) == 1
    assert QApplication.focusWidget() is shown.blocks[0].fields["source_kind"]
    assert not map_window.isWindowModified(), "nothing is said yet"
    field(map_window, "card-2")
    assert field(map_window, "card-1").blocks == [], "what was begun and not written is let go"
    shown.add.click()
    QTest.keyClicks(shown.blocks[0].fields["source_kind"], "S")
    assert sources(map_window, "card-1") == (Source(source_kind="survey"),)


def test_a_double_click_on_a_level_opens_no_source_under_the_list(map_window: MainWindow) -> None:
    """The list closes with the first click; the second comes to the button that lay under it."""
    shown = field(map_window, "card-1")
    level = map_window.inspector.panel.fields["evidence.level"]
    level.showPopup()
    row = level.view().visualRect(level.model().index(2, 0)).center()
    QTest.mouseMove(level.view().viewport(), row)
    QTest.mouseClick(level.view().viewport(), Qt.MouseButton.LeftButton, pos=row)
    QTest.mouseClick(shown.add, Qt.MouseButton.LeftButton)
    assert map_window.open_map.session.document.get("card-1", Card).evidence.level == "observed"
    assert shown.blocks == []
    QTest.keyClick(shown.add, Qt.Key.Key_Space)
    assert len(shown.blocks) == 1


def test_each_field_is_one_step(map_window: MainWindow) -> None:
    shown = field(map_window, "card-1")
    before = steps_done(map_window)
    shown.add.click()
    type_into(map_window, 0, "name", "Cart survey ")
    assert shown.blocks[0].fields["name"].text() == "Cart survey ", "what is being written stays as it is"
    type_into(map_window, 0, "count", "12")
    type_into(map_window, 0, "quote", "Too dear")
    type_into(map_window, 0, "link", "notes")
    map_window.inspector.panel.fields["note"].setFocus()
    said = Source(name="Cart survey", count=12, quote="Too dear", link="notes")
    assert sources(map_window, "card-1") == (said,)
    assert steps_done(map_window) == before + 4
    undo(map_window)
    undo(map_window)
    assert sources(map_window, "card-1") == (Source(name="Cart survey", count=12),)
    assert shown.blocks[0].fields["quote"].toPlainText() == ""
    undo(map_window)
    undo(map_window)
    assert shown.blocks == []
    assert not map_window.isWindowModified()


def test_a_name_may_be_written_anew_among_others(map_window: MainWindow) -> None:
    for name in ("one", "two", "three"):
        say(map_window, "card-1", source=Source(name=name))
    shown = field(map_window, "card-1")
    name = shown.blocks[1].fields["name"]
    name.setFocus()
    name.selectAll()
    QTest.keyClick(name, Qt.Key.Key_Backspace)
    QTest.keyClicks(name, "second")
    assert [source.name for source in sources(map_window, "card-1")] == ["one", "second", "three"]


def test_a_source_is_removed_in_one_step_wherever_it_stands(map_window: MainWindow) -> None:
    for name in ("one", "two", "three"):
        say(map_window, "card-1", source=Source(name=name))
    shown = field(map_window, "card-1")
    shown.add.click()
    shown.blocks[1].removed.emit()
    assert [source.name for source in sources(map_window, "card-1")] == ["one", "three"]
    assert len(shown.blocks) == 3, "the one that was begun is still there"
    shown.blocks[2].removed.emit()
    assert [block.fields["name"].text() for block in shown.blocks] == ["one", "three"]
    undo(map_window)
    assert [block.fields["name"].text() for block in shown.blocks] == ["one", "two", "three"]


def test_several_cards_get_one_more_and_are_edited_where_they_agree(map_window: MainWindow) -> None:
    say(map_window, "card-1", source=Source(name="only here"))
    shown = field(map_window, "card-1", "card-2")
    assert shown.blocks == []
    assert not shown._others.isHidden(), "one is told that there are more"
    shown.add.click()
    type_into(map_window, 0, "name", "October")
    type_into(map_window, 0, "count", "3")
    october = Source(name="October", count=3)
    assert sources(map_window, "card-1") == (Source(name="only here"), october)
    assert sources(map_window, "card-2") == (october,)
    shown.blocks[0].removed.emit()
    assert (len(sources(map_window, "card-1")), sources(map_window, "card-2")) == (1, ())


def test_a_source_of_another_card_is_named_again_by_one_click(map_window: MainWindow) -> None:
    say(map_window, "card-4", source=Source(source_kind="survey", name="Carts & co", count=12))
    say(map_window, "card-6", "card-5")
    shown = field(map_window, "card-1")
    october, carts = shown.offers
    assert carts.text() == "Carts && co"
    assert october.text().startswith("October, "), "most cards name it"
    before = steps_done(map_window)
    october.click()
    named = Source(source_kind="interview", name="October", day=OCTOBER.day)
    assert sources(map_window, "card-1") == (named,), "how many said so, and how, is each card's own"
    assert steps_done(map_window) == before + 1
    focused = QApplication.focusWidget()
    assert focused is shown.blocks[0].fields["count"]
    QTest.keyClicks(focused, "4")
    assert sources(map_window, "card-1")[0].count == 4
    assert not [button for button in shown.offers if "October" in button.text()]
    field(map_window, "card-2")
    assert shown.offers[0].text().startswith("October"), "what was named last comes first"


def test_what_is_offered_is_told_as_it_was_written(map_window: MainWindow) -> None:
    say(map_window, "card-4", source=Source(name="<b>Carts</b>"))
    [offer] = field(map_window, "card-1").offers
    assert "&lt;b&gt;Carts" in offer.toolTip(), "no markup is found in it"


def test_what_is_offered_follows_the_map(map_window: MainWindow) -> None:
    recent = RecentSources(map_window.open_map, map_window)
    say(map_window, "card-1")
    assert [cited.name for cited in recent.offered(3)] == ["October"]
    type_into_name = field(map_window, "card-2")
    type_into_name.add.click()
    type_into(map_window, 0, "name", "Visits")
    assert [cited.name for cited in recent.offered(3)] == ["Visits", "October"]
    map_window.canvas.setFocus()
    map_window.action_set.by_id["delete"].trigger()
    assert [cited.name for cited in recent.offered(3)] == ["October"]
    undo(map_window)
    assert [cited.name for cited in recent.offered(3)] == ["Visits", "October"]
    assert recent.uses() == RecentSources(map_window.open_map, map_window).uses()


def test_tab_goes_through_the_sources_as_they_stand(map_window: MainWindow) -> None:
    say(map_window, "card-6", "card-5")
    say(map_window, "card-1", source=Source(name="A", link="https://example.com"))
    shown = field(map_window, "card-1")
    shown.add.click()
    last = map_window.inspector.panel.fields["evidence.level"]
    last.setFocus()
    met = []
    for _time in range(17):
        met.append(QApplication.focusWidget().accessibleName())
        map_window.inspector.focusNextChild()
    assert QApplication.focusWidget() is shown.offers[0]
    assert met == [
        "Evidence",
        *("Source 1: kind", "Source 1: remove", "Source 1: name", "Source 1: how many"),
        *("Source 1: date: has a date", "Source 1: in their words", "Source 1: link"),
        "Source 1: open the link",
        *("Source 2: kind", "Source 2: remove", "Source 2: name", "Source 2: how many"),
        *("Source 2: date: has a date", "Source 2: in their words", "Source 2: link"),
        "Add source",
    ]


def test_very_many_sources_are_not_all_shown_at_once(map_window: MainWindow) -> None:
    with map_window.open_map.edit("Say") as edit:
        for number in range(40):
            evidence.add_source(edit, ["card-1"], Source(name=f"No {number}"))
    shown = field(map_window, "card-1")
    assert len(shown.blocks) == 12
    type_into(map_window, 0, "name", "!")
    assert sources(map_window, "card-1")[28].name == "!"
    assert shown.blocks[0].fields["name"].accessibleName() == "Source 29: name"
    shown._more.click()
    assert len(shown.blocks) == 40
    assert len(field(map_window, "card-2").blocks) == 0


def test_the_action_leads_to_a_new_source(map_window: MainWindow) -> None:
    map_window.inspector.hide()
    map_window.open_map.select({"card-1"}, "card-1")
    map_window.action_set.by_id["add_source"].trigger()
    shown = map_window.inspector.panel.fields["evidence.sources"]
    assert QApplication.focusWidget() is shown.blocks[0].fields["source_kind"]
    QApplication.processEvents()
    area = map_window.inspector.findChild(QScrollArea)
    assert area is not None
    block = shown.blocks[0]
    top = block.mapTo(area.viewport(), block.rect().topLeft()).y()
    assert top >= 0
    assert top + block.height() <= area.viewport().height()
    map_window.open_map.select({"card-1", "point-1"}, "card-1")
    assert not map_window.action_set.by_id["add_source"].isEnabled()


@pytest.mark.parametrize(
    ("link", "opens"),
    [
        ("https://example.com/survey", True),
        ("http://example.com", True),
        ("mailto:ilze@example.com", True),
        ("file:///srv/notes/october.pdf", True),
        ("file://server/share/tool.exe", False),
        ("javascript:alert(1)", False),
        ("ssh://example.com", False),
        ("C:\\notes\\october.docx", False),
        ("october.docx", False),
        ("www.example.com", False),
        ("", False),
    ],
)
def test_only_pages_mails_and_files_are_opened(map_window: MainWindow, link: str, opens: bool) -> None:
    assert can_be_opened(link) == opens
    say(map_window, "card-1", source=Source(name="A", link=link))
    [block] = field(map_window, "card-1").blocks
    assert block._open.isHidden() != opens
    assert block.fields["link"].text() == link, "any link is shown"


class Browser:
    """What the system was asked to open."""

    def __init__(self) -> None:
        self.urls: list[str] = []


@pytest.fixture
def browser(monkeypatch: pytest.MonkeyPatch) -> Browser:
    browser = Browser()

    def open_url(url: QUrl) -> bool:
        browser.urls.append(url.toString())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    return browser


def test_a_click_opens_the_link_and_programs_are_not_started(
    map_window: MainWindow, browser: Browser, tmp_path: Path
) -> None:
    say(map_window, "card-1", source=Source(name="A", link="https://example.com/a b"))
    field(map_window, "card-1").blocks[0]._open.click()
    assert browser.urls == ["https://example.com/a b"]
    notes, program = tmp_path / "notes.txt", tmp_path / "program.sh"
    notes.write_text("Notes")
    program.write_text("#!/bin/sh")
    program.chmod(0o755)
    assert open_link(QUrl.fromLocalFile(str(notes)).toString()) == ""
    assert open_link(QUrl.fromLocalFile(str(tmp_path)).toString()) == ""
    assert len(browser.urls) == 3
    say(map_window, "card-2", source=Source(name="A", link=QUrl.fromLocalFile(str(program)).toString()))
    field(map_window, "card-2").blocks[0]._open.click()
    assert "program.sh" in map_window.status_line.currentMessage()
    assert open_link((tmp_path / "gone.txt").as_uri()).startswith("There is nothing to open")
    assert len(browser.urls) == 3
