"""The New map dialog and what comes of it: pictures, three questions, a sheet that shows what will come."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel
from pytestqt.qtbot import QtBot

from journeymapper.document.records import MAP_ID, Card, JourneyMap, Persona, Prompt, Stage
from journeymapper.document.roles import MAP_KINDS
from journeymapper.editing.beginning import new_map
from journeymapper.files import native
from journeymapper.guide.folders import templates_folder
from journeymapper.guide.templates.answers import Answers
from journeymapper.guide.templates.beginning import begin
from journeymapper.guide.templates.template import Template, template_of
from journeymapper.i18n import _
from journeymapper.ui.dialogs.new_map.dialog import NewMapDialog, WantedMap
from journeymapper.ui.main_window import MainWindow
from journeymapper.ui.template_shelf import card_of
from journeymapper.ui.windows import Windows
from tests.maps import small_map
from tests.ui.conftest import Answers as Hands


@pytest.fixture
def own(windows: Windows) -> Path:
    """A folder with one template of the user's own, and a broken one."""
    folder = templates_folder(windows.user_folder)
    folder.mkdir(parents=True)
    native.save(small_map(), folder / "mine.journey")
    (folder / "broken.journey").write_text("{", "utf-8")
    return folder


def shown(windows: Windows, window: MainWindow, qtbot: QtBot, by_questions: bool = False) -> NewMapDialog:
    """Show the dialog, which is not waited for."""
    dialog = NewMapDialog(windows, by_questions, window)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(dialog.isActiveWindow)
    return dialog


@pytest.fixture
def dialog(windows: Windows, window: MainWindow, qtbot: QtBot) -> NewMapDialog:
    return shown(windows, window, qtbot)


def press(key: Qt.Key, words: str = "") -> None:
    """Press a key, or type words, where the keyboard is."""
    field = QApplication.focusWidget()
    assert field is not None
    if words:
        QTest.keyClicks(field, words)
    QTest.keyClick(field, key)


def test_who_is_in_a_hurry_gets_a_current_state_map_for_consumers(dialog: NewMapDialog) -> None:
    press(Qt.Key.Key_Return)
    assert dialog.result() == QDialog.DialogCode.Accepted
    wanted = dialog.wanted()
    assert wanted.template is not None
    assert wanted.template.key == "current-state-consumers"
    assert (wanted.document.map.map_kind, wanted.document.map.title) == ("current_state", "")


def test_the_arrows_walk_the_pictures_and_the_preview_follows(dialog: NewMapDialog, qtbot: QtBot) -> None:
    kinds = dialog.gallery.kinds
    assert kinds.hasFocus()
    qtbot.waitUntil(lambda: all(kinds.picture_of(row) is not None for row in range(4)), timeout=30_000)
    pictures = [kinds.picture_of(row) for row in range(4)]
    assert all(one != other for one in pictures for other in pictures if one is not other)
    before = dialog.preview.grab().toImage()
    press(Qt.Key.Key_Right)
    assert dialog.gallery.template.map_kind == "day_in_the_life"
    qtbot.waitUntil(lambda: dialog.name.text() == dialog.gallery.template.name)
    assert dialog.preview.grab().toImage() != before


def test_the_switch_shows_the_same_kind_for_businesses(dialog: NewMapDialog) -> None:
    press(Qt.Key.Key_Right)
    dialog.gallery.switch.buttons["businesses"].click()
    assert dialog.gallery.template.key == "day-in-the-life-businesses"
    offered = {dialog.questions.business.item(row).text() for row in range(dialog.questions.business.count())}
    assert "Software" in offered
    assert "Café or restaurant" not in offered
    assert dialog.wanted().audience == "businesses"


def test_the_audience_chosen_on_the_start_page_counts_here(
    windows: Windows, window: MainWindow, qtbot: QtBot
) -> None:
    window.start_page.switch.buttons["businesses"].click()
    dialog = shown(windows, window, qtbot)
    assert dialog.gallery.switch.audience == "businesses"
    assert dialog.gallery.template.key == "current-state-businesses"


def test_the_users_own_stand_below_and_are_reached_by_arrow(own: Path, dialog: NewMapDialog) -> None:
    gallery = dialog.gallery
    assert gallery.own.isVisible()
    gallery.kinds.setCurrentRow(3)
    press(Qt.Key.Key_Down)
    assert gallery.own.hasFocus()
    assert gallery.template.is_own
    assert gallery.template.path == own / "mine.journey"
    press(Qt.Key.Key_Up)
    assert gallery.kinds.hasFocus()
    assert not gallery.template.is_own
    for cards, is_own in ((gallery.own, True), (gallery.kinds, False)):
        place = cards.visualItemRect(cards.currentItem()).center()
        QTest.mouseClick(cards.viewport(), Qt.MouseButton.LeftButton, pos=place)
        assert gallery.template.is_own == is_own, "a click on the card where the keyboard was last, too"


def test_a_broken_template_is_named_in_one_line(own: Path, dialog: NewMapDialog) -> None:
    assert own.is_dir()
    assert dialog.gallery.left_out.text() == (
        "Left out: templates/broken.journey: line 1, column 2: the file is damaged: this is not valid JSON"
    )


def test_without_a_folder_of_ones_own_there_is_nothing_to_complain_of(dialog: NewMapDialog) -> None:
    assert not dialog.gallery.own.isVisible()
    assert not dialog.gallery.left_out.isVisible()


def test_three_questions_are_answered_by_keyboard_and_the_preview_follows(
    windows: Windows, window: MainWindow, qtbot: QtBot
) -> None:
    dialog = shown(windows, window, qtbot, by_questions=True)
    before = dialog.preview.grab().toImage()
    press(Qt.Key.Key_Return, "Ilze, 34, teacher")
    press(Qt.Key.Key_Return, "a slow laptop")
    press(Qt.Key.Key_Return, "telling a friend")
    assert dialog.questions.business.hasFocus()
    press(Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: dialog.preview.grab().toImage() != before)
    press(Qt.Key.Key_Return)
    assert dialog.result() == QDialog.DialogCode.Accepted
    document = dialog.wanted().document
    assert document.map.title == "The journey of Ilze"
    assert document.map.scenario == "From a slow laptop to telling a friend"
    assert document.map.business == "Online shop"
    assert dialog.questions.brings.text() == "It brings its own stages, steps and hints."
    assert [record.name for record in document if isinstance(record, Persona)] == ["Ilze"]


def test_questions_can_be_left_out_and_left(dialog: NewMapDialog) -> None:
    dialog.ask_questions.click()
    assert dialog.asks_questions
    for _number in range(4):
        press(Qt.Key.Key_Return)
    assert dialog.result() == QDialog.DialogCode.Accepted
    assert dialog.wanted().document.map.title == ""
    dialog.ask_questions.click()
    assert not dialog.asks_questions


def test_an_empty_map_has_the_five_stages_and_no_hints(dialog: NewMapDialog) -> None:
    dialog.empty.click()
    wanted = dialog.wanted()
    assert wanted.template is None
    assert sum(isinstance(record, Stage) for record in wanted.document) == 5
    assert not any(isinstance(record, Prompt) for record in wanted.document)


def test_escape_makes_nothing(dialog: NewMapDialog) -> None:
    press(Qt.Key.Key_Escape)
    assert dialog.result() == QDialog.DialogCode.Rejected
    assert not dialog.isVisible()


def test_it_fits_a_small_screen(dialog: NewMapDialog) -> None:
    least = dialog.minimumSizeHint()
    assert least.width() <= 800
    assert least.height() <= 560


def test_what_is_typed_becomes_the_first_card_and_the_template_is_remembered(
    window: MainWindow, windows: Windows, answers: Hands, qtbot: QtBot
) -> None:
    template = windows.templates.find("service-blueprint-businesses")
    assert template is not None
    answers.prepare(NewMapDialog, WantedMap(begin(template, Answers()), template, "businesses"))
    window.action_set.by_id["new"].trigger()
    assert not window.isWindowModified()
    qtbot.waitUntil(window.canvas.hasFocus)
    QTest.keyClicks(window.canvas, "T")
    QTest.keyClicks(QApplication.focusWidget(), "he sign")
    window.canvas.let_go()
    [card] = [record for record in window.open_map.session.document if isinstance(record, Card)]
    assert card.text == "The sign"
    indexes = window.open_map.session.document.indexes
    assert (card.lane, card.step) == (indexes.lanes[0][1], indexes.columns()[0])
    assert (windows.settings.template, windows.settings.audience) == (template.key, "businesses")
    dialog = shown(windows, window, qtbot)
    assert dialog.gallery.template.key == template.key
    assert dialog.gallery.switch.audience == "businesses"


def test_giving_up_leaves_everything_as_it_is(map_window: MainWindow, answers: Hands) -> None:
    answers.prepare(NewMapDialog, None)
    before = map_window.open_map
    map_window.action_set.by_id["new"].trigger()
    assert map_window.open_map is before
    assert len(map_window.windows.shown) == 1


def test_the_start_page_begins_a_map_from_a_picture(
    window: MainWindow, windows: Windows, qtbot: QtBot
) -> None:
    cards = window.start_page.templates
    qtbot.waitUntil(lambda: cards.key_at(1) != "")
    assert cards.count() == 5
    assert [cards.key_at(row) for row in range(3)] == [
        *("?", "current-state-consumers", "day-in-the-life-consumers"),
    ]
    qtbot.waitUntil(lambda: all(cards.picture_of(row) is not None for row in range(5)), timeout=30_000)
    cards.setFocus()
    press(Qt.Key.Key_Right)
    press(Qt.Key.Key_Return)
    assert window.open_map.session.document.map.map_kind == "current_state"
    assert window.open_map.cell is not None
    assert windows.settings.template == "current-state-consumers"


def test_the_start_page_shows_templates_for_businesses_too(
    own: Path, window: MainWindow, windows: Windows
) -> None:
    assert own.is_dir()
    page = window.start_page
    page.switch.buttons["businesses"].click()
    keys = [page.templates.key_at(row) for row in range(page.templates.count())]
    assert keys == [
        *("?", "current-state-businesses", "day-in-the-life-businesses", "future-state-businesses"),
        "service-blueprint-businesses",
    ]
    assert windows.settings.audience == "businesses"


def test_the_start_page_has_a_heading_for_the_users_own_where_there_are_any(
    windows: Windows, window: MainWindow, qtbot: QtBot
) -> None:
    page = window.start_page

    def headings() -> list[str]:
        return [label.text() for label in page.findChildren(QLabel) if label.isVisible()]

    qtbot.waitUntil(lambda: page.templates.key_at(1) != "")
    assert "My templates" not in headings()
    assert not page.own.isVisible()
    folder = templates_folder(windows.user_folder)
    folder.mkdir(parents=True)
    native.save(small_map(), folder / "mine.journey")
    windows.templates.refresh()
    qtbot.waitUntil(page.own.isVisible)
    assert "My templates" in headings()
    assert [page.own.key_at(row) for row in range(page.own.count())] == ["own/mine"]
    page.own.setFocus()
    press(Qt.Key.Key_Return)
    assert window.open_map is not None
    assert windows.settings.template == "own/mine"


def test_cards_of_templates_say_first_what_kind_of_map_they_make(
    windows: Windows, window: MainWindow, qtbot: QtBot
) -> None:
    dialog = shown(windows, window, qtbot)
    names = [_(name) for kind, name in MAP_KINDS.items() if kind]
    for cards, first in ((dialog.gallery.kinds, 0), (window.start_page.templates, 1)):
        qtbot.waitUntil(lambda shown=cards, row=first: shown.key_at(row) != "")
        role = Qt.ItemDataRole.AccessibleDescriptionRole
        notes = [cards.item(row).data(role) for row in range(first, cards.count())]
        assert [note.partition(" · ")[0] for note in notes] == names
    assert card_of(begun_without_kind(windows)).note == "Lunch"


def begun_without_kind(windows: Windows) -> Template:
    with (document := new_map()).edit("Say") as edit:
        edit.update(MAP_ID, JourneyMap, title="Mine", scenario="Lunch", map_kind="")
    return template_of(document, windows.user_folder / "mine.journey", True)


@pytest.mark.parametrize("audience", ["consumers", "businesses"])
def test_the_preview_shows_the_whole_sheet_of_every_template(
    windows: Windows, window: MainWindow, qtbot: QtBot, audience: str
) -> None:
    dialog = shown(windows, window, qtbot)
    dialog.resize(1180, 680)
    dialog.gallery.switch.buttons[audience].click()
    for row in range(dialog.gallery.kinds.count()):
        dialog.gallery.kinds.setFocus()
        dialog.gallery.kinds.setCurrentRow(row)
        name = dialog.gallery.template.name
        qtbot.waitUntil(lambda name=name: dialog.name.text() == name)
        for bar in (dialog.preview.horizontalScrollBar(), dialog.preview.verticalScrollBar()):
            qtbot.waitUntil(lambda bar=bar: not bar.isVisible(), timeout=1000)
            assert bar.maximum() == 0, name


def test_the_pictures_may_come_anew_while_a_clicked_one_asks(
    window: MainWindow, windows: Windows, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[int] = []

    def ask(*_asked: object) -> None:
        windows.templates.refresh()
        QApplication.processEvents()
        asked.append(window.start_page.templates.count())

    monkeypatch.setattr(NewMapDialog, "ask", ask)
    cards = window.start_page.templates
    place = cards.visualItemRect(cards.item(0)).center()
    qtbot.mouseClick(cards.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.waitUntil(lambda: bool(asked))
    assert asked == [cards.count()]
    assert window.open_map is None
