"""Pasting what lies on the clipboard into the map of a window."""

from collections.abc import Iterable, Sized
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData

from journeymapper.document.document import Document
from journeymapper.document.fragment import Fragment
from journeymapper.document.records import Card, Lane
from journeymapper.editing import blocks, pasting
from journeymapper.editing.pasting import Pasted
from journeymapper.i18n import _, ngettext
from journeymapper.ui import clipboard
from journeymapper.ui.chosen import cell_for_cards, lane_in_question, stage_in_question, step_in_question
from journeymapper.ui.clipboard import Files, Nothing, Pictures, Table, Words
from journeymapper.ui.dialogs.questions import Growth, PasteQuestion, TableQuestion
from journeymapper.ui.docks.naming import lane_name
from journeymapper.ui.open_map import OpenMap
from journeymapper.ui.picturing import paste_pictures

if TYPE_CHECKING:
    from journeymapper.ui.main_window import MainWindow

_SAID = {
    "cards": lambda count: ngettext("{count} card pasted", "{count} cards pasted", count),
    "lanes": lambda count: ngettext("{count} lane pasted", "{count} lanes pasted", count),
    "stages": lambda count: ngettext("{count} stage pasted", "{count} stages pasted", count),
    "steps": lambda count: ngettext("{count} step pasted", "{count} steps pasted", count),
}
_LABELS = {
    "lanes": lambda count: ngettext("Paste lane", "Paste lanes", count),
    "stages": lambda count: ngettext("Paste stage", "Paste stages", count),
    "steps": lambda count: ngettext("Paste step", "Paste steps", count),
}


def paste(window: "MainWindow", offered: QMimeData, plain: bool = False) -> None:
    """Paste what the clipboard offers, or say why not; ``plain``: only the words, a card a line."""
    open_map = window.open_map
    found = clipboard.found_in(offered, plain)
    if isinstance(found, Nothing):
        window.say(found.reason)
    elif isinstance(found, Files):
        for path in found.paths:
            window.windows.open_file(path, window)
    elif open_map is not None:
        match found:
            case Pictures():
                paste_pictures(window, open_map, found.sources)
            case Table():
                _paste_table(window, open_map, found)
            case Words():
                _paste_words(window, open_map, found)
            case Fragment(what="cards"):
                _paste_cards(window, open_map, found)
            case _:
                _paste_whole(window, open_map, found)


def _show(window: "MainWindow", open_map: OpenMap, ids: Iterable[str], current: str) -> None:
    open_map.select(ids, current, open_map.cell)
    if window.canvas is not None:
        window.canvas.reveal(current)


def _said(what: str, ids: Sized) -> str:
    """Return in words how many cards, lanes, stages or steps were pasted."""
    return _SAID[what](len(ids)).format(count=len(ids))


def _cell(window: "MainWindow", open_map: OpenMap) -> tuple[str, str] | None:
    cell = cell_for_cards(open_map)
    if cell is None:
        window.say(_("Cards cannot stand here: choose a cell in a lane of cards first."))
    return cell


def _paste_cards(window: "MainWindow", open_map: OpenMap, carried: Fragment) -> None:
    if (cell := _cell(window, open_map)) is None:
        return
    with open_map.edit(ngettext("Paste card", "Paste cards", carried.count)) as edit:
        pasted = pasting.paste_cards(edit, carried, *cell)
    _show(window, open_map, pasted.ids, pasted.ids[-1])
    window.say(_said("cards", pasted.ids))


def _paste_words(window: "MainWindow", open_map: OpenMap, words: Words) -> None:
    if (cell := _cell(window, open_map)) is None:
        return
    if words.is_long and not PasteQuestion.ask(len(words.texts), words.letters, window):
        return
    with open_map.edit(_("Paste text")) as edit:
        pasted = blocks.paste_texts(edit, words.texts, *cell)
    _show(window, open_map, pasted, pasted[-1])
    window.say(_said("cards", pasted))


def _paste_whole(window: "MainWindow", open_map: OpenMap, carried: Fragment) -> None:
    """Paste lanes below, stages and steps to the right of those in question."""
    with open_map.edit(_LABELS[carried.what](carried.count)) as edit:
        match carried.what:
            case "lanes":
                pasted = pasting.paste_lanes(edit, carried, lane_in_question(open_map))
            case "stages":
                pasted = pasting.paste_stages(edit, carried, stage_in_question(open_map))
            case _:
                stage, step = stage_in_question(open_map), step_in_question(open_map)
                pasted = pasting.paste_steps(edit, carried, stage, step)
    _show(window, open_map, pasted.ids, pasted.ids[0])
    window.say(_oddities(pasted) or _said(carried.what, pasted.ids))


def _oddities(pasted: Pasted) -> str:
    """Return in words what came another way than it was copied."""
    parts = []
    if pasted.moved:
        words = ngettext(
            "{count} card or feeling stands in the last step now: this map has fewer.",
            "{count} cards and feelings stand in the last step now: this map has fewer.",
            pasted.moved,
        )
        parts.append(words.format(count=pasted.moved))
    if pasted.left_out:
        words = ngettext(
            "{count} feeling was left out: the person has one in the last step already.",
            "{count} feelings were left out: the persons have one in the last step already.",
            pasted.left_out,
        )
        parts.append(words.format(count=pasted.left_out))
    if pasted.added_lanes:
        words = ngettext(
            "{count} lane was added for what this map had no lane for.",
            "{count} lanes were added for what this map had no lane for.",
            pasted.added_lanes,
        )
        parts.append(words.format(count=pasted.added_lanes))
    if pasted.added_steps:
        words = ngettext(
            "{count} step was added: this map had none.",
            "{count} steps were added: this map had none.",
            pasted.added_steps,
        )
        parts.append(words.format(count=pasted.added_steps))
    return " ".join(parts)


def _paste_table(window: "MainWindow", open_map: OpenMap, table: Table) -> None:
    """Fill cells from the cursor on, after asking once where steps or lanes are lacking."""
    document, words = open_map.session.document, table.words()
    lane, step = lane_in_question(open_map), _first_step(open_map)
    missing = blocks.lacking(document, table.block, lane, step)
    grows = False
    if missing:
        answer = TableQuestion.ask(missing.steps, missing.lanes, len(words.texts), window)
        if answer is Growth.CANCEL:
            return
        grows = answer is Growth.ADD
    elif words.is_long and not PasteQuestion.ask(len(words.texts), words.letters, window):
        return
    first = next(iter(blocks.lanes_from(document, lane)), "")
    with open_map.edit(_("Paste table")) as edit:
        pasted = blocks.paste_block(edit, table.block, lane, step, grows)
    if pasted.ids:
        _show(window, open_map, pasted.ids, pasted.ids[0])
    window.say(_remarks(document, lane, first, pasted.left_out) or _said_of_table(document, pasted.ids))


def _said_of_table(document: Document, ids: Iterable[str]) -> str:
    """Return in words how many cards were pasted, and into which lanes: not all of these may be in view."""
    cards = [document.get(id_, Card) for id_ in ids]
    lanes, steps = list(dict.fromkeys(card.lane for card in cards)), {card.step for card in cards}
    parts = {
        "cards": _said("cards", cards),
        "lanes": ngettext("{count} lane", "{count} lanes", len(lanes)).format(count=len(lanes)),
        "steps": ngettext("{count} step", "{count} steps", len(steps)).format(count=len(steps)),
    }
    if len(lanes) < 2:
        return _("{cards} into {steps}").format(**parts)
    first, last = lane_name(document, lanes[0]), lane_name(document, lanes[-1])
    words = _("{cards} into {lanes} and {steps}, from “{first}” to “{last}”")
    return words.format(first=first, last=last, **parts)


def _first_step(open_map: OpenMap) -> str:
    """Return the step that a table begins in, "" for the first of all."""
    step, stage = step_in_question(open_map), stage_in_question(open_map)
    return step or next(iter(open_map.session.document.indexes.steps(stage) if stage else ()), "")


def _remarks(document: Document, lane: str, first: str, left_out: int) -> str:
    """Return in words where a table begins, if not at the cursor, and what of it had no place."""
    parts = []
    if lane and first and first != lane:
        words = _("The table begins in “{first}”: no cards can be put into “{lane}” now.")
        names = document.get(first, Lane).name, document.get(lane, Lane).name
        parts.append(words.format(first=names[0], lane=names[1]))
    if left_out:
        words = ngettext("{count} cell was left out.", "{count} cells were left out.", left_out)
        parts.append(words.format(count=left_out))
    return " ".join(parts)
