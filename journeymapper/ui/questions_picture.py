"""The picture that stands for the three questions, among those of the templates."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QImage, QPainter, QPen

from journeymapper.i18n import _
from journeymapper.style import colours
from journeymapper.ui.thumbnails import SIZE

_MARGIN = 52
_CIRCLE = 52
_ROW = 82
_WORDS = 30
_PALE = "#eaf0fb"


def questions_picture(accent: str, font: QFont) -> QImage:
    """Return a sheet with the three questions, numbered in an accent colour, as large as a thumbnail."""
    picture = QImage(SIZE, QImage.Format.Format_RGB32)
    picture.fill(QColor(_PALE))
    large = QFont(font)
    large.setPixelSize(_WORDS)
    large.setWeight(QFont.Weight.DemiBold)
    painter = QPainter(picture)
    try:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(large)
        top = (SIZE.height() - 2 * _ROW - _CIRCLE) / 2
        for number, words in enumerate(short_questions(), 1):
            _paint_question(painter, number, words, top, accent)
            top += _ROW
    finally:
        painter.end()
    return picture


def short_questions() -> tuple[str, str, str]:
    """Return the three questions in a few words each."""
    return _("Whose journey?"), _("From what to what?"), _("Which business?")


def _paint_question(painter: QPainter, number: int, words: str, top: float, accent: str) -> None:
    circle = QRectF(_MARGIN, top, _CIRCLE, _CIRCLE)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(accent))
    painter.drawEllipse(circle)
    painter.setPen(QPen(QColor(colours.PAPER)))
    painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, str(number))
    left = circle.right() + _WORDS / 2
    room = QRectF(left, top, SIZE.width() - left - _WORDS / 2, _CIRCLE)
    shown = QFontMetrics(painter.font()).elidedText(words, Qt.TextElideMode.ElideRight, int(room.width()))
    painter.setPen(QPen(QColor(colours.INK)))
    painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading, shown)
