"""The inspector's fields for numbers of metrics: a line that says below it when it holds none.

What is written counts as soon as it is a number, with the user's decimal sign or a point; of cards with
different numbers once the field is left. Words that are none stay until they are put right or the field is
left; the number is the one from before meanwhile.
"""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QFocusEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from journeymapper.document.figures import trend_words
from journeymapper.document.numbers import as_float, read_number
from journeymapper.document.records import MOST_EARLIER
from journeymapper.i18n import _, number
from journeymapper.ui.docks.fields import VARIOUS, LineField
from journeymapper.ui.plain_words import keep_plain

#: Reasons for which the keyboard goes elsewhere without leaving the field.
_STAYS = frozenset({Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason})

#: What is no number yet, but no mistake either.
_BEGINNINGS = frozenset({"+", "-", "−"})

#: No more letters than these are repeated to say that they are no number.
_LONGEST_SAID = 24


class NoNumberError(ValueError):
    """Words say no number; the message says which, or is empty where one is about to be written."""


def read(words: str) -> float | None:
    """Return the number that is written, None for nothing.

    Raises:
        NoNumberError: something else is written.
    """
    words = words.strip()
    if not words:
        return None
    if words in _BEGINNINGS:
        raise NoNumberError
    whole = words[:-1] if words[-1] in ".," else words
    written = read_number(whole)
    value = as_float(written) if written is not None else None
    if value is None:
        short = words if len(words) <= _LONGEST_SAID else words[: _LONGEST_SAID - 1] + "…"
        raise NoNumberError(_("“{words}” is no number.").format(words=short))
    return value


class FigureField(QWidget):
    """A number, or none."""

    edited = Signal(object)
    ended = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make an empty field."""
        super().__init__(parent)
        self.line = LineField(self)
        self.problem = QLabel(self)
        self.problem.setWordWrap(True)
        self.problem.hide()
        keep_plain(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.line)
        column.addWidget(self.problem)
        self.setFocusProxy(self.line)
        self._before: object = None
        self._is_written = self._is_wrong = False
        self.line.edited.connect(self._edit)
        self.line.ended.connect(self._end)
        self.line.installEventFilter(self)

    def eventFilter(self, _line: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """End when the field is left: a line that was ended by Enter says nothing more then."""
        if isinstance(event, QFocusEvent) and event.lostFocus() and event.reason() not in _STAYS:
            self._end()
        return False

    def hint(self, words: str) -> None:
        """Say what belongs here, while it is empty."""
        self.line.hint(words)

    def setAccessibleName(self, name: str) -> None:  # noqa: N802 - Qt's name
        """Name the field, and the line in it."""
        super().setAccessibleName(name)
        self.line.setAccessibleName(name)

    def show_value(self, value: object) -> None:
        """Show a value; words that are being written are left as they are."""
        if not self._is_written:
            self._before = value
        if self.line.hasFocus() and (self._is_wrong or (value is not VARIOUS and self._says(value))):
            return
        self._take_note()
        self.line.show_value(value if value is VARIOUS else self.words(value))

    def forget(self) -> None:
        """Let go of what is being written: other cards are about to be shown."""
        self._is_written = False
        self._take_note()

    def words(self, value: object) -> str:
        """Return a value as it is written."""
        return number(value) if isinstance(value, float) else ""

    def value(self, words: str) -> object:
        """Return the value of what is written.

        Raises:
            NoNumberError: it is none.
        """
        return read(words)

    def _says(self, value: object) -> bool:
        """Tell whether what is written is that value, in whatever way."""
        try:
            return bool(self.value(self.line.text()) == value)
        except NoNumberError:
            return False

    def _edit(self, _words: object) -> None:
        self._is_written = True
        value = self._written()
        if self._before is not VARIOUS:
            self.edited.emit(self._before if self._is_wrong else value)

    def _written(self) -> object:
        """Return the value of what is written, None for what is no number, and say so."""
        try:
            value = self.value(self.line.text())
        except NoNumberError as error:
            self._take_note(error)
            return None
        self._take_note()
        return value

    def _end(self) -> None:
        """End the run of edits; where the field is left with words that are no number, show what there is."""
        value = self._written()
        if self._is_wrong and self.line.hasFocus():
            return
        if self._is_written and not self._is_wrong:
            if self._before is VARIOUS and self.line.text():
                self.edited.emit(value)
            if self._before is not VARIOUS or self.line.text():
                self._before = value
        self._is_written = False
        self._take_note()
        self.ended.emit()
        self.line.show_value(self._before if self._before is VARIOUS else self.words(self._before))

    def _take_note(self, error: NoNumberError | None = None) -> None:
        """Say in a line below what is wrong, to screen readers too; nothing is, without an error."""
        self._is_wrong = error is not None
        words = str(error or "")
        if words == self.problem.text():
            return
        self.problem.setText(words)
        self.problem.setVisible(bool(words))
        self.line.setAccessibleDescription(words)
        if words:
            QAccessible.updateAccessibility(QAccessibleEvent(self.problem, QAccessible.Event.Alert))


class TrendField(FigureField):
    """Earlier values on one line, the oldest first, with semicolons between them."""

    def words(self, value: object) -> str:
        """Return values as they are written."""
        return trend_words(value) if isinstance(value, tuple) else ""

    def value(self, words: str) -> object:
        """Return the values that are written, of more than can be kept the latest."""
        found = [read(part) for part in words.split(";")]
        return tuple(value for value in found if value is not None)[-MOST_EARLIER:]


class NextFigureField(FigureField):
    """A new value to be noted, which counts when Enter is pressed or the field is left; then it is empty."""

    def show_value(self, _value: object) -> None:
        """Show nothing: a value that was noted is shown elsewhere."""
        if not self.line.hasFocus():
            self.forget()

    def forget(self) -> None:
        """Let go of what is being written, and be empty."""
        self.line.clear()
        super().forget()

    def _edit(self, _words: object) -> None:
        self._written()

    def _end(self) -> None:
        value = self._written()
        if self._is_wrong and self.line.hasFocus():
            return
        self.forget()
        if value is not None:
            self.edited.emit(value)
            self.ended.emit()
