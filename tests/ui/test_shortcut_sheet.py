"""The printed sheet of shortcuts, judged by poppler."""

import re
import subprocess
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QPageSize
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication

from journeymapper.ui.dialogs.shortcut_lines import ShortcutGroup, ShortcutLine, groups_with_keys
from journeymapper.ui.dialogs.shortcut_list import ShortcutList
from journeymapper.ui.dialogs.shortcut_sheet import SheetPrintDialog, print_sheet
from journeymapper.ui.main_window import MainWindow
from tests.ui.conftest import Answers


def printer_to(path: Path, paper: QPageSize.PageSizeId = QPageSize.PageSizeId.A4) -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    printer.setPageSize(QPageSize(paper))
    return printer


def asked_of(program: str, path: Path) -> str:
    arguments = [program, *(("-layout", str(path), "-") if program == "pdftotext" else (str(path),))]
    return subprocess.run(arguments, capture_output=True, text=True, check=True).stdout


def words_in(text: str) -> str:
    """The text with ligatures apart and any white space as one blank."""
    return re.sub(r"\s+", " ", text.replace("ﬁ", "fi").replace("ﬂ", "fl").replace("ﬀ", "ff"))


def page_count(path: Path) -> int:
    found = re.search(r"Pages:\s+(\d+)", asked_of("pdfinfo", path))
    assert found is not None
    return int(found[1])


@pytest.mark.parametrize("paper", [QPageSize.PageSizeId.A4, QPageSize.PageSizeId.Letter])
def test_the_sheet_has_every_shortcut_on_one_page(
    map_window: MainWindow, answers: Answers, tmp_path: Path, paper: QPageSize.PageSizeId
) -> None:
    windows = map_window.windows
    windows.shortcuts.give("duplicate", QKeySequence("Ctrl+F7"))
    windows.shortcuts.give("zoom_fit", None)
    answers.prepare(SheetPrintDialog, printer_to(tmp_path / "sheet.pdf", paper))
    dialog = ShortcutList(map_window.action_set, windows.appearance, map_window)
    dialog.print_button.click()
    dialog.deleteLater()
    text = words_in(asked_of("pdftotext", tmp_path / "sheet.pdf"))
    assert page_count(tmp_path / "sheet.pdf") == 1
    assert "Keyboard shortcuts" in text
    for group in groups_with_keys(map_window.action_set.rows, windows.shortcuts):
        assert group.name in text
        for line in group.lines:
            assert all(word in text for word in (*line.words.split(), *line.keys.split()))
    assert "Duplicate Ctrl+F7" in text
    assert "Ctrl+9" not in text
    assert answers.names == ["SheetPrintDialog"]


def test_giving_up_prints_nothing(map_window: MainWindow, answers: Answers) -> None:
    answers.prepare(SheetPrintDialog, None)
    dialog = ShortcutList(map_window.action_set, map_window.windows.appearance, map_window)
    dialog.print_button.click()
    dialog.deleteLater()
    assert answers.names == ["SheetPrintDialog"]


@pytest.mark.qt_log_ignore("QPainter::begin", "^This plugin does not support", extend=True)
def test_a_printer_that_fails_is_told(map_window: MainWindow, answers: Answers, tmp_path: Path) -> None:
    answers.prepare(SheetPrintDialog, printer_to(tmp_path / "no such folder" / "sheet.pdf"))
    dialog = ShortcutList(map_window.action_set, map_window.windows.appearance, map_window)
    dialog.print_button.click()
    dialog.deleteLater()
    assert "did not take the sheet" in answers.message


def test_more_than_fits_goes_on_to_other_pages(qapp: QApplication, tmp_path: Path) -> None:
    assert qapp
    groups = [
        ShortcutGroup(
            f"Group {number}", tuple(ShortcutLine(f"Action {number}/{n}", f"Ctrl+{n}") for n in range(20))
        )
        for number in range(20)
    ]
    assert print_sheet(printer_to(tmp_path / "long.pdf"), groups)
    text = words_in(asked_of("pdftotext", tmp_path / "long.pdf"))
    assert page_count(tmp_path / "long.pdf") > 1
    assert all(f"Action {number}/{n} Ctrl+{n}" in text for number in range(20) for n in range(20))


def test_the_sheet_runs_from_the_right_where_the_windows_do(qapp: QApplication, tmp_path: Path) -> None:
    groups = [ShortcutGroup("Group", (ShortcutLine("Action", "Ctrl+J"),))]
    places = {}
    for direction in (Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft):
        qapp.setLayoutDirection(direction)
        try:
            assert print_sheet(printer_to(tmp_path / "sheet.pdf"), groups)
        finally:
            qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        found = subprocess.run(
            ["pdftotext", "-bbox", str(tmp_path / "sheet.pdf"), "-"],
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        places[direction] = {
            word: float(x) for x, word in re.findall(r'xMin="([\d.]+)".*?>([^<]+)</word>', found)
        }
    left, right = places.values()
    assert left["Action"] < left["Ctrl+J"] < right["Ctrl+J"] < right["Action"]
