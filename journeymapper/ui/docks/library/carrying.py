"""Blocks and personas as they are dragged from the library."""

import json
from pathlib import Path

from pydantic import ValidationError
from PySide6.QtCore import QMimeData

from journeymapper.guide.library.block import Block
from journeymapper.guide.library.people import KeptPersona

#: Under these types a block is carried, whole, and a persona: the path of its file.
BLOCK_TYPE = "application/x-journeymapper-block+json"
PERSONA_TYPE = "application/x-journeymapper-persona"


def carried(thing: Block | KeptPersona) -> QMimeData:
    """Return a block or persona as it is dragged, with its words for other programs."""
    data = QMimeData()
    if isinstance(thing, Block):
        data.setData(BLOCK_TYPE, thing.model_dump_json(exclude_defaults=True).encode())
        data.setText(thing.text)
    else:
        data.setData(PERSONA_TYPE, json.dumps(str(thing.path)).encode())
        data.setText(thing.name)
    return data


def carried_block(data: QMimeData) -> Block | None:
    """Return the block that is dragged, or None."""
    if not data.hasFormat(BLOCK_TYPE):
        return None
    try:
        return Block.model_validate_json(bytes(data.data(BLOCK_TYPE).data()))
    except ValidationError:
        return None


def carried_persona(data: QMimeData) -> Path | None:
    """Return the file of the persona that is dragged, or None."""
    if not data.hasFormat(PERSONA_TYPE):
        return None
    try:
        path = json.loads(bytes(data.data(PERSONA_TYPE).data()))
    except ValueError:
        return None
    return Path(path) if isinstance(path, str) else None
