"""One line over the map: what the status line would say, which is away while a map is shown to a room."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QWidget

from journeymapper.style import colours

#: The size of its words as a share of the height of the view, and the least, in pixels.
_WORDS = 1 / 54
_LEAST_WORDS = 14

_ACROSS, _DOWN = 18, 8
_ABOVE_STRIP = 84


class Notice(QLabel):
    """Shows a message while there is one; it takes neither clicks nor the keyboard."""

    def __init__(self, parent: QWidget) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self._room = QRect()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setContentsMargins(_ACROSS, _DOWN, _ACROSS, _DOWN)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        palette = self.palette()
        palette.setColor(self.foregroundRole(), QColor(colours.PAPER))
        self.setPalette(palette)
        self.hide()

    def lie_in(self, room: QRect) -> None:
        """Lie in the lower middle of a part of the window, above the strip."""
        self._room = room
        font = self.font()
        font.setPixelSize(max(_LEAST_WORDS, round(room.height() * _WORDS)))
        self.setFont(font)
        self._fit()

    def show_words(self, words: str) -> None:
        """Show a line; "" shows none."""
        self.setText(words)
        self._fit()
        self.setVisible(bool(words))
        self.raise_()

    def _fit(self) -> None:
        room = self._room
        one_line = self.fontMetrics().horizontalAdvance(self.text()) + 2 * _ACROSS
        width = max(1, min(one_line, room.width() - 2 * _ACROSS))
        self.setWordWrap(one_line > width)
        height = max(self.heightForWidth(width), self.fontMetrics().height() + 2 * _DOWN)
        left = room.x() + (room.width() - width) // 2
        self.setGeometry(left, room.bottom() - _ABOVE_STRIP - height, width, height)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint a dark ground under the words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        ground = QColor(colours.INK)
        ground.setAlphaF(0.88)
        painter.setBrush(ground)
        radius = min(14.0, self.height() / 2)
        painter.drawRoundedRect(QRectF(self.rect()), radius, radius)
        painter.end()
        super().paintEvent(event)
