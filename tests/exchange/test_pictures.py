"""Pictures from files: as they are kept, and what is no picture."""

import os
from base64 import b64decode
from hashlib import sha256
from io import BytesIO
from pathlib import Path

import pytest
from PIL import ExifTags, Image, ImageCms
from PIL.PngImagePlugin import PngInfo

from journeymapper.document.records import Picture
from journeymapper.exchange.pictures import BadPictureError, picture_in, picture_of
from tests.photos import claimed_png, file_of, halves, photo

SECRET = "Bruņinieku iela 12"


def kept(picture: Picture) -> bytes:
    return b64decode(picture.data, validate=True)


def image(picture: Picture) -> Image.Image:
    found = Image.open(BytesIO(kept(picture)))
    found.load()
    assert found.size == (picture.width, picture.height)
    assert Image.MIME[found.format] == picture.media_type
    return found


def is_near(colour: object, wanted: tuple[int, ...]) -> bool:
    assert isinstance(colour, tuple)
    return all(abs(one - other) < 24 for one, other in zip(colour, wanted, strict=True))


def with_place(turned: int = 1) -> Image.Exif:
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = turned
    exif[ExifTags.Base.ImageDescription] = SECRET
    exif.get_ifd(ExifTags.IFD.GPSInfo)[ExifTags.GPS.GPSLatitude] = (56.0, 57.0, 6.0)
    return exif


@pytest.mark.parametrize("form", ["JPEG", "PNG"])
def test_small_files_stay_as_they_are_to_the_last_byte(form: str) -> None:
    data = file_of(photo(600, 400), form)
    picture = picture_of(data)
    assert kept(picture) == data
    assert (picture.width, picture.height) == (600, 400)
    assert picture.id == f"picture-{sha256(data).hexdigest()}"
    assert picture_of(data) == picture


def test_what_a_camera_wrote_into_the_file_goes_and_the_pixels_stay() -> None:
    data = file_of(photo(600, 400), exif=with_place(), comment=SECRET.encode(), icc_profile=srgb())
    assert SECRET.encode() in data
    picture = picture_of(data)
    assert SECRET.encode() not in kept(picture)
    assert not image(picture).getexif()
    assert image(picture).tobytes() == Image.open(BytesIO(data)).tobytes()


def test_what_a_program_wrote_into_a_png_goes_and_the_pixels_stay() -> None:
    told = PngInfo()
    told.add_itxt("Author", SECRET)
    data = file_of(halves(40, 30), "PNG", pnginfo=told, exif=with_place())
    picture = picture_of(data)
    assert SECRET.encode() not in kept(picture)
    assert set(image(picture).info) == set()
    assert image(picture).tobytes() == halves(40, 30).tobytes()


@pytest.mark.parametrize("progressive", [False, True])
def test_a_jpeg_of_several_scans_stays_whole(progressive: bool) -> None:
    data = file_of(photo(600, 400), exif=with_place(), progressive=progressive, restart_marker_rows=2)
    assert image(picture_of(data)).tobytes() == Image.open(BytesIO(data)).tobytes()


def test_a_large_photo_becomes_small_enough_for_a_page() -> None:
    data = file_of(photo(4000, 2000), quality=95, exif=with_place())
    picture = picture_of(data)
    assert (picture.width, picture.height) == (2000, 1000)
    assert picture.media_type == "image/jpeg"
    assert len(kept(picture)) < len(data) / 3
    assert SECRET.encode() not in kept(picture)


@pytest.mark.parametrize("size", [(60, 40), (4000, 2600)])
def test_a_photo_that_was_taken_sideways_stands_upright(size: tuple[int, int]) -> None:
    sideways = halves(*size)  # red is on the left, and on top once it is turned to the right
    picture = picture_of(file_of(sideways, exif=with_place(6), quality=95))
    assert picture.width < picture.height <= 2000
    shown = image(picture)
    assert is_near(shown.getpixel((shown.width // 2, 2)), (255, 0, 0))
    assert is_near(shown.getpixel((shown.width // 2, shown.height - 3)), (0, 0, 255))


def test_transparency_stays() -> None:
    drawing = halves(3000, 1500).convert("RGBA")
    drawing.paste((0, 0, 0, 0), (0, 0, 1500, 1500))
    picture = picture_of(file_of(drawing, "PNG"))
    assert (picture.media_type, picture.width) == ("image/png", 2000)
    shown = image(picture)
    assert shown.mode == "RGBA"
    assert shown.getpixel((10, 10))[3] == 0
    assert is_near(shown.getpixel((1900, 10)), (0, 0, 255, 255))


def test_a_large_opaque_photo_in_a_png_becomes_a_jpeg_even_with_an_alpha_channel() -> None:
    picture = picture_of(file_of(photo(2400, 300, mode="RGBA"), "PNG", compress_level=1))
    assert picture.media_type == "image/jpeg"


def test_a_drawing_keeps_its_sharp_edges() -> None:
    picture = picture_of(file_of(halves(3000, 2000), "PNG"))
    assert picture.media_type == "image/png"
    assert image(picture).convert("RGB").getpixel((990, 500)) == (255, 0, 0)


@pytest.mark.parametrize("form", ["GIF", "WEBP", "PNG"])
def test_of_an_animated_picture_the_first_frame_is_kept(form: str) -> None:
    frames = [halves(40, 30, colour, colour) for colour in ("red", "lime", "blue")]
    options = {"lossless": True} if form == "WEBP" else {}
    data = file_of(frames[0], form, save_all=True, append_images=frames[1:], duration=50, **options)
    shown = image(picture_of(data))
    assert getattr(shown, "n_frames", 1) == 1
    assert is_near(shown.convert("RGB").getpixel((20, 15)), (255, 0, 0))


@pytest.mark.parametrize("form", ["BMP", "TIFF", "WEBP", "AVIF", "GIF", "ICO"])
def test_other_formats_become_png_or_jpeg(form: str) -> None:
    options = {"lossless": True} if form == "WEBP" else {}
    picture = picture_of(file_of(halves(48, 48), form, **options))
    assert picture.media_type in {"image/png", "image/jpeg"}
    assert is_near(image(picture).convert("RGB").getpixel((4, 4)), (255, 0, 0))


def test_a_jpeg_in_printing_inks_gets_the_colours_of_screens() -> None:
    picture = picture_of(file_of(halves(60, 40).convert("CMYK"), quality=95))
    assert image(picture).mode == "RGB"
    assert is_near(image(picture).getpixel((5, 20)), (255, 0, 0))


def test_sixteen_bits_a_colour_become_eight() -> None:
    grey = Image.new("I;16", (60, 40), 0)
    grey.paste(65_535, (30, 0, 60, 40))
    shown = image(picture_of(file_of(grey, "PNG"))).convert("L")
    assert (shown.getpixel((5, 5)), shown.getpixel((55, 5))) == (0, 255)
    half = image(picture_of(file_of(Image.new("I;16", (60, 40), 32_768), "PNG"))).convert("L")
    assert 126 <= half.getpixel((5, 5)) <= 129


def srgb() -> bytes:
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def test_colours_of_another_profile_are_turned_into_those_of_screens() -> None:
    lab = ImageCms.createProfile("LAB")
    data = file_of(
        ImageCms.profileToProfile(halves(40, 40), ImageCms.createProfile("sRGB"), lab, outputMode="LAB"),
        "TIFF",
        icc_profile=ImageCms.ImageCmsProfile(lab).tobytes(),
    )
    assert is_near(image(picture_of(data)).convert("RGB").getpixel((5, 20)), (255, 0, 0))


def test_a_broken_profile_is_no_reason_to_refuse_a_picture() -> None:
    picture = picture_of(file_of(halves(40, 40), icc_profile=b"none" * 40, quality=95))
    assert is_near(image(picture).getpixel((5, 20)), (255, 0, 0))


@pytest.mark.parametrize("size", [(1, 30_000), (30_000, 1)])
def test_a_strip_keeps_at_least_a_pixel(size: tuple[int, int]) -> None:
    picture = picture_of(file_of(Image.new("RGB", size, "red"), "PNG"))
    assert {picture.width, picture.height} == {1, 2000}
    assert image(picture).convert("RGB").getpixel((0, 0)) == (255, 0, 0)


WHOLE = file_of(photo(300, 200))
DRAWING = file_of(photo(300, 200), "PNG")
BROKEN = {
    "empty": (b"", "there is nothing in it"),
    "text": (b"Dear Sir or Madam, " * 9, "no picture of a kind that can be read"),
    "SVG": (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "no picture of a kind that can be read"),
    "PostScript": (b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n", "no picture of a kind"),
    "a JPEG's first half": (WHOLE[: len(WHOLE) // 2], "broken or cut short"),
    "a JPEG's head": (WHOLE[:300], "broken or cut short"),
    "a PNG's first half": (DRAWING[: len(DRAWING) // 2], "broken or cut short"),
    "a PNG with a hole": (DRAWING[:900] + bytes(40) + DRAWING[940:], "broken or cut short"),
    "200 megapixels": (claimed_png(20_000, 10_000), "more than 100 megapixels"),
    "101 megapixels": (claimed_png(10_100, 10_000), "more than 100 megapixels"),
    "four gigapixels": (claimed_png(65_000, 65_000), "more than 100 megapixels"),
}


@pytest.mark.parametrize("name", BROKEN)  # those of too many pixels are no more than a head: none is decoded
def test_what_is_no_picture_is_refused_in_words(name: str) -> None:
    data, words = BROKEN[name]
    with pytest.raises(BadPictureError, match=words):
        picture_of(data)


def test_a_file_is_read_and_what_is_wrong_with_it_told_without_its_place(tmp_path: Path) -> None:
    (tmp_path / "photo.jpg").write_bytes(WHOLE)
    assert picture_in(tmp_path / "photo.jpg") == picture_of(WHOLE)
    with pytest.raises(BadPictureError, match=r"^there is no such file or folder$"):
        picture_in(tmp_path / "none.jpg")
    with pytest.raises(BadPictureError, match=r"^this is a folder, not a file$"):
        picture_in(tmp_path)


def test_a_file_that_is_far_too_large_is_not_even_read(tmp_path: Path) -> None:
    path = tmp_path / "huge.png"
    with path.open("wb") as stream:
        os.truncate(stream.fileno(), 300_000_000)
    with pytest.raises(BadPictureError, match="more than 200 MB"):
        picture_in(path)
