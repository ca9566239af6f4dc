"""The example that the program is shown with; see ``guide.examples`` for all of them."""

from pathlib import Path

from journeymapper.guide.examples import EXAMPLES
from journeymapper.guide.folders import built_in


def laptop_shop() -> Path:
    """Return the file of the online laptop shop."""
    return built_in(EXAMPLES) / "laptop-shop.journey"


def bicycle_repair() -> Path:
    """Return the file of the bicycle in for repair: a service blueprint."""
    return built_in(EXAMPLES) / "bicycle-repair.journey"
