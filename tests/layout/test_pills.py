"""Numbers in pills on a card: inside it, beside each other, and clear of its words."""

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from journeymapper.document.records import STEP_WIDTHS, Card
from journeymapper.layout.card import EVIDENCE, VOTES, CardLayout, lay_out_card
from journeymapper.layout.display import Fill, Paragraph, RoundedRect
from journeymapper.layout.geometry import Rect
from journeymapper.layout.metrics import COLUMN_INSET
from journeymapper.layout.pills import PILL_HEIGHT
from journeymapper.style import colours
from journeymapper.text.engine import QtShaper

WORDS = st.sampled_from(["", "Pays", "Delivery cost shows only at the last step", "ราคาสินค้า", "a" * 60])
WIDTHS = st.floats(STEP_WIDTHS[0] - 2 * COLUMN_INSET, 300)


def card_of(text: str, votes: int, count: int) -> Card:
    return Card.model_validate(
        {
            "id": "card",
            "order": "a0",
            "lane": "lane",
            "step": "step",
            "text": text,
            "votes": votes,
            "severity": 3,
            "evidence": {"sources": ({"count": count},)},
        }
    )


def pills(layout: CardLayout) -> list[Rect]:
    """The boxes of the pills, from the left."""
    shapes = [item.shape for item in layout.items if isinstance(item, Fill)]
    boxes = [shape.rect for shape in shapes if isinstance(shape, RoundedRect)]
    return sorted((box for box in boxes if box.height == PILL_HEIGHT), key=lambda box: (box.y, box.x))


def lines(layout: CardLayout) -> list[Rect]:
    """The boxes of the lines of the card's own words."""
    [words] = [item for item in layout.items if isinstance(item, Paragraph) and item.colour == colours.INK]
    height = words.text.height / len(words.text.lines)
    return [
        Rect(words.x + line.x, words.y + number * height, line.width, height)
        for number, line in enumerate(words.text.lines)
        if line.width
    ]


def test_pills_lie_in_the_card_apart_from_each_other_and_clear_of_its_words(shaper: QtShaper) -> None:
    @settings(max_examples=60, deadline=None, derandomize=True)
    @given(
        text=WORDS,
        votes=st.sampled_from([0, 1, 42, 999]),
        count=st.sampled_from([0, 7, 99_999]),
        width=WIDTHS,
    )
    def check(text: str, votes: int, count: int, width: float) -> None:
        layout = lay_out_card(card_of(text, votes, count), "pain_points", shaper, width)
        found = pills(layout)
        assert len(found) == bool(votes) + bool(count)
        for box in found:
            assert box.x >= 0
            assert box.right <= width
            assert box.bottom <= layout.height
            assert not any(box.intersects(line) for line in lines(layout))
        assert not any(one.intersects(other) for one, other in pairwise(found))
        assert (VOTES in layout.signs, EVIDENCE in layout.signs) == (bool(votes), bool(count))

    check()


def test_votes_stand_out_from_evidence_in_greyscale_too(shaper: QtShaper) -> None:
    layout = lay_out_card(card_of("Pays", 5, 5), "pain_points", shaper, 131)
    votes, evidence = pills(layout)
    grounds = {
        item.shape.rect: str(item.paint)
        for item in layout.items
        if isinstance(item, Fill) and isinstance(item.shape, RoundedRect)
    }
    assert colours.luminance(grounds[votes]) < 0.1
    assert colours.luminance(grounds[evidence]) > 0.9
    dots = [rect for rect in grounds if rect.width == rect.height and votes.contains(*rect.centre)]
    assert len(dots) == 1, "a dot stands before the number"
