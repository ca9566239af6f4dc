"""Pages of personas in a PDF and on a printer, judged by poppler."""

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from journeymapper.document.document import Document
from journeymapper.document.records import Card, Picture
from journeymapper.editing import personas, pictures
from journeymapper.exchange.options import Cancelled, ExportOptions
from journeymapper.exchange.pdf import write_pdf
from journeymapper.exchange.pictures import picture_of
from journeymapper.layout.map_layout import MapLayout
from journeymapper.layout.pages import OWN_SIZE
from journeymapper.text.engine import QtShaper
from tests.exchange.test_notes import page, sizes, told
from tests.exchange.ways_out import exported, printed
from tests.maps import small_map

LATVIAN = "Pērkot šķita lētāk, bet piegāde jāmaksā atsevišķi"
THAI = "เปรียบเทียบราคาสินค้าบนมือถือ"
ARABIC = "يقارن العميل الأسعار"


def peopled_map() -> Document:
    document = small_map()
    with document.edit("Tell") as edit:
        personas.set_fields(edit, "persona-1", goals=LATVIAN, work="maizes ceptuve")
        personas.add(edit, "สมหญิง ใจดี", needs=THAI)
        personas.add(edit, "محمد", pain_points=ARABIC)
        edit.update("card-1", Card, note="A note")
    return document


def test_a_page_for_each_follows_the_map_with_its_words_to_be_found(tmp_path: Path, shaper: QtShaper) -> None:
    path = tmp_path / "map.pdf"
    options = ExportOptions(paper="A4", personas=True)
    assert write_pdf(MapLayout(peopled_map(), shaper), path, options) == frozenset()
    assert sizes(path) == [sizes(path)[0]] * 4
    for number, words in ((2, LATVIAN), (3, THAI), (4, ARABIC)):
        assert words in page(path, number)
    for words in ("Ilze Bērziņa", "bakery owner", "maizes ceptuve", "“Gribu ātri.”", "Goals", "Page 2 of 4"):
        assert words in page(path, 2)
    assert "Needs" not in page(path, 2)
    fonts = told("pdffonts", path).splitlines()[2:]
    assert all(line.split()[-5:-2] == ["yes", "yes", "yes"] for line in fonts)
    plain = tmp_path / "plain.pdf"
    write_pdf(MapLayout(peopled_map(), shaper), plain, ExportOptions(paper="A4"))
    entries = [each.read_bytes().count(b"/Title") for each in (plain, path)]
    assert entries[1] == entries[0] + 3, "a line of the outline for each"


def test_beside_a_map_of_its_own_size_they_take_a4_and_on_a0_they_are_larger(
    tmp_path: Path, shaper: QtShaper
) -> None:
    layout = MapLayout(peopled_map(), shaper)
    write_pdf(layout, tmp_path / "own.pdf", ExportOptions(paper=OWN_SIZE, personas=True))
    assert sizes(tmp_path / "own.pdf")[1:] == [(595, 842)] * 3
    write_pdf(layout, tmp_path / "a0.pdf", ExportOptions(paper="A0", personas=True))
    assert sizes(tmp_path / "a0.pdf") == [(2384, 3370)] * 4
    boxes = told("pdftotext", "-bbox", "-f", 2, "-l", 2, tmp_path / "a0.pdf", "-")
    [name] = [line for line in boxes.splitlines() if ">Ilze Bērziņa<" in line]
    top, bottom = (float(name.split(f'{side}="')[1].split('"')[0]) for side in ("yMin", "yMax"))
    assert 120 < bottom - top < 200


def test_notes_come_first_and_pages_are_counted_through(tmp_path: Path, shaper: QtShaper) -> None:
    path = tmp_path / "map.pdf"
    shares: list[float] = []
    options = ExportOptions(paper="A4", notes=True, personas=True)
    write_pdf(MapLayout(peopled_map(), shaper), path, options, lambda done: not shares.append(done))
    assert "A note" in page(path, 2)
    assert [f"Page {number} of 5" in page(path, number) for number in range(2, 6)] == [True] * 4
    assert shares == sorted(shares)
    assert len([share for share in shares if 0.6 < share < 0.95]) == 4
    with pytest.raises(Cancelled):
        write_pdf(MapLayout(peopled_map(), shaper), tmp_path / "no.pdf", options, lambda done: done <= 0.7)
    assert not (tmp_path / "no.pdf").exists()


def test_without_personas_or_the_wish_for_them_nothing_is_added(tmp_path: Path, shaper: QtShaper) -> None:
    document = small_map()
    with document.edit("Delete") as edit:
        personas.delete(edit, "persona-1")
    write_pdf(MapLayout(document, shaper), tmp_path / "none.pdf", ExportOptions(personas=True))
    write_pdf(MapLayout(peopled_map(), shaper), tmp_path / "unwished.pdf", ExportOptions())
    assert len(sizes(tmp_path / "none.pdf")) == len(sizes(tmp_path / "unwished.pdf")) == 1


def test_forty_personas_are_forty_pages(tmp_path: Path, shaper: QtShaper) -> None:
    document = small_map()
    with document.edit("Add") as edit:
        for number in range(39):
            personas.add(edit, f"Persona {number}")
    write_pdf(MapLayout(document, shaper), tmp_path / "map.pdf", ExportOptions(paper="A4", personas=True))
    assert len(sizes(tmp_path / "map.pdf")) == 41
    assert "Persona 38" in page(tmp_path / "map.pdf", 41)


def test_the_command_line_adds_them_when_asked(tmp_path: Path) -> None:
    assert len(sizes(exported(peopled_map(), tmp_path, "--personas"))) == 4


def test_a_printer_gets_them_where_they_are_wished_for(tmp_path: Path, shaper: QtShaper) -> None:
    path = printed(MapLayout(peopled_map(), shaper), tmp_path, with_notes=True, with_personas=True)
    assert len(sizes(path)) == 5
    assert LATVIAN in page(path, 3)


def test_a_picture_is_on_the_map_and_on_the_page_and_a_broken_one_breaks_nothing(
    tmp_path: Path, shaper: QtShaper
) -> None:
    document = peopled_map()
    stream = BytesIO()
    Image.effect_mandelbrot((200, 120), (-2, -1, 1, 1), 20).save(stream, "PNG")
    broken = Picture(id="picture-1", media_type="image/png", width=9, height=9, data="AAAA")
    with document.edit("Show") as edit:
        people = [id_ for _order, id_ in edit.indexes.personas]
        pictures.show(edit, people[:1], picture_of(stream.getvalue()))
        pictures.show(edit, people[1:2], broken)
    write_pdf(MapLayout(document, shaper), tmp_path / "map.pdf", ExportOptions(paper="A4", personas=True))
    listed = told("pdfimages", "-list", tmp_path / "map.pdf").splitlines()[2:]
    assert {line.split()[0] for line in listed} == {"1", "2"}
    assert THAI in page(tmp_path / "map.pdf", 3)
    assert "IB" not in page(tmp_path / "map.pdf", 2).split()
