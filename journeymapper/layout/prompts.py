"""Hints in empty cells: what could stand there. The canvas shows them; nothing that is printed does."""

from collections.abc import Iterator

from journeymapper.document.document import Document
from journeymapper.document.records import Prompt
from journeymapper.layout.display import Paragraph, Placed
from journeymapper.layout.geometry import Rect
from journeymapper.layout.map_layout import MapLayout
from journeymapper.layout.metrics import CARD_PADDING_X, CARD_PADDING_Y, COLUMN_INSET, LANE_PADDING_TOP
from journeymapper.style import colours, typography
from journeymapper.text.shaped import ShapedText

#: Room right of a hint for the sign that invites to write, in points.
SIGN_ROOM = 14.0

#: As many hints are kept shaped.
_MOST_KEPT = 4_096


def is_empty(document: Document, lane: str, step: str) -> bool:
    """Tell whether nothing stands in a cell."""
    indexes = document.indexes
    return not indexes.cards(lane, step) and not indexes.points(lane, step)


def prompt_of(document: Document, lane: str, step: str) -> str:
    """Return the hint in a cell, or "" where it has none."""
    id_ = document.indexes.prompt(lane, step)
    return "" if id_ is None else document.get(id_, Prompt).text


class Prompts:
    """Where the hints stand on a map. They take what room there is, and make none."""

    def __init__(self, layout: MapLayout) -> None:
        """Follow a layout; words are shaped when they are first seen."""
        self._layout = layout
        self._shaped: dict[tuple[str, float], ShapedText] = {}

    def visible(self, rect: Rect) -> Iterator[Placed]:
        """Yield the hints of the empty cells in ``rect``."""
        layout = self._layout
        prompts = layout.document.indexes.prompts
        if not prompts:
            return
        for column in layout.columns.between(rect.x, rect.right):
            step = layout.columns.steps[column]
            for lane in layout.lanes_between(rect.y, rect.bottom) if step is not None else ():
                if (lane, step) in prompts and (placed := self._placed(lane, str(step), column)):
                    yield placed

    def _placed(self, lane: str, step: str, column: int) -> Placed | None:
        layout = self._layout
        laid_out = layout.lanes[lane]
        if not layout.is_open(lane) or laid_out.is_divider or laid_out.cells.bars_over(column):
            return None
        if not is_empty(layout.document, lane, step):
            return None
        width = layout.columns.card_width(column) - 2 * CARD_PADDING_X - SIGN_ROOM
        words = self._words(prompt_of(layout.document, lane, step), width)
        cell = layout.cell_rect(lane, step)
        top = top_in(layout, lane, words.height + 2 * CARD_PADDING_Y) + CARD_PADDING_Y
        if top + words.height > cell.height:
            return None
        paragraph = Paragraph(CARD_PADDING_X, 0, words, colours.SECONDARY)
        return Placed(cell.x + COLUMN_INSET, cell.y + top, (paragraph,))

    def _words(self, text: str, width: float) -> ShapedText:
        key = text, width
        if (words := self._shaped.get(key)) is None:
            if len(self._shaped) >= _MOST_KEPT:
                self._shaped.clear()
            words = self._shaped[key] = self._layout.shaper.shape(text, typography.HINT, width)
        return words


def top_in(layout: MapLayout, lane: str, height: float) -> float:
    """Return where something so high begins in an empty cell that no bar covers, from the lane's top.

    In an emotion lane it stands above the zero line.
    """
    laid_out = layout.lanes[lane]
    return LANE_PADDING_TOP if laid_out.feelings is None else laid_out.zero - height
