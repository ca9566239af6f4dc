"""The native document, NAME.journey.

JSON in UTF-8: a header, the map record, then one array a kind of record, one record a line, in the order in
which they stand on the map. Fields that hold their default are left out. ``order`` is a fractional order key
(see ``document.order_keys``); a file written by hand may leave it out, and the order of its rows counts.

History of the format:

* 1: the first. ``map``, ``personas``, ``stages``, ``steps``, ``lanes``, ``cards``, ``points``, ``links``,
  ``parking_lot``, ``prompts``, ``dismissals``, ``pictures``, ``snapshots``. Evidence that is written with
  ``source``, ``count`` and ``quote`` of its own, not with ``sources``, is read as one source.
"""

import json
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from journeymapper.document.document import Document
from journeymapper.document.invariants import InvariantError
from journeymapper.document.order_keys import is_key, sequence
from journeymapper.document.raw import has_unknown, raw_of, sifted
from journeymapper.document.records import KINDS, MAP_ID, Ordered, Record
from journeymapper.files import strict_json
from journeymapper.files.mending import mended
from journeymapper.files.problems import BadFileError, NewerFileError
from journeymapper.files.reasons import reason
from journeymapper.files.whole import write_whole
from journeymapper.i18n import _

FORMAT = "journeymapper"
VERSION = 1
SUFFIX = ".journey"

_HALF_CHARACTER = re.compile("[\ud800-\udfff]")
_HEADER = ("format", "version")


def save(document: Document, path: Path) -> None:
    """Write the document to ``path``; the old file stays whole whatever happens.

    Raises:
        OSError: the file cannot be written.
    """
    write_whole(path, written(document))


def load(path: Path) -> Document:
    """Return the document in a file.

    Raises:
        OSError: the file cannot be read.
        BadFileError: it holds no map, or a damaged one.
        NewerFileError: it needs a later version of the program.
    """
    return read(path.read_bytes(), path)


def written(document: Document) -> bytes:
    """Return the file of a document. Equal documents give equal bytes."""
    header = f'"format": "{FORMAT}",\n"version": {VERSION},\n"map": {_line(document.map)}'
    parts = [header.encode()]
    for kind in KINDS[1:]:
        # Line by line, because one text of all would take four bytes for each letter of every picture.
        lines = b",\n".join(_line(record).encode() for record in _in_order(document, kind))
        parts.append(b'"%s": [%s]' % (kind.collection.encode(), b"\n%s\n" % lines if lines else b""))
    for key, value in document.foreign.items():
        parts.append(f"{_json(key)}: {_json(value)}".encode())
    return b"{\n" + b",\n".join(parts) + b"\n}\n"


def _in_order(document: Document, kind: type[Record]) -> Iterable[Record]:
    indexes = document.indexes
    lanes = [id_ for _order, id_ in indexes.lanes]
    match kind.collection:
        case "steps":
            ids = [id_ for _order, stage in indexes.stages for id_ in indexes.steps(stage)]
        case "cards":
            ids = [id_ for lane in lanes for step in indexes.columns() for id_ in indexes.cards(lane, step)]
        case "points":
            cells = (indexes.points_at.get((lane, step), ()) for lane in lanes for step in indexes.columns())
            ids = [id_ for cell in cells for _curve, id_ in cell]
        case "links":
            ids = sorted(indexes.links)
        case "pictures":
            ids = sorted(indexes.pictures)
        case "prompts":
            found = (indexes.prompt(lane, step) for lane in lanes for step in indexes.columns())
            ids = [id_ for id_ in found if id_ is not None]
        case "dismissals":
            ids = [id_ for _key, same in sorted(indexes.dismissals.items()) for id_ in sorted(same)]
        case "parking_lot":
            ids = [id_ for _order, id_ in indexes.parked]
        case collection:
            ids = [id_ for _order, id_ in getattr(indexes, collection)]
    return (document.get(id_, kind) for id_ in ids)


def _line(record: Record) -> str:
    return _json(raw_of(record)) if has_unknown(record) else record.model_dump_json(exclude_defaults=True)


def _json(value: object) -> str:
    """Return a value as JSON; only text that is no Unicode (from another program) is escaped."""
    text = json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    return json.dumps(value, separators=(",", ":")) if _HALF_CHARACTER.search(text) else text


def read(data: bytes, path: Path | str) -> Document:
    """Return the document in a file's bytes; ``path`` only serves error messages.

    Raises:
        BadFileError: see ``load``.
    """
    return read_mended(data, path)[0]


def read_mended(data: bytes, path: Path | str) -> tuple[Document, tuple[str, ...]]:
    """Return the document in a file's bytes, and a line for each thing that had to be put right for it.

    Raises:
        BadFileError: see ``load``.
    """
    whole = _parsed(data, path)
    _check_header(whole, path)
    whole, notes = mended(whole)
    places: dict[str, str] = {}
    records: list[Record] = []
    for kind in KINDS:
        for place, raw in _rows(whole, kind, path):
            record = _record(kind, raw, place, path)
            if record.id in places:
                words = _("the id “{id}” is used twice").format(id=record.id)
                raise BadFileError(path, words, place)
            places[record.id] = place
            records.append(record)
    known = {*_HEADER, *(kind.collection for kind in KINDS)}
    try:
        document = Document(records, {key: value for key, value in whole.items() if key not in known})
    except InvariantError as error:
        raise BadFileError(path, str(error), places[error.record]) from error
    return document, notes


def _parsed(data: bytes, path: Path | str) -> dict[str, Any]:
    whole = strict_json.parsed(data, path)
    if not isinstance(whole, dict) or whole.get("format") != FORMAT:
        raise BadFileError(path, _("this is not a journeymapper file"))
    return whole


def _check_header(whole: Mapping[str, Any], path: Path | str) -> None:
    version = whole.get("version")
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        raise BadFileError(path, _("the version of the file format is missing or no number"), "version")
    if version > VERSION:
        raise NewerFileError(path, version, VERSION)


def _rows(whole: Mapping[str, Any], kind: type[Record], path: Path | str) -> list[tuple[str, Any]]:
    value = whole.get(kind.collection)
    if kind.collection == MAP_ID:
        return [(MAP_ID, {} if value is None else value)]
    if value is None:
        return []
    if not isinstance(value, list):
        raise BadFileError(path, _("a list is expected here"), kind.collection)
    return [(f"{kind.collection}[{number}]", row) for number, row in enumerate(_ordered(kind, value))]


def _ordered(kind: type[Record], rows: list[Any]) -> list[Any]:
    """Return the rows with order keys that leave room between any two siblings.

    Where a key is missing or foreign, the order of the rows counts; where siblings share one (two files
    merged), they stay in their order and get keys of their own.
    """
    records = [row for row in rows if isinstance(row, dict)]
    if not issubclass(kind, Ordered) or len(records) < len(rows):
        return rows
    if all(is_key(row.get("order")) for row in records):
        if len({_standing(row) for row in records}) == len(records):
            return rows
        places = sorted(range(len(records)), key=lambda place: records[place]["order"])
    else:
        places = list(range(len(records)))
    keys = dict(zip(places, sequence(len(records)), strict=True))
    return [{**row, "order": keys[place]} for place, row in enumerate(records)]


def _standing(row: dict[str, Any]) -> str:
    """Return a row's owners and order key: no two rows of a kind have the same."""
    return "|".join(str(row.get(name)) for name in ("stage", "lane", "step", "order"))


def _record(kind: type[Record], raw: Any, place: str, path: Path | str) -> Record:
    if not isinstance(raw, dict):
        raise BadFileError(path, _("a record is expected here"), place)
    try:
        return kind.model_validate(sifted(kind, raw))
    except ValidationError as error:
        where, words = reason(error)
        raise BadFileError(path, words, f"{place}.{where}" if where else place) from error
