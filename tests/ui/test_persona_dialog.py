"""The persona dialog itself, driven as the user would."""

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QWidget
from pytestqt.qtbot import QtBot

from journeymapper.document.records import NO_PICTURE, Persona
from journeymapper.editing import cards, personas, pictures, points
from journeymapper.exchange.pictures import picture_of
from journeymapper.session.session import Session
from journeymapper.text.engine import QtShaper
from journeymapper.ui.dialogs.file_dialogs import PicturesDialog
from journeymapper.ui.dialogs.persona_dialog import PersonaDialog, WantedPersonas
from journeymapper.ui.open_map import OpenMap
from tests.maps import small_map
from tests.ui.conftest import Answers
from tests.ui.test_dialogs import when_shown

KEY = Qt.Key
ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


@pytest.fixture
def open_map(shaper: QtShaper) -> OpenMap:
    """The small map with Ilze, Tom (two cards, a point) and Ann."""
    document = small_map()
    with document.edit("Add") as edit:
        tom = personas.add(edit, "Tom").id
        personas.add(edit, "Ann", quote="Now\nor never", colour="mauve")
        cards.set_fields(edit, ["card-1", "card-2"], persona=tom)
        points.put(edit, "lane-3", "step-1", 2, tom)
    return OpenMap(Session(document, shaper))


@pytest.fixture
def dialog(open_map: OpenMap, parent: QWidget, qtbot: QtBot) -> PersonaDialog:
    """The dialog, shown, on Tom."""
    made = PersonaDialog(open_map, "persona-2", parent)
    made.show()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def names(dialog: PersonaDialog) -> list[str]:
    return [one.name for one in dialog.wanted().personas]


def listed(dialog: PersonaDialog) -> list[str]:
    return [dialog.list.list.item(row).text() for row in range(dialog.list.list.count())]


def ok(dialog: PersonaDialog) -> QWidget:
    return dialog.buttons.button(QDialogButtonBox.StandardButton.Ok)


def test_a_new_persona_is_typed_from_the_name_on(open_map: OpenMap, parent: QWidget, qtbot: QtBot) -> None:
    def fill(dialog: PersonaDialog) -> None:
        assert not ok(dialog).isEnabled()
        assert dialog.message.text() == "A new persona needs a name."
        QTest.keyClicks(dialog.focusWidget(), "Marta Ozola")
        assert dialog.fields["name"].text() == "Marta Ozola"
        assert listed(dialog) == ["Ilze Bērziņa", "Tom", "Ann", "Marta Ozola"]
        QTest.keyClick(dialog.focusWidget(), KEY.Key_Return)

    when_shown(qtbot, fill)
    wanted = PersonaDialog.ask(open_map, "", parent)
    assert isinstance(wanted, WantedPersonas)
    assert wanted.personas[-1].name == "Marta Ozola"
    assert wanted.current == wanted.personas[-1].id
    assert wanted.current not in open_map.session.document


def test_who_gives_up_gives_nothing_back(open_map: OpenMap, parent: QWidget, qtbot: QtBot) -> None:
    def give_up(dialog: PersonaDialog) -> None:
        QTest.keyClicks(dialog.fields["name"], "Other")
        QTest.keyClick(dialog, KEY.Key_Escape)

    when_shown(qtbot, give_up)
    assert PersonaDialog.ask(open_map, "persona-1", parent) is None
    assert open_map.session.document.get("persona-1", Persona).name == "Ilze Bērziņa"


def test_every_field_is_shown_and_left_as_it_was(dialog: PersonaDialog, open_map: OpenMap) -> None:
    document = open_map.session.document
    assert dialog.wanted().personas == tuple(
        document.get(f"persona-{number}", Persona) for number in (1, 2, 3)
    )
    told = set(Persona.model_fields) - {"id", "order", "unknown"}
    assert set(dialog.fields) == told
    for row in range(3):
        dialog.list.list.setCurrentRow(row)
    assert dialog.fields["quote"].toPlainText() == "Now\nor never"
    assert dialog.wanted().personas[2] == document.get("persona-3", Persona), "its colour is not known here"


@pytest.mark.parametrize("name", sorted(set(Persona.model_fields) - {"id", "order", "unknown", "picture"}))
def test_every_field_can_be_written(dialog: PersonaDialog, name: str) -> None:
    field = dialog.fields[name]
    field.setFocus()
    if name in {"decision_role", "colour"}:
        QTest.keyClick(field, KEY.Key_Down)
        wanted = {"decision_role": "user", "colour": "blue"}[name]
    else:
        field.clear()
        QTest.keyClicks(field, "written")
        wanted = "written"
    [_ilze, tom, _ann] = dialog.wanted().personas
    assert getattr(tom, name) == wanted


def test_names_and_roles_are_told_apart_for_screen_readers(dialog: PersonaDialog) -> None:
    spoken = [field.accessibleName() for field in dialog.fields.values()]
    assert len(set(spoken)) == len(spoken)
    assert [name for name in spoken if "ole" in name] == ["Role"]
    part = dialog.fields["decision_role"]
    assert [part.itemText(row) for row in range(part.count())] == [
        *("None", "User", "Influencer", "Decider", "Buyer")
    ]
    assert dialog.list.list.accessibleName() == "Personas"


def test_the_list_adds_duplicates_deletes_and_moves_by_keys(dialog: PersonaDialog) -> None:
    people = dialog.list.list
    people.setFocus()
    QTest.keyClick(people, KEY.Key_Up, ALT)
    assert names(dialog) == listed(dialog) == ["Tom", "Ilze Bērziņa", "Ann"]
    QTest.keyClick(people, KEY.Key_Down, ALT)
    QTest.keyClick(people, KEY.Key_Down, ALT)
    QTest.keyClick(people, KEY.Key_Down, ALT)
    assert names(dialog) == ["Ilze Bērziņa", "Ann", "Tom"]
    QTest.keyClick(people, KEY.Key_D, CTRL)
    assert names(dialog) == ["Ilze Bērziņa", "Ann", "Tom", "Tom"]
    QTest.keyClick(people, KEY.Key_Up)
    assert dialog.wanted().current == "persona-2"
    QTest.keyClick(people, KEY.Key_Delete)
    assert names(dialog) == ["Ilze Bērziņa", "Ann", "Tom"]
    assert dialog.message.text() == (
        "1 persona is deleted. 2 cards stay and belong to nobody in particular; 1 emotion point goes too."
    )
    QTest.keyClick(people, KEY.Key_Insert)
    assert dialog.focusWidget() is dialog.fields["name"]
    assert not ok(dialog).isEnabled()


def test_buttons_do_the_same_and_know_when_they_can(dialog: PersonaDialog) -> None:
    by_name = dialog.list.actions_by_name
    dialog.list.list.setCurrentRow(0)
    assert not by_name["up"].isEnabled()
    by_name["down"].trigger()
    by_name["down"].trigger()
    assert not by_name["down"].isEnabled()
    assert names(dialog) == ["Tom", "Ann", "Ilze Bērziņa"]
    for _time in range(3):
        by_name["delete"].trigger()
    assert names(dialog) == []
    assert not by_name["delete"].isEnabled()
    assert not dialog.form.isVisible()
    assert ok(dialog).isEnabled()
    by_name["add"].trigger()
    QTest.keyClicks(dialog.fields["name"], "Zane")
    assert names(dialog) == ["Zane"]


def test_dragging_in_the_list_puts_them_in_another_order(dialog: PersonaDialog, qtbot: QtBot) -> None:
    model = dialog.list.list.model()
    assert model.moveRow(QModelIndex(), 2, QModelIndex(), 0)
    qtbot.waitUntil(lambda: names(dialog) == ["Ann", "Ilze Bērziņa", "Tom"])
    assert dialog.wanted().current == "persona-2"
    assert dialog.fields["name"].text() == "Tom"


def test_a_colour_of_the_place_is_named_and_one_of_ones_own_stays(dialog: PersonaDialog) -> None:
    colour = dialog.fields["colour"]
    assert colour.itemText(0) == "Automatic: orange"
    dialog.list.actions_by_name["up"].trigger()
    assert colour.itemText(0) == "Automatic: violet"
    colour.setFocus()
    for _time in range(3):
        QTest.keyClick(colour, KEY.Key_Down)
    assert dialog.wanted().personas[0].colour == "magenta"
    assert colour.itemText(0) == "Automatic"


def test_ctrl_enter_accepts_from_a_text_of_several_lines(
    open_map: OpenMap, parent: QWidget, qtbot: QtBot
) -> None:
    def fill(dialog: PersonaDialog) -> None:
        qtbot.waitUntil(dialog.isActiveWindow)
        quote = dialog.fields["quote"]
        quote.setFocus()
        QTest.keyClicks(quote, "Only on")
        QTest.keyClick(quote, KEY.Key_Return)
        QTest.keyClicks(quote, "Friday")
        QTest.keyClick(quote, KEY.Key_Return, CTRL)

    when_shown(qtbot, fill)
    wanted = PersonaDialog.ask(open_map, "persona-2", parent)
    assert wanted is not None
    assert wanted.personas[1].quote == "Only on\nFriday"


def photo(side: int = 40) -> bytes:
    stream = BytesIO()
    Image.new("RGB", (2 * side, side), "teal").save(stream, "PNG")
    return stream.getvalue()


def test_a_picture_is_chosen_and_taken_away(
    dialog: PersonaDialog, answers: Answers, tmp_path: Path, open_map: OpenMap
) -> None:
    (tmp_path / "tom.png").write_bytes(photo())
    answers.prepare(PicturesDialog, (tmp_path / "tom.png",))
    dialog.fields["picture"].choose.click()
    [_ilze, tom, _ann] = dialog.wanted().personas
    [picture] = dialog.wanted().pictures
    assert tom.picture == picture.id
    with open_map.edit("Edit") as edit:
        personas.rewrite(edit, dialog.wanted().personas, dialog.wanted().pictures)
    assert open_map.session.document.indexes.shows == {picture.id: {"persona-2"}}
    dialog.fields["picture"].remove.click()
    assert dialog.wanted().personas[1].picture == NO_PICTURE


def test_a_broken_picture_is_said_to_be_one(dialog: PersonaDialog, answers: Answers, tmp_path: Path) -> None:
    (tmp_path / "tom.png").write_bytes(photo()[:60])
    answers.prepare(PicturesDialog, (tmp_path / "tom.png",))
    dialog.fields["picture"].choose.click()
    assert "“tom.png” cannot be shown" in answers.message
    assert dialog.wanted().personas[1].picture == NO_PICTURE


def test_the_preview_shows_the_picture_the_map_has(open_map: OpenMap, parent: QWidget) -> None:
    with open_map.edit("Show") as edit:
        pictures.show(edit, ["persona-2"], picture_of(photo(200)))
    dialog = PersonaDialog(open_map, "persona-2", parent)
    dialog.show()
    QApplication.processEvents()
    shot = dialog.preview.grab().toImage()
    found = {shot.pixelColor(x, y).name() for x in range(20, 80, 4) for y in range(20, 80, 4)}
    assert "#008080" in found
    dialog.list.actions_by_name["up"].trigger()
    QTest.keyClicks(dialog.fields["name"], "my")
    assert dialog.preview.grab().toImage() != shot


@pytest.mark.parametrize("factor", [1, 2])
def test_it_goes_down_to_800_by_560_with_forty_personas_and_large_words(
    open_map: OpenMap, parent: QWidget, factor: int
) -> None:
    with open_map.edit("Add") as edit:
        for number in range(37):
            personas.add(edit, f"Somebody with a long name {number}", goals="a goal " * 90)
    font = QApplication.font()
    large = QApplication.font()
    large.setPointSizeF(font.pointSizeF() * factor)
    try:
        QApplication.setFont(large)
        dialog = PersonaDialog(open_map, "persona-2", parent)
        dialog.resize(800, 560)
        dialog.show()
        QApplication.processEvents()
        assert dialog.size().toTuple() == (800, 560)
        page = dialog.area.widget()
        assert page is not None
        assert page.width() <= dialog.area.viewport().width(), "nothing is cut at the right"
        last = dialog.fields["channels"]
        last.setFocus(Qt.FocusReason.TabFocusReason)
        dialog.area.ensureWidgetVisible(last)
        assert dialog.rect().contains(last.mapTo(dialog, last.rect().center()))
        assert dialog.rect().contains(ok(dialog).geometry().center())
    finally:
        QApplication.setFont(font)
        dialog.deleteLater()
