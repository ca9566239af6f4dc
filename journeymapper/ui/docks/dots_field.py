"""A rating from 0 to 3 as dots, for pointer and keyboard."""

from PySide6.QtCore import QPointF, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPalette, QPen, QWheelEvent
from PySide6.QtWidgets import QSlider, QWidget

from journeymapper.i18n import _
from journeymapper.ui.docks.fields import VARIOUS

_MOST = 3
_RADIUS = 6.0
_PITCH = 22.0
_LEFT = 4.0


class DotsField(QSlider):
    """A rating. Arrow keys and digits set it; a click on a dot sets it, on the last full one takes it away.

    It is a slider, so that screen readers know how to speak of it.
    """

    edited = Signal(object)
    ended = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make a field without a rating."""
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setRange(0, _MOST)
        self.setPageStep(1)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._is_various = False
        self.valueChanged.connect(self._edit)

    def show_value(self, value: object) -> None:
        """Show a rating, or that several differ."""
        self._is_various = value is VARIOUS
        with QSignalBlocker(self):
            self.setValue(value if isinstance(value, int) else 0)
        self.setToolTip(_("various") if self._is_various else self._words())
        self.update()

    def _words(self) -> str:
        return _("{count} of {most}").format(count=self.value(), most=_MOST)

    def _edit(self, value: int) -> None:
        self._is_various = False
        self.setToolTip(self._words())
        self.edited.emit(value)
        self.ended.emit()

    def _set(self, value: int) -> None:
        """Set a rating, also where several records of another one happen to look the same."""
        if self._is_various and value == self.value():
            self._edit(value)
        else:
            self.setValue(value)
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        """Be as wide as the dots and the word for several values want."""
        words = self.fontMetrics().horizontalAdvance(_("various"))
        return QSize(int(_LEFT + _PITCH * _MOST) + words + 8, 26)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Be no narrower than the dots."""
        return QSize(int(_LEFT + _PITCH * _MOST), 26)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paint the dots, full up to the rating."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette = self.palette()
        full = palette.color(QPalette.ColorRole.Text)
        edge = palette.color(QPalette.ColorRole.PlaceholderText)
        for place in range(_MOST):
            is_full = place < self.value() and not self._is_various
            painter.setPen(QPen(full if is_full else edge, 1.4))
            painter.setBrush(full if is_full else Qt.BrushStyle.NoBrush)
            painter.drawEllipse(self._centre(place), _RADIUS, _RADIUS)
        if self._is_various:
            painter.setPen(edge)
            rest = self.rect().adjusted(int(_LEFT + _PITCH * _MOST) + 4, 0, 0, 0)
            painter.drawText(rest, Qt.AlignmentFlag.AlignVCenter, _("various"))
        if self.hasFocus():
            painter.setPen(QPen(palette.color(QPalette.ColorRole.Highlight), 1.6))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(1, 1, int(_LEFT + _PITCH * _MOST), self.height() - 2, 5, 5)

    def _centre(self, place: int) -> QPointF:
        return QPointF(_LEFT + _PITCH * (place + 0.5), self.height() / 2)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Set the rating to the dot under the pointer."""
        rating = int((event.position().x() - _LEFT) // _PITCH) + 1
        if event.button() is Qt.MouseButton.LeftButton and 1 <= rating <= _MOST:
            same = rating == self.value() and not self._is_various
            self._set(rating - 1 if same else rating)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Do nothing: a dot is clicked, not dragged."""
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Set the rating by its digit; arrow keys are the slider's own."""
        if event.text() in {"0", "1", "2", "3"}:
            self._set(int(event.text()))
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        """Leave the wheel to the panel."""
        event.ignore()
