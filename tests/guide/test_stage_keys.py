"""Stages count as one of the common five by their names, and by their places where the names are unknown."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from journeymapper.document.document import Document
from journeymapper.editing import stages
from journeymapper.guide import stage_keys
from journeymapper.guide.stage_keys import key_of
from tests.locales import words_of


@pytest.fixture(autouse=True)
def _names_are_read_anew() -> Iterator[None]:
    stage_keys._names.cache_clear()
    yield
    stage_keys._names.cache_clear()


def keys_of(*names: str) -> list[str]:
    document = Document()
    with document.edit("") as edit:
        ids = [stages.add(edit, name).id for name in names]
    return [key_of(document, id_) for id_ in ids]


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Purchase", "purchase"),
        ("  POST-PURCHASE ", "retention"),
        ("3. Consideration", "consideration"),
        ("Shortlist", "consideration"),
        ("Checkout", "purchase"),
        ("Dream", "awareness"),
        ("Share:", "advocacy"),
        (f"3{'…' * 200_000} Share{'!' * 200_000}", "advocacy"),
        (f"Share{'!' * 200_000}Share", "consideration"),
    ],
    ids=lambda words: words[:20],
)
def test_a_stage_is_known_by_its_name_wherever_it_stands(name: str, key: str) -> None:
    assert keys_of("?", name, "?", "?")[1] == key


@pytest.mark.parametrize(
    ("count", "keys"),
    [
        (1, "purchase"),
        (2, "consideration retention"),
        (3, "awareness purchase retention"),
        (4, "awareness consideration purchase retention"),
        (5, "awareness consideration purchase retention advocacy"),
        (7, "awareness consideration consideration purchase retention retention advocacy"),
    ],
)
def test_other_stages_count_by_their_places(count: int, keys: str) -> None:
    assert keys_of(*["" for _number in range(count)]) == keys.split()


def test_a_stage_is_known_by_its_name_in_the_users_language_too(tmp_path: Path) -> None:
    with words_of("lv", {"Shortlist": "Atlase", "Learn": "Uzzināt"}, tmp_path):
        assert keys_of("Advocacy", "atlase", "Shortlist") == ["advocacy", "consideration", "consideration"]


def test_a_stage_that_is_not_there_has_no_key() -> None:
    with pytest.raises(KeyError):
        key_of(Document(), "stage-1")
