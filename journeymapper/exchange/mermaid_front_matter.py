"""The title in the YAML front matter of a Mermaid diagram.

Only ``title`` matters to a journey, so only the YAML that titles are written in is read: plain, quoted and
block scalars under a top-level key, comments, and the values that are no text (YAML 1.2, JSON schema, which
Mermaid asks of its YAML reader). Everything else is named in the notes.
"""

import re
from dataclasses import dataclass

from journeymapper.exchange.mermaid_source import MermaidError, Note, NumberedText, excerpt
from journeymapper.i18n import _

_COLON = re.compile(r":(?=[ \t]|\Z)")
_COMMENT = re.compile(r"(?:\A|(?<=[ \t]))#")
_BLOCK_HEADER = re.compile(r"([|>])(?:([+-])?([1-9])?|([1-9])([+-]))[ \t]*+(?:(?<=[ \t])#.*)?\Z", re.DOTALL)
_ESCAPE = re.compile(r"\\(?:x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))", re.DOTALL)
_ESCAPED = dict(zip('0abt\tnvfre "/\\N_LP', '\0\a\b\t\t\n\v\f\r\x1b "/\\\x85\xa0\u2028\u2029', strict=True))
_QUOTED = {
    '"': re.compile(r'"((?:[^"\\]|\\.)*+)"', re.DOTALL),
    "'": re.compile(r"'((?:[^']|'')*+)'", re.DOTALL),
}
_INTEGER = re.compile(r"[-+]?(?:0b[01]+|0o[0-7]+|0x[0-9a-fA-F]+|[0-9]+)")
_FLOAT = re.compile(r"[-+]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][-+]?[0-9]+)?")
_NO_TITLE = {"", "~", "null", "Null", "NULL", "false", "False", "FALSE"}
_LONGEST_NUMBER = 300


@dataclass(frozen=True)
class FrontMatter:
    """What front matter says about a journey.

    Attributes:
        title: The title; empty if there is none.
        line: The line of the file the title is in, counted from 1; 0 if there is none.
        notes: What else stood there and was not taken over.
    """

    title: str
    line: int
    notes: tuple[Note, ...]


@dataclass(frozen=True)
class _Entry:
    """One key of the top level: what follows its colon, and the deeper rows below it."""

    key: str
    line: int
    rest: str
    below: list[str]
    indent: int


class _NotUnderstoodError(Exception):
    """YAML beyond what titles are written in."""


def read_front_matter(source: NumberedText) -> FrontMatter:
    """Read the title from the rows between the ``---`` lines.

    Raises:
        MermaidError: The title is written in a way that YAML forbids.
    """
    title, title_line = "", 0
    seen = False
    entries, notes = _entries(source)
    for entry in entries:
        if entry.key != "title":
            message = _("“{key}” in the front matter was not taken over").format(key=excerpt(entry.key))
            notes.append(Note(entry.line, message))
            continue
        if seen:
            raise MermaidError(_("the front matter has two titles"), entry.line)
        seen = True
        comments: list[str] = []
        try:
            title, title_line = _title(entry, comments), entry.line
        except _NotUnderstoodError:
            message = _("the title in the front matter is not plain text and was not taken over: “{text}”")
            notes.append(
                Note(entry.line, message.format(text=excerpt("\n".join([entry.rest, *entry.below]))))
            )
        message = _("the comment “{text}” was not taken over")
        notes += [Note(entry.line, message.format(text=excerpt(comment))) for comment in comments]
    return FrontMatter(title, title_line, tuple(notes))


def _entries(source: NumberedText) -> tuple[list[_Entry], list[Note]]:
    entries: list[_Entry] = []
    notes: list[Note] = []
    top: int | None = None
    for row, line in zip(source.text.split("\n"), source.lines, strict=False):
        bare = row.strip(" \t")
        indent = len(row) - len(row.lstrip(" "))
        is_comment = bare.startswith("#") and (top is None or indent <= top)
        if entries and (not bare or indent > entries[-1].indent):
            entries[-1].below.append(row)
        elif is_comment:
            message = _("the comment “{text}” was not taken over")
            notes.append(Note(line, message.format(text=excerpt(bare))))
        elif bare:
            entry = _entry(row, line, indent)
            if entry is None or (top is not None and indent != top):
                message = _("the front matter line “{text}” was not understood")
                notes.append(Note(line, message.format(text=excerpt(bare))))
                continue
            top = indent
            entries.append(entry)
    return entries, notes


def _entry(row: str, line: int, indent: int) -> _Entry | None:
    start = row[indent:]
    if start.startswith(("- ", "{", "[", "?", "\t")):
        return None
    quoted = _QUOTED[start[0]].match(start) if start[0] in _QUOTED else None
    colon = _COLON.search(start, quoted.end() if quoted else 0)
    if colon is None:
        return None
    key = quoted[1] if quoted else start[: colon.start()].rstrip(" \t")
    return _Entry(key, line, start[colon.end() :].strip(" \t"), [], indent)


def _title(entry: _Entry, comments: list[str]) -> str:
    """Read the value of the title; what stands in comments beside it is added to ``comments``."""
    rest, below = entry.rest, entry.below
    if rest.startswith(("|", ">")):
        return _block(rest, below, entry.indent)
    if not rest or rest.startswith("#"):
        rest, below = _first_row_below([rest, *below], comments)
    if not rest:
        return ""
    if rest[0] in _QUOTED:
        return _quoted([rest, *below], entry, comments)
    if rest[0] in "&![{|>":
        raise _NotUnderstoodError
    if rest[0] in "*%@`,]}" or rest[:2].rstrip() in {"-", "?"}:
        raise _unquoted(rest, entry.line)
    return _as_text(_plain([rest, *below], entry, comments))


def _first_row_below(rows: list[str], comments: list[str]) -> tuple[str, list[str]]:
    for index, row in enumerate(rows):
        bare = row.strip(" \t")
        if bare.startswith("#"):
            comments.append(bare)
        elif bare:
            if _COLON.search(bare) and bare[0] not in _QUOTED:
                raise _NotUnderstoodError
            return bare, rows[index + 1 :]
    return "", []


def _unquoted(text: str, line: int) -> MermaidError:
    message = _("the title in the front matter has to stand in quotation marks: “{text}”")
    return MermaidError(message.format(text=excerpt(text)), line)


def _quoted(rows: list[str], entry: _Entry, comments: list[str]) -> str:
    mark = rows[0][0]
    found = _QUOTED[mark].match("\n".join(rows))
    if found is None:
        message = _("the quotation mark before the title in the front matter is never closed")
        raise MermaidError(message, entry.line)
    after = found.string[found.end() :].lstrip(" \t\n")
    if after and not after.startswith("#"):
        message = _("the front matter goes on after the closing quotation mark of the title: “{text}”")
        raise MermaidError(message.format(text=excerpt(after)), entry.line)
    if after:
        comments.append(after)
    folded = _folded(found[1].split("\n"))
    if mark == "'":
        return folded.replace("''", "'")
    # A surrogate pair written as two escapes is one character.
    text = _ESCAPE.sub(lambda escape: _unescaped(escape, entry.line), folded)
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _unescaped(escape: re.Match[str], line: int) -> str:
    code = escape[1] or escape[2] or escape[3]
    if code is not None:
        number = int(code, 16)
        return chr(number) if number < 0x110000 else "\N{REPLACEMENT CHARACTER}"
    if escape[4] not in _ESCAPED:
        message = _("the title in the front matter has an unknown escape: “{text}”")
        raise MermaidError(message.format(text=excerpt(escape[0])), line)
    return _ESCAPED[escape[4]]


def _plain(rows: list[str], entry: _Entry, comments: list[str]) -> str:
    words: list[str] = []
    for number, row in enumerate(rows):
        comment = _COMMENT.search(row)
        bare = (row if comment is None else row[: comment.start()]).strip(" \t")
        if _COLON.search(bare):
            raise _unquoted(bare, entry.line)
        words.append(bare)
        if comment is not None:
            comments.append(row[comment.start() :])
            if any(later.strip(" \t") for later in rows[number + 1 :]):
                raise _NotUnderstoodError
            break
    return _folded(words).rstrip(" \t\n")


def _folded(rows: list[str]) -> str:
    """Join rows as YAML does: one line end is a space, an empty row is a line end."""
    if len(rows) == 1:
        return rows[0]
    if any(row.endswith("\\") for row in rows[:-1]):
        raise _NotUnderstoodError
    pieces = [rows[0].rstrip(" \t")]
    empty = 0
    for row in rows[1:-1]:
        bare = row.strip(" \t")
        if bare:
            pieces += ["\n" * empty or " ", bare]
            empty = 0
        else:
            empty += 1
    return "".join([*pieces, "\n" * empty or " ", rows[-1].lstrip(" \t")])


def _as_text(value: str) -> str:
    """Return a plain value as the text Mermaid makes of it: ``1.50`` is 1.5, ``null`` and 0 are no title."""
    if value in _NO_TITLE:
        return ""
    if value.lower() == "true":
        return "true" if value in {"true", "True", "TRUE"} else value
    if len(value) > _LONGEST_NUMBER:
        return value
    if _INTEGER.fullmatch(value):
        base = {"b": 2, "o": 8, "x": 16}.get(value.lstrip("+-")[1:2], 10)
        try:
            return _number_as_text(float(int(value, base)))
        except OverflowError:
            return "Infinity"
    return _number_as_text(float(value)) if _FLOAT.fullmatch(value) else value


def _number_as_text(number: float) -> str:
    if number == 0:
        return ""
    return str(int(number)) if number.is_integer() and abs(number) < 1e21 else repr(number)


def _block(header: str, rows: list[str], key_indent: int) -> str:
    found = _BLOCK_HEADER.match(header)
    if found is None:
        raise _NotUnderstoodError
    chomping, digit = found[2] or found[5], found[3] or found[4]
    first = next((row for row in rows if row.strip(" ")), "")
    indent = key_indent + int(digit) if digit else len(first) - len(first.lstrip(" "))
    content = [row[min(indent, len(row) - len(row.lstrip(" "))) :] for row in rows]
    while content and not content[-1]:
        content.pop()
    if not content:
        return ""
    text = _folded_block(content) if found[1] == ">" else "\n".join(content)
    # "+" would keep the empty rows at the end, which say nothing in a title.
    return text if chomping == "-" else text + "\n"


def _folded_block(rows: list[str]) -> str:
    """Join the rows of a ``>`` block: a line end is a space, except beside empty and deeper rows."""
    leading = next(index for index, row in enumerate(rows) if row)
    text = ["\n" * leading, rows[leading]]
    empty = 0
    deeper = rows[leading].startswith((" ", "\t"))
    for row in rows[leading + 1 :]:
        if not row:
            empty += 1
            continue
        was_deeper, deeper = deeper, row.startswith((" ", "\t"))
        text += ["\n" * (empty + 1) if deeper or was_deeper else "\n" * empty or " ", row]
        empty = 0
    return "".join(text)
