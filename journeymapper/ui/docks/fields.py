"""The inspector's fields: each shows one value, or that several differ, and says when the user changed it.

``edited`` carries the new value; ``ended`` says that a run of edits is over, so that the next begins
another undo step. Undo and redo in a text field are the map's, as everywhere in the window.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from enum import Enum
from typing import Any

from PySide6.QtCore import (
    QDate,
    QEvent,
    QKeyCombination,
    QLocale,
    QObject,
    QSignalBlocker,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QIcon, QKeyEvent, QKeySequence, QWheelEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDateEdit,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QSpinBox,
    QWidget,
)

from journeymapper.i18n import _


class Various(Enum):
    """Stands for a value where the selected records do not agree."""

    VARIOUS = "various"


VARIOUS = Various.VARIOUS

_KEYS_OF_THE_WINDOW = (
    QKeySequence.StandardKey.Undo,
    QKeySequence.StandardKey.Redo,
    QKeySequence.StandardKey.Paste,
)


class _Keys(QObject):
    """Shares the keys between a field and the window: undo, redo and paste are the window's, Insert its own.

    The window pastes into the field in its turn, after a look at how much it is.

    A filter, as an ``event`` of a field's own would hand every key on from Python through Qt to Python again,
    where an exception can end the process.
    """

    def eventFilter(self, _field: QObject, event: QEvent) -> bool:  # noqa: N802
        """Decide who gets a key that may be a shortcut."""
        if event.type() is not QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return False
        if any(event.matches(key) for key in _KEYS_OF_THE_WINDOW):
            event.ignore()
            return True
        is_insert = event.keyCombination() == QKeyCombination(Qt.Key.Key_Insert)
        if is_insert:
            event.accept()
        return is_insert


class LineField(QLineEdit):
    """A line of text; ``entered`` says that the keyboard came to it."""

    edited = Signal(object)
    ended = Signal()
    entered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make an empty field."""
        super().__init__(parent)
        self.installEventFilter(_Keys(self))
        self.textEdited.connect(self._edit)
        self.editingFinished.connect(self.ended)
        self._hint = ""

    def hint(self, words: str) -> None:
        """Say what belongs here, while it is empty."""
        self._hint = words
        self.setPlaceholderText(words)

    def show_value(self, value: object) -> None:
        """Show a text; the caret stays where it is as far as the text reaches."""
        self.setPlaceholderText(_("various") if value is VARIOUS else self._hint)
        text = "" if value is VARIOUS else self.words(value)
        if text != self.text():
            caret = self.cursorPosition()
            self.setText(text)
            self.setCursorPosition(min(caret, len(text)) if self.hasFocus() else 0)

    def words(self, value: object) -> str:
        """Return a value as it is written."""
        return str(value)

    def value(self, words: str) -> object:
        """Return the value of what is written."""
        return words

    def _edit(self, words: str) -> None:
        self.setPlaceholderText(self._hint)
        self.edited.emit(self.value(words))

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Say that the keyboard came."""
        super().focusInEvent(event)
        self.entered.emit()


class TextField(QPlainTextEdit):
    """Several lines of text; as high as its words within bounds."""

    edited = Signal(object)
    ended = Signal()

    def __init__(self, parent: QWidget | None = None, fewest: int = 2, most: int = 8) -> None:
        """Make an empty field of ``fewest`` lines that grows to ``most``."""
        super().__init__(parent)
        self.installEventFilter(_Keys(self))
        self._fewest, self._most = fewest, most
        self._hint = ""
        self._known = ""
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)
        self.textChanged.connect(self._edit)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self._fit()

    def hint(self, words: str) -> None:
        """Say what belongs here, while it is empty."""
        self._hint = words
        self.setPlaceholderText(words)

    def show_value(self, value: object) -> None:
        """Show a text; the caret stays where it is as far as the text reaches."""
        self.setPlaceholderText(_("various") if value is VARIOUS else self._hint)
        self._known = text = "" if value is VARIOUS else str(value)
        if text == self.toPlainText():
            return
        caret = self.textCursor().position()
        with QSignalBlocker(self):
            self.setPlainText(text)
        cursor = self.textCursor()
        cursor.setPosition(min(caret, self.document().characterCount() - 1) if self.hasFocus() else 0)
        self.setTextCursor(cursor)
        self._fit()

    def _edit(self) -> None:
        """Tell of other words; a dead key and other half-typed letters change none yet."""
        if (text := self.toPlainText()) != self._known:
            self._known = text
            self.edited.emit(text)

    def _fit(self) -> None:
        lines = max(self._fewest, min(self._most, int(self.document().size().height())))
        margins = 2 * (self.frameWidth() + int(self.document().documentMargin()))
        self.setFixedHeight(lines * self.fontMetrics().lineSpacing() + margins + 2)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """End the run of edits."""
        super().focusOutEvent(event)
        self.ended.emit()


class ChoiceField(QComboBox):
    """One of a few values."""

    edited = Signal(object)
    ended = Signal()

    def __init__(
        self,
        words: Mapping[Any, str],
        parent: QWidget | None = None,
        icons: Mapping[Any, QIcon] | None = None,
    ) -> None:
        """Offer the values by their words, which are shown as they are."""
        super().__init__(parent)
        self._icons = icons or {}
        self.setPlaceholderText(_("various"))
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._values: list[Any] = []
        self._shown: object = None
        self.offer(words)
        self.activated.connect(self._edit)

    def offer(self, words: Mapping[Any, str]) -> None:
        """Offer these values and no others; ``show_value`` should follow."""
        self._values = list(words)
        with QSignalBlocker(self):
            self.clear()
            for value, name in words.items():
                self.addItem(self._icons.get(value, QIcon()), name)

    def show_value(self, value: object) -> None:
        """Show a value; one that is not among the choices shows as nothing chosen."""
        self._shown = value
        self.setPlaceholderText(_("various") if value is VARIOUS else str(value))
        place = self._values.index(value) if value in self._values else -1
        if place != self.currentIndex():
            self.setCurrentIndex(place)

    def value(self) -> object:
        """Return the chosen value, or the one shown while it is not among the choices."""
        return self._values[self.currentIndex()] if self.currentIndex() >= 0 else self._shown

    def _edit(self, place: int) -> None:
        self.edited.emit(self._values[place])
        self.ended.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        """Leave the wheel to the panel, so that scrolling past changes nothing."""
        event.ignore()


class SuggestionField(QComboBox):
    """A line of text with suggestions."""

    edited = Signal(object)
    ended = Signal()

    def __init__(
        self,
        suggestions: list[str],
        parent: QWidget | None = None,
        more: Callable[[], Sequence[str]] = tuple,
    ) -> None:
        """Suggest these words, and below them ``more``, asked when the keyboard comes; any can be written."""
        super().__init__(parent)
        self.setEditable(True)
        self.installEventFilter(_Keys(self))
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        self._suggestions, self._more = suggestions, more
        self.addItems(suggestions)
        self.setCurrentIndex(-1)
        self._line = LineField(self)
        self.setLineEdit(self._line)
        self._line.edited.connect(self.edited)
        self._line.ended.connect(self.ended)
        self._line.entered.connect(self._renew)
        self.activated.connect(self._choose)

    def _renew(self) -> None:
        """Suggest what else there is by now."""
        wanted = [*self._suggestions, *(word for word in self._more() if word not in self._suggestions)]
        if wanted != [self.itemText(place) for place in range(self.count())]:
            written, caret = self._line.text(), self._line.cursorPosition()
            with QSignalBlocker(self):
                self.clear()
                self.addItems(wanted)
                self.setCurrentIndex(-1)
            self._line.setText(written)
            self._line.setCursorPosition(caret)

    def _choose(self, place: int) -> None:
        self.edited.emit(self.itemText(place))
        self.ended.emit()

    def show_value(self, value: object) -> None:
        """Show a text."""
        self._line.show_value(value)

    def setAccessibleName(self, name: str) -> None:  # noqa: N802
        """Name the field, the line in it too."""
        super().setAccessibleName(name)
        self._line.setAccessibleName(name)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        """Leave the wheel to the panel."""
        event.ignore()


class NumberField(QSpinBox):
    """A whole number from 0."""

    edited = Signal(object)
    ended = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make a field that shows 0."""
        super().__init__(parent)
        self.installEventFilter(_Keys(self))
        self.setRange(0, 999_999)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.valueChanged.connect(self.edited.emit)
        self.editingFinished.connect(self.ended)

    def show_value(self, value: object) -> None:
        """Show a number; several that differ show as the least, said to be various."""
        self.setSpecialValueText(_("various") if value is VARIOUS else "")
        with QSignalBlocker(self):
            self.setValue(value if isinstance(value, int) else 0)

    def sizeHint(self) -> QSize:  # noqa: N802
        """Be as wide as four digits want."""
        return QSize(90, super().sizeHint().height())

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        """Leave the wheel to the panel."""
        event.ignore()


#: The first day a field can show; without being told, Qt takes no day before 14 September 1752.
_FIRST_DAY = QDate(100, 1, 1)


def _day_format(locale: QLocale) -> str:
    """Return how a date is written in short where the user lives, the year in full."""
    short = locale.dateFormat(QLocale.FormatType.ShortFormat)
    return short if "yyyy" in short else short.replace("yy", "yyyy")


class DateField(QWidget):
    """A date, or none: a tick and a date that counts while it is ticked."""

    edited = Signal(object)
    ended = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make a field without a date."""
        super().__init__(parent)
        self.tick = QCheckBox(self)
        self.day = QDateEdit(QDate.currentDate(), self)
        self.day.setCalendarPopup(True)
        self.day.setMinimumDate(_FIRST_DAY)
        self.day.setDisplayFormat(_day_format(self.locale()))
        self.day.installEventFilter(_Keys(self.day))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.tick)
        row.addWidget(self.day, 1)
        row.addStretch(0)
        self.setFocusProxy(self.tick)
        self._show_day()
        self.tick.clicked.connect(self._toggle)
        self.day.dateChanged.connect(self._edit)
        self.day.editingFinished.connect(self.ended)

    def setAccessibleName(self, name: str) -> None:  # noqa: N802
        """Name the tick and the date."""
        super().setAccessibleName(name)
        self.tick.setAccessibleName(_("{name}: has a date").format(name=name))
        self.day.setAccessibleName(name)

    def show_value(self, value: object) -> None:
        """Show a date, no date, or that several differ."""
        with QSignalBlocker(self.tick), QSignalBlocker(self.day):
            self.tick.setTristate(value is VARIOUS)
            if value is VARIOUS:
                self.tick.setCheckState(Qt.CheckState.PartiallyChecked)
            else:
                self.tick.setChecked(value is not None)
            if isinstance(value, date):
                self.day.setDate(QDate(value.year, value.month, value.day))
        self._show_day()

    def _show_day(self) -> None:
        state = self.tick.checkState()
        words = {Qt.CheckState.Unchecked: _("none"), Qt.CheckState.PartiallyChecked: _("various")}
        self.tick.setText(words.get(state, ""))
        self.day.setVisible(state is Qt.CheckState.Checked)

    def value(self) -> date | None:
        """Return the date, or None."""
        shown = self.day.date()
        return date(shown.year(), shown.month(), shown.day()) if self.tick.isChecked() else None

    def _toggle(self) -> None:
        self.tick.setTristate(False)
        self._show_day()
        self.edited.emit(self.value())
        self.ended.emit()

    def _edit(self) -> None:
        self.edited.emit(self.value())
