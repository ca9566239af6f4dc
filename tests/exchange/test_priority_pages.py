"""Pages of priorities in a PDF and on a printer, judged by poppler."""

from datetime import date
from pathlib import Path

import pytest

from journeymapper.document.document import Document
from journeymapper.document.records import Card
from journeymapper.editing import cards, lanes
from journeymapper.exchange.options import ExportOptions
from journeymapper.exchange.pdf import write_pdf
from journeymapper.layout.map_layout import MapLayout
from journeymapper.layout.pages import OWN_SIZE
from journeymapper.text.engine import QtShaper
from tests.exchange.test_notes import page, sizes, told
from tests.exchange.ways_out import exported, printed
from tests.maps import small_map

LATVIAN = "Pērkot šķita lētāk, bet piegāde jāmaksā atsevišķi"
THAI = "เปรียบเทียบราคาสินค้าบนมือถือ"
A_PAGE_OF_TOUCHPOINTS = 2
A_PAGE_OF_OPPORTUNITIES = 3


def rated_map(more: int = 0) -> Document:
    """The small map with three opportunities, and as many more in one place as are wanted."""
    document = small_map()
    with document.edit("Rate") as edit:
        lane = lanes.add(edit, "Opportunities", role="opportunities").id
        cards.add(
            edit, lane, "step-3", LATVIAN, impact=3, effort=1, owner="Māra", due=date(2027, 3, 1), votes=4
        )
        cards.add(edit, lane, "step-2", THAI, impact=1, effort=3)
        cards.add(edit, lane, "step-2", "Nobody rated this", impact=2)
        for number in range(more):
            cards.add(edit, lane, "step-1", f"Chance {number}", impact=2, effort=2)
        cards.set_fields(edit, ["card-4"], impact=3)
    return document


def test_each_board_follows_the_map_with_all_words_to_be_found(tmp_path: Path, shaper: QtShaper) -> None:
    path = tmp_path / "map.pdf"
    options = ExportOptions(paper="A4", priorities=True)
    assert write_pdf(MapLayout(rated_map(), shaper), path, options) == frozenset()
    assert sizes(path) == [sizes(path)[0]] * 3
    touchpoints, chances = page(path, A_PAGE_OF_TOUCHPOINTS), page(path, A_PAGE_OF_OPPORTUNITIES)
    for words in ("Touchpoints by importance and impact", "Keep it excellent", "Web search", "High impact"):
        assert words in touchpoints
    for words in (
        *("Quick wins", "Big bets", "Fill in", "Leave for now", "Not rated yet", "Medium effort"),
        *(LATVIAN, THAI, "Nobody rated this", "Page 3 of 3", "Buying a bicycle"),
        "Purchase · Pays · Māra · until 1 Mar 2027 · 4 votes",
    ):
        assert words in chances
    assert chances.index("Quick wins") < chances.index("The others")
    fonts = told("pdffonts", path).splitlines()[2:]
    assert all(line.split()[-5:-2] == ["yes", "yes", "yes"] for line in fonts)


def test_a_full_place_shows_numbers_and_the_list_goes_on_over_pages(tmp_path: Path, shaper: QtShaper) -> None:
    path = tmp_path / "map.pdf"
    write_pdf(MapLayout(rated_map(more=90), shaper), path, ExportOptions(paper="A4", priorities=True))
    count = len(sizes(path))
    assert count > 3
    assert "Opportunities, continued" in page(path, 4)
    listed = "\n".join(page(path, number) for number in range(A_PAGE_OF_OPPORTUNITIES, count + 1))
    lines = listed.splitlines()
    assert all(any(f"Chance {number}" in line for line in lines) for number in range(90))
    assert f"Page {count} of {count}" in page(path, count)


@pytest.mark.parametrize(("paper", "size"), [(OWN_SIZE, (595, 842)), ("Letter", None), ("A3", None)])
def test_they_take_the_maps_paper_or_a4(
    paper: str, size: tuple[int, int] | None, tmp_path: Path, shaper: QtShaper
) -> None:
    path = tmp_path / "map.pdf"
    write_pdf(MapLayout(rated_map(), shaper), path, ExportOptions(paper=paper, priorities=True))
    found = sizes(path)
    assert found[1:] == [size or found[0]] * 2


def test_they_come_last_and_all_pages_are_counted_through(tmp_path: Path, shaper: QtShaper) -> None:
    document = rated_map()
    with document.edit("Note") as edit:
        edit.update("card-1", Card, note="A note")
    path, shares = tmp_path / "map.pdf", []
    options = ExportOptions(paper="A4", notes=True, personas=True, priorities=True)
    write_pdf(MapLayout(document, shaper), path, options, lambda done: not shares.append(done))
    assert [f"Page {number} of 5" in page(path, number) for number in range(2, 6)] == [True] * 4
    assert "A note" in page(path, 2)
    assert "Quick wins" in page(path, 5)
    assert shares == sorted(shares)


def test_without_such_cards_or_the_wish_nothing_is_added(tmp_path: Path, shaper: QtShaper) -> None:
    document = rated_map()
    write_pdf(MapLayout(document, shaper), tmp_path / "unwished.pdf", ExportOptions())
    with document.edit("Hide") as edit:
        lanes.set_hidden(edit, [lane for _order, lane in edit.indexes.lanes][1:], True)
    write_pdf(MapLayout(document, shaper), tmp_path / "none.pdf", ExportOptions(priorities=True))
    assert len(sizes(tmp_path / "unwished.pdf")) == len(sizes(tmp_path / "none.pdf")) == 1


def test_the_command_line_adds_them_when_asked(tmp_path: Path) -> None:
    assert len(sizes(exported(rated_map(), tmp_path, "--priorities"))) == 3


def test_a_printer_gets_them_where_they_are_wished_for(tmp_path: Path, shaper: QtShaper) -> None:
    path = printed(MapLayout(rated_map(), shaper), tmp_path, with_priorities=True)
    assert len(sizes(path)) == 3
    assert LATVIAN in page(path, 3)
