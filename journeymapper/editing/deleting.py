"""Deleting whatever is selected, of any kind."""

from collections.abc import Iterable

from journeymapper.document.document import Transaction
from journeymapper.document.records import Card, EmotionPoint, Lane, Link, Parked, Persona, Stage, Step
from journeymapper.editing import lanes, personas, stages

#: What can be deleted; the title block cannot.
DELETABLE = (Card, EmotionPoint, Step, Stage, Lane, Persona, Link, Parked)


def delete(edit: Transaction, ids: Iterable[str]) -> None:
    """Remove records with all that depends on them; what is already gone or stays for good is left alone."""
    for id_ in ids:
        match edit.document.find(id_):
            case Card() | EmotionPoint() | Link() | Parked():
                edit.remove(id_)
            case Step():
                stages.delete_step(edit, id_)
            case Stage():
                stages.delete(edit, id_)
            case Lane():
                lanes.delete(edit, id_)
            case Persona():
                personas.delete(edit, id_)
