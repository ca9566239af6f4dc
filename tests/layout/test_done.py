"""A plan that is done looks calmer, and says so."""

import pytest

from journeymapper.document.records import Card
from journeymapper.document.roles import ROLES, role_of
from journeymapper.layout.card import CardLayout, lay_out_card
from journeymapper.layout.display import Paragraph
from journeymapper.style import colours
from journeymapper.text.shaped import Shaper


def colours_of(card: CardLayout) -> dict[str, str]:
    """Return the colours of a card's words."""
    shown = (item for item in card.items if isinstance(item, Paragraph))
    return {"".join(line.text for line in item.text.lines): item.colour for item in shown}


@pytest.mark.parametrize("role", [key for key, role in ROLES.items() if "done" in role.fields])
def test_its_words_are_calmer_and_still_to_be_read(role: str, shaper: Shaper) -> None:
    card = Card(id="1", order="a0", lane="l", step="s", text="A quick till", owner="Ilze")
    done = card.model_copy(update={"done": True})
    assert colours_of(lay_out_card(card, role, shaper, 120)) == {
        "A quick till": colours.INK,
        "Ilze": colours.SECONDARY,
    }
    found = colours_of(lay_out_card(done, role, shaper, 120))
    assert found == {"A quick till": colours.SECONDARY, "Done · Ilze": colours.SECONDARY}
    ground = colours.ROLE_COLOURS.get(role, colours.PLAIN).ground
    assert all(colours.contrast(colour, ground) >= 4.5 for colour in found.values())


def test_where_cards_are_no_plans_it_changes_nothing(shaper: Shaper) -> None:
    assert "done" not in role_of("actions").fields
    card = Card(id="1", order="a0", lane="l", step="s", text="Pays", done=True)
    assert colours_of(lay_out_card(card, "actions", shaper, 120)) == {"Pays": colours.INK}
