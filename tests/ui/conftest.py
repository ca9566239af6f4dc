"""The real window for tests: nothing remembered, nothing left behind, no dialog that would wait for ever."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from journeymapper.document.document import Document
from journeymapper.editing import cards, lanes, personas, points, stages
from journeymapper.files import native
from journeymapper.ui import appearance
from journeymapper.ui.dialogs.about import About
from journeymapper.ui.dialogs.export_dialog import PdfDialog, PngDialog
from journeymapper.ui.dialogs.import_report import ImportReport
from journeymapper.ui.dialogs.persona_dialog import PersonaDialog
from journeymapper.ui.dialogs.questions import Message, PasteQuestion, SaveQuestion
from journeymapper.ui.dialogs.shortcut_list import ShortcutList
from journeymapper.ui.dialogs.title_block_dialog import TitleBlockDialog
from journeymapper.ui.main_window import MainWindow
from journeymapper.ui.windows import Windows
