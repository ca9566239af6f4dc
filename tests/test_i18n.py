"""Words in the user's language, from a catalogue that is there or not."""

import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo

from journeymapper import i18n


@pytest.fixture
def latvian(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    catalogue = Catalog(locale="lv")
    catalogue.add("Add card", "Pievienot kartīti")
    words = io.BytesIO()
    write_mo(words, catalogue)
    folder = tmp_path / "lv" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    (folder / "journeymapper.mo").write_bytes(words.getvalue())
    monkeypatch.setattr(i18n, "_LOCALE", tmp_path)
    i18n._catalogue.cache_clear()
    yield
    i18n._catalogue.cache_clear()


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
