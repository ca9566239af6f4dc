"""Pictures as pixels: what is broken gives none, and neither an exception nor a warning."""

import warnings
from base64 import b64decode
from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from typing import Final, TypeVar

from PIL import Image, ImageFile

from journeymapper.document.records import Picture

Made = TypeVar("Made")

#: The kinds of picture that a map shows, as Pillow calls them.
_FORMATS: Final = {"image/jpeg": "JPEG", "image/png": "PNG"}

#: A picture of more pixels counts as broken: the program makes none that is a tenth as large.
_MOST_PIXELS = 50_000_000

#: A JPEG is made so many times smaller to see whether it is whole: as quick as it gets.
_AT_A_GLANCE = 8


@dataclass(frozen=True, slots=True)
class Jpeg:
    """The bytes of a JPEG file, its width and height in pixels, and whether it has no colours."""

    data: bytes
    size: tuple[int, int]
    is_grey: bool


def decoded(picture: Picture, shrunk: int = 1) -> Image.Image | None:
    """Return a picture's pixels as "RGB" or "RGBA", or None where it is broken.

    Args:
        picture: What to decode.
        shrunk: How many times shorter both sides are made, a power of 2: the more, the less work.
    """
    return _made_of(picture, lambda image, _data: _pixels(image, shrunk))


def sound_jpeg(picture: Picture) -> Jpeg | None:
    """Return a picture's file as it is, or None where it is no JPEG, broken, or not of ordinary colours."""
    return _made_of(picture, _jpeg)


def _made_of(picture: Picture, make: Callable[[ImageFile.ImageFile, bytes], Made]) -> Made | None:
    """Return what is made of a picture and its file's bytes, or None where they are broken."""
    kind = _FORMATS.get(picture.media_type)
    if kind is None:
        return None
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            data = b64decode(picture.data)
            with Image.open(BytesIO(data), formats=(kind,)) as image:
                return make(image, data) if image.width * image.height <= _MOST_PIXELS else None
        except Exception:  # what decoders raise on broken bytes is beyond listing
            return None


def _pixels(image: ImageFile.ImageFile, shrunk: int) -> Image.Image:
    wanted = max(1, image.width // shrunk), max(1, image.height // shrunk)
    image.draft(None, wanted)
    image.load()
    pixels = image.convert("RGBA" if image.has_transparency_data else "RGB")
    return pixels if pixels.size == wanted else pixels.resize(wanted, Image.Resampling.BOX)


def _jpeg(image: ImageFile.ImageFile, data: bytes) -> Jpeg | None:
    if image.format != "JPEG" or image.mode not in {"L", "RGB"}:
        return None
    size = image.size
    _pixels(image, _AT_A_GLANCE)
    return Jpeg(data, size, image.mode == "L")
