"""Words in the user's language, from a catalogue that is there or not."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from journeymapper import i18n
from tests.locales import words_of


@pytest.fixture
def latvian(tmp_path: Path) -> Iterator[None]:
    with words_of("lv", {"Add card": "Pievienot kartīti"}, tmp_path):
        yield


@pytest.mark.usefixtures("latvian")
def test_words_come_from_the_catalogue_of_the_users_language(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANGUAGE", "lv_LV")
    assert i18n._("Add card") == "Pievienot kartīti"
    assert i18n._("Not translated") == "Not translated"
    assert i18n.catalogue_language() == "lv"


@pytest.mark.usefixtures("latvian")
def test_a_language_without_a_catalogue_gets_the_english_of_the_source(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("LANGUAGE", "ar")
    assert i18n._("Add card") == "Add card"
    assert i18n.catalogue_language() == ""
