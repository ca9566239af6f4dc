"""Writing in a line of the outline and in a cell of the table: a small text field that grows with its words.

Enter keeps what is written, Esc leaves it, Tab keeps it and goes on to the next; Shift+Enter or Ctrl+Enter
begins another line where there can be several.
"""

from collections.abc import Callable
from math import ceil

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QStyledItemDelegate, QStyleOptionViewItem, QWidget

Index = QModelIndex | QPersistentModelIndex

#: Under this role a model says whether an item's words can have several lines.
SEVERAL_LINES = Qt.ItemDataRole.UserRole + 1

#: Under this role it says whether typing on an item takes the place of its words, and is no line more.
TYPED_OVER = Qt.ItemDataRole.UserRole + 2

_MOST_LINES = 10
_LEAST_WIDTH = 160
_RETURN = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_ALT, _META = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.MetaModifier
_CTRL, _SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


class LineEditor(QPlainTextEdit):
    """The text field; ``has_changed`` says whether the user wrote anything."""

    #: Enter was pressed.
    done = Signal()
    #: The user wrote the first letter.
    begun = Signal()

    def __init__(self, parent: QWidget, several: bool) -> None:
        """Make a field of one line, or of ``several``."""
        super().__init__(parent)
        self._several = several
        self._filled: str | None = None
        #: It is no less high than this where there is room, in pixels.
        self.least_height = 0
        self.setFrameShape(QFrame.Shape.Box)
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(2)
        self.installEventFilter(_Keys(self))
        self.document().documentLayout().documentSizeChanged.connect(self.fit)

    def fill(self, text: str) -> None:
        """Show the words to be edited, once: what others write meanwhile does not disturb."""
        if self._filled is None:
            self._filled = text
            self.setPlainText(text)
            self._filled = self.toPlainText()
            if self._several:
                self.moveCursor(QTextCursor.MoveOperation.End)
            else:
                self.selectAll()
            self.textChanged.connect(self._begin)

    def _begin(self) -> None:
        if self.has_changed:
            self.textChanged.disconnect(self._begin)
            self.begun.emit()

    @property
    def is_filled(self) -> bool:
        """Tell whether the words to be edited are shown."""
        return self._filled is not None

    @property
    def has_changed(self) -> bool:
        """Tell whether the words are others than those filled in."""
        return self.toPlainText() != self._filled

    def begin_line(self, place: int | None = None) -> None:
        """Begin a new line at a place, 0 first, or at the end."""
        if not self.toPlainText():
            return
        count = self.document().blockCount()
        place = count if place is None else min(place, count)
        cursor = self.textCursor()
        if place < count:
            cursor.setPosition(self.document().findBlockByNumber(place).position())
            cursor.insertText("\n")
            cursor.movePosition(QTextCursor.MoveOperation.Left)
        else:
            cursor.movePosition(QTextCursor.MoveOperation.End)
            cursor.insertText("\n")
        self.setTextCursor(cursor)

    def stand_on_line(self, place: int) -> None:
        """Put the caret at the end of a line, 0 first."""
        block = self.document().findBlockByNumber(place)
        cursor = self.textCursor()
        cursor.setPosition(block.position() + block.length() - 1)
        self.setTextCursor(cursor)

    def press_return(self, held: Qt.KeyboardModifier) -> None:
        """End, or begin another line."""
        if self._several and held & (_SHIFT | _CTRL):
            self.textCursor().insertText("\n")
            self.ensureCursorVisible()
        else:
            self.done.emit()

    def fit(self) -> None:
        """Be as high as the words within bounds, and stay in sight; show all of them where there is room."""
        height = max(self.least_height, self._wanted_height())
        viewport = self.parentWidget()
        room = viewport.height() if viewport is not None else height
        self.resize(self.width(), min(height, room))
        self.move(self.x(), max(0, min(self.y(), room - self.height())))
        is_cut = height > room or self._wanted_height(_MOST_LINES + 1) > self.height()
        needed, never = Qt.ScrollBarPolicy.ScrollBarAsNeeded, Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setVerticalScrollBarPolicy(needed if is_cut else never)
        if not is_cut:
            self.verticalScrollBar().setValue(0)
        elif self.is_filled:
            self.ensureCursorVisible()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Fit anew: how the words wrap is known only now."""
        super().resizeEvent(event)
        self.fit()

    def _wanted_height(self, most: int = _MOST_LINES) -> int:
        """Return how high the field wants to be for its lines, wrapped ones too, up to the ``most``."""
        layout, block, lines, height = self.document().documentLayout(), self.document().begin(), 0, 0.0
        while block.isValid() and lines < most:
            height += layout.blockBoundingRect(block).height()  # counts no lines before it is asked this
            lines += block.lineCount()
            block = block.next()
        height *= min(1.0, most / max(1, lines))
        return ceil(height + 2 * (self.frameWidth() + self.document().documentMargin()))


class _Keys(QObject):
    """Keeps Enter and Insert for the field, whose window has other uses for them; to paste is the window's.

    The window pastes into the field in its turn, after a look at how much it is.
    """

    def eventFilter(self, field: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Take Enter in all its forms, and leave pasting alone."""
        if not isinstance(event, QKeyEvent) or not isinstance(field, LineEditor):
            return False
        held = event.modifiers()
        is_shortcut = event.type() is QEvent.Type.ShortcutOverride
        if is_shortcut and event.matches(QKeySequence.StandardKey.Paste):
            event.ignore()
            return True
        if is_shortcut and _is_ours(event):
            event.accept()
            return True
        if event.type() is QEvent.Type.KeyPress and event.key() in _RETURN and not held & (_ALT | _META):
            field.press_return(held)
            return True
        return False


def _is_ours(event: QKeyEvent) -> bool:
    if event.key() == Qt.Key.Key_Insert:
        return not event.modifiers()
    return event.key() in _RETURN and not event.modifiers() & (_ALT | _META)


class LineDelegate(QStyledItemDelegate):
    """Edits items in a ``LineEditor``.

    ``problem`` says what is wrong with words before they are kept, "" if nothing; ``said`` tells the user.
    """

    #: What is wrong with the words written.
    said = Signal(str)
    #: The user wrote something.
    begun = Signal()
    #: Enter kept what was written, and the field is gone.
    kept = Signal()
    #: The field is gone, by whatever way.
    released = Signal()

    def __init__(
        self, parent: QObject, name: Callable[[Index], str], problem: Callable[[Index, str], str]
    ) -> None:
        """Edit items; ``name`` says what a field is called for screen readers."""
        super().__init__(parent)
        self._name = name
        self._problem = problem
        self.editor: LineEditor | None = None
        #: What opens the field next is typing on the item.
        self.is_typed = False

    def finish(self) -> None:
        """Keep what is being written and close the field."""
        if (editor := self.editor) is not None:
            self.commitData.emit(editor)
            self.closeEditor.emit(editor, LineDelegate.EndEditHint.NoHint)

    def createEditor(  # noqa: N802 - Qt's name
        self, parent: QWidget, _option: QStyleOptionViewItem, index: Index
    ) -> QWidget:
        """Make the field."""
        editor = LineEditor(parent, bool(index.data(SEVERAL_LINES)))
        editor.setAccessibleName(self._name(index))
        editor.done.connect(lambda: self._end(editor, QPersistentModelIndex(index)))
        editor.begun.connect(self.begun)
        self.editor = editor
        return editor

    def _end(self, editor: LineEditor, index: QPersistentModelIndex) -> None:
        """Keep what is written; what is wrong with it is said first, and can be put right."""
        words = self._problem(index, editor.toPlainText()) if editor.has_changed else ""
        if words:
            self.said.emit(words)
        else:
            self.finish()
            self.kept.emit()

    def setEditorData(self, editor: QWidget, index: Index) -> None:  # noqa: N802 - Qt's name
        """Show the words to be edited."""
        if isinstance(editor, LineEditor) and not editor.is_filled:
            editor.fill(index.data(Qt.ItemDataRole.EditRole) or "")
            if self.is_typed and index.data(TYPED_OVER):
                editor.selectAll()
            elif self.is_typed:
                editor.begin_line()

    def setModelData(  # noqa: N802 - Qt's name
        self, editor: QWidget, model: QAbstractItemModel, index: Index
    ) -> None:
        """Keep what is written."""
        if isinstance(editor, LineEditor) and editor.has_changed:
            model.setData(index, editor.toPlainText(), Qt.ItemDataRole.EditRole)

    def updateEditorGeometry(  # noqa: N802 - Qt's name
        self, editor: QWidget, option: QStyleOptionViewItem, _index: Index
    ) -> None:
        """Lie on the item, and below it as far as the words want."""
        rect = option.rect
        editor.setGeometry(rect.x(), rect.y(), max(rect.width(), _LEAST_WIDTH), rect.height())
        if isinstance(editor, LineEditor):
            editor.least_height = rect.height()
            editor.fit()

    def destroyEditor(self, editor: QWidget, index: Index) -> None:  # noqa: N802 - Qt's name
        """Take the field away."""
        if editor is self.editor:
            self.editor = None
            self.released.emit()
        super().destroyEditor(editor, index)
