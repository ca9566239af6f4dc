"""Maps of three sizes, made of the content that all such programs are measured with."""

import importlib.util
import os
from pathlib import Path
from types import ModuleType

import pytest

from journeymapper.document.document import Document
from journeymapper.editing import cards, lanes, personas, points, stages

_VARIABLE = "JOURNEYMAPPER_BENCH"
SIZES = ("S", "M", "L")
ROLES = {
    "Actions": "actions",
    "Touchpoints": "touchpoints",
    "Thoughts": "thoughts",
    "Sāpju punkti": "pain_points",
}


def yardstick() -> Path:
    """Return the folder that JOURNEYMAPPER_BENCH names, else ../shared/bench; skips where there is none."""
    beside = Path(__file__).parents[3] / "shared" / "bench"
    folder = Path(os.environ.get(_VARIABLE) or beside)
    if not folder.is_dir():
        pytest.skip(f"the yardstick is not here; set {_VARIABLE} to its folder")
    return folder


def _content() -> ModuleType:
    spec = importlib.util.spec_from_file_location("content", yardstick() / "content.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def map_of(size: str) -> Document:
    """Return the map of size S, M or L; cards of its emotion lane become labels of the curve's points."""
    content = _content().content(size)
    document = Document()
    with document.edit("Build") as edit:
        personas.set_title_block(edit, title=content["title"])
        people = [
            personas.add(edit, p["name"], role=p["role"], quote=p["quote"]).id for p in content["personas"]
        ]
        for stage in content["stages"]:
            stages.add(edit, stage["name"], step_name=stage["name"])
        steps = list(edit.indexes.columns())
        rows = [
            lanes.add(
                edit,
                row["name"],
                "emotion" if row["kind"] == "emotion" else "cards",
                ROLES.get(row["name"], ""),
            )
            for row in content["lanes"]
        ]
        for card in content["cards"]:
            lane = rows[card["lane"]]
            if lane.lane_kind == "cards":
                cards.add(edit, lane.id, steps[card["stage"]], card["text"])
        emotions = next(lane.id for lane in rows if lane.lane_kind == "emotion")
        for person, scores in zip(people, content["emotion"].values(), strict=True):
            for step, score in zip(steps, scores, strict=True):
                points.put(edit, emotions, step, score, person)
    return document
