"""A map that was reviewed and has changed since, in a window with the review dock."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from journeymapper.document.document import Document
from journeymapper.document.records import Source
from journeymapper.editing import cards, evidence, lanes, stages
from journeymapper.files import native
from journeymapper.guide.review.finishing import finish
from journeymapper.ui.docks.review.dock import Review
from journeymapper.ui.main_window import MainWindow
from journeymapper.ui.windows import Windows
from tests.maps import small_map

TODAY = date.today()
THEN = TODAY - timedelta(days=21)


def changed_map() -> Document:
    """Return a map with two plans and old evidence that was reviewed, and then changed in four ways."""
    document = small_map()
    with document.edit("Plan") as edit:
        plans = lanes.add(edit, "Opportunities", role="opportunities").id
        late = TODAY - timedelta(days=12)
        cards.add(edit, plans, "step-1", "A second poster")
        cards.add(edit, plans, "step-3", "A quick till", owner="Ilze", due=late)
        old = TODAY - timedelta(days=800)
        evidence.add_source(edit, ["card-6"], Source(source_kind="survey", name="Till survey", day=old))
        finish(edit, THEN, reviewer="Ilze", name="Autumn")
    with document.edit("Change") as edit:
        cards.set_text(edit, "card-6", "Long queues")
        cards.set_fields(edit, ["card-6"], severity=3)
        cards.move(edit, ["card-4"], "lane-2", "step-1", 0)
        cards.delete(edit, ["card-2"])
        stages.rename(edit, "stage-2", "Buying")
    return document


@pytest.fixture
def changed_window(window: MainWindow, windows: Windows, tmp_path: Path) -> MainWindow:
    path = tmp_path / "changed.journey"
    native.save(changed_map(), path)
    assert windows.open_file(path, window)
    return window


@pytest.fixture
def review(changed_window: MainWindow, qtbot: QtBot) -> Review:
    """The dock on a walk."""
    changed_window.action_set.run("review_now")
    dock = changed_window.docks.review
    qtbot.waitUntil(dock.panel.list.hasFocus)
    return dock
