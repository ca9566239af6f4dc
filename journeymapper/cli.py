"""The command line: export, convert and check maps without a window.

Exit codes: 0 done; 1 could not (disk, permission, memory), or a check found something; 2 bad input or usage.
"""

import argparse
import signal
import sys
import unicodedata
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any, NoReturn

from journeymapper.exchange.formats import Imported, read_map, writer_for
from journeymapper.exchange.options import ExportOptions
from journeymapper.files import native
from journeymapper.files.problems import BadFileError, disk_words
from journeymapper.i18n import _
from journeymapper.layout.pages import OWN_SIZE, PAPERS, paper_named
from journeymapper.memory import collector_at_rest

DONE, COULD_NOT, BAD_INPUT = 0, 1, 2
FOUND_SOMETHING = 1


class _Failure(Exception):  # noqa: N818  # carries the exit code to the one place that prints
    def __init__(self, code: int, message: str) -> None:
        super().__init__(message)
        self.code = code


class _Version(argparse.Action):
    """Prints the version; it is looked up only when it is asked for, as that takes a while."""

    def __init__(self, option_strings: Sequence[str], dest: str, **rest: Any) -> None:
        super().__init__(option_strings, dest, nargs=0, **rest)

    def __call__(self, parser: argparse.ArgumentParser, *_rest: object) -> None:
        from importlib.metadata import version  # noqa: PLC0415

        print(f"journeymapper {version('journeymapper')}")
        parser.exit()


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise _Failure(BAD_INPUT, message)


def main(arguments: Sequence[str]) -> int:
    """Carry out a command; return the exit code. Whatever goes wrong is one line on stderr."""
    interruption = _Interruption()
    try:
        chosen = _parser().parse_args(arguments)
        run: Callable[[argparse.Namespace], int | None] = chosen.run
        return run(chosen) or DONE
    except _Failure as failure:
        return _complain(failure.code, str(failure))
    except BadFileError as error:
        return _complain(BAD_INPUT, str(error))
    except OSError as error:
        return _complain(COULD_NOT, disk_words(error))
    except MemoryError:
        return _complain(COULD_NOT, _("there is not enough memory for this"))
    except KeyboardInterrupt:
        return _complain(COULD_NOT, _("stopped"))
    except Exception as error:  # a user must never meet a traceback
        if interruption.is_asked_for:
            return _complain(COULD_NOT, _("stopped"))
        return _complain(COULD_NOT, _("unexpected: {error}").format(error=f"{type(error).__name__}: {error}"))


class _Interruption:
    """Ends a command on Ctrl+C or when the system asks, and leaves no half-written neighbour of the output.

    ``is_asked_for`` tells so even where C code on the way has made another error of it.
    """

    def __init__(self) -> None:
        self.is_asked_for = False
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, self._stop)

    def _stop(self, _number: int, _frame: object) -> NoReturn:
        self.is_asked_for = True
        raise KeyboardInterrupt


def _complain(code: int, message: str) -> int:
    _say(_("journeymapper: {message}").format(message=" ".join(message.split())))
    return code


def _say(line: str) -> None:
    """Write a line to stderr, whatever the terminal's encoding can show; nowhere where it is closed."""
    if sys.stderr is None:
        return
    encoding = sys.stderr.encoding or "utf-8"
    print(line.encode(encoding, "backslashreplace").decode(encoding), file=sys.stderr)


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="journeymapper",
        description=_(
            "A desktop editor for customer-journey maps. With a file or nothing it opens the window."
        ),
    )
    parser.add_argument("--version", action=_Version, help=_("say the version"))
    parser.set_defaults(run=lambda _chosen: parser.print_help())
    commands = parser.add_subparsers(metavar="export | convert | check", parser_class=_Parser)
    export = commands.add_parser("export", help=_("write a map as PDF or PNG"))
    export.add_argument("map", type=Path, metavar="MAP", help=_("a .journey or Mermaid file"))
    export.add_argument("out", type=Path, metavar="OUT", help=_("a name that ends in .pdf or .png"))
    export.add_argument(
        "--paper",
        default=OWN_SIZE,
        metavar="PAPER",
        help=_("{names}; {auto} is the map's own size").format(names=", ".join(PAPERS), auto=OWN_SIZE),
    )
    export.add_argument("--dpi", type=float, default=144, metavar="N", help=_("pixels an inch, for PNG"))
    export.add_argument("--transparent", action="store_true", help=_("no white ground, for PNG"))
    export.add_argument(
        "--notes", action="store_true", help=_("the cards' notes, numbered, on pages after the map, for PDF")
    )
    export.add_argument(
        "--personas", action="store_true", help=_("a page for each persona after the map, for PDF")
    )
    export.add_argument(
        "--priorities",
        action="store_true",
        help=_("touchpoints and opportunities by their ratings, on pages after the map, for PDF"),
    )
    export.set_defaults(run=_export)
    convert = commands.add_parser("convert", help=_("turn a Mermaid journey into a map"))
    convert.add_argument("source", type=Path, metavar="IN", help=_("a .journey, .mmd, .mermaid or .md file"))
    convert.add_argument("out", type=Path, metavar="OUT", help=_("a name that ends in .journey"))
    convert.set_defaults(run=_convert)
    check = commands.add_parser("check", help=_("say what a map lacks"))
    check.add_argument("map", type=Path, metavar="MAP", help=_("a .journey or Mermaid file"))
    check.add_argument("--json", action="store_true", help=_("as a list for other programs"))
    check.add_argument("--on", metavar="DATE", help=_("the day by which dates are judged; today without it"))
    check.set_defaults(run=_check)
    return parser


def _export(chosen: argparse.Namespace) -> None:
    write = writer_for(chosen.out)
    if write is None:
        raise _Failure(BAD_INPUT, _("{file}: the name must end in .pdf or .png").format(file=chosen.out))
    paper = paper_named(chosen.paper)
    if paper is None:
        names = ", ".join((OWN_SIZE, *PAPERS))
        words = _("there is no paper “{name}”; known are {names}")
        raise _Failure(BAD_INPUT, words.format(name=chosen.paper, names=names))
    if not 0 < chosen.dpi < float("inf"):
        raise _Failure(BAD_INPUT, _("--dpi must be a number above 0"))
    imported = _read(chosen.map)
    # Qt is loaded only here, so that conversion and --help need none.
    from journeymapper.layout.map_layout import MapLayout  # noqa: PLC0415
    from journeymapper.text.engine import QtShaper  # noqa: PLC0415
    from journeymapper.text.headless import start_headless  # noqa: PLC0415

    start_headless()
    with collector_at_rest():
        layout = MapLayout(imported.document, QtShaper())
    try:
        options = ExportOptions(
            paper, chosen.dpi, chosen.transparent, chosen.notes, chosen.personas, chosen.priorities
        )
        missing = write(layout, chosen.out, options, None)
    except ValueError as error:
        raise _Failure(BAD_INPUT, f"{chosen.out}: {error}") from error
    _tell(imported, chosen.map)
    if missing:
        names = ", ".join(f"{character} {unicodedata.name(character, '?')}" for character in sorted(missing))
        words = _("{file}: no installed font has these characters: {names}")
        _say(words.format(file=chosen.out, names=names))


def _convert(chosen: argparse.Namespace) -> None:
    if chosen.out.suffix.lower() != native.SUFFIX:
        words = _("{file}: the name must end in .journey").format(file=chosen.out)
        raise _Failure(BAD_INPUT, words)
    imported = _read(chosen.source)
    native.save(imported.document, chosen.out)
    _tell(imported, chosen.source)


def _check(chosen: argparse.Namespace) -> int:
    # The rules are loaded only here, so that the other commands start at once.
    from journeymapper.guide.health.checkup import Checkup  # noqa: PLC0415
    from journeymapper.guide.health.report import as_json, lines  # noqa: PLC0415
    from journeymapper.guide.health.rule import rules  # noqa: PLC0415

    day = _day(chosen.on)
    imported = _read(chosen.map)
    known, problems = rules()
    with collector_at_rest():
        checkup = Checkup(imported.document, day, known)
        checkup.work()
    findings = checkup.findings()
    for line in [as_json(findings)] if chosen.json else lines(findings):
        _print(line)
    _tell(imported, chosen.map)
    for problem in problems:
        _say(str(problem))
    return FOUND_SOMETHING if findings else DONE


def _day(text: str | None) -> date:
    """Return the day that was named, or today."""
    try:
        return date.today() if text is None else date.fromisoformat(text)
    except ValueError as error:
        words = _("--on must be a date such as 2026-11-30")
        raise _Failure(BAD_INPUT, words) from error


def _print(line: str) -> None:
    """Write to stdout in UTF-8, whatever the terminal's encoding: what is read there may be JSON.

    Where stdout is closed, there is nobody to read it, and the exit code tells enough.
    """
    if sys.stdout is not None:
        sys.stdout.buffer.write(f"{line}\n".encode("utf-8", "backslashreplace"))


def _read(path: Path) -> Imported:
    """Return the map in a file; one that is not there, or is a folder, is bad input: it was named wrongly."""
    try:
        return read_map(path)
    except (FileNotFoundError, IsADirectoryError, NotADirectoryError) as error:
        raise _Failure(BAD_INPUT, disk_words(error)) from error


def _tell(imported: Imported, path: Path) -> None:
    """Say what could not be taken over, a line each."""
    for note in imported.notes:
        _say(" ".join(f"{path}: {note}".split()))
