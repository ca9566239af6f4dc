"""Edits of the pictures that cards and personas show."""

from collections.abc import Iterable

from journeymapper.document.document import Transaction
from journeymapper.document.records import NO_PICTURE, Card, Persona, Picture


def show(edit: Transaction, ids: Iterable[str], picture: Picture) -> None:
    """Let cards and personas show a picture, which is kept once however many show it."""
    if picture.id not in edit.indexes.pictures:
        if picture.id in edit.document:  # as the id of something else, which no program of ours gives it
            picture = picture.model_copy(update={"id": edit.new_id(Picture.kind)})
        edit.put(picture)
    _show(edit, ids, picture.id)


def take_away(edit: Transaction, ids: Iterable[str]) -> None:
    """Take the pictures away from cards and personas; those that nothing shows any more go."""
    _show(edit, ids, NO_PICTURE)


def _show(edit: Transaction, ids: Iterable[str], picture: str) -> None:
    for id_ in ids:
        kind = Persona if isinstance(edit.document.find(id_), Persona) else Card
        edit.update(id_, kind, picture=picture)
