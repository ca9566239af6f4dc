"""Files of pictures for tests, made while they run."""

import struct
import zlib
from io import BytesIO
from typing import Any

from PIL import Image

from journeymapper.document.records import Picture
from journeymapper.exchange.pictures import picture_of


def file_of(image: Image.Image, form: str = "JPEG", **options: Any) -> bytes:
    """Return a picture's file."""
    file = BytesIO()
    image.save(file, form, **options)
    return file.getvalue()


def photo(width: int, height: int, seed: int = 0, mode: str = "RGB") -> Image.Image:
    """Return a picture of many colours: soft patches with noise on them, other ones for each seed."""
    patches = Image.effect_noise((max(1, width // 16), max(1, height // 16)), 90).resize((width, height))
    grain = Image.effect_noise((width, height), 24)
    wave = Image.linear_gradient("L").rotate(90 * (seed % 4)).resize((width, height))
    return Image.merge("RGB", (Image.blend(patches, grain, 0.3), wave, patches)).convert(mode)


def halves(width: int, height: int, left: str = "red", right: str = "blue") -> Image.Image:
    """Return a picture of two colours, side by side."""
    image = Image.new("RGB", (width, height), left)
    image.paste(right, (width // 2, 0, width, height))
    return image


def record(width: int = 80, height: int = 60, left: str = "red", right: str = "blue") -> Picture:
    """Return a small picture of two colours as a map keeps it."""
    return picture_of(file_of(halves(width, height, left, right), "PNG"))


def broken(id_: str = "picture-broken", media_type: str = "image/jpeg", data: str = "AAAA") -> Picture:
    """Return a picture that cannot be shown, said to be of 80 × 60 pixels."""
    return Picture(id=id_, media_type=media_type, width=80, height=60, data=data)


def claimed_png(width: int, height: int) -> bytes:
    """Return a small file that says it is a PNG picture of that size."""
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    parts = ((b"IHDR", head), (b"IDAT", zlib.compress(b"\0" * 1000)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in parts
    )
