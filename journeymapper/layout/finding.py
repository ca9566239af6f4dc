"""Answers to a point on the map, and to a record's whereabouts."""

from collections.abc import Iterator

from journeymapper.document.records import MAP_ID, Card, Curve, EmotionPoint, Lane, Link, Persona, Stage, Step
from journeymapper.layout.geometry import Rect
from journeymapper.layout.headings import chevron
from journeymapper.layout.map_layout import MapLayout
from journeymapper.layout.metrics import COLUMN_INSET, LANES_GAP, STEP_GAP
from journeymapper.layout.places import Hit, Part

#: So many points at the ends of a title's words belong to them.
_WORDS_REACH = 8.0

#: So many points round an emotion point's mark belong to it.
_FACE_REACH = 2.0

#: So many points round a link's line belong to it.
_LINK_REACH = 3.0

#: What a link may lie over.
_UNDER_LINKS = frozenset({Part.CELL, Part.LANE, Part.STEP, Part.NOTHING})


def hit(layout: MapLayout, x: float, y: float) -> Hit:
    """Return what lies under a point of the map."""
    found = _hit_apart_from_links(layout, x, y)
    if found.part in _UNDER_LINKS and y >= layout.lanes_top - LANES_GAP:
        link = layout.links.link_at(x, y, _LINK_REACH)
        if link is not None:
            return Hit(Part.LINK, link, found.lane, found.step)
    return found


def _hit_apart_from_links(layout: MapLayout, x: float, y: float) -> Hit:
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
    if curve_at(layout, x, y) is not None:
        return Hit(Part.LEGEND, lane=lane)
    column = layout.columns.at(x)
    if column is None:
        return Hit(Part.NOTHING, lane=lane)
    if laid_out.feelings is not None:
        return _hit_feeling(layout, lane, column, x, y)
    found = laid_out.cells.card_at(layout.columns, column, x, y - layout.lane_top(lane))
    return Hit(Part.CARD, found[0], lane, found[1]) if found else _cell(layout, lane, column)


def sign_at(layout: MapLayout, x: float, y: float) -> str | None:
    """Return the lane whose sign for collapsing and expanding is under a point of the map, or None."""
    lane = layout.lane_at(y) if y >= layout.lanes_top else None
    if lane is None or layout.lanes[lane].is_divider:
        return None
    return lane if layout.lanes[lane].sign_rect().contains(x, y - layout.lane_top(lane)) else None


def curve_at(layout: MapLayout, x: float, y: float) -> Curve | None:
    """Return the curve whose entry in a lane's legend is under a point of the map, or None."""
    lane = layout.lane_at(y) if y >= layout.lanes_top else None
    feelings = layout.lanes[lane].feelings if lane is not None and layout.is_open(lane) else None
    if lane is None or feelings is None:
        return None
    return feelings.legend.at(x - layout.columns.left, y - layout.lane_top(lane))


def is_on_count(layout: MapLayout, card: Hit, x: float, y: float) -> bool:
    """Tell whether a point of the map is on the pill that counts the evidence of the card under it."""
    cells = layout.lanes[card.lane].cells
    count = cells.count_rect(card.step, card.id)
    box = cells.card_rect(layout.columns, card.step, card.id).moved(0, layout.lane_top(card.lane))
    return count is not None and count.moved(box.x, box.y).contains(x, y)


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
    if step and 0 <= y - layout.headings_top - layout.headings.steps_bottom < layout.headings.strip.height:
        return Hit(Part.EVIDENCE, step=step)
    return Hit(Part.STEP, step, step=step) if step else Hit(Part.NOTHING)


def _cell(layout: MapLayout, lane: str, column: int) -> Hit:
    step = layout.columns.steps[column]
    return Hit(Part.CELL, "", lane, step) if step else Hit(Part.NOTHING, lane=lane)


def _hit_feeling(layout: MapLayout, lane: str, column: int, x: float, y: float) -> Hit:
    """Return the point of an emotion lane under a point of a column, or the cell."""
    laid_out, step = layout.lanes[lane], layout.columns.steps[column] or ""
    above_zero = y - layout.lane_top(lane) - laid_out.zero
    from_left = x - layout.columns.x(column)
    feelings = laid_out.feelings
    face = feelings.face_at(step, from_left, above_zero, _FACE_REACH) if feelings is not None else None
    if face is not None:
        return Hit(Part.POINT, face.point.id, lane, step)
    return _cell(layout, lane, column)


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
        case Link():
            return layout.links.rect_of(id_)
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
