"""The sign on a card that says whose it is: it has room of its own beside all else that a card shows."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journeymapper.document.records import NOBODY, Card
from journeymapper.editing import cards, personas
from journeymapper.layout.card import PERSONA, CardLayout, lay_out_card
from journeymapper.layout.display import Fill, Paragraph, Path, RoundedRect
from journeymapper.layout.geometry import Rect
from journeymapper.layout.map_layout import MapLayout
from journeymapper.layout.metrics import CARD_BAR
from journeymapper.layout.personas import BADGE_HEIGHT, BADGE_WIDTH
from journeymapper.text.engine import QtShaper
from tests.maps import small_map

ROLES = st.sampled_from(["", "touchpoints", "pain_points", "opportunities", "metrics", "owner"])
FIELDS = st.fixed_dictionaries(
    {
        "text": st.text("abc äņš ราคา \u200fمرحبا\n", max_size=120),
        "note": st.sampled_from(["", "A note"]),
        "importance": st.integers(0, 3),
        "severity": st.integers(0, 3),
        "impact": st.integers(0, 3),
        "effort": st.integers(0, 3),
        "online": st.none() | st.booleans(),
        "owner": st.sampled_from(["", "Ilze"]),
        "value": st.none() | st.just(3.5),
        "votes": st.sampled_from([0, 3, 120]),
        "evidence": st.sampled_from([0, 12, 1234]).map(lambda count: {"sources": ({"count": count},)}),
    }
)

#: The sign may reach so far into the blank between lines, in points.
_BLANK = 0.6


def laid_out(shaper: QtShaper, role: str, width: float, persona: str, **fields: object) -> CardLayout:
    card = Card.model_validate(
        {"id": "c", "order": "a0", "lane": "l", "step": "s", "persona": persona, **fields}
    )
    return lay_out_card(card, role, shaper, width)


def room_of(layout: CardLayout) -> Rect:
    assert layout.badge is not None
    return Rect(layout.badge.x, layout.badge.y, BADGE_WIDTH, BADGE_HEIGHT)


def drawn(layout: CardLayout) -> list[Rect]:
    """Return the boxes of all that a card shows: signs and lines of text; not its ground and its bar."""
    found: list[Rect] = []
    for item in layout.items:
        if isinstance(item, Paragraph):
            pitch = item.text.height / max(1, len(item.text.lines))
            found.extend(
                Rect(item.x + line.x, item.y + number * pitch, line.width, pitch)
                for number, line in enumerate(item.text.lines)
            )
        elif isinstance(item, Fill) and isinstance(item.shape, RoundedRect):
            found.append(item.shape.rect)
        elif isinstance(item, Fill) and isinstance(item.shape, Path):
            xs = [x for one in item.shape.segments for x in one[1::2]]
            ys = [y for one in item.shape.segments for y in one[2::2]]
            found.append(Rect(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys)))
    return [box for box in found if box.width and not (box.x <= 0 and box.height > layout.height - 1)]


@given(role=ROLES, width=st.sampled_from([74.0, 125.0, 300.0]), fields=FIELDS)
@settings(max_examples=120, deadline=None)
def test_the_sign_lies_on_the_card_and_over_nothing_else(
    role: str, width: float, fields: dict[str, object], shaper: QtShaper
) -> None:
    layout = laid_out(shaper, role, width, "p", **fields)
    room = room_of(layout)
    assert room.x >= CARD_BAR
    assert room.right <= width
    assert room.bottom <= layout.height
    tight = Rect(room.x, room.y + _BLANK, room.width, room.height - 2 * _BLANK)
    assert not [box for box in drawn(layout) if box.intersects(tight)]
    plain = laid_out(shaper, role, width, NOBODY, **fields)
    assert plain.badge is None
    assert layout.height >= plain.height
    assert layout.signs - plain.signs == {PERSONA}


def test_a_short_text_and_its_sign_share_a_line(shaper: QtShaper) -> None:
    short = laid_out(shaper, "", 125, "p", text="Pays")
    assert short.height == laid_out(shaper, "", 125, NOBODY, text="Pays").height
    assert laid_out(shaper, "", 125, "p", text="Pays by card in the shop").height > short.height


@pytest.mark.parametrize("change", ["rename", "recolour", "delete"])
def test_what_the_map_shows_of_a_persona_is_what_it_would_show_anew(shaper: QtShaper, change: str) -> None:
    document = small_map()
    with document.edit("Give") as edit:
        cards.set_fields(edit, ["card-1", "card-6"], persona="persona-1")
    layout = MapLayout(document, shaper)
    with document.edit("Change") as edit:
        if change == "rename":
            personas.set_fields(edit, "persona-1", name="Zane")
        elif change == "recolour":
            personas.set_fields(edit, "persona-1", colour="teal")
        else:
            personas.delete(edit, "persona-1")
    damage = layout.apply(edit.change)
    fresh = MapLayout(document, shaper)
    assert list(layout.visible(layout.bounds)) == list(fresh.visible(fresh.bounds))
    assert any(rect.intersects(layout.bounds) for rect in damage.rects)


def test_the_legend_explains_the_sign_only_where_there_is_one(shaper: QtShaper) -> None:
    document = small_map()
    layout = MapLayout(document, shaper)

    def legend() -> set[str]:
        items = [item for placed in layout.visible(layout.bounds) for item in placed.items]
        words = {line.text for item in items if isinstance(item, Paragraph) for line in item.text.lines}
        return words & {"whose it is"}

    assert not legend()
    with document.edit("Give") as edit:
        cards.set_fields(edit, ["card-1"], persona="persona-1")
    layout.apply(edit.change)
    assert legend()
