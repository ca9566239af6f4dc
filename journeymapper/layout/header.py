"""The top of the map: title and scenario on the left, personas on the right or, where narrow, below."""

from dataclasses import dataclass

from journeymapper.document.records import JourneyMap, Persona
from journeymapper.document.roles import MAP_KINDS
from journeymapper.i18n import _
from journeymapper.layout.display import Paragraph, Placed
from journeymapper.layout.geometry import Rect
from journeymapper.layout.metrics import MARGIN, STAGE_GAP, TITLE_TOP
from journeymapper.layout.personas import PersonaLooks, flowed, lay_out_persona
from journeymapper.style import colours, typography
from journeymapper.text.shaped import ShapedText, Shaper

_TITLE_SHARE = 0.42
_BETWEEN = 24.0
_SUBTITLE_GAP = 2.0

#: The least width at which a line without words can be met, in points.
_LEAST_WORDS = 120.0

#: Stands for a field's words where their place is looked for; no text has it.
_PLACE = "\0"


@dataclass(frozen=True, slots=True)
class Header:
    """The header laid out: where the stages may begin, the parts by id, and what to paint.

    ``title`` and ``subtitle`` are the room for their words, ``title_words`` and ``subtitle_words`` what of it
    these fill.
    """

    bottom: float
    title: Rect
    subtitle: Rect
    title_words: Rect
    subtitle_words: Rect
    personas: dict[str, Rect]
    placed: tuple[Placed, ...]


def subtitle_of(map_record: JourneyMap) -> str:
    """Return the line under the title: kind, scenario and business."""
    kind = _(MAP_KINDS[map_record.map_kind]) if map_record.map_kind else ""
    return "  ·  ".join(part for part in (kind, map_record.scenario, map_record.business) if part)


def place_in_subtitle(map_record: JourneyMap, field: str) -> int | None:
    """Return after how many characters of the line under the title a field stands; None where it does not."""
    at = subtitle_of(map_record.model_copy(update={field: _PLACE})).find(_PLACE)
    return at if at >= 0 else None


def lay_out_header(
    map_record: JourneyMap,
    personas: list[Persona],
    looks: PersonaLooks,
    width: float,
    shaper: Shaper,
    dashed: bool,
) -> Header:
    """Lay the header out for a map ``width`` points wide; ``dashed`` shows the dashes of shared curves."""
    room = width - 2 * MARGIN
    beside = room * (1 - _TITLE_SHARE) - _BETWEEN
    cards = [lay_out_persona(persona, looks, shaper, room, dashed) for persona in personas]
    stands_beside = not cards or max(card.width for card in cards) <= beside
    places, cards_width, cards_height = flowed(cards, beside if stands_beside else room)
    title_room = room - cards_width - _BETWEEN if cards and stands_beside else room
    title = shaper.shape(map_record.title or _("Untitled map"), typography.TITLE, title_room)
    subtitle = shaper.shape(subtitle_of(map_record), typography.SUBTITLE, title_room)
    ink = colours.INK if map_record.title else colours.SECONDARY
    subtitle_y = TITLE_TOP + title.height + _SUBTITLE_GAP
    words_bottom = subtitle_y + subtitle.height
    cards_x = width - MARGIN - cards_width if stands_beside else MARGIN
    cards_y = TITLE_TOP if stands_beside else words_bottom + _SUBTITLE_GAP * 4
    rects = {
        persona.id: Rect(cards_x + x, cards_y + y, card.width, card.height)
        for persona, card, (x, y) in zip(personas, cards, places, strict=True)
    }
    title_rect = Rect(MARGIN, TITLE_TOP, title_room, title.height)
    subtitle_height = max(subtitle.height, typography.SUBTITLE.size * 1.3)
    subtitle_rect = Rect(MARGIN, subtitle_y, title_room, subtitle_height)
    return Header(
        max(words_bottom, cards_y + cards_height if cards else 0) + STAGE_GAP,
        title_rect,
        subtitle_rect,
        _filled(title_rect, title),
        _filled(subtitle_rect, subtitle),
        rects,
        (
            Placed(MARGIN, TITLE_TOP, (Paragraph(0, 0, title, ink),)),
            Placed(MARGIN, subtitle_y, (Paragraph(0, 0, subtitle, colours.SECONDARY),)),
            *(Placed(rects[p.id].x, rects[p.id].y, c.items) for p, c in zip(personas, cards, strict=True)),
        ),
    )


def _filled(room: Rect, words: ShapedText) -> Rect:
    """Return what of their room words fill."""
    if not any(line.text for line in words.lines):
        return Rect(room.x, room.y, min(room.width, _LEAST_WORDS), room.height)
    return Rect(room.x + min(line.x for line in words.lines), room.y, words.width, room.height)
