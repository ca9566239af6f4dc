"""Ctrl+C in the terminal the program was started from."""

import os
import signal
import socket
from types import FrameType

from PySide6.QtCore import QObject, QSocketNotifier

from journeymapper.ui.windows import Windows

_INTERRUPTED = 130


class Interrupts(QObject):
    """Closes the windows on Ctrl+C, asking about unsaved changes; a second Ctrl+C ends the program at once.

    Python sees a signal only when its code runs, which Qt's loop alone does not do; so the system writes a
    byte to a socket, which wakes it.
    """

    def __init__(self, windows: Windows) -> None:
        """Listen from now on."""
        super().__init__(windows)
        self._windows = windows
        self._ours, self._theirs = socket.socketpair()
        self._ours.setblocking(False)
        self._theirs.setblocking(False)
        self._notifier = QSocketNotifier(self._ours.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._wake)
        self._wakeup_before = signal.set_wakeup_fd(self._theirs.fileno())
        self._handler_before = signal.signal(signal.SIGINT, self._end)

    def _wake(self) -> None:
        self._ours.recv(64)

    def _end(self, _number: int, _frame: FrameType | None) -> None:
        if self._windows.is_ending:
            os._exit(_INTERRUPTED)
        self._windows.end_soon()

    def stop(self) -> None:
        """Listen no longer: Ctrl+C is again what it was before."""
        signal.signal(signal.SIGINT, self._handler_before)
        signal.set_wakeup_fd(self._wakeup_before)
        self._notifier.setEnabled(False)
        self._ours.close()
        self._theirs.close()
