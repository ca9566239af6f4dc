"""Small pictures of maps for the start page, kept in the user's cache folder.

A picture is made from the layout of a map that is open anyway; only a file that was changed elsewhere is
read and laid out for it, one at a time when the window has nothing else to do.
"""

import hashlib
import math
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QImage, QPainter

from journeymapper.document.document import Document
from journeymapper.exchange.formats import read_map
from journeymapper.files.problems import BadFileError, disk_words
from journeymapper.layout.geometry import Rect
from journeymapper.layout.map_layout import MapLayout
from journeymapper.layout.prompts import Prompts
from journeymapper.painters.qt import QtPainter
from journeymapper.painters.qt_pictures import PictureCache
from journeymapper.style.colours import PAPER
from journeymapper.text.shaped import Shaper

#: The size of a thumbnail in pixels; twice what it is shown at, for sharp screens.
SIZE = QSize(480, 300)

#: Files larger than this are shown without a picture until they have been opened, in bytes.
_LARGEST_READ = 50_000

#: Points of a map's width that are painted at once.
_STRIP = 800

#: Pixels a point below which words could not be read anyway.
_WORDS_FROM = 0.25


@dataclass(frozen=True, slots=True)
class Look:
    """What the start page can show of a file: its picture, or the reason why it cannot be opened."""

    picture: QImage | None = None
    reason: str = ""


class Thumbnails(QObject):
    """Makes thumbnails and keeps them in a folder."""

    def __init__(self, folder: Path, shaper: Shaper, parent: QObject | None = None) -> None:
        """Keep pictures in ``folder``, which is made when the first is kept."""
        super().__init__(parent)
        self._folder = folder
        self._shaper = shaper
        self._half_made: dict[Path, Iterator[Look | None]] = {}
        self._under_way: deque[tuple[Path, Iterator[QImage | None]]] = deque()
        self._waiting = QTimer(self)
        self._waiting.setInterval(0)
        self._waiting.timeout.connect(self._go_on)

    def keep_soon(self, path: Path, layout: MapLayout) -> None:
        """Keep a picture of an open map as the look of its file, painted bit by bit when there is time."""
        self._under_way.append((path, portrait(layout)))
        self._waiting.start()

    def _go_on(self) -> None:
        """Paint the next strip of the picture under way."""
        path, painted = self._under_way[0]
        try:
            if (picture := next(painted)) is None:
                return
            with suppress(OSError):
                self._keep(self._place(path, ""), picture, _key(path, ""))
        except StopIteration:
            self._under_way.popleft()
        if not self._under_way:
            self._waiting.stop()

    def _keep(self, place: Path, picture: QImage, key: str) -> None:
        """Keep a picture at a place, in place of others of its key; a cache that cannot be is no harm."""
        with suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True)
            for old in self._folder.glob(f"{key}-*.png"):
                old.unlink()
            picture.save(str(place))

    def kept(self, path: Path, kind: str = "") -> QImage | None:
        """Return the picture kept of a file as it now is, or None."""
        with suppress(OSError):
            picture = QImage(str(self._place(path, kind)))
            return None if picture.isNull() else picture
        return None

    def look(self, path: Path) -> Look:
        """Return the look of a file, which is read where no picture of it is kept, unless it is large."""
        try:
            if (picture := self.kept(path)) is not None:
                return Look(picture)
            if path.stat().st_size > _LARGEST_READ:
                return Look()
        except OSError as error:
            return _no_look(path, error)
        return self.look_at(path, lambda path: read_map(path).document)

    def look_at(
        self, path: Path, read: Callable[[Path], Document], kind: str = "", shows_prompts: bool = False
    ) -> Look:
        """Return the look of a file, which is read in some way where no picture of it is kept.

        ``kind`` tells pictures of the same file apart, such as those in another language.
        """
        made = self._made(path, read, kind, shows_prompts)
        return next(look for look in made if look is not None)

    def look_soon(
        self, path: Path, read: Callable[[Path], Document], kind: str = "", shows_prompts: bool = False
    ) -> Look | None:
        """Make a little more of the look of a file (see ``look_at``), and return it once it is whole."""
        try:
            place = self._place(path, kind)
        except OSError as error:
            return _no_look(path, error)
        made = self._half_made.setdefault(place, self._made(path, read, kind, shows_prompts))
        look = next(made)
        if look is not None:
            del self._half_made[place]
        return look

    def _made(
        self, path: Path, read: Callable[[Path], Document], kind: str, shows_prompts: bool
    ) -> Iterator[Look | None]:
        """Make the look of a file bit by bit; yield None after each, and at the end the look."""
        try:
            place = self._place(path, kind)
            if (picture := self.kept(path, kind)) is not None:
                yield Look(picture)
                return
            layout = MapLayout(read(path), self._shaper)
        except (OSError, BadFileError) as error:
            yield _no_look(path, error)
            return
        for picture in portrait(layout, shows_prompts):
            if picture is None:
                yield None
            else:
                self._keep(place, picture, _key(path, kind))
                yield Look(picture)

    def _place(self, path: Path, kind: str) -> Path:
        """Return where the picture of a file as it now is lies.

        Raises:
            OSError: the file is not there.
        """
        state = path.stat()
        return self._folder / f"{_key(path, kind)}-{state.st_mtime_ns:x}-{state.st_size:x}.png"


def _no_look(path: Path, error: OSError | BadFileError) -> Look:
    """Return the look of a file that cannot be read: why."""
    if isinstance(error, BadFileError):
        return Look(reason=error.message)
    return Look(reason=disk_words(error).removeprefix(f"{path}: "))


def _key(path: Path, kind: str) -> str:
    name = f"{path.absolute()}{kind}"
    return hashlib.sha256(name.encode("utf-8", "surrogatepass")).hexdigest()[:20]


def pictured(layout: MapLayout, shows_prompts: bool = False) -> QImage:
    """Return a picture of a map, whole, on white, of ``SIZE`` pixels."""
    return [picture for picture in portrait(layout, shows_prompts) if picture is not None][-1]


def portrait(layout: MapLayout, shows_prompts: bool = False) -> Iterator[QImage | None]:
    """Paint a map strip by strip; yield None after each, and at the end the picture.

    The map may change meanwhile: the picture is then partly of the one, partly of the other.
    """
    picture = QImage(SIZE, QImage.Format.Format_RGB32)
    picture.fill(QColor(PAPER))
    width, height = layout.width, layout.height
    scale = min(SIZE.width() / width, SIZE.height() / height)
    cache = PictureCache(waits=True)
    painter = QtPainter(pictures=cache)
    prompts = Prompts(layout)
    for strip in range(math.ceil(width / _STRIP)):
        seen = Rect(strip * _STRIP, 0, _STRIP, height)
        is_whole = False
        while not is_whole:
            cache.begin()
            brush = QPainter(picture)
            try:
                brush.translate((SIZE.width() - scale * width) / 2, 0)
                brush.scale(scale, scale)
                brush.setClipRect(QRectF(seen.x, seen.y, seen.width, seen.height))
                brush.fillRect(QRectF(0, 0, width, height), QColor(PAPER))
                painter.paint(brush, layout.visible(seen), text=scale >= _WORDS_FROM)
                if shows_prompts:
                    painter.paint(brush, prompts.visible(seen), text=scale >= _WORDS_FROM)
            finally:
                brush.end()
            yield None
            is_whole = not cache.late
            for late in cache.late:
                cache.fetch(late.picture, late.width)
                yield None
    yield picture


def scaled(picture: QImage, size: QSize, pixel_ratio: float) -> QImage:
    """Return a picture made smaller for a place of ``size`` on a screen of that many pixels a unit."""
    shown = picture.scaled(
        size * pixel_ratio, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
    )
    shown.setDevicePixelRatio(pixel_ratio)
    return shown
