"""The current place of the keyboard in words, for screen readers."""

from journeymapper.document.document import Document
from journeymapper.document.feelings import persona_name
from journeymapper.document.figures import card_words, history_words
from journeymapper.document.records import (
    MAP_ID,
    NO_PICTURE,
    NOBODY,
    Card,
    EmotionPoint,
    JourneyMap,
    Lane,
    Link,
    Parked,
    Persona,
    Record,
    Stage,
    Step,
)
from journeymapper.document.roles import DIVIDER
from journeymapper.editing.spans import covered
from journeymapper.i18n import _, ngettext
from journeymapper.layout.card import has_note
from journeymapper.layout.prompts import prompt_of
from journeymapper.ui.docks.naming import link_words
from journeymapper.ui.open_map import OpenMap
from journeymapper.ui.whereabouts import step_name


def spoken(open_map: OpenMap) -> str:
    """Return what the keyboard stands on, and how much is selected besides; "" for nothing."""
    document = open_map.session.document
    record = document.find(open_map.current) if open_map.current else None
    if record is not None:
        words = _record(document, record)
    elif open_map.cell is not None:
        words = _cell(document, *open_map.cell)
    else:
        return ""
    count = len(open_map.selection)
    if count > 1:
        words += ". " + ngettext("{count} selected", "{count} selected", count).format(count=count)
    return words


def _cell(document: Document, lane: str, step: str) -> str:
    count = len(document.indexes.cards(lane, step)) + len(document.indexes.points(lane, step))
    place = _place(document, lane, step)
    if count:
        words = ngettext("Cell with {count} entry, {place}", "Cell with {count} entries, {place}", count)
        return words.format(count=count, place=place)
    words = _("Empty cell, {place}").format(place=place)
    prompt = prompt_of(document, lane, step)
    return _("{cell}. Hint: {hint}").format(cell=words, hint=prompt) if prompt else words


def _place(document: Document, lane: str, step: str) -> str:
    """Return the lane's and the step's names; a step without one goes by its number."""
    return _("{lane}, {step}").format(lane=document.get(lane, Lane).name, step=step_name(document, step))


def _record(document: Document, record: Record) -> str:
    match record:
        case Card():
            return _card(document, record)
        case EmotionPoint():
            return _point(document, record)
        case Stage(name=name):
            return _("Stage “{name}”").format(name=name)
        case Step(name=name):
            stage = document.get(record.stage, Stage).name
            words = _("Step “{name}”, {stage}").format(name=name, stage=stage)
            return words + ". " + _("Moment of truth") if record.moment_of_truth else words
        case Lane(name=name):
            if record.lane_kind == DIVIDER:
                return _("Dividing line “{name}”").format(name=name)
            words = _("Lane “{name}”, collapsed") if record.collapsed else _("Lane “{name}”")
            return words.format(name=name)
        case Persona(name=name):
            return _("Persona “{name}”").format(name=name)
        case Link(text=label):
            words = _("Link: {words}").format(words=link_words(document, record))
            return _("{link}: {label}").format(link=words, label=label) if label else words
        case Parked(text=text):
            return _("Parked thought “{text}”").format(text=text)
        case JourneyMap(title=title):
            return _("Title “{title}”").format(title=title)
    return record.id if record.id != MAP_ID else ""


def _card(document: Document, card: Card) -> str:
    place = _place(document, card.lane, card.step)
    if text := card_words(document, card):
        words = _("Card “{text}”, {place}").format(text=text, place=place)
    else:
        words = _("Card without words, {place}").format(place=place)
    parts = [words]
    if card.picture != NO_PICTURE:
        parts.append(_("With a picture"))
    if card.persona != NOBODY:
        parts.append(_("Belongs to {persona}").format(persona=persona_name(document, card.persona)))
    if (count := covered(document, card)) > 1:
        parts.append(ngettext("Over {count} step", "Over {count} steps", count).format(count=count))
    if card.votes:
        parts.append(ngettext("{count} vote", "{count} votes", card.votes).format(count=card.votes))
    if history := history_words(document, card):
        parts.append(history)
    if has_note(card):
        parts.append(_("Note: {note}").format(note=card.note))
    return ". ".join(parts)


def _point(document: Document, point: EmotionPoint) -> str:
    values = {"score": f"{point.score:+g}", "text": point.text}
    values["place"] = _place(document, point.lane, point.step)
    persona = document.find(point.persona) if point.persona else None
    if isinstance(persona, Persona):
        values["persona"] = persona.name
        if point.wished:
            words = _("Wished-for feeling {score} of {persona}, “{text}”, {place}")
        else:
            words = _("Feeling {score} of {persona}, “{text}”, {place}")
    elif point.wished:
        words = _("Wished-for feeling {score}, “{text}”, {place}")
    else:
        words = _("Feeling {score}, “{text}”, {place}")
    return words.format(**values)
