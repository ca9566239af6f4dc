"""How the chart is seen: its paper on the desk, its scale, the ring, and the card in the hand."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from journeymapper.layout.display import Placed
from journeymapper.layout.geometry import Rect
from journeymapper.layout.priorities.chart import Chart
from journeymapper.painters.qt import QtPainter
from journeymapper.style import colours
from journeymapper.ui.appearance import Appearance
from journeymapper.ui.docks.priorities.dragging import Drag

#: The desk round the paper, and what stays blank inside it, in pixels.
_DESK, _PAPER = 5, 8
AROUND = _DESK + _PAPER

_RING, _AWAY = 2.0, 2.0
_RING_RADIUS, _PLACE_RADIUS = 7.0, 8.0


@dataclass(frozen=True, slots=True)
class Sight:
    """The scale at which a chart is seen, in pixels a point."""

    scale: float = 1.0

    def on_view(self, box: Rect) -> QRectF:
        """Return where a box of the chart is seen."""
        corner = QPointF(AROUND + box.x * self.scale, AROUND + box.y * self.scale)
        return QRectF(corner.x(), corner.y(), box.width * self.scale, box.height * self.scale)

    def on_chart(self, at: QPointF) -> QPointF:
        """Return the point of the chart that is seen at a pixel."""
        return (at - QPointF(AROUND, AROUND)) / self.scale

    def area_of(self, pixels: QRect) -> Rect:
        """Return the part of the chart that some pixels show."""
        corner = self.on_chart(QPointF(pixels.topLeft()))
        return Rect(corner.x(), corner.y(), pixels.width() / self.scale, pixels.height() / self.scale)

    def pixels_of(self, box: Rect) -> QRect:
        """Return the pixels of a box of the chart, with the ring round it."""
        around = int(_RING + _AWAY) + 1
        return self.on_view(box).toAlignedRect().adjusted(-around, -around, around, around)


def lifted_box(chart: Chart, drag: Drag) -> Rect | None:
    """Return where the card in the hand is, in points of the chart."""
    chip = chart.chips.get(drag.card)
    if chip is None:
        return None
    x, y = drag.at.x() - min(drag.grip.x(), chip.box.width), drag.at.y() - min(drag.grip.y(), chip.box.height)
    return Rect(x, y, chip.box.width, chip.box.height)


class ChartPainter:
    """Paints charts; what was painted before is kept ready."""

    def __init__(self) -> None:
        """Have nothing ready yet."""
        self._lists = QtPainter(kept=4096)

    def paint_paper(self, painter: QPainter, whole: QRect, exposed: QRect, appearance: Appearance) -> None:
        """Paint the desk and the paper."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(exposed, QColor(appearance.desk))
        painter.setPen(QPen(QColor(appearance.paper_edge), 1))
        painter.setBrush(QColor(colours.PAPER))
        inset = _DESK + 0.5
        painter.drawRect(QRectF(whole).adjusted(inset, inset, -inset, -inset))

    def paint_chart(
        self, painter: QPainter, exposed: QRect, chart: Chart, sight: Sight, in_hand: str = ""
    ) -> None:
        """Paint what of a chart is exposed, but not the card in the hand."""
        area = sight.area_of(exposed)
        chips = [
            Placed(chip.box.x, chip.box.y, chip.items)
            for chip in (*chart.chips.values(), *chart.more)
            if not (in_hand and chip.id == in_hand) and chip.box.intersects(area)
        ]
        self._paint(painter, sight, [Placed(0, 0, chart.ground), *chips])

    def paint_current(
        self, painter: QPainter, chart: Chart, sight: Sight, card: str, appearance: Appearance
    ) -> None:
        """Paint the ring round the card that the keyboard stands on."""
        if (chip := chart.chips.get(card)) is not None:
            self._ring(painter, sight.on_view(chip.box), QPen(QColor(appearance.accent), _RING))

    def paint_drag(
        self, painter: QPainter, chart: Chart, sight: Sight, drag: Drag, appearance: Appearance
    ) -> None:
        """Paint the place aimed at, the gap that the card will fill, and the card in the hand over all."""
        accent = QColor(appearance.accent)
        pen = QPen(accent, 1.4, Qt.PenStyle.DashLine)
        if drag.target is not None:
            painter.setPen(pen)
            painter.setBrush(QColor(appearance.cursor_tint))
            place = sight.on_view(chart.places[drag.target])
            painter.drawRoundedRect(place, _PLACE_RADIUS, _PLACE_RADIUS)
        chip, lifted = chart.chips.get(drag.card), lifted_box(chart, drag)
        if chip is not None and lifted is not None:
            self._ring(painter, sight.on_view(chip.box), pen)
            self._paint(painter, sight, [Placed(lifted.x, lifted.y, chip.items)])
            self._ring(painter, sight.on_view(lifted), QPen(accent, 1.5))

    def _paint(self, painter: QPainter, sight: Sight, placed: list[Placed]) -> None:
        painter.save()
        painter.translate(AROUND, AROUND)
        painter.scale(sight.scale, sight.scale)
        self._lists.paint(painter, placed)
        painter.restore()

    def _ring(self, painter: QPainter, lies: QRectF, pen: QPen) -> None:
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(lies.adjusted(-_AWAY, -_AWAY, _AWAY, _AWAY), _RING_RADIUS, _RING_RADIUS)
