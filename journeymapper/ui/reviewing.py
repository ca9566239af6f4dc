"""A review as the user holds it: begun, finished, planned; and the states of a map that are kept by it."""

from datetime import date
from typing import TYPE_CHECKING, Final

from PySide6.QtGui import QKeySequence

from journeymapper.document.document import Document
from journeymapper.document.records import MAP_ID, JourneyMap, Snapshot
from journeymapper.exchange.formats import FileKind
from journeymapper.files.problems import BadFileError, disk_words
from journeymapper.guide.review import finishing, snapshots
from journeymapper.guide.review.calendar import SUFFIX, write_calendar
from journeymapper.guide.review.cycle import standing
from journeymapper.i18n import _, day, mark
from journeymapper.ui import filing
from journeymapper.ui.dialogs.file_dialogs import SaveDialog
from journeymapper.ui.dialogs.finish_review import FinishReviewDialog
from journeymapper.ui.dialogs.keep_state import KeepStateDialog
from journeymapper.ui.dialogs.questions import Message
from journeymapper.ui.docks.naming import shortened

if TYPE_CHECKING:
    from journeymapper.ui.main_window import MainWindow

_NATIVE: Final = QKeySequence.SequenceFormat.NativeText
_CALENDAR: Final = FileKind(mark("Calendar"), (SUFFIX,))

#: No more letters of a name than these are told in a line.
_LONGEST: Final = 60


def finish(window: "MainWindow") -> None:
    """Ask how the review ends, and end it: one undo step; then save its date where that is wanted."""
    if (open_map := window.open_map) is None:
        return
    today = date.today()
    wanted = FinishReviewDialog.ask(open_map.session.document.map, today, window)
    if wanted is None:
        return
    window.docks.review.end_walk()
    with open_map.edit(_("Finish review")) as edit:
        kept = finishing.finish(edit, today, wanted.next_review, wanted.reviewer, wanted.name)
    words = _("Review finished; the map is kept as “{name}”.").format(name=shortened(kept.name, _LONGEST))
    window.say(words)
    if wanted.saves_date:
        save_date(window)


def keep(window: "MainWindow") -> None:
    """Keep the map as it is now, under a name that is asked for."""
    if (open_map := window.open_map) is None:
        return
    today, record = date.today(), open_map.session.document.map
    name = KeepStateDialog.ask(_("Version of {day}").format(day=day(today)), window)
    if name is None:
        return
    with open_map.edit(_("Keep version")) as edit:
        kept = snapshots.take(edit, name, today, record.reviewer or record.author)
    window.say(_("The map is kept as “{name}”.").format(name=shortened(kept.name, _LONGEST)))


def open_kept(window: "MainWindow", id_: str) -> None:
    """Open a state that is kept, as a map without a file in a window of its own."""
    if (open_map := window.open_map) is None:
        return
    document = open_map.session.document
    snapshot = document.find(id_)
    if not isinstance(snapshot, Snapshot):
        return
    name = shortened(snapshot.name, _LONGEST) or _("Without a name")
    try:
        kept = _named(snapshots.opened(document, snapshot), name)
    except BadFileError:
        window.say(_("“{name}” is damaged and cannot be opened.").format(name=name))
        return
    windows = window.windows
    windows.show_new(kept, windows.new_window())


def _named(document: Document, name: str) -> Document:
    """Return a kept state with its name in its title, so that nobody takes it for the map of today."""
    title = document.map.title
    with document.edit("") as edit:
        words = _("{title} – {name}").format(title=title, name=name) if title else name
        edit.update(MAP_ID, JourneyMap, title=words)
    return document


def can_save_date(window: "MainWindow") -> bool:
    """Tell whether there is a day of the next review."""
    if window.open_map is None:
        return False
    return standing(window.open_map.session.document.map, date.today()).next_review is not None


def save_date(window: "MainWindow") -> None:
    """Ask where, and save the next review for a calendar to take in."""
    if (open_map := window.open_map) is None:
        return
    record = open_map.session.document.map
    next_review = standing(record, date.today()).next_review
    if next_review is None:
        return
    proposed = filing.folder_for(window) / (filing.file_stem(open_map.session) + SUFFIX)
    path = SaveDialog.ask(_("Save review date"), proposed, _CALENDAR, window)
    if path is None:
        return
    try:
        write_calendar(record, next_review, path)
    except OSError as error:
        Message.tell(
            _("Not saved"),
            _("The date could not be saved: {reason}.").format(reason=disk_words(error)),
            _("Nothing is lost: the map holds the date. Try another place."),
            window,
        )
        return
    window.say(_("Saved to {path}. Open it to put the review into your calendar.").format(path=path))


def remind(window: "MainWindow") -> None:
    """Say in one line that the map in a window is due to be reviewed, where it is."""
    if (open_map := window.open_map) is None:
        return
    now = standing(open_map.session.document.map, date.today())
    if now.is_due:
        keys = window.action_set.by_id["show_review"].shortcut().toString(_NATIVE)
        how = _("{keys} shows what there is to look at").format(keys=keys) if keys else _("See Map › Review")
        window.say(_("{standing}. {how}.").format(standing=now.words(), how=how))
