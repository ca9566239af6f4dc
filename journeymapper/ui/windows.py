"""The windows of the program, and what they share: settings, appearance, the shaper, thumbnails."""

from datetime import date
from pathlib import Path

from PySide6.QtCore import QObject, QPoint, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from journeymapper.document.document import Document
from journeymapper.editing.beginning import new_map
from journeymapper.exchange.formats import Imported, read_map
from journeymapper.files.problems import BadFileError, disk_words
from journeymapper.guide.examples import is_example, opened
from journeymapper.guide.folders import user_folder
from journeymapper.guide.review.cycle import standing
from journeymapper.i18n import _
from journeymapper.session.session import Session
from journeymapper.settings import Settings, load_settings, save_settings
from journeymapper.text.engine import QtShaper
from journeymapper.ui import appearance, reviewing
from journeymapper.ui.actions.every import ALL_ACTIONS
from journeymapper.ui.actions.shortcuts import Shortcuts
from journeymapper.ui.checking import Rules
from journeymapper.ui.dialogs.import_report import ImportReport
from journeymapper.ui.dialogs.questions import Message
from journeymapper.ui.examples import laptop_shop
from journeymapper.ui.filing import is_same_file
from journeymapper.ui.library import Library
from journeymapper.ui.main_window import MainWindow
from journeymapper.ui.open_map import OpenMap
from journeymapper.ui.template_shelf import TemplateShelf
from journeymapper.ui.thumbnails import Thumbnails

#: So far from the last window a new one stands, in pixels.
_BESIDE_THE_LAST = QPoint(32, 32)

#: Milliseconds that a dialog is given to be gone.
_DIALOG_CLOSES = 10


class Windows(QObject):
    """All windows.

    ``shown`` holds them in the order of their making; ``last_used`` the actions run from the command palette,
    the last first.
    """

    def __init__(
        self, application: QApplication, settings_path: Path, cache: Path, user: Path | None = None
    ) -> None:
        """Read the settings at ``settings_path``; thumbnails are kept in the folder ``cache``.

        ``user`` is the folder of what the user keeps for all maps: templates, blocks, personas; None: the
        usual one.
        """
        super().__init__()
        self.user_folder = user_folder() if user is None else user
        self.library = Library(self.user_folder, self)
        self.application = application
        self._settings_path = settings_path
        self.settings: Settings = load_settings(settings_path)
        self.shortcuts = Shortcuts(ALL_ACTIONS, self.settings.shortcuts, self._keep_shortcuts)
        self.last_used: list[str] = []
        self.shaper = QtShaper()
        self._rules = Rules()
        self.thumbnails = Thumbnails(cache, self.shaper, self)
        self.templates = TemplateShelf(self.user_folder, self.thumbnails, self.settings, self)
        self.shown: list[MainWindow] = []
        self.is_ending = False
        self.appearance = appearance.apply(application, appearance.choice_named(self.settings.appearance))
        application.styleHints().colorSchemeChanged.connect(self._follow_system)

    def new_window(self) -> MainWindow:
        """Show a window with the start page."""
        window = MainWindow(self)
        if self.shown:
            window.move(self.shown[-1].pos() + _BESIDE_THE_LAST)
        self.shown.append(window)
        window.show()
        return window

    def leave(self, window: MainWindow) -> None:
        """Take a window off the list: it is closed."""
        if window in self.shown:
            self.shown.remove(window)
        self.save_settings()

    def save_settings(self) -> None:
        """Write the settings down."""
        save_settings(self.settings, self._settings_path)

    def _keep_shortcuts(self, shortcuts: dict[str, list[str]]) -> None:
        self.settings.shortcuts = shortcuts
        self.save_settings()

    def new_map(self, near: MainWindow) -> None:
        """Open a new map with nothing in it."""
        self.show_new(new_map(), near)

    def show_new(self, document: Document, near: MainWindow) -> MainWindow:
        """Show a map that has no file yet, and return its window."""
        return self._show(Session(document, self.shaper), near)

    def open_example(self, near: MainWindow, path: Path | None = None) -> None:
        """Open an example, else that of the laptop shop, without a file, so that saving it asks where."""
        self.open_file(path or laptop_shop(), near)

    def open_file(self, path: Path, near: MainWindow) -> bool:
        """Open a file, in the window it is already open in, in ``near``, or in a new one.

        Returns:
            Whether it is open; if not, the user has been told why.
        """
        path = path.absolute()
        if (window := self.window_of(path)) is not None:
            window.come_forward()
            return True
        imported = self._read(path, near)
        if imported is None:
            return False
        is_ours = is_example(path)
        document = opened(imported.document, date.today()) if is_ours else imported.document
        has_file = imported.is_native and not is_ours
        session = Session(document, self.shaper, path if has_file else None)
        if imported.notes or not imported.is_native:
            session.history.mark_unsaved()
        window = self._show(session, near)
        if not is_ours:
            self.remember(path, session)
        if imported.notes:
            ImportReport.ask(path.name, imported.notes, imported.is_native, window)
        reviewing.remind(window)
        return True

    def window_of(self, path: Path) -> MainWindow | None:
        """Return the window that a file is open in, or None."""
        for window in self.shown:
            shown = window.open_map.session.path if window.open_map is not None else None
            if shown is not None and is_same_file(shown, path):
                return window
        return None

    def open_recent(self, name: str, near: MainWindow) -> None:
        """Open a file that was open before."""
        self.open_file(Path(name), near)

    def _read(self, path: Path, near: QWidget) -> Imported | None:
        try:
            return read_map(path)
        except OSError as error:
            self._tell_unread(path, disk_words(error), near)
        except BadFileError as error:
            place = _("{place}: {message}").format(place=error.place, message=error.message)
            self._tell_unread(path, place if error.place else error.message, near)
        return None

    @staticmethod
    def _tell_unread(path: Path, reason: str, near: QWidget) -> None:
        words = _("“{name}” could not be opened.").format(name=path.name)
        Message.tell(
            _("Not opened"), words, _("{reason}. The file is as it was.").format(reason=reason), near
        )

    def _show(self, session: Session, near: MainWindow) -> MainWindow:
        window = near if near.is_free else self.new_window()
        window.show_map(OpenMap(session, rules=self._rules))
        window.come_forward()
        return window

    def remember(self, path: Path, session: Session) -> None:
        """Put a file at the head of the recent ones, and keep a thumbnail of it once there is time."""
        self.settings.remember_file(path)
        self.settings.remember_review(path, standing(session.document.map, date.today()).next_review)
        self.save_settings()
        if not session.layout.concealed:
            self.thumbnails.keep_soon(path, session.layout)
        for window in self.shown:
            window.refresh_actions()

    def forget(self, name: str) -> None:
        """Take a file off the recent ones."""
        self.settings.forget_file(name)
        self.save_settings()

    def choose_appearance(self, choice: appearance.Choice) -> None:
        """Make all windows light or dark, and remember it."""
        self.settings.appearance = choice.value
        self.save_settings()
        self._apply_appearance()

    def _follow_system(self) -> None:
        if appearance.choice_named(self.settings.appearance) is appearance.Choice.SYSTEM:
            self._apply_appearance()

    def _apply_appearance(self) -> None:
        choice = appearance.choice_named(self.settings.appearance)
        self.appearance = appearance.apply(self.application, choice)
        for window in self.shown:
            window.wear(self.appearance)

    def say(self, message: str) -> None:
        """Show one line at the foot of the window in front."""
        in_front = [window for window in self.shown if window.isActiveWindow()]
        for window in in_front or self.shown[-1:]:
            window.say(message)

    def quit(self) -> bool:
        """Close all windows, asking about unsaved changes; tell whether all are closed."""
        return all(window.close() for window in list(self.shown))

    def end_soon(self) -> None:
        """Quit as soon as what is running now is over."""
        self.is_ending = True
        QTimer.singleShot(0, self, self._end)

    def _end(self) -> None:
        """Quit once no dialog waits for an answer: what asked it goes on in windows that are still there."""
        dialog = self.application.activeModalWidget()
        if dialog is not None:
            dialog.close()
        if dialog is not None or self.thread().loopLevel() > 1:
            QTimer.singleShot(_DIALOG_CLOSES, self, self._end)
            return
        self.quit()
        self.is_ending = False
