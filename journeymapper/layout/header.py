"""The top of the map: title and scenario on the left, personas on the right or, where narrow, below."""

from dataclasses import dataclass, replace

from journeymapper.document.records import JourneyMap, Persona
from journeymapper.document.roles import MAP_KINDS
from journeymapper.i18n import _
from journeymapper.layout.display import Paragraph, Placed
from journeymapper.layout.geometry import Rect
from journeymapper.layout.metrics import MARGIN, STAGE_GAP, TITLE_TOP
from journeymapper.layout.persona_cards import Gallery, PersonaCard, flowed, lay_out_chips, lay_out_persona
from journeymapper.style import colours, typography
from journeymapper.text.shaped import ShapedText

_TITLE_SHARE = 0.42
_BETWEEN = 24.0
_SUBTITLE_GAP = 2.0

#: More personas than these are chips; several that would be higher than that in points are chips too. Chips
#: stand below the title where that saves more than the last.
_MOST_CARDS = 4
_MOST_HEIGHT = 180.0
_MOST_BESIDE = 60.0

#: The least width for chips beside the title.
_LEAST_BESIDE = 160.0

#: The least width at which a line without words can be met, in points.
_LEAST_WORDS = 120.0

#: Stands for a field's words where their place is looked for; no text has it.
_PLACE = "\0"


@dataclass(frozen=True, slots=True)
class Header:
    """The header laid out: where the stages may begin, the parts by id, and what to paint.

    ``title`` and ``subtitle`` are the room for their words, ``title_words`` and ``subtitle_words`` what of it
    these fill. ``persona_rows`` are the words of each persona, from the corner of its box; with ``has_chips``
    these are only names.
    """

    bottom: float
    title: Rect
    subtitle: Rect
    title_words: Rect
    subtitle_words: Rect
    personas: dict[str, Rect]
    persona_rows: dict[str, tuple[Paragraph, ...]]
    has_chips: bool
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
    gallery: Gallery,
    width: float,
    dashed: bool,
) -> Header:
    """Lay the header out for a map ``width`` points wide; ``dashed`` shows the dashes of shared curves."""
    shaper, room = gallery.shaper, width - 2 * MARGIN
    block = _block(personas, gallery, room, dashed)
    is_beside = block.stands_beside and bool(personas)
    title_room = room - block.width - _BETWEEN if is_beside else room
    title = shaper.shape(map_record.title or _("Untitled map"), typography.TITLE, title_room)
    subtitle = shaper.shape(subtitle_of(map_record), typography.SUBTITLE, title_room)
    ink = colours.INK if map_record.title else colours.SECONDARY
    subtitle_y = TITLE_TOP + title.height + _SUBTITLE_GAP
    words_bottom = subtitle_y + subtitle.height
    x = width - MARGIN - block.width if is_beside else MARGIN
    y = TITLE_TOP if is_beside else words_bottom + _SUBTITLE_GAP * 4
    rects = {
        persona.id: Rect(x + left, y + top, card.width, card.height)
        for persona, card, (left, top) in zip(personas, block.cards, block.places, strict=True)
    }
    title_rect = Rect(MARGIN, TITLE_TOP, title_room, title.height)
    subtitle_height = max(subtitle.height, typography.SUBTITLE.size * 1.3)
    subtitle_rect = Rect(MARGIN, subtitle_y, title_room, subtitle_height)
    cards = dict(zip(rects, block.cards, strict=True))
    return Header(
        max(words_bottom, y + block.height if personas else 0) + STAGE_GAP,
        title_rect,
        subtitle_rect,
        _filled(title_rect, title),
        _filled(subtitle_rect, subtitle),
        rects,
        {id_: card.rows for id_, card in cards.items()},
        block.of_chips,
        (
            Placed(MARGIN, TITLE_TOP, (Paragraph(0, 0, title, ink),)),
            Placed(MARGIN, subtitle_y, (Paragraph(0, 0, subtitle, colours.SECONDARY),)),
            *(Placed(rects[id_].x, rects[id_].y, card.items) for id_, card in cards.items()),
        ),
    )


@dataclass(frozen=True, slots=True)
class _Block:
    """The personas set in rows: where each stands in it, and how wide and high it is, in points."""

    cards: list[PersonaCard]
    places: list[tuple[float, float]]
    width: float
    height: float
    stands_beside: bool
    of_chips: bool = False


def _block(personas: list[Persona], gallery: Gallery, room: float, dashed: bool) -> _Block:
    """Set personas in rows: as cards, or as chips where these would be many, or take much of the map."""
    beside = room * (1 - _TITLE_SHARE) - _BETWEEN
    if len(personas) <= _MOST_CARDS:
        cards = [lay_out_persona(persona, gallery, room, dashed) for persona in personas]
        stands_beside = max((card.width for card in cards), default=0) <= beside
        block = _Block(cards, *flowed(cards, beside if stands_beside else room), stands_beside)
        if len(personas) <= 1 or block.height <= _MOST_HEIGHT:
            return block
    below = _chip_block(personas, gallery, room, dashed)
    if beside < _LEAST_BESIDE:
        return below
    block = replace(_chip_block(personas, gallery, beside, dashed), stands_beside=True)
    return below if block.height > below.height + _MOST_BESIDE else block


def _chip_block(personas: list[Persona], gallery: Gallery, room: float, dashed: bool) -> _Block:
    chips = lay_out_chips(personas, gallery, room, dashed)
    return _Block(chips, *flowed(chips, room), stands_beside=False, of_chips=True)


def _filled(room: Rect, words: ShapedText) -> Rect:
    """Return what of their room words fill."""
    if not any(line.text for line in words.lines):
        return Rect(room.x, room.y, min(room.width, _LEAST_WORDS), room.height)
    return Rect(room.x + min(line.x for line in words.lines), room.y, words.width, room.height)
