"""Whether the map of a window is being shown to a room, and all that is on the screen then."""

from contextlib import ExitStack
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QElapsedTimer, QEvent, QObject, QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QKeyEvent

from journeymapper.i18n import _
from journeymapper.ui.appearance import Appearance, wants_motion
from journeymapper.ui.open_map import OpenMap
from journeymapper.ui.present.blank import Blank
from journeymapper.ui.present.chrome import RETURNING, Chrome
from journeymapper.ui.present.notice import Notice
from journeymapper.ui.present.show import Show
from journeymapper.ui.present.strip import Strip
from journeymapper.ui.present.timer_face import TimerFace
from journeymapper.ui.present.timing import Timing

if TYPE_CHECKING:
    from journeymapper.ui.main_window import MainWindow

#: Between the timer and the edges of the map, in pixels.
_CORNER = 22

#: What presenter remotes type to have the screen blank.
_BLANKS = {"b", "B", "."}


class Presenting(QObject):
    """Shows a window's map full screen and without chrome, and brings everything back as it was.

    It is a state of the window: every key, edit and panel works on. ``show`` is what is being shown, None
    while nothing is; ``timing`` goes on whatever is shown.
    """

    def __init__(self, window: "MainWindow") -> None:
        """Show nothing yet."""
        super().__init__(window)
        self._window = window
        self._ending = ExitStack()
        self._former: Chrome | None = None
        self._parts: Parts | None = None
        self._was_saved = False
        self.show: Show | None = None
        running = QElapsedTimer()
        running.start()
        self.timing = Timing(running.elapsed)

    @property
    def is_on(self) -> bool:
        """Tell whether the map is being shown to a room."""
        return self.show is not None

    @property
    def parts(self) -> "Parts":
        """What lies over the map meanwhile; it is made when it is first wanted."""
        if self._parts is None:
            self._parts = Parts(self._window, self.timing)
            self._parts.strip.left.connect(self._return_to_map)
            self._parts.face.pressed.connect(self.toggle_timer)
        return self._parts

    # Coming and going.

    def begin(self, with_lanes: bool = True) -> None:
        """Show the map of the window, with its lanes, or with all of them kept back at first."""
        window, canvas = self._window, self._window.canvas
        if canvas is None or self.is_on:
            return
        canvas.let_go()
        window.docks.let_go()
        with ExitStack() as ending:  # brings back what was put away, should anything fail meanwhile
            self._former = chrome = Chrome(window, canvas)
            ending.callback(self._bring_back, chrome)
            canvas.open_map.saved.connect(self._note_saved)
            ending.callback(self._keep_picture, canvas.open_map)
            canvas.show_prompts(False)
            ending.callback(lambda: canvas.show_prompts(window.windows.settings.show_prompts))
            show = Show(canvas, wants_motion(window.windows.application))
            ending.callback(show.end)
            if not with_lanes:
                show.conceal_all()
            window.installEventFilter(self)
            ending.callback(window.removeEventFilter, self)
            ending.callback(self.parts.put_away)
            ending.callback(window.docks.suit_room, None)
            self._ending = ending.pop_all()
        self.show = show
        show.changed.connect(self._follow)
        show.said.connect(window.say)
        show.woken.connect(self.parts.strip.wake)
        window.docks.others = (self.parts.strip,)
        self.wear()
        canvas.setFocus()
        self._follow()
        self.parts.strip.wake()
        window.say(_("Page Down walks on, Page Up walks back, Esc leaves."))

    def leave(self) -> None:
        """Bring everything back as it was; nothing happens where nothing is shown."""
        if not self.is_on:
            return
        self.show = None
        self._window.docks.others = ()
        self._ending.close()
        self._window.refresh_actions()

    def _note_saved(self) -> None:
        self._was_saved = True

    def _keep_picture(self, open_map: OpenMap) -> None:
        """Make up for the small picture of a map that was saved while lanes of it were kept back."""
        open_map.saved.disconnect(self._note_saved)
        path = open_map.session.path
        if self._was_saved and path is not None:
            self._window.windows.thumbnails.keep_soon(path, open_map.session.layout)
        self._was_saved = False

    def _bring_back(self, chrome: Chrome) -> None:
        chrome.bring_back().done.connect(self._forget_former)
        QTimer.singleShot(2 * RETURNING, self, self._forget_former)  # should the map be let go meanwhile

    def _forget_former(self) -> None:
        if not self.is_on:
            self._former = None

    @property
    def geometry_to_keep(self) -> QByteArray:
        """What the window is to be remembered by: what it had before, until that is all back."""
        return self._former.geometry if self._former is not None else self._window.saveGeometry()

    @property
    def docks_to_keep(self) -> QByteArray:
        """The docks to be remembered, likewise."""
        return self._former.docks if self._former is not None else self._window.saveState()

    def _return_to_map(self) -> None:
        if self._window.canvas is not None:
            self._window.canvas.setFocus()

    def wear(self) -> None:
        """Take on the look that the program has."""
        if self._parts is not None:
            self._parts.wear(self._window.windows.appearance)

    def _follow(self) -> None:
        """Follow what is shown, and where the map lies in the window now."""
        canvas, show = self._window.canvas, self.show
        if canvas is None or show is None:
            return
        room = QRect(canvas.mapTo(self._window, QPoint()), canvas.size())
        self.parts.lie_in(room)
        self.parts.strip.show_place(show.walk.words())
        self._window.docks.suit_room(self._window.height())
        self._window.refresh_actions()

    # The timer.

    def time(self, minutes: float) -> None:
        """Count down from so many minutes, at once; 0 counts up."""
        self.timing.begin(minutes)
        self._show_time()

    def toggle_timer(self) -> None:
        """Let the time pass, or no longer."""
        if self.timing.is_running:
            self.timing.pause()
        else:
            self.timing.go_on()
        self._show_time()

    def reset_timer(self) -> None:
        """Put the timer away, set to what it was set to."""
        self.timing.reset()
        self._show_time()

    def _show_time(self) -> None:
        self.parts.face.show_time()
        self._follow()

    # Keys that nobody else wants.

    def eventFilter(self, _window: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Leave on Esc, and blank the screen on the keys of presenter remotes, where nobody wanted them."""
        if not isinstance(event, QKeyEvent) or event.type() is not QEvent.Type.KeyPress:
            return False
        if event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier):
            return False
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
            return True
        if event.text() in _BLANKS:
            self.blank()
            return True
        return False

    def blank(self) -> None:
        """Have the screen black until a key is pressed."""
        if self.is_on:
            self.parts.blank.cover()


class Parts:
    """What lies over the map while it is shown: the strip, the timer, messages, and the blank screen."""

    def __init__(self, window: "MainWindow", timing: Timing) -> None:
        """Make the parts of a window, hidden."""
        self.strip = Strip(window.action_set, window)
        self.notice = Notice(window)
        self.face = TimerFace(timing, window)
        self.blank = Blank(window)
        self._window = window
        window.status_line.messageChanged.connect(self._show_message)
        window.action_set.running.connect(self.blank.uncover)

    def _show_message(self, words: str) -> None:
        self.notice.show_words(words if self._window.presenting.is_on else "")

    def lie_in(self, room: QRect) -> None:
        """Lie over a part of the window: that of the map."""
        self.strip.lie_in(room)
        self.notice.lie_in(room)
        self.face.suit(room.size())
        self.face.move(room.right() - self.face.width() - _CORNER, room.top() + _CORNER)
        self.face.want(True)
        for part in (self.notice, self.face, self.strip):
            part.raise_()

    def put_away(self) -> None:
        """Hide them all."""
        self.strip.put_away()
        self.notice.show_words("")
        self.face.want(False)
        self.blank.uncover()

    def wear(self, appearance: Appearance) -> None:
        """Take on a light or a dark look."""
        moves = wants_motion(self._window.windows.application)
        self.strip.fades = self.face.blinks = moves
        self.strip.wear(appearance)
        self.face.appearance = appearance
