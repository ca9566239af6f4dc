"""What happens when something in the program itself goes wrong: a calm word, and it keeps running."""

import logging
import sys
from collections.abc import Callable
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

from journeymapper.i18n import _

_LARGEST_LOG = 500_000

_log = logging.getLogger("journeymapper")


def keep_running(tell: Callable[[str], None], log: Path) -> None:
    """Have faults that nobody caught told in one line by ``tell``, their particulars written to ``log``.

    Python's own traceback is not printed. Ctrl+C still ends the program.
    """
    _log.propagate = False
    try:
        log.parent.mkdir(parents=True, exist_ok=True)
        _log.addHandler(
            RotatingFileHandler(log, maxBytes=_LARGEST_LOG, backupCount=1, encoding="utf-8", delay=True)
        )
    except OSError:
        _log.addHandler(logging.NullHandler())

    def meet(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        _log.error("a fault", exc_info=(kind, error, trace))
        words = _("Something went wrong in the program. Your map is still open; save it now to be sure.")
        tell(_("{words} Particulars: {path}").format(words=words, path=log))

    sys.excepthook = meet
