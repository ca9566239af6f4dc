"""Small pictures of maps for the start page, kept in the user's cache folder.

A picture is made from the layout of a map that is open anyway; only a file that was changed elsewhere is
read and laid out for it, one at a time when the window has nothing else to do.
"""

import hashlib
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from journeymapper.exchange.formats import read_map
from journeymapper.files.problems import BadFileError, disk_words
from journeymapper.layout.map_layout import MapLayout
from journeymapper.painters.qt import QtPainter
from journeymapper.style.colours import PAPER
from journeymapper.text.shaped import Shaper

#: The size of a thumbnail in pixels; twice what it is shown at, for sharp screens.
SIZE = QSize(480, 300)

#: Files larger than this are shown without a picture until they have been opened, in bytes.
_LARGEST_READ = 400_000

#: Pixels a point below which words could not be read anyway.
_WORDS_FROM = 0.25


@dataclass(frozen=True, slots=True)
class Look:
    """What the start page can show of a file: its picture, or the reason why it cannot be opened."""

    picture: QImage | None = None
    reason: str = ""


class Thumbnails:
    """Makes thumbnails and keeps them in a folder."""

    def __init__(self, folder: Path, shaper: Shaper) -> None:
        """Keep pictures in ``folder``, which is made when the first is kept."""
        self._folder = folder
        self._shaper = shaper

    def keep(self, path: Path, layout: MapLayout) -> None:
        """Keep a picture of a map as the look of its file; a cache that cannot be written is no harm."""
        with suppress(OSError):
            kept = self._place(path)
            self._folder.mkdir(parents=True, exist_ok=True)
            for old in self._folder.glob(f"{_key(path)}-*.png"):
                old.unlink()
            pictured(layout).save(str(kept))

    def kept(self, path: Path) -> QImage | None:
        """Return the picture kept of a file as it now is, or None."""
        with suppress(OSError):
            picture = QImage(str(self._place(path)))
            return None if picture.isNull() else picture
        return None

    def look(self, path: Path) -> Look:
        """Return the look of a file, which is read where no picture of it is kept."""
        try:
            size = path.stat().st_size
            if (picture := self.kept(path)) is not None:
                return Look(picture)
            if size > _LARGEST_READ:
                return Look()
            layout = MapLayout(read_map(path).document, self._shaper)
        except OSError as error:
            return Look(reason=disk_words(error).removeprefix(f"{path}: "))
        except BadFileError as error:
            return Look(reason=error.message)
        self.keep(path, layout)
        return Look(pictured(layout))

    def _place(self, path: Path) -> Path:
        """Return where the picture of a file as it now is lies.

        Raises:
            OSError: the file is not there.
        """
        state = path.stat()
        return self._folder / f"{_key(path)}-{state.st_mtime_ns:x}-{state.st_size:x}.png"


def _key(path: Path) -> str:
    return hashlib.sha256(str(path.absolute()).encode("utf-8", "surrogatepass")).hexdigest()[:20]


def pictured(layout: MapLayout) -> QImage:
    """Return a picture of a map, whole, on white, of ``SIZE`` pixels."""
    picture = QImage(SIZE, QImage.Format.Format_RGB32)
    picture.fill(QColor(PAPER))
    scale = min(SIZE.width() / layout.width, SIZE.height() / layout.height)
    painter = QPainter(picture)
    painter.translate((SIZE.width() - scale * layout.width) / 2, 0)
    painter.scale(scale, scale)
    QtPainter().paint(painter, layout.visible(layout.bounds), text=scale >= _WORDS_FROM)
    painter.end()
    return picture


def scaled(picture: QImage, size: QSize, pixel_ratio: float) -> QImage:
    """Return a picture made smaller for a place of ``size`` on a screen of that many pixels a unit."""
    shown = picture.scaled(
        size * pixel_ratio, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
    )
    shown.setDevicePixelRatio(pixel_ratio)
    return shown
