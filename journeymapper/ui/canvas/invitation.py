"""The faint “+” and the hint in an empty cell: what belongs there, and where to click for it."""

from journeymapper.document.records import Lane
from journeymapper.document.roles import EMOTION, EMOTION_HINT, role_of
from journeymapper.i18n import _
from journeymapper.layout.display import Fill, Item, Paragraph, Path, Placed, Stroke
from journeymapper.layout.geometry import Rect
from journeymapper.layout.map_layout import MapLayout
from journeymapper.layout.metrics import (
    CARD_GAP,
    CARD_PADDING_X,
    CARD_PADDING_Y,
    CARD_RADIUS,
    COLUMN_INSET,
    LANE_LINE_GAP,
    LANE_PADDING_TOP,
)
from journeymapper.layout.prompts import SIGN_ROOM, is_empty, prompt_of, top_in
from journeymapper.layout.shapes import box
from journeymapper.style import colours, typography

_ARM = 3.5

#: How near to the bar above it the invitation comes where there is little room, in points.
_CLOSE = 2.0


def plus_box(layout: MapLayout, lane: str, step: str) -> Rect | None:
    """Return where the “+” of an empty cell of cards can be clicked, in points, or None."""
    if not is_empty(layout.document, lane, step) or layout.lanes[lane].feelings is not None:
        return None
    cell, side = layout.cell_rect(lane, step), 2 * CARD_PADDING_Y + SIGN_ROOM
    top, height = _fitted(layout, lane, step, side)
    left = cell.x + COLUMN_INSET
    if prompt_of(layout.document, lane, step):
        left += layout.columns.card_width(layout.columns.of_step[step]) - side
    return Rect(left, cell.y + top, side, height)


def _fitted(layout: MapLayout, lane: str, step: str, height: float) -> tuple[float, float]:
    """Return where something so high begins in a cell, from the lane's top, and how high it can be there.

    Where bars cover the cell that is below them, and above the lane's hairline.
    """
    laid_out = layout.lanes[lane]
    top = laid_out.cells.beginning(layout.columns.of_step[step])
    end = laid_out.height + LANE_LINE_GAP - 1
    if top == LANE_PADDING_TOP or top + height <= end:
        return top, height
    top -= CARD_GAP - _CLOSE
    return top, min(height, end - top)


def invitation(layout: MapLayout, lane: str, step: str) -> Placed | None:
    """Return what to paint in a cell, or None where something stands already.

    The words of a hint in the cell stay where they are; the sign stands right of them then.
    """
    document = layout.document
    if not layout.is_open(lane) or layout.lanes[lane].is_divider or not is_empty(document, lane, step):
        return None
    record = document.get(lane, Lane)
    is_emotion = record.lane_kind == EMOTION
    hint = prompt = prompt_of(document, lane, step)
    if not prompt:
        hint = _(EMOTION_HINT) if is_emotion else record.hint or role_of(record.role).shown_hint()
    width = layout.columns.card_width(layout.columns.of_step[step])
    words = layout.shaper.shape(hint, typography.HINT, width - 2 * CARD_PADDING_X - SIGN_ROOM)
    height = words.height + 2 * CARD_PADDING_Y
    cell = layout.cell_rect(lane, step)
    top = top_in(layout, lane, height) if prompt else (cell.height - height) / 2
    if not is_emotion:
        top, height = _fitted(layout, lane, step, height)
    left, sign = CARD_PADDING_X + SIGN_ROOM, CARD_PADDING_X
    if prompt:
        left, sign = CARD_PADDING_X, width - CARD_PADDING_X - 2 * _ARM
    middle_x, middle_y = sign + _ARM, height / 2
    plus = Path(
        (
            ("M", middle_x - _ARM, middle_y),
            ("L", middle_x + _ARM, middle_y),
            ("M", middle_x, middle_y - _ARM),
            ("L", middle_x, middle_y + _ARM),
        )
    )
    items: list[Item] = [
        Fill(box(0, 0, width, height, CARD_RADIUS), colours.LANE_GROUND, 0.9),
        Stroke(plus, colours.SECONDARY, 1.1, round=True),
    ]
    if words.height <= height:
        y = (height - words.height) / 2
        items.append(Paragraph(left, y, words, colours.SECONDARY))
    return Placed(cell.x + COLUMN_INSET, cell.y + top, tuple(items))
