"""The overview map: the whole map in a corner, with the part that is in view framed."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from journeymapper.document.change import Change
from journeymapper.i18n import _
from journeymapper.layout.damage import Damage
from journeymapper.layout.geometry import Rect
from journeymapper.layout.map_layout import MapLayout
from journeymapper.style import colours
from journeymapper.ui.appearance import Appearance
from journeymapper.ui.canvas.overlay import Overlay
from journeymapper.ui.canvas.overview_picture import OverviewPicture
from journeymapper.ui.canvas.view import View
from journeymapper.ui.canvas.words import Words
from journeymapper.ui.open_map import OpenMap

#: The most that the picture takes, and the least, however long the map is; in pixels.
_MOST = QSize(180, 120)
_LEAST = 24

#: The most that it takes of the view's width, and of its height.
_SHARE = 6

#: Room round the picture, and between it and the view's edges, in pixels.
_EDGE = 5
_AWAY = 12

#: Room kept round the words that are being written, in pixels.
_ROUND_WORDS = 24

#: The view is at least so many times as wide and as high as the overview, or there is none.
_LEAST_VIEW = 2

_FRAME = 2.0


class Shown(Protocol):
    """What the overview is of: a view of a map in a viewport."""

    open_map: OpenMap
    view: View
    overlay: Overlay

    @property
    def map_layout(self) -> MapLayout:
        """The layout that is shown."""

    def viewport(self) -> QWidget:
        """Return the widget that shows the map."""

    def written_words(self) -> Words | None:
        """Return the words that are being written, which the overview keeps clear of."""

    def move_map(self, place: QPoint) -> None:
        """Put the map's top left corner to a place of the view."""


class Overview(QWidget):
    """Shown while not all of the map is in view. A click or a drag brings a part of the map into view.

    It goes out of the way of the words being written, and hides while the keyboard's cell or a card in the
    hand is under it, unless it is in use itself: from a press on it until the pointer leaves it or another
    record is selected. It lies over the viewport and is no child of it, so that scrolling does not take it
    along; and it never takes the keyboard from the map.
    """

    def __init__(self, shown: Shown, parent: QWidget, appearance: Callable[[], Appearance]) -> None:
        """Lie in ``parent``, over its viewport."""
        super().__init__(parent)
        self._shown = shown
        self._appearance = appearance
        self._is_wanted = True
        self._is_used = False
        self._hold = QPointF()
        self._framed = QRectF()
        self._picture = OverviewPicture(shown.map_layout, self)
        self._picture.painted.connect(self.update)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.setAccessibleName(_("Overview map"))
        self.setToolTip(_("Click or drag to go to another part of the map"))
        self.hide()
        shown.open_map.changed.connect(self._follow_change)
        shown.open_map.selected.connect(self._follow_selection)
        shown.overlay.when_lifted_moves(self.lie_right)

    @property
    def is_painted(self) -> bool:
        """Tell whether the picture is as the map is."""
        return self._picture.is_painted

    def want(self, wanted: bool) -> None:
        """Be shown where there is more than is in view, or never."""
        self._is_wanted = wanted
        self.lie_right()

    def _follow_change(self, _change: Change, damage: Damage) -> None:
        self._picture.follow(damage)
        self.lie_right()

    def _follow_selection(self) -> None:
        self._is_used = False
        self.lie_right()

    def lie_right(self) -> None:
        """Follow the view: be there or not, clear of what is worked on, with the frame in its place."""
        place = self._free_place() if self._is_useful() else None
        if place is None:
            self._picture.stop()
            self.hide()
            return
        if place != self.geometry():
            self.setGeometry(place)
        self._picture.resize((self._inside().size() * self.devicePixelRatioF()).toSize())
        if self.isHidden():
            self.show()
            self.raise_()
        self._picture.rest()
        if (frame := self.frame()) != self._framed:
            self._framed = frame
            self.update()

    def _is_useful(self) -> bool:
        seen, least = self._shown.viewport().rect(), _MOST * _LEAST_VIEW
        is_roomy = seen.width() >= least.width() and seen.height() >= least.height()
        return self._is_wanted and is_roomy and not seen.contains(self._shown.view.paper())

    def _free_place(self) -> QRect | None:
        """Return where to lie in the parent: the lower right corner, or the next that is clear of writing."""
        viewport, words = self._shown.viewport(), self._shown.written_words()
        written = self._shown.view.pixels_of(words.box, _ROUND_WORDS) if words is not None else QRect()
        room = viewport.rect().adjusted(_AWAY, _AWAY, -_AWAY, -_AWAY)
        size = self._size()
        right, bottom = room.right() + 1 - size.width(), room.bottom() + 1 - size.height()
        for x, y in ((right, bottom), (room.x(), bottom), (right, room.y()), (room.x(), room.y())):
            place = QRect(QPoint(x, y), size)
            if not place.intersects(written):
                return place.translated(viewport.pos()) if self._may_cover(place) else None
        return None

    def _may_cover(self, place: QRect) -> bool:
        """Tell whether neither the card in the hand nor the keyboard's cell is under a part of the view."""
        shown, lifted = self._shown, self._shown.overlay.lifted
        if lifted is not None:
            return not shown.view.pixels_of(lifted.box).intersects(place)
        cell = shown.open_map.cell
        if self._is_used or cell is None or not shown.map_layout.is_open(cell[0]):
            return True
        return not shown.view.pixels_of(shown.map_layout.cell_rect(*cell)).intersects(place)

    def _size(self) -> QSize:
        layout, seen = self._shown.map_layout, self._shown.viewport().size()
        fitting = QSizeF(layout.width, layout.height).scaled(
            QSizeF((seen / _SHARE).boundedTo(_MOST)), Qt.AspectRatioMode.KeepAspectRatio
        )
        return fitting.toSize().expandedTo(QSize(_LEAST, _LEAST)) + QSize(2 * _EDGE, 2 * _EDGE)

    def _inside(self) -> QRectF:
        """Return where the picture is: the whole map in its own proportions."""
        layout, room = self._shown.map_layout, self.rect().adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE)
        fitting = QSizeF(layout.width, layout.height).scaled(
            QSizeF(room.size()), Qt.AspectRatioMode.KeepAspectRatio
        )
        inside = QRect(QPoint(), fitting.toSize().expandedTo(QSize(1, 1)))
        inside.moveCenter(room.center())
        return QRectF(inside)

    def frame(self) -> QRectF:
        """Return where the part in view is framed."""
        return self._seen() & self._inside().adjusted(-_FRAME, -_FRAME, _FRAME, _FRAME)

    def _seen(self) -> QRectF:
        """Return where the whole view lies, desk beside the map included."""
        seen = self._shown.view.rect_to_map(self._shown.viewport().rect())
        layout, inside = self._shown.map_layout, self._inside()
        scale = inside.width() / layout.width
        return QRectF(
            inside.x() + seen.x * scale,
            inside.y() + seen.y * scale,
            max(seen.width * scale, 2.0),
            max(seen.height * scale, 2.0),
        )

    def _on_map(self, at: QPointF) -> tuple[float, float]:
        """Return the point of the map under a point of the overview."""
        inside = self._inside()
        scale = inside.width() / self._shown.map_layout.width
        return (at.x() - inside.x()) / scale, (at.y() - inside.y()) / scale

    def _go_to(self, at: QPointF) -> None:
        """Bring the part of the map under a point of the overview into the middle of the view."""
        x, y = self._on_map(at)
        view = self._shown.view
        middle = QPointF(self._shown.viewport().rect().center())
        lies = view.to_view(Rect(x, y, 0, 0)).topLeft()
        self._shown.move_map(view.place + (middle - lies).toPoint())

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Take hold of the frame, or bring it to the pointer."""
        event.accept()
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        self._is_used = True
        self.setCursor(Qt.CursorShape.ClosedHandCursor)
        if self.frame().contains(event.position()):
            self._hold = self._seen().center() - event.position()
        else:
            self._hold = QPointF()
            self._go_to(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Let the frame go with the pointer."""
        event.accept()
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._go_to(event.position() + self._hold)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Let go of the frame."""
        event.accept()
        self.setCursor(Qt.CursorShape.OpenHandCursor)

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Be in use no longer."""
        super().leaveEvent(event)
        self._is_used = False
        self.lie_right()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Take a second click for another one."""
        self.mousePressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the picture as paper on the desk, with the part in view framed."""
        appearance, inside, frame = self._appearance(), self._inside(), self.frame()
        painter = QPainter(self)
        painter.setClipRegion(event.region())
        painter.fillRect(self.rect(), QColor(appearance.desk))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if self._picture.shown.isNull():
            painter.fillRect(inside, QColor(colours.PAPER))
        else:
            painter.drawImage(inside, self._picture.shown)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(appearance.paper_edge), 1))
        painter.drawRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5))
        painter.setPen(QPen(QColor(appearance.accent), _FRAME))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.drawRect(frame)
        painter.end()
