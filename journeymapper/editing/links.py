"""Edits of links: where the journey goes on, goes back, or leaves.

A link goes by itself when a card or step at its ends is removed (see ``Transaction.remove``).
"""

from collections.abc import Iterable

from journeymapper.document.document import Transaction
from journeymapper.document.links import BACK, LEAVES, NEXT, column_of
from journeymapper.document.records import OUTSIDE, Link
from journeymapper.document.texts import on_one_line


def add(edit: Transaction, source: str, target: str = OUTSIDE, kind: str = "", text: str = "") -> str:
    """Link a card or step to another, or to the outside; return the link's id.

    Without a kind it is the likeliest: back to an earlier column, else next. Where there is such a link
    already, that one takes the kind and the text, where they are given.
    """
    if (standing := between(edit, source, target)) is not None:
        if kind:
            set_kind(edit, (standing,), kind)
        if text:
            set_text(edit, standing, text)
        return standing
    kind = LEAVES if target == OUTSIDE else kind or likely_kind(edit, source, target)
    link = Link(
        id=edit.new_id(Link.kind), source=source, target=target, link_kind=kind, text=on_one_line(text)
    )
    edit.put(link)
    return link.id


def likely_kind(edit: Transaction, source: str, target: str) -> str:
    """Return "back" where the target stands in an earlier column than the source, else "next"."""
    goes_back = column_of(edit.document, target) < column_of(edit.document, source)
    return BACK if goes_back else NEXT


def between(edit: Transaction, source: str, target: str) -> str | None:
    """Return the link that leads from one to the other, or None."""
    ids = sorted(edit.indexes.links_of.get(source, ()))
    links = (edit.get(id_, Link) for id_ in ids)
    return next((link.id for link in links if (link.source, link.target) == (source, target)), None)


def set_kind(edit: Transaction, links: Iterable[str], kind: str) -> None:
    """Give links another kind; one that is to leave loses its target, one that leaves stays what it is."""
    for link in links:
        if kind == LEAVES:
            edit.update(link, Link, link_kind=kind, target=OUTSIDE)
        elif edit.get(link, Link).target != OUTSIDE:
            edit.update(link, Link, link_kind=kind)


def set_text(edit: Transaction, link: str, text: str) -> None:
    """Give a link another label."""
    edit.update(link, Link, text=on_one_line(text))


def lead_to(edit: Transaction, link: str, target: str) -> None:
    """Let a link end elsewhere; one that left the map goes on, or back, from now on."""
    record = edit.get(link, Link)
    kind = likely_kind(edit, record.source, target) if record.target == OUTSIDE else record.link_kind
    edit.update(link, Link, target=target, link_kind=kind)
