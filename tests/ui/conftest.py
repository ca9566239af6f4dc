"""The real window for tests: nothing remembered, nothing left behind, no dialog that would wait for ever."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from journeymapper.editing.beginning import new_map
from journeymapper.files import native
from journeymapper.ui import appearance
from journeymapper.ui.dialogs.about import About
from journeymapper.ui.dialogs.export_dialog import PdfDialog, PngDialog
from journeymapper.ui.dialogs.file_dialogs import BlocksDialog, OpenDialog, PicturesDialog, SaveDialog
from journeymapper.ui.dialogs.finish_review import FinishReviewDialog
from journeymapper.ui.dialogs.import_report import ImportReport
from journeymapper.ui.dialogs.keep_state import KeepStateDialog
from journeymapper.ui.dialogs.minutes_dialog import MinutesDialog
from journeymapper.ui.dialogs.new_map.dialog import NewMapDialog, WantedMap
from journeymapper.ui.dialogs.persona_dialog import PersonaDialog
from journeymapper.ui.dialogs.prompt_dialog import PromptDialog
from journeymapper.ui.dialogs.questions import (
    DeleteTemplateQuestion,
    Message,
    PasteQuestion,
    ReplaceQuestion,
    SaveQuestion,
    SmallPrintQuestion,
    TableQuestion,
)
from journeymapper.ui.dialogs.reason_dialog import ReasonDialog
from journeymapper.ui.dialogs.save_template import SaveTemplateDialog
from journeymapper.ui.dialogs.shortcut_list import ShortcutList
from journeymapper.ui.dialogs.shortcut_sheet import SheetPrintDialog
from journeymapper.ui.dialogs.templates_dialog import TemplatesDialog
from journeymapper.ui.dialogs.title_block_dialog import TitleBlockDialog
from journeymapper.ui.main_window import MainWindow
from journeymapper.ui.printing import PreviewDialog
from journeymapper.ui.windows import Windows
from tests.maps import small_map

_DIALOGS = (
    BlocksDialog,
    *(FinishReviewDialog, KeepStateDialog),
    *(About, DeleteTemplateQuestion, ImportReport, MinutesDialog, NewMapDialog),
    *(OpenDialog, PasteQuestion, PdfDialog, PersonaDialog),
    *(PicturesDialog, PngDialog, PreviewDialog, ReasonDialog, ReplaceQuestion, SaveDialog, SaveQuestion),
    *(PromptDialog, SmallPrintQuestion),
    *(SaveTemplateDialog, SheetPrintDialog, ShortcutList, TableQuestion, TemplatesDialog, TitleBlockDialog),
)


def pytest_itemcollected(item: pytest.Item) -> None:
    """Without a screen, Qt complains of what only a window manager could do."""
    item.add_marker(pytest.mark.qt_log_ignore("^This plugin does not support", extend=True))


class Answers:
    """The user at the dialogs: gives the answers that were prepared; any other question fails the test.

    Who is asked for a new map wants an empty one, unless another was prepared.

    ``asked`` holds each question: the dialog's name and what it was asked with, its parent left out.
    """

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.asked: list[tuple[str, tuple[object, ...]]] = []
        self._prepared: dict[str, list[object]] = {}
        for dialog in _DIALOGS:
            monkeypatch.setattr(dialog, "ask", self._answering(dialog.__name__))
        monkeypatch.setattr(Message, "tell", self._hear)

    def prepare(self, dialog: type, *answers: object) -> None:
        self._prepared.setdefault(dialog.__name__, []).extend(answers)

    def _answering(self, name: str) -> Callable[..., object]:
        def answer(*asked: object) -> object:
            self.asked.append((name, asked[:-1]))
            if name == NewMapDialog.__name__ and not self._prepared.get(name):
                return WantedMap(new_map())
            assert self._prepared.get(name), f"{name} asks, which nobody expected: {asked}"
            return self._prepared[name].pop(0)

        return answer

    def _hear(self, *said: object) -> None:
        self.asked.append(("Message", said[:-1]))

    @property
    def names(self) -> list[str]:
        return [name for name, _asked in self.asked]

    @property
    def message(self) -> str:
        """All that the last message said."""
        name, said = self.asked[-1]
        assert name == "Message"
        return "\n".join(str(words) for words in said)


@pytest.fixture
def answers(monkeypatch: pytest.MonkeyPatch) -> Answers:
    return Answers(monkeypatch)


@pytest.fixture
def make_windows(qapp: QApplication, tmp_path: Path, answers: Answers) -> Iterator[Callable[[], Windows]]:
    """Makes the program's windows as a start of the program would; settings last from one to the next."""
    assert not answers.asked
    qapp.clipboard().clear()  # what another test copied is none of this one's business
    made: list[Windows] = []

    def make() -> Windows:
        settings = tmp_path / "settings" / "settings.json"
        made.append(Windows(qapp, settings, tmp_path / "cache", tmp_path / "user"))
        return made[-1]

    yield make
    for windows in made:
        for window in list(windows.shown):
            if window.open_map is not None:
                window.open_map.session.history.mark_saved()
            window.close()
        windows.deleteLater()
    appearance.apply(qapp, appearance.Choice.SYSTEM)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert not [widget for widget in qapp.topLevelWidgets() if isinstance(widget, MainWindow)]


@pytest.fixture
def windows(make_windows: Callable[[], Windows]) -> Windows:
    return make_windows()


@pytest.fixture
def window(windows: Windows, qtbot: QtBot) -> MainWindow:
    """A window with the start page, in front of all others."""
    window = windows.new_window()
    qtbot.waitUntil(window.isActiveWindow)
    return window


@pytest.fixture
def map_file(tmp_path: Path) -> Path:
    """A small map in a file."""
    path = tmp_path / "bicycle.journey"
    native.save(small_map(), path)
    return path


@pytest.fixture
def map_window(window: MainWindow, windows: Windows, map_file: Path) -> MainWindow:
    """A window in front with the small map from its file."""
    assert windows.open_file(map_file, window)
    return window
