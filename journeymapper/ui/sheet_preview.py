"""A map as it will be, on a sheet of paper: whole, and as large as there is room."""

from typing import Final

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from journeymapper.document.document import Document
from journeymapper.i18n import _
from journeymapper.layout.geometry import Rect
from journeymapper.layout.map_layout import MapLayout
from journeymapper.layout.prompts import Prompts
from journeymapper.painters.qt import QtPainter
from journeymapper.style import colours
from journeymapper.text.shaped import Shaper
from journeymapper.ui.appearance import Appearance

#: Pixels a point: however large a map is, it is not made smaller than the first; the second is 100 %.
_LEAST_SCALE: Final = 0.25
_MOST_SCALE: Final = 96 / 72

#: Room round the sheet, in pixels.
_MARGIN: Final = 22

#: The layers of the sheet's shadow: how far they reach, in pixels, and how dark they are.
_SHADOW: Final = ((2, 14), (6, 9), (12, 5))


class SheetPreview(QScrollArea):
    """Shows a map with its prompts; one that is far too large is scrolled, or pulled by the mouse."""

    def __init__(self, shaper: Shaper, parent: QWidget) -> None:
        """Show an empty desk."""
        super().__init__(parent)
        self._shaper = shaper
        self._sheet = _Sheet(self)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(_("Preview"))
        self.setWidget(self._sheet)

    def wear(self, appearance: Appearance) -> None:
        """Take on a light or a dark look; the paper stays white."""
        palette = self.palette()
        palette.setColor(self.viewport().backgroundRole(), QColor(appearance.desk))
        self.viewport().setPalette(palette)
        self.viewport().setAutoFillBackground(True)
        self._sheet.edge = appearance.paper_edge

    def show_map(self, document: Document) -> None:
        """Show a map."""
        self._sheet.show_layout(MapLayout(document, self._shaper))
        self._sheet.fit(self.maximumViewportSize())

    @property
    def scale(self) -> float:
        """How many pixels a point has."""
        return self._sheet.scale

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Make the sheet as large as there is room."""
        super().resizeEvent(event)
        self._sheet.fit(self.maximumViewportSize())

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Want room for a map of a few steps."""
        return QSize(760, 520)


class _Sheet(QWidget):
    """The paper with the map on it, and what of the desk is round it."""

    def __init__(self, area: SheetPreview) -> None:
        super().__init__(area)
        self._area = area
        self._layout: MapLayout | None = None
        self._prompts: Prompts | None = None
        self._painter = QtPainter()
        self._pulled: QPoint | None = None
        self.edge = colours.HAIRLINE
        self.scale = 1.0

    def show_layout(self, layout: MapLayout) -> None:
        """Show another map."""
        self._layout, self._prompts, self._painter = layout, Prompts(layout), QtPainter()

    def fit(self, room: QSize) -> None:
        """Take the size that shows the map whole in a room, if it can be made out there."""
        if self._layout is None:
            return
        width, height = self._layout.width, self._layout.height
        across, down = room.width() - 2 * _MARGIN, room.height() - 2 * _MARGIN
        self.scale = max(_LEAST_SCALE, min(_MOST_SCALE, across / width, down / height))
        wanted = QSize(round(width * self.scale), round(height * self.scale)) + QSize(
            2 * _MARGIN, 2 * _MARGIN
        )
        is_wide, is_high = wanted.width() > room.width(), wanted.height() > room.height()
        is_loose = is_wide or is_high
        bar = self._area.verticalScrollBar().sizeHint().width()
        self.resize(wanted.expandedTo(room - QSize(bar * is_high, bar * is_wide)))
        self.setCursor(Qt.CursorShape.OpenHandCursor if is_loose else Qt.CursorShape.ArrowCursor)
        self.update()

    def _paper(self, layout: MapLayout) -> QRectF:
        """Return where the paper lies: in the middle, and rather above than below."""
        width, height = layout.width * self.scale, layout.height * self.scale
        return QRectF((self.width() - width) / 2, max(_MARGIN, (self.height() - height) / 3), width, height)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint what is exposed."""
        if self._layout is None or self._prompts is None:
            return
        painter = QPainter(self)
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            paper = self._paper(self._layout)
            _paint_paper(painter, paper, self.edge)
            painter.translate(paper.topLeft())
            painter.scale(self.scale, self.scale)
            exposed = event.rect().translated(-paper.topLeft().toPoint())
            x, y = exposed.x() / self.scale, exposed.y() / self.scale
            seen = Rect(x, y, exposed.width() / self.scale, exposed.height() / self.scale)
            self._painter.paint(painter, self._layout.visible(seen))
            self._painter.paint(painter, self._prompts.visible(seen))
        finally:
            painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Take hold of the paper."""
        self._pulled = event.globalPosition().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Pull the paper along."""
        if self._pulled is None:
            return
        place = event.globalPosition().toPoint()
        way, self._pulled = place - self._pulled, place
        across, down = self._area.horizontalScrollBar(), self._area.verticalScrollBar()
        across.setValue(across.value() - way.x())
        down.setValue(down.value() - way.y())

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Let go of it."""
        self._pulled = None


def _paint_paper(painter: QPainter, paper: QRectF, edge: str) -> None:
    """Paint an empty sheet with a soft shadow, a little more below it than above."""
    painter.setPen(Qt.PenStyle.NoPen)
    for reach, alpha in reversed(_SHADOW):
        painter.setBrush(QColor(0, 0, 0, alpha))
        painter.drawRoundedRect(paper.adjusted(-reach, -reach / 2, reach, reach * 1.5), reach, reach)
    painter.setPen(QPen(QColor(edge), 1))
    painter.setBrush(QColor(colours.PAPER))
    painter.drawRect(paper)
