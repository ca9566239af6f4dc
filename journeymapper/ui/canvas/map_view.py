"""A scrolling, zooming view of the map: what the canvas is before anything can be done in it."""

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QScrollBar, QWidget

from journeymapper.document.change import Change
from journeymapper.layout.areas import area_of
from journeymapper.layout.damage import Damage
from journeymapper.layout.finding import rect_of
from journeymapper.layout.geometry import Rect
from journeymapper.layout.map_layout import MapLayout
from journeymapper.ui.appearance import DARK, LIGHT
from journeymapper.ui.canvas.late_pictures import LatePictures
from journeymapper.ui.canvas.overlay import REACH, Overlay
from journeymapper.ui.canvas.overview import Overview
from journeymapper.ui.canvas.scrolling import scroll_beside
from journeymapper.ui.canvas.sheet import Sheet
from journeymapper.ui.canvas.view import LARGEST_FIT, QUIET, Axis, Sight, View
from journeymapper.ui.canvas.words import Words
from journeymapper.ui.canvas.zooming import larger, pinch, smaller, wheel_scroll, wheel_zoom
from journeymapper.ui.open_map import OpenMap

#: The first look at a map shows the whole of it, if that is at least this large.
_LEAST_FIRST_ZOOM = 0.6

#: What one click on a scroll bar's arrow moves, in pixels.
_ARROW_STEP = 40


class MapView(QAbstractScrollArea):
    """Shows one open map. A change repaints what it damaged, a scroll only the strips that come into view."""

    #: 1.0 is 100 %: 96/72 pixels a point on a screen of 96 pixels to the inch.
    zoom_changed = Signal(float)

    def __init__(self, open_map: OpenMap, parent: QWidget | None = None) -> None:
        """Show an open map."""
        super().__init__(parent)
        self.open_map = open_map
        self.view = View(float(self.logicalDpiY()))
        self.overlay = Overlay(open_map, self.view, self.repaint_pixels)
        self._sheet = Sheet(self.map_layout, self.view, self.overlay)
        self.late_pictures = LatePictures(self._sheet.pictures, self.view, self.repaint_pixels, self)
        self._is_syncing = False
        self._is_untouched = True
        self._sees_cursor = False
        self._known_size = QSize()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.viewport().grabGesture(Qt.GestureType.PinchGesture)
        for bar in (self.horizontalScrollBar(), self.verticalScrollBar()):
            bar.setSingleStep(_ARROW_STEP)
        self.view.take_map(self.map_layout.width, self.map_layout.height)
        open_map.changed.connect(self._follow_change)
        open_map.selected.connect(self._note_sight)
        self.overview = Overview(self, self, lambda: self.overlay.appearance)
        for watched in (self, self.viewport()):
            watched.installEventFilter(self)

    @property
    def map_layout(self) -> MapLayout:
        """The layout that is shown."""
        return self.open_map.session.layout

    @property
    def zoom(self) -> float:
        """How large the map is shown; 1.0 is 100 %."""
        return self.view.zoom

    def zoom_in(self) -> None:
        """Show the map a step larger."""
        self.zoom_to(larger(self.zoom))

    def zoom_out(self) -> None:
        """Show the map a step smaller."""
        self.zoom_to(smaller(self.zoom))

    def actual_size(self) -> None:
        """Show the map at 100 %."""
        self.zoom_to(1.0)

    def zoom_to(self, factor: float, anchor: QPointF | None = None) -> None:
        """Show the map at a zoom, within limits; the map's point under ``anchor`` (pixels) stays there.

        Without an anchor it is the middle of what the keyboard stands on, which then is in view, or that of
        the view.
        """
        before, self._is_untouched = self.zoom, False
        current = self.cursor_rect() if anchor is None else None
        if current is not None:
            self.view.zoom_to(factor, self.view.to_view(current).center())
            self.view.move_to(self.view.place_revealing(current))
        else:
            self.view.zoom_to(factor, QPointF(self.viewport().rect().center()) if anchor is None else anchor)
        self._show_anew(before)

    def fit(self) -> None:
        """Show the whole map in the middle of the view."""
        self._is_untouched = False
        self._fit()

    def zoom_to_selection(self) -> None:
        """Show all selected records as large as they fit, or the whole map where none is to be seen."""
        area = area_of(self.map_layout, self.open_map.selection)
        if area is None:
            self.fit()
            return
        before, self._is_untouched = self.zoom, False
        self.view.show(area)
        self._show_anew(before)

    def _fit(self, most: float = LARGEST_FIT) -> None:
        before, size = self.zoom, self.maximumViewportSize()
        self.view.resize(size)
        self.view.zoom_to(min(most, self.view.fitting_zoom(size)), QPointF())
        self._show_anew(before)

    def _look_first(self) -> None:
        """Show the whole map where that can be read, else its beginning at 100 %.

        Until somebody zooms or scrolls, every other size of the window is a first look again.
        """
        self._known_size = self.size()
        self._fit(1.0)
        if self.zoom < _LEAST_FIRST_ZOOM:
            before = self.zoom
            self.view.zoom_to(1.0, QPointF())
            self.view.move_to(QPoint(QUIET, QUIET))
            self._show_anew(before)

    @property
    def sight(self) -> Sight:
        """How the map is seen now."""
        return Sight(self.zoom, QPoint(self.view.place), self._is_untouched)

    def show_sight(self, sight: Sight) -> None:
        """Show the map so, as far as it can be scrolled there."""
        before = self.zoom
        if sight.zoom == before:
            self.move_map(sight.place)
        else:
            self.view.put(sight.zoom, sight.place)
            self._show_anew(before)
        self._is_untouched = sight.is_first

    def reveal(self, id_: str) -> None:
        """Scroll the least so that a record is in view."""
        rect = rect_of(self.map_layout, id_)
        if rect is not None:
            self.reveal_rect(rect)

    def reveal_rect(self, rect: Rect) -> None:
        """Scroll the least so that a part of the map (points) is in view.

        Where that leads back, lane names and headings are shown with it if there is room for both.
        """
        seen = self.view.rect_to_map(self.viewport().rect())
        left = 0.0 if rect.x < seen.x and rect.right <= seen.width else rect.x
        top = 0.0 if rect.y < seen.y and rect.bottom <= seen.height else rect.y
        whole = Rect(left, top, rect.right - left, rect.bottom - top)
        self.move_map(self.view.place_revealing(whole))

    def move_map(self, place: QPoint) -> None:
        """Put the map's top left corner to a place of the view, as far as the map can be scrolled."""
        before, self._is_untouched = self.view.place, False
        self.view.move_to(place)
        self._shift(self.view.place - before)
        self._sync_bars()

    def reveal_cursor(self, wants_beginning: bool = False) -> None:
        """Scroll the least so that what the keyboard stands on is in view, or above all its left end."""
        rect = self.cursor_rect()
        if rect is not None:
            self.reveal_rect(Rect(rect.x, rect.y, 0, rect.height) if wants_beginning else rect)

    def show_corner(self, is_last: bool) -> None:
        """Scroll to the map's first corner or its last, in each direction in which it can be scrolled."""
        size, pixels = self.view.size, self.view.map_pixels
        x = size.width() - pixels.width() - QUIET if is_last else QUIET
        y = size.height() - pixels.height() - QUIET if is_last else QUIET
        across, down = self.view.horizontal.scrolls, self.view.vertical.scrolls
        place = self.view.place
        self.move_map(QPoint(x if across else place.x(), y if down else place.y()))

    def set_dark(self, dark: bool) -> None:
        """Show a dark or a light desk; the paper stays white."""
        self.overlay.appearance = DARK if dark else LIGHT
        self.viewport().update()
        self.overview.update()

    def cursor_rect(self) -> Rect | None:
        """Return where the keyboard stands on the map, or None."""
        if self.open_map.current:
            return rect_of(self.map_layout, self.open_map.current)
        cell = self.open_map.cell
        return self.map_layout.cell_rect(*cell) if cell and self.map_layout.is_open(cell[0]) else None

    def repaint_pixels(self, pixels: QRect) -> None:
        """Have a part of the view painted again."""
        seen = pixels & self.viewport().rect()
        if not seen.isEmpty():
            self.viewport().update(seen)

    def written_words(self) -> Words | None:
        """Return the words that a text box lies on, which are not to be painted; here none ever does."""
        return None

    def view_moved(self) -> None:
        """Be told that the map was scrolled or zoomed, or is laid out anew."""
        self._note_sight()
        self.overview.lie_right()

    def may_follow_cursor(self) -> bool:
        """Tell whether nobody minds a scroll after what the keyboard stands on."""
        return not self.view.is_held

    def _note_sight(self) -> None:
        current = self.cursor_rect()
        seen = self.viewport().rect()
        self._sees_cursor = current is not None and seen.intersects(
            self.view.to_view(current).toAlignedRect()
        )

    def _show_anew(self, zoom_before: float) -> None:
        """Paint everything; tell of another zoom."""
        self._sync_bars()
        self.viewport().update()
        self.view_moved()
        if self.zoom != zoom_before:
            self.zoom_changed.emit(self.zoom)

    def _follow_change(self, change: Change, damage: Damage) -> None:
        """Paint again what a change damaged, and nothing else; an edit takes the keyboard's place along."""
        saw_cursor = self._sees_cursor
        if damage.resized:
            before = self.view.place
            self.view.take_map(self.map_layout.width, self.map_layout.height)
            self._shift(self.view.place - before)
            self._sync_bars()
        for rect in damage.rects:
            self.repaint_pixels(self.view.pixels_of(rect, REACH))
        self._note_sight()
        if saw_cursor and not self._sees_cursor and not change.is_empty and self.may_follow_cursor():
            self.reveal_cursor()

    def _shift(self, by: QPoint) -> None:
        """Move what is painted; only what comes into view is painted anew."""
        if by.isNull():
            return
        ratio = self.devicePixelRatioF()
        if not ((by.x() * ratio).is_integer() and (by.y() * ratio).is_integer()):
            self.viewport().update()
        elif self.overview.isHidden() or self.written_words() is not None:
            self.viewport().scroll(by.x(), by.y())  # takes the text box along
        else:
            scroll_beside(self.viewport(), by, self.overview.geometry().translated(-self.viewport().pos()))
        self.view_moved()

    def _sync_bars(self) -> None:
        """Make the scroll bars tell where the view is, without their moving it."""
        was_syncing, self._is_syncing = self._is_syncing, True
        size = self.viewport().size()
        _set_bar(self.horizontalScrollBar(), self.view.horizontal, self.view.place.x(), size.width())
        _set_bar(self.verticalScrollBar(), self.view.vertical, self.view.place.y(), size.height())
        self._is_syncing = was_syncing

    def scrollContentsBy(self, _dx: int, _dy: int) -> None:  # noqa: N802 - Qt's name
        """Follow the scroll bars."""
        if self._is_syncing:
            return
        self._is_untouched = False
        across, down = self.view.horizontal, self.view.vertical
        x, y = self.view.place.x(), self.view.place.y()
        if across.scrolls:
            x = across.high - self.horizontalScrollBar().value()
        if down.scrolls:
            y = down.high - self.verticalScrollBar().value()
        before = self.view.place
        self.view.move_to(QPoint(x, y))
        self._shift(self.view.place - before)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Take the window's new size."""
        super().resizeEvent(event)
        if self._is_untouched:
            self._look_first()
            return
        before = self.view.place
        is_only_bars, self._known_size = self.size() == self._known_size, self.size()
        self.view.resize(self.viewport().size(), recentres=not is_only_bars)
        self._sync_bars()
        if self.view.place != before:
            self.viewport().update()
        self.view_moved()

    def show_prompts(self, shown: bool) -> None:
        """Show the hints in empty cells, or leave them out."""
        if shown != self._sheet.shows_prompts:
            self._sheet.shows_prompts = shown
            self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint what is exposed."""
        painter = QPainter(self.viewport())
        try:
            self._sheet.paint(painter, event.region(), self.written_words())
        finally:
            painter.end()  # a painter that outlives a fault would be deleted after what it paints on
        self.late_pictures.take_in()

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        """Zoom at the pointer with Ctrl, else scroll."""
        factor = wheel_zoom(event)
        if factor is not None:
            self.zoom_to(self.zoom * factor, event.position())
        else:
            by = wheel_scroll(event)
            across, down = self.view.horizontal.scrolls, self.view.vertical.scrolls
            self.move_map(self.view.place + QPoint(by.x() if across else 0, by.y() if down else 0))
        event.accept()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Look at events of this widget and of its viewport before they do; tell whether one was met here.

        This stands in for ``event`` and ``viewportEvent``: a fault in a handler that Qt calls from inside
        another method written in Python ends the process (seen in PySide6 6.11 on Python 3.11).
        """
        return self.look_at(event) if watched is self else self.look_at_viewport(event)

    def look_at(self, _event: QEvent) -> bool:
        """Meet an event of this widget; tell whether it is done with."""
        return False

    def look_at_viewport(self, event: QEvent) -> bool:
        """Meet an event of the viewport, and tell whether it is done with: zoom where two fingers pinch."""
        found = pinch(event, self.viewport())
        if found is None:
            return False
        factor, at = found
        self.zoom_to(self.zoom * factor, at)
        return True


def _set_bar(bar: QScrollBar, axis: Axis, place: int, page: int) -> None:
    """Make a scroll bar tell where the map's edge is within its bounds."""
    bar.setPageStep(page)
    bar.setRange(0, axis.high - axis.low if axis.scrolls else 0)
    bar.setValue(axis.high - place if axis.scrolls else 0)
