"""What of dragged or copied data is a picture: files of pictures, or a picture itself."""

from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QBuffer, QIODevice, QMimeData
from PySide6.QtGui import QImage

from journeymapper.document.fragment import MIME_TYPE
from journeymapper.document.records import Picture
from journeymapper.exchange.formats import OPENABLE
from journeymapper.exchange.pictures import SUFFIXES, BadPictureError, picture_of
from journeymapper.i18n import _
from journeymapper.ui.reading_pictures import Source, files

#: Files of pictures that cannot be read here: whoever brings one is told so.
_FOREIGN = (".heic", ".heif", ".svg", ".jp2", ".jxl", ".psd", ".dng", ".cr2", ".nef", ".arw")

#: How programs offer a picture, the best first: PNG is no coarser than what it was made of.
_TYPES: Final = (
    "image/png",
    "image/jpeg",
    "image/webp",
    "image/avif",
    "image/gif",
    "image/tiff",
    "image/bmp",
)

_ADDRESSES = ("http:", "https:", "data:", "blob:")


def offers_pictures(offered: QMimeData) -> bool:
    """Tell whether data is pictures, and nothing that would rather be taken for something else.

    Other data that a map takes are maps in files, what was copied from a map, and text.
    """
    if offered.hasFormat(MIME_TYPE):
        return False
    if paths := _files(offered):
        return any(_is_picture(path) for path in paths) and not any(_is_map(path) for path in paths)
    return _has_image(offered) or is_only_address(offered)


def is_only_address(offered: QMimeData) -> bool:
    """Tell whether data is a picture of a page of the web, of which only the address is there."""
    return "<img" in offered.html().lower() and not _has_words(offered) and not _has_image(offered)


def count_pictures(offered: QMimeData) -> int:
    """Return how many pictures data offers, or tries to."""
    return sum(1 for path in _files(offered) if _is_picture(path)) or 1


def picture_sources(offered: QMimeData) -> list[Source]:
    """Return the pictures in data that ``offers_pictures``; they can be read when the data is gone."""
    if paths := _files(offered):
        return files(path for path in paths if _is_picture(path))
    for kind in _TYPES:
        if raw := bytes(offered.data(kind).data()):
            return [Source("", partial(picture_of, raw))]
    if isinstance(image := offered.imageData(), QImage):
        return [Source("", partial(_picture_of_image, image))]
    return [Source("", _refuse_address)]


def _has_image(offered: QMimeData) -> bool:
    has_any = offered.hasImage() or any(offered.hasFormat(kind) for kind in _TYPES)
    return has_any and not _has_words(offered)


def _has_words(offered: QMimeData) -> bool:
    """Tell whether there is text that is more than the address of a picture."""
    text = offered.text().strip() if offered.hasText() else ""
    return bool(text) and (len(text.split()) > 1 or not text.lower().startswith(_ADDRESSES))


def _files(offered: QMimeData) -> list[Path]:
    return [Path(url.toLocalFile()) for url in offered.urls() if url.isLocalFile()]


def _is_picture(path: Path) -> bool:
    return path.suffix.lower() in (*SUFFIXES, *_FOREIGN)


def _is_map(path: Path) -> bool:
    return any(path.suffix.lower() in kind.suffixes for kind in OPENABLE)


def _picture_of_image(image: QImage) -> Picture:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if image.isNull() or not image.save(buffer, "PNG", 90):  # type: ignore[call-overload]
        raise BadPictureError(_("it is broken or cut short"))
    return picture_of(bytes(buffer.data().data()))


def _refuse_address() -> Picture:
    raise BadPictureError(_("only its address is there; copy the picture itself and paste it"))
