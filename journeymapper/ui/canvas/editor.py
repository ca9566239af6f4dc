"""The editor in place: a text box on the words of the map, and every keystroke in the document."""

from PySide6.QtCore import QObject, QPoint, QRectF, Qt, Signal
from PySide6.QtWidgets import QWidget

from journeymapper.document.change import Change
from journeymapper.document.figures import example, holds_figures
from journeymapper.i18n import _
from journeymapper.ui.canvas.spoken import spoken
from journeymapper.ui.canvas.text_box import LONGEST_TEXT, TextBox
from journeymapper.ui.canvas.text_keys import Ending
from journeymapper.ui.canvas.view import View
from journeymapper.ui.canvas.words import Words, words_of
from journeymapper.ui.canvas.writing import Writing, subject_of, write_card, write_on
from journeymapper.ui.open_map import OpenMap, cell_of

_WALKS = frozenset({Ending.UP, Ending.DOWN, Ending.LEFT, Ending.RIGHT})


class Editor(QObject):
    """At most one open text box on the canvas."""

    #: The editor closed: the Ending that says where the cursor goes on to, or ``STAY``.
    ended = Signal(object)
    #: The editor closed on a new card, and another one is to be written right below: (lane, step, place).
    next_asked = Signal(str, str, int)
    #: The context menu of the text was asked for at this place of the screen.
    menu_asked = Signal(QPoint)
    #: A line for the user.
    said = Signal(str)
    #: The caret is here, in pixels of the view.
    caret_moved = Signal(QRectF)

    def __init__(self, open_map: OpenMap, view: View, viewport: QWidget) -> None:
        """Make an editor whose text boxes lie in ``viewport``."""
        super().__init__(viewport)
        self._open_map = open_map
        self._view = view
        self._viewport = viewport
        self._writing: Writing | None = None
        self._box: TextBox | None = None

    @property
    def is_open(self) -> bool:
        """Tell whether something is being written."""
        return self._writing is not None

    @property
    def box(self) -> TextBox | None:
        """The open text box, or None."""
        return self._box

    def words(self) -> Words | None:
        """Return the words that are being written, as the map has them; None when nothing is."""
        if self._writing is None:
            return None
        subject = self._writing.subject
        return words_of(self._open_map.session.layout, subject.id, subject.name)

    def open_text(self, id_: str, field: str) -> bool:
        """Begin to write in a record's field; tell whether that can be."""
        self.finish()
        subject = subject_of(self._open_map, id_, field)
        if subject is None or words_of(self._open_map.session.layout, id_, subject.name) is None:
            return False
        if len(subject.text) > LONGEST_TEXT:
            self._say_too_long(
                _(
                    "This text is too long to be written in here: {count} characters, "
                    "and at most {most} can be. It can be copied, moved and deleted as it is."
                ),
                len(subject.text),
            )
            return False
        if id_ not in self._open_map.selection:
            self._open_map.select((id_,), id_, cell_of(self._open_map.session.document, id_))
        self._begin(write_on(self._open_map, subject))
        if self._box is not None and subject.is_single_line:
            self._box.select_all()
        return True

    def open_card(self, lane: str, step: str, text: str, place: int | None) -> None:
        """Make a card and begin to write in it."""
        self.finish()
        writing = write_card(self._open_map, lane, step, text, place)
        self._open_map.select([writing.subject.id], writing.subject.id, (lane, step))
        self._begin(writing)
        if holds_figures(self._open_map.session.document, lane):
            words = _("A number makes it a metric, as in “{example}”.")
            self.said.emit(words.format(example=example()))

    def _begin(self, writing: Writing) -> None:
        self._writing = writing
        words = self.words()
        if words is None:
            self._writing = None
            return
        subject = writing.subject
        self._box = box = TextBox(self._viewport, subject.fit, subject.is_single_line)
        box.setAccessibleName(_(subject.field.spoken))
        box.setAccessibleDescription(spoken(self._open_map))
        box.load(words, subject.text)
        box.typed.connect(self._write)
        box.shifted.connect(self._shift)
        box.done.connect(self._finish)
        box.given_up.connect(self.give_up)
        box.left.connect(self.finish)
        box.undo_asked.connect(self._undo)
        box.refused.connect(self._refuse)
        box.menu_asked.connect(self.menu_asked)
        self.lie_right()
        box.show()
        box.setFocus(Qt.FocusReason.OtherFocusReason)
        self.caret_moved.emit(box.caret())

    def lie_right(self) -> None:
        """Lie where the words are now: after a change of the map, a scroll or a zoom."""
        words = self.words()
        if self._box is not None and words is not None:
            self._box.lie_on(words, self._view)

    def follow(self, change: Change) -> None:
        """Follow a change of the map: close when the record is gone from sight, show what others wrote."""
        if self._writing is None or self._box is None:
            return
        subject = subject_of(self._open_map, self._writing.subject.id, self._writing.subject.name)
        words = self.words()
        if subject is None or words is None:
            self._close()
            self._open_map.session.end_step()
            self.ended.emit(Ending.STAY)
            return
        if change.origin is not self._writing and subject.id in change.ids():
            self._box.put(subject.text, words)
        self.lie_right()

    def finish(self) -> None:
        """Keep what was written and close; a new card without words vanishes."""
        self._finish(Ending.STAY)

    def give_up(self) -> None:
        """Close, and put words that were there before back as they were; a new card keeps its words."""
        if self._writing is not None and self._writing.is_new:
            self.finish()
        elif writing := self._close():
            if writing.give_up():
                self.said.emit(_("The text is as it was. Redo brings back what was written."))
            self.ended.emit(Ending.STAY)

    def _finish(self, ending: Ending) -> None:
        if ending in _WALKS and not (self._writing is not None and self._writing.is_new):
            return  # an arrow has nowhere to go in a text that was emptied: that is no reason to leave it
        if (writing := self._close()) is None:
            return
        if not writing.commit():
            self._stand_above(writing)
            self.ended.emit(Ending.STAY if ending is Ending.UP and writing.above else ending)
        elif ending is Ending.ENTER and writing.is_new:
            self._ask_next(writing.subject.id)
        else:
            self.ended.emit(ending)

    def _stand_above(self, writing: Writing) -> None:
        """Stand on the card above one that vanished, so that the keyboard goes on from there."""
        above, cell = writing.above, self._open_map.cell
        if above in self._open_map.session.document:
            self._open_map.select((above,), above, cell)

    def _ask_next(self, card: str) -> None:
        document = self._open_map.session.document
        cell = cell_of(document, card)
        if cell is not None:
            self.next_asked.emit(*cell, document.indexes.cards(*cell).index(card) + 1)

    def _refuse(self) -> None:
        self._say_too_long(
            _(
                "That is too long to be written in here: a text has at most {most} characters. "
                "Nothing was inserted."
            )
        )

    def _say_too_long(self, words: str, count: int = 0) -> None:
        self.said.emit(words.format(count=count, most=LONGEST_TEXT))

    def _undo(self) -> None:
        self.finish()
        self._open_map.session.undo()

    def _close(self) -> Writing | None:
        """Take the text box away and hand the keyboard back; return what was being written."""
        writing, box = self._writing, self._box
        self._writing = self._box = None
        if box is not None:
            if box.hasFocus():
                self._viewport.setFocus(Qt.FocusReason.OtherFocusReason)
            box.hide()
            box.deleteLater()
        return writing

    def _write(self, text: str) -> None:
        if self._writing is not None:
            self._writing.write(text)
            self._shift()

    def _shift(self) -> None:
        self.lie_right()
        if self._box is not None:
            self.caret_moved.emit(self._box.caret())
