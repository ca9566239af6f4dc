"""Where the words of a record stand on the map, and how they are set: what the editor in place lies on."""

from dataclasses import dataclass, replace

from journeymapper.document.records import (
    MAP_ID,
    NO_PICTURE,
    OUTSIDE,
    Card,
    EmotionPoint,
    Lane,
    Link,
    Stage,
    Step,
)
from journeymapper.layout.finding import rect_of
from journeymapper.layout.geometry import Rect
from journeymapper.layout.header import subtitle_of
from journeymapper.layout.headings import step_room
from journeymapper.layout.link_looks import EXIT_GAP, EXIT_WIDTH, LABEL_PADDING
from journeymapper.layout.map_layout import MapLayout
from journeymapper.layout.metrics import (
    COLUMN_INSET,
    LABEL_GAP,
    LABEL_INSET,
    STAGE_TIP,
    STEP_GAP,
)
from journeymapper.style import colours, typography
from journeymapper.text.shaped import Alignment, ShapedText
from journeymapper.ui.canvas.link_marks import points_of

#: Room beside the words of a link's label for those that are being typed.
_ROOM_TO_TYPE = 24.0

#: Room for the name of a dividing line or a collapsed lane, which stands on one line.
_LINE_ROOM = 400.0


@dataclass(frozen=True, slots=True)
class Words:
    """Words on the map: their box (points), style, alignment and colour, and how the map has set them.

    The text box that lies on them covers what is there with a ``ground``, or "" lets it show.
    """

    box: Rect
    style: typography.TextStyle
    alignment: Alignment
    colour: str
    shaped: ShapedText
    ground: str = ""

    @property
    def pitch(self) -> float:
        """The distance from baseline to baseline in points."""
        return self.shaped.height / max(1, len(self.shaped.lines))

    @property
    def baseline(self) -> float:
        """The first baseline in points from the box's top."""
        return self.shaped.lines[0].baseline


def words_of(layout: MapLayout, id_: str, field: str) -> Words | None:
    """Return where the words in a record's field stand, or None where the map does not show them."""
    if id_ == MAP_ID:
        return _header_words(layout, field)
    record = layout.document.find(id_)
    if isinstance(record, Card | EmotionPoint | Lane | Link) and rect_of(layout, id_) is None:
        return None
    match record:
        case Card():
            return _card_words(layout, record)
        case Stage():
            return _stage_words(layout, record)
        case Step():
            return _step_words(layout, record)
        case Lane():
            return _lane_words(layout, record, field)
        case EmotionPoint():
            return _label_words(layout, record)
        case Link():
            return _link_words(layout, record)
    return None


def _set(
    layout: MapLayout,
    text: str,
    style: typography.TextStyle,
    place: tuple[float, float, float],
    colour: str,
    alignment: Alignment = Alignment.START,
) -> Words:
    """Return words whose box has its top left corner and its width at ``place``."""
    x, y, width = place
    shaped = layout.shaper.shape(text, style, width, alignment)
    return Words(Rect(x, y, width, shaped.height), style, alignment, colour, shaped)


def _header_words(layout: MapLayout, field: str) -> Words:
    record = layout.document.map
    if field == "scenario":
        box = layout.header.subtitle
        place = box.x, box.y, box.width
        return _set(layout, subtitle_of(record), typography.SUBTITLE, place, colours.SECONDARY)
    box = layout.header.title
    return _set(layout, record.title, typography.TITLE, (box.x, box.y, box.width), colours.INK)


def _card_words(layout: MapLayout, card: Card) -> Words:
    cells = layout.lanes[card.lane].cells
    stands = cells.card_rect(layout.columns, card.step, card.id).moved(0, layout.lane_top(card.lane))
    words = cells.words_rect(card.step, card.id)
    place = stands.x + words.x, stands.y + words.y, words.width
    found = _set(layout, card.text, typography.CARD, place, colours.INK)
    is_on_picture = card.picture != NO_PICTURE and not card.text
    return replace(found, ground=colours.PAPER) if is_on_picture else found


def _stage_words(layout: MapLayout, stage: Stage) -> Words:
    span = next(span for span in layout.columns.spans if span.stage == stage.id)
    width = span.width - 4 * STAGE_TIP
    x = span.x + (span.width - width + STAGE_TIP / 2) / 2
    height = layout.shaper.shape(stage.name, typography.STAGE, width, Alignment.CENTRE).height
    y = layout.headings_top + (layout.headings.stage_height - height) / 2
    return _set(layout, stage.name, typography.STAGE, (x, y, width), colours.PAPER, Alignment.CENTRE)


def _step_words(layout: MapLayout, step: Step) -> Words:
    column = layout.columns.of_step[step.id]
    left, room = step_room(step)
    x = layout.columns.x(column) + COLUMN_INSET + left
    top = layout.headings_top + layout.headings.stage_height + STEP_GAP
    height = layout.shaper.shape(step.name, typography.STEP, room, Alignment.CENTRE).height
    y = top + (layout.headings.step_height - height) / 2
    return _set(layout, step.name, typography.STEP, (x, y, room), colours.INK, Alignment.CENTRE)


def _lane_words(layout: MapLayout, lane: Lane, field: str) -> Words | None:
    laid_out, top = layout.lanes[lane.id], layout.lane_top(lane.id)
    name = laid_out.name_rect()
    if laid_out.is_divider:
        shaped = layout.shaper.shape(lane.name, typography.LABEL)
        y = top + (laid_out.height - shaped.height) / 2
        place = laid_out.head_rect().x, y, _LINE_ROOM
        return _set(layout, lane.name, typography.LABEL, place, colours.SECONDARY)
    if laid_out.is_collapsed:
        place = name.x, top + name.y, _LINE_ROOM
        return _set(layout, lane.name, typography.LANE, place, colours.INK) if field != "hint" else None
    if field == "hint":
        place = name.x, top + name.bottom, name.width
        return _set(layout, lane.hint, typography.HINT, place, colours.SECONDARY)
    return _set(layout, lane.name, typography.LANE, (name.x, top + name.y, name.width), colours.INK)


def _label_words(layout: MapLayout, point: EmotionPoint) -> Words | None:
    """Return where a point's label stands, or would: above a good point, below a bad one."""
    lane = layout.lanes[point.lane]
    feelings = lane.feelings
    faces = feelings.faces(point.step) if feelings is not None else ()
    face = next((face for face in faces if face.point.id == point.id), None)
    if feelings is None or face is None:
        return None
    column = layout.columns.of_step[point.step]
    x, room = layout.columns.x(column), layout.columns.width_of(column) - 2 * LABEL_INSET
    y = layout.lane_top(point.lane) + lane.zero
    if point.text:
        middle, top = face.label_box.centre[0], face.label_box.y
    else:
        height = layout.shaper.shape("", typography.LABEL, room).height
        middle = face.spot.x
        top = face.ring.bottom + LABEL_GAP
        if point.score >= 0:
            top = face.ring.y - LABEL_GAP - height
    place = x + middle - room / 2, y + top, room
    colour = feelings.looks.label_colour(point.curve)
    return _set(layout, point.text, typography.LABEL, place, colour, Alignment.CENTRE)


def _link_words(layout: MapLayout, link: Link) -> Words:
    """Return where a link's label stands; where there is none yet, by its exit sign or on its line."""
    shaped = layout.shaper.shape(link.text, typography.LABEL)
    width = min(shaped.width + _ROOM_TO_TYPE, layout.columns.width)
    x, middle = _label_place(layout, link, width)
    box = Rect(x, middle - shaped.height / 2, width, shaped.height)
    return Words(box, typography.LABEL, Alignment.START, colours.SECONDARY, shaped)


def _label_place(layout: MapLayout, link: Link, width: float) -> tuple[float, float]:
    """Return the left end and the middle of the line that a link's label of that width stands on."""
    label, way = layout.links.label_rect(link.id), layout.links.path_of(link.id)
    if label is not None:
        return label.x + LABEL_PADDING, label.centre[1]
    if link.target == OUTSIDE and way is not None:
        x, y = points_of(way)[-1]
        has_room = x + EXIT_GAP + width <= layout.width
        return (x + EXIT_GAP if has_room else x - EXIT_GAP - EXIT_WIDTH - width), y
    stands = rect_of(layout, link.id)
    assert stands is not None
    return stands.centre[0] - width / 2, stands.centre[1]
