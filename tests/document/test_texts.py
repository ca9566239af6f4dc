"""Lists from other programs lose their bullets, and nothing else."""

import pytest

from journeymapper.document.texts import list_items


@pytest.mark.parametrize("bullet", [*"•◦▪‣*-–—●·", "[ ]", "[x]", "- [ ]", "* [X]", "\uf0b7"])
@pytest.mark.parametrize("gap", [" ", "\t", " \u00a0"])
def test_bullets_and_boxes_go_from_any_line(bullet: str, gap: str) -> None:
    assert list_items([f"  {bullet}{gap}one ", "two", "", f"{bullet}{gap}", f"\t{bullet}{gap}three"]) == [
        "one",
        "two",
        "three",
    ]


def test_a_single_line_is_no_list() -> None:
    assert list_items(["", "  - Looks at the map ", " "]) == ["- Looks at the map"]
    assert list_items(["1. Looks"]) == ["1. Looks"]


def test_what_only_looks_like_a_bullet_stays() -> None:
    lines = ["-5 degrees", "*sigh*", "[x]y", "e-mail - daily", "—", "1 hour travel"]
    assert list_items(lines) == lines


def test_numbers_go_where_every_line_has_one_and_they_rise() -> None:
    assert list_items(["1. one", "", " 2) two", "10.\tten"]) == ["one", "two", "ten"]
    for lines in (
        ["1. one", "two"],
        ["2. two", "1. one"],
        ["1. one", "1. one"],
        ["12.30 train", "13.30 train"],
    ):
        assert list_items(lines) == lines


def test_only_the_outermost_mark_goes() -> None:
    assert list_items(["- 1. one", "- - two"]) == ["1. one", "- two"]
