"""What all tests share: Qt without a screen where there is none, and one shaper."""

import os
import sys
from collections.abc import Iterator

import pytest

from journeymapper.text.engine import QtShaper
from tests.locales import numbers_of

if sys.platform.startswith("linux") and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture(scope="session")
def shaper(qapp: object) -> QtShaper:
    """A shaper over the session's application; shared, for it only remembers."""
    assert qapp is not None
    return QtShaper()


@pytest.fixture
def british_numbers() -> Iterator[None]:
    """Numbers are written and read as in Britain, wherever the tests are run."""
    with numbers_of("en_GB"):
        yield
