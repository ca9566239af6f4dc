"""Pictures as a map keeps them: upright, no larger than a page needs, and nothing but the picture.

What cameras write into files besides is left out: where a photo was taken must not travel with the map.
"""

import warnings
from base64 import b64encode
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import Final

from PIL import Image, ImageCms, ImageOps, UnidentifiedImageError

from journeymapper.document.records import Picture
from journeymapper.exchange.picture_bytes import bare_jpeg, bare_png
from journeymapper.files.problems import disk_words
from journeymapper.i18n import _

#: The longest side of a picture that is kept, in pixels.
LONGEST_SIDE: Final = 2_000

#: A picture of more pixels, or a file of more bytes, is not even decoded.
MOST_PIXELS: Final = 100_000_000
MOST_BYTES: Final = 200_000_000

#: Files of no more bytes stay as they are where nothing else speaks for another.
_MOST_KEPT = 1_000_000

_QUALITY = 85

#: The formats that are read: none of them runs another program or looks at other files.
FORMATS: Final = ("JPEG", "PNG", "GIF", "WEBP", "AVIF", "TIFF", "BMP", "ICO")

#: The endings of their files.
SUFFIXES: Final = (
    *(".jpg", ".jpeg", ".jpe", ".jfif", ".png", ".gif", ".webp"),
    *(".avif", ".tif", ".tiff", ".bmp", ".ico"),
)

#: How the pixels of files can be that are kept as they are.
_KEPT_MODES = {"JPEG": ("L", "RGB"), "PNG": ("1", "L", "LA", "P", "PA", "RGB", "RGBA")}

#: Drawings have few colours: no more than this, and than one for so many pixels.
_MOST_COLOURS, _FEWEST_COLOURS, _PIXELS_A_COLOUR = 32_768, 1_024, 8


class BadPictureError(ValueError):
    """Something is no picture that a map can show; the message says why, as the end of a sentence."""


def picture_in(path: Path) -> Picture:
    """Return the picture in a file (see ``picture_of``).

    Raises:
        BadPictureError: it cannot be read, or is no picture that can be shown.
    """
    try:
        if path.stat().st_size > MOST_BYTES:
            raise BadPictureError(_too_heavy())
        return picture_of(path.read_bytes())
    except OSError as error:
        error.filename = None  # whoever asked names the file
        raise BadPictureError(disk_words(error)) from error


def picture_of(data: bytes) -> Picture:
    """Return the picture in a file's bytes, as it is kept: the same picture has the same id.

    It is turned upright, its colours are those of ordinary screens, it has ``LONGEST_SIDE`` pixels a side at
    most, and nothing is kept of the file but the picture. Of several frames the first is taken.

    Raises:
        BadPictureError: it is no picture, is broken, or is too large to be decoded.
    """
    if not data:
        raise BadPictureError(_("there is nothing in it"))
    if len(data) > MOST_BYTES:
        raise BadPictureError(_too_heavy())
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # on what else is wrong with a file whose picture is whole
        try:
            kept, media_type, size = _kept(data)
        except BadPictureError:
            raise
        except UnidentifiedImageError as error:
            raise BadPictureError(_("it is no picture of a kind that can be read here")) from error
        except Image.DecompressionBombError as error:
            raise BadPictureError(_too_large()) from error
        except MemoryError as error:
            raise BadPictureError(_("there is not enough memory for it")) from error
        except Exception as error:  # what decoders raise on broken bytes is beyond listing
            raise BadPictureError(_("it is broken or cut short")) from error
    return Picture(
        id=f"picture-{sha256(kept).hexdigest()}",
        media_type=media_type,
        width=size[0],
        height=size[1],
        data=b64encode(kept).decode("ascii"),
    )


def _too_heavy() -> str:
    most = MOST_BYTES // 1_000_000
    return _("its file has more than {most} MB").format(most=most)


def _too_large() -> str:
    most = MOST_PIXELS // 1_000_000
    return _("it has more than {most} megapixels; make it smaller first").format(most=most)


def _kept(data: bytes) -> tuple[bytes, str, tuple[int, int]]:
    """Return the bytes that are kept, their media type, and the picture's width and height in pixels."""
    with Image.open(BytesIO(data), formats=FORMATS) as image:  # looks at the header alone
        if image.width * image.height > MOST_PIXELS:
            raise BadPictureError(_too_large())
        if (bare := _bare(image, data)) is not None:
            return bare, Image.MIME[str(image.format)], image.size
        return _encoded(_upright(image), may_be_drawn=image.format not in {"JPEG", "MPO"})


def _bare(image: Image.Image, data: bytes) -> bytes | None:
    """Return the file's own bytes without what does not belong, or None where they will not do."""
    if (
        image.mode not in _KEPT_MODES.get(str(image.format), ())
        or max(image.size) > LONGEST_SIDE
        or image.getexif().get(_ORIENTATION, 1) != 1
        or _has_other_colours(image)
    ):
        return None
    try:
        bare = bare_jpeg(data) if image.format == "JPEG" else bare_png(data)
    except ValueError:
        return None
    if len(bare) > _MOST_KEPT:
        return None
    image.load()  # a broken one must not come in
    return bare


_ORIENTATION = 0x0112


def _has_other_colours(image: Image.Image) -> bool:
    """Tell whether the colours mean something else than on ordinary screens (sRGB)."""
    profile = image.info.get("icc_profile")
    if profile is None:
        return False
    try:
        return "sRGB" not in ImageCms.getProfileDescription(_profile(profile))
    except (OSError, ImageCms.PyCMSError):  # a broken one says nothing
        return False


def _profile(data: bytes) -> ImageCms.ImageCmsProfile:
    return ImageCms.ImageCmsProfile(BytesIO(data))


def _upright(image: Image.Image) -> Image.Image:
    """Return the picture small enough and upright, in ordinary colours, opaque or with transparency."""
    if image.mode.startswith(("I", "F")):
        image = _in_eight_bits(image)
    elif image.mode in {"P", "PA", "1", "LA", "La", "RGBa"}:
        image = image.convert("RGBA" if image.has_transparency_data else "RGB")
    image.thumbnail((LONGEST_SIDE, LONGEST_SIDE), Image.Resampling.LANCZOS)
    ImageOps.exif_transpose(image, in_place=True)
    if _has_other_colours(image):
        image = _in_ordinary_colours(image)
    if image.has_transparency_data:
        seen = image.convert("RGBA")
        return seen if _extremes(seen.getchannel("A"))[0] < 255 else seen.convert("RGB")
    return image if image.mode in {"L", "RGB"} else image.convert("RGB")


def _in_eight_bits(image: Image.Image) -> Image.Image:
    """Return grey values of 16 or 32 bits in the 8 that are seen, from the darkest to the brightest."""
    grey = image.convert("F")
    low, high = _extremes(grey) if image.mode in {"I", "F"} else (0, 65_535)
    step = 255 / (high - low) if high > low else 0
    return grey.point(lambda value: value * step - low * step).convert("L")


def _extremes(channel: Image.Image) -> tuple[float, float]:
    """Return the least and the greatest value of a picture of one channel."""
    low, high = channel.getextrema()
    assert not isinstance(low, tuple)
    assert not isinstance(high, tuple)
    return low, high


def _in_ordinary_colours(image: Image.Image) -> Image.Image:
    mode = "RGBA" if image.mode == "RGBA" else "RGB"
    own, ordinary = _profile(image.info["icc_profile"]), ImageCms.createProfile("sRGB")
    try:
        turned = ImageCms.profileToProfile(image, own, ordinary, outputMode=mode)
    except ImageCms.PyCMSError:  # a profile that is broken, or of another kind of colours than the picture
        return image
    return turned or image


def _encoded(image: Image.Image, may_be_drawn: bool) -> tuple[bytes, str, tuple[int, int]]:
    """Return a picture's file: PNG for transparency and drawings, JPEG for photos."""
    bare = Image.new(image.mode, image.size)
    bare.paste(image)
    file = BytesIO()
    if image.mode == "RGBA" or (may_be_drawn and _is_drawn(image)):
        bare.save(file, "PNG")
        return file.getvalue(), "image/png", bare.size
    bare.save(file, "JPEG", quality=_QUALITY)
    return file.getvalue(), "image/jpeg", bare.size


def _is_drawn(image: Image.Image) -> bool:
    """Tell whether a picture is no photo: it has few colours, and sharp edges that JPEG would blur."""
    pixels = image.width * image.height
    most = max(_FEWEST_COLOURS, min(_MOST_COLOURS, pixels // _PIXELS_A_COLOUR))
    return image.getcolors(most) is not None
