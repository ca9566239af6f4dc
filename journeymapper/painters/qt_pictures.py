"""Paints the pictures of display lists with a ``QPainter``.

A picture is decoded when it is first seen, hardly larger than it is shown, and kept as long as there is room.
"""

from collections import OrderedDict
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath

from journeymapper.document.records import Picture
from journeymapper.layout.display import PictureBox
from journeymapper.layout.geometry import Rect
from journeymapper.layout.picture import covering
from journeymapper.painters.decoding import decoded
from journeymapper.style import colours

#: So many bytes of decoded pictures are kept.
MOST_BYTES: Final = 64_000_000

#: A picture of fewer pixels is not decoded; its ground is all that could be told anyway.
_SPECK = 6.0

#: Pixels are made at most so many times wider than they are.
_COARSENESS = 1.25

#: No picture is decoded at less than this part of its size: a power of 2.
_SMALLEST = 256

#: What is in view takes no more than this: decoded pictures are up to 1.6 times as wide as they are shown.
_BYTES_A_PIXEL = 12

#: What is known of a broken picture takes some room too.
_LEAST_BYTES = 1_000


@dataclass(frozen=True, slots=True)
class Late:
    """A picture that was painted without its details: its place in the painter's own coordinates.

    ``width`` is that of the whole picture there, in pixels.
    """

    place: QRectF
    picture: Picture
    width: float


class PictureCache:
    """The pictures that were painted last, decoded.

    Args:
        most_bytes: So much of them is kept; the longest unused go first.
        waits: Painting decodes nothing, and lists what is ``late``: ``fetch`` it, and paint it again.
    """

    def __init__(self, most_bytes: int = MOST_BYTES, waits: bool = False) -> None:
        self._most = self._room = most_bytes
        self._waits = waits
        self._kept: OrderedDict[tuple[str, int], tuple[Picture, QImage]] = OrderedDict()
        self.size = 0
        self.late: list[Late] = []

    def begin(self, pixels: float = 0) -> None:
        """Begin to paint a view of so many pixels: as much is kept as it can show, if that is more."""
        self.late = []
        self._room = max(self._most, int(_BYTES_A_PIXEL * pixels))

    def image(self, picture: Picture, width: float) -> QImage | None:
        """Return a picture for a place of ``width`` pixels: a null one where it is broken.

        None says that it waits to be fetched.
        """
        known = self._known(picture, self._shrinking(picture, width))
        return self.fetch(picture, width) if known is None and not self._waits else known

    def fetch(self, picture: Picture, width: float) -> QImage:
        """Return the same, and decode it if need be."""
        shrunk = self._shrinking(picture, width)
        known = self._known(picture, shrunk)
        return self._keep(picture, shrunk) if known is None else known

    def nearest(self, picture: Picture, width: float) -> QImage | None:
        """Return another size of a picture, if one is there: the next coarser one, or the next finer one."""
        shrunk = self._shrinking(picture, width)
        sizes = [1 << power for power in range(_SMALLEST.bit_length())]
        coarser, finer = [size for size in sizes if size > shrunk], [size for size in sizes if size < shrunk]
        found = (self._known(picture, size) for size in (*coarser, *reversed(finer)))
        return next((image for image in found if image is not None), None)

    def _shrinking(self, picture: Picture, width: float) -> int:
        """Return how many times shorter the sides can be, a power of 2, for a place of ``width`` pixels."""
        shrunk = 1
        while shrunk < _SMALLEST and (
            picture.width * _COARSENESS >= 2 * shrunk * width
            or 4 * picture.width * picture.height > self._most / 2 * shrunk * shrunk
        ):
            shrunk *= 2
        return shrunk

    def _known(self, picture: Picture, shrunk: int) -> QImage | None:
        kept = self._kept.get((picture.id, shrunk))
        if kept is None or kept[0] is not picture:
            return None
        self._kept.move_to_end((picture.id, shrunk))
        return kept[1]

    def _keep(self, picture: Picture, shrunk: int) -> QImage:
        key = picture.id, shrunk
        if (old := self._kept.pop(key, None)) is not None:
            self.size -= _size(old[1])
        image = qt_image(picture, shrunk)
        self._kept[key] = picture, image
        self.size += _size(image)
        while self.size > self._room and len(self._kept) > 1:
            _key, (_picture, oldest) = self._kept.popitem(last=False)
            self.size -= _size(oldest)
        return image


def _size(image: QImage) -> int:
    return max(_LEAST_BYTES, image.sizeInBytes())


def qt_image(picture: Picture, shrunk: int = 1) -> QImage:
    """Return a picture as Qt paints it, its sides ``shrunk`` times shorter; a null one where it is broken."""
    pixels = decoded(picture, shrunk)
    if pixels is None:
        return QImage()
    if pixels.mode == "RGBA":
        raw, form = pixels.convert("RGBa").tobytes(), QImage.Format.Format_RGBA8888_Premultiplied
        wanted = QImage.Format.Format_ARGB32_Premultiplied
    else:
        raw, form = pixels.convert("RGBX").tobytes(), QImage.Format.Format_RGBX8888
        wanted = QImage.Format.Format_RGB32
    return QImage(raw, pixels.width, pixels.height, 4 * pixels.width, form).convertToFormat(wanted)


def paint_picture(painter: QPainter, box: PictureBox, cache: PictureCache) -> bool:
    """Paint a picture in its place, if any of that can be seen.

    Where there is no time for it now it is painted as coarse as it is there already, or as a quiet ground.
    Returns False for a broken one, which is not painted at all.
    """
    rect = _qt_rect(box.rect)
    if painter.hasClipping() and not painter.clipBoundingRect().intersects(rect):
        return True
    scale = painter.worldTransform().m11() * painter.device().devicePixelRatioF()
    whole = covering(box.picture.width, box.picture.height, box.rect)
    image = None
    if max(rect.width(), rect.height()) * scale >= _SPECK:
        image = cache.image(box.picture, whole.width * scale)
        if image is None:
            place = painter.worldTransform().mapRect(rect)
            cache.late.append(Late(place, box.picture, whole.width * scale))
            image = cache.nearest(box.picture, whole.width * scale)
    if image is None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.HAIRLINE))
        painter.drawRoundedRect(rect, box.radius, box.radius)
        return True
    if image.isNull():
        return False
    _paint_image(painter, box.rect, box.radius if box.radius * scale >= 1 else 0, image)
    return True


def _paint_image(painter: QPainter, place: Rect, radius: float, image: QImage) -> None:
    rect = _qt_rect(place)
    painter.save()
    if radius > 0:
        outline = QPainterPath()
        outline.addRoundedRect(rect, radius, radius)
        painter.setClipPath(outline, Qt.ClipOperation.IntersectClip)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    whole = covering(image.width(), image.height(), place)
    across, down = image.width() / whole.width, image.height() / whole.height
    left, top = (place.x - whole.x) * across, (place.y - whole.y) * down
    painter.drawImage(rect, image, QRectF(left, top, place.width * across, place.height * down))
    painter.restore()


def _qt_rect(rect: Rect) -> QRectF:
    return QRectF(rect.x, rect.y, rect.width, rect.height)
