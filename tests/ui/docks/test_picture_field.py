"""The inspector's field for a picture."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from journeymapper.document.records import Card
from journeymapper.editing import lanes, pictures
from journeymapper.exchange.pictures import picture_of
from journeymapper.ui.dialogs.file_dialogs import PicturesDialog
from journeymapper.ui.docks.fields import VARIOUS
from journeymapper.ui.docks.picture_field import PictureField
from journeymapper.ui.main_window import MainWindow
from tests.photos import broken, record
from tests.ui.clipboard_hands import file_of, select
from tests.ui.conftest import Answers
from tests.ui.pictures_hands import picture_files, picture_of_card


@pytest.fixture
def field(qtbot: QtBot) -> PictureField:
    field = PictureField()
    qtbot.addWidget(field)
    field.setAccessibleName("Picture")
    field.show()
    return field


def test_it_shows_a_picture_none_or_that_several_differ(field: PictureField) -> None:
    looks = []
    for value in (None, VARIOUS, record(), broken()):
        field.show_value(value)
        assert field.value() is value
        assert field.remove.isEnabled() is (value is not None)
        looks.append(field.thumbnail.grab().toImage())
    assert all(one != other for number, one in enumerate(looks) for other in looks[:number])
    middle = looks[2].rect().center()
    assert looks[2].pixelColor(middle.x() - 20, middle.y()).name() == "#ff0000"


def test_its_parts_have_names(field: PictureField) -> None:
    assert field.choose.accessibleName() == "Picture: choose"
    assert field.remove.accessibleName() == "Picture: remove"


def test_a_picture_is_chosen_and_removed(
    field: PictureField, qtbot: QtBot, answers: Answers, tmp_path: Path
) -> None:
    [path] = picture_files(tmp_path, "a.jpg")
    edited: list[object] = []
    field.edited.connect(edited.append)
    answers.prepare(PicturesDialog, [path], [])
    with qtbot.waitSignal(field.ended):
        field.choose.click()
    assert edited == [picture_of(path.read_bytes())] == [field.value()]
    field.choose.click()  # and given up
    field.remove.click()
    assert edited[1:] == [None]
    assert field.value() is None


def test_what_is_no_picture_is_said_in_a_box(field: PictureField, answers: Answers, tmp_path: Path) -> None:
    (tmp_path / "letter.png").write_bytes(b"Dear Sir or Madam")
    edited: list[object] = []
    field.edited.connect(edited.append)
    answers.prepare(PicturesDialog, [tmp_path / "letter.png"])
    field.choose.click()
    assert "“letter.png” cannot be shown: it is no picture" in answers.message
    assert not edited


def test_the_inspector_offers_it_where_pictures_belong_or_there_is_one(
    map_window: MainWindow, answers: Answers, tmp_path: Path
) -> None:
    def offered(*cards: str) -> bool:
        select(map_window, *cards)
        return map_window.inspector.panel.fields["picture"].isVisible()

    before = file_of(map_window)
    assert not offered("card-1")
    with map_window.open_map.edit("Role") as edit:
        lanes.set_role(edit, "lane-1", "pictures")
    assert offered("card-1", "card-2")
    assert not offered("card-1", "card-4")
    with map_window.open_map.edit("Show") as edit:
        pictures.show(edit, ["card-4"], record())
    assert offered("card-1", "card-4")
    field = map_window.inspector.panel.fields["picture"]
    assert field.value() is VARIOUS
    [path] = picture_files(tmp_path, "a.jpg")
    answers.prepare(PicturesDialog, [path])
    field.choose.click()
    picture = picture_of(path.read_bytes())
    assert picture_of_card(map_window, "card-1") == picture_of_card(map_window, "card-4") == picture
    field.remove.click()
    assert picture_of_card(map_window, "card-1") is picture_of_card(map_window, "card-4") is None
    for _step in range(4):
        map_window.action_set.run("undo")
    assert file_of(map_window) == before
    assert isinstance(map_window.open_map.session.document.get("card-1", Card), Card)
