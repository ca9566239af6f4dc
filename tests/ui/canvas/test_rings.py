"""The rings round what is selected: in the right form, once, and gone without a trace."""

from collections import Counter

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor, QImage

from journeymapper.document.records import Card
from journeymapper.document.searching import Matches, Query
from journeymapper.editing import stages
from tests.ui.canvas.driver import CTRL, Driver


def shown(driver: Driver) -> QImage:
    """What is on the screen, made of all that was painted bit by bit."""
    driver.settle()
    return driver.canvas.screen().grabWindow(driver.canvas.winId()).toImage()


def is_as_painted_anew(driver: Driver) -> bool:
    before = shown(driver)
    driver.canvas.viewport().update()
    return shown(driver) == before


def pixels_like(colour: str, picture: QImage) -> int:
    """How many pixels of a picture have a colour, or nearly."""
    wanted = QColor(colour).getRgb()
    met = Counter(memoryview(picture.convertToFormat(QImage.Format.Format_RGB32).constBits()).cast("I"))
    found = ((QColor(pixel).getRgb(), count) for pixel, count in met.items())
    return sum(
        count for rgb, count in found if all(abs(a - b) <= 12 for a, b in zip(wanted, rgb, strict=True))
    )


@pytest.mark.parametrize("part", ["title", "subtitle", "persona"])
def test_a_rubber_band_begun_on_the_title_block_leaves_nothing_of_its_ring(driver: Driver, part: str) -> None:
    header = driver.session.layout.header
    rect = {"title": header.title_words, "subtitle": header.subtitle_words}.get(
        part, header.personas["persona-1"]
    )
    start = driver.on_map(rect.x + 8, rect.bottom - 3)
    driver.press(start)
    driver.settle()
    assert driver.open_map.selection
    for step in range(1, 6):
        driver.move(start + QPoint(30 * step, 3 * step))
        assert is_as_painted_anew(driver)
    driver.release(start + QPoint(150, 15))
    assert not driver.open_map.selection
    assert is_as_painted_anew(driver)


def test_a_press_beside_the_title_s_words_selects_nothing(driver: Driver) -> None:
    driver.click(driver.at("map"))
    assert driver.open_map.selection == {"map"}
    words = driver.session.layout.header.title_words
    beside = driver.on_map(words.right + 60, words.centre[1])
    driver.press(beside)
    assert not driver.open_map.selection
    driver.move(beside + QPoint(80, 5))
    driver.move(beside + QPoint(80, 20))
    assert is_as_painted_anew(driver)
    driver.release(beside + QPoint(80, 20))
    assert is_as_painted_anew(driver)


def test_a_band_with_ctrl_keeps_the_rings_there_were(driver: Driver) -> None:
    driver.click(driver.at("map"))
    start = driver.on_map(driver.rect("persona-1").x - 30, driver.rect("persona-1").bottom)
    driver.press(start, CTRL)
    driver.move(start + QPoint(-40, 4), CTRL)
    driver.move(start + QPoint(-60, 8), CTRL)
    assert "map" in driver.canvas.overlay.ringed
    assert is_as_painted_anew(driver)
    driver.release(start + QPoint(-60, 8), CTRL)
    assert driver.open_map.selection == {"map"}
    assert is_as_painted_anew(driver)


@pytest.mark.parametrize("zoom", [0.6, 1.0, 2.5])
def test_a_stage_s_ring_is_clear_of_the_stages_beside_it(driver: Driver, zoom: float) -> None:
    """The same picture but for the gaps round the chevron: no pixel of a neighbour's colour changes."""
    with driver.open_map.edit("Add") as edit:
        stages.add(edit, "Use", step_name="Rides")
    driver.canvas.overview.want(False)
    driver.canvas.zoom_to(zoom)
    driver.canvas.reveal("stage-2")
    driver.open_map.select(())
    layout = driver.session.layout
    hues = [layout.headings.hue(place, f"stage-{place + 1}") for place in range(3)]
    before = [pixels_like(hue, shown(driver)) for hue in hues]
    driver.open_map.select({"stage-2"}, "stage-2")
    ringed = shown(driver)
    after = [pixels_like(hue, ringed) for hue in hues]
    assert after[1:] == before[1:], "its own fill and that of the next are whole"
    assert after[0] > before[0], "the ring itself has the first one's blue"
    accent, away = driver.canvas.overlay.appearance.accent, round(2.5 + 4 * driver.canvas.view.scale)
    tip = driver.on_map(layout.columns.spans[1].x, driver.rect("stage-1").centre[1])
    notch = ringed.copy(tip.x() - away, tip.y() - 1, 2 * away, 3)
    assert pixels_like(accent, notch)
    driver.open_map.select(())
    assert is_as_painted_anew(driver)


def test_a_match_in_the_note_of_a_selected_card_has_one_frame(driver: Driver) -> None:
    with driver.open_map.edit("Note") as edit:
        for card in ("card-1", "card-4"):
            edit.update(card, Card, note="Said on Friday")
    matches = Matches(driver.document, Query("friday"))
    present = next(iter(matches.of("card-1")))
    driver.canvas.overlay.highlights.show(matches, present)

    def orange(id_: str) -> int:
        box = driver.canvas.view.to_view(driver.rect(id_)).toAlignedRect().adjusted(-6, -6, 6, 6)
        picture = shown(driver).copy(box.translated(driver.canvas.viewport().pos()))
        return sum(pixels_like(colour, picture) for colour in ("#b07100", "#ffb938"))

    assert orange("card-1")
    assert orange("card-4")
    driver.open_map.select({"card-1"}, "card-1")
    assert not orange("card-1")
    assert orange("card-4")
    driver.open_map.select(())
    assert orange("card-1")
    driver.canvas.zoom_to(0.3)
    driver.canvas.overlay.highlights.show(matches, present)
    assert pixels_like("#b07100", shown(driver))
    driver.open_map.select({"card-1"}, "card-1")
    assert not pixels_like("#b07100", shown(driver)), "from far off too"
