"""The personas of a map as its layout knows them: their looks, and the header in which they stand."""

from journeymapper.document.indexes import Indexes
from journeymapper.document.records import JourneyMap, Persona
from journeymapper.layout.changes import Pairs
from journeymapper.layout.header import lay_out_header
from journeymapper.layout.persona_cards import Gallery, PictureOf
from journeymapper.layout.personas import PersonaLooks
from journeymapper.text.shaped import Shaper


class People:
    """The personas in order, how each looks, and the header."""

    def __init__(self, shaper: Shaper, picture_of: PictureOf) -> None:
        """Begin without personas, and with an empty header; ``picture_of`` finds what they show."""
        self._shaper, self._picture_of = shaper, picture_of
        self._personas: dict[str, Persona] = {}
        self.looks = PersonaLooks([])
        self.lay_out(JourneyMap(), 0, False)

    def follow(self, pairs: Pairs, indexes: Indexes) -> bool:
        """Take personas in; tell whether those that stay are in another order now, as are their faces."""
        before = dict(self._personas)
        for id_, (old, new) in pairs.items():
            if isinstance(new, Persona):
                self._personas[id_] = new
            elif isinstance(old, Persona):
                del self._personas[id_]
        self._personas = {id_: self._personas[id_] for _order, id_ in indexes.personas}
        self.looks = PersonaLooks(list(self._personas.values()))
        stayed = [id_ for id_ in before if id_ in self._personas]
        return stayed != [id_ for id_ in self._personas if id_ in before]

    def lay_out(self, record: JourneyMap, width: float, dashed: bool) -> None:
        """Lay the header out for a map ``width`` points wide; ``dashed`` shows the dashes of curves."""
        personas = list(self._personas.values())
        self.header = lay_out_header(record, personas, self.gallery, width, dashed)

    @property
    def gallery(self) -> Gallery:
        """What is needed to draw the personas anywhere."""
        return Gallery(self.looks, self._shaper, self._picture_of)
