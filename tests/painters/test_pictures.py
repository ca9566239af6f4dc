"""Pictures on screen and paper: in their places, decoded no more than need be, and broken ones quietly."""

import subprocess
from base64 import b64decode, b64encode
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from journeymapper.document.records import Picture
from journeymapper.exchange.pictures import picture_of
from journeymapper.layout.display import Item, Paragraph, PictureBox, Placed
from journeymapper.layout.geometry import Rect
from journeymapper.layout.picture import stand_in
from journeymapper.painters import qt_pictures
from journeymapper.painters.qt import QtPainter
from journeymapper.painters.qt_pictures import PictureCache
from journeymapper.style import colours
from journeymapper.style.typography import CARD
from journeymapper.text.engine import QtShaper
from tests.painters.reading import pdf_of, run, text_of
from tests.painters.reading import picture_of as page_of
from tests.painters.test_agreement import difference
from tests.photos import broken, claimed_png, file_of, halves, photo, record

pytestmark = pytest.mark.usefixtures("qapp")

BOX = Rect(10, 10, 80, 60)
PHOTO = picture_of(file_of(photo(400, 300)))


def box(picture: Picture, rect: Rect = BOX, radius: float = 0) -> list[Placed]:
    return [Placed(0, 0, (PictureBox(rect, picture, radius),))]


def painted(
    placed: list[Placed], scale: float = 1, painter: QtPainter | None = None, ratio: float = 1
) -> QImage:
    """Return 100 × 80 points on white; ``ratio`` is that of a sharp screen."""
    image = QImage(round(100 * scale * ratio), round(80 * scale * ratio), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    image.fill(0xFFFFFFFF)
    brush = QPainter(image)
    brush.scale(scale, scale)
    (painter or QtPainter()).paint(brush, placed)
    brush.end()
    return image


def colour(image: QImage, x: float, y: float) -> str:
    return image.pixelColor(int(x), int(y)).name()


def test_a_picture_fills_its_box_and_nothing_else() -> None:
    image = painted(box(record()))
    assert [colour(image, x, 40) for x in (9, 11, 48, 52, 88, 91)] == [
        *("#ffffff", "#ff0000", "#ff0000", "#0000ff", "#0000ff", "#ffffff")
    ]
    assert [colour(image, 20, y) for y in (8, 11, 68, 71)] == ["#ffffff", "#ff0000", "#ff0000", "#ffffff"]


def test_its_corners_are_round() -> None:
    image = painted(box(record(), radius=10), scale=4)
    assert colour(image, 4 * 10.5, 4 * 10.5) == "#ffffff"
    assert colour(image, 4 * 20, 4 * 10.5) == "#ff0000"


def test_of_a_picture_of_other_proportions_the_middle_is_shown() -> None:
    wide = record(400, 100)
    image = painted(box(wide, Rect(10, 10, 60, 60)))
    assert [colour(image, x, 40) for x in (11, 38, 42, 68)] == ["#ff0000"] * 2 + ["#0000ff"] * 2


def test_what_is_transparent_shows_what_is_under_it() -> None:
    drawing = halves(80, 60).convert("RGBA")
    drawing.paste((0, 0, 0, 0), (40, 0, 80, 60))
    image = painted(box(picture_of(file_of(drawing, "PNG"))))
    assert (colour(image, 30, 40), colour(image, 70, 40)) == ("#ff0000", "#ffffff")


def test_a_grey_and_a_one_bit_picture_are_shown() -> None:
    for mode in ("L", "1", "P", "LA"):
        data = file_of(Image.new("RGB", (80, 60), "white").convert(mode), "PNG")
        assert colour(painted(box(picture_of(data))), 50, 40) == "#ffffff"


BROKEN = {
    "no base64": broken(data="no*base64?"),
    "not ASCII": broken(data="āēīū"),
    "nothing": broken(data=""),
    "no picture": broken(),
    "a photo's first half": broken(data=PHOTO.data[: len(PHOTO.data) // 2 // 4 * 4]),
    "another kind": broken(media_type="image/svg+xml", data=b64encode(b"<svg/>").decode()),
    "a PNG that says JPEG": record().model_copy(update={"media_type": "image/jpeg"}),
    "200 megapixels": broken(media_type="image/png", data=b64encode(claimed_png(20_000, 10_000)).decode()),
    "a gap": broken(data=b64encode(b64decode(PHOTO.data)[:700] + bytes(9)).decode()),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_picture_is_a_quiet_box_on_screen_and_on_paper(
    name: str, capfd: pytest.CaptureFixture[str]
) -> None:
    wanted: list[Placed] = [Placed(0, 0, stand_in(BOX, 5))]
    placed = box(BROKEN[name], radius=5)
    image = painted(placed, 2)
    assert image == painted(wanted, 2)
    assert colour(image, 2 * 30, 2 * 20) == colours.HAIRLINE
    assert not images_in(pdf_of(placed, 100, 80))
    assert not capfd.readouterr().err


def test_screen_and_paper_agree_on_a_broken_picture(tmp_path: Path) -> None:
    assert difference(box(broken(), radius=5), 100, 80, tmp_path) < 0.05


def test_a_box_that_is_hardly_there_has_its_stand_in_all_the_same() -> None:
    for rect in (Rect(10, 10, 0.5, 60), Rect(10, 10, 60, 0.5), Rect(10, 10, 1, 1)):
        assert painted(box(broken(), rect, 3), 8) != painted([], 8)


def test_screen_and_paper_agree(tmp_path: Path) -> None:
    drawing = halves(80, 60).convert("RGBA")
    drawing.paste((0, 0, 0, 0), (0, 30, 80, 60))
    grey = picture_of(file_of(photo(300, 225, mode="L")))
    for number, picture in enumerate((PHOTO, record(), picture_of(file_of(drawing, "PNG")), grey)):
        folder = tmp_path / str(number)
        folder.mkdir()
        assert difference(box(picture, radius=8), 100, 80, folder) < 0.08


class TestCache:
    def decodes(self, monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, int]]:
        """Return a list of what is decoded from now on, and how many times smaller."""
        met: list[tuple[str, int]] = []
        decode = qt_pictures.decoded

        def decoded(picture: Picture, shrunk: int) -> Image.Image | None:
            met.append((picture.id, shrunk))
            return decode(picture, shrunk)

        monkeypatch.setattr(qt_pictures, "decoded", decoded)
        return met

    def test_a_picture_is_decoded_when_it_is_seen_and_as_large_as_it_is_seen(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        met, large, painter = self.decodes(monkeypatch), picture_of(file_of(photo(1600, 1200))), QtPainter()
        painted(box(large), 1, painter)
        assert met == [(large.id, 16)]
        painted(box(large), 1, painter)
        assert len(met) == 1
        painted(box(large), 4, painter)
        painted(box(large), 2, painter, ratio=2)
        assert met[1:] == [(large.id, 4)]
        painted(box(large), 40, painter)
        assert met[2:] == [(large.id, 1)]

    def test_one_that_cannot_be_seen_is_not_decoded(self, monkeypatch: pytest.MonkeyPatch) -> None:
        met, image = self.decodes(monkeypatch), QImage(100, 80, QImage.Format.Format_RGB32)
        image.fill(0xFFFFFFFF)
        painted(box(PHOTO), 0.05)
        brush = QPainter(image)
        brush.setClipRect(QRectF(0, 0, 9, 80))
        QtPainter().paint(brush, box(PHOTO))
        brush.end()
        assert not met

    def test_what_is_kept_stays_within_bounds_and_the_oldest_goes_first(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        photos = [picture_of(file_of(photo(200, 150, seed, "L"), quality=20 + seed)) for seed in range(8)]
        room = 4 * 200 * 150
        met, cache = self.decodes(monkeypatch), PictureCache(most_bytes=3 * room)
        painter = QtPainter(pictures=cache)
        for each in photos:
            painted(box(each), 4, painter)
            assert cache.size <= 3 * room
        assert len(met) == 8
        for each in reversed(photos[-3:]):
            painted(box(each), 4, painter)
        assert len(met) == 8
        painted(box(photos[0]), 4, painter)
        painted(box(photos[-1]), 4, painter)
        assert [id_ for id_, _shrunk in met[8:]] == [photos[0].id, photos[-1].id]

    def test_one_larger_than_all_the_room_is_made_smaller(self) -> None:
        cache = PictureCache(most_bytes=100_000)
        image = cache.image(picture_of(file_of(photo(800, 600))), 800)
        assert image is not None
        assert image.width() == 100
        assert cache.size <= 100_000

    def test_a_picture_with_the_id_of_another_is_not_taken_for_it(self) -> None:
        painter, red, green = QtPainter(), record(), record(left="green")
        painted(box(red), 1, painter)
        again = green.model_copy(update={"id": red.id})
        assert colour(painted(box(again), 1, painter), 20, 40) == QColor("green").name()

    def test_a_cache_that_waits_has_pictures_painted_when_they_were_fetched(self) -> None:
        photos = [picture_of(file_of(photo(200, 150, seed, "L"), quality=20 + seed)) for seed in range(5)]
        cache = PictureCache(waits=True)
        painter = QtPainter(pictures=cache)
        boxes = [PictureBox(Rect(10, 10 + 12 * row, 80, 10), each) for row, each in enumerate(photos)]
        placed = [Placed(0, 0, tuple(boxes))]
        cache.begin()
        image = painted(placed, 4, painter)
        assert [late.place for late in cache.late] == [QRectF(40, 40 + 48 * row, 320, 40) for row in range(5)]
        assert {colour(image, 4 * 50, 4 * (15 + 12 * row)) for row in range(5)} == {colours.HAIRLINE}
        for late in cache.late[:4]:
            cache.fetch(late.picture, late.width)
        cache.begin()
        painted(placed, 4, painter)
        [late] = cache.late
        assert late.picture is photos[-1]
        cache.fetch(late.picture, late.width)
        cache.begin()
        assert painted(placed, 4, painter) == painted(placed, 4)
        assert not cache.late

    def test_a_large_view_has_more_room(self) -> None:
        photos = [picture_of(file_of(photo(200, 150, seed, "L"), quality=20 + seed)) for seed in range(4)]
        cache = PictureCache(most_bytes=2 * 4 * 200 * 150)
        for pixels, wanted in ((0, 2), (200 * 150, 3), (0, 2)):
            cache.begin(pixels)
            for each in photos:
                cache.fetch(each, 200)
            assert cache.size == wanted * 4 * 200 * 150

    def test_until_it_is_fetched_a_coarser_picture_is_shown(self) -> None:
        large, cache = picture_of(file_of(photo(1600, 1200), quality=60)), PictureCache(waits=True)
        painter = QtPainter(pictures=cache)
        cache.fetch(large, 80)
        cache.begin()
        image = painted(box(large), 8, painter)
        assert [late.place for late in cache.late] == [QRectF(80, 80, 640, 480)]
        assert colour(image, 8 * 50, 8 * 40) != colours.HAIRLINE


def images_in(pdf: bytes) -> list[list[str]]:
    """Return pdfimages' row for each image shown: page, num, type, width, height, color, comp, bpc, enc …"""
    return [row.split() for row in run("pdfimages", "-list", "-", data=pdf).splitlines()[2:]]


class TestPdf:
    def test_a_photo_is_embedded_once_as_it_is(self, tmp_path: Path) -> None:
        placed = [*box(PHOTO), *box(PHOTO, Rect(0, 0, 40, 30), 3), *box(record(), Rect(50, 0, 40, 30))]
        pdf = pdf_of(placed, 100, 80)
        rows = images_in(pdf)
        assert [row[8] for row in rows] == ["jpeg", "jpeg", "image"]
        assert rows[0][10] == rows[1][10] != rows[2][10]
        (tmp_path / "page.pdf").write_bytes(pdf)
        subprocess.run(["pdfimages", "-all", "page.pdf", "of"], cwd=tmp_path, check=True)
        assert (tmp_path / "of-000.jpg").read_bytes() == b64decode(PHOTO.data)

    def test_transparency_goes_along(self, tmp_path: Path) -> None:
        drawing = halves(80, 60).convert("RGBA")
        drawing.paste((0, 0, 0, 0), (40, 0, 80, 60))
        pdf = pdf_of(box(picture_of(file_of(drawing, "PNG"))), 100, 80)
        assert [row[2] for row in images_in(pdf)] == ["image", "smask"]
        page = page_of(pdf, tmp_path, dots_per_inch=72)
        assert (colour(page, 30, 40), colour(page, 70, 40)) == ("#ff0000", "#ffffff")

    def test_what_comes_after_a_picture_is_painted_as_ever(self, shaper: QtShaper) -> None:
        words = Paragraph(5, 5, shaper.shape("Pēc attēla", CARD), colours.INK)
        items: tuple[Item, ...] = (*stand_in(BOX, 0), PictureBox(BOX, PHOTO), words, *stand_in(BOX, 0))
        pdf = pdf_of([Placed(0, 0, items), *box(broken()), Placed(0, 40, (words,))], 100, 80)
        assert text_of(pdf).count("Pēc attēla") == 2
