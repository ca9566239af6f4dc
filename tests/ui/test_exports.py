"""Exports and printing from the window."""

import subprocess
from pathlib import Path

import pytest
from PySide6.QtGui import QImage, QPageSize
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication

from journeymapper.editing import cards, lanes, stages
from journeymapper.exchange.options import Cancelled, ExportOptions
from journeymapper.session.session import Session
from journeymapper.ui import printing
from journeymapper.ui.dialogs.export_dialog import PdfDialog, PngDialog
from journeymapper.ui.dialogs.file_dialogs import SaveDialog
from journeymapper.ui.dialogs.progress import LongWork
from journeymapper.ui.dialogs.questions import SmallPrintQuestion
from journeymapper.ui.main_window import MainWindow
from journeymapper.ui.open_map import OpenMap
from journeymapper.ui.printing import PreviewDialog
from tests.maps import large_map
from tests.ui.conftest import Answers


def test_a_pdf_goes_where_the_user_says(map_window: MainWindow, answers: Answers, tmp_path: Path) -> None:
    answers.prepare(PdfDialog, ExportOptions(paper="A4"))
    answers.prepare(SaveDialog, tmp_path / "out.pdf")
    map_window.action_set.by_id["export_pdf"].trigger()
    assert (tmp_path / "out.pdf").read_bytes().startswith(b"%PDF")
    assert answers.asked[1][1][1] == tmp_path / "bicycle.pdf", "beside the map, by its name"
    assert str(tmp_path / "out.pdf") in map_window.status_line.currentMessage()
    assert map_window.windows.settings.export["paper"] == "A4"


def test_a_picture_has_the_resolution_asked_for(
    map_window: MainWindow, answers: Answers, tmp_path: Path
) -> None:
    answers.prepare(PngDialog, ExportOptions(dpi=72, transparent=True))
    answers.prepare(SaveDialog, tmp_path / "out.png")
    map_window.action_set.by_id["export_png"].trigger()
    picture = QImage(str(tmp_path / "out.png"))
    assert abs(picture.width() - map_window.open_map.session.layout.width) <= 1
    assert picture.hasAlphaChannel()


def test_giving_up_writes_nothing(map_window: MainWindow, answers: Answers, tmp_path: Path) -> None:
    answers.prepare(PdfDialog, None, ExportOptions())
    answers.prepare(SaveDialog, None)
    map_window.action_set.by_id["export_pdf"].trigger()
    map_window.action_set.by_id["export_pdf"].trigger()
    assert list(tmp_path.glob("*.pdf")) == []


def test_an_export_that_fails_is_told_plainly(
    map_window: MainWindow, answers: Answers, tmp_path: Path
) -> None:
    answers.prepare(PdfDialog, ExportOptions())
    answers.prepare(SaveDialog, tmp_path / "no such folder" / "out.pdf")
    map_window.action_set.by_id["export_pdf"].trigger()
    assert "could not be exported" in answers.message
    assert "no such folder" in answers.message


def test_long_work_shows_itself_after_a_while_and_can_be_cancelled(
    window: MainWindow, answers: Answers, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.show_map(OpenMap(Session(large_map(400), window.windows.shaper)))
    clock = iter(range(1000))
    monkeypatch.setattr("journeymapper.ui.dialogs.progress.monotonic", lambda: float(next(clock)))
    seen: list[bool] = []
    work_call = LongWork.__call__

    def watch(work: LongWork, done: float) -> bool:
        work_call(work, done)
        seen.append(work.dialog.isVisible())
        work.dialog.cancel()
        return work_call(work, done)

    monkeypatch.setattr(LongWork, "__call__", watch)
    answers.prepare(PngDialog, ExportOptions(dpi=200))
    answers.prepare(SaveDialog, tmp_path / "out.png")
    window.action_set.by_id["export_png"].trigger()
    assert seen == [True]
    assert not (tmp_path / "out.png").exists()
    assert "cancelled" in window.status_line.currentMessage()
    assert issubclass(Cancelled, Exception)


def test_short_work_shows_nothing(window: MainWindow) -> None:
    work = LongWork("Exporting …", window)
    assert work(0.5)
    assert not work.dialog.isVisible()
    work.close()


def test_the_preview_paints_the_map(map_window: MainWindow, answers: Answers, tmp_path: Path) -> None:
    answers.prepare(PreviewDialog, None)
    map_window.action_set.by_id["print_preview"].trigger()
    [(_name, (layout,))] = answers.asked
    assert layout is map_window.open_map.session.layout
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    dialog = PreviewDialog(layout, map_window)
    dialog.paintRequested.emit(printer)
    assert (tmp_path / "printed.pdf").read_bytes().startswith(b"%PDF")
    dialog.deleteLater()


def pages(path: Path) -> int:
    told = subprocess.run(["pdfinfo", path], capture_output=True, text=True, check=True).stdout
    return next(int(line.split()[1]) for line in told.splitlines() if line.startswith("Pages:"))


@pytest.fixture
def noted(map_window: MainWindow) -> MainWindow:
    """The small map with a note."""
    with map_window.open_map.edit("Note") as edit:
        cards.set_fields(edit, ["card-1"], note="A note")
    return map_window


def test_the_pdf_dialog_offers_the_notes_and_remembers(
    noted: MainWindow, answers: Answers, tmp_path: Path
) -> None:
    settings, layout = noted.windows.settings, noted.open_map.session.layout
    dialog = PdfDialog(layout, settings.export, noted)
    assert dialog.notes.isEnabled()
    assert not dialog.options().notes
    dialog.notes.click()
    assert "1 note follows on paper of 210 × 297 mm." in dialog.outcome.text()
    dialog.paper.setCurrentIndex(dialog.paper.findData("A3"))
    assert "1 note follows on paper of 420 × 297 mm." in dialog.outcome.text()
    options = dialog.options()
    assert options.notes
    dialog.deleteLater()
    answers.prepare(PdfDialog, options)
    answers.prepare(SaveDialog, tmp_path / "out.pdf")
    noted.action_set.by_id["export_pdf"].trigger()
    assert pages(tmp_path / "out.pdf") == 2
    assert settings.export["notes"] == "yes"
    again = PdfDialog(layout, settings.export, noted)
    assert again.options().notes
    again.deleteLater()


def test_without_notes_there_is_nothing_to_choose(
    map_window: MainWindow, answers: Answers, tmp_path: Path
) -> None:
    map_window.windows.settings.export = {"notes": "yes"}
    dialog = PdfDialog(map_window.open_map.session.layout, map_window.windows.settings.export, map_window)
    assert not dialog.notes.isEnabled()
    assert not dialog.options().notes
    assert "No card that can be seen has a note." in dialog.outcome.text()
    dialog.deleteLater()
    assert not map_window.action_set.by_id["print_notes"].isEnabled()
    answers.prepare(PdfDialog, ExportOptions())
    answers.prepare(SaveDialog, tmp_path / "out.pdf")
    map_window.action_set.by_id["export_pdf"].trigger()
    assert map_window.windows.settings.export["notes"] == "yes", "nobody was asked"


def test_the_preview_and_the_menu_choose_the_notes_alike(
    noted: MainWindow, answers: Answers, tmp_path: Path
) -> None:
    assert not answers.asked
    dialog = PreviewDialog(noted.open_map.session.layout, noted)
    assert not dialog.notes.isChecked()
    dialog.notes.click()
    assert noted.windows.settings.export["notes"] == "yes"
    for expected in (2, 1):
        printer = QPrinter()
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(tmp_path / f"{expected}.pdf"))
        dialog.paintRequested.emit(printer)
        assert pages(tmp_path / f"{expected}.pdf") == expected
        noted.refresh_actions()
        assert noted.action_set.by_id["print_notes"].isChecked() is (expected == 2)
        noted.action_set.by_id["print_notes"].trigger()
    dialog.deleteLater()


@pytest.fixture
def paper(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The file that the system's print dialog prints to, with a user who agrees to all it proposes."""
    path = tmp_path / "paper.pdf"

    class Agreeing:
        def __init__(self, printer: QPrinter, _parent: object) -> None:
            printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
            printer.setOutputFileName(str(path))

        def setWindowTitle(self, title: str) -> None:  # noqa: N802
            assert title

        def exec(self) -> bool:
            return True

        def deleteLater(self) -> None:  # noqa: N802
            QApplication.processEvents()

    monkeypatch.setattr(printing, "QPrintDialog", Agreeing)
    return path


def test_printing_asks_the_system_and_prints(map_window: MainWindow, paper: Path) -> None:
    map_window.action_set.by_id["print"].trigger()
    assert paper.read_bytes().startswith(b"%PDF")
    assert map_window.statusBar().currentMessage() == "The map went to the printer."


def widen(window: MainWindow) -> None:
    """Give the map so many steps that it cannot be read on A4."""
    with window.open_map.edit("Widen") as edit:
        stages.add_steps_at_end(edit, 20)


@pytest.mark.parametrize("agrees", [True, False])
def test_who_prints_too_small_is_asked_first(
    map_window: MainWindow, paper: Path, answers: Answers, agrees: bool
) -> None:
    widen(map_window)
    answers.prepare(SmallPrintQuestion, agrees)
    map_window.action_set.by_id["print"].trigger()
    [(name, asked)] = answers.asked
    assert name == "SmallPrintQuestion"
    assert "hard to read" in str(asked[0])
    assert paper.exists() == agrees


def test_the_preview_says_how_small_the_words_come_out(map_window: MainWindow, tmp_path: Path) -> None:
    widen(map_window)
    dialog = PreviewDialog(map_window.open_map.session.layout, map_window)
    assert not dialog.outcome.isHidden()
    assert dialog.outcome.text().startswith("The smallest words will be ")
    large = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    large.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    large.setOutputFileName(str(tmp_path / "large.pdf"))
    large.setPageSize(QPageSize(QPageSize.PageSizeId.A0))
    dialog.paintRequested.emit(large)
    assert dialog.outcome.isHidden()
    dialog.deleteLater()


def test_the_preview_says_which_lanes_are_not_whole(map_window: MainWindow) -> None:
    whole = PreviewDialog(map_window.open_map.session.layout, map_window)
    assert whole.outcome.isHidden()
    with map_window.open_map.edit("Less") as edit:
        lanes.set_collapsed(edit, ["lane-1"], True)
        lanes.set_hidden(edit, ["lane-5"], True)
    dialog = PreviewDialog(map_window.open_map.session.layout, map_window)
    assert not dialog.outcome.isHidden()
    assert dialog.outcome.text() == "1 lane is collapsed and 1 is hidden; they come out like that."
    for made in (whole, dialog):
        made.deleteLater()
