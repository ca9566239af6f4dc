"""Mermaid text made ready for its grammar, with the line numbers of the file kept.

Before Mermaid's grammar sees a diagram it takes out front matter, directives and comment lines, and turns
entity codes (``#58;``) into placeholders that no rule of the grammar can trip over. This module does the same
in the same order, so that what is left is what Mermaid would read. The rules are those of Mermaid 11
(``preprocess.ts``, ``diagram-api/regexes.ts``, ``diagram-api/comments.ts`` and ``encodeEntities`` in
``utils.ts``), carried out here in time linear in the length of the text.
"""

import re
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import unescape

from journeymapper.i18n import _, ngettext

# What JavaScript's \s matches and its trim() takes away; Python's own set differs by a few characters.
WHITE_SPACE = (
    "\t\n\v\f\r \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006"
    "\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff"
)
WHITE = f"[{WHITE_SPACE}]"
_BLANK = f"[{WHITE_SPACE.replace(chr(10), '')}]"
_LINE_END = "\n\u2028\u2029"

_OPENING = re.compile(rf"({_BLANK}*+)---({WHITE}*+)")
_TAG = re.compile(r"<\w++[^>]*+>", re.ASCII)
_ATTRIBUTE = re.compile(r'="([^"]*+)"')
_DIRECTIVE = re.compile(rf"%%\{{{WHITE}*+(\w++)(?:{WHITE}*+:)?{WHITE}*+(\w++)?", re.ASCII)
_DIRECTIVE_END = re.compile(r"\}%%|[\u2028\u2029]")
_SPACE_RUN = re.compile(f"{WHITE}*+")
_COMMENTS = re.compile(
    rf"(?:\A|[{_LINE_END}])(?P<comments>(?:{WHITE}*+%%(?!\{{)[^\n]++\n?+)++)?{WHITE}*+",
)
_HASH_AFTER_COLON = re.compile(rf":[^#:{WHITE_SPACE}]*+#")
_ENTITY = re.compile(r"#(\w++);", re.ASCII)
_PLACEHOLDER = re.compile(r"ﬂ°(°?)(\w++)¶ß", re.ASCII)
_LINE_BREAK_TAG = re.compile(rf"<br{WHITE}*+/?>", re.IGNORECASE | re.ASCII)
_EXCERPT_LENGTH = 60


class MermaidError(Exception):
    """Text that Mermaid would refuse to draw as a journey.

    Attributes:
        message: What is wrong, one line, in the user's language, without the place.
        line: The line it is in, counted from 1 over the whole file; ``None`` if it is the whole text.
    """

    def __init__(self, message: str, line: int | None) -> None:
        super().__init__(message, line)
        self.message = message
        self.line = line

    def __str__(self) -> str:
        if self.line is None:
            return self.message
        return _("line {line}: {message}").format(line=self.line, message=self.message)


@dataclass(frozen=True)
class Note:
    """Something in the text that was not taken over.

    Attributes:
        line: The line it is in, counted from 1 over the whole file.
        message: What it was, one line, in the user's language.
    """

    line: int
    message: str


@dataclass(frozen=True)
class NumberedText:
    """Text whose every line knows the line of the file that it comes from.

    Attributes:
        text: The text; its lines end with a line feed.
        lines: For each line of the text, its number in the file.
    """

    text: str
    lines: Sequence[int]

    @classmethod
    def of(cls, text: str, first_line: int = 1) -> "NumberedText":
        """Number a text from ``first_line`` on; line ends become line feeds, a byte order mark goes."""
        text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
        return cls(text, range(first_line, first_line + text.count("\n") + 1))

    def without(self, spans: Sequence[tuple[int, int]]) -> "NumberedText":
        """Cut out the spans (start, end), given in rising order, and keep the numbers of what is left."""
        if not spans:
            return self
        pieces: list[str] = []
        lines = array("Q")
        start_of_piece = line = 0
        only_blank = True
        for start, end in [*spans, (len(self.text), len(self.text))]:
            piece = self.text[start_of_piece:start]
            if not lines:
                lines.append(self.lines[line])
            elif only_blank:
                lines[-1] = self.lines[line]
            breaks = piece.count("\n")
            lines.extend(self.lines[line + 1 : line + 1 + breaks])
            last = piece.rpartition("\n")[2]
            only_blank = (only_blank or breaks > 0) and not last.strip(WHITE_SPACE)
            line += breaks + self.text.count("\n", start, end)
            start_of_piece = end
            pieces.append(piece)
        return NumberedText("".join(pieces), lines)


@dataclass(frozen=True)
class Prepared:
    """A diagram as Mermaid's grammar gets it.

    Attributes:
        diagram: The text for the grammar, entity codes as placeholders.
        front_matter: The YAML between the ``---`` lines, not indented as they are; ``None`` without them.
        notes: The comments and directives that were taken out.
    """

    diagram: NumberedText
    front_matter: NumberedText | None
    notes: tuple[Note, ...]


def prepare(source: NumberedText) -> Prepared:
    """Take out what Mermaid takes out before its grammar, in Mermaid's order."""
    source = NumberedText(_with_single_quotes(source.text), source.lines)
    front_matter, source = _split_front_matter(source)
    notes: list[Note] = []
    source = source.without(list(_directives(source, notes)))
    source = source.without(list(_comment_lines(source, notes)))
    leading = _end_of_space(source.text, 0)
    if leading:
        source = source.without([(0, leading)])
    return Prepared(NumberedText(_encode_entities(source.text), source.lines), front_matter, tuple(notes))


def plain(text: str) -> str:
    """Return a text of a diagram as Mermaid shows it: entity codes decoded, ``<br>`` a line feed.

    Entity codes follow HTML (``#9829;`` is a heart, ``#quot;`` a quotation mark); an unknown name stays as
    ``&name;``, as a browser would show it. Breaks are found first, so ``#lt;br#gt;`` shows as ``<br>``.
    """
    return _PLACEHOLDER.sub(_decoded, _LINE_BREAK_TAG.sub("\n", text))


def excerpt(text: str) -> str:
    """Return the start of a text, fit to be quoted in a message of one line."""
    words = " ".join(plain(text[: 4 * _EXCERPT_LENGTH]).split())
    shown = words if len(words) <= _EXCERPT_LENGTH else words[: _EXCERPT_LENGTH - 1].rstrip() + "…"
    return "".join(letter if letter.isprintable() else "\N{REPLACEMENT CHARACTER}" for letter in shown)


def _with_single_quotes(text: str) -> str:
    # A tag is only looked for before the last ">": text full of "<a" would take quadratic time otherwise.
    end = text.rfind(">") + 1
    return _TAG.sub(lambda tag: _ATTRIBUTE.sub(r"='\1'", tag[0]), text[:end]) + text[end:]


def _split_front_matter(source: NumberedText) -> tuple[NumberedText | None, NumberedText]:
    text = source.text
    opening = _OPENING.match(text)
    if opening is None or "\n" not in opening[2]:
        return None, source
    indent = opening[1]
    closing_line = re.compile(rf"\n{re.escape(indent)}---{_BLANK}*+\n")
    # The body starts after the last line end of the run, unless only an empty body leads to a closing line.
    for body in (text.rfind("\n", 0, opening.end()) + 1, text.find("\n") + 1):
        closing = closing_line.search(text, body)
        if closing is not None:
            rows = [row.removeprefix(indent) for row in text[body : closing.start()].split("\n")]
            first = text.count("\n", 0, body)
            numbers = source.lines[first : first + len(rows)]
            return NumberedText("\n".join(rows), numbers), source.without([(0, closing.end())])
    return None, source


def _directives(source: NumberedText, notes: list[Note]) -> Iterator[tuple[int, int]]:
    text = source.text
    line = counted = end = 0
    while (directive := _DIRECTIVE.search(text, end)) is not None:
        start, end = directive.span()
        if directive[2] is None:
            stop = _DIRECTIVE_END.search(text, end)
            end = len(text) if stop is None else stop.start()
        end = _end_of_space(text, end)
        closed = text.startswith("}%%", end)
        if closed:
            end += 3
        line += text.count("\n", counted, start)
        counted = start
        message = (
            _("the directive “{text}” was not taken over")
            if closed
            else _("the directive “{text}” is not closed by “}}%%”; Mermaid reads nothing of it")
        )
        notes.append(Note(source.lines[line], message.format(text=excerpt(text[start:end]))))
        yield start, end


def _comment_lines(source: NumberedText, notes: list[Note]) -> Iterator[tuple[int, int]]:
    text = source.text
    line = counted = 0
    for found in _COMMENTS.finditer(text):
        if (comments := found["comments"]) is None:
            continue
        start, end = found.span("comments")
        first = _end_of_space(text, start)
        line += text.count("\n", counted, first)
        counted = first
        count = sum(1 for row in comments.split("\n") if row.strip(WHITE_SPACE))
        message = ngettext(
            "the comment “{text}” was not taken over",
            "{count} comment lines were not taken over, the first is “{text}”",
            count,
        ).format(text=excerpt(comments.strip(WHITE_SPACE).partition("\n")[0]), count=count)
        notes.append(Note(source.lines[line], message))
        yield start, end


def _end_of_space(text: str, position: int) -> int:
    run = _SPACE_RUN.match(text, position)
    return position if run is None else run.end()


def _encode_entities(text: str) -> str:
    text = _without_style_end(_without_style_end(text, "style"), "classDef")
    return _ENTITY.sub(lambda code: f"ﬂ°{'°' if code[1].isdigit() else ''}{code[1]}¶ß", text)


def _without_style_end(text: str, word: str) -> str:
    """Take the last semicolon off a line that Mermaid takes for a style (``style x fill:#fff;``)."""

    def shortened(row: re.Match[str]) -> str:
        last = row[0].rfind(";")
        if last < 0 or _HASH_AFTER_COLON.search(row[0], len(word), last) is None:
            return row[0]
        return row[0][:last] + row[0][last + 1 :]

    return re.sub(rf"{word}[^{_LINE_END}]*+", shortened, text)


def _decoded(placeholder: re.Match[str]) -> str:
    number, name = placeholder[1], placeholder[2]
    if not number:
        return unescape(f"&{name};")
    # Beyond the last code point every number means the same; a longer one Python would not convert.
    return unescape(f"&#{name.lstrip('0')[:8] or '0'};")
