"""A piece of a map as a table, lanes × steps: for spreadsheets and word processors."""

import csv
from collections.abc import Iterable
from html import escape
from io import StringIO
from itertools import groupby

from journeymapper.exchange.excerpt import Column, Excerpt

TAB_TYPE = "text/tab-separated-values"
CSV_TYPE = "text/csv"


def rows_of(excerpt: Excerpt) -> list[list[str]]:
    """Return the table's rows; the cards of a cell are a line each.

    Whole lanes, stages and steps come with two rows of stages and steps, and a column of lanes.
    """
    body = [["\n".join(cell) for cell in row.cells] for row in excerpt.rows]
    if not excerpt.is_whole:
        return body
    stages = [
        "" if _goes_on(excerpt, place) else column.stage for place, column in enumerate(excerpt.columns)
    ]
    steps = [column.step for column in excerpt.columns]
    lanes = [[row.lane, *cells] for row, cells in zip(excerpt.rows, body, strict=True)]
    return [["", *stages], ["", *steps], *lanes]


def _goes_on(excerpt: Excerpt, place: int) -> bool:
    """Tell whether a column's stage began before it."""
    return place > 0 and excerpt.columns[place - 1].stage_id == excerpt.columns[place].stage_id


def tab_separated(rows: list[list[str]]) -> str:
    """Return rows as spreadsheets put them on the clipboard: tabs between cells, quotes where needed."""
    return _separated(rows, "\t", "\n")


def comma_separated(rows: list[list[str]]) -> str:
    """Return rows as CSV (RFC 4180)."""
    return _separated(rows, ",", "\r\n")


def _separated(rows: list[list[str]], between: str, end: str) -> str:
    stream = StringIO()
    csv.writer(stream, delimiter=between, lineterminator=end).writerows(rows)
    return stream.getvalue()


def html_table(excerpt: Excerpt) -> str:
    """Return the table as HTML, a card a paragraph, whatever is in the texts."""
    head = _head(excerpt.columns) if excerpt.is_whole else ""
    body = "".join(
        "<tr>"
        + (f"<th>{escape(row.lane)}</th>" if excerpt.is_whole else "")
        + "".join(f"<td>{_paragraphs(cell)}</td>" for cell in row.cells)
        + "</tr>\n"
        for row in excerpt.rows
    )
    return f'<meta charset="utf-8">\n<table>\n{head}<tbody>\n{body}</tbody>\n</table>\n'


def html_paragraphs(excerpt: Excerpt) -> str:
    """Return the texts as HTML without a table, a card a paragraph."""
    return f'<meta charset="utf-8">\n{_paragraphs(excerpt.texts())}\n'


def _head(columns: tuple[Column, ...]) -> str:
    groups = [list(group) for _stage, group in groupby(columns, key=lambda column: column.stage_id)]
    stages = "".join(f'<th colspan="{len(group)}">{escape(group[0].stage)}</th>' for group in groups)
    steps = "".join(f"<th>{escape(column.step)}</th>" for column in columns)
    return f"<thead>\n<tr><th></th>{stages}</tr>\n<tr><th></th>{steps}</tr>\n</thead>\n"


def _paragraphs(texts: Iterable[str]) -> str:
    return "".join(f"<p>{escape(text).replace(chr(10), '<br>')}</p>" for text in texts)
