"""The text box of the editor in place: it sets its text as the map does, at any zoom.

Qt rounds the type sizes of widgets to whole pixels, so a ``QPlainTextEdit`` cannot lie on words of
8.6 points. A text item in a scene of its own can: it is set at the shaper's scale, with the same family,
pitch and width, and shown smaller by the view's transform.
"""

from collections.abc import Callable
from typing import cast

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QClipboard,
    QColor,
    QContextMenuEvent,
    QFocusEvent,
    QGuiApplication,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QTextBlockFormat,
    QTextCursor,
    QTextOption,
    QTransform,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QFrame,
    QGraphicsScene,
    QGraphicsView,
    QWidget,
)

from journeymapper.text.runs import SCALE
from journeymapper.text.shaped import Alignment
from journeymapper.ui.canvas.text_item import TextItem, font_of
from journeymapper.ui.canvas.text_keys import RETURN, TAB, ending_of, is_own, means_redo
from journeymapper.ui.canvas.view import View
from journeymapper.ui.canvas.words import Words

#: Pixels beside the words for the caret at their ends.
_BESIDE = 3

_CARET_PIXELS = 1.5

_ALIGNMENTS = {
    Alignment.START: Qt.AlignmentFlag.AlignLeft,
    Alignment.CENTRE: Qt.AlignmentFlag.AlignHCenter,
    Alignment.END: Qt.AlignmentFlag.AlignRight,
}

#: Reasons to lose the keyboard after which it comes back by itself.
_FOR_A_MOMENT = {
    Qt.FocusReason.PopupFocusReason,
    Qt.FocusReason.MenuBarFocusReason,
    Qt.FocusReason.ActiveWindowFocusReason,
}

_PAGES: dict[int, QTextCursor.MoveOperation] = {
    Qt.Key.Key_PageUp: QTextCursor.MoveOperation.Up,
    Qt.Key.Key_PageDown: QTextCursor.MoveOperation.Down,
}

#: Text longer than this, in characters, is not written in place: each keystroke sets it anew.
LONGEST_TEXT = 100_000


class TextBox(QGraphicsView):
    """A text box without a frame that lies on words of the map; what is around it shows through."""

    #: The text is another: what it is now. Words under composition do not count yet.
    typed = Signal(str)
    #: The text needs another amount of room, or the caret moved.
    shifted = Signal()
    #: A key ended the writing: an Ending. An arrow does so only where there is no text to walk in.
    done = Signal(object)
    #: Esc was pressed.
    given_up = Signal()
    #: Undo was asked for and nothing typed is left to undo.
    undo_asked = Signal()
    #: The context menu was asked for at this place of the screen.
    menu_asked = Signal(QPoint)
    #: The keyboard went elsewhere for good.
    left = Signal()
    #: Text from outside would make this one too long; it was not inserted.
    refused = Signal()

    def __init__(self, parent: QWidget, fit: Callable[[str], str], is_single_line: bool) -> None:
        """Make an empty box; ``fit`` makes text from outside fit for it."""
        super().__init__(parent)
        self._fit = fit
        self._is_single_line = is_single_line
        self._pitch = 0.0
        self._is_loading = self._is_replaying = False
        self._item = TextItem()
        self._item.setTextInteractionFlags(Qt.TextInteractionFlag.TextEditorInteraction)
        self._item.setAcceptDrops(False)
        self._document = self._item.document()
        self._document.setDocumentMargin(0)
        self._document.setUseDesignMetrics(True)
        self._document.contentsChanged.connect(self._tell)
        self._document.documentLayout().documentSizeChanged.connect(self._tell_shift)
        self._document.cursorPositionChanged.connect(self._tell_shift)
        scene = QGraphicsScene(self)
        scene.addItem(self._item)
        self.setScene(scene)
        self._become_bare()
        scene.setFocusItem(self._item)
        self.installEventFilter(self)

    def _become_bare(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.viewport().setAutoFillBackground(False)
        self.viewport().setAcceptDrops(False)
        self.viewport().setCursor(Qt.CursorShape.IBeamCursor)

    def load(self, words: Words, text: str) -> None:
        """Show text, set as ``words`` are; typing can be undone back to here."""
        self._item.setFont(font_of(words.style))
        self._item.setDefaultTextColor(QColor(words.colour))
        option = QTextOption(_ALIGNMENTS[words.alignment])
        option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        self._document.setDefaultTextOption(option)
        self.put(text, words)

    def put(self, text: str, words: Words) -> None:
        """Show other text, with nothing to undo."""
        self._is_loading = True
        self._item.setPlainText(text)
        self._pitch = 0.0
        self._take_pitch(words)
        self._document.clearUndoRedoStacks()
        cursor = self._item.textCursor()
        cursor.movePosition(QTextCursor.MoveOperation.End)
        self._item.setTextCursor(cursor)
        self._is_loading = False

    @property
    def text(self) -> str:
        """What stands in the box, without what is still being composed."""
        return self._document.toPlainText()

    def select_all(self) -> None:
        """Select all the text."""
        cursor = self._item.textCursor()
        cursor.select(QTextCursor.SelectionType.Document)
        self._item.setTextCursor(cursor)

    def textCursor(self) -> QTextCursor:  # noqa: N802 - as Qt's own text fields have it
        """Return the caret and what is selected, as Qt's own text fields do."""
        return self._item.textCursor()

    def lie_on(self, words: Words, view: View) -> None:
        """Lie exactly on the words, as large as the map is shown; grow downwards when the text is longer."""
        scale = view.scale / SCALE
        if not self._is_replaying:
            self._take_pitch(words)
        width = words.box.width * SCALE
        if self._item.textWidth() != width:  # setting it sets the whole text anew, even where nothing changed
            self._item.setTextWidth(width)
        lies = view.to_view(words.box)
        height = max(lies.height(), self._item.boundingRect().height() * scale)
        lies.translate(0, -self._rise_to_caret(height - lies.height(), view.vertical.high))
        box = QRectF(lies.left(), lies.top(), lies.width(), height).toAlignedRect()
        box.adjust(-_BESIDE, -1, _BESIDE, 2)
        rise = words.baseline * SCALE - self._baseline()
        self.setBackgroundBrush(QColor(words.ground) if words.ground else Qt.BrushStyle.NoBrush)
        self.setTransform(QTransform.fromScale(scale, scale))
        self.setSceneRect(0, 0, (box.width() - 1) / scale, (box.height() - 1) / scale)
        left, top = lies.left() - box.left(), lies.top() - box.top()
        self._item.setPos(left / scale, top / scale + rise)
        self._document.documentLayout().setProperty("cursorWidth", max(1, round(_CARET_PIXELS / scale)))
        self.setGeometry(box)

    def _take_pitch(self, words: Words) -> None:
        """Set the lines as far apart as the map does; this is no step of its own to undo."""
        if words.pitch == self._pitch:
            return
        self._pitch = words.pitch
        form = QTextBlockFormat()
        form.setLineHeight(words.pitch * SCALE, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        cursor = QTextCursor(self._document)
        if self._document.isUndoAvailable():
            cursor.joinPreviousEditBlock()
        else:
            cursor.beginEditBlock()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.mergeBlockFormat(form)
        cursor.endEditBlock()

    def _rise_to_caret(self, surplus: float, room: float) -> float:
        """Return how far the box rises for its caret to stand where the map can be scrolled to, in pixels.

        Qt finds other words in Thai than the map does, so that a long text has more lines in the box: at
        its end it would hang over the map's by ``surplus`` pixels. Where there is ``room``, it may.
        """
        if surplus <= room:
            return 0.0
        caret = self._caret_line()
        return surplus * min(1.0, caret.bottom() / self._item.boundingRect().height())

    def _baseline(self) -> float:
        """Return where the first line stands in the item."""
        layout = self._document.firstBlock().layout()
        line = layout.lineAt(0)
        return layout.position().y() + line.y() + line.ascent() if line.isValid() else 0.0

    def caret(self) -> QRectF:
        """Return where the caret stands, in the coordinates of the widget the box lies in."""
        shown = self.viewportTransform().mapRect(self._item.mapRectToScene(self._caret_line()))
        return shown.translated(QPointF(self.geometry().topLeft()))

    def _caret_line(self) -> QRectF:
        """Return where the caret stands in the item; the first line's beginning before there are lines."""
        cursor = self._item.textCursor()
        layout = cursor.block().layout()
        line = layout.lineForTextPosition(cursor.positionInBlock())
        if not line.isValid():
            return QRectF(0, 0, 0, self._pitch * SCALE)
        x, _place = cast(tuple[float, int], line.cursorToX(cursor.positionInBlock()))
        place = layout.position()
        return QRectF(place + QPointF(x, line.y()), place + QPointF(x, line.rect().bottom()))

    def _tell(self) -> None:
        if not self._is_loading:
            self.typed.emit(self.text)

    def _tell_shift(self, _cause: object) -> None:
        if not self._is_loading:
            self.shifted.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Keep keys that write from becoming shortcuts of the window, and Tab from walking the scene.

        This stands in for ``event`` (see ``MapView.eventFilter``).
        """
        if watched is self and isinstance(event, QInputMethodEvent):
            event.setCommitString(
                self._fit(event.commitString()), event.replacementStart(), event.replacementLength()
            )
        if watched is self and isinstance(event, QKeyEvent):
            if event.type() is QEvent.Type.ShortcutOverride and is_own(event):
                event.accept()
                return True
            if event.type() is QEvent.Type.KeyPress and event.key() in TAB:
                self.keyPressEvent(event)
                return True
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """End on Enter, Tab and Esc; make Shift+Enter a line break where these may be; else write."""
        if (ending := ending_of(event, self._is_empty())) is not None:
            self.done.emit(ending)
        elif event.key() in RETURN:
            if not self._is_single_line:
                self._item.textCursor().insertBlock()
        elif event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        elif event.key() in _PAGES:
            self._turn_page(event)
        elif not self._obey(event) and not self._is_unfit(event.text()):
            before = self._item.textCursor().position()
            super().keyPressEvent(event)
            event.accept()
            if self._item.textCursor().position() != before:
                self.shifted.emit()  # Qt tells of the carets that typing moves, and not of those that walk

    def _is_empty(self) -> bool:
        """Tell whether there is nothing to walk in, under composition neither."""
        return self._document.isEmpty() and not self._document.firstBlock().layout().preeditAreaText()

    def _is_unfit(self, typed: str) -> bool:
        """Tell whether a key types half a character; control characters are commands, and Qt's own affair."""
        return typed > "\x7f" and not self._fit(typed)

    def _turn_page(self, event: QKeyEvent) -> None:
        """Move the caret as many lines as the view shows."""
        pitch = self._pitch * SCALE * self.transform().m22()
        lines = max(1, int(cast(QWidget, self.parentWidget()).height() / pitch) - 1)
        extends = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        mode = QTextCursor.MoveMode.KeepAnchor if extends else QTextCursor.MoveMode.MoveAnchor
        cursor = self._item.textCursor()
        cursor.movePosition(_PAGES[event.key()], mode, lines)
        self._item.setTextCursor(cursor)
        self.shifted.emit()

    def _obey(self, event: QKeyEvent) -> bool:
        """Carry out the keys that Qt's own text control would take too literally; tell whether it was one."""
        orders = {
            QKeySequence.StandardKey.Undo: self.undo,
            QKeySequence.StandardKey.Copy: self.copy,
            QKeySequence.StandardKey.Cut: self.cut,
            QKeySequence.StandardKey.Paste: self.paste,
        }
        order = next((order for key, order in orders.items() if event.matches(key)), None)
        if means_redo(event):
            order = self.redo
        if order is not None:
            order()
        return order is not None

    @property
    def can_undo_typing(self) -> bool:
        """Tell whether there is typing to take back."""
        return self._document.isUndoAvailable()

    @property
    def can_redo_typing(self) -> bool:
        """Tell whether there is typing that was taken back."""
        return self._document.isRedoAvailable()

    def undo(self) -> None:
        """Take the last bit of typing back, or ask for the map's undo when there is none."""
        if self._document.isUndoAvailable():
            self._replay(self._document.undo)
        else:
            self.undo_asked.emit()

    def redo(self) -> None:
        """Type again what was taken back."""
        self._replay(self._document.redo)

    def _replay(self, replay: Callable[[], object]) -> None:
        self._is_replaying = True
        replay()
        self._is_replaying = False

    def copy(self) -> None:
        """Put what is selected on the clipboard, as plain text."""
        selected = self._item.textCursor().selection().toPlainText()
        if selected:
            QGuiApplication.clipboard().setText(selected)

    def cut(self) -> None:
        """Move what is selected to the clipboard."""
        self.copy()
        self._item.textCursor().removeSelectedText()

    def paste(self) -> None:
        """Insert the clipboard's text at the caret."""
        self.insert(QGuiApplication.clipboard().text())

    def insert(self, text: str) -> None:
        """Insert text from outside at the caret, without control characters, or refuse what is too long."""
        cursor, fit = self._item.textCursor(), self._fit(text)
        replaced = cursor.selectionEnd() - cursor.selectionStart()
        if self._document.characterCount() - 1 - replaced + len(fit) > LONGEST_TEXT:
            self.refused.emit()
            return
        cursor.insertText(fit)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Insert what is selected elsewhere on a middle click, where the system has that."""
        if event.button() is not Qt.MouseButton.MiddleButton:
            super().mouseReleaseEvent(event)
            return
        at = self._item.mapFromScene(self.mapToScene(event.position().toPoint()))
        place = self._document.documentLayout().hitTest(at, Qt.HitTestAccuracy.FuzzyHit)
        cursor = self._item.textCursor()
        cursor.setPosition(max(0, place))
        self._item.setTextCursor(cursor)
        self.insert(QGuiApplication.clipboard().text(QClipboard.Mode.Selection))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802 - Qt's name
        """Ask for the menu of what can be done with the text."""
        event.accept()
        self.menu_asked.emit(event.globalPos())

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        """Leave scrolling and zooming to the canvas."""
        event.ignore()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Tell when the keyboard went elsewhere for good."""
        super().focusOutEvent(event)
        if event.reason() not in _FOR_A_MOMENT:
            self.left.emit()
