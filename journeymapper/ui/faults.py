"""What happens when something in the program itself goes wrong: a calm word, and it keeps running."""

import logging
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

from journeymapper.i18n import _

_LARGEST_LOG = 500_000

_log = logging.getLogger("journeymapper")


@contextmanager
def keep_running(tell: Callable[[str], None], log: Path) -> Iterator[None]:
    """Have faults that nobody caught told in one line by ``tell``, their particulars written to ``log``.

    Python's own traceback is not printed meanwhile. Ctrl+C still ends the program.
    """

    def meet(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            before(kind, error, trace)
            return
        _log.error("a fault", exc_info=(kind, error, trace))
        words = _("Something went wrong in the program. Your map is still open; save it now to be sure.")
        tell(_("{words} Details: {path}").format(words=words, path=log))

    handler, before = _handler(log), sys.excepthook
    _log.addHandler(handler)
    _log.propagate = False
    sys.excepthook = meet
    try:
        yield
    finally:
        sys.excepthook = before
        _log.removeHandler(handler)
        handler.close()


def _handler(log: Path) -> logging.Handler:
    try:
        log.parent.mkdir(parents=True, exist_ok=True)
    except OSError:
        return logging.NullHandler()
    return RotatingFileHandler(log, maxBytes=_LARGEST_LOG, backupCount=1, encoding="utf-8", delay=True)
