"""Lines of the inspector that offer what other cards of the map say there."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QWidget

from journeymapper.ui.docks.completing import Completion
from journeymapper.ui.docks.fields import VARIOUS, LineField

#: Finds the words to offer; asked when the field gets the keyboard.
Suggest = Callable[[], Sequence[str]]


class CompletedField(LineField):
    """A line of text that offers words while it is written; they are looked for when the keyboard comes."""

    def __init__(self, suggest: Suggest, parent: QWidget | None = None) -> None:
        """Offer what ``suggest`` finds."""
        super().__init__(parent)
        self._completion = Completion(self)
        self._completion.taken.connect(self.take)
        self.textEdited.connect(lambda _words: self.offer())
        self.entered.connect(lambda: self._completion.know(suggest()))

    def offer(self) -> None:
        """Offer words for what is written, unless it is one of them."""
        self._completion.offer(self.text())

    def take(self, word: str) -> None:
        """Write a word that was offered."""
        self.setText(word)
        self._edit(word)


class TagsField(CompletedField):
    """Tags, separated by commas. Tags are offered for the one at the caret."""

    def words(self, value: object) -> str:
        """Return tags as they are written."""
        return ", ".join(value) if isinstance(value, tuple) else ""

    def value(self, words: str) -> object:
        """Return the tags that are written, each once."""
        return _tags(words)

    def show_value(self, value: object) -> None:
        """Show tags; a text that already says the same is left as it is written."""
        if value is VARIOUS or self.value(self.text()) != value:
            super().show_value(value)
        else:
            self.setPlaceholderText(self._hint)

    def offer(self) -> None:
        """Offer tags for the one at the caret, but for those that are written already."""
        before, tag, after = self._parts()
        self._completion.offer(tag, without=(*_tags(before), *_tags(after)))

    def take(self, word: str) -> None:
        """Write a tag in place of the one at the caret, ready for the next."""
        before, _tag, after = self._parts()
        written = ", ".join((*_tags(before), word)) + ", "
        rest = ", ".join(_tags(after))
        self.setText(written + rest)
        self.setCursorPosition(len(written))
        self._edit(self.text())

    def _parts(self) -> tuple[str, str, str]:
        """Return what is written before, of and after the tag at the caret."""
        words, caret = self.text(), self.cursorPosition()
        start = words.rfind(",", 0, caret) + 1
        end = words.find(",", caret)
        end = len(words) if end < 0 else end
        return words[:start], words[start:end].strip(), words[end:]

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Leave no comma that separates nothing."""
        super().focusOutEvent(event)
        if event.reason() not in {Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason}:
            self.setText(", ".join(_tags(self.text())))


def _tags(words: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(tag for part in words.split(",") if (tag := part.strip())))
