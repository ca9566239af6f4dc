"""Pictures: a map as PNG of any size, painted and written strip by strip.

Qt paints at most 32,767 pixels a side, and a whole poster may not fit the memory; so tiles are painted
and their rows handed to the encoder as they come.
"""

import math
from collections.abc import Iterator
from pathlib import Path

import png
from PySide6.QtGui import QImage, QPainter

from journeymapper.exchange.options import ExportOptions, Progress, report
from journeymapper.files.whole import whole_file
from journeymapper.i18n import _
from journeymapper.layout.geometry import Rect
from journeymapper.layout.map_layout import MapLayout
from journeymapper.layout.pages import Page, page_for
from journeymapper.painters.qt import QtPainter

_TILE_WIDTH = 8192
_STRIP_PIXELS = 4_000_000
_MOST_PIXELS = 2**31 - 1
_POINTS_PER_METRE = 72 / 0.0254


class PictureSizeError(ValueError):
    """The resolution is no number above 0, or the picture would have more pixels a side than a PNG can."""


def pixel_size(layout: MapLayout, options: ExportOptions) -> tuple[int, int]:
    """Return the width and height in pixels that a picture of the map would have.

    Raises:
        PictureSizeError: see there.
    """
    return _pixels(page_for(layout.width, layout.height, options.paper), options.dpi)


def _pixels(page: Page, dpi: float) -> tuple[int, int]:
    if not (math.isfinite(dpi) and dpi > 0):
        raise PictureSizeError(_("the resolution must be more than 0 dpi"))
    per_point = dpi / 72
    if max(page.width, page.height) * per_point > _MOST_PIXELS:
        raise PictureSizeError(_("the picture would be larger than a PNG file can be"))
    return _whole(page.width * per_point), _whole(page.height * per_point)


def _whole(length: float) -> int:
    """Return how many pixels hold a length; a rounding error makes no pixel, and there is always one."""
    return max(1, math.ceil(length - 1e-6))


def write_png(
    layout: MapLayout, path: Path, options: ExportOptions, progress: Progress | None = None
) -> frozenset[str]:
    """Write a picture of the map; return the characters that no installed font has.

    Raises:
        OSError: the file could not be written; what was there before is untouched.
        PictureSizeError: see there.
        Cancelled: ``progress`` said so.
    """
    page = page_for(layout.width, layout.height, options.paper)
    width, height = _pixels(page, options.dpi)
    per_metre = min(_MOST_PIXELS, max(1, round(options.dpi / 72 * _POINTS_PER_METRE)))
    writer = png.Writer(
        width=width,
        height=height,
        greyscale=False,
        alpha=options.transparent,
        bitdepth=8,
        x_pixels_per_unit=per_metre,
        y_pixels_per_unit=per_metre,
        unit_is_meter=True,
    )
    with whole_file(path) as stream:
        writer.write_packed(stream, _rows(layout, page, width, height, options, progress))
    return layout.missing()


def _rows(
    layout: MapLayout, page: Page, width: int, height: int, options: ExportOptions, progress: Progress | None
) -> Iterator[bytes]:
    """Yield the picture's rows, each as packed bytes."""
    painter = QtPainter()
    strip = max(1, min(height, _STRIP_PIXELS // width))
    for top in range(0, height, strip):
        report(progress, top / height)
        rows = min(strip, height - top)
        tiles = [
            _tile(layout, page, painter, options, left, top, min(_TILE_WIDTH, width - left), rows)
            for left in range(0, width, _TILE_WIDTH)
        ]
        for row in range(rows):
            yield b"".join(_row(tile, row) for tile in tiles)
    report(progress, 1)


def _tile(
    layout: MapLayout,
    page: Page,
    painter: QtPainter,
    options: ExportOptions,
    left: int,
    top: int,
    width: int,
    height: int,
) -> QImage:
    """Paint the pixels from (left, top) of the picture."""
    premultiplied = QImage.Format.Format_RGBA8888_Premultiplied
    image = QImage(width, height, premultiplied if options.transparent else QImage.Format.Format_RGB32)
    if image.isNull():
        raise MemoryError
    image.fill(0 if options.transparent else 0xFFFFFFFF)
    per_point = options.dpi / 72
    scale = per_point * page.scale
    brush = QPainter(image)
    try:
        brush.setClipRect(0, 0, width, height)  # a picture outside is not even decoded
        brush.translate(page.x * per_point - left, page.y * per_point - top)
        brush.scale(scale, scale)
        seen = Rect(
            left / scale - page.x / page.scale,
            top / scale - page.y / page.scale,
            width / scale,
            height / scale,
        )
        painter.paint(brush, layout.visible(seen))
    finally:
        brush.end()
    packed = QImage.Format.Format_RGBA8888 if options.transparent else QImage.Format.Format_RGB888
    return image.convertToFormat(packed)


def _row(tile: QImage, row: int) -> bytes:
    start, length = row * tile.bytesPerLine(), tile.width() * tile.depth() // 8
    return bytes(tile.constBits()[start : start + length])
