"""What is being written in place: which field of which record, and its way into the document.

Every keystroke is an edit with the same merge key, so that the whole of it is one undo step, and giving up
leaves no trace.
"""

from collections.abc import Callable, Hashable
from dataclasses import dataclass

from journeymapper.document.document import Transaction
from journeymapper.document.records import Card, EmotionPoint, JourneyMap, Lane, Link, Record, Stage, Step
from journeymapper.document.texts import cleaned, on_one_line
from journeymapper.editing import cards, figures, lanes, links, personas, points, stages
from journeymapper.i18n import _, mark
from journeymapper.ui.open_map import OpenMap


@dataclass(frozen=True, slots=True)
class Field:
    """A field that can be written in place: its edit's name, its name for screen readers, its edit.

    ``finish`` makes of the words, once they are kept, what they say.
    """

    label: str
    spoken: str
    write: Callable[[Transaction, str, str], None]
    is_single_line: bool = True
    finish: Callable[[Transaction, str], None] | None = None


def _write_title(edit: Transaction, _id: str, text: str) -> None:
    personas.set_title_block(edit, title=on_one_line(text))


def _write_scenario(edit: Transaction, _id: str, text: str) -> None:
    """Write the scenario with the line feeds that it may have from elsewhere."""
    personas.set_title_block(edit, scenario=text)


_FIELDS: dict[tuple[type[Record], str], Field] = {
    (Card, "text"): Field(
        mark("Edit card"),
        mark("Text of the card"),
        cards.set_text,
        is_single_line=False,
        finish=figures.take,
    ),
    (Stage, "name"): Field(mark("Rename stage"), mark("Name of the stage"), stages.rename),
    (Step, "name"): Field(mark("Rename step"), mark("Name of the step"), stages.rename_step),
    (Lane, "name"): Field(mark("Rename lane"), mark("Name of the lane"), lanes.rename),
    (Lane, "hint"): Field(mark("Edit lane hint"), mark("Hint of the lane"), lanes.set_hint),
    (EmotionPoint, "text"): Field(mark("Edit label"), mark("Label of the emotion point"), points.set_text),
    (Link, "text"): Field(mark("Edit label"), mark("Label of the link"), links.set_text),
    (JourneyMap, "title"): Field(mark("Edit title"), mark("Title of the map"), _write_title),
    (JourneyMap, "scenario"): Field(mark("Edit scenario"), mark("Scenario of the map"), _write_scenario),
}

#: The field that is meant when none is named, and other names that fields go by.
_USUAL: dict[tuple[type[Record], str], str] = {
    (Card, ""): "text",
    (Stage, ""): "name",
    (Step, ""): "name",
    (Lane, ""): "name",
    (EmotionPoint, ""): "text",
    (Link, ""): "text",
    (JourneyMap, ""): "title",
    (JourneyMap, "subtitle"): "scenario",
}


@dataclass(frozen=True, slots=True)
class Subject:
    """A field of a record, and what stands in it before the writing begins."""

    id: str
    name: str
    field: Field
    text: str

    @property
    def is_single_line(self) -> bool:
        """Tell whether line breaks have no place in it."""
        return self.field.is_single_line

    def fit(self, text: str) -> str:
        """Return text from outside as it may stand in the field, in the middle of other words too."""
        fit = cleaned(text)
        return fit.replace("\n", " ") if self.is_single_line else fit


def subject_of(open_map: OpenMap, id_: str, name: str = "") -> Subject | None:
    """Return what can be written of a record, by the field's name; None where nothing can."""
    record = open_map.session.document.find(id_)
    if record is None:
        return None
    kind = type(record)
    name = _USUAL.get((kind, name), name)
    field = _FIELDS.get((kind, name))
    return Subject(id_, name, field, getattr(record, name)) if field else None


class Writing:
    """One stay in the editor. All that is written is one undo step, or none when nothing came of it."""

    def __init__(
        self, open_map: OpenMap, subject: Subject, begun: int, key: Hashable, above: str | None = None
    ) -> None:
        """Go on from the state marked ``begun``.

        ``above`` says that the record is a card made to be written: the one above it in its cell, or "".
        """
        self.subject = subject
        self.is_new = above is not None
        self.above = above or ""
        self._open_map = open_map
        self._begun = begun
        self._key = key
        self._text = subject.text
        self._stands: str | None = subject.text
        self._has_written = False

    def write(self, text: str) -> None:
        """Write what stands in the editor into the document."""
        if text == self._text:
            return
        self._text, self._has_written = text, True
        with self._open_map.edit(_(self.subject.field.label), merge_key=self._key, origin=self) as edit:
            self.subject.field.write(edit, self.subject.id, text)
        self._stands = self._standing()

    @property
    def is_blank(self) -> bool:
        """Tell whether there are no words."""
        return not self._text.strip()

    def _standing(self) -> str | None:
        """Return what stands in the field now; None where the record is gone."""
        subject = subject_of(self._open_map, self.subject.id, self.subject.name)
        return subject.text if subject is not None else None

    def commit(self) -> bool:
        """Keep what was written; tell whether the record stays (a new one without words does not).

        What nobody changed stays as it is, to the last blank; so do words that others wrote since.
        """
        is_gone = False
        if self._standing() == self._stands:
            is_gone = self.is_new and self.is_blank
            if is_gone or (self._text == self.subject.text and self._has_written and not self.is_new):
                self._take_back()
            elif self._text != self.subject.text:
                self.write(self._text.strip() if self.subject.is_single_line else self._text.rstrip())
            if not is_gone and (self.is_new or self._text != self.subject.text):
                self._finish()
        self._open_map.session.end_step()
        return not is_gone

    def _finish(self) -> None:
        """Make of the words what they say, in the same undo step."""
        field = self.subject.field
        if field.finish is not None:
            with self._open_map.edit(_(field.label), merge_key=self._key, origin=self) as edit:
                field.finish(edit, self.subject.id)

    def give_up(self) -> bool:
        """Put everything back to how it was before; tell whether redo brings back what was written.

        It does unless nothing was, or something else was edited meanwhile. Words that others wrote since
        stay.
        """
        session = self._open_map.session
        if self._standing() != self._stands:
            return False
        if self.is_new or not self._is_alone or session.mark() != self._begun + 1:
            self._take_back()
            return False
        return session.undo()

    @property
    def _is_alone(self) -> bool:
        """Tell whether nothing else was edited since the writing began."""
        return self._open_map.session.history.is_all_of(self._key, self._begun)

    def _take_back(self) -> None:
        """Put everything back: without a trace in the history, unless something else was edited since."""
        if self._is_alone:
            self._open_map.session.bail(self._begun)
            return
        with self._open_map.edit(_(self.subject.field.label), merge_key=self._key, origin=self) as edit:
            if self.is_new:
                cards.delete(edit, [self.subject.id])
            else:
                self.subject.field.write(edit, self.subject.id, self.subject.text)


def write_on(open_map: OpenMap, subject: Subject) -> Writing:
    """Begin to write in a record that is there."""
    return Writing(open_map, subject, open_map.session.mark(), ("text", object()))


def write_card(open_map: OpenMap, lane: str, step: str, text: str, place: int | None) -> Writing:
    """Make a card and begin to write in it; making and writing are one undo step.

    Raises:
        InvariantError: the lane or the step is not there.
    """
    begun, key = open_map.session.mark(), ("text", object())
    standing = open_map.session.document.indexes.cards(lane, step)
    before = standing if place is None else standing[: max(0, place)]
    with open_map.edit(_("Add card"), merge_key=key) as edit:
        card = cards.add(edit, lane, step, text, place).id
    subject = subject_of(open_map, card)
    if subject is None:
        raise KeyError(card)
    return Writing(open_map, subject, begun, key, above=before[-1] if before else "")
