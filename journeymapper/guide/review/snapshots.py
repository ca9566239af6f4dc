"""Snapshots: the map as it once was, kept in the map itself.

A snapshot holds the native file without other snapshots and without the bytes of pictures: those are looked
for among the pictures that the map has when the snapshot is opened.
"""

import base64
import binascii
import json
import zlib
from datetime import date
from typing import Any, Final

from journeymapper.document.document import Document, Transaction
from journeymapper.document.records import Picture, Snapshot
from journeymapper.document.texts import on_one_line
from journeymapper.editing.placing import keys_at
from journeymapper.files import native
from journeymapper.files.problems import BadFileError
from journeymapper.i18n import _

#: More bytes than this are no map, whatever a damaged snapshot says.
_LARGEST: Final = 64_000_000


def take(edit: Transaction, name: str, day: date | None = None, author: str = "") -> Snapshot:
    """Keep the map as it is now under a name, after the snapshots that there are."""
    data = base64.b64encode(zlib.compress(native.written(_without_bytes(edit.document)), 9)).decode("ascii")
    siblings = edit.indexes.snapshots
    [order] = keys_at(edit, siblings, len(siblings))
    snapshot = Snapshot(
        id=edit.new_id(Snapshot.kind),
        order=order,
        name=on_one_line(name),
        day=day,
        author=on_one_line(author),
        data=data,
    )
    edit.put(snapshot)
    return snapshot


def rename(edit: Transaction, snapshot: str, name: str) -> None:
    """Give a snapshot another name."""
    edit.update(snapshot, Snapshot, name=on_one_line(name))


def delete(edit: Transaction, snapshot: str) -> None:
    """Let a snapshot go."""
    edit.remove(snapshot)


def last(document: Document) -> Snapshot | None:
    """Return the latest snapshot, or None."""
    snapshots = document.indexes.snapshots
    return document.get(snapshots[-1][1], Snapshot) if snapshots else None


def of_last_review(document: Document) -> Snapshot | None:
    """Return the snapshot of the last review: the latest of its day, or the latest of all without one."""
    found, reviewed = newest_first(document), document.map.reviewed
    of_that_day = (one for one in found if reviewed is not None and one.day == reviewed)
    return next(of_that_day, found[0] if found else None)


def newest_first(document: Document) -> list[Snapshot]:
    """Return all snapshots, the last one first."""
    return [document.get(id_, Snapshot) for _order, id_ in reversed(document.indexes.snapshots)]


def opened(document: Document, snapshot: Snapshot) -> Document:
    """Return the map as a snapshot of ``document`` holds it; pictures that are gone are left out.

    Raises:
        BadFileError: the snapshot is damaged.
    """
    whole = _parsed(_unpacked(snapshot), snapshot)
    if isinstance(whole, dict) and isinstance(whole.get("pictures"), list):
        whole["pictures"] = [_with_bytes(row, document) for row in whole["pictures"]]
    return native.read_mended(json.dumps(whole).encode(), _called(snapshot))[0]


def bare(snapshot: Snapshot) -> Document:
    """Return the map as a snapshot holds it, all its pictures without their bytes: to be compared with.

    Raises:
        BadFileError: the snapshot is damaged.
    """
    return native.read_mended(_unpacked(snapshot), _called(snapshot))[0]


def _called(snapshot: Snapshot) -> str:
    return snapshot.name or _("snapshot")


def _unpacked(snapshot: Snapshot) -> bytes:
    unpacking = zlib.decompressobj()
    try:
        data = unpacking.decompress(base64.b64decode(snapshot.data, validate=True), _LARGEST)
    except (binascii.Error, zlib.error, ValueError) as error:
        raise _damaged(snapshot) from error
    if not unpacking.eof:
        raise _damaged(snapshot)
    return data


def _parsed(data: bytes, snapshot: Snapshot) -> Any:
    try:
        return json.loads(data)
    except (ValueError, RecursionError) as error:
        raise _damaged(snapshot) from error


def _damaged(snapshot: Snapshot) -> BadFileError:
    return BadFileError(_called(snapshot), _("the snapshot is damaged"))


def _without_bytes(document: Document) -> Document:
    """Return a copy of the map without snapshots, its pictures without their bytes."""
    records = (
        record.model_copy(update={"data": ""}) if isinstance(record, Picture) else record
        for record in document
        if not isinstance(record, Snapshot)
    )
    return Document(records, document.foreign)


def _with_bytes(row: Any, document: Document) -> Any:
    """Return a picture's row with the bytes that the map has of it; one without bytes is left out later."""
    known = document.find(str(row.get("id"))) if isinstance(row, dict) else None
    if not isinstance(known, Picture):
        return {} if isinstance(row, dict) else row
    return {**row, "data": known.data}
