"""The inspector of cards: which fields count depends on the roles of their lanes."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from journeymapper.document.document import Transaction
from journeymapper.document.records import NOBODY, Card, Lane, Persona
from journeymapper.document.roles import EVIDENCE_LEVELS, role_of
from journeymapper.editing import cards, evidence
from journeymapper.i18n import _, mark, ngettext
from journeymapper.ui.docks.completed_fields import CompletedField, TagsField
from journeymapper.ui.docks.completing import tags_in_use, values_in_use
from journeymapper.ui.docks.dots_field import DotsField
from journeymapper.ui.docks.fields import (
    ChoiceField,
    DateField,
    LineField,
    NumberField,
    SuggestionField,
    TextField,
)
from journeymapper.ui.docks.panel import Panel
from journeymapper.ui.open_map import OpenMap

#: The channels that customers and businesses meet through.
CHANNELS: tuple[str, ...] = (
    mark("Search"),
    mark("Web site"),
    mark("Blog"),
    mark("Social media"),
    mark("Marketplace"),
    mark("Ad"),
    mark("E-mail"),
    mark("SMS"),
    mark("Push"),
    mark("Chat"),
    mark("Chatbot"),
    mark("Phone"),
    mark("Video"),
    mark("Review site"),
    mark("App"),
    mark("Store"),
    mark("Stand or fair"),
    mark("Courier"),
    mark("Letter"),
    mark("Word of mouth"),
    mark("Packaging"),
)

_ON_OR_OFF: dict[bool | None, str] = {None: mark("Not known"), True: mark("Online"), False: mark("Offline")}

#: Fields that only cards of some roles have.
_BY_ROLE = ("channel", "online", "importance", "impact", "severity", "owner", "due")

_EVIDENCE = "evidence."

#: So many channels or owners are suggested, besides the channels that everybody has.
_MOST_SUGGESTED = 50


class CardPanel(Panel):
    """Text, note, persona, the fields of the role, tags and evidence."""

    label = mark("Edit card")
    speaks_of = (Lane, Persona)

    def __init__(self, open_map: OpenMap, parent: QWidget | None = None) -> None:
        """Make the fields."""
        super().__init__(open_map, parent)
        self.add_row("text", _("Text"), TextField(self), above=True)
        self.add_row("note", _("Note"), TextField(self), above=True)
        self.add_row("persona", _("Persona"), ChoiceField({}, self))
        self._personas: dict[str, str] = {}
        channels = [_(name) for name in CHANNELS]
        self.add_row("channel", _("Channel"), SuggestionField(channels, self, partial(self._used, "channel")))
        on_or_off = {value: _(words) for value, words in _ON_OR_OFF.items()}
        self.add_row("online", _("Online or offline"), ChoiceField(on_or_off, self))
        self.add_row("importance", _("Importance"), DotsField(self))
        self.add_row("impact", _("Impact"), DotsField(self))
        self.add_row("severity", _("Severity"), DotsField(self))
        self.add_row("owner", _("Owner"), CompletedField(partial(self._used, "owner"), self))
        self.add_row("due", _("Due"), DateField(self))
        tags = TagsField(lambda: tags_in_use(open_map.session.document), self)
        tags.hint(_("separated by commas"))
        self.add_row("tags", _("Tags"), tags)
        levels = {level: _(words) for level, words in EVIDENCE_LEVELS.items()}
        self.add_row(_EVIDENCE + "level", _("Evidence"), ChoiceField(levels, self))
        self.add_row(_EVIDENCE + "count", _("How many"), NumberField(self))
        source = LineField(self)
        source.hint(_("interview, survey, visit …"))
        self.add_row(_EVIDENCE + "source", _("Source"), source)
        self.add_row(_EVIDENCE + "quote", _("In their words"), TextField(self), above=True)
        self.column.addStretch(1)

    def heading_words(self, records: Sequence[Any]) -> str:
        """Return how many cards there are, and for one the name of its lane."""
        if len(records) == 1:
            lane = self.open_map.session.document.get(records[0].lane, Lane)
            return _("Card · {lane}").format(lane=lane.name or role_of(lane.role).shown_name())
        return ngettext("{count} card", "{count} cards", len(records)).format(count=len(records))

    def arrange(self, records: Sequence[Any]) -> None:
        """Show the fields that all the cards' roles have."""
        document = self.open_map.session.document
        lanes = {record.lane for record in records}
        used = [role_of(document.get(lane, Lane).role).fields for lane in lanes]
        shared = frozenset.intersection(*used) if used else frozenset()
        self._offer_personas()
        for name in _BY_ROLE:
            self.set_shown(name, name in shared)
        levels = {record.evidence.level for record in records}
        counts = {record.evidence.count for record in records}
        told = levels != {""} or counts != {0}
        for name in ("count", "source", "quote"):
            self.set_shown(_EVIDENCE + name, told and levels != {"assumption"})

    def _offer_personas(self) -> None:
        """Offer the map's personas by their names as they are now; without any there is nothing to choose."""
        document = self.open_map.session.document
        offered = {NOBODY: _("Nobody in particular")}
        for number, (_order, id_) in enumerate(document.indexes.personas, 1):
            name = document.get(id_, Persona).name
            offered[id_] = name or _("Persona {number}").format(number=number)
        if list(offered.items()) != list(self._personas.items()):
            self._personas = offered
            self.fields["persona"].offer(offered)
        self.set_shown("persona", len(offered) > 1)

    def _used(self, field: str) -> list[str]:
        """Return what the map's cards have in a field."""
        return values_in_use(self.open_map.session.document, field)[:_MOST_SUGGESTED]

    def read(self, record: Card, name: str) -> object:
        """Return a card's value; those of its evidence are named with a dot."""
        if name.startswith(_EVIDENCE):
            return getattr(record.evidence, name.removeprefix(_EVIDENCE))
        return getattr(record, name)

    def write(self, edit: Transaction, name: str, value: Any) -> None:
        """Give all cards a value."""
        if name.startswith(_EVIDENCE):
            evidence.set_fields(edit, self.ids, **{name.removeprefix(_EVIDENCE): value})
        else:
            cards.set_fields(edit, self.ids, **{name: value})
