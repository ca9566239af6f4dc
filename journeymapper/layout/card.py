"""The look of one card: its height and its display list, in the card's own coordinates."""

from dataclasses import dataclass
from typing import NamedTuple

from journeymapper.document.records import NOBODY, Card, Picture
from journeymapper.document.roles import role_of
from journeymapper.i18n import _, day_and_month
from journeymapper.layout.display import DisplayList, Fill, Item, Paragraph, Shape, Stroke
from journeymapper.layout.figures import lay_out_figure
from journeymapper.layout.geometry import Rect
from journeymapper.layout.metrics import (
    CARD_BAR,
    CARD_FOLD,
    CARD_PADDING_X,
    CARD_PADDING_Y,
    CARD_RADIUS,
)
from journeymapper.layout.personas import BADGE_HEIGHT, BADGE_WIDTH, PersonaLooks
from journeymapper.layout.picture import end_of_picture, picture_box
from journeymapper.layout.pills import PILL_GAP, PILL_HEIGHT, Blank, Pill, count_pill, votes_pill
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
    tally,
    triangle,
)
from journeymapper.style import colours, typography
from journeymapper.text.shaped import ShapedText, Shaper

_CHANNEL_RADIUS = 4.0
_CHANNEL_ROOM = 12.0
_DOT_ROOM = 6.0
_PILL_INSET = 4.0
_PILL_ABOVE = 3.0
_BADGE_ABOVE = 1.5
_MARKS_PITCH = 7.5
_META_GAP = 1.5

#: What a card can show besides its text; the legend explains those in use.
IMPORTANCE, SEVERITY, IMPACT, EFFORT = "importance", "severity", "impact", "effort"
ONLINE, OFFLINE, EVIDENCE, ASSUMPTION = "online", "offline", "evidence", "assumption"
NOTE = "note"
VOTES = "votes"
PERSONA = "persona"

RATING_MARKS: dict[str, Mark] = {IMPORTANCE: dot, SEVERITY: triangle, IMPACT: diamond, EFFORT: tally}
RATING_COLOURS = {
    IMPORTANCE: colours.INK,
    SEVERITY: colours.EVIDENCE_INK,
    IMPACT: colours.GOOD,
    EFFORT: colours.SECONDARY,
}


class Badge(NamedTuple):
    """Whose a card is, and where on the card the room for that persona's sign begins, in points."""

    persona: str
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class CardLayout:
    """A card laid out: size in points, what to paint, where its words stand, and which signs it shows.

    ``count`` is the pill that counts its evidence, where it has one.

    The sign of its persona is painted besides, since that may look another way any time.
    """

    width: float
    height: float
    items: DisplayList
    words: Rect
    signs: frozenset[str]
    badge: Badge | None = None
    count: Rect | None = None

    def whole(self, looks: PersonaLooks, shaper: Shaper) -> DisplayList:
        """Return what to paint with the persona's sign."""
        if self.badge is None:
            return self.items
        return (*self.items, *looks.badge_at(self.badge.x, self.badge.y, self.badge.persona, shaper))


def lay_out_card(
    card: Card, role: str, shaper: Shaper, width: float, picture: Picture | None = None
) -> CardLayout:
    """Lay a card out ``width`` points wide, in the look of its lane's role, ``picture`` above its text."""
    looks = colours.ROLE_COLOURS.get(role, colours.PLAIN)
    fields = role_of(role).fields
    ratings = _ratings(card, fields)
    most = max((marks for _sign, marks in ratings), default=0)
    dotted = card.online is not None and "online" in fields
    left = CARD_PADDING_X + (_CHANNEL_ROOM if dotted else 0)
    right = width - CARD_PADDING_X
    room = right - left - ((most - 1) * DOT_PITCH + 2 * DOT_RADIUS + _DOT_ROOM if most else 0)
    text = shaper.shape(card.text, typography.CARD, room)
    items: list[Item] = []
    top = CARD_PADDING_Y
    if picture is not None:
        items.append(picture_box(picture, width))
        top = end_of_picture(picture, width) + CARD_PADDING_Y
    first_line = top + text.height / len(text.lines) / 2
    marks_bottom = first_line + (len(ratings) - 1) * _MARKS_PITCH + DOT_RADIUS if ratings else 0
    marks_bottom = max(marks_bottom, CARD_FOLD if has_note(card) else 0)
    if picture is not None and not (card.text or ratings or dotted):
        marks_bottom = bottom = end_of_picture(picture, width)
    else:
        bottom = max(top + text.height, 2 * first_line - top, marks_bottom)
    text_end = left + _last_width(text)
    if card.value is not None and "value" in fields:
        figure, bottom = lay_out_figure(card, card.value, shaper, left, right, bottom)
        items.extend(figure)
        text_end = right
    if meta := _meta(card, fields):
        small = shaper.shape(meta, typography.HINT, right - left)
        items.append(Paragraph(left, bottom + _META_GAP, small, colours.SECONDARY))
        bottom += _META_GAP + small.height
        text_end = left + _last_width(small)
    badge = count = None
    if card.evidence.count or card.votes or card.persona != NOBODY:
        marks_bottom += _BADGE_ABOVE if card.persona != NOBODY else 0
        for pills in _pill_rows(_pills(card, looks, shaper), width):
            bottom, placed = _pill_row(pills, width, text_end, marks_bottom, bottom)
            items.extend(placed)
            text_end, marks_bottom = width, bottom + CARD_PADDING_Y - _PILL_INSET
            if card.persona != NOBODY and badge is None:
                badge = _badge(card.persona, width, bottom)
            count = count or _count_box(pills, width, bottom)
    height = bottom + CARD_PADDING_Y
    if dotted:
        items.extend(_channel_dot(bool(card.online), left - _CHANNEL_ROOM + 2, first_line))
    for row, (sign, marks) in enumerate(ratings):
        y = first_line + row * _MARKS_PITCH
        items.extend(rating(RATING_MARKS[sign], marks, right, y, RATING_COLOURS[sign]))
    if has_note(card):
        items.append(Fill(ear(width, 0, CARD_FOLD), colours.SECONDARY))
    return CardLayout(
        width,
        height,
        (
            *_ground(card, looks, width, height),
            *items,
            Paragraph(left, top, text, colours.SECONDARY if _is_done(card, fields) else colours.INK),
        ),
        _words_rect(left, top, room, height, text),
        _signs(card, ratings, dotted),
        badge,
        count,
    )


def _words_rect(left: float, top: float, room: float, height: float, text: ShapedText) -> Rect:
    """Return where a card's words stand; on a picture that has none, its lower end is where they begin."""
    lowest = max(0.0, height - CARD_PADDING_Y - text.height)
    return Rect(left, min(top, lowest), room, max(text.height, height - top - CARD_PADDING_Y))


def _signs(card: Card, ratings: list[tuple[str, int]], dotted: bool) -> frozenset[str]:
    """Return the signs that a card shows besides its text."""
    shown = {
        EVIDENCE: card.evidence.count,
        VOTES: card.votes,
        PERSONA: card.persona != NOBODY,
        ASSUMPTION: card.evidence.level == ASSUMPTION,
        NOTE: has_note(card),
        ONLINE: dotted and card.online,
        OFFLINE: dotted and not card.online,
    }
    return frozenset(sign for sign, is_shown in shown.items() if is_shown).union(
        sign for sign, _marks in ratings
    )


def has_note(card: Card) -> bool:
    """Tell whether there is a note on a card: more than white space."""
    return bool(card.note) and not card.note.isspace()


def _last_width(text: ShapedText) -> float:
    return text.lines[-1].x + text.lines[-1].width


def _ratings(card: Card, fields: frozenset[str]) -> list[tuple[str, int]]:
    """Return the ratings the card shows, a row of marks each, and how many marks."""
    return [(sign, count) for sign in RATING_MARKS if sign in fields and (count := getattr(card, sign))]


def _meta(card: Card, fields: frozenset[str]) -> str:
    """Return the small line under the text: who owns it and until when."""
    parts = []
    if _is_done(card, fields):
        parts.append(_("Done"))
    if "owner" in fields and card.owner:
        parts.append(card.owner)
    if "due" in fields and card.due:
        parts.append(day_and_month(card.due))
    return " · ".join(parts)


def _is_done(card: Card, fields: frozenset[str]) -> bool:
    """Tell whether a card is a plan that is done: it is shown more calmly."""
    return card.done and "done" in fields


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


def _badge(persona: str, width: float, bottom: float) -> Badge:
    """Return the room for a persona's sign: at the right of the pills that end the content at ``bottom``."""
    middle = bottom + CARD_PADDING_Y - _PILL_INSET - PILL_HEIGHT / 2
    return Badge(persona, width - _PILL_INSET - BADGE_WIDTH, middle - BADGE_HEIGHT / 2)


def _count_box(pills: list[Pill | Blank], width: float, bottom: float) -> Rect | None:
    """Return where the pill that counts the evidence stands in a row that ends the content at ``bottom``."""
    right, top = width - _PILL_INSET, bottom + CARD_PADDING_Y - _PILL_INSET - PILL_HEIGHT
    for pill in pills:
        if isinstance(pill, Pill) and not pill.has_dot:
            return Rect(right - pill.width, top, pill.width, PILL_HEIGHT)
        right -= pill.width + PILL_GAP
    return None


def _pills(card: Card, looks: colours.CardColours, shaper: Shaper) -> list[Pill | Blank]:
    """Return the pills of a card, from the right: room for whose it is, how much evidence, how many votes."""
    pills: list[Pill | Blank] = []
    if card.persona != NOBODY:
        pills.append(Blank(BADGE_WIDTH))
    if card.evidence.count:
        edge, ink = (
            (colours.EVIDENCE_EDGE, colours.EVIDENCE_INK)
            if looks.bar == colours.BAD
            else (colours.CARD_EDGE, colours.SECONDARY)
        )
        pills.append(count_pill(card.evidence.count, edge, ink, shaper))
    if card.votes:
        pills.append(votes_pill(card.votes, shaper))
    return pills


def _pill_rows(pills: list[Pill | Blank], card_width: float) -> list[list[Pill | Blank]]:
    """Return pills in one row, or each in its own on a card that is too narrow for that."""
    width = sum(pill.width for pill in pills) + PILL_GAP * (len(pills) - 1)
    return [pills] if width <= card_width - 2 * _PILL_INSET else [[pill] for pill in pills]


def _pill_row(
    pills: list[Pill | Blank], card_width: float, text_end: float, marks_bottom: float, bottom: float
) -> tuple[float, list[Item]]:
    """Return the lower end of the content and the pills, side by side, below what is in their way."""
    width = sum(pill.width for pill in pills) + PILL_GAP * (len(pills) - 1)
    x = card_width - _PILL_INSET - width
    if text_end > x - _PILL_INSET:
        bottom += PILL_HEIGHT - CARD_PADDING_Y + _PILL_INSET
    y = max(bottom + CARD_PADDING_Y - _PILL_INSET - PILL_HEIGHT, marks_bottom + _PILL_ABOVE)
    bottom = y + PILL_HEIGHT + _PILL_INSET - CARD_PADDING_Y
    placed: list[Item] = []
    for pill in reversed(pills):
        placed.extend(pill.at(x, y))
        x += pill.width + PILL_GAP
    return bottom, placed
