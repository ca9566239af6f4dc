"""Reading pictures off the window's thread: with progress where it takes long, and a way out."""

import threading

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QProgressDialog, QPushButton

from journeymapper.document.records import Picture
from journeymapper.exchange.pictures import BadPictureError
from journeymapper.ui.main_window import MainWindow
from journeymapper.ui.picturing import Goal, bring_pictures
from journeymapper.ui.reading_pictures import Source, read_pictures
from tests.photos import record
from tests.ui.clipboard_hands import file_of, said


def test_pictures_come_in_their_order_and_what_is_wrong_with_others_in_words(map_window: MainWindow) -> None:
    def refuse() -> Picture:
        raise BadPictureError("it is broken")

    others = [record(left=colour) for colour in ("red", "green")]
    sources = [Source("", lambda: others[0]), Source("a.jpg", refuse), Source("", lambda: others[1])]
    found = read_pictures([*sources, Source("", refuse)], map_window)
    assert found is not None
    assert list(found.pictures) == others
    assert found.faults == (
        *("“a.jpg” cannot be shown: it is broken.", "The picture cannot be shown: it is broken."),
    )


def test_they_are_read_beside_the_window(map_window: MainWindow) -> None:
    threads: list[threading.Thread] = []

    def read() -> Picture:
        threads.append(threading.current_thread())
        return record()

    read_pictures([Source("", read)], map_window)
    assert threads[0] is not threading.main_thread()


def test_what_takes_long_shows_progress_and_can_be_given_up(map_window: MainWindow) -> None:
    released, before, shown = threading.Event(), file_of(map_window), []

    def read() -> Picture:
        released.wait(30)
        return record()

    def give_up() -> None:
        """Press Cancel as soon as that can be seen."""
        dialogs = [each for each in QApplication.topLevelWidgets() if isinstance(each, QProgressDialog)]
        for dialog in dialogs:
            if dialog.isVisible():
                shown.append(dialog.labelText())
                looking.stop()
                dialog.findChild(QPushButton).click()

    looking = QTimer()
    looking.timeout.connect(give_up)
    looking.start(10)
    try:
        bring_pictures(map_window, map_window.open_map, [Source("a.jpg", read)] * 2, Goal("card-1"))
    finally:
        released.set()
        looking.stop()
    assert shown == ["Reading pictures …"]
    assert said(map_window) == "Cancelled: no picture was added."
    assert file_of(map_window) == before
