"""What the palette can find: actions, and the places and cards of the map."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QIcon

from journeymapper.document.document import Document
from journeymapper.document.records import Card, Lane, Link, Persona, Record, Stage, Step
from journeymapper.document.texts import on_one_line
from journeymapper.i18n import _
from journeymapper.ui.actions.action_set import ActionSet
from journeymapper.ui.actions.menus import MENU_BAR
from journeymapper.ui.actions.names import full_name, listed, menu_name
from journeymapper.ui.actions.shortcuts import shown
from journeymapper.ui.actions.table import Action, ActionContext
from journeymapper.ui.docks.naming import link_words
from journeymapper.ui.going import go_to
from journeymapper.ui.icons import tinted

if TYPE_CHECKING:
    from journeymapper.ui.main_window import MainWindow

#: The action that opens the palette.
ITSELF = "palette"

#: Of a card's text no more than this is looked at.
_LONGEST = 1000

#: Groups in which matches of the same rank come: actions, names of places, texts of cards.
ACTIONS, _NAMES, _TEXTS = range(3)

_ICONS: dict[type[Record], str] = {
    Stage: "table-column",
    Step: "view-column-outline",
    Lane: "table-row",
    Persona: "account-outline",
    Card: "card-text-outline",
    Link: "transit-connection-variant",
}


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the palette.

    Args:
        words: What is matched and shown.
        run: Does it, or goes there.
        context: Where it is: its menu, or its lane and step.
        keys: Its keys as they are shown.
        icon: What stands before it.
        is_checked: It is an action that is switched on.
        action: The id of its action, or "".
        is_off: It is an action that can do nothing now; it is shown, so that nobody looks for it elsewhere.
    """

    words: str
    run: Callable[[], None]
    context: str = ""
    keys: str = ""
    icon: QIcon | None = None
    is_checked: bool = False
    action: str = ""
    is_off: bool = False

    @property
    def spoken(self) -> str:
        """The whole of it for screen readers."""
        checked = _("switched on") if self.is_checked else ""
        return ", ".join(part for part in (self.words, checked, self.context, self.keys) if part)


def action_entries(action_set: ActionSet, context: ActionContext) -> list[Entry]:
    """Return the actions in the order of the menus; for a submenu its choices."""
    found: list[Entry] = []
    for menu in MENU_BAR:
        name = menu_name(menu)
        for id_, submenu in listed(menu.entries):
            row = action_set.rows[id_]
            if id_ == ITSELF:
                continue
            if row.choices is not None:
                found.extend(_choices(row, name, context))
            else:
                found.append(_of_action(row, submenu, name, action_set, context))
    return found


def _of_action(row: Action, submenu: str, menu: str, action_set: ActionSet, context: ActionContext) -> Entry:
    is_off = not row.enabled(context)
    words = row.words_now(context) if row.words_now is not None and not is_off else _(row.words)
    is_checked = not is_off and row.checked is not None and row.checked(context)
    icon = tinted("check", context.window.palette()) if is_checked else action_set.by_id[row.id].icon()
    return Entry(
        on_one_line(full_name(submenu, words)),
        partial(action_set.run, row.id),
        _("{menu} · not now").format(menu=menu) if is_off else menu,
        shown(action_set.shortcuts.of(row.id)[:1]),
        icon,
        is_checked,
        row.id,
        is_off,
    )


def _choices(row: Action, menu: str, context: ActionContext) -> Iterator[Entry]:
    for choice in row.choices(context) if row.choices is not None else ():
        yield Entry(on_one_line(full_name(_(row.words), choice.words)), choice.run, menu)


class Places:
    """The stages, steps, lanes, personas, cards and links of a map by their names and texts.

    ``texts`` holds what is matched, ``groups`` the kind of each: names come before texts. What a line shows
    besides is only made for those that are shown.
    """

    def __init__(self, window: "MainWindow") -> None:
        """Read the names and texts of the map in a window; without a map there are none."""
        self._window = window
        self._ids: list[str] = []
        self.texts: list[str] = []
        self.groups: list[int] = []
        self._icons: dict[type[Record], QIcon] = {}
        if window.open_map is not None:
            self._read(window.open_map.session.document)

    def _read(self, document: Document) -> None:
        indexes = document.indexes
        owners = (*indexes.stages, *indexes.lanes, *indexes.personas)
        for id_ in (*(id_ for _key, id_ in owners), *indexes.columns()):
            self._add(id_, _name(document, id_), _NAMES)
        for record in document:
            if isinstance(record, Card | Link):
                self._add(record.id, record.text, _TEXTS)

    def _add(self, id_: str, text: str, group: int) -> None:
        line = on_one_line(text[:_LONGEST])
        if line:
            self._ids.append(id_)
            self.texts.append(line)
            self.groups.append(group)

    def entry(self, number: int) -> Entry:
        """Return the line of a place."""
        window, id_ = self._window, self._ids[number]
        record, context = None, ""
        if window.open_map is not None:
            record = window.open_map.session.document.find(id_)
        if record is not None and window.open_map is not None:
            context = _whereabouts(window.open_map.session.document, record)
        return Entry(
            self.texts[number],
            partial(_go, window, id_),
            context,
            icon=self._icon(type(record)) if record is not None else None,
        )

    def _icon(self, kind: type[Record]) -> QIcon:
        if kind not in self._icons:
            self._icons[kind] = tinted(_ICONS[kind], self._window.palette())
        return self._icons[kind]


def _go(window: "MainWindow", id_: str) -> None:
    if window.open_map is not None and window.canvas is not None:
        go_to(window.open_map, window.canvas, id_)
        window.canvas.setFocus()


def _name(document: Document, id_: str) -> str:
    """Return a name; a stage or step without one goes by its number."""
    record = document.find(id_)
    name: str = getattr(record, "name", "")
    if name.strip():
        return name
    if isinstance(record, Stage):
        order = [stage for _key, stage in document.indexes.stages]
        return _("Stage {number}").format(number=order.index(id_) + 1)
    if isinstance(record, Step):
        return _("Step {number}").format(number=document.indexes.column_of(id_) + 1)
    return ""


def _whereabouts(document: Document, record: Record) -> str:
    """Return what a record is and where it stands."""
    match record:
        case Card():
            lane, step = document.get(record.lane, Lane), _name(document, record.step)
            return _("{lane} · {step}").format(lane=on_one_line(lane.name), step=on_one_line(step))
        case Step():
            return _("Step · {stage}").format(stage=on_one_line(_name(document, record.stage)))
        case Stage():
            return _("Stage")
        case Lane():
            return _("Lane, hidden") if record.hidden else _("Lane")
        case Persona():
            return _("Persona")
        case Link():
            return link_words(document, record)
    return ""
