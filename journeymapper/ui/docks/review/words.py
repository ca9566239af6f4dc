"""What the rows of a review say: what became of what, whose a plan is and until when, how old evidence is."""

from collections.abc import Iterator
from datetime import date
from typing import Final

from journeymapper.document.document import Document
from journeymapper.document.records import (
    Card,
    EmotionPoint,
    JourneyMap,
    Lane,
    Link,
    Persona,
    Record,
    Snapshot,
    Stage,
    Step,
)
from journeymapper.document.roles import SOURCE_KINDS
from journeymapper.document.texts import on_one_line
from journeymapper.guide.review.agenda import Agenda, latest_source
from journeymapper.guide.review.comparing import Became, Difference
from journeymapper.guide.review.cycle import Standing
from journeymapper.i18n import _, day, mark, ngettext
from journeymapper.ui.docks.naming import (
    card_words,
    lane_name,
    link_words,
    place_words,
    shortened,
    stage_name,
    step_name,
)
from journeymapper.ui.docks.review.fields import field_change, field_name

#: What became of a part of the map, in a line.
_BECAME: Final[dict[Became, str]] = {
    Became.ADDED: mark("New: {part}"),
    Became.CHANGED: mark("Changed: {part} – {fields}"),
    Became.MOVED: mark("Moved: {part}"),
    Became.REMOVED: mark("Removed: {part}"),
}

#: No more letters than these of who owns a plan, of a source, of who reviewed.
_LONGEST = 60

#: No more letters than these of a part of the map before what became of it.
_LONGEST_PART = 90

#: Days of a month, on average.
_MONTH = 30.4375

#: From so many months on, an age is told in years.
_MONTHS_TOLD = 24


def standing_words(record: JourneyMap, standing: Standing) -> str:
    """Return in one line when a map was last reviewed, by whom, and when it is next."""
    reviewer = shortened(on_one_line(record.reviewer), _LONGEST)
    if standing.reviewed is None:
        held = _("Never reviewed yet")
    elif reviewer:
        held = _("Last reviewed {day} by {name}").format(day=day(standing.reviewed), name=reviewer)
    else:
        held = _("Last reviewed {day}").format(day=day(standing.reviewed))
    return " · ".join(part for part in (held, standing.words()) if part)


def difference_words(agenda: Agenda, document: Document, difference: Difference) -> str:
    """Return what became of a part of the map."""
    part = shortened(part_words(_of(agenda, document, difference), difference.record), _LONGEST_PART)
    fields = ", ".join(field_name(difference.record, field) for field in difference.fields)
    return _(_BECAME[difference.became]).format(part=part, fields=fields)


def difference_line(agenda: Agenda, document: Document, difference: Difference) -> str:
    """Return where that part stands; of one that was moved, where it stood too."""
    record = difference.record
    place = where(_of(agenda, document, difference), record)
    then = agenda.then.find(record.id) if agenda.then is not None else None
    if difference.became is not Became.MOVED or then is None or agenda.then is None:
        return place
    words = _("From {before} to {after}")
    return words.format(before=where(agenda.then, then), after=place)


def difference_tip(agenda: Agenda, difference: Difference) -> str:
    """Return in lines what the fields held and what they hold now."""
    then = agenda.then.find(difference.record.id) if agenda.then is not None else None
    if then is None or difference.became is not Became.CHANGED:
        return ""
    told = (field_change(then, difference.record, field) for field in difference.fields)
    return "\n".join(words for words in told if words)


def _of(agenda: Agenda, document: Document, difference: Difference) -> Document:
    """Return the map in which the record of a difference stands."""
    return agenda.then if difference.became is Became.REMOVED and agenda.then is not None else document


def part_words(document: Document, record: Record) -> str:
    """Return what a part of a map is called, with its kind unless it is a card."""
    match record:
        case Card():
            return card_words(document, record)
        case Stage(id=id_):
            return _("stage “{name}”").format(name=stage_name(document, id_))
        case Step(id=id_):
            return _("step “{name}”").format(name=step_name(document, id_))
        case Lane(id=id_):
            return _("lane “{name}”").format(name=lane_name(document, id_))
        case Persona(name=name):
            return _("persona “{name}”").format(name=shortened(name) or _("without a name"))
        case EmotionPoint(text=text):
            words = shortened(on_one_line(text))
            return _("feeling “{label}”").format(label=words) if words else _("feeling without a label")
        case Link():
            return _("link: {words}").format(words=link_words(document, record))
    return _("title block")


def where(document: Document, record: Record) -> str:
    """Return where a part of a map stands, or "" where it stands nowhere in particular."""
    match record:
        case Card(lane=lane, step=step) | EmotionPoint(lane=lane, step=step):
            return place_words(document, lane, step)
        case Step(stage=stage):
            return stage_name(document, stage)
    return ""


def plan_words(document: Document, card: Card, today: date) -> str:
    """Return whose a plan is, until when, and at which step it stands."""
    return " · ".join(_plan_parts(document, card, today))


def _plan_parts(document: Document, card: Card, today: date) -> Iterator[str]:
    yield shortened(on_one_line(card.owner), _LONGEST) or _("nobody's yet")
    if card.due is None:
        yield _("no date")
    else:
        yield _("due {day}").format(day=day(card.due))
        if is_late(card, today):
            late = (today - card.due).days
            yield ngettext("{count} day overdue", "{count} days overdue", late).format(count=late)
    yield step_name(document, card.step)


def is_late(card: Card, today: date) -> bool:
    """Tell whether a plan that is not done was due before today."""
    return card.due is not None and card.due < today and not card.done


def evidence_words(document: Document, card: Card, today: date) -> str:
    """Return the latest source of a card, how old it is, and where the card stands."""
    parts = [place_words(document, card.lane, card.step)]
    source = latest_source(card)
    if source is not None and source.day is not None:
        kind = SOURCE_KINDS.get(source.source_kind, "")
        name = shortened(on_one_line(source.name), _LONGEST) or (_(kind) if kind else _("Source"))
        parts = [name, day(source.day), _age_words((today - source.day).days), *parts]
    return " · ".join(parts)


def _age_words(days: int) -> str:
    """Return an age in whole months, from two years on in whole years."""
    months = int(days / _MONTH)
    if months < _MONTHS_TOLD:
        return ngettext("{count} month old", "{count} months old", months).format(count=months)
    years = months // 12
    return ngettext("{count} year old", "{count} years old", years).format(count=years)


def kept_name(snapshot: Snapshot) -> str:
    """Return what a kept state is called."""
    return shortened(on_one_line(snapshot.name)) or _("Without a name")


def kept_line(snapshot: Snapshot) -> str:
    """Return of what day a kept state is, and whose."""
    author = shortened(on_one_line(snapshot.author), _LONGEST)
    return " · ".join(part for part in (day(snapshot.day) if snapshot.day else "", author) if part)
