"""Reading Mermaid ``journey`` text.

The judge is Mermaid's own reading: what Mermaid takes for a task is a task here, and what it refuses is
refused here. The tokens follow the rules of Mermaid 11's grammar for user journeys (``journey.jison``), and
what is made of them follows its ``journeyDb.js``. Turning the answer into a map is another module's work.
"""

import re
from dataclasses import dataclass

from journeymapper.exchange.mermaid_blocks import JourneyBlock, find_journey
from journeymapper.exchange.mermaid_front_matter import read_front_matter
from journeymapper.exchange.mermaid_source import (
    WHITE,
    WHITE_SPACE,
    MermaidError,
    Note,
    NumberedText,
    Prepared,
    excerpt,
    plain,
    prepare,
)
from journeymapper.i18n import _

__all__ = [
    "JourneyBlock",
    "MermaidError",
    "MermaidJourney",
    "MermaidTask",
    "Note",
    "find_journey",
    "parse_journey",
    "plain",
    "read_mermaid",
]

_KEYWORD = re.compile(r"journey\b", re.ASCII)
# In the order in which Mermaid tries them. A character beyond U+FFFF is two to JavaScript, so it is never the
# one character that Mermaid lets stand before the "%%" of a comment.
_TOKEN = re.compile(
    rf"""
    (?P<comment> %(?!\{{)[^\n]*+ | [^}}\U00010000-\U0010ffff]%%[^\n]*+ )
  | (?P<newline> \n++ )
  | (?P<space> {WHITE}++ )
  | (?P<hash> \#[^\n]*+ )
  | (?P<journey> journey\b )
  | (?P<title> title{WHITE}[^\#\n;]++ )
  | (?P<accessible_title> accTitle{WHITE}*+:{WHITE}*+[^\n]*+ )
  | (?P<accessible_line> accDescr{WHITE}*+:{WHITE}*+[^\n]*+ )
  | (?P<accessible_block> accDescr{WHITE}*+\{{{WHITE}*+ )
  | (?P<section> section{WHITE}[^\#:\n;]++ )
  | (?P<name> [^\#:\n;]++ )
  | (?P<score> :[^\#\n;]++ )
  | (?P<wrong> . )
    """,
    re.ASCII | re.IGNORECASE | re.VERBOSE | re.DOTALL,
)
_AFTER_LINE_END = re.compile(rf"\n{WHITE}++")
_DECIMAL = re.compile(r"[+-]?(?:Infinity|(?:[0-9]++(?:\.[0-9]*+)?|\.[0-9]++)(?:[eE][+-]?[0-9]++)?)")
_WHOLE = re.compile(r"0(?:[xX][0-9a-fA-F]++|[oO][0-7]++|[bB][01]++)")
_BASES = {"x": 16, "o": 8, "b": 2}


@dataclass(frozen=True)
class MermaidTask:
    """One task line. Its texts are as Mermaid holds them: ``plain`` makes them readable.

    Attributes:
        section: The name of the section it is in; empty before the first one.
        section_index: Which section that is, counted from 0, as names may repeat; -1 before the first one.
        task: The words before the first colon, trailing spaces included.
        score: The number after it; ``None`` where Mermaid reads no number, infinite for ``Infinity``.
        people: The names after the second colon, trimmed; empty ones are kept.
        line: The line of the file it is in, counted from 1.
    """

    section: str
    section_index: int
    task: str
    score: float | None
    people: tuple[str, ...]
    line: int


@dataclass(frozen=True)
class MermaidJourney:
    """A journey diagram as Mermaid reads it.

    Texts may still hold ``<br>`` and Mermaid's placeholders for entity codes; ``plain`` resolves both.
    Section names and the title keep the spaces round them.

    Attributes:
        title: The title, from the last title line or else from the front matter; empty if there is none.
        accessible_title: The text of ``accTitle``; empty if there is none.
        accessible_description: The text of ``accDescr``; empty if there is none.
        sections: The names of the sections in their order, repeated ones included.
        tasks: The tasks in their order.
        notes: What was in the text and is in none of the above, in the order of its lines.
    """

    title: str
    accessible_title: str
    accessible_description: str
    sections: tuple[str, ...]
    tasks: tuple[MermaidTask, ...]
    notes: tuple[Note, ...]


def read_mermaid(text: str, markdown: bool = False) -> MermaidJourney:
    """Read the journey of a whole file.

    Args:
        text: The text of the file; any kind of line end, with or without a byte order mark.
        markdown: Whether it is Markdown: then its first Mermaid block that is a journey is read.

    Raises:
        MermaidError: There is no journey in it, or Mermaid would refuse it.
    """
    block = find_journey(text, markdown)
    return parse_journey(block.text, block.first_line, block.notes)


def parse_journey(text: str, first_line: int = 1, notes: tuple[Note, ...] = ()) -> MermaidJourney:
    """Read the text of one diagram.

    Args:
        text: The diagram, front matter and directives included.
        first_line: The line of the file at which it starts.
        notes: What was noted before and belongs to the answer.

    Raises:
        MermaidError: Mermaid would refuse it.
    """
    prepared = prepare(NumberedText.of(text, first_line))
    reader = _Reader(prepared, list(notes))
    reader.read()
    return reader.journey()


def _number(text: str) -> float | None:
    """Convert as JavaScript's ``Number`` does (ECMA-262, StringToNumber); ``None`` for its ``NaN``."""
    text = text.strip(WHITE_SPACE)
    if not text:
        return 0.0
    if _DECIMAL.fullmatch(text):
        return float(text)
    if not _WHOLE.fullmatch(text):
        return None
    try:
        return float(int(text, _BASES[text[1].lower()]))
    except OverflowError:
        return float("inf")


def _after_colon(text: str, line: int) -> str:
    keyword, _colon, value = text.partition(":")
    if value := value.strip(WHITE_SPACE):
        return value
    message = _("there is no text after “{keyword}:”")
    raise MermaidError(message.format(keyword=keyword.strip(WHITE_SPACE)), line)


class _Reader:
    """Goes through a diagram token by token and gathers what it says."""

    def __init__(self, prepared: Prepared, notes: list[Note]) -> None:
        self._text = prepared.diagram.text
        self._lines = prepared.diagram.lines
        self._notes = [*notes, *prepared.notes]
        self._found: dict[str, tuple[str, int]] = {}
        self._sections: list[str] = []
        self._tasks: list[MermaidTask] = []
        self._name: tuple[str, int] | None = None
        self._before = "newline"
        self._line_index = self._counted = 0
        if prepared.front_matter is not None:
            front_matter = read_front_matter(prepared.front_matter)
            self._notes += front_matter.notes
            if front_matter.title:
                self._found["title"] = (front_matter.title, front_matter.line)

    def read(self) -> None:
        self._require_keyword()
        position = len("journey")
        while (token := _TOKEN.match(self._text, position)) is not None:
            position = token.end()
            kind = token.lastgroup or ""
            if self._name is not None and kind not in {"score", "comment", "hash", "space"}:
                raise self._unfinished_task(token[0])
            if kind == "accessible_block":
                position = self._read_accessible_block(token)
            else:
                self._take(kind, token)
            self._before = kind if kind not in {"space", "comment"} else self._before
        if self._name is not None:
            raise self._unfinished_task("")

    def journey(self) -> MermaidJourney:
        return MermaidJourney(
            title=self._found.get("title", ("", 0))[0],
            accessible_title=self._found.get("accessible title", ("", 0))[0],
            accessible_description=self._found.get("accessible description", ("", 0))[0],
            sections=tuple(self._sections),
            tasks=tuple(self._tasks),
            notes=tuple(sorted(self._notes, key=lambda note: note.line)),
        )

    def _line_at(self, position: int) -> int:
        self._line_index += self._text.count("\n", self._counted, position)
        self._counted = position
        return self._lines[self._line_index]

    def _note(self, line: int, message: str, text: str) -> None:
        self._notes.append(Note(line, message.format(text=excerpt(text))))

    def _require_keyword(self) -> None:
        text = self._text
        if _KEYWORD.match(text):
            return
        first_row = text.partition("\n")[0]
        if not text:
            message = _("the text holds no diagram")
        elif text.startswith("---"):
            message = _(
                "front matter has to start on the first line and to end with a line of its own, “---”"
            )
        elif text[: len("journey")].lower() == "journey":
            message = _("the word “journey” has to be in small letters and stand by itself: “{text}”")
        else:
            message = _("this is no journey diagram, it starts with “{text}”")
        raise MermaidError(message.format(text=excerpt(first_row)), self._line_at(0))

    def _take(self, kind: str, token: re.Match[str]) -> None:
        text, line = token[0], self._line_at(token.start())
        match kind:
            case "comment":
                self._take_comment(text, line)
            case "hash":
                self._note(line, _("the text from “#” on was not taken over: “{text}”"), text)
            case "title":
                self._set("title", text[len("title ") :], line)
            case "accessible_title":
                self._set("accessible title", _after_colon(text, line), line)
            case "accessible_line":
                self._set("accessible description", _after_colon(text, line), line)
            case "section":
                self._sections.append(text[len("section ") :])
            case "name":
                self._name = (text, line)
            case "score":
                self._take_score(text, line)
            case "journey":
                raise MermaidError(_("nothing after the first line can start with the word “journey”"), line)
            case "wrong":
                raise MermaidError(self._misplaced(text), line)

    def _take_comment(self, text: str, line: int) -> None:
        if text.strip(WHITE_SPACE + "%"):
            line += text.startswith("\n")
            self._note(line, _("the comment “{text}” was not taken over"), text)

    def _take_score(self, text: str, line: int) -> None:
        if self._name is None:
            raise MermaidError(self._misplaced(":"), line)
        score, *rest = text[1:].split(":")
        people = rest[0].split(",") if rest else []
        self._tasks.append(
            MermaidTask(
                section=self._sections[-1] if self._sections else "",
                section_index=len(self._sections) - 1,
                task=self._name[0],
                score=_number(score),
                people=tuple(person.strip(WHITE_SPACE) for person in people),
                line=self._name[1],
            )
        )
        self._name = None
        if any(part.strip(WHITE_SPACE) for part in rest[1:]):
            message = _("the text after the third colon of a task was not taken over: “{text}”")
            self._note(line, message, ":".join(rest[1:]))

    def _read_accessible_block(self, opening: re.Match[str]) -> int:
        """Read ``accDescr { … }`` and return where it ends."""
        text, start, line = self._text, opening.end(), self._line_at(opening.start())
        end = text.find("}", start)
        if end < 0:
            raise MermaidError(_("“accDescr {” is never closed by “}”"), line)
        if end > start:
            description = _AFTER_LINE_END.sub("\n", text[start:end].strip(WHITE_SPACE))
            self._set("accessible description", description, line)
        return end + 1

    def _set(self, what: str, text: str, line: int) -> None:
        earlier, earlier_line = self._found.get(what, ("", 0))
        if earlier.strip(WHITE_SPACE) not in {"", text.strip(WHITE_SPACE)}:
            message = _("a later line takes the place of “{text}”")
            self._note(earlier_line, message, earlier)
        self._found[what] = (text, line)

    def _unfinished_task(self, follower: str) -> MermaidError:
        name, line = self._name or ("", 0)
        if self._before == "hash":
            message = _("the name of a task cannot contain “#”; write “#35;” for it: “{text}”")
        elif follower == ";":
            message = _("the name of a task cannot contain “;”; write “#59;” for it: “{text}”")
        elif follower == ":":
            message = _("the score is missing after the colon: “{text}”")
        else:
            message = _("a colon and a score are missing after the task “{text}”")
        return MermaidError(message.format(text=excerpt(name)), line)

    def _misplaced(self, mark: str) -> str:
        if mark == ":" and self._before == "section":
            return _("the name of a section cannot contain “:”; write “#58;” for it")
        if mark == ":":
            return _("the name of a task is missing before “:”")
        if self._before == "section":
            return _("the name of a section cannot contain “;”; write “#59;” for it")
        if self._before == "title":
            return _("a title cannot contain “;”; write “#59;” for it")
        return _("“;” cannot stand here; write “#59;” for it")
