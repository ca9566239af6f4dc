"""Words that the map knows already, offered while a field is written in."""

from collections import Counter
from collections.abc import Iterable, Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QLineEdit

from journeymapper.document.document import Document
from journeymapper.document.records import Card

#: So many words are offered at a time.
_MOST_OFFERED = 12

_TAKING = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab}


def tags_in_use(document: Document) -> list[str]:
    """Return the tags of the map's cards, those that most cards have first."""
    return _by_use(tag for record in document if isinstance(record, Card) for tag in record.tags)


def values_in_use(document: Document, field: str) -> list[str]:
    """Return what the map's cards have in a field, such as their owners, the most usual first."""
    found = (getattr(record, field) for record in document if isinstance(record, Card))
    return _by_use(value for value in found if value)


def _by_use(values: Iterable[str]) -> list[str]:
    counts = Counter(values)
    return sorted(counts, key=lambda value: (-counts[value], value.casefold(), value))


class Completion(QObject):
    """Offers words below a line for what is being written there; one of them is taken with Enter or a click.

    It does not look into the map while one writes: ``know`` is told the words when the writing begins.
    """

    #: A word was taken.
    taken = Signal(str)

    def __init__(self, line: QLineEdit) -> None:
        """Offer nothing yet."""
        super().__init__(line)
        self._known: Sequence[str] = ()
        self._model = QStringListModel(self)
        self._list = QCompleter(self._model, self)
        self._list.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._list.setMaxVisibleItems(_MOST_OFFERED)
        self._list.setWidget(line)
        self._list.activated.connect(self.taken)
        popup = self._list.popup()
        assert popup is not None  # for the type checker: Qt makes one when it is asked for
        popup.installEventFilter(self)
        self._popup = popup

    def know(self, words: Sequence[str]) -> None:
        """Take the words that can be offered, those wanted most often first."""
        self._known = words

    def offer(self, beginning: str, without: Iterable[str] = ()) -> None:
        """Offer what begins like this, and then what has it inside, but for words ``without`` any use."""
        found = self._fitting(beginning, {word.casefold() for word in without})
        self._model.setStringList(found)
        if found:
            self._list.complete()
            self._popup.setCurrentIndex(QModelIndex())  # Enter takes what is written, not the first
        else:
            self.close()

    def close(self) -> None:
        """Offer nothing."""
        self._popup.hide()

    def eventFilter(self, _list: QObject, event: QEvent) -> bool:  # noqa: N802
        """Meet the keys that end the list before the line and the window hear of them.

        To the line Enter would end the run of edits, which the word to be taken belongs to; in the window
        Esc would leave the field.
        """
        if not isinstance(event, QKeyEvent) or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        chosen = self._popup.currentIndex()
        takes = event.key() in _TAKING and chosen.isValid()
        if not takes and event.key() != Qt.Key.Key_Escape:
            return False
        if event.type() is QEvent.Type.ShortcutOverride:
            event.accept()
        elif event.type() is QEvent.Type.KeyPress:
            self.close()
            if takes:
                self.taken.emit(chosen.data())
        return True

    def _fitting(self, written: str, without: set[str]) -> list[str]:
        """Return the known words that have what is written in them, in any case, but not just that."""
        part = written.casefold()
        if not part:
            return []
        others = (word for word in self._known if word != written and word.casefold() not in without)
        fitting = [word for word in others if part in word.casefold()]
        fitting.sort(key=lambda word: not word.casefold().startswith(part))
        return fitting[:_MOST_OFFERED]
