"""Answers to a point on the map, and to a record's whereabouts."""

from collections.abc import Iterator

from journeymapper.document.records import MAP_ID, Card, EmotionPoint, Lane, Persona, Stage, Step
from journeymapper.layout.geometry import Rect
from journeymapper.layout.headings import chevron
from journeymapper.layout.map_layout import MapLayout
from journeymapper.layout.metrics import COLUMN_INSET, STEP_GAP
from journeymapper.layout.places import Hit, Part

#: So many points at the ends of a title's words belong to them.
_WORDS_REACH = 8.0


def hit(layout: MapLayout, x: float, y: float) -> Hit:
    """Return what lies under a point of the map."""
    if y < layout.headings_top:
        return _hit_header(layout, x, y)
    if y < layout.lanes_top:
        return _hit_headings(layout, x, y)
    lane = layout.lane_at(y)
    if lane is None:
        return Hit(Part.NOTHING)
    laid_out = layout.lanes[lane]
    if x < layout.columns.left or laid_out.is_divider or laid_out.is_collapsed:
        return Hit(Part.LANE, lane, lane)
    column = layout.columns.at(x)
    step = layout.columns.steps[column] if column is not None else None
    if column is None or step is None:
        return Hit(Part.NOTHING, lane=lane)
    return _hit_cell(layout, lane, step, x - layout.columns.x(column), y - layout.lane_top(lane))


def sign_at(layout: MapLayout, x: float, y: float) -> str | None:
    """Return the lane whose sign for collapsing and expanding is under a point of the map, or None."""
    lane = layout.lane_at(y) if y >= layout.lanes_top else None
    if lane is None or layout.lanes[lane].is_divider:
        return None
    return lane if layout.lanes[lane].sign_rect().contains(x, y - layout.lane_top(lane)) else None


def _hit_header(layout: MapLayout, x: float, y: float) -> Hit:
    for persona, rect in layout.header.personas.items():
        if rect.contains(x, y):
            return Hit(Part.PERSONA, persona)
    if _is_on_words(layout.header.title_words, x, y):
        return Hit(Part.TITLE, MAP_ID)
    if _is_on_words(layout.header.subtitle_words, x, y):
        return Hit(Part.SUBTITLE, MAP_ID)
    return Hit(Part.NOTHING)


def _is_on_words(words: Rect, x: float, y: float) -> bool:
    """Tell whether a point is on a line of words, or on a little room at its ends."""
    return words.y <= y < words.bottom and words.x - _WORDS_REACH <= x < words.right + _WORDS_REACH


def _hit_headings(layout: MapLayout, x: float, y: float) -> Hit:
    column = layout.columns.at(x)
    if column is None:
        return Hit(Part.NOTHING)
    if y < layout.headings_top + layout.headings.stage_height + STEP_GAP / 2:
        return Hit(Part.STAGE, layout.columns.span_at(column).stage)
    step = layout.columns.steps[column]
    return Hit(Part.STEP, step, step=step) if step else Hit(Part.NOTHING)


def _hit_cell(layout: MapLayout, lane: str, step: str, x: float, y: float) -> Hit:
    """Return the card or point under a point of a cell, given in the cell's coordinates, or the cell."""
    laid_out = layout.lanes[lane]
    if laid_out.feelings is None:
        card = laid_out.cells.card_at(step, x, y)
        return Hit(Part.CARD, card, lane, step) if card else Hit(Part.CELL, "", lane, step)
    for face in laid_out.feelings.faces(step):
        above_zero = y - laid_out.zero
        if face.ring.grown(2).contains(x, above_zero) or face.label_box.contains(x, above_zero):
            return Hit(Part.POINT, face.point.id, lane, step)
    return Hit(Part.CELL, "", lane, step)


def rect_of(layout: MapLayout, id_: str) -> Rect | None:
    """Return the box of a record on the map, or None when it is not on it or cannot be seen."""
    if id_ == MAP_ID:
        return layout.header.title_words
    record = layout.document.find(id_)
    match record:
        case Card() | EmotionPoint() if not layout.is_open(record.lane):
            return None
        case Card():
            rect = layout.lanes[record.lane].cells.card_rect(layout.columns, record.step, id_)
            return rect.moved(0, layout.lane_top(record.lane))
        case EmotionPoint():
            return _face_rect(layout, record)
        case Lane():
            if not layout.is_shown(id_):
                return None
            return layout.lanes[id_].head_rect().moved(0, layout.lane_top(id_))
        case Stage():
            span = next(span for span in layout.columns.spans if span.stage == id_)
            return Rect(span.x, layout.headings_top, span.width, layout.headings.stage_height)
        case Step():
            column = layout.columns.of_step[id_]
            x, width = layout.columns.x(column) + COLUMN_INSET, layout.columns.card_width(column)
            y = layout.headings_top + layout.headings.stage_height + STEP_GAP
            return Rect(x, y, width, layout.headings.step_height)
        case Persona():
            return layout.header.personas[id_]
    return None


def stage_corners(layout: MapLayout, stage: str, more: float) -> list[tuple[float, float]]:
    """Return the corners of a stage's chevron on the map, its edges moved outwards by ``more`` points."""
    spans = layout.columns.spans
    span = next(span for span in spans if span.stage == stage)
    corners = chevron(span.width, layout.headings.stage_height, span is spans[0], more)
    return [(span.x + x, layout.headings_top + y) for x, y in corners]


def _face_rect(layout: MapLayout, point: EmotionPoint) -> Rect | None:
    feelings = layout.lanes[point.lane].feelings
    faces = feelings.faces(point.step) if feelings is not None else ()
    x = layout.columns.x(layout.columns.of_step[point.step])
    y = layout.lane_top(point.lane) + layout.lanes[point.lane].zero
    return next((face.ring.moved(x, y) for face in faces if face.point.id == point.id), None)


def boxes_in(layout: MapLayout, rect: Rect) -> Iterator[tuple[str, Rect]]:
    """Yield the ids and boxes of the cards and points that can be seen in a rectangle, lane by lane."""
    seen = layout.columns.between(rect.x, rect.right)
    for lane in layout.lanes_between(rect.y, rect.bottom):
        for id_, box in layout.lanes[lane].boxes(layout.columns, seen, layout.lane_top(lane), rect):
            if box.intersects(rect):
                yield id_, box


def records_in(layout: MapLayout, rect: Rect) -> list[str]:
    """Return the cards and points whose boxes share room with a rectangle: what a rubber band selects."""
    return [id_ for id_, _box in boxes_in(layout, rect)]
