"""The view of the map: how large it is shown, and which part of it is in the window.

Lengths on the map are points; lengths in the view are pixels as Qt counts them, whole ones for the map's
place, so that scrolling moves what is painted without painting it again.
"""

from dataclasses import dataclass

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize

from journeymapper.layout.geometry import Rect

#: Limits of the zoom; a map too large to be seen whole at the smallest can still be shown whole.
SMALLEST_ZOOM, LARGEST_ZOOM = 0.05, 8.0

#: The largest zoom that fitting the map into the window takes: a small map is not blown up for good.
LARGEST_FIT = 2.0

POINTS_PER_INCH = 72.0

#: Desk that is left beside the map where it fits, in pixels.
QUIET = 24

#: How far the map can be scrolled past its edges, as a share of the view.
_PAST_THE_EDGE = 0.15

#: Of what is too wide for the view so much is enough to be seen, in pixels.
_ENOUGH = 160

#: Farther than any view reaches, in pixels, and still fit for a ``QRect``.
_FAR = 1 << 24


@dataclass(frozen=True, slots=True)
class Axis:
    """One direction of the view: the bounds of the map's edge in pixels, and whether it needs scrolling."""

    low: int
    high: int
    scrolls: bool

    def clamped(self, place: int) -> int:
        """Return the place, moved within the bounds."""
        return max(self.low, min(self.high, place))


@dataclass(frozen=True, slots=True)
class Sight:
    """How a map is seen: its zoom, and where in the view its top left corner is.

    One that ``is_first`` is the look at a map that nobody has zoomed or scrolled yet.
    """

    zoom: float
    place: QPoint
    is_first: bool = False


class View:
    """Where the map lies in the view. ``place`` is its top left corner in pixels from the view's.

    While the map ``is_held`` it stays where it is whatever size it gets; while it ``is_free`` any part of
    it can be brought to any place of the view.
    """

    def __init__(self, dots_per_inch: float) -> None:
        """Begin at 100 %, on a screen of that many pixels to the inch."""
        self.zoom = 1.0
        self.is_held = False
        self.is_free = False
        self.place = QPoint(QUIET, QUIET)
        self._dots_per_inch = dots_per_inch
        self._map_width = self._map_height = 1.0
        self._size = QSize(1, 1)

    @property
    def scale(self) -> float:
        """Pixels a point."""
        return self.zoom * self._dots_per_inch / POINTS_PER_INCH

    @property
    def size(self) -> QSize:
        """The size of the view in pixels."""
        return self._size

    @property
    def horizontal(self) -> Axis:
        """The bounds of the map's left edge."""
        return _axis(self._size.width(), self.map_pixels.width(), self.is_free)

    @property
    def vertical(self) -> Axis:
        """The bounds of the map's upper edge."""
        return _axis(self._size.height(), self.map_pixels.height(), self.is_free)

    @property
    def map_pixels(self) -> QSize:
        """The size of the map as shown."""
        return QSize(round(self._map_width * self.scale), round(self._map_height * self.scale))

    def paper(self) -> QRect:
        """Return the map's sheet in the view."""
        return QRect(self.place, self.map_pixels)

    def resize(self, size: QSize, recentres: bool = True) -> None:
        """Take another size of the view; a map that fits is put into the middle again, if wanted."""
        self._size = size
        if recentres:
            self.settle()
        else:
            self.move_to(self.place)

    def take_map(self, width: float, height: float) -> None:
        """Take another size of the map; it stays where it is as long as that is within the bounds."""
        self._map_width, self._map_height = width, height
        if not self.is_held:
            self.move_to(self.place)

    def move_to(self, place: QPoint) -> None:
        """Put the map's corner to ``place``, as far as the bounds allow."""
        self.place = QPoint(self.horizontal.clamped(place.x()), self.vertical.clamped(place.y()))

    def put(self, zoom: float, place: QPoint) -> None:
        """Show the map at a zoom and a place, as far as the bounds allow."""
        self.zoom = zoom
        self.move_to(place)

    def settle(self) -> None:
        """Put the map into the middle, in each direction in which it fits; else keep it within bounds."""
        pixels = self.map_pixels
        room_x, room_y = self._size.width() - pixels.width(), self._size.height() - pixels.height()
        x = room_x // 2 if room_x >= 2 * QUIET else self.place.x()
        y = room_y // 2 if room_y >= 2 * QUIET else self.place.y()
        self.move_to(QPoint(x, y))

    def zoom_to(self, zoom: float, anchor: QPointF) -> None:
        """Show the map larger or smaller, with the point of it that is under ``anchor`` staying there."""
        x, y = self.to_map(anchor)
        smallest = min(SMALLEST_ZOOM, self.fitting_zoom(self._size))
        self.zoom = max(smallest, min(LARGEST_ZOOM, zoom))
        self.place = QPoint(round(anchor.x() - x * self.scale), round(anchor.y() - y * self.scale))
        self.settle()

    def fitting_zoom(self, size: QSize) -> float:
        """Return the zoom at which the whole map can be seen in a view of that size."""
        return self._zoom_for(self._map_width, self._map_height, size)

    def _zoom_for(self, width: float, height: float, size: QSize) -> float:
        """Return the largest zoom at which so many points fit, with quiet desk round them."""
        per_point = self._dots_per_inch / POINTS_PER_INCH
        across = max(QUIET, size.width() - 2 * QUIET) / (max(1.0, width) * per_point)
        down = max(QUIET, size.height() - 2 * QUIET) / (max(1.0, height) * per_point)
        return min(LARGEST_FIT, across, down)

    def show(self, area: Rect) -> None:
        """Show a part of the map in the middle of the view, as large as it fits."""
        self.zoom = self._zoom_for(area.width, area.height, self._size)
        x, y = area.centre
        middle_x, middle_y = self._size.width() / 2, self._size.height() / 2
        self.place = QPoint(round(middle_x - x * self.scale), round(middle_y - y * self.scale))
        self.settle()

    def to_map(self, point: QPointF) -> tuple[float, float]:
        """Return the point of the map under a point of the view."""
        return (point.x() - self.place.x()) / self.scale, (point.y() - self.place.y()) / self.scale

    def rect_to_map(self, rect: QRect) -> Rect:
        """Return the part of the map under a part of the view."""
        x, y = self.to_map(QPointF(rect.topLeft()))
        return Rect(x, y, rect.width() / self.scale, rect.height() / self.scale)

    def to_view(self, rect: Rect) -> QRectF:
        """Return where a part of the map lies in the view."""
        scale = self.scale
        return QRectF(
            self.place.x() + rect.x * scale,
            self.place.y() + rect.y * scale,
            rect.width * scale,
            rect.height * scale,
        )

    def pixels_of(self, rect: Rect, margin: int = 0) -> QRect:
        """Return the whole pixels that a part of the map touches, ``margin`` more on each side."""
        lies = self.to_view(rect)
        left, top = max(lies.left(), -_FAR), max(lies.top(), -_FAR)
        right, bottom = min(lies.right(), _FAR), min(lies.bottom(), _FAR)
        whole = QRectF(left, top, max(0.0, right - left), max(0.0, bottom - top)).toAlignedRect()
        return whole.adjusted(-margin, -margin, margin, margin)

    def place_revealing(self, rect: Rect) -> QPoint:
        """Return the map's place nearest to the present one at which ``rect`` can be seen.

        Of what is wider than the view a part is enough: who has gone far along it stays there.
        """
        lies, width = self.to_view(rect), self._size.width()
        dx = _into_view(lies.left(), lies.right(), width)
        if lies.width() > width - 2 * QUIET and min(lies.right(), width) - max(lies.left(), 0) >= _ENOUGH:
            dx = 0
        dy = _into_view(lies.top(), lies.bottom(), self._size.height())
        return self.place + QPoint(dx, dy)


def _axis(view: int, pixels: int, is_free: bool) -> Axis:
    """Return the bounds of the map's edge: within the view if it fits, else a little past its edges."""
    if is_free:
        return Axis(QUIET - pixels, view - QUIET, True)
    if pixels + 2 * QUIET <= view:
        return Axis(QUIET, view - pixels - QUIET, False)
    past = max(QUIET, round(view * _PAST_THE_EDGE))
    return Axis(min(QUIET, view - pixels - past), past, True)


def _into_view(start: float, end: float, view: int) -> int:
    """Return the least move that brings ``start`` … ``end`` into the view, its start where it is too long."""
    if start < QUIET or end - start > view - 2 * QUIET:
        return 0 if QUIET <= start < view - QUIET else round(QUIET - start)
    return min(0, round(view - QUIET - end))
