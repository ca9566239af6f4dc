"""A picture on a card: above the words, in its proportions, and in nobody's way."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeymapper.document.records import Card, Evidence, Picture, Source
from journeymapper.editing import cards, pictures, spans
from journeymapper.layout.card import CardLayout, lay_out_card
from journeymapper.layout.display import Fill, Item, Paragraph, PictureBox, RoundedRect, Stroke
from journeymapper.layout.finding import rect_of
from journeymapper.layout.geometry import Rect
from journeymapper.layout.metrics import CARD_PADDING_Y
from journeymapper.session.session import Session
from journeymapper.text.engine import QtShaper
from journeymapper.text.shaped import Shaper
from tests.maps import small_map
from tests.photos import record

WIDTH = 125.0
ROOM = WIDTH - 2 * CARD_PADDING_Y


def sized(width: int, height: int) -> Picture:
    return Picture(id="picture-1", media_type="image/png", width=width, height=height, data="")


def laid_out(picture: Picture | None, shaper: Shaper, width: float = WIDTH, **fields: object) -> CardLayout:
    card = Card.model_validate({"id": "card-1", "order": "a0", "lane": "lane-1", "step": "step-1", **fields})
    return lay_out_card(card, "pictures", shaper, width, picture)


def shown(layout: CardLayout) -> Rect:
    [found] = [item for item in layout.items if isinstance(item, PictureBox)]
    return found.rect


def near(value: float) -> object:
    return pytest.approx(value, abs=0.01)


@pytest.mark.parametrize(
    ("width", "height", "wide", "high"),
    [
        (1600, 1200, ROOM, ROOM * 0.75),
        (900, 1200, ROOM, ROOM * 4 / 3),
        (1000, 2000, 0.8 * ROOM, 1.6 * ROOM),
        (300, 30_000, 0.016 * ROOM, 1.6 * ROOM),
        (1, 2000, 1, 1.6 * ROOM),
        (2000, 1, ROOM, 1),
        (24, 16, 24, 16),
        (24, 900, 24 / 900 * 1.6 * ROOM, 1.6 * ROOM),
    ],
)
def test_it_is_as_wide_as_the_card_but_not_too_high_nor_blown_up(
    width: int, height: int, wide: float, high: float, shaper: QtShaper
) -> None:
    rect = shown(laid_out(sized(width, height), shaper, text="At home"))
    assert (rect.width, rect.height) == (near(wide), near(high))
    assert (rect.centre[0], rect.y) == (near(WIDTH / 2), near(CARD_PADDING_Y))


def test_without_words_there_is_no_empty_row(shaper: QtShaper) -> None:
    layout = laid_out(sized(1600, 1200), shaper)
    assert layout.height == near(CARD_PADDING_Y + ROOM * 0.75 + CARD_PADDING_Y)
    told = laid_out(sized(1600, 1200), shaper, text="At home")
    plain = laid_out(None, shaper, text="At home")
    assert told.height == near(layout.height + plain.height - CARD_PADDING_Y)


def test_the_words_stand_below(shaper: QtShaper) -> None:
    for text in ("เธอค้นหาบนมือถือระหว่างทางกลับบ้าน", "Maija ierauga reklāmu mājās"):
        layout = laid_out(sized(1600, 1200), shaper, text=text)
        assert layout.words.y == near(shown(layout).bottom + CARD_PADDING_Y)
        assert layout.words.height > 0
        plain = laid_out(None, shaper, text=text).words
        assert layout.words == replace(plain, y=layout.words.y)


def test_the_first_word_is_written_at_the_end_of_the_picture(shaper: QtShaper) -> None:
    for height in (1, 100, 1200):
        layout = laid_out(sized(1600, height), shaper)
        assert 0 <= layout.words.y <= shown(layout).bottom
        assert layout.words.bottom <= max(layout.height, layout.words.height)


SIZES = st.sampled_from([1, 7, 80, 640, 1600, 2000, 100_000])


@given(
    width=SIZES,
    height=SIZES,
    card_width=st.sampled_from([74.0, 125.0, 260.0, 594.0]),
    text=st.sampled_from(["", "At home", "A much longer caption that needs several lines on its card"]),
    count=st.sampled_from([0, 4, 1234]),
    votes=st.sampled_from([0, 12]),
    note=st.sampled_from(["", "A note"]),
    rating=st.sampled_from([0, 3]),
)
def test_nothing_covers_it_and_nothing_leaves_the_card(
    shaper: QtShaper,
    width: int,
    height: int,
    card_width: float,
    text: str,
    count: int,
    votes: int,
    note: str,
    rating: int,
) -> None:
    card = Card(
        id="card-1",
        order="a0",
        lane="lane-1",
        step="step-1",
        text=text,
        note=note,
        votes=votes,
        online=bool(rating) or None,
        importance=rating,
        owner="Ilze" if rating else "",
        evidence=Evidence(sources=(Source(count=count),)),
    )
    role = "content" if rating else "pictures"
    layout = lay_out_card(card, role, shaper, card_width, sized(width, height))
    picture = shown(layout)
    whole = Rect(0, 0, layout.width, layout.height).grown(0.01)
    assert within(picture, whole)
    assert picture.width >= 1
    assert 1 <= picture.height <= 1.6 * card_width
    for item in layout.items:
        rect = rect_round(item)
        if rect is not None and rect.width < 0.9 * card_width:  # all that is not the card's own ground
            assert within(rect, whole)
            assert not rect.intersects(picture)


def rect_round(item: Item) -> Rect | None:
    """Return the box of words and of rounded marks; other marks are the folded corner, over the picture's."""
    if isinstance(item, Paragraph):
        lines = item.text.lines
        right = max(line.x + line.width for line in lines)
        return Rect(item.x, item.y, right, item.text.height) if any(line.text for line in lines) else None
    if isinstance(item, Fill | Stroke) and isinstance(item.shape, RoundedRect):
        return item.shape.rect
    return None


def within(inner: Rect, outer: Rect) -> bool:
    return (
        inner.x >= outer.x
        and inner.y >= outer.y
        and inner.right <= outer.right
        and inner.bottom <= outer.bottom
    )


class CountingShaper:
    """A shaper that keeps the words it is asked to shape."""

    def __init__(self, shaper: Shaper) -> None:
        self.met: list[str] = []
        self._shape: Callable[..., object] = shaper.shape

    def shape(self, text: str, *arguments: object) -> object:
        self.met.append(text)
        return self._shape(text, *arguments)


def test_a_picture_that_comes_or_goes_lays_out_its_card_and_no_other(shaper: QtShaper) -> None:
    counting = CountingShaper(shaper)
    session = Session(small_map(), counting)  # type: ignore[arg-type]
    before = rect_of(session.layout, "card-2")
    for act in (
        lambda edit: pictures.show(edit, ["card-1"], record()),
        lambda edit: pictures.take_away(edit, ["card-1"]),
    ):
        counting.met.clear()
        with session.edit("Picture") as edit:
            act(edit)
        assert counting.met == ["Sees a poster"]
    assert rect_of(session.layout, "card-2") == before


def test_a_card_over_several_steps_shows_its_picture_as_wide_as_itself(shaper: QtShaper) -> None:
    session = Session(small_map(), shaper)
    with session.edit("Widen") as edit:
        card = cards.add(edit, "lane-1", edit.indexes.columns()[0], "Wide").id
        pictures.show(edit, [card], record(1600, 1200))
        spans.set_span(edit, [card], 2)
    placed = [
        item
        for one in session.layout.visible(session.layout.bounds)
        for item in one.items
        if isinstance(item, PictureBox)
    ]
    rect = rect_of(session.layout, card)
    assert rect is not None
    assert rect.width > 200
    assert [item.rect.width for item in placed] == [near(rect.width - 2 * CARD_PADDING_Y)]
