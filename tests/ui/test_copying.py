"""What a copy offers to other programs: text, lists, tables, pictures."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from journeymapper.document.fragment import MIME_TYPE
from journeymapper.editing import cards, lanes, stages
from journeymapper.exchange import tables
from journeymapper.layout.areas import area_of
from journeymapper.ui.main_window import MainWindow
from tests.ui.clipboard_hands import press, said, select


def test_a_copy_of_one_cell_is_lines_and_paragraphs_and_a_picture(
    map_window: MainWindow, qtbot: QtBot
) -> None:
    with map_window.open_map.edit("Spoil") as edit:
        cards.set_text(edit, "card-2", "<b>Asks</b>\na friend")
    select(map_window, "card-1", "card-2")
    press(qtbot, map_window, Qt.Key.Key_C)
    data = QApplication.clipboard().mimeData()
    assert data.text() == "Sees a poster\n<b>Asks</b> a friend"
    assert "<p>Sees a poster</p><p>&lt;b&gt;Asks&lt;/b&gt;<br>a friend</p>" in data.html()
    assert data.hasFormat(MIME_TYPE)
    assert data.hasImage()


def test_a_copy_of_several_cells_is_a_list_and_a_table(map_window: MainWindow, qtbot: QtBot) -> None:
    select(map_window, "card-1", "card-4")
    press(qtbot, map_window, Qt.Key.Key_C)
    data = QApplication.clipboard().mimeData()
    assert data.text().startswith("Awareness\n  Sees\n    Actions\n      Sees a poster\n")
    assert "<tr><td><p>Sees a poster</p></td><td></td></tr>" in data.html()
    assert "<th" not in data.html()


def test_more_than_200_cards_are_copied_without_a_picture(map_window: MainWindow, qtbot: QtBot) -> None:
    with map_window.open_map.edit("Fill") as edit:
        ids = [cards.add(edit, "lane-2", "step-1", f"Card {number}").id for number in range(201)]
    select(map_window, *ids)
    press(qtbot, map_window, Qt.Key.Key_C)
    assert not QApplication.clipboard().mimeData().hasImage()
    select(map_window, *ids[:200])
    press(qtbot, map_window, Qt.Key.Key_C)
    assert QApplication.clipboard().mimeData().hasImage()


def test_copy_as_text_and_list(map_window: MainWindow) -> None:
    select(map_window, "card-1", "card-4", "card-6")
    map_window.action_set.by_id["copy_as.text"].trigger()
    assert QApplication.clipboard().text() == "Sees a poster\nWeb search\nQueues"
    assert said(map_window) == "Copied as text"
    map_window.action_set.by_id["copy_as.list"].trigger()
    assert QApplication.clipboard().text().splitlines()[:2] == ["Awareness", "  Sees"]
    assert not QApplication.clipboard().mimeData().hasFormat(MIME_TYPE)


def test_copy_as_table_comes_in_the_forms_that_spreadsheets_read(map_window: MainWindow) -> None:
    select(map_window, "lane-1")
    map_window.action_set.by_id["copy_as.table"].trigger()
    data = QApplication.clipboard().mimeData()
    assert data.text().startswith("\tAwareness\t\tPurchase\n\tSees\tSearches\tPays\nActions\t")
    assert '"Sees a poster\nAsks a friend"' in data.text()
    assert bytes(data.data(tables.TAB_TYPE).data()).decode() == data.text()
    assert bytes(data.data(tables.CSV_TYPE).data()).decode().startswith(",Awareness,,Purchase\r\n")
    assert '<th colspan="2">Awareness</th>' in data.html()
    assert said(map_window) == "Copied as a table"


def test_what_holds_no_words_is_not_copied_as_words(map_window: MainWindow) -> None:
    QApplication.clipboard().setText("stays")
    select(map_window, "lane-4")
    map_window.action_set.by_id["copy_as.text"].trigger()
    assert QApplication.clipboard().text() == "stays"
    assert said(map_window) == "There is nothing in it that could be copied this way."


def picture(window: MainWindow, *ids: str) -> QImage:
    select(window, *ids)
    window.action_set.by_id["copy_as.picture"].trigger()
    image = QImage(QApplication.clipboard().image())
    assert not image.isNull()
    return image


def test_a_picture_shows_only_the_selected_cards_at_twice_their_size(map_window: MainWindow) -> None:
    layout = map_window.open_map.session.layout
    area = area_of(layout, ("card-1",))
    image = picture(map_window, "card-1")
    scale = 2 * 96 / 72
    assert abs(image.width() - scale * (area.width + 18)) <= 2
    assert abs(image.height() - scale * (area.height + 18)) <= 2
    assert image.pixelColor(3, 3) == QColor("white")
    both, gap = picture(map_window, "card-1", "card-3"), picture(map_window, "card-1")
    assert both.width() > 2 * gap.width()
    middle = QPoint(both.width() // 2, both.height() // 2)
    assert both.pixelColor(middle) == QColor("white"), "what stands between is left out"


def test_a_picture_of_lanes_has_the_headings_above_and_leaves_other_lanes_out(map_window: MainWindow) -> None:
    layout, scale = map_window.open_map.session.layout, 2 * 96 / 72
    one, two = picture(map_window, "lane-1"), picture(map_window, "lane-1", "lane-5")
    added = area_of(layout, ("lane-5",)).height
    assert abs(two.height() - one.height() - scale * (added + 8)) <= 2
    assert one.width() == two.width()
    colours = {one.pixelColor(x, int(scale * 20)).name() for x in range(0, one.width(), 7)}
    assert len(colours - {"#ffffff"}) > 1, "the stages"


def test_a_picture_of_a_stage_has_the_lane_heads_beside_it(map_window: MainWindow) -> None:
    layout, scale = map_window.open_map.session.layout, 2 * 96 / 72
    image = picture(map_window, "stage-2")
    area = area_of(layout, ("stage-2",))
    assert abs(image.width() - scale * (area.width + layout.columns.left - 28 + 16)) <= 3


def test_a_picture_that_would_be_huge_is_made_smaller(map_window: MainWindow) -> None:
    with map_window.open_map.edit("Fill") as edit:
        for number in range(200):
            stage = stages.add(edit, "", step_name=str(number))
            stages.set_step_width(edit, edit.indexes.steps(stage.id), 600)
    image = picture(map_window, "lane-1")
    assert 15_990 <= image.width() <= 16_000
    assert image.width() * image.height() <= 16_100_000


def test_nothing_that_is_seen_is_no_picture(map_window: MainWindow) -> None:
    with map_window.open_map.edit("Hide") as edit:
        lanes.set_hidden(edit, ["lane-1"], True)
    QApplication.clipboard().setText("stays")
    map_window.open_map.select(("lane-1",), "lane-1")
    map_window.action_set.by_id["copy_as.picture"].trigger()
    assert QApplication.clipboard().text() == "stays"
