"""Wished-for points in the outline and the table."""

from PySide6.QtCore import Qt

from journeymapper.document.records import Curve, EmotionPoint
from journeymapper.editing import personas, points
from journeymapper.ui.main_window import MainWindow
from tests.ui.docks.test_outline import Hands as OutlineHands
from tests.ui.docks.test_table import Hands

WISHED = Curve("persona-1", wished=True)


def test_the_table_shows_and_takes_what_is_wished_for(map_window: MainWindow) -> None:
    hands = Hands(map_window)
    with map_window.open_map.edit("Wish") as edit:
        points.put(edit, "lane-3", "step-1", 2, "persona-1", "Sure", wished=True)
    assert hands.at("lane-3", "step-1").data() == "• -1 Curious\n• Wished for: +2 Sure"
    hands.stand_on("lane-3", "step-1")
    hands.key(Qt.Key.Key_F2)
    assert hands.editor.toPlainText() == "-1 Curious\nWished for: +2 Sure"
    hands.editor.setPlainText("-1 Curious\nWished for: +1 Calm")
    hands.key(Qt.Key.Key_Return)
    wished = hands.document.indexes.points("lane-3", "step-1")[WISHED]
    record = hands.document.get(wished, EmotionPoint)
    assert (record.score, record.text) == (1, "Calm")
    hands.stand_on("lane-3", "step-1")
    hands.key(Qt.Key.Key_F2)
    hands.editor.setPlainText("-1 Curious\nWished for: +5 Calm")
    hands.key(Qt.Key.Key_Return)
    assert "from −2 to +2" in map_window.status_line.currentMessage()
    assert hands.document.get(wished, EmotionPoint) == record
    hands.editor.setPlainText("-1 Curious")
    hands.key(Qt.Key.Key_Return)
    assert wished not in hands.document, "its line is gone"
    with map_window.open_map.edit("Ben") as edit:
        ben = personas.add(edit, "Ben").id
        points.put(edit, "lane-3", "step-1", 2, ben, wished=True)
    assert hands.at("lane-3", "step-1").data() == "• Ilze Bērziņa: -1 Curious\n• Ben (wished for): +2"


def test_the_outline_names_the_curve_of_a_point_and_takes_its_words(map_window: MainWindow) -> None:
    hands = OutlineHands(map_window)
    with map_window.open_map.edit("Wish") as edit:
        hers = points.put(edit, "lane-3", "step-1", 2, "persona-1", "Sure", wished=True)
        points.put(edit, "lane-3", "step-1", 0, wished=True)
    assert sorted(hands.below(hands.named(("lane-3", "step-1")))) == [
        *("Ilze Bērziņa (wished for): +2 Sure", "Ilze Bērziņa: -1 Curious", "Wished for: 0")
    ]
    hands.stand_on(hers)
    hands.key(Qt.Key.Key_F2)
    hands.type("1 Calm")
    hands.key(Qt.Key.Key_Return)
    assert hands.here == "Ilze Bērziņa (wished for): +1 Calm"
    assert map_window.open_map.curve == WISHED, "the curve of new points is that of the point stood on"
