"""The examples that come with the program: they open as maps without a file, so nobody saves over them."""

from importlib.resources import files
from pathlib import Path

_FOLDER = "examples"
_LAPTOP_SHOP = "laptop-shop.journey"
_BICYCLE_REPAIR = "bicycle-repair.journey"


def examples_folder() -> Path:
    """Return where the examples lie."""
    return Path(str(files("journeymapper.resources"))) / _FOLDER


def laptop_shop() -> Path:
    """Return the file of the online laptop shop."""
    return examples_folder() / _LAPTOP_SHOP


def bicycle_repair() -> Path:
    """Return the file of the bicycle in for repair: a service blueprint."""
    return examples_folder() / _BICYCLE_REPAIR


def is_example(path: Path) -> bool:
    """Tell whether a file is one of ours."""
    return path.resolve().parent == examples_folder().resolve()
