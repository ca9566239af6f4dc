"""Personas in the library dock: kept from one map, put into another."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt

from journeymapper.document.records import Persona
from journeymapper.editing import personas, pictures
from journeymapper.session.session import Session
from journeymapper.ui.dialogs.questions import ReplaceQuestion
from journeymapper.ui.open_map import OpenMap
from tests import photos
from tests.maps import large_map
from tests.ui.canvas.driver import CTRL
from tests.ui.conftest import Answers
from tests.ui.docks.library.conftest import Hands

_Key = Qt.Key


@pytest.fixture
def kept(hands: Hands) -> Hands:
    """A window with another map, and a persona with a picture in the library."""
    open_map = hands.window.open_map
    with open_map.edit("") as edit:
        pictures.show(edit, ["persona-1"], photos.record())
    open_map.select({"persona-1"}, "persona-1")
    hands.window.action_set.run("keep_persona")
    assert hands.said == "“Ilze Bērziņa” is kept in the library."
    open_map.session.history.mark_saved()
    hands.window.show_map(OpenMap(Session(large_map(10), hands.window.windows.shaper)))
    return Hands(hands.window)


def people(hands: Hands) -> list[str]:
    document = hands.driver.document
    return [document.get(id_, Persona).name for _order, id_ in document.indexes.personas]


def turn_to_personas(hands: Hands) -> None:
    """Go to the personas by keys alone."""
    hands.open()
    hands.key(_Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    hands.key(_Key.Key_Right)
    hands.key(_Key.Key_Tab)
    assert hands.dock.line.hasFocus()


def test_a_persona_comes_into_another_map_with_its_picture(kept: Hands) -> None:
    turn_to_personas(kept)
    assert kept.listed == ["Ilze Bērziņa"]
    before = kept.driver.bytes
    kept.key(_Key.Key_Return)
    assert kept.said == "“Ilze Bērziņa” is in this map now."
    assert people(kept) == ["Maya", "Ilze Bērziņa"]
    assert kept.driver.document.indexes.pictures == {photos.record().id}
    kept.dock.catch_up()
    assert kept.listed == ["Ilze Bērziņa+"]
    kept.key(_Key.Key_Z, CTRL)
    assert kept.driver.bytes == before


def test_a_second_one_of_the_name_comes_only_when_wanted(kept: Hands) -> None:
    turn_to_personas(kept)
    kept.key(_Key.Key_Return)
    kept.key(_Key.Key_Return)
    assert people(kept) == ["Maya", "Ilze Bērziņa"]
    assert kept.dock.strip.label.text() == "“Ilze Bērziņa” is already in this map."
    kept.key(_Key.Key_Escape)
    assert kept.dock.list.hasFocus()
    kept.key(_Key.Key_Return)
    kept.key(_Key.Key_Return)
    assert people(kept) == ["Maya", "Ilze Bērziņa", "Ilze Bērziņa"]
    assert len(kept.driver.document.indexes.pictures) == 1


def test_one_of_the_same_name_is_replaced_in_the_library_only_when_wanted(
    hands: Hands, answers: Answers
) -> None:
    hands.window.open_map.select({"persona-1"}, "persona-1")
    hands.window.action_set.run("keep_persona")
    with hands.window.open_map.edit("") as edit:
        personas.set_fields(edit, "persona-1", role="retired")
    for answer, role in ((False, "bakery owner"), (True, "retired")):
        answers.prepare(ReplaceQuestion, answer)
        hands.window.action_set.run("keep_persona")
        assert [one.persona.role for one in hands.library.people] == [role]


def test_a_persona_is_dropped_anywhere_on_the_map(kept: Hands) -> None:
    turn_to_personas(kept)
    assert kept.drop("Ilze Bērziņa", QPoint(5, 5))
    assert people(kept) == ["Maya", "Ilze Bērziņa"]


def test_a_persona_is_found_renamed_and_removed(kept: Hands) -> None:
    turn_to_personas(kept)
    assert kept.search("berz BAKERY") == ["Ilze Bērziņa"]
    assert kept.search("nobody") == ["[Nothing found]"]
    kept.dock.line.clear()
    kept.stand_on("Ilze Bērziņa")
    kept.key(_Key.Key_F2)
    kept.type("Ilze B.")
    kept.key(_Key.Key_Return)
    assert kept.listed == ["Ilze B."]
    kept.stand_on("Ilze B.")
    kept.key(_Key.Key_Delete)
    assert kept.listed == ["[No persona is kept yet. “Keep persona in the library” keeps one for all maps.]"]
    kept.key(_Key.Key_Tab)
    kept.key(_Key.Key_Return)
    assert kept.listed == ["Ilze B."]


def test_a_broken_file_is_named_and_the_others_are_there(kept: Hands, tmp_path: Path) -> None:
    (tmp_path / "user" / "personas" / "mine.json").write_text('{"persona": 3}', "utf-8")
    turn_to_personas(kept)
    assert kept.dock.foot.text() == "personas/mine.json: persona: a record is expected here. Left out."
    assert kept.listed == ["Ilze Bērziņa"]
    assert not kept.dock.rows.rows[0].icon().isNull()
    kept.dock.tabs.setCurrentIndex(0)
    assert kept.dock.foot.text() == "Enter, a double click or dragging puts it on the map.", "no block's"


def test_a_broken_picture_leaves_the_letters(kept: Hands, tmp_path: Path) -> None:
    path = tmp_path / "user" / "personas" / "Ilze Bērziņa.json"
    path.write_text(path.read_text("utf-8").replace(photos.record().data, photos.broken().data), "utf-8")
    turn_to_personas(kept)
    assert kept.dock.foot.text() == "Enter, a double click or dragging puts it on the map."
    kept.dock.grab()
    kept.key(_Key.Key_Return)
    assert people(kept) == ["Maya", "Ilze Bērziņa"]
