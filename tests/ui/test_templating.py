"""Maps kept as templates, and the list of one's own."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from journeymapper.document.records import Card
from journeymapper.files import native
from journeymapper.guide.folders import templates_folder
from journeymapper.guide.templates.keeping import Extent
from journeymapper.ui.dialogs.file_dialogs import OpenDialog, SaveDialog
from journeymapper.ui.dialogs.questions import DeleteTemplateQuestion, ReplaceQuestion
from journeymapper.ui.dialogs.save_template import SaveTemplateDialog, WantedTemplate
from journeymapper.ui.dialogs.templates_dialog import TemplatesDialog
from journeymapper.ui.main_window import MainWindow
from journeymapper.ui.windows import Windows
from tests.maps import small_map
from tests.ui.conftest import Answers


@pytest.fixture
def folder(windows: Windows) -> Path:
    return templates_folder(windows.user_folder)


@pytest.fixture
def listed(windows: Windows, window: MainWindow, folder: Path, qtbot: QtBot) -> TemplatesDialog:
    """The list with two templates in it."""
    folder.mkdir(parents=True)
    for name in ("bakery", "café"):
        (folder / f"{name}.journey").write_bytes(
            native.written(small_map()).replace(b"Buying a bicycle", name.encode())
        )
    dialog = TemplatesDialog(windows, window)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def cards_in(path: Path) -> int:
    return sum(isinstance(record, Card) for record in native.load(path))


def test_a_map_is_kept_as_a_template_and_stands_on_the_shelf(
    map_window: MainWindow, windows: Windows, answers: Answers, folder: Path
) -> None:
    answers.prepare(SaveTemplateDialog, WantedTemplate("Our shop", "for all", Extent.FRAME))
    map_window.action_set.by_id["save_as_template"].trigger()
    [own] = windows.templates.own
    assert (own.name, own.line, own.path) == ("Our shop", "for all", folder / "Our shop.journey")
    assert cards_in(own.path) == 0
    assert not map_window.isWindowModified()
    answers.prepare(SaveTemplateDialog, *[WantedTemplate("Our shop", "other", Extent.ALL)] * 2)
    answers.prepare(ReplaceQuestion, False, True)
    map_window.action_set.by_id["save_as_template"].trigger()
    assert cards_in(own.path) == 0, "the user thought better of it"
    map_window.action_set.by_id["save_as_template"].trigger()
    assert cards_in(own.path) == 6


def test_what_cannot_be_kept_is_said(map_window: MainWindow, answers: Answers, windows: Windows) -> None:
    windows.user_folder.parent.mkdir(exist_ok=True)
    windows.user_folder.write_text("a file in the way", "utf-8")
    answers.prepare(SaveTemplateDialog, WantedTemplate("Our shop", "", Extent.ALL))
    map_window.action_set.by_id["save_as_template"].trigger()
    assert "The template could not be kept" in answers.message


def test_the_dialog_wants_a_name_and_shows_what_is_kept(
    windows: Windows, window: MainWindow, qtbot: QtBot
) -> None:
    dialog = SaveTemplateDialog(small_map(), windows.shaper, window)
    qtbot.addWidget(dialog)
    assert dialog.name.text() == "Buying a bicycle"
    frame = dialog.picture.pixmap().toImage()
    dialog.all.setChecked(True)
    assert dialog.picture.pixmap().toImage() != frame
    dialog.name.setText("  ")
    assert not dialog.save.isEnabled()
    dialog.name.setText(" Our  shop ")
    assert dialog.wanted() == WantedTemplate("Our shop", "", Extent.ALL)


def test_a_template_is_renamed_and_described(listed: TemplatesDialog, folder: Path) -> None:
    listed.name.setText("Bread")
    QTest.keyClick(listed.name, Qt.Key.Key_Tab)
    listed.name.editingFinished.emit()
    assert sorted(path.name for path in folder.iterdir()) == ["Bread.journey", "café.journey"]
    assert listed.template.name == "Bread"
    listed.line.setText("for the morning")
    listed.line.editingFinished.emit()
    assert native.load(folder / "Bread.journey").map.scenario == "for the morning"
    listed.name.setFocus()
    listed.name.setText("Half a na")
    QTest.keyClick(listed.name, Qt.Key.Key_Escape)
    assert (folder / "Bread.journey").exists(), "what is not finished counts for nothing"
    listed.name.setText("café")
    listed.name.editingFinished.emit()
    assert listed.message.text() == "“café.journey” is there already: choose another name."
    assert len(list(folder.iterdir())) == 2


def test_a_template_is_deleted_after_a_question(
    listed: TemplatesDialog, folder: Path, answers: Answers, windows: Windows
) -> None:
    answers.prepare(DeleteTemplateQuestion, False, True)
    listed.delete.click()
    assert len(list(folder.iterdir())) == 2
    listed.delete.click()
    assert [path.name for path in folder.iterdir()] == ["café.journey"]
    assert [one.name for one in windows.templates.own] == ["café"]
    assert answers.asked[-1] == ("DeleteTemplateQuestion", ("bakery",))
    (folder / "café.journey").unlink()
    listed.name.setText("Gone")
    listed.name.editingFinished.emit()
    assert "there is no such file" in listed.message.text()


def test_files_come_in_and_go_out(
    listed: TemplatesDialog, folder: Path, answers: Answers, map_file: Path, tmp_path: Path
) -> None:
    (tmp_path / "broken.journey").write_text("{", "utf-8")
    answers.prepare(OpenDialog, [map_file], [tmp_path / "broken.journey"])
    listed.add.click()
    assert listed.template.path == folder / "Buying a bicycle.journey"
    answers.prepare(SaveDialog, tmp_path / "copy.journey")
    listed.copy.click()
    assert (tmp_path / "copy.journey").read_bytes() == listed.template.path.read_bytes()
    listed.add.click()
    assert "not valid JSON" in listed.message.text()
    assert listed.list.count() == 3
