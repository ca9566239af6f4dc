"""Moving what is painted, where something lies over it that stays."""

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QRegion
from PySide6.QtWidgets import QWidget


def scroll_beside(viewport: QWidget, by: QPoint, still: QRect) -> None:
    """Move the pixels of a viewport and paint only what comes into view, with ``still`` lying over it.

    Qt paints everything anew where a widget lies over what it should move. So what is beside ``still`` is
    moved, what is above or below it is, and only the small rest round it is painted.
    """
    whole = viewport.rect()
    column = QRect(still.left(), whole.top(), still.width(), whole.height())
    left = QRect(whole.topLeft(), QPoint(column.left() - 1, whole.bottom()))
    right = QRect(QPoint(column.right() + 1, whole.top()), whole.bottomRight())
    above = QRect(column.topLeft(), QPoint(column.right(), still.top() - 1))
    below = QRect(QPoint(column.left(), still.bottom() + 1), column.bottomRight())
    moved = QRegion()
    for part in (left, right, above, below):
        if part.width() > abs(by.x()) and part.height() > abs(by.y()):
            viewport.scroll(by.x(), by.y(), part)
            moved = moved.united(part)
    viewport.update(QRegion(whole).subtracted(moved))
