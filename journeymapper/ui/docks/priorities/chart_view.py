"""The chart on the screen: painted to the width it is given, for pointer and keyboard."""

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QContextMenuEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QApplication, QWidget

from journeymapper.editing import priorities
from journeymapper.i18n import _
from journeymapper.layout.geometry import Rect
from journeymapper.layout.priorities.chart import Chart
from journeymapper.layout.priorities.words import words_of
from journeymapper.ui.appearance import LIGHT, Appearance
from journeymapper.ui.canvas.note_tip import tip
from journeymapper.ui.docks.priorities.chart_painting import AROUND, ChartPainter, Sight, lifted_box
from journeymapper.ui.docks.priorities.dragging import Drag
from journeymapper.ui.docks.priorities.shown_board import ShownBoard
from journeymapper.ui.open_map import cell_of

#: A chart wider and higher than so many pixels is shown larger, at most so many times.
_USUAL, _LARGEST = (620.0, 560.0), 1.5

_POINTS_IN_INCH = 72.0

#: So much above and below what is in the hand stays in view, in pixels.
_ROUND_HAND = 30

_ARROWS: dict[int, tuple[int, int]] = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, 1),
    Qt.Key.Key_Down: (0, -1),
}
_TAB: dict[int, int] = {Qt.Key.Key_Tab: 1, Qt.Key.Key_Backtab: -1}
_CLEAR = {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}


class ChartView(QWidget):
    """Shows a board. It is as high as the chart needs, and its owner scrolls it."""

    #: A card was chosen: its id.
    chosen = Signal(str)
    #: One line for the user.
    said = Signal(str)
    #: The context menu was asked for: the card, global position.
    menu_asked = Signal(str, QPoint)
    #: A part should be in view, in pixels.
    seen = Signal(QRect)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show no board yet."""
        super().__init__(parent)
        self.board: ShownBoard | None = None
        self.chart: Chart | None = None
        self.appearance: Appearance = LIGHT
        self._painter = ChartPainter()
        self._room = QSize()
        self.sight = Sight()
        self._hovered = self._ringed = ""
        self._pressed: tuple[str, QPointF] | None = None
        self.drag: Drag | None = None
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.installEventFilter(self)

    # The chart.

    def show_board(self, board: ShownBoard | None) -> None:
        """Show another board; None: there is none."""
        self.let_go()
        self.hover("")
        self._pressed = None
        self.board, self.chart = board, None
        self.setAccessibleName(_(words_of(board.board).ratings) if board is not None else "")
        self.lay_out(self._room)
        self.tell()

    def lay_out(self, room: QSize) -> None:
        """Lay the chart out for a room of so many pixels; only what is other is painted again."""
        self._room = room
        if self.board is None or room.width() < 2 * AROUND + 1:
            return
        width = room.width() - 2 * AROUND
        larger = max(1.0, min(_LARGEST, width / _USUAL[0], room.height() / _USUAL[1]))
        scale = self.logicalDpiY() / _POINTS_IN_INCH * larger
        height = (room.height() - 2 * AROUND) / scale
        before, sight_before = self.chart, self.sight
        self.chart, self.sight = self.board.chart(width / scale, height), Sight(scale)
        pixels = round(self.chart.height * scale) + 2 * AROUND
        self.resize(room.width(), max(room.height(), pixels))
        if before is None or self.sight != sight_before or before.ground != self.chart.ground:
            self.update()
        else:
            for box in _differing(before, self.chart):
                self.update(self.sight.pixels_of(box))

    # Which card.

    @property
    def current(self) -> str:
        """The card that the keyboard stands on: the map's own current one, where that is on the chart."""
        if self.board is None or self.board.open_map.current not in self.board.standing.numbers:
            return ""
        return self.board.open_map.current

    def choose(self, card: str) -> None:
        """Select a card, here and on the map."""
        if self.board is None:
            return
        open_map = self.board.open_map
        open_map.select((card,), card, cell_of(open_map.session.document, card))
        self.show_card(card)
        self.chosen.emit(card)

    def show_card(self, card: str) -> None:
        """Have a card's chip scrolled into view."""
        chip = self.chart.chips.get(card) if self.chart is not None else None
        if chip is not None:
            self.seen.emit(self.sight.pixels_of(chip.box))

    def _repaint(self, card: str) -> None:
        """Have a card's chip painted again."""
        chip = self.chart.chips.get(card) if self.chart is not None else None
        if chip is not None:
            self.update(self.sight.pixels_of(chip.box))

    def tell(self) -> None:
        """Tell a screen reader where the keyboard stands; have the ring painted there.

        Which card it is the map tells; here is told where on the board that stands.
        """
        words = self.board.words(self.current) if self.board is not None and self.current else ""
        for card in {self._ringed, self.current} if self._ringed != self.current else ():
            self._repaint(card)
        self._ringed = self.current
        if words == self.accessibleDescription():
            return
        self.setAccessibleDescription(words)
        if self.board is not None and words and self.hasFocus() and QAccessible.isActive():
            place = self.board.place_words(self.current)
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, place))

    def hover(self, card: str) -> None:
        """Light a card on the map, and say what it is when the pointer rests on it; "" lights none."""
        if card == self._hovered or self.board is None:
            return
        self._hovered = card
        self.setToolTip(tip(self.board.words(card, "\n")) if card else "")
        self.board.open_map.pointed_at.emit(frozenset((card,)) if card else frozenset())

    def let_go(self) -> None:
        """Put back what is in the hand."""
        drag, self.drag = self.drag, None
        self._pressed = None
        if drag is not None:
            drag.cancel()
            self.unsetCursor()
            self.update()

    # Edits.

    def _shift(self, right: int, up: int) -> None:
        board, card = self.board, self.current
        if board is None or not card:
            return
        with board.open_map.edit(_("Set priority")) as edit:
            priorities.shift(edit, board.board, [card], right, up)
        self._after_edit(card)

    def _clear(self) -> None:
        board, card = self.board, self.current
        if board is None or not card:
            return
        with board.open_map.edit(_("Clear priority")) as edit:
            priorities.clear(edit, board.board, [card])
        self._after_edit(card)

    def _after_edit(self, card: str) -> None:
        if self.board is not None and card in self.board.standing.places:
            self.said.emit(self.board.place_words(card))
            self.show_card(card)
            self.tell()

    # The pointer.

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Take hold of a card."""
        at = self.sight.on_chart(event.position())
        card = self.chart.card_at(at.x(), at.y()) if self.chart is not None else ""
        is_left = event.button() is Qt.MouseButton.LeftButton
        self._pressed = (card, event.position()) if is_left and card else None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Drag the card in the hand, or light the one under the pointer."""
        if self.chart is None or self.board is None:
            return
        at = self.sight.on_chart(event.position())
        if not event.buttons() & Qt.MouseButton.LeftButton:
            self.let_go()  # the release went astray
            self.hover(self.chart.card_at(at.x(), at.y()))
            return
        if self.drag is None and self._pressed is not None:
            card, begun = self._pressed
            way = (event.position() - begun).manhattanLength()
            if way < QApplication.startDragDistance() or card not in self.chart.chips:
                return
            box = self.chart.chips[card].box
            self.drag = Drag(self.board, card, self.sight.on_chart(begun) - QPointF(box.x, box.y), at)
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
        if self.drag is not None:
            self._follow(self.drag, at)
            x, y = round(event.position().x()), round(event.position().y())
            self.seen.emit(QRect(x, y - _ROUND_HAND, 1, 2 * _ROUND_HAND))

    def _follow(self, drag: Drag, at: QPointF) -> None:
        """Have the card in the hand follow the pointer."""
        if self.chart is None:
            return
        before = drag.target
        self._repaint_lifted(drag)
        drag.move(at, self.chart)
        self._repaint_lifted(drag)
        if before != drag.target:
            self.update()

    def _repaint_lifted(self, drag: Drag) -> None:
        if self.chart is not None and (box := lifted_box(self.chart, drag)) is not None:
            self.update(self.sight.pixels_of(box))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Let the card go where it is, or choose the one that was clicked."""
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        pressed, self._pressed = self._pressed, None
        drag, self.drag = self.drag, None
        if drag is not None:
            drag.finish()
            self.unsetCursor()
            self.update()
            self.choose(drag.card)
            self._after_edit(drag.card)
        elif pressed is not None:
            self.choose(pressed[0])

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802 - Qt's name
        """Ask for the menu of the card under the pointer, or of the current one."""
        event.accept()
        self.let_go()
        if self.chart is None:
            return
        at = self.sight.on_chart(QPointF(event.pos()))
        card, place = self.chart.card_at(at.x(), at.y()), event.globalPos()
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            card = self.current
            chip = self.chart.chips.get(card)
            place = self.mapToGlobal(self.sight.on_view(chip.box).center().toPoint()) if chip else place
        if card:
            self.choose(card)
            self.menu_asked.emit(card, place)

    # The keyboard.

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Let Tab go through the cards, and past the last to the next widget; notice the pointer leaving."""
        if event.type() is QEvent.Type.Leave:
            self.hover("")
        elif event.type() in {QEvent.Type.WindowDeactivate, QEvent.Type.FocusOut}:
            self.let_go()
        if event.type() in {QEvent.Type.FocusIn, QEvent.Type.FocusOut}:
            self.update()
        if not isinstance(event, QKeyEvent) or event.type() is not QEvent.Type.KeyPress:
            return False
        by = _TAB.get(event.key()) if not event.modifiers() & Qt.KeyboardModifier.ControlModifier else None
        if by is None or self.board is None or self.drag is not None:
            return False
        card = self.board.next_to(self.current, by)
        if card:
            self.choose(card)
        return bool(card)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Move the current card by arrow keys; clear its rating."""
        is_plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if self.drag is not None or self.board is None or not is_plain:
            event.ignore()
        elif event.key() in _ARROWS and not self.current:
            self.choose(self.board.next_to("", 1) or "")
        elif event.key() in _ARROWS:
            self._shift(*_ARROWS[event.key()])
        elif event.key() in _CLEAR and self.current:
            self._clear()
        else:
            event.ignore()

    # Painting.

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the desk, the paper, and what of the chart is exposed."""
        painter, chart, drag = QPainter(self), self.chart, self.drag
        try:
            self._painter.paint_paper(painter, self.rect(), event.rect(), self.appearance)
            if chart is not None:
                in_hand = drag.card if drag is not None else ""
                self._painter.paint_chart(painter, event.rect(), chart, self.sight, in_hand)
            if chart is not None and drag is not None:
                self._painter.paint_drag(painter, chart, self.sight, drag, self.appearance)
            elif chart is not None:
                self._painter.paint_current(painter, chart, self.sight, self.current, self.appearance)
        finally:
            painter.end()


def _differing(before: Chart, after: Chart) -> list[Rect]:
    """Return the boxes of the chips that came, went or look another way; chips that stayed are the same."""
    boxes: list[Rect] = []
    for card in {**before.chips, **after.chips}:
        old, new = before.chips.get(card), after.chips.get(card)
        if old is not new:
            boxes.extend(chip.box for chip in (old, new) if chip is not None)
    return boxes
