"""Finding the journey diagram in a Markdown file.

Fences follow CommonMark 0.31 (section 4.5); besides them the ``:::mermaid`` container of Azure DevOps is
known.
"""

import re
from collections.abc import Iterator
from itertools import chain
from typing import NamedTuple

from journeymapper.exchange.mermaid_source import MermaidError, Note, NumberedText, prepare
from journeymapper.i18n import _

_FENCE = re.compile(r"( {0,3})(`{3,}+(?=[^`]*+\Z)|~{3,}+|:{3,}+)(.*)\Z", re.DOTALL)
_MERMAID_INFO = re.compile(r"\{?[.]?mermaid(?![\w.-])", re.IGNORECASE)


class JourneyBlock(NamedTuple):
    """The text of a journey diagram and where it stands.

    Attributes:
        text: The text of the diagram, without its fence.
        first_line: The line of the file at which the text starts, counted from 1.
        notes: The further journey diagrams of the file, which are not read.
    """

    text: str
    first_line: int
    notes: tuple[Note, ...] = ()


class _Fence(NamedTuple):
    indent: int
    mark: str
    info: str

    def is_mermaid(self) -> bool:
        return _MERMAID_INFO.match(self.info) is not None

    def is_closed_by(self, row: str) -> bool:
        bare = row.strip(" \t")
        is_row_of_marks = len(bare) >= len(self.mark) and not bare.strip(self.mark[0])
        return is_row_of_marks and not row.startswith(("    ", "\t"))


def find_journey(text: str, markdown: bool) -> JourneyBlock:
    """Find the diagram to read.

    Args:
        text: The text of the whole file.
        markdown: Whether it is Markdown: then the first Mermaid block that is a journey is taken. Otherwise
            the whole text is the diagram.

    Raises:
        MermaidError: The Markdown holds no journey diagram.
    """
    if not markdown:
        return JourneyBlock(text, 1)
    blocks = list(_mermaid_blocks(text))
    journeys = [block for block in blocks if _keyword(block) == "journey"]
    # A block that differs only by capital letters is handed on, so that the reader can say what is wrong.
    nearly = (block for block in blocks if _keyword(block).lower() == "journey")
    chosen = next(chain(journeys, nearly), None)
    if chosen is not None:
        message = _("a further journey diagram in the same file was not read")
        return chosen._replace(notes=tuple(Note(block.first_line, message) for block in journeys[1:]))
    if blocks:
        raise MermaidError(_("none of the Mermaid diagrams in this Markdown file is a journey"), None)
    raise MermaidError(_("this Markdown file holds no Mermaid diagram"), None)


def _keyword(block: JourneyBlock) -> str:
    return prepare(NumberedText.of(block.text)).diagram.text[: len("journey")]


def _mermaid_blocks(text: str) -> Iterator[JourneyBlock]:
    rows = enumerate(NumberedText.of(text).text.split("\n"), start=1)
    for number, row in rows:
        fence = _opened_fence(row)
        if fence is None:
            continue
        content: list[str] = []
        for _number, inner in rows:
            if fence.is_closed_by(inner):
                break
            if fence.is_mermaid():
                content.append(_unindented(inner, fence.indent))
        if fence.is_mermaid():
            yield JourneyBlock("\n".join(content), number + 1)


def _opened_fence(row: str) -> _Fence | None:
    found = _FENCE.match(row)
    if found is None:
        return None
    fence = _Fence(len(found[1]), found[2], found[3].strip())
    # Containers of other names (":::note") hold Markdown, so the fences in them count.
    return None if fence.mark[0] == ":" and not fence.is_mermaid() else fence


def _unindented(row: str, indent: int) -> str:
    return row[min(indent, len(row) - len(row.lstrip(" "))) :]
