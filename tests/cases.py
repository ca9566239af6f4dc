"""Finding the real input that lies beside the repository and is not part of it."""

import json
import os
from pathlib import Path
from typing import Any

import pytest

_VARIABLE = "JOURNEYMAPPER_CASES"


def cases_folder() -> Path | None:
    """Return the folder that JOURNEYMAPPER_CASES names, else ../shared/cases; None where there is none."""
    beside = Path(__file__).parents[2] / "shared" / "cases"
    folder = Path(os.environ.get(_VARIABLE) or beside)
    return folder if folder.is_dir() else None


needs_cases = pytest.mark.skipif(
    cases_folder() is None,
    reason=f"the folder of real input is not here; set {_VARIABLE} to it to run these tests",
)


def case_path(*parts: str) -> Path:
    """Return the path of a file of real input; skips the running test where there is none."""
    folder = cases_folder()
    if folder is None:
        pytest.skip(f"the folder of real input is not here; set {_VARIABLE} to it")
    return folder.joinpath(*parts)


def case_json(*parts: str) -> dict[str, Any]:
    """Return a JSON file of real input as a dictionary, empty without the folder: fit for ``parametrize``."""
    folder = cases_folder()
    return {} if folder is None else json.loads(folder.joinpath(*parts).read_text(encoding="utf-8"))
