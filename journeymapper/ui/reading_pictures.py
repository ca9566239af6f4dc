"""Reading pictures while the window stays alive: off its thread, with progress where it takes long."""

from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor, wait
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from journeymapper.document.records import Picture
from journeymapper.exchange.pictures import BadPictureError, picture_in
from journeymapper.i18n import _
from journeymapper.ui.dialogs.file_dialogs import PicturesDialog
from journeymapper.ui.dialogs.progress import LongWork
from journeymapper.ui.dialogs.questions import Message

#: Seconds between two looks at whether a picture is read.
_PAUSE = 0.02


@dataclass(frozen=True, slots=True)
class Source:
    """Something that may be a picture; ``name`` is its file's, or "". ``read`` raises ``BadPictureError``."""

    name: str
    read: Callable[[], Picture]


@dataclass(frozen=True, slots=True)
class Found:
    """The pictures that could be read, in order, and a line for each source that could not."""

    pictures: tuple[Picture, ...] = ()
    faults: tuple[str, ...] = ()


def files(paths: Iterable[Path]) -> list[Source]:
    """Return files as sources of pictures."""
    return [Source(path.name, partial(picture_in, path)) for path in paths]


def read_pictures(sources: Sequence[Source], parent: QWidget) -> Found | None:
    """Read pictures, or return None when the user cancelled; progress is shown over ``parent``."""
    pictures, faults = [], []
    work = LongWork(_("Reading pictures …"), parent)
    pool = ThreadPoolExecutor(1, "pictures")
    try:
        for place, source in enumerate(sources):
            reading = pool.submit(source.read)
            while not wait((reading,), _PAUSE).done:
                if not work(place / len(sources)):
                    return None
            try:
                pictures.append(reading.result())
            except BadPictureError as error:
                faults.append(_fault(source.name, str(error)))
            if not work((place + 1) / len(sources)):
                return None
    finally:
        pool.shutdown(wait=False, cancel_futures=True)
        work.close()
    return Found(tuple(pictures), tuple(faults))


def _fault(name: str, reason: str) -> str:
    if name:
        return _("“{name}” cannot be shown: {reason}.").format(name=name, reason=reason)
    return _("The picture cannot be shown: {reason}.").format(reason=reason)


def choose_picture(parent: QWidget) -> Picture | None:
    """Ask for a picture's file and return the picture, or None; what is wrong with it is said in a box."""
    found = read_pictures(files(PicturesDialog.ask(False, parent)), parent)
    if found is None:
        return None
    for fault in found.faults:
        Message.tell(_("No picture"), fault, _("Nothing has changed. Try another picture."), parent)
    return next(iter(found.pictures), None)
