"""The look of one card: its height and its display list, in the card's own coordinates."""

from dataclasses import dataclass

from journeymapper.document.records import Card
from journeymapper.document.roles import role_of
from journeymapper.i18n import day_and_month
from journeymapper.layout.display import DisplayList, Fill, Item, Paragraph, Shape, Stroke
from journeymapper.layout.geometry import Rect
from journeymapper.layout.metrics import (
    CARD_BAR,
    CARD_FOLD,
    CARD_PADDING_X,
    CARD_PADDING_Y,
    CARD_RADIUS,
)
from journeymapper.layout.shapes import (
    DOT_PITCH,
    DOT_RADIUS,
    Mark,
    box,
    circle,
    diamond,
    dog_eared,
    dot,
    ear,
    rating,
    triangle,
)
from journeymapper.style import colours, typography
from journeymapper.text.shaped import ShapedText, Shaper

_CHANNEL_RADIUS = 4.0
_CHANNEL_ROOM = 12.0
_DOT_ROOM = 6.0
_PILL_HEIGHT = 11.0
_PILL_PADDING = 4.5
_PILL_INSET = 4.0
_PILL_GAP = 1.5
_MARKS_PITCH = 7.5
_META_GAP = 1.5

#: What a card can show besides its text; the legend explains those in use.
IMPORTANCE, SEVERITY, IMPACT = "importance", "severity", "impact"
ONLINE, OFFLINE, EVIDENCE, ASSUMPTION = "online", "offline", "evidence", "assumption"
NOTE = "note"

RATING_MARKS: dict[str, Mark] = {IMPORTANCE: dot, SEVERITY: triangle, IMPACT: diamond}
RATING_COLOURS = {IMPORTANCE: colours.INK, SEVERITY: colours.EVIDENCE_INK, IMPACT: colours.GOOD}


@dataclass(frozen=True, slots=True)
class CardLayout:
    """A card laid out: size in points, what to paint, where its words stand, and which signs it shows."""

    width: float
    height: float
    items: DisplayList
    words: Rect
    signs: frozenset[str]


def lay_out_card(card: Card, role: str, shaper: Shaper, width: float) -> CardLayout:
    """Lay a card out ``width`` points wide, in the look of its lane's role."""
    looks = colours.ROLE_COLOURS.get(role, colours.PLAIN)
    fields = role_of(role).fields
    ratings = _ratings(card, fields)
    most = max((marks for _sign, marks in ratings), default=0)
    dotted = card.online is not None and "online" in fields
    left = CARD_PADDING_X + (_CHANNEL_ROOM if dotted else 0)
    right = width - CARD_PADDING_X
    room = right - left - ((most - 1) * DOT_PITCH + 2 * DOT_RADIUS + _DOT_ROOM if most else 0)
    text = shaper.shape(card.text, typography.CARD, room)
    first_line = CARD_PADDING_Y + text.height / len(text.lines) / 2
    marks_bottom = first_line + (len(ratings) - 1) * _MARKS_PITCH + DOT_RADIUS if ratings else 0
    marks_bottom = max(marks_bottom, CARD_FOLD if has_note(card) else 0)
    bottom = max(CARD_PADDING_Y + text.height, 2 * first_line - CARD_PADDING_Y, marks_bottom)
    items: list[Item] = []
    if meta := _meta(card, fields):
        small = shaper.shape(meta, typography.HINT, right - left)
        items.append(Paragraph(left, bottom + _META_GAP, small, colours.SECONDARY))
        bottom += _META_GAP + small.height
        last = small
    else:
        last = text
    if card.evidence.count:
        count = shaper.shape(str(card.evidence.count), typography.COUNT)
        bottom, pill = _pill(count, width, left + _last_width(last), marks_bottom, bottom, looks)
        items.extend(pill)
    height = bottom + CARD_PADDING_Y
    if dotted:
        items.extend(_channel_dot(bool(card.online), left - _CHANNEL_ROOM + 2, first_line))
    for row, (sign, marks) in enumerate(ratings):
        y = first_line + row * _MARKS_PITCH
        items.extend(rating(RATING_MARKS[sign], marks, right, y, RATING_COLOURS[sign]))
    signs = {sign for sign, _marks in ratings}
    if dotted:
        signs.add(ONLINE if card.online else OFFLINE)
    if card.evidence.count:
        signs.add(EVIDENCE)
    if card.evidence.level == ASSUMPTION:
        signs.add(ASSUMPTION)
    if has_note(card):
        signs.add(NOTE)
        items.append(Fill(ear(width, 0, CARD_FOLD), colours.SECONDARY))
    return CardLayout(
        width,
        height,
        (
            *_ground(card, looks, width, height),
            *items,
            Paragraph(left, CARD_PADDING_Y, text, colours.INK),
        ),
        Rect(left, CARD_PADDING_Y, room, height - 2 * CARD_PADDING_Y),
        frozenset(signs),
    )


def has_note(card: Card) -> bool:
    """Tell whether there is a note on a card: more than white space."""
    return bool(card.note) and not card.note.isspace()


def _last_width(text: ShapedText) -> float:
    return text.lines[-1].x + text.lines[-1].width


def _ratings(card: Card, fields: frozenset[str]) -> list[tuple[str, int]]:
    """Return the ratings the card shows, a row of marks each, and how many marks."""
    values = ((IMPORTANCE, card.importance), (SEVERITY, card.severity), (IMPACT, card.impact))
    return [(sign, count) for sign, count in values if count and sign in fields]


def _meta(card: Card, fields: frozenset[str]) -> str:
    """Return the small line under the text: who owns it and until when."""
    parts = []
    if "owner" in fields and card.owner:
        parts.append(card.owner)
    if "due" in fields and card.due:
        parts.append(day_and_month(card.due))
    return " · ".join(parts)


def _ground(card: Card, looks: colours.CardColours, width: float, height: float) -> list[Item]:
    whole: Shape = box(0, 0, width, height, CARD_RADIUS)
    if has_note(card):
        whole = dog_eared(Rect(0, 0, width, height), CARD_RADIUS, CARD_FOLD)
    items: list[Item] = [Fill(whole, looks.ground)]
    if card.evidence.level == ASSUMPTION:
        items.append(Stroke(whole, colours.SECONDARY, 0.75, (3, 2)))
    elif looks.edge:
        items.append(Stroke(whole, looks.edge, 0.75))
    if looks.bar:
        items.append(Fill(box(0, 0, CARD_BAR, height, CARD_BAR / 2), looks.bar))
    return items


def _channel_dot(online: bool, x: float, y: float) -> list[Item]:
    dot = circle(x, y, _CHANNEL_RADIUS)
    ground = colours.ACCENT if online else colours.PAPER
    return [Fill(dot, ground), Stroke(dot, colours.ACCENT, 1.2)]


def _pill(
    count: ShapedText,
    card_width: float,
    text_end: float,
    marks_bottom: float,
    bottom: float,
    looks: colours.CardColours,
) -> tuple[float, list[Item]]:
    """Return the lower end of the content and the count of evidence, moved below what is in its way."""
    width = max(count.width + 2 * _PILL_PADDING, _PILL_HEIGHT + 3)
    x = card_width - _PILL_INSET - width
    if text_end > x - _PILL_INSET:
        bottom += _PILL_HEIGHT - CARD_PADDING_Y + _PILL_INSET
    y = max(bottom + CARD_PADDING_Y - _PILL_INSET - _PILL_HEIGHT, marks_bottom + _PILL_GAP)
    bottom = y + _PILL_HEIGHT + _PILL_INSET - CARD_PADDING_Y
    pill = box(x, y, width, _PILL_HEIGHT, _PILL_HEIGHT / 2)
    edge, ink = (
        (colours.EVIDENCE_EDGE, colours.EVIDENCE_INK)
        if looks.bar == colours.BAD
        else (colours.CARD_EDGE, colours.SECONDARY)
    )
    return bottom, [
        Fill(pill, colours.PAPER),
        Stroke(pill, edge, 0.75),
        Paragraph(x + (width - count.width) / 2, y + (_PILL_HEIGHT - count.height) / 2, count, ink),
    ]
