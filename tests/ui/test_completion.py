"""Tags, owners and channels that the map knows are offered while they are written, with real keys."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListView, QWidget

from journeymapper.document.records import Card
from journeymapper.editing import cards, lanes
from journeymapper.ui.docks.completing import tags_in_use, values_in_use
from journeymapper.ui.main_window import MainWindow

TAGS = {
    "card-2": ("Price", "Delivery"),
    "card-3": ("Delivery", "spare parts"),
    "card-4": ("Delivery", "cheap price", "Preise"),
}


@pytest.fixture
def tagged(map_window: MainWindow) -> MainWindow:
    """The small map with some tags."""
    with map_window.open_map.edit("Tag") as edit:
        for id_, tags in TAGS.items():
            cards.set_fields(edit, [id_], tags=tags)
    return map_window


def field_of(window: MainWindow, name: str, *ids: str) -> QWidget:
    """Return a field of the inspector of these cards, with the keyboard in it."""
    window.open_map.select(ids, ids[0])
    window.inspector.take_focus(name)
    field = QApplication.focusWidget()
    assert field is not None
    return field


def offered() -> list[str]:
    """Return what is offered; [] when no list is open."""
    popup = QApplication.activePopupWidget()
    if not isinstance(popup, QListView):
        return []
    model = popup.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def press(field: QWidget, *keys: Qt.Key) -> None:
    """Press keys where the keyboard is: in the list while one is open."""
    for key in keys:
        QTest.keyClick(QApplication.activePopupWidget() or field, key)


def tags(window: MainWindow, id_: str = "card-1") -> tuple[str, ...]:
    return window.open_map.session.document.get(id_, Card).tags


def test_tags_are_listed_by_use(tagged: MainWindow) -> None:
    document = tagged.open_map.session.document
    assert tags_in_use(document) == ["Delivery", "cheap price", "Preise", "Price", "spare parts"]
    assert values_in_use(document, "owner") == []


def test_tags_that_fit_are_offered_and_taken_with_the_keyboard(tagged: MainWindow) -> None:
    field = field_of(tagged, "tags", "card-1")
    assert offered() == []
    QTest.keyClicks(field, "pR")
    assert offered() == ["Preise", "Price", "cheap price"], "in any case, what begins so first"
    press(field, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert offered() == []
    assert tags(tagged) == ("Price",)
    assert field.text() == "Price, "
    assert field.hasFocus()
    QTest.keyClicks(field, "de")
    press(field, Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert tags(tagged) == ("Price", "Delivery")


def test_tags_the_cards_have_already_are_not_offered(tagged: MainWindow) -> None:
    field = field_of(tagged, "tags", "card-2")
    field.setCursorPosition(len(field.text()))
    QTest.keyClicks(field, ", pr")
    assert offered() == ["Preise", "cheap price"]


def test_a_tag_in_the_middle_is_completed_where_it_stands(tagged: MainWindow) -> None:
    field = field_of(tagged, "tags", "card-3")
    field.setText("Delivery, , spare parts")
    field.setCursorPosition(10)
    QTest.keyClicks(field, "cheap")
    assert offered() == ["cheap price"]
    press(field, Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert tags(tagged, "card-3") == ("Delivery", "cheap price", "spare parts")
    assert field.cursorPosition() == len("Delivery, cheap price, ")


def test_what_is_written_stays_when_nothing_is_taken(tagged: MainWindow) -> None:
    field = field_of(tagged, "tags", "card-1")
    QTest.keyClicks(field, "pric")
    assert offered() == ["Price", "cheap price"]
    press(field, Qt.Key.Key_Return)
    assert tags(tagged) == ("pric",)
    QTest.keyClicks(field, "e")
    assert offered() == ["Price", "cheap price"]
    press(field, Qt.Key.Key_Escape)
    assert offered() == []
    assert tags(tagged) == ("price",)
    assert field.hasFocus(), "Esc closes the list, and leaves the Inspector only then"
    press(field, Qt.Key.Key_Escape)
    assert tagged.canvas.hasFocus()


def test_a_taken_tag_is_part_of_the_same_step(tagged: MainWindow) -> None:
    field = field_of(tagged, "tags", "card-1")
    QTest.keyClicks(field, "del")
    press(field, Qt.Key.Key_Down, Qt.Key.Key_Return)
    tagged.canvas.setFocus()
    tagged.action_set.by_id["undo"].trigger()
    assert tags(tagged) == ()


def test_commas_that_separate_nothing_go_when_the_field_is_left(tagged: MainWindow) -> None:
    field = field_of(tagged, "tags", "card-1")
    QTest.keyClicks(field, "new,, old, ")
    tagged.canvas.setFocus()
    assert field.text() == "new, old"
    assert tags(tagged) == ("new", "old")


def test_the_map_is_looked_through_once_and_not_at_every_letter(
    tagged: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    looks: list[object] = []
    document = tagged.open_map.session.document
    real = type(document).__iter__
    monkeypatch.setattr(type(document), "__iter__", lambda self: looks.append(self) or real(self))
    field = field_of(tagged, "tags", "card-1")
    asked = len(looks)
    assert asked >= 1
    QTest.keyClicks(field, "delive")
    assert offered() == ["Delivery"]
    assert len(looks) == asked


def test_several_cards_get_what_is_taken(tagged: MainWindow) -> None:
    field = field_of(tagged, "tags", "card-1", "card-5")
    QTest.keyClicks(field, "spa")
    press(field, Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert tags(tagged, "card-1") == tags(tagged, "card-5") == ("spare parts",)


def test_owners_are_offered_from_the_map(map_window: MainWindow) -> None:
    with map_window.open_map.edit("Own") as edit:
        lanes.set_role(edit, "lane-1", "opportunities")
        cards.set_fields(edit, ["card-1"], owner="Marek")
        cards.set_fields(edit, ["card-2"], owner="Marta")
    field = field_of(map_window, "owner", "card-3")
    QTest.keyClicks(field, "mar")
    assert offered() == ["Marek", "Marta"]
    QTest.keyClicks(QApplication.activePopupWidget(), "t")
    assert offered() == ["Marta"]
    press(field, Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert map_window.open_map.session.document.get("card-3", Card).owner == "Marta"


def test_channels_of_the_map_join_the_usual_ones(map_window: MainWindow) -> None:
    with map_window.open_map.edit("Channel") as edit:
        cards.set_fields(edit, ["card-4"], channel="Market stall")
    map_window.open_map.select({"card-5"}, "card-5")
    panel = map_window.inspector.panel
    assert panel is not None
    field = panel.fields["channel"]
    assert field.findText("Market stall") == -1
    usual = field.count()
    field.lineEdit().setFocus()
    assert field.itemText(usual) == "Market stall"
    assert field.lineEdit().text() == ""
    QTest.keyClick(field, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    assert map_window.open_map.session.document.get("card-5", Card).channel in {"", "Market stall"}
    field.setCurrentIndex(usual)
    field.activated.emit(usual)
    assert map_window.open_map.session.document.get("card-5", Card).channel == "Market stall"
