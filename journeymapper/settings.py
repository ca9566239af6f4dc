"""What the program remembers between runs: a small JSON file in the user's own configuration folder.

Unreadable settings are as good as none: the program starts, and says nothing. Where only some of them are
broken, the others count.
"""

import json
from collections.abc import Mapping
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Any

from platformdirs import user_config_path
from pydantic import BaseModel, ConfigDict, ValidationError

MOST_RECENT = 12


class Settings(BaseModel):
    """The remembered values.

    ``geometry`` and ``docks`` are Qt's own, in base 64; ``shortcuts`` holds the keys that the user gave
    actions, by the actions' ids. ``template`` is the key of the template that the last new map was begun
    from, ``audience`` says whom it was for. ``reviews`` holds the days of the next reviews of recent
    maps ("2027-02-01"), by their paths.
    """

    model_config = ConfigDict(extra="ignore")

    recent: list[str] = []
    last_folder: str = ""
    geometry: str = ""
    docks: str = ""
    appearance: str = "system"
    show_overview: bool = True
    show_prompts: bool = True
    template: str = ""
    audience: str = "consumers"
    export: Mapping[str, str] = {}
    shortcuts: Mapping[str, list[str]] = {}
    reviews: Mapping[str, str] = {}

    def remember_file(self, path: Path) -> None:
        """Put a file at the head of the recent ones."""
        name = str(path.absolute())
        self.recent = [name, *(other for other in self.recent if other != name)][:MOST_RECENT]
        self.last_folder = str(path.absolute().parent)

    def forget_file(self, name: str) -> None:
        """Take a file off the recent ones."""
        self.recent = [other for other in self.recent if other != name]

    def remember_review(self, path: Path, day: date | None) -> None:
        """Note when the map in a recent file is to be reviewed; those of no recent one are forgotten."""
        noted = {**self.reviews, str(path.absolute()): day.isoformat() if day is not None else ""}
        self.reviews = {name: noted[name] for name in self.recent if noted.get(name)}

    def review_of(self, name: str) -> date | None:
        """Return when the map in a file is to be reviewed, as far as that is known."""
        with suppress(ValueError):
            return date.fromisoformat(self.reviews.get(name, ""))
        return None


def settings_file() -> Path:
    """Return where the settings lie."""
    return user_config_path("journeymapper", appauthor=False) / "settings.json"


def load_settings(path: Path) -> Settings:
    """Return the settings in a file, or the defaults when there are none to be read."""
    with suppress(OSError, ValueError):
        raw = json.loads(path.read_bytes())
        if isinstance(raw, dict):
            return Settings.model_validate(_without_what_is_broken(raw))
    return Settings()


def _without_what_is_broken(raw: dict[str, Any]) -> dict[str, Any]:
    """Return raw settings without the fields that are not of their form, or their entries that are not."""
    kept = dict(raw)
    try:
        Settings.model_validate(raw)
    except ValidationError as error:
        for found in error.errors():
            name, *inside = map(str, found["loc"])
            value = kept.pop(name, None)
            if inside and isinstance(value, dict):
                kept[name] = {key: entry for key, entry in value.items() if key != inside[0]}
    return kept


def save_settings(settings: Settings, path: Path) -> None:
    """Write the settings; a folder that cannot be written to is no reason to complain."""
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        beside = path.with_suffix(".tmp")
        # Escaped, so that a file name which is no Unicode can be written too.
        beside.write_text(json.dumps(settings.model_dump(), indent=1), "utf-8")
        beside.replace(path)
