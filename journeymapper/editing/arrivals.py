"""What comes along with a fragment: the people its cards belong to, its pictures, and its links."""

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from journeymapper.document.document import Transaction
from journeymapper.document.fragment import Fragment
from journeymapper.document.links import LEAVES
from journeymapper.document.records import NO_PICTURE, NOBODY, OUTSIDE, Card, Link, Ordered, Persona
from journeymapper.document.texts import on_one_line
from journeymapper.editing.placing import keys_at

Sibling = TypeVar("Sibling", bound=Ordered)


class Arrivals:
    """What of a fragment has come into a map, under which id; people and pictures come when they are needed.

    ``came`` holds the ids in the map by those in the fragment, of cards and steps.
    """

    def __init__(self, edit: Transaction, fragment: Fragment) -> None:
        """Look for the fragment's people in the map."""
        self.came: dict[str, str] = {}
        self._edit = edit
        self._links = fragment.links
        self._pictures = {picture.id: picture for picture in fragment.pictures}
        self._people = _People(edit, fragment.personas, self.picture)

    def persona(self, persona: str) -> str:
        """Return a persona's id in this map, where it is added if need be; one not carried is nobody."""
        return self._people.of(persona)

    def picture(self, picture: str) -> str:
        """Return a picture's id, which is the same in every map, and bring it along if need be."""
        if picture in self._edit.indexes.pictures:
            return picture
        if picture not in self._pictures or picture in self._edit.document:
            return NO_PICTURE
        self._edit.put(self._pictures[picture])
        return picture

    def put_card(self, card: Card, **values: object) -> str:
        """Write a copy of a card with some of its fields changed, and return its id."""
        persona, picture = self.persona(card.persona), self.picture(card.picture)
        copy = self._edit.put_copy(card, persona=persona, picture=picture, **values)
        self.came[card.id] = copy.id
        return copy.id

    def put_links(self) -> None:
        """Write copies of the links whose ends have come."""
        copy_links(self._edit, self._links, self.came)


def copy_links(edit: Transaction, links: Iterable[Link], came: dict[str, str]) -> None:
    """Write copies of links between the copies of their ends; ``came`` has these by the originals' ids."""
    for link in links:
        source = came.get(link.source)
        target = came.get(link.target) if link.target != OUTSIDE else OUTSIDE
        leads_on = target not in {None, source} and (target == OUTSIDE) == (link.link_kind == LEAVES)
        if source is not None and leads_on:
            edit.put_copy(link, source=source, target=target)


class _People:
    """The personas of a fragment in the map: those that it has, and those added when they are needed."""

    def __init__(
        self, edit: Transaction, personas: tuple[Persona, ...], picture: Callable[[str], str]
    ) -> None:
        self._edit = edit
        self._picture = picture
        self._carried = {persona.id: persona for persona in personas}
        self._found = self._match() if personas else {}

    def _match(self) -> dict[str, str]:
        """Find personas by id, then by name; none stands for two.

        An id counts for less than a name where another persona has just that name: files made by hand may
        have one id for two people.
        """
        document = self._edit.document
        standing = [document.get(id_, Persona) for _order, id_ in document.indexes.personas]
        names = {on_one_line(persona.name) for persona in standing}

        def is_renamed(one: Persona, other: Persona) -> bool:
            return one.id == other.id and on_one_line(one.name) not in names

        likenesses = (_is_the_same, is_renamed, _is_called_the_same, _has_the_same_id)
        pairs = paired(list(self._carried.values()), standing, likenesses)
        found = zip(self._carried, pairs, strict=True)
        return {id_: standing[place].id for id_, place in found if place is not None}

    def of(self, persona: str) -> str:
        """Return a persona's id in this map (see ``Arrivals.persona``)."""
        if persona not in self._found:
            if persona not in self._carried:
                return NOBODY
            siblings = self._edit.indexes.personas
            [order] = keys_at(self._edit, siblings, len(siblings))
            carried = self._carried[persona]
            added = self._edit.put_copy(carried, order=order, picture=self._picture(carried.picture))
            self._found[persona] = added.id
        return self._found[persona]


def paired(
    carried: Sequence[Sibling],
    standing: Sequence[Sibling],
    likenesses: Iterable[Callable[[Sibling, Sibling], bool]],
) -> list[int | None]:
    """Return for each carried record the place of the standing one it is most like; none stands for two."""
    pairs: list[int | None] = [None] * len(carried)
    free = dict.fromkeys(range(len(standing)))
    for is_alike in likenesses:
        for number, one in enumerate(carried):
            if pairs[number] is not None:
                continue
            match = next((place for place in free if is_alike(one, standing[place])), None)
            if match is not None:
                pairs[number] = match
                del free[match]
    return pairs


def _has_the_same_id(one: Persona, other: Persona) -> bool:
    return one.id == other.id


def _is_the_same(one: Persona, other: Persona) -> bool:
    return one.id == other.id and on_one_line(one.name) == on_one_line(other.name)


def _is_called_the_same(one: Persona, other: Persona) -> bool:
    return on_one_line(one.name) == on_one_line(other.name) != ""
