"""What all tests share: Qt without a screen where there is none, and one shaper."""

import os
import sys

import pytest

from journeymapper.text.engine import QtShaper

if sys.platform.startswith("linux") and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture(scope="session")
def shaper(qapp: object) -> QtShaper:
    """A shaper over the session's application; shared, for it only remembers."""
    assert qapp is not None
    return QtShaper()
