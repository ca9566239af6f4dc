"""The editor in place: a text box on the words of the map, and every keystroke in the document."""

from PySide6.QtCore import QObject, QRectF, Qt, Signal
from PySide6.QtWidgets import QWidget

from journeymapper.document.change import Change
from journeymapper.i18n import _
from journeymapper.ui.canvas.text_box import TextBox
from journeymapper.ui.canvas.view import View
from journeymapper.ui.canvas.words import Words, words_of
from journeymapper.ui.canvas.writing import Writing, subject_of, write_card, write_on
from journeymapper.ui.open_map import OpenMap, cell_of


class Editor(QObject):
    """At most one open text box on the canvas."""

    #: The editor closed; 1 and -1 say that Tab or Shift+Tab did it, so that the cursor goes on, else 0.
    ended = Signal(int)
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
        if id_ not in self._open_map.selection:
            self._open_map.select((id_,), id_, cell_of(self._open_map.session.document, id_))
        self._begin(write_on(self._open_map, subject), subject.text)
        if self._box is not None and subject.is_single_line:
            self._box.select_all()
        return True

    def open_card(self, lane: str, step: str, text: str, place: int | None) -> None:
        """Make a card and begin to write in it."""
        self.finish()
        writing = write_card(self._open_map, lane, step, text, place)
        self._open_map.select([writing.subject.id], writing.subject.id, (lane, step))
        self._begin(writing, text)

    def _begin(self, writing: Writing, text: str) -> None:
        self._writing = writing
        words = self.words()
        if words is None:
            self._writing = None
            return
        subject = writing.subject
        self._box = box = TextBox(self._viewport, subject.fit, subject.is_single_line)
        box.setAccessibleName(_(subject.field.spoken))
        box.load(words, text)
        box.typed.connect(self._write)
        box.shifted.connect(self._shift)
        box.done.connect(self._finish)
        box.given_up.connect(self.give_up)
        box.left.connect(self.finish)
        box.undo_asked.connect(self._undo)
        self.lie_right()
        box.show()
        box.setFocus(Qt.FocusReason.OtherFocusReason)

    def lie_right(self) -> None:
        """Lie where the words are now: after a change of the map, a scroll or a zoom."""
        words = self.words()
        if self._box is not None and words is not None:
            self._box.lie_on(words, self._view)

    def follow(self, change: Change) -> None:
        """Follow a change of the map: close when the record is gone, show what others wrote in it."""
        if self._writing is None or self._box is None:
            return
        subject = subject_of(self._open_map, self._writing.subject.id, self._writing.subject.name)
        if subject is None:
            self._close()
            self._open_map.session.end_step()
            self.ended.emit(0)
            return
        words = self.words()
        if change.origin is not self._writing and words is not None and subject.id in change.ids():
            self._box.put(subject.text, words)
        self.lie_right()

    def finish(self) -> None:
        """Keep what was written and close; a new card without words vanishes."""
        self._finish(0)

    def give_up(self) -> None:
        """Put the text back as it was and close."""
        if writing := self._close():
            writing.give_up()
            self.ended.emit(0)

    def _finish(self, onward: int) -> None:
        if writing := self._close():
            stays = writing.commit()
            self.ended.emit(onward if stays else 0)

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
            self.lie_right()

    def _shift(self) -> None:
        self.lie_right()
        if self._box is not None:
            self.caret_moved.emit(self._box.caret())
