"""The text box of the editor in place: it sets its text as the map does, at any zoom.

Qt rounds the type sizes of widgets to whole pixels, so a ``QPlainTextEdit`` cannot lie on words of
8.6 points. A text item in a scene of its own can: it is set at the shaper's scale, with the same family,
pitch and width, and shown smaller by the view's transform.
"""

from collections.abc import Callable
from typing import cast

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QClipboard,
    QColor,
    QContextMenuEvent,
    QFocusEvent,
    QFont,
    QFontDatabase,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QTextBlockFormat,
    QTextCursor,
    QTextOption,
    QTransform,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QFrame,
    QGraphicsScene,
    QGraphicsTextItem,
    QGraphicsView,
    QMenu,
    QStyle,
    QStyleOptionGraphicsItem,
    QWidget,
)

from journeymapper.i18n import _
from journeymapper.style.typography import FAMILIES, TextStyle
from journeymapper.text.engine import COMPANIONS
from journeymapper.text.runs import SCALE
from journeymapper.text.shaped import Alignment
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

_COMMAND = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.MetaModifier

#: Keys with Ctrl that write or move here and must not become the window's shortcuts meanwhile.
_OWN_KEYS = (
    QKeySequence.StandardKey.Copy,
    QKeySequence.StandardKey.Cut,
    QKeySequence.StandardKey.Paste,
    QKeySequence.StandardKey.SelectAll,
    QKeySequence.StandardKey.Undo,
    QKeySequence.StandardKey.Redo,
    QKeySequence.StandardKey.DeleteStartOfWord,
    QKeySequence.StandardKey.DeleteEndOfWord,
    QKeySequence.StandardKey.MoveToNextWord,
    QKeySequence.StandardKey.MoveToPreviousWord,
    QKeySequence.StandardKey.SelectNextWord,
    QKeySequence.StandardKey.SelectPreviousWord,
    QKeySequence.StandardKey.MoveToStartOfDocument,
    QKeySequence.StandardKey.MoveToEndOfDocument,
    QKeySequence.StandardKey.SelectStartOfDocument,
    QKeySequence.StandardKey.SelectEndOfDocument,
)

#: Reasons to lose the keyboard after which it comes back by itself.
_FOR_A_MOMENT = {
    Qt.FocusReason.PopupFocusReason,
    Qt.FocusReason.MenuBarFocusReason,
    Qt.FocusReason.ActiveWindowFocusReason,
}

_RETURN = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_TAB = {Qt.Key.Key_Tab: 1, Qt.Key.Key_Backtab: -1}


class _Text(QGraphicsTextItem):
    """The text, without the frame that Qt draws round an item that has the keyboard."""

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        """Paint the text and the caret."""
        option.state &= ~(QStyle.StateFlag.State_HasFocus | QStyle.StateFlag.State_Selected)
        super().paint(painter, option, cast(QWidget, widget))


class TextBox(QGraphicsView):
    """A text box without a frame that lies on words of the map; what is around it shows through."""

    #: The text is another: what it is now. Words under composition do not count yet.
    typed = Signal(str)
    #: The text needs another amount of room, or the caret moved.
    shifted = Signal()
    #: Enter was pressed (0), Tab (1) or Shift+Tab (-1).
    done = Signal(int)
    #: Esc was pressed.
    given_up = Signal()
    #: Undo was asked for and nothing typed is left to undo.
    undo_asked = Signal()
    #: The keyboard went elsewhere for good.
    left = Signal()

    def __init__(self, parent: QWidget, fit: Callable[[str], str], is_single_line: bool) -> None:
        """Make an empty box; ``fit`` makes text from outside fit for it."""
        super().__init__(parent)
        self._fit = fit
        self._is_single_line = is_single_line
        self._pitch = 0.0
        self._is_loading = self._is_replaying = False
        self._item = _Text()
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
        self._item.setFont(_font(words.style))
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
        self._item.setTextWidth(words.box.width * SCALE)
        lies = view.to_view(words.box)
        height = max(lies.height(), self._item.boundingRect().height() * scale)
        box = QRectF(lies.left(), lies.top(), lies.width(), height).toAlignedRect()
        box.adjust(-_BESIDE, -1, _BESIDE, 2)
        rise = words.baseline * SCALE - self._baseline()
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

    def _baseline(self) -> float:
        """Return where the first line stands in the item."""
        layout = self._document.firstBlock().layout()
        line = layout.lineAt(0)
        return layout.position().y() + line.y() + line.ascent() if line.isValid() else 0.0

    def caret(self) -> QRectF:
        """Return where the caret stands, in the coordinates of the widget the box lies in."""
        cursor = self._item.textCursor()
        layout = cursor.block().layout()
        line = layout.lineForTextPosition(cursor.positionInBlock())
        if not line.isValid():
            return QRectF(self.geometry())
        x, _place = cast(tuple[float, int], line.cursorToX(cursor.positionInBlock()))
        at = QRectF(
            layout.position() + QPointF(x, line.y()), layout.position() + QPointF(x, line.rect().bottom())
        )
        shown = self.viewportTransform().mapRect(self._item.mapRectToScene(at))
        return shown.translated(QPointF(self.geometry().topLeft()))

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
        if watched is self and isinstance(event, QKeyEvent):
            if event.type() is QEvent.Type.ShortcutOverride and _is_own(event):
                event.accept()
                return True
            if event.type() is QEvent.Type.KeyPress and event.key() in _TAB:
                self.keyPressEvent(event)
                return True
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """End on Enter, Tab and Esc; make Shift+Enter a line break where these may be; else write."""
        key = event.key()
        if key in _RETURN and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            if not self._is_single_line:
                self._item.textCursor().insertBlock()
        elif key in _RETURN:
            self.done.emit(0)
        elif (onward := _TAB.get(Qt.Key(key))) is not None:
            self.done.emit(onward)
        elif key == Qt.Key.Key_Escape:
            self.given_up.emit()
        elif not self._obey(event):
            super().keyPressEvent(event)
            event.accept()

    def _obey(self, event: QKeyEvent) -> bool:
        """Carry out the keys that Qt's own text control would take too literally; tell whether it was one."""
        orders = {
            QKeySequence.StandardKey.Undo: self.undo,
            QKeySequence.StandardKey.Redo: self.redo,
            QKeySequence.StandardKey.Copy: self.copy,
            QKeySequence.StandardKey.Cut: self.cut,
            QKeySequence.StandardKey.Paste: self.paste,
        }
        order = next((order for key, order in orders.items() if event.matches(key)), None)
        if order is not None:
            order()
        return order is not None

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
        """Insert text from outside at the caret, without control characters."""
        self._item.textCursor().insertText(self._fit(text))

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
        """Show what can be done with the text."""
        menu = QMenu(self)
        has_selection = self._item.textCursor().hasSelection()
        for words, order, is_possible in (
            (_("Cut"), self.cut, has_selection),
            (_("Copy"), self.copy, has_selection),
            (_("Paste"), self.paste, bool(QGuiApplication.clipboard().text())),
            (_("Select all"), self.select_all, not self._document.isEmpty()),
        ):
            menu.addAction(words, order).setEnabled(is_possible)
        menu.exec(event.globalPos())

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        """Leave scrolling and zooming to the canvas."""
        event.ignore()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Tell when the keyboard went elsewhere for good."""
        super().focusOutEvent(event)
        if event.reason() not in _FOR_A_MOMENT:
            self.left.emit()


def _is_own(event: QKeyEvent) -> bool:
    """Tell whether a key writes or moves in the text rather than calling the window."""
    if any(event.matches(key) for key in _OWN_KEYS):
        return True
    if event.modifiers() & _COMMAND:
        return (
            event.text().isprintable()
            and bool(event.text())
            and bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        )
    is_function_key = Qt.Key.Key_F1 <= event.key() <= Qt.Key.Key_F35
    return not (is_function_key or event.modifiers() & Qt.KeyboardModifier.AltModifier)


def _font(style: TextStyle) -> QFont:
    """Return the shaper's font for a style (see ``journeymapper.text.engine``)."""
    known = set(QFontDatabase.families())
    own = [family for family in FAMILIES if family in known]
    companions = [family for family in COMPANIONS if family in known]
    font = QFont()
    font.setFamilies([*own[:1], *companions, *own[1:]])
    font.setPixelSize(max(1, round(style.size * SCALE)))
    font.setWeight(QFont.Weight(style.weight))
    font.setItalic(style.italic)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font
