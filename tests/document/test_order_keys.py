import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeymapper.document.order_keys import between, is_key, sequence


@given(st.lists(st.integers(0, 1000), max_size=80))
def test_any_order_of_insertions_keeps_keys_apart_and_sorted(places: list[int]) -> None:
    keys: list[str] = []
    for number in places:
        place = number % (len(keys) + 1)
        low = keys[place - 1] if place else None
        high = keys[place] if place < len(keys) else None
        keys.insert(place, between(low, high))
    assert keys == sorted(set(keys))


def test_keys_stay_short_when_added_at_an_end() -> None:
    keys = sequence(5000)
    assert keys == sorted(set(keys))
    assert max(map(len, keys)) <= 4
    front = [between(None, None)]
    for _ in range(5000):
        front.append(between(None, front[-1]))
    assert front == sorted(set(front), reverse=True)
    assert max(map(len, front)) <= 4


@pytest.mark.parametrize(
    ("low", "high"), [("a0", "a1"), ("a0", "a0V"), ("Zz", "b00"), ("a0z", "a1"), ("a0", "a5")]
)
def test_many_keys_between_two_stay_short(low: str, high: str) -> None:
    keys = sequence(5000, low, high)
    assert [low, *keys, high] == sorted({low, *keys, high})
    assert max(map(len, keys)) <= 12
    assert all(map(is_key, keys))


def test_many_keys_before_another_stay_short() -> None:
    keys = sequence(5000, None, "a0")
    assert [*keys, "a0"] == sorted({*keys, "a0"})
    assert max(map(len, keys)) <= 4
    assert sequence(0, "a0", "a1") == []


def test_there_is_room_before_the_least_key_and_after_the_greatest() -> None:
    low, high = "A" + "0" * 26 + "1", "z" * 27 + "z"
    for _number in range(100):
        low, high = between(None, lower := low), between(higher := high, None)
        assert low < lower
        assert higher < high
        assert is_key(low)
        assert is_key(high)


DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
#: Keys of one to three digits before the fraction: "a" and "Z" are followed by one, "b" and "Y" by two …
KEYS = st.tuples(
    st.sampled_from(["a", "b", "c", "Z", "Y", "X"]),
    st.text(DIGITS, min_size=3, max_size=3),
    st.text(DIGITS, max_size=4).map(lambda fraction: fraction.rstrip("0")),
).map(lambda parts: parts[0] + parts[1][: {"a": 1, "Z": 1, "b": 2, "Y": 2}.get(parts[0], 3)] + parts[2])


@given(KEYS, KEYS)
def test_there_is_room_beside_and_between_any_keys(one: str, other: str) -> None:
    assert is_key(one)
    low, high = sorted((one, other))
    if low != high:
        middle = between(low, high)
        assert low < middle < high
        assert is_key(middle)
    for key in (between(None, low), between(high, None)):
        assert is_key(key)
        assert not low <= key <= high


@pytest.mark.parametrize("text", ["", "a", "0", "7", "a00", "b1", "a0V0", "ā1", "a-1", None, 7])
def test_what_leaves_no_room_is_no_key(text: object) -> None:
    assert not is_key(text)


def test_keys_out_of_order_are_refused() -> None:
    with pytest.raises(ValueError, match="order"):
        between("a1", "a0")
