"""The middle of the window: the map or the start page, with the bars under it."""

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journeymapper.ui.bars.filter_bar import FilterBar
from journeymapper.ui.bars.find_bar import FindBar
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
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(pages, 1)
        column.addWidget(self.filter_bar)
        column.addWidget(self.find_bar)

    def show_map(self, open_map: OpenMap | None, canvas: Canvas | None) -> None:
        """Let the bars work on another map, or on none."""
        self.filter_bar.show_map(open_map)
        self.find_bar.show_map(open_map, canvas)

    def tint(self, palette: QPalette) -> None:
        """Give the bars' icons the palette's colours."""
        tint(self.filter_bar, palette)
        tint(self.find_bar, palette)
