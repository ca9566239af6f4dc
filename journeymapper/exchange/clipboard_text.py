"""A piece of a map as plain text: a card a line, or an indented list."""

from collections.abc import Iterator

from journeymapper.document.texts import on_one_line
from journeymapper.exchange.excerpt import Column, Excerpt
from journeymapper.i18n import _

_INDENT = "  "


def lines(excerpt: Excerpt) -> str:
    """Return a card a line; a card that is alone keeps its own lines."""
    texts = excerpt.texts()
    return texts[0] if len(texts) == 1 else "\n".join(on_one_line(text) for text in texts)


def outline(excerpt: Excerpt) -> str:
    """Return an indented list: stage, step, lane, and a card a line. Blanks indent, never tabs."""
    return "\n".join(_INDENT * depth + words for depth, words in _entries(excerpt))


def _entries(excerpt: Excerpt) -> Iterator[tuple[int, str]]:
    """Yield the list's entries, each with its depth; steps and lanes in which nothing stands are left out."""
    stage = ""
    for place, column in enumerate(excerpt.columns):
        filled = [row for row in excerpt.rows if row.cells[place]]
        if not filled:
            continue
        if column.stage_id != stage:
            stage = column.stage_id
            yield 0, _stage_words(column)
        yield 1, on_one_line(column.step) or _("Step {number}").format(number=column.number)
        for row in filled:
            yield 2, on_one_line(row.lane) or _("Lane {number}").format(number=row.number)
            for text in row.cells[place]:
                yield 3, on_one_line(text)


def _stage_words(column: Column) -> str:
    return on_one_line(column.stage) or _("Stage {number}").format(number=column.stage_number)
