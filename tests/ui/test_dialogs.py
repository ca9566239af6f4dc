"""The dialogs themselves, driven as the user would."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, Qt, QTimer
from PySide6.QtWidgets import (
    QApplication,
    QDialogButtonBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QMessageBox,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from journeymapper.document.records import JourneyMap
from journeymapper.editing import lanes
from journeymapper.exchange.formats import PDF
from journeymapper.layout.map_layout import MapLayout
from journeymapper.text.engine import QtShaper
from journeymapper.ui.dialogs.export_dialog import PdfDialog, PngDialog
from journeymapper.ui.dialogs.file_dialogs import SaveDialog
from journeymapper.ui.dialogs.import_report import ImportReport
from journeymapper.ui.dialogs.progress import LongWork
from journeymapper.ui.dialogs.questions import (
    Answer,
    Growth,
    Message,
    PasteQuestion,
    ReplaceQuestion,
    SaveQuestion,
    TableQuestion,
)
from journeymapper.ui.dialogs.title_block_dialog import TitleBlockDialog
from journeymapper.ui.docks.fields import DateField
from tests.maps import large_map, small_map


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


def when_shown(qtbot: QtBot, act: object) -> None:
    """Call ``act`` with the next modal dialog."""

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if dialog is None:
            QTimer.singleShot(5, look)
        else:
            act(dialog)  # type: ignore[operator]

    assert qtbot
    QTimer.singleShot(0, look)


def test_the_title_block_is_shown_whole_and_its_dates_can_be_taken_away(
    qtbot: QtBot, parent: QWidget
) -> None:
    record = JourneyMap(
        title="T",
        map_kind="future_state",
        scenario="S",
        business="B",
        author="A",
        language="lv",
        reviewed=date(2026, 11, 1),
        next_review=date(2027, 2, 1),
    )

    def change(dialog: TitleBlockDialog) -> None:
        assert JourneyMap(**dialog.values()) == record
        dialog.fields["next_review"].tick.click()
        dialog.buttons.button(QDialogButtonBox.StandardButton.Ok).click()

    when_shown(qtbot, change)
    values = TitleBlockDialog.ask(record, parent)
    assert values is not None
    assert JourneyMap(**values) == record.model_copy(update={"next_review": None})


def test_the_pdf_dialog_says_how_small_the_words_become(parent: QWidget, shaper: QtShaper) -> None:
    layout = MapLayout(large_map(800), shaper)
    dialog = PdfDialog(layout, {"paper": "a3"}, parent)
    assert dialog.options().paper == "A3"
    assert "297 × 420 mm" in dialog.outcome.text() or "420 × 297 mm" in dialog.outcome.text()
    assert "hard to read" in dialog.outcome.text()
    dialog.paper.setCurrentIndex(0)
    assert "smaller" not in dialog.outcome.text()
    assert dialog.options().paper == "auto"


def test_the_picture_dialog_counts_the_pixels_live(parent: QWidget, shaper: QtShaper) -> None:
    layout = MapLayout(small_map(), shaper)
    dialog = PngDialog(layout, {"dpi": "72", "transparent": "yes"}, parent)
    assert dialog.options().transparent
    before = dialog.outcome.text()
    dialog.dpi.setValue(144)
    assert dialog.outcome.text() != before
    assert f"{round(2 * layout.width)} × " in dialog.outcome.text()
    dialog.white.click()
    assert not dialog.options().transparent


def test_the_import_report_can_be_copied(parent: QWidget) -> None:
    report = ImportReport(
        "day.mmd", ["line 3: a score of 9 was taken as 5", "line 5: a link was left out"], False, parent
    )
    report.list.selectAll()
    report.list.copy()
    assert QApplication.clipboard().text().count("line") == 2


@pytest.mark.parametrize(
    ("button", "answer"),
    [("Save", Answer.SAVE), ("Don't save", Answer.DISCARD), ("Cancel", Answer.CANCEL), ("", Answer.CANCEL)],
)
def test_the_save_question_has_three_answers_and_escape(
    qtbot: QtBot, parent: QWidget, button: str, answer: Answer
) -> None:
    def press(box: QMessageBox) -> None:
        assert "“Bank”" in box.text()
        if button:
            next(found for found in box.findChildren(QPushButton) if found.text() == button).click()
        else:
            qtbot.keyClick(box, Qt.Key.Key_Escape)

    when_shown(qtbot, press)
    assert SaveQuestion.ask("Bank", parent) is answer


def test_messages_and_the_paste_question_are_answered(qtbot: QtBot, parent: QWidget) -> None:
    heard: list[str] = []

    def hear(box: QMessageBox) -> None:
        heard.append(box.text() + box.informativeText())
        box.button(QMessageBox.StandardButton.Ok).click()

    when_shown(qtbot, hear)
    Message.tell("Not saved", "The disk is full. ", "Nothing is lost.", parent)
    assert heard == ["The disk is full. Nothing is lost."]
    when_shown(qtbot, lambda box: box.button(QMessageBox.StandardButton.Yes).click())
    assert PasteQuestion.ask(300, 9000, parent)


@pytest.mark.parametrize(
    ("button", "answer"),
    [("Add", Growth.ADD), ("Paste what fits", Growth.FIT), ("Cancel", Growth.CANCEL), ("", Growth.CANCEL)],
)
def test_the_table_question_has_three_answers_and_escape(
    qtbot: QtBot, parent: QWidget, button: str, answer: Growth
) -> None:
    def press(box: QMessageBox) -> None:
        assert box.text() == "This table needs 2 more steps and 1 more lane. Add them?"
        assert box.informativeText() == "The table becomes 6 cards."
        if button:
            next(found for found in box.findChildren(QPushButton) if found.text() == button).click()
        else:
            qtbot.keyClick(box, Qt.Key.Key_Escape)

    when_shown(qtbot, press)
    assert TableQuestion.ask(2, 1, 6, parent) is answer


def test_boxes_show_names_without_taking_them_for_markup(qtbot: QtBot, parent: QWidget) -> None:
    formats: list[Qt.TextFormat] = []

    def look(box: QMessageBox) -> None:
        formats.extend(label.textFormat() for label in box.findChildren(QLabel))
        qtbot.keyClick(box, Qt.Key.Key_Escape)

    for ask in (
        lambda: Message.tell("Not saved", "<b>Bank</b>", "<i>details</i>", parent),
        lambda: SaveQuestion.ask("<b>Bank</b>", parent),
        lambda: ReplaceQuestion.ask("<b>Bank</b>", parent),
    ):
        when_shown(qtbot, look)
        ask()
    report = ImportReport("<b>day</b>.mmd", ["one"], False, parent)
    work = LongWork("Exporting <b>day</b>.pdf", parent)
    for dialog in (report, work.dialog):
        formats.extend(label.textFormat() for label in dialog.findChildren(QLabel))
    work.close()
    assert len(formats) >= 8
    assert set(formats) == {Qt.TextFormat.PlainText}


def test_what_a_dialog_cannot_show_stays_as_it_was(parent: QWidget) -> None:
    record = JourneyMap(reviewed=date(50, 1, 1), next_review=date(1500, 1, 1))
    dialog = TitleBlockDialog(record, parent)
    assert JourneyMap(**dialog.values()) == record
    assert dialog.fields["next_review"].day.date().year() == 1500


def test_dates_are_written_as_where_the_user_lives(qtbot: QtBot) -> None:
    before = QLocale()
    try:
        for name, shown in (("de_DE", "01.02.2027"), ("en_US", "2/1/2027")):
            QLocale.setDefault(QLocale(name))
            field = DateField()
            qtbot.addWidget(field)
            field.show_value(date(2027, 2, 1))
            assert field.day.text() == shown
    finally:
        QLocale.setDefault(before)


@pytest.mark.parametrize("replaces", [True, False])
def test_a_dot_in_a_name_is_no_suffix_and_nothing_is_replaced_unasked(
    qtbot: QtBot, parent: QWidget, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, replaces: bool
) -> None:
    (tmp_path / "v2.0.pdf").write_text("old", "utf-8")
    asked: list[str] = []
    monkeypatch.setattr(ReplaceQuestion, "ask", lambda name, _parent: asked.append(name) or replaces)

    def name_it(dialog: QFileDialog) -> None:
        dialog.findChild(QLineEdit, "fileNameEdit").setText("v2.0")
        if not replaces:
            when_shown(qtbot, lambda again: again.reject())
        dialog.accept()

    when_shown(qtbot, name_it)
    chosen = SaveDialog.ask("Export", tmp_path / "map.pdf", PDF, parent)
    assert asked == ["v2.0.pdf"]
    assert chosen == (tmp_path / "v2.0.pdf" if replaces else None)


@pytest.mark.parametrize("replaces", [True, False])
def test_the_replace_question_has_two_answers(qtbot: QtBot, parent: QWidget, replaces: bool) -> None:
    def press(box: QMessageBox) -> None:
        assert "“v2.0.pdf”" in box.text()
        words = "Replace" if replaces else "Cancel"
        next(button for button in box.findChildren(QPushButton) if button.text() == words).click()

    when_shown(qtbot, press)
    assert ReplaceQuestion.ask("v2.0.pdf", parent) is replaces


@pytest.mark.parametrize(
    ("collapsed", "hidden", "words"),
    [
        (0, 0, ""),
        (1, 0, "1 lane is collapsed and comes out like that."),
        (0, 1, "1 lane is hidden and left out."),
        (2, 1, "2 lanes are collapsed and 1 is hidden; they come out like that."),
    ],
)
def test_exports_say_which_lanes_are_not_whole(
    parent: QWidget, shaper: QtShaper, collapsed: int, hidden: int, words: str
) -> None:
    document = small_map()
    with document.edit("Less") as edit:
        lanes.set_collapsed(edit, ["lane-1", "lane-2"][:collapsed], True)
        lanes.set_hidden(edit, ["lane-5"][:hidden], True)
    layout = MapLayout(document, shaper)
    for dialog in (PdfDialog(layout, {}, parent), PngDialog(layout, {}, parent)):
        said = dialog.outcome.text().splitlines()
        assert said[1:] == ([words] if words else [])
