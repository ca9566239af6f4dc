"""The foot of the map: a legend of the signs in use, and when the map was and will be reviewed."""

from collections import Counter

from journeymapper.document import links
from journeymapper.document.evidence_words import LEVEL_WORDS
from journeymapper.document.records import JourneyMap
from journeymapper.i18n import _, day
from journeymapper.layout import card as signs
from journeymapper.layout import evidence_strip, headings, link_looks
from journeymapper.layout.display import DisplayList, Fill, Item, Paragraph, Path, Stroke
from journeymapper.layout.geometry import Rect
from journeymapper.layout.metrics import FOOT_HEIGHT, MARGIN
from journeymapper.layout.shapes import STAR_RADIUS, box, circle, dog_eared, ear, moved, rating, star
from journeymapper.style import colours, typography
from journeymapper.text.shaped import ShapedText, Shaper

_TOP = 8.0
_MIDDLE = _TOP + 5
_ROW = 13.0
_GAP = 4.0
_BETWEEN = 14.0
_FOLD = 5.0
_LINK = 18.0
_PERSON = 4.6


def lay_out_foot(
    map_record: JourneyMap, used: Counter[str], width: float, shaper: Shaper
) -> tuple[DisplayList, float]:
    """Lay the foot out for a map ``width`` points wide; return it and its height.

    Only signs with a count in ``used`` are explained. What does not fit beside goes into another row.
    """
    items: list[Item] = []
    x, y, right = MARGIN, 0.0, width - MARGIN
    for sign, words in _legend():
        if used[sign] > 0:
            drawn, sign_width = _sign(sign)
            text = shaper.shape(words, typography.HINT)
            entry_width = sign_width + _GAP + text.width
            if x > MARGIN and x + entry_width > right:
                x, y = MARGIN, y + _ROW
            items.extend(moved(item, x, y) for item in drawn)
            items.append(_paragraph(x + sign_width + _GAP, y, text))
            x += entry_width + _BETWEEN
    review = shaper.shape(review_words(map_record), typography.HINT)
    if x > MARGIN and x + review.width > right:
        y += _ROW
    items.append(_paragraph(right - review.width, y, review))
    return tuple(items), FOOT_HEIGHT + y


def review_words(map_record: JourneyMap) -> str:
    """Return when the map was reviewed and will be, or nothing."""
    parts = []
    if map_record.reviewed:
        parts.append(_("Reviewed {date}").format(date=day(map_record.reviewed)))
    if map_record.next_review:
        words = _("next review {date}") if parts else _("Next review {date}")
        parts.append(words.format(date=day(map_record.next_review)))
    return " · ".join(parts)


def _legend() -> list[tuple[str, str]]:
    return [
        (signs.IMPORTANCE, _("importance")),
        (signs.SEVERITY, _("severity")),
        (signs.IMPACT, _("impact")),
        (signs.EFFORT, _("effort")),
        (signs.ONLINE, _("online")),
        (signs.OFFLINE, _("offline")),
        (signs.EVIDENCE, _("pieces of evidence behind the card")),
        (signs.ASSUMPTION, _("assumption")),
        (signs.NOTE, _("note")),
        (signs.VOTES, _("votes")),
        (signs.PERSONA, _("whose it is")),
        (headings.MOMENT_OF_TRUTH, _("moment of truth")),
        *((evidence_strip.SIGNS[level], _(words)) for level, words in LEVEL_WORDS.items()),
        (links.NEXT, _("next")),
        (links.BACK, _("goes back")),
        (links.LEAVES, _("leaves")),
    ]


def _sign(sign: str) -> tuple[list[Fill | Stroke], float]:
    """Return a sign drawn at the left end of the first row, and its width."""
    if sign in signs.RATING_MARKS:
        marks = rating(signs.RATING_MARKS[sign], 3, 16, _MIDDLE, signs.RATING_COLOURS[sign])
        return list(marks), 16
    if sign in link_looks.LOOKS:
        return list(link_looks.sample(sign, _LINK, _MIDDLE)), _LINK
    if sign in evidence_strip.LEVEL_OF:
        swatch = evidence_strip.swatch(evidence_strip.LEVEL_OF[sign], Rect(0, _MIDDLE - 3, 14, 6))
        return list(swatch), 14
    if sign in {signs.ONLINE, signs.OFFLINE}:
        dot = circle(4, _MIDDLE, 3.4)
        ground = colours.ACCENT if sign == signs.ONLINE else colours.PAPER
        return [Fill(dot, ground), Stroke(dot, colours.ACCENT, 1.1)], 8
    if sign == signs.EVIDENCE:
        pill = box(0, _MIDDLE - 4, 14, 8, 4)
        return [Fill(pill, colours.PAPER), Stroke(pill, colours.EVIDENCE_EDGE, 0.75)], 14
    if sign == signs.VOTES:
        pill = box(0, _MIDDLE - 4, 14, 8, 4)
        return [Fill(pill, colours.VOTES), Fill(circle(7, _MIDDLE, 2), colours.PAPER)], 14
    if sign == signs.PERSONA:
        return _person(), 2 * _PERSON
    if sign == signs.NOTE:
        page = dog_eared(Rect(0, _MIDDLE - 4.5, 11, 9), 2, _FOLD)
        return [
            Fill(page, colours.LANE_GROUND),
            Stroke(page, colours.CARD_EDGE, 0.75),
            Fill(ear(11, _MIDDLE - 4.5, _FOLD), colours.SECONDARY),
        ], 11
    if sign == headings.MOMENT_OF_TRUTH:
        return [Fill(star(STAR_RADIUS, _MIDDLE), colours.INK)], 2 * STAR_RADIUS
    return [Stroke(box(0, _MIDDLE - 4, 14, 8, 2.5), colours.SECONDARY, 0.75, (3, 2))], 14


def _person() -> list[Fill | Stroke]:
    """Return head and shoulders in a circle."""
    shoulders = Path(
        (
            ("M", _PERSON - 2.7, _MIDDLE + 3),
            ("C", _PERSON - 2.7, _MIDDLE - 0.6, _PERSON + 2.7, _MIDDLE - 0.6, _PERSON + 2.7, _MIDDLE + 3),
            ("Z",),
        )
    )
    return [
        Fill(circle(_PERSON, _MIDDLE, _PERSON), colours.SECONDARY),
        Fill(circle(_PERSON, _MIDDLE - 1.7, 1.6), colours.PAPER),
        Fill(shoulders, colours.PAPER),
    ]


def _paragraph(x: float, y: float, text: ShapedText) -> Paragraph:
    return Paragraph(x, y + _MIDDLE - text.height / 2, text, colours.SECONDARY)
