"""What was set lately is kept as far as its size allows."""

from journeymapper.style.typography import CARD
from journeymapper.text.engine import QtShaper
from journeymapper.text.keeping import Keeper


def test_what_was_made_is_not_made_again() -> None:
    made: list[tuple[str, int]] = []
    keeper = Keeper(lambda text, number: made.append((text, number)) or len(made), 1000)
    assert [keeper("a", 1), keeper("a", 2), keeper("a", 1)] == [1, 2, 1]
    assert made == [("a", 1), ("a", 2)]


def test_what_was_not_asked_for_longest_goes_first() -> None:
    made: list[str] = []
    keeper = Keeper(made.append, 300)
    for text in ("a" * 80, "b" * 80, "a" * 80, "c" * 80, "a" * 80, "b" * 80):
        keeper(text)
    assert [text[0] for text in made] == ["a", "b", "c", "b"]
    assert keeper.size <= 300


def test_the_latest_is_kept_however_long() -> None:
    made: list[str] = []
    keeper = Keeper(made.append, 300)
    for text in ("a", "b" * 1000, "b" * 1000, "a"):
        keeper(text)
    assert [text[0] for text in made] == ["a", "b", "a"]


def test_a_long_text_that_is_being_typed_is_not_kept_in_all_its_versions(qapp: object) -> None:
    assert qapp is not None
    shaper, text = QtShaper(kept=100_000), "word and another quite long customer journey " * 60
    for _number in range(60):
        text = text[:1500] + "x" + text[1500:]
        shaper.shape(text, CARD, 113)
        shaper.shape(text + "\nmore", CARD, 113)
    assert shaper._shaped.size <= 100_000
    assert shaper._paragraph.size <= 100_000
