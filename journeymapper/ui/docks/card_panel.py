"""The inspector of cards: which fields count depends on the roles of their lanes."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from journeymapper.document.document import Transaction
from journeymapper.document.figures import trend_words
from journeymapper.document.records import (
    NO_PICTURE,
    NOBODY,
    Card,
    Lane,
    Persona,
    Picture,
    Stage,
    Step,
)
from journeymapper.document.roles import EVIDENCE_LEVELS, PICTURES, role_of
from journeymapper.editing import cards, evidence, figures, pictures, spans
from journeymapper.i18n import _, mark, ngettext
from journeymapper.ui.docks.completed_fields import CompletedField, TagsField
from journeymapper.ui.docks.completing import tags_in_use, values_in_use
from journeymapper.ui.docks.dots_field import DotsField
from journeymapper.ui.docks.fields import (
    ChoiceField,
    DateField,
    SuggestionField,
    TextField,
)
from journeymapper.ui.docks.figure_fields import FigureField, NextFigureField, TrendField
from journeymapper.ui.docks.panel import Panel
from journeymapper.ui.docks.picture_field import PictureField
from journeymapper.ui.docks.recent_sources import RecentSources
from journeymapper.ui.docks.sources_field import SourcesField, shared_sources
from journeymapper.ui.docks.span_field import SpanField
from journeymapper.ui.docks.tick_field import TickField
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
_BY_ROLE = (
    *("value", "unit", "target", "trend", "channel", "online", "importance", "impact", "effort", "severity"),
    *("owner", "due", "done"),
)

#: The row of a number that is noted: the one before becomes an earlier value.
NOTED = "noted"

#: The rows of what cards rest on.
LEVEL, SOURCES = "evidence.level", "evidence.sources"
_SPAN = "span"

#: So many channels or owners are suggested, besides the channels that everybody has.
_MOST_SUGGESTED = 50


class CardPanel(Panel):
    """Picture, text, note, persona, the fields of the role, tags and evidence."""

    #: One line for the user: what was written in a field and does not stay.
    said = Signal(str)

    label = mark("Edit card")
    speaks_of = (Lane, Persona, Stage, Step)

    def __init__(self, open_map: OpenMap, parent: QWidget | None = None) -> None:
        """Make the fields."""
        super().__init__(open_map, parent)
        self.add_row("picture", _("Picture"), PictureField(self), above=True)
        self.add_row("text", _("Text"), TextField(self), above=True)
        self.add_row("note", _("Note"), TextField(self), above=True)
        self.add_row("persona", _("Persona"), ChoiceField({}, self))
        self._personas: dict[str, str] = {}
        self._add_figures()
        channels = [_(name) for name in CHANNELS]
        self.add_row("channel", _("Channel"), SuggestionField(channels, self, partial(self._used, "channel")))
        on_or_off = {value: _(words) for value, words in _ON_OR_OFF.items()}
        self.add_row("online", _("Online or offline"), ChoiceField(on_or_off, self))
        self.add_row("importance", _("Importance"), DotsField(self))
        self.add_row("impact", _("Impact"), DotsField(self))
        self.add_row("effort", _("Effort"), DotsField(self))
        self.add_row("severity", _("Severity"), DotsField(self))
        self.add_row("owner", _("Owner"), CompletedField(partial(self._used, "owner"), self))
        self.add_row("due", _("Due"), DateField(self))
        self.add_row("done", _("Done"), TickField(self))
        self._add_span()
        tags = TagsField(lambda: tags_in_use(open_map.session.document), self)
        tags.hint(_("separated by commas"))
        self.add_row("tags", _("Tags"), tags)
        levels = {level: _(words) for level, words in EVIDENCE_LEVELS.items()}
        self.add_row(LEVEL, _("Evidence"), ChoiceField(levels, self))
        self._add_sources()
        self.column.addStretch(1)

    def _add_sources(self) -> None:
        """Make the list of sources; after an edit it shows what there is now."""
        field = SourcesField(RecentSources(self.open_map, self), self)
        self.add_row(SOURCES, _("Sources"), field, above=True)
        field.ended.connect(self.refresh)
        field.said.connect(self.said)
        self.fields[LEVEL].activated.connect(field.rest)

    def _add_span(self) -> None:
        """Make the field for how many steps cards cover; done with it, one sees how many there were."""
        field = SpanField(self)
        self.add_row(_SPAN, _("Steps"), field)
        field.setToolTip(_("How many steps the card reaches over"))
        field.ended.connect(self.refresh)

    def show_records(self, ids: Sequence[str]) -> None:
        """Show these cards; a number that was begun for others is none of theirs."""
        if tuple(ids) != self._ids:
            for field in self.fields.values():
                if isinstance(field, FigureField | SourcesField):
                    field.forget()
        super().show_records(ids)

    def _add_figures(self) -> None:
        """Make the fields of metrics."""
        self.add_row("value", _("Number"), FigureField(self))
        unit = CompletedField(partial(self._used, "unit"), self)
        unit.hint(_("%, €, minutes …"))
        self.add_row("unit", _("Unit"), unit)
        self.add_row("target", _("Target"), FigureField(self))
        trend = TrendField(self)
        trend.hint(trend_words((2.1, 2.8, 3.0)))
        self.add_row("trend", _("Earlier values"), trend)
        noted = NextFigureField(self)
        noted.hint(_("keeps the old one as earlier"))
        self.add_row(NOTED, _("New value"), noted)
        for field in self.fields.values():
            if isinstance(field, FigureField):
                field.said.connect(self.said)

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
        roles = {document.get(lane, Lane).role for lane in lanes}
        used = [role_of(role).fields for role in roles]
        has_picture = any(record.picture != NO_PICTURE for record in records)
        self.set_shown("picture", has_picture or roles == {PICTURES})
        shared = frozenset.intersection(*used) if used else frozenset()
        self._offer_personas()
        rooms = [document.indexes.room_from(step) for step in {record.step for record in records}]
        self.fields[_SPAN].most = max(rooms, default=1)
        for name in _BY_ROLE:
            self.set_shown(name, name in shared)
        self.set_shown(NOTED, "trend" in shared)

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
        if name == NOTED:
            return None
        if name == LEVEL:
            return record.evidence.level
        if name == "picture":
            return self.open_map.session.document.find(record.picture)
        if name == _SPAN:
            return spans.covered(self.open_map.session.document, record)
        return getattr(record, name)

    def common(self, records: Sequence[Any], name: str) -> object:
        """Return the value that all cards have; of sources those that they share."""
        return shared_sources(records) if name == SOURCES else super().common(records, name)

    def write(self, edit: Transaction, name: str, value: Any) -> None:
        """Give all cards a value."""
        if name == LEVEL:
            evidence.set_level(edit, self.ids, value)
        elif name == SOURCES:
            value(edit, self.ids)
        elif name == _SPAN:
            spans.set_span(edit, self.ids, value)
        elif name == NOTED:
            figures.note(edit, self.ids, value)
        elif isinstance(value, Picture):
            pictures.show(edit, self.ids, value)
        elif name == "picture":
            pictures.take_away(edit, self.ids)
        else:
            cards.set_fields(edit, self.ids, **{name: value})
