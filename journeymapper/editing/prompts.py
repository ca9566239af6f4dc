"""Edits of the hints in empty cells."""

from journeymapper.document.document import Transaction
from journeymapper.document.records import Prompt
from journeymapper.document.texts import on_one_line


def put(edit: Transaction, lane: str, step: str, text: str) -> None:
    """Give a cell a hint in place of the one it has; without words it has none."""
    old, words = edit.indexes.prompt(lane, step), on_one_line(text)
    if words:
        edit.put(Prompt(id=old or edit.new_id(Prompt.kind), lane=lane, step=step, text=words))
    elif old is not None:
        edit.remove(old)
