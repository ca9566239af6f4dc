"""Other words for a part of the map, written in the outline or in a head of the table, as one edit."""

from journeymapper.document.feelings import feeling_line
from journeymapper.document.records import Card, EmotionPoint, Persona
from journeymapper.document.texts import on_one_line
from journeymapper.editing import figures, personas, points
from journeymapper.editing.cells import read_feeling
from journeymapper.i18n import _
from journeymapper.ui.canvas.writing import subject_of, write_on
from journeymapper.ui.open_map import OpenMap


def write(open_map: OpenMap, id_: str, words: str) -> None:
    """Give a record other words: its name, a card's text or metric, an emotion point's score and label.

    Raises:
        FeelingError: the words do not say how somebody feels.
    """
    record = open_map.session.document.find(id_)
    if isinstance(record, EmotionPoint):
        _feel(open_map, record, words)
    elif isinstance(record, Persona):
        with open_map.edit(_("Rename persona")) as edit:
            personas.set_fields(edit, id_, name=on_one_line(words))
    elif isinstance(record, Card) and record.value is not None:
        with open_map.edit(_("Edit card")) as edit:
            figures.write(edit, id_, words.rstrip())
    elif (subject := subject_of(open_map, id_)) is not None:
        writing = write_on(open_map, subject)
        writing.write(words)
        writing.commit()


def _feel(open_map: OpenMap, point: EmotionPoint, words: str) -> None:
    score, label = read_feeling(words)
    if (score, label) == read_feeling(feeling_line(point)):
        return
    with open_map.edit(_("Edit emotion point")) as edit:
        points.set_score(edit, point.id, score)
        points.set_text(edit, point.id, label)
