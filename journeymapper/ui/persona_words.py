"""Words about personas: what they are called, and what became of what belonged to them."""

from journeymapper.document.records import Persona
from journeymapper.document.texts import on_one_line
from journeymapper.editing.belonging import Given
from journeymapper.editing.personas import Deleted
from journeymapper.i18n import _, ngettext


def name_of(persona: Persona, number: int) -> str:
    """Return a persona's name on one line; one without goes by its number among all, 1 for the first."""
    return on_one_line(persona.name) or _("Persona {number}").format(number=number)


def left_words(cards: int, points: int) -> str:
    """Return what becomes of the cards and points of personas that are deleted; "" where they have none."""
    stay = ngettext(
        "{count} card stays and belongs to nobody in particular",
        "{count} cards stay and belong to nobody in particular",
        cards,
    ).format(count=cards)
    go = ngettext("{count} emotion point goes too", "{count} emotion points go too", points).format(
        count=points
    )
    if cards and points:
        return _("{cards}; {points}").format(cards=stay, points=go)
    return stay if cards else go if points else ""


def deleted_words(gone: Deleted, name: str = "") -> str:
    """Return what was deleted: one persona by its ``name``, or several."""
    words = ngettext("{count} persona is deleted", "{count} personas are deleted", gone.personas)
    words = words.format(count=gone.personas)
    if name and gone.personas == 1:
        words = _("“{name}” is deleted").format(name=name)
    left = left_words(gone.cards, gone.points)
    return _("{deleted}. {left}.").format(deleted=words, left=left) if left else words


def given_words(given: Given, name: str) -> str:
    """Return what belongs to a persona now, and what could not be given to it; "" is nobody's name."""
    said = []
    if count := given.cards + given.points:
        if name:
            words = ngettext(
                "{count} item belongs to {name} now", "{count} items belong to {name} now", count
            )
        else:
            words = ngettext(
                "{count} item belongs to nobody in particular now",
                "{count} items belong to nobody in particular now",
                count,
            )
        said.append(words.format(count=count, name=name))
    if given.refused:
        words = ngettext(
            "{count} emotion point stays as it is: at its step there is one of that curve already",
            "{count} emotion points stay as they are: at their steps there are some of that curve already",
            given.refused,
        )
        said.append(words.format(count=given.refused))
    return ". ".join(said)
