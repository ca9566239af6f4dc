"""What lists that paint their own rows have in common: letters, where words go, and the ground of a row."""

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QTextLayout
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from journeymapper.ui.appearance import Appearance

#: How wide the bar is beside the row that the keyboard stands on, in pixels.
_BAR = 3

#: The smaller letters, as a share of the others.
_SMALLER = 0.9

#: How high a sign is beside a row's words, as a share of the letters' height.
_SIGN = 1.15


def smaller(font: QFont) -> QFont:
    """Return a font with the letters of what is said in second place."""
    found = QFont(font)
    found.setPointSizeF(font.pointSizeF() * _SMALLER)
    return found


def heading(font: QFont) -> QFont:
    """Return a font with the letters of what stands above rows."""
    found = smaller(font)
    found.setWeight(QFont.Weight.DemiBold)
    return found


def sign_side(font: QFont) -> int:
    """Return how large a sign is beside letters of a font, in pixels."""
    return round(QFontMetrics(font).height() * _SIGN)


def draw(painter: QPainter, option: QStyleOptionViewItem, laid: QTextLayout, room: QRect) -> None:
    """Draw words in lines where there is room for them, mirrored where the row is read from the right."""
    place = QStyle.visualRect(option.direction, option.rect, room)
    laid.draw(painter, QPointF(place.x(), place.y()))


def paint_ground(
    painter: QPainter, option: QStyleOptionViewItem, appearance: Appearance, has_keyboard: bool
) -> None:
    """Paint what lies under a row that is chosen, with a bar where it has the keyboard, or pointed at."""
    ground = QColor(appearance.accent)
    is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
    if is_chosen:
        ground.setAlphaF(0.34 if appearance.is_dark else 0.14)
    elif option.state & QStyle.StateFlag.State_MouseOver:
        ground.setAlphaF(0.12 if appearance.is_dark else 0.06)
    else:
        return
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawRoundedRect(option.rect.adjusted(2, 1, -2, -1), 5, 5)
    if is_chosen and has_keyboard:
        bar = QRect(option.rect.x() + 2, option.rect.y() + 5, _BAR, option.rect.height() - 10)
        painter.setBrush(QColor(appearance.accent))
        painter.drawRoundedRect(QStyle.visualRect(option.direction, option.rect, bar), 1.5, 1.5)
