"""A link that is begun by key: the keyboard walks to where it leads, and the next key makes it."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent

from journeymapper.document.change import Change
from journeymapper.document.records import Card, Link, Step
from journeymapper.editing import links
from journeymapper.i18n import _
from journeymapper.layout.finding import rect_of
from journeymapper.ui.canvas.along_links import AlongLinks
from journeymapper.ui.canvas.link_marks import Drawn, LinkMarks, way_between
from journeymapper.ui.canvas.text_keys import RETURN
from journeymapper.ui.docks.naming import end_name, link_words
from journeymapper.ui.open_map import OpenMap


class Linking(QObject):
    """At most one link that waits for its end; ``source`` is where it begins, "" while none waits.

    Nothing is in the map before it is made. ``along`` is the way of the keyboard along those that are.
    """

    #: A line for the user.
    said = Signal(str)
    #: The same while one walks: to be shown, and not spoken over what one walks to.
    reminded = Signal(str)
    #: Esc took the keyboard back to one end of the link: to be brought into view.
    returned = Signal()

    def __init__(self, open_map: OpenMap, marks: LinkMarks, parent: QObject) -> None:
        """Link what is in an open map, and mark the beginning on it."""
        super().__init__(parent)
        self._open_map = open_map
        self._marks = marks
        self.source = ""
        self._made = self._target = ""
        self.along = AlongLinks(open_map)
        open_map.changed.connect(self._follow)
        open_map.selected.connect(self._follow_selection)

    def start(self) -> str:
        """Return where a link would begin now, or "": at a link just made by key, where that leads."""
        current = self._open_map.current
        if current and current == self._made:
            return self._target
        return current if is_end(self._open_map, current) else ""

    def begin(self) -> None:
        """Begin at the card or step that the keyboard stands on."""
        if start := self.start():
            if start != self._open_map.current:
                self._open_map.select((start,), start)
            self._wait_at(start)
            self.said.emit(self._reminder())

    def make(self, selects: bool = True) -> bool:
        """Lead the link to what the keyboard stands on; tell whether it is made.

        A new one is selected, to take its label, where it is seen and whoever asks ``selects`` it; the
        keyboard walks on from where it leads. One that was there already is selected. Where that cannot be,
        the link waits on, and a line says why.
        """
        source, target = self.source, self._open_map.current
        if not is_end(self._open_map, target):
            self.said.emit(_("A link leads to a card or a step. Go to one and press Enter; Esc gives up."))
        elif target == source:
            self.said.emit(_("The link begins here. Go to another card or step and press Enter."))
        else:
            self._wait_at("")
            link, words, is_new = link_together(self._open_map, source, target)
            is_seen = rect_of(self._open_map.session.layout, link) is not None
            if not is_new or (selects and is_seen):
                self._made, self._target = link, target
                self._open_map.select((link,), link)
            self.said.emit(words)
            return True
        return False

    def give_up(self) -> bool:
        """Let the link that waits be; tell whether there was one."""
        if not self.source:
            return False
        self._wait_at("")
        self.said.emit(_("No link was made."))
        return True

    def press(self, event: QKeyEvent) -> bool:
        """Make the link with Enter, give it up with Esc; tell whether the key meant it.

        Esc goes back to where the link begins, and from one that was made on to where it leads.
        """
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        is_escape = event.key() == Qt.Key.Key_Escape
        if not self.source:
            return is_escape and self._return_to_target()
        if is_escape:
            self._open_map.select((self.source,), self.source)
            self.returned.emit()
            return self.give_up()
        if event.key() in RETURN:
            self.make()
            return True
        return False

    def _return_to_target(self) -> bool:
        """Go from a link that was just made to where it leads; tell whether one was."""
        if not self._made:
            return False
        self._open_map.select((self._target,), self._target)
        self.returned.emit()
        return True

    def _wait_at(self, source: str) -> None:
        self.source = source
        self._marks.show_source(source)
        self._show_way()

    def _show_way(self) -> None:
        """Show which way the link would take to what the keyboard stands on."""
        target, layout = self._open_map.current, self._open_map.session.layout
        leads = self.source and target != self.source and is_end(self._open_map, target)
        way = way_between(layout, self.source, target) if leads else None
        self._marks.show_drawn(Drawn(way) if way is not None else None)

    def _reminder(self) -> str:
        source = end_name(self._open_map.session.document, self.source)
        words = _("Link from “{source}”: go to a card or step and press Enter. Esc gives up.")
        return words.format(source=source)

    def _follow_selection(self) -> None:
        if self._open_map.selection != {self._made}:
            self._made = self._target = ""
        if self.source:
            self._show_way()
            self.reminded.emit(self._reminder())

    def _follow(self, change: Change) -> None:
        if self._made in change.removed and self._target in self._open_map.session.document:
            self._open_map.select((self._target,), self._target)
        if self.source in change.removed:
            self._wait_at("")
            self.said.emit(_("What the link began at is gone. No link was made."))
        elif self.source:
            self._show_way()


def is_end(open_map: OpenMap, id_: str) -> bool:
    """Tell whether a record is one that links can begin and end at."""
    return bool(id_) and isinstance(open_map.session.document.find(id_), Card | Step)


def link_together(open_map: OpenMap, source: str, target: str) -> tuple[str, str, bool]:
    """Link two cards or steps; return the link, a line about it, and whether it was not there before."""
    count = len(open_map.session.document.indexes.links)
    with open_map.edit(_("Add link")) as edit:
        link = links.add(edit, source, target)
    document = open_map.session.document
    is_new = len(document.indexes.links) > count
    words = link_words(document, document.get(link, Link))
    if not is_new:
        words = _("There is this link already: {link}.").format(link=words)
    return link, words, is_new
