"""Putting a table from another program into a map: its columns into steps, its rows into lanes of cards."""

from collections.abc import Iterable
from dataclasses import dataclass

from journeymapper.document.document import Document, Transaction
from journeymapper.document.fragment import open_card_lanes
from journeymapper.document.roles import role_of
from journeymapper.document.texts import cleaned
from journeymapper.editing import figures, lanes, stages

#: The texts of a table by row and column; all rows are equally long.
Block = tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Lacking:
    """How many steps and lanes a map has too few for a table."""

    steps: int
    lanes: int

    def __bool__(self) -> bool:
        return bool(self.steps or self.lanes)


@dataclass(frozen=True, slots=True)
class PastedBlock:
    """The new cards' ids, and how many cells had no place."""

    ids: list[str]
    left_out: int


def lanes_from(document: Document, lane: str) -> list[str]:
    """Return the lanes that a table fills from a lane on, in order: those in which cards can be seen.

    The lane itself counts even when it is collapsed or hidden: somebody chose it.
    """
    order = [id_ for _order, id_ in document.indexes.lanes]
    below = frozenset(order[order.index(lane) :] if lane else order)
    return [id_ for id_ in open_card_lanes(document, {lane}) if id_ in below]


def steps_from(document: Document, step: str) -> list[str]:
    """Return the steps from one on, or all."""
    columns = document.indexes.columns()
    return columns[columns.index(step) if step else 0 :]


def lacking(document: Document, block: Block, lane: str, step: str) -> Lacking:
    """Return what a map lacks for a table that is pasted from a cell on."""
    rows, columns = len(lanes_from(document, lane)), len(steps_from(document, step))
    width = len(block[0]) if block else 0
    return Lacking(max(0, width - columns), max(0, len(block) - rows))


def paste_block(edit: Transaction, block: Block, lane: str, step: str, grows: bool) -> PastedBlock:
    """Make a card of each cell of a table that is not blank, at the ends of the map's cells.

    The first one goes into the first lane of cards from ``lane`` on and into ``step``. Where the map ends
    before the table, it ``grows`` by steps of the last stage and lanes of free text, or cells are left out.
    """
    rows, columns = lanes_from(edit.document, lane), steps_from(edit.document, step)
    if grows:
        missing = lacking(edit.document, block, lane, step)
        rows = [*rows, *(_add_lane(edit) for _number in range(missing.lanes))]
        columns = [*columns, *stages.add_steps_at_end(edit, missing.steps)]
    ids: list[str] = []
    left_out = 0
    for row, texts in enumerate(block):
        for column, text in enumerate(texts):
            words = fit(text)
            if words and row < len(rows) and column < len(columns):
                ids.append(figures.add(edit, rows[row], columns[column], words))
            else:
                left_out += bool(words)
    return PastedBlock(ids, left_out)


def paste_texts(edit: Transaction, texts: Iterable[str], lane: str, step: str) -> list[str]:
    """Make a card of each text that is not blank, at the end of a cell, and return their ids."""
    return [figures.add(edit, lane, step, words) for text in texts if (words := fit(text))]


def fit(text: str) -> str:
    """Return a text as a card takes it: cleaned, without blanks round it and round its lines."""
    return "\n".join(line.strip() for line in cleaned(text).split("\n")).strip()


def _add_lane(edit: Transaction) -> str:
    role = role_of("")
    return lanes.add(edit, role.shown_name(), role=role.key, hint=role.shown_hint()).id
