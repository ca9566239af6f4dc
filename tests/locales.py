"""Numbers as they are written elsewhere, for tests."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from babel import Locale

from journeymapper import i18n


@contextmanager
def numbers_of(locale: str) -> Iterator[None]:
    """Write and read numbers as in a country, such as "lv_LV"."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(i18n, "_numbers", lambda: Locale.parse(locale))
        yield
