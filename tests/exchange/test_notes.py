"""Notes in a PDF and on a printer, judged by poppler."""

import subprocess
from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrinter

from journeymapper.document.document import Document
from journeymapper.document.records import Card
from journeymapper.editing import lanes
from journeymapper.exchange.options import Cancelled, ExportOptions
from journeymapper.exchange.pdf import write_pdf
from journeymapper.exchange.printing import print_map, suit_page
from journeymapper.layout.map_layout import MapLayout
from journeymapper.layout.pages import OWN_SIZE
from journeymapper.text.engine import QtShaper
from tests.maps import small_map

LATVIAN = "Pērkot šķita lētāk, bet piegāde jāmaksā atsevišķi"
THAI = "เปรียบเทียบราคาสินค้าบนมือถือ"
ARABIC = "يقارن العميل الأسعار"


@pytest.fixture(scope="module")
def shaper(qapp: object) -> QtShaper:
    assert qapp is not None
    return QtShaper()


def told(*command: object) -> str:
    return subprocess.run([*map(str, command)], capture_output=True, text=True, check=True).stdout


def page(path: Path, number: int) -> str:
    return told("pdftotext", "-layout", "-f", number, "-l", number, path, "-")


def sizes(path: Path) -> list[tuple[int, int]]:
    """Return the pages' sizes in points, rounded."""
    lines = told("pdfinfo", "-f", 1, "-l", 99, path).splitlines()
    found = [line.split() for line in lines if line.startswith("Page ") and " size:" in line]
    return [(round(float(words[3])), round(float(words[5]))) for words in found]


def noted_map() -> Document:
    document = small_map()
    with document.edit("Note") as edit:
        for card, note in (("card-1", LATVIAN), ("card-4", THAI), ("card-6", ARABIC)):
            edit.update(card, Card, note=note)
    return document


def test_notes_follow_the_map_with_numbers_in_every_script(tmp_path: Path, shaper: QtShaper) -> None:
    path = tmp_path / "map.pdf"
    layout = MapLayout(noted_map(), shaper)
    assert write_pdf(layout, path, ExportOptions(paper="A3", notes=True)) == frozenset()
    assert sizes(path) == [(1191, 842)] * 2
    for words in (LATVIAN, THAI, ARABIC):
        assert words not in page(path, 1)
        assert words in page(path, 2)
    for words in (
        "Notes",
        "Buying a bicycle",
        "Web search",
        "Awareness · Searches · Touchpoints",
        "Page 2 of 2",
    ):
        assert words in page(path, 2)
    assert {"1", "2", "3"} <= set(page(path, 1).split())
    fonts = told("pdffonts", path).splitlines()[2:]
    assert all(line.split()[-5:-2] == ["yes", "yes", "yes"] for line in fonts)
    assert "/Title (Notes)" in path.read_bytes().decode("latin-1"), "the outline leads there"


def test_beside_a_map_of_its_own_size_notes_take_a4(tmp_path: Path, shaper: QtShaper) -> None:
    path = tmp_path / "map.pdf"
    layout = MapLayout(noted_map(), shaper)
    write_pdf(layout, path, ExportOptions(paper=OWN_SIZE, notes=True))
    assert sizes(path) == [(round(layout.width), round(layout.height)), (595, 842)]


def test_without_notes_or_the_wish_for_them_nothing_is_added(tmp_path: Path, shaper: QtShaper) -> None:
    plain, wished, unwished = (tmp_path / f"{name}.pdf" for name in ("plain", "wished", "unwished"))
    write_pdf(MapLayout(small_map(), shaper), plain, ExportOptions())
    write_pdf(MapLayout(small_map(), shaper), wished, ExportOptions(notes=True))
    write_pdf(MapLayout(noted_map(), shaper), unwished, ExportOptions())
    assert len(sizes(plain)) == len(sizes(wished)) == len(sizes(unwished)) == 1
    assert told("pdftotext", plain, "-") == told("pdftotext", wished, "-")
    assert "Notes" not in told("pdftotext", unwished, "-")


def test_a_lane_put_away_takes_its_notes_with_it(tmp_path: Path, shaper: QtShaper) -> None:
    document = noted_map()
    with document.edit("Put away") as edit:
        lanes.set_hidden(edit, ["lane-1"], True)
        lanes.set_collapsed(edit, ["lane-2"], True)
    path = tmp_path / "map.pdf"
    write_pdf(MapLayout(document, shaper), path, ExportOptions(notes=True))
    assert ARABIC in page(path, 2)
    assert LATVIAN not in page(path, 2)
    assert THAI not in page(path, 2)


def test_a_long_note_runs_over_pages_whole(tmp_path: Path, shaper: QtShaper) -> None:
    document = noted_map()
    words = [f"word{number}" for number in range(5000)]
    with document.edit("Note") as edit:
        edit.update("card-1", Card, note=" ".join(words))
    path = tmp_path / "map.pdf"
    write_pdf(MapLayout(document, shaper), path, ExportOptions(paper="A4", notes=True))
    assert len(sizes(path)) > 5
    found = told("pdftotext", path, "-").split()
    assert sorted(word for word in found if word.startswith("word")) == sorted(words)
    assert THAI in page(path, len(sizes(path)))


def test_progress_goes_on_through_the_notes_and_can_be_cancelled(tmp_path: Path, shaper: QtShaper) -> None:
    layout = MapLayout(noted_map(), shaper)
    shares: list[float] = []

    def watch(done: float) -> bool:
        shares.append(done)
        return True

    write_pdf(layout, tmp_path / "map.pdf", ExportOptions(notes=True), watch)
    assert shares == sorted(shares)
    assert shares[-1] == 1
    among_notes = [share for share in shares if 0.6 < share < 0.95]
    assert len(among_notes) == 3
    with pytest.raises(Cancelled):
        write_pdf(layout, tmp_path / "no.pdf", ExportOptions(notes=True), lambda done: done <= 0.6)
    assert not (tmp_path / "no.pdf").exists()


@pytest.mark.parametrize(("with_notes", "pages"), [(True, 2), (False, 1)])
def test_a_printer_gets_the_notes_where_they_are_wished_for(
    tmp_path: Path, shaper: QtShaper, with_notes: bool, pages: int
) -> None:
    layout = MapLayout(noted_map(), shaper)
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    suit_page(layout, printer)
    assert print_map(layout, printer, with_notes)
    assert len(sizes(tmp_path / "printed.pdf")) == pages
    if with_notes:
        shown = page(tmp_path / "printed.pdf", 2)
        assert LATVIAN in shown
        assert "Page 2 of 2" in shown
        assert {"1", "2", "3"} <= set(page(tmp_path / "printed.pdf", 1).split())


class PrinterWithoutPaper(QPrinter):
    """Takes one page and no more."""

    def newPage(self) -> bool:  # noqa: N802 - Qt's name
        return False


def test_a_printer_that_takes_no_second_page_has_not_printed_the_map(
    tmp_path: Path, shaper: QtShaper
) -> None:
    layout = MapLayout(noted_map(), shaper)
    printer = PrinterWithoutPaper(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    assert print_map(layout, printer, with_notes=False)
    assert not print_map(layout, printer, with_notes=True)
    assert print_map(layout, printer, with_notes=False), "the painter was let go"
