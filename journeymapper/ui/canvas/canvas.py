"""The canvas: the map on its paper, on a quiet desk, and everything that is done to it by hand."""

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QContextMenuEvent,
    QFocusEvent,
    QHelpEvent,
    QInputMethodEvent,
    QKeyEvent,
    QMouseEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractSlider, QApplication, QTableView, QTreeView, QWidget

from journeymapper.document.change import Change
from journeymapper.document.records import Lane
from journeymapper.document.roles import holds_cards
from journeymapper.i18n import _
from journeymapper.layout.damage import Damage
from journeymapper.layout.finding import rect_of
from journeymapper.layout.geometry import Rect
from journeymapper.ui.canvas.cursor import Way
from journeymapper.ui.canvas.digits import Digits
from journeymapper.ui.canvas.editor import Editor
from journeymapper.ui.canvas.gestures.gesture import Surface
from journeymapper.ui.canvas.glide import Glide
from journeymapper.ui.canvas.hand import Hand
from journeymapper.ui.canvas.keys import Keys, way_of
from journeymapper.ui.canvas.linking import Linking
from journeymapper.ui.canvas.map_view import MapView
from journeymapper.ui.canvas.menu_key import asks_for_menu, hit_at_cursor
from journeymapper.ui.canvas.note_tip import show_tip
from journeymapper.ui.canvas.overlay import Lifted
from journeymapper.ui.canvas.ranges import Ranges
from journeymapper.ui.canvas.spoken import spoken
from journeymapper.ui.canvas.text_box import TextBox
from journeymapper.ui.canvas.text_keys import Ending
from journeymapper.ui.canvas.words import Words
from journeymapper.ui.open_map import OpenMap, cell_of

#: Below this zoom, writing brings the map nearer first.
_LEAST_ZOOM_TO_WRITE = 0.5

#: Desk kept round the caret while writing, in pixels.
_ROUND_CARET = 12

_CTRL = Qt.KeyboardModifier.ControlModifier
_CORNERS = {Way.START, Way.END}
_TAB: dict[int, int] = {Qt.Key.Key_Tab: 1, Qt.Key.Key_Backtab: -1}
_PAGES: dict[int, QAbstractSlider.SliderAction] = {
    Qt.Key.Key_PageUp: QAbstractSlider.SliderAction.SliderPageStepSub,
    Qt.Key.Key_PageDown: QAbstractSlider.SliderAction.SliderPageStepAdd,
}


class Canvas(MapView):
    """Shows and edits one open map."""

    #: The context menu was asked for: (Hit, global position).
    menu_asked = Signal(object, QPoint)
    #: The same for the text that is being written: global position.
    text_menu_asked = Signal(QPoint)
    #: What has no words to write on the map was double-clicked, or Enter pressed on it: its id.
    details_asked = Signal(str)
    #: A line for the user.
    said = Signal(str)

    def __init__(self, open_map: OpenMap, parent: QWidget | None = None) -> None:
        """Show an open map."""
        super().__init__(open_map, parent)
        self._ranges = Ranges(open_map)
        self._glide = Glide(self.overlay, self)
        self._editor = Editor(open_map, self.view, self.viewport())
        self._keys = Keys(open_map, self._ranges, self.begin_card, self._edit, self._write_over)
        self.linking = Linking(open_map, self.overlay.links, self)
        self._hand = Hand(self._surface(), self.viewport())
        self._said = ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
        self.setAccessibleName(_("Journey map"))
        self.viewport().setMouseTracking(True)
        open_map.changed.connect(self._follow_written)
        open_map.selected.connect(self._follow_selection)
        self._editor.ended.connect(self._after_writing)
        self._editor.next_asked.connect(self._open_card)
        self._editor.said.connect(self.said)
        self.linking.said.connect(self.said)
        self.linking.returned.connect(self.reveal_cursor)
        self._editor.menu_asked.connect(self.text_menu_asked)
        self._editor.caret_moved.connect(self._keep_caret)

    def _surface(self) -> Surface:
        return Surface(
            self.open_map,
            self.view,
            self.overlay,
            self._ranges,
            scroll_to=self.move_map,
            begin_card=self.begin_card,
            glide=self._let_glide,
            say=self.said.emit,
        )

    @property
    def is_editing(self) -> bool:
        """Tell whether something is being written in place."""
        return self._editor.is_open

    @property
    def is_dragging(self) -> bool:
        """Tell whether something is being dragged."""
        return self._hand.is_dragging

    @property
    def text_box(self) -> TextBox | None:
        """The open text box, for the window's cut, copy and paste; None while nothing is written."""
        return self._editor.box

    @property
    def digits(self) -> Digits:
        """The digits that rated last and may turn out to be words."""
        return self._keys.digits

    def edit_text(self, id_: str, field: str = "") -> bool:
        """Open the editor on a record's words; ``field`` "" means its name or text.

        Other fields are "hint" of a lane, and "scenario" (or "subtitle") of the map. Returns False when
        there is nothing to write there.
        """
        self._hand.cancel()
        rect = rect_of(self.map_layout, id_)
        if rect is not None:
            self._come_near(rect)
        is_open = self._editor.open_text(id_, field)
        self.overview.lie_right()
        return is_open

    def begin_card(self, lane: str, step: str, text: str = "", place: int | None = None) -> None:
        """Put a new card into a cell, at ``place`` or its end, and open its editor.

        Left without words, the card vanishes again and nothing has happened. In a lane of another kind,
        or one that is hidden or collapsed, nothing happens either.
        """
        self.let_go()
        holds_any = holds_cards(self.open_map.session.document.get(lane, Lane).lane_kind)
        if not holds_any or not self.map_layout.is_open(lane):
            return
        self.overlay.hover(None)
        if self.zoom < _LEAST_ZOOM_TO_WRITE:
            self._come_near(self.map_layout.cell_rect(lane, step))
        self._open_card(lane, step, place, text)

    def _open_card(self, lane: str, step: str, place: int | None, text: str = "") -> None:
        self._editor.open_card(lane, step, text, place)
        self.reveal(self.open_map.current)
        self.overview.lie_right()

    def finish_editing(self) -> None:
        """Keep what is being written and close the editor."""
        self._editor.finish()

    def let_go(self) -> None:
        """Put back what is being dragged, as Esc does, and keep what is being written."""
        self._glide.stop()
        self._hand.cancel()
        self._editor.finish()

    def set_motion(self, allowed: bool) -> None:
        """Let dropped cards slide to their places, or be there at once."""
        self._glide.is_allowed = allowed
        self._glide.stop()

    def written_words(self) -> Words | None:
        """Return the words that the text box lies on."""
        return self._editor.words()

    def view_moved(self) -> None:
        """Keep the text box on its words, and the overview clear of them."""
        self._editor.lie_right()
        super().view_moved()

    def may_follow_cursor(self) -> bool:
        """Let nothing scroll while something is written or dragged."""
        return super().may_follow_cursor() and not (self.is_editing or self.is_dragging)

    def _edit(self, id_: str, field: str = "") -> None:
        """Open the editor, or leave the record to the window."""
        if not self.edit_text(id_, field):
            self.open_map.select((id_,), id_, cell_of(self.open_map.session.document, id_))
            self.details_asked.emit(id_)

    def _write_over(self, id_: str, words: str) -> None:
        """Open the editor with words in place of those there; Esc brings these back."""
        if self.edit_text(id_) and self.text_box is not None:
            self.text_box.select_all()
            self.text_box.insert(words)

    def _come_near(self, rect: Rect) -> None:
        """Bring a part of the map into view, at a size at which one can write."""
        if self.zoom < _LEAST_ZOOM_TO_WRITE:
            self.zoom_to(1.0, self.view.to_view(rect).center())
        self.reveal_rect(rect)

    def _let_glide(self, lifted: Lifted, id_: str) -> None:
        goal = rect_of(self.map_layout, id_)
        if goal is not None:
            self._glide.start(lifted, goal)

    def _keep_caret(self, caret: QRectF) -> None:
        """Scroll so that the caret stays in view."""
        seen = QRectF(self.viewport().rect())
        if not seen.contains(caret):
            around = caret.adjusted(-_ROUND_CARET, -_ROUND_CARET, _ROUND_CARET, _ROUND_CARET)
            self.reveal_rect(self.view.rect_to_map(around.toAlignedRect()))

    def _follow_written(self, change: Change, _damage: Damage) -> None:
        self._glide.stop()
        self._editor.follow(change)

    def _follow_selection(self) -> None:
        """Show what is selected, and tell a screen reader where the keyboard is.

        The outline and the table speak for themselves.
        """
        self.overlay.follow_selection()
        words = spoken(self.open_map)
        if words == self._said:
            return
        self._said = words
        self.setAccessibleDescription(words)
        is_heard = isinstance(QApplication.focusWidget(), QTreeView | QTableView)
        if words and QAccessible.isActive() and not is_heard:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def _after_writing(self, ending: Ending) -> None:
        self._follow_selection()
        self.overview.lie_right()
        if self._keys.go_on(ending):
            self.reveal_cursor()

    # The pointer.

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Begin a gesture; what is being written is kept."""
        self._glide.stop()
        self.digits.forget()
        self._editor.finish()
        self._hand.press(event.position(), event.button(), event.modifiers())
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Go on with the gesture, or give it up when its release went astray."""
        if self._hand.has_lost(event.buttons()):
            self._hand.cancel()
        self._hand.move(event.position(), event.modifiers())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """End the gesture."""
        self._hand.release(event.position(), event.button(), event.modifiers())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Edit what is under the pointer, or make something where nothing is."""
        if event.button() is not Qt.MouseButton.LeftButton or self._hand.holds_space:
            self.mousePressEvent(event)
            return
        self._editor.finish()
        found = self._hand.press_twice(event.position())
        if found is not None:
            self._edit(*found)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802 - Qt's name
        """Ask for the menu of what is under the pointer, or of what the keyboard stands on."""
        event.accept()
        was_dragging = self.is_dragging
        self.let_go()
        if was_dragging:
            return
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            self._ask_menu_at_cursor()
            return
        found = self._hand.menu_hit(QPointF(event.pos()))
        cell = (found.lane, found.step) if found.lane and found.step else None
        if found.id not in self.open_map.selection:
            self.open_map.select((found.id,) if found.id else (), found.id, cell)
        self.menu_asked.emit(found, event.globalPos())

    def _ask_menu_at_cursor(self) -> None:
        self.reveal_cursor()
        rect = self.cursor_rect()
        seen = QRectF(self.viewport().rect()) if rect is None else self.view.to_view(rect)
        at = seen.center()
        self.menu_asked.emit(hit_at_cursor(self.open_map), self.viewport().mapToGlobal(at.toPoint()))

    def look_at_viewport(self, event: QEvent) -> bool:
        """Stop inviting when the pointer leaves; say more of what it rests on."""
        if event.type() is QEvent.Type.Leave:
            self.overlay.hover(None)
            self.overlay.show_grip(None)
            self.overlay.links.show_handle(None)
            self.overlay.curves.aim(None)
            self.overlay.hover_lane("")
        if isinstance(event, QHelpEvent) and not (self.is_editing or self.is_dragging):
            under = self._hand.hit(QPointF(event.pos()))
            return show_tip(self.open_map, under, event, self.view, self.viewport())
        return super().look_at_viewport(event)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        """Zoom or scroll; what is in the hand is not zoomed."""
        if self.is_dragging and event.modifiers() & _CTRL:
            event.accept()
        else:
            super().wheelEvent(event)

    # The keyboard.

    def look_at(self, event: QEvent) -> bool:
        """Let Tab go on over the map; past its ends, and without a cursor, to the next widget.

        What is in the hand goes back when another window comes forward: its release may never be heard of.
        """
        if event.type() is QEvent.Type.WindowDeactivate:
            self._hand.cancel()
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.ShortcutOverride:
            self.digits.meet(event)
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            onward = _TAB.get(event.key()) if not event.modifiers() & _CTRL else None
            if onward is not None and not self.is_dragging and self._keys.step_on(onward):
                self.reveal_cursor()
                return True
        return super().look_at(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Give a gesture up, walk, write; what is not the canvas's is left to the window."""
        self._glide.stop()
        if event.key() == Qt.Key.Key_Escape and self._hand.cancel():
            return
        if self.is_dragging:
            event.ignore()
            return
        if self.linking.press(event) or self._keys.type_on(event):
            return
        if event.key() == Qt.Key.Key_Space and not event.modifiers():
            self._hold_space(True)
        elif event.key() in _PAGES:
            self.verticalScrollBar().triggerAction(_PAGES[event.key()])
        elif asks_for_menu(event):
            self._ask_menu_at_cursor()
        elif self._keys.press(event):
            if not self.is_editing:
                self._show_way(event)
        else:
            event.ignore()

    def _show_way(self, event: QKeyEvent) -> None:
        """Show where a key led: at an end of the map its very corner as well."""
        if (way := way_of(event)) in _CORNERS:
            self.show_corner(is_last=way is Way.END)
        self.reveal_cursor(wants_beginning=way is Way.ROW_START)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Let go of the map when Space is let go of."""
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self._hold_space(False)
        else:
            super().keyReleaseEvent(event)

    def _hold_space(self, holds: bool) -> None:
        if holds == self._hand.holds_space:
            return
        self._hand.holds_space = holds
        if not self.is_dragging:
            self._hand.hover(QPointF(self.viewport().mapFromGlobal(self.cursor().pos())))

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:  # noqa: N802 - Qt's name
        """Begin a card with what an input method composes: dead keys, Chinese, Japanese."""
        event.accept()
        if self.is_dragging:
            return
        if event.commitString():
            words = event.commitString()
            self._keys.type_words(self.digits.take(words) or words)
        elif event.preeditString() and self._keys.type_words("") and self.text_box is not None:
            QApplication.sendEvent(self.text_box, event)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Show the cursor."""
        super().focusInEvent(event)
        self.overlay.follow_focus(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Put back what is in the hand, and hide the cursor."""
        super().focusOutEvent(event)
        self.digits.forget()
        self._hand.cancel()
        self._hold_space(False)
        self.overlay.follow_focus(False)
