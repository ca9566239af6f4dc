"""What an export can be told."""

from collections.abc import Callable
from dataclasses import dataclass

from journeymapper.layout.pages import OWN_SIZE

#: Called with the share done, 0 … 1; returns False to cancel.
Progress = Callable[[float], bool]


class Cancelled(Exception):  # noqa: N818  # not an error: the user asked for it
    """The export was given up; no file was written."""


@dataclass(frozen=True, slots=True)
class ExportOptions:
    """How to export. ``paper`` names a paper of ``layout.pages``; ``dpi`` and ``transparent`` for pictures.

    At 96 dpi a picture is as large as the map on screen at 100 %. With ``notes``, what has pages shows the
    notes' numbers on the map, and the notes on pages after it; with ``personas``, a page for each persona;
    with ``priorities``, one for each board of priorities that has cards.
    """

    paper: str = OWN_SIZE
    dpi: float = 144
    transparent: bool = False
    notes: bool = False
    personas: bool = False
    priorities: bool = False


def report(progress: Progress | None, done: float) -> None:
    """Tell how far an export is.

    Raises:
        Cancelled: the answer was to stop.
    """
    if progress is not None and not progress(done):
        raise Cancelled
