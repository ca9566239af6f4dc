"""Writing in a line of the outline and in a cell of the table: what they have in common."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView

from journeymapper.ui import clipboard
from journeymapper.ui.docks.line_editing import LineEditor
from journeymapper.ui.main_window import MainWindow

CTRL = Qt.KeyboardModifier.ControlModifier


def view_of(window: MainWindow, dock: str) -> QAbstractItemView:
    window.action_set.by_id[f"show_{dock}"].trigger()
    return window.docks.outline.tree if dock == "outline" else window.docks.table.table


@pytest.mark.parametrize("dock", ["outline", "table"])
def test_a_text_that_is_too_long_is_not_pasted(map_window: MainWindow, dock: str) -> None:
    map_window.open_map.select({"card-1"}, "card-1")
    view = view_of(map_window, dock)
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_F2)
    editor = map_window.focusWidget()
    assert isinstance(editor, LineEditor)
    before = editor.toPlainText()
    QGuiApplication.clipboard().setText("a" * (clipboard.MOST_LETTERS + 1))
    QTest.keyClick(editor, Qt.Key.Key_V, CTRL)
    assert editor.toPlainText() == before
    assert map_window.status_line.currentMessage() == clipboard.too_long_words()
    assert map_window.focusWidget() is editor, "one can go on writing"
    QGuiApplication.clipboard().setText(" ātri\nคำ")
    editor.selectAll()
    QTest.keyClick(editor, Qt.Key.Key_V, CTRL)
    assert editor.toPlainText() == " ātri\nคำ"
    QTest.keyClick(editor, Qt.Key.Key_Escape)
