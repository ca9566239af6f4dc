"""Numbers and words as they are written elsewhere, for tests."""

import io
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import pytest
from babel import Locale
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo

from journeymapper import i18n


@contextmanager
def numbers_of(locale: str) -> Iterator[None]:
    """Write and read numbers as in a country, such as "lv_LV"."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(i18n, "_numbers", lambda: Locale.parse(locale))
        yield


@contextmanager
def words_of(language: str, words: Mapping[str, str], folder: Path) -> Iterator[None]:
    """Let there be a catalogue of these words, made in an empty folder, for users of that language."""
    catalogue = Catalog(locale=language)
    for english, theirs in words.items():
        catalogue.add(english, theirs)
    compiled = io.BytesIO()
    write_mo(compiled, catalogue)
    place = folder / language / "LC_MESSAGES"
    place.mkdir(parents=True)
    (place / "journeymapper.mo").write_bytes(compiled.getvalue())
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(i18n, "_LOCALE", folder)
        patch.setenv("LANGUAGE", language)
        i18n._catalogue.cache_clear()
        try:
            yield
        finally:
            i18n._catalogue.cache_clear()
