"""Where the know-how lies: the program's own, and what the user has put beside it."""

from importlib.resources import files
from pathlib import Path
from typing import Final

from platformdirs import user_data_path

#: The names of the folders that the user has too.
TEMPLATES: Final = "templates"
BLOCKS: Final = "blocks"
PERSONAS: Final = "personas"


def built_in(name: str) -> Path:
    """Return the program's own folder of that name, such as "templates"."""
    return Path(str(files("journeymapper.resources"))) / name


def user_folder() -> Path:
    """Return the folder of what the user keeps for all maps; it need not be there."""
    return user_data_path("journeymapper", appauthor=False)


def templates_folder(user: Path) -> Path:
    """Return where the user's templates lie, under the user's folder."""
    return user / TEMPLATES


def blocks_folder(user: Path) -> Path:
    """Return where the user's building blocks lie, under the user's folder."""
    return user / BLOCKS


def personas_folder(user: Path) -> Path:
    """Return where the personas lie that the user keeps, under the user's folder."""
    return user / PERSONAS
