"""Bringing pictures onto the map of a window, wherever they come from: pasted, dropped or chosen."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from journeymapper.document.records import Card, Persona, Picture
from journeymapper.editing import cards, pictures
from journeymapper.i18n import _, ngettext
from journeymapper.ui.chosen import cell_for_cards, current_record
from journeymapper.ui.dialogs.file_dialogs import PicturesDialog
from journeymapper.ui.open_map import OpenMap
from journeymapper.ui.reading_pictures import Found, Source, files, read_pictures

if TYPE_CHECKING:
    from journeymapper.ui.main_window import MainWindow

#: No more pictures than this are brought onto a map at once.
MOST_PICTURES: Final = 200


@dataclass(frozen=True, slots=True)
class Goal:
    """Where pictures go: a single one into the card or persona ``shown_by``, else each into a new card.

    The new cards stand at ``place`` from the top of the cell, or at its end. Without a cell the first picture
    alone is shown.
    """

    shown_by: str = ""
    cell: tuple[str, str] | None = None
    place: int | None = None


def goal_in_question(open_map: OpenMap) -> Goal | None:
    """Return where pictures go that are pasted or chosen: what alone is selected, else the cursor's cell."""
    record, is_alone = current_record(open_map), len(open_map.selection) == 1
    if isinstance(record, Persona) and is_alone:
        return Goal(record.id)
    cell = cell_for_cards(open_map)
    if cell is None or not isinstance(record, Card):
        return Goal("", cell) if cell is not None else None
    place = open_map.session.document.indexes.cards(*cell).index(record.id) + 1
    return Goal(record.id if is_alone else "", cell, place)


def paste_pictures(window: "MainWindow", open_map: OpenMap, sources: Sequence[Source]) -> None:
    """Bring pictures to where the selection or the cursor is, or say why not."""
    goal = goal_in_question(open_map)
    if goal is None:
        window.say(_("Pictures cannot stand here: choose a cell in a lane of cards first."))
    else:
        bring_pictures(window, open_map, sources, goal)


def choose_pictures(window: "MainWindow", open_map: OpenMap) -> None:
    """Ask for pictures, and bring them to where the selection or the cursor is, or say why not."""
    if goal_in_question(open_map) is None:
        paste_pictures(window, open_map, ())
    elif paths := PicturesDialog.ask(True, window):
        paste_pictures(window, open_map, files(paths))


def bring_pictures(window: "MainWindow", open_map: OpenMap, sources: Sequence[Source], goal: Goal) -> None:
    """Read pictures and put them on the map as one edit; say in a line what came of it."""
    if len(sources) > MOST_PICTURES:
        words = _("{count} pictures are too many at once: at most {most} can be added. Nothing was changed.")
        window.say(words.format(count=len(sources), most=MOST_PICTURES))
        return
    found = read_pictures(sources, window)
    if window.open_map is not open_map:
        return
    if found is None:
        window.say(_("Cancelled: no picture was added."))
        return
    ids = _put(open_map, found.pictures, goal) if found.pictures else []
    if ids:
        open_map.select(ids, ids[0], open_map.cell)
        if window.canvas is not None:
            window.canvas.reveal(ids[0])
    window.say(_said(len(ids), found))


def _put(open_map: OpenMap, found: Sequence[Picture], goal: Goal) -> list[str]:
    """Put pictures where they go; return the cards, or the persona, that show them."""
    with open_map.edit(ngettext("Add picture", "Add pictures", len(found))) as edit:
        if goal.cell is None or (goal.shown_by and len(found) == 1):
            pictures.show(edit, [goal.shown_by], found[0])
            return [goal.shown_by]
        count = len(edit.indexes.cards(*goal.cell))
        first = count if goal.place is None else goal.place
        ids = [cards.add(edit, *goal.cell, place=first + number).id for number in range(len(found))]
        for id_, picture in zip(ids, found, strict=True):
            pictures.show(edit, [id_], picture)
        return ids


def _said(count: int, found: Found) -> str:
    """Return in words how many pictures were added, and of the first that could not be shown why."""
    parts = []
    if count:
        parts.append(ngettext("{count} picture added.", "{count} pictures added.", count).format(count=count))
    parts.extend(found.faults[:1])
    if (more := len(found.faults) - 1) > 0:
        words = ngettext("{count} more cannot either.", "{count} more cannot either.", more)
        parts.append(words.format(count=more))
    return " ".join(parts)


def remove_pictures(open_map: OpenMap) -> None:
    """Take their pictures away from the selected cards and personas."""
    ids = (*open_map.chosen.of(Card), *open_map.chosen.of(Persona))
    with open_map.edit(ngettext("Remove picture", "Remove pictures", len(ids))) as edit:
        pictures.take_away(edit, ids)
