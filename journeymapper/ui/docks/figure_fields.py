"""The inspector's fields for numbers of metrics: a line that says below it when it holds none.

What is written counts as soon as it is a number, with the user's decimal sign or a point; of cards with
different numbers once the field is left. Words that are none stay until they are put right or the field is
left; the number is the one from before meanwhile. Words that are lost by that are said once more, at the foot
of the window too.
"""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QFocusEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from journeymapper.document.figures import trend_words
from journeymapper.document.numbers import as_float, read_number
from journeymapper.document.records import MOST_EARLIER
from journeymapper.i18n import _, ngettext, number
from journeymapper.ui.docks.fields import VARIOUS, LineField
from journeymapper.ui.plain_words import keep_plain

#: Reasons for which the keyboard goes elsewhere without leaving the field.
_STAYS = frozenset({Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason})

#: What is no number yet, but no mistake either.
_BEGINNINGS = frozenset({"+", "-", "−"})

#: No more letters than these are repeated to say that they are no number.
_LONGEST_SAID = 24

#: No more words than these are repeated.
_MOST_NAMED = 3


class NoNumberError(ValueError):
    """Words say no number; the message says which. ``is_begun``: only because they are not all there yet.

    ``others`` is what is written beside them and can be kept, None for nothing.
    """

    def __init__(self, *words: str, is_begun: bool = False, others: object = None) -> None:
        """Name the words, the first few of many."""
        named = ", ".join(_("“{words}”").format(words=_shortened(one)) for one in words[:_MOST_NAMED])
        if len(words) > _MOST_NAMED:
            named += " …"
        message = ngettext("{words} is no number.", "{words} are no numbers.", len(words))
        super().__init__(message.format(words=named))
        self.words = words
        self.is_begun = is_begun
        self.others = others


def _shortened(words: str) -> str:
    return words if len(words) <= _LONGEST_SAID else words[: _LONGEST_SAID - 1] + "…"


def read(words: str) -> float | None:
    """Return the number that is written, None for nothing.

    Raises:
        NoNumberError: something else is written.
    """
    words = words.strip()
    if not words:
        return None
    whole = words[:-1] if words[-1] in ".," else words
    written = read_number(whole)
    value = as_float(written) if written is not None else None
    if value is None:
        raise NoNumberError(words, is_begun=words in _BEGINNINGS)
    return value


class FigureField(QWidget):
    """A number, or none."""

    edited = Signal(object)
    ended = Signal()
    #: One line for the user: what was written and does not stay.
    said = Signal(str)

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
        self._is_written = False
        self._error: NoNumberError | None = None
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
        is_other = value is not self._before and value != self._before
        if not self._is_written:
            self._before = value
        if self.line.hasFocus() and (self._error or (value is not VARIOUS and self._says(value))):
            return
        self._let_go()
        self._before = value
        if is_other:
            self._take_note("")
        self.line.show_value(value if value is VARIOUS else self.words(value))

    def forget(self) -> None:
        """Let go of what is being written: other cards are about to be shown."""
        self._let_go()
        self._take_note("")

    def _let_go(self) -> None:
        """Go on with the value there is; words that are no number are lost by that, which is said."""
        error, self._error, self._is_written = self._error, None, False
        if error is not None:
            self._take_note(str(error))
            self.said.emit(str(error))

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
            self.edited.emit(value)

    def _written(self) -> object:
        """Return the value of what is written, and say what of it is no number.

        That leaves what can be kept of it, or else the value from before.
        """
        try:
            value = self.value(self.line.text())
        except NoNumberError as error:
            self._error = error
            self._take_note("" if error.is_begun else str(error))
            return self._before if error.others is None else error.others
        self._error = None
        self._take_note("")
        return value

    def _end(self) -> None:
        """End the run of edits; where the field is left with words that are no number, show what there is."""
        if self._error and self.line.hasFocus():
            return
        if self._is_written:
            self._keep(self._written())
            self._let_go()
        self.ended.emit()
        self.line.show_value(self._before if self._before is VARIOUS else self.words(self._before))

    def _keep(self, value: object) -> None:
        """Keep the value of what is written; several that differ stay where nothing is."""
        if self._before is VARIOUS:
            if value is VARIOUS or not self.line.text():
                return
            self.edited.emit(value)
        self._before = value

    def _take_note(self, words: str) -> None:
        """Say in a line below what is wrong, to screen readers too; nothing is, without words."""
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
        """Return the values that are written, of more than can be kept the latest.

        Raises:
            NoNumberError: some words are none; the values beside them can be kept.
        """
        found: list[float] = []
        wrong: list[NoNumberError] = []
        for part in words.split(";"):
            try:
                value = read(part)
            except NoNumberError as error:
                wrong.append(error)
            else:
                found += [value] if value is not None else []
        kept = tuple(found[-MOST_EARLIER:])
        if wrong:
            words_of_them = [words for error in wrong for words in error.words]
            is_begun = all(error.is_begun for error in wrong)
            raise NoNumberError(*words_of_them, is_begun=is_begun, others=kept or None)
        return kept


class NextFigureField(FigureField):
    """A new value to be noted, which counts when Enter is pressed or the field is left; then it is empty."""

    def show_value(self, _value: object) -> None:
        """Show nothing: a value that was noted is shown elsewhere."""
        if self._is_written and not self.line.hasFocus():
            self.forget()

    def forget(self) -> None:
        """Let go of what is being written, and be empty."""
        self.line.clear()
        super().forget()

    def _edit(self, _words: object) -> None:
        self._is_written = True
        self._written()

    def _end(self) -> None:
        if not self._is_written or (self._error and self.line.hasFocus()):
            return
        value = self._written()
        self.line.clear()
        self._let_go()
        if value is not None:
            self.edited.emit(value)
            self.ended.emit()
