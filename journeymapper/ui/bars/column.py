"""The middle of the window: the map or the start page, with the bars under it."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QPalette, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journeymapper.ui.bars.filter_bar import FilterBar
from journeymapper.ui.bars.find_bar import FindBar
from journeymapper.ui.bars.offer_bar import OfferBar
from journeymapper.ui.bars.parts import tint
from journeymapper.ui.canvas.canvas import Canvas
from journeymapper.ui.open_map import OpenMap


class Column(QWidget):
    """Puts the bars under the pages; where they open, the map stays where it is."""

    def __init__(self, pages: QWidget, parent: QWidget) -> None:
        """Stand the bars, hidden, under the pages."""
        super().__init__(parent)
        self.filter_bar = FilterBar(self)
        self.find_bar = FindBar(self)
        self.offer_bar = OfferBar(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(pages, 1)
        column.addWidget(self.offer_bar)
        column.addWidget(self.filter_bar)
        column.addWidget(self.find_bar)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Want room for all lines of the bars, which break where they are narrow."""
        least, column = super().minimumSizeHint(), self.layout()
        if column is None:
            return least
        width = max(self.width(), least.width())
        return least.expandedTo(QSize(0, column.minimumHeightForWidth(width)))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Ask for the room that the bars want at another width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def show_map(self, open_map: OpenMap | None, canvas: Canvas | None) -> None:
        """Let the bars work on another map, or on none."""
        self.offer_bar.show_map(open_map, canvas)
        self.filter_bar.show_map(open_map, canvas)
        self.find_bar.show_map(open_map, canvas)

    def tint(self, palette: QPalette) -> None:
        """Give the bars' icons the palette's colours."""
        tint(self.offer_bar, palette)
        tint(self.filter_bar, palette)
        tint(self.find_bar, palette)
