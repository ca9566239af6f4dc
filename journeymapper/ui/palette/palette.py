"""The command palette: a light panel over the map, with a line to type in and a list of what was found."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QObject, QRectF, Qt, QTimer
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QColor,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QFrame,
    QLineEdit,
    QListView,
    QVBoxLayout,
    QWidget,
)

from journeymapper.i18n import _, ngettext
from journeymapper.ui.icons import tinted
from journeymapper.ui.palette.entries import ACTIONS, ITSELF, Entry, Places, action_entries
from journeymapper.ui.palette.likely import likely_actions
from journeymapper.ui.palette.lines import Line, LinePainter, Lines, entry_line
from journeymapper.ui.palette.matching import Query, Texts

if TYPE_CHECKING:
    from journeymapper.ui.actions.table import ActionContext
    from journeymapper.ui.main_window import MainWindow

#: No more lines than these are listed.
_MOST_LISTED = 60
_MOST_LAST_USED = 5
_MOST_LIKELY = 8

#: Pixels: of the shadow round the panel, and inside it round its parts.
_SHADOW = 14
_INSIDE = 6
_RADIUS = 10

#: The panel is this wide, in letters of middling width, and at most this share of the window high.
_LETTERS_WIDE = 84
_SHARE_HIGH = 0.6
_SHARE_ABOVE = 0.07

_PAGE = 8
_FOR_A_MOMENT = Qt.FocusReason.PopupFocusReason
_STEPS: dict[int, int] = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: _PAGE,
    Qt.Key.Key_PageUp: -_PAGE,
}
_RETURN = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class Palette(QFrame):
    """Finds an action or a place of the map by a few letters, and runs it or goes there.

    It acts on the selection as it is when the panel opens. One panel serves a window; ``line`` is where one
    types, ``lines`` what is listed.
    """

    def __init__(self, context: "ActionContext") -> None:
        """Make the panel of a window, which does not show yet."""
        super().__init__(context.window)
        self._context = context
        self._window: MainWindow = context.window
        self._before: QWidget | None = None
        self._actions: list[Entry] = []
        self._places: Places | None = None
        self._texts: Texts | None = None
        self.hide()
        self.line = self._make_line()
        self.lines = Lines(self)
        self._painter = LinePainter(self._window.windows.appearance, self)
        self.list = self._make_list()
        column = QVBoxLayout(self)
        edge = _SHADOW + _INSIDE
        column.setContentsMargins(edge, edge, edge, edge)
        column.setSpacing(_INSIDE)
        column.addWidget(self.line)
        column.addWidget(self.list)
        self._reading = QTimer(self)
        self._reading.setSingleShot(True)
        self._reading.timeout.connect(self._read)
        self._window.action_set.running.connect(self._make_way)

    @classmethod
    def toggle(cls, context: "ActionContext") -> None:
        """Show the panel of a window, or put it away."""
        children = Qt.FindChildOption.FindDirectChildrenOnly
        palette = context.window.findChild(cls, options=children) or cls(context)
        if palette.isVisible():
            palette.put_away()
        else:
            palette.come_up()

    def _make_line(self) -> QLineEdit:
        line = QLineEdit(self)
        line.setFrame(False)
        line.setMaxLength(200)
        line.setPlaceholderText(_("Type a few letters of an action, a stage, a lane or a card"))
        line.setAccessibleName(_("Go to or do"))
        font = line.font()
        font.setPointSizeF(font.pointSizeF() * 1.15)
        line.setFont(font)
        line.setTextMargins(_INSIDE, _INSIDE, _INSIDE, _INSIDE)
        line.addAction(tinted("magnify", self._window.palette()), QLineEdit.ActionPosition.LeadingPosition)
        line.textChanged.connect(self._find)
        line.installEventFilter(self)
        return line

    def _make_list(self) -> QListView:
        found = QListView(self)
        found.setModel(self.lines)
        found.setItemDelegate(self._painter)
        found.setFrameShape(QFrame.Shape.NoFrame)
        found.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        found.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        found.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        found.setMouseTracking(True)
        found.setUniformItemSizes(True)
        found.setAccessibleName(_("What was found"))
        found.clicked.connect(self._run)
        found.selectionModel().currentChanged.connect(self._speak)
        return found

    # Coming and going.

    def come_up(self) -> None:
        """Show the panel, empty, with the keyboard in it; what is enabled now can be found."""
        self._before = QApplication.focusWidget()
        self._actions = action_entries(self._window.action_set, self._context)
        self._places = self._texts = None
        self._painter.appearance = self._window.windows.appearance
        self.line.clear()
        self._find()
        self.show()
        self.raise_()
        self.line.setFocus(_FOR_A_MOMENT)
        self._window.installEventFilter(self)
        self._window.windows.application.focusChanged.connect(self._follow_focus)
        self._reading.start(0)

    def put_away(self) -> None:
        """Hide the panel and give the keyboard back to where it was."""
        if not self.isVisible():
            return
        has_keyboard = self.line.hasFocus()
        self._reading.stop()
        self._window.windows.application.focusChanged.disconnect(self._follow_focus)
        self._window.removeEventFilter(self)
        before, self._before = self._before, None
        if has_keyboard:
            self._give_back(before)
        self.hide()
        self._actions, self._places, self._texts = [], None, None
        self.lines.show_lines(())

    def _give_back(self, before: QWidget | None) -> None:
        # What had the keyboard may be gone by now.
        if before is not None and before in self._window.findChildren(QWidget) and before.isVisible():
            before.setFocus(_FOR_A_MOMENT)
        elif self._window.canvas is not None:
            self._window.canvas.setFocus(_FOR_A_MOMENT)

    def _make_way(self, id_: str) -> None:
        """Go when an action is run by other ways."""
        if id_ != ITSELF:
            self.put_away()

    def _follow_focus(self, _old: QWidget | None, now: QWidget | None) -> None:
        if now is not None and not self.isAncestorOf(now):
            self.put_away()

    # Finding.

    def _read(self) -> Texts:
        """Return the texts that can be found; they are read once the panel is there, or something typed."""
        if self._texts is None or self._places is None:
            self._places = Places(self._window)
            groups = [ACTIONS] * len(self._actions)
            words = [entry.words for entry in self._actions]
            self._texts = Texts(words + self._places.texts, groups + self._places.groups)
        return self._texts

    def _find(self) -> None:
        """List what suits the letters typed."""
        query = Query(self.line.text())
        self.lines.show_lines(self._suggestions() if query.is_empty else self._found(query))
        self._take_place()
        self._step(0)

    def _found(self, query: Query) -> list[Line]:
        found = self._read().find(query, _MOST_LISTED)
        entries = sorted(map(self._entry, found.best), key=lambda entry: entry.is_off)
        listed = [entry_line(entry, query.places(entry.words)) for entry in entries]
        if not listed:
            return [Line(_("Nothing found"))]
        if more := found.count - len(listed):
            words = ngettext("… and {count} more", "… and {count} more", more).format(count=more)
            listed.append(Line(words))
        return listed

    def _entry(self, number: int) -> Entry:
        count = len(self._actions)
        if number < count or self._places is None:
            return self._actions[number]
        return self._places.entry(number - count)

    def _suggestions(self) -> list[Line]:
        """Return the actions used last, and those that are likely next."""
        by_id = {entry.action: entry for entry in self._actions if not entry.is_off}
        used = [by_id[id_] for id_ in self._window.windows.last_used if id_ in by_id]
        likely = [by_id[id_] for id_ in likely_actions(self._context) if id_ in by_id]
        likely = [entry for entry in likely if entry not in used]
        return [
            *_section(_("Last used"), used[:_MOST_LAST_USED]),
            *_section(_("Likely now"), likely[:_MOST_LIKELY]),
        ]

    # Choosing.

    def _step(self, by: int) -> None:
        """Go so many entries on, to the last there is; 0 goes to the first."""
        rows = [row for row, line in enumerate(self.lines.lines) if line.can_be_chosen]
        if not rows:
            return
        current = self.list.currentIndex().row()
        at = rows.index(current) + by if by and current in rows else 0
        row = rows[max(0, min(len(rows) - 1, at))]
        self.list.setCurrentIndex(self.lines.index(row))
        if row == rows[0]:
            self.list.scrollToTop()  # with the heading above it

    def _run(self, index: QModelIndex) -> None:
        """Do what a line says."""
        entry = self.lines.lines[index.row()].entry if index.isValid() else None
        if entry is None or entry.is_off:
            return
        self.put_away()
        if entry.action:
            windows = self._window.windows
            others = (id_ for id_ in windows.last_used if id_ != entry.action)
            windows.last_used = [entry.action, *others][:_MOST_LAST_USED]
        entry.run()

    def _speak(self, index: QModelIndex) -> None:
        """Tell a screen reader which line is the current one."""
        words = self.lines.lines[index.row()].spoken if index.isValid() else ""
        self.line.setAccessibleDescription(words)
        if words and QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.line, words))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Walk, run and leave by keys; keep to the size of the window; go at a click beside the panel."""
        if watched is self.line and isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            return self._press(event)
        if watched is self._window and event.type() is QEvent.Type.Resize:
            self._take_place()
        elif watched is self._window and event.type() is QEvent.Type.MouseButtonPress:
            self.put_away()
        return False

    def _press(self, event: QKeyEvent) -> bool:
        key, held = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if key in {Qt.Key.Key_Tab, Qt.Key.Key_Backtab}:
            return True
        if held:
            return False
        if key == Qt.Key.Key_Escape:
            self.put_away()
        elif key in _RETURN:
            self._run(self.list.currentIndex())
        elif key in _STEPS:
            self._step(_STEPS[key])
        else:
            return False
        return True

    # Looks.

    def _take_place(self) -> None:
        """Lie over the upper middle of the window, as high as the list needs."""
        middle = self._window.centralWidget() or self._window
        room = middle.geometry()
        wide = _LETTERS_WIDE * self.fontMetrics().averageCharWidth() + 2 * _SHADOW
        width = min(wide, self._window.width())
        above = int(room.height() * _SHARE_ABOVE)
        rows = len(self.lines.lines)
        listed = rows * self.list.sizeHintForRow(0) if rows else 0
        around = self.line.sizeHint().height() + 2 * (_SHADOW + _INSIDE) + (_INSIDE if rows else 0)
        height = min(listed + around, max(int(room.height() * _SHARE_HIGH), around))
        self.list.setVisible(bool(rows))
        self.setGeometry((self._window.width() - width) // 2, room.y() + above - _SHADOW, width, height)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the panel and the shadow under it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        panel = QRectF(self.rect()).adjusted(_SHADOW, _SHADOW, -_SHADOW, -_SHADOW)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(0, 0, 0, 3))
        for wider in range(1, _SHADOW):
            around = panel.adjusted(-wider, 2 - wider, wider, min(wider + 2, _SHADOW))
            painter.drawRoundedRect(around, _RADIUS + wider, _RADIUS + wider)
        painter.setPen(QPen(QColor(self._window.windows.appearance.paper_edge), 1))
        painter.setBrush(self.palette().base())
        painter.drawRoundedRect(panel.adjusted(0.5, 0.5, -0.5, -0.5), _RADIUS, _RADIUS)


def _section(heading: str, entries: list[Entry]) -> list[Line]:
    if not entries:
        return []
    return [Line(heading, is_heading=True), *(entry_line(entry, ()) for entry in entries)]
