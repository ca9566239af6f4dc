"""The walk as one sees it: how far one is, what to do next, and the list of what there is to look at."""

from typing import Final

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent, QHelpEvent, QKeyEvent, QMouseEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QLabel,
    QListView,
    QMenu,
    QPushButton,
    QToolTip,
    QVBoxLayout,
    QWidget,
)

from journeymapper.document.change import Change
from journeymapper.editing import cards
from journeymapper.i18n import _
from journeymapper.ui.appearance import Appearance
from journeymapper.ui.bars.flow import Flow
from journeymapper.ui.docks.review.face import FacePainter, Part
from journeymapper.ui.docks.review.rows import WalkRows
from journeymapper.ui.docks.review.walk import Row, Walk
from journeymapper.ui.open_map import OpenMap

#: The list follows the map once that has been at rest for so many milliseconds.
PACE: Final = 200

_LEAST_SIZE: Final = (180, 120)
_SPACING: Final = 8
_RETURN = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class WalkPanel(QWidget):
    """Shows a walk, or nothing while there is none."""

    #: One is to be led to what a row is about: the row.
    led = Signal(object)
    #: What a row is about is pointed at: its id, "" for nothing.
    pointed = Signal(str)
    #: All has been looked at.
    arrived = Signal()
    #: The user wants the review finished, or stopped.
    finish_asked = Signal()
    stop_asked = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget) -> None:
        """Make a panel without a walk."""
        super().__init__(parent)
        self.walk: Walk | None = None
        self._open_map: OpenMap | None = None
        self.rows: WalkRows | None = None
        self.progress = QLabel(self)
        self.progress.setTextFormat(Qt.TextFormat.PlainText)
        self.progress.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.next = QPushButton(_("Next"), self)
        self.finish = QPushButton(_("Finish review…"), self)
        self.stop = QPushButton(_("Stop"), self)
        self.list = self._make_list()
        self.painter = FacePainter(self.list, "", appearance)
        self.list.setItemDelegate(self.painter)
        self._pressed = Part.WORDS
        self.waiting = QTimer(self)
        self.waiting.setSingleShot(True)
        self.waiting.setInterval(PACE)
        self.waiting.timeout.connect(self.refresh)
        self._lay_out()
        self._connect()

    def _make_list(self) -> QListView:
        found = QListView(self)
        found.setFrameShape(QFrame.Shape.NoFrame)
        found.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        found.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        found.setResizeMode(QListView.ResizeMode.Adjust)
        found.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        found.setMouseTracking(True)
        found.setMinimumSize(*_LEAST_SIZE)
        found.setAccessibleName(_("What there is to look at"))
        found.setAccessibleDescription(
            _("Space marks as looked at and goes on, Enter goes there, the menu key offers more")
        )
        return found

    def _lay_out(self) -> None:
        self.next.setToolTip(_("Mark this one as looked at, and go on to the next (Space in the list)"))
        self.stop.setToolTip(_("End the walk; nothing is kept of it"))
        for button in (self.next, self.finish, self.stop):
            button.setAutoDefault(True)
        buttons = Flow(spacing=6)
        for widget in (self.next, self.finish, self.stop, self.progress):
            buttons.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(_SPACING)
        column.addLayout(buttons)
        column.addWidget(self.list, 1)

    def _connect(self) -> None:
        self.next.clicked.connect(self.go_on)
        self.finish.clicked.connect(self.finish_asked)
        self.stop.clicked.connect(self.stop_asked)
        self.list.clicked.connect(self._click)
        self.list.entered.connect(self._point)
        self.list.installEventFilter(self)
        self.list.viewport().installEventFilter(self)

    # The walk.

    def begin(self, open_map: OpenMap, walk: Walk) -> None:
        """Show a walk, and lead to its first row."""
        self._open_map, self.walk = open_map, walk
        self._show(WalkRows(open_map, walk))
        self.list.selectionModel().currentChanged.connect(self._point)
        self._tell()
        self._lead_to(walk.next_after(""))

    def end(self) -> None:
        """Show no walk any more."""
        self.waiting.stop()
        self._open_map = self.walk = None
        self._show(None)
        self.pointed.emit("")

    def _show(self, rows: WalkRows | None) -> None:
        before, self.rows = self.rows, rows
        self.painter.forget()
        self.list.setModel(rows)
        if before is not None:
            before.deleteLater()

    def follow(self, change: Change) -> None:
        """Follow a change once no other comes: on a large map making the rows takes longer than a key may."""
        if self.walk is not None and self.walk.follow(change):
            self.waiting.start()

    def refresh(self) -> None:
        """Show what there is to look at now."""
        self.waiting.stop()
        if self.walk is not None and self.rows is not None:
            self.walk.refresh()
            self.rows.follow(Change())
            self._tell()

    def _tell(self) -> None:
        """Say how far one is."""
        if self.walk is None:
            return
        done, total = self.walk.progress
        words = _("{done} of {total}").format(done=done, total=total)
        self.progress.setText(words if total else _("Nothing to look at"))
        self.progress.setToolTip(_("Looked at: {count}").format(count=words) if total else "")
        self.next.setEnabled(done < total)

    # The rows.

    @property
    def current(self) -> Row | None:
        """The row that one stands on, or None."""
        return self.rows.row_at(self.list.currentIndex()) if self.rows is not None else None

    def go_on(self) -> None:
        """Tick the row that one stands on, and go on to the next that is not; or arrive."""
        if self.walk is None:
            return
        here = self.current
        if here is not None:
            self.walk.looked_at.add(here.key)
            self._repaint()
        following = self.walk.next_after(here.key if here is not None else "")
        if following:
            self._lead_to(following)
            return
        if self.next.hasFocus() or self.list.hasFocus():
            self.finish.setFocus(Qt.FocusReason.OtherFocusReason)
        self.arrived.emit()

    def _lead_to(self, key: str) -> None:
        if self.rows is None or not key:
            return
        index = self.rows.index_of(key)
        self.list.setCurrentIndex(index)
        self.list.scrollTo(index)
        self._lead(index)

    def _lead(self, index: QModelIndex) -> None:
        row = self.rows.row_at(index) if self.rows is not None else None
        if row is not None:
            self.led.emit(row)

    def toggle(self, row: Row) -> None:
        """Tick a row as looked at, or not."""
        if self.walk is not None:
            self.walk.looked_at ^= {row.key}
            self._repaint()

    def _repaint(self) -> None:
        self.list.viewport().update()
        self._tell()

    def toggle_done(self, row: Row) -> None:
        """Mark the plan of a row as done, or as open again, and lead to it: one undo step."""
        if self.walk is None or self._open_map is None or row.done is None:
            return
        if row.id not in self._open_map.session.document:
            return
        with self._open_map.edit(_("Open again") if row.done else _("Mark as done")) as edit:
            cards.set_fields(edit, [row.id], done=not row.done)
        if not row.done:
            self.walk.looked_at.add(row.key)
        self.refresh()
        self._lead_to(row.key)

    def _point(self, index: QModelIndex, _before: object = None) -> None:
        row = self.rows.row_at(index) if self.rows is not None else None
        self.pointed.emit(row.id if row is not None and not row.is_gone else "")

    # The hands.

    def _click(self, index: QModelIndex) -> None:
        """Do what the part of a row is there for that was pressed."""
        row = self.rows.row_at(index) if self.rows is not None else None
        if row is None:
            return
        if self._pressed is Part.DONE:
            self.toggle_done(row)
            return
        if self._pressed is Part.LOOKED_AT:
            self.toggle(row)
        self._lead(index)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Take keys, note which part of a row is pressed, and point at nothing once the pointer is gone.

        The sign of what was looked at tells what it is.
        """
        if isinstance(event, QContextMenuEvent):
            self._show_menu(event)
            return True
        if isinstance(event, QHelpEvent) and watched is not self.list:
            return self._tells(event)
        if isinstance(event, QKeyEvent) and watched is self.list:
            return event.type() is QEvent.Type.KeyPress and self._does(event)
        if isinstance(event, QResizeEvent) and watched is not self.list:
            self.painter.forget()
        elif isinstance(event, QMouseEvent) and event.type() is QEvent.Type.MouseButtonPress:
            self._press(event.position().toPoint())
        elif event.type() is QEvent.Type.Leave and watched is not self.list:
            self._point(self.list.currentIndex() if self.list.hasFocus() else QModelIndex())
        elif event.type() is QEvent.Type.FocusOut and watched is self.list:
            self.pointed.emit("")
        return False

    def _press(self, point: QPoint) -> None:
        self._pressed = self._part_at(point)

    def _part_at(self, point: QPoint) -> Part:
        index = self.list.indexAt(point)
        return self.painter.part_at(index, point) if index.isValid() else Part.WORDS

    def _tells(self, event: QHelpEvent) -> bool:
        """Say what the sign at the pointer is; tell whether there is one."""
        is_sign = self._part_at(event.pos()) is Part.LOOKED_AT
        if is_sign:
            QToolTip.showText(event.globalPos(), _("Looked at"), self.list)
        return is_sign

    def _does(self, event: QKeyEvent) -> bool:
        """Do what a key is there for; tell whether there was anything."""
        row = self.current
        if row is None or self.walk is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        if event.key() in _RETURN:
            self._lead(self.list.currentIndex())
        elif event.key() != Qt.Key.Key_Space:
            return False
        elif row.key in self.walk.looked_at:
            self.toggle(row)
        else:
            self.go_on()
        return True

    def _show_menu(self, event: QContextMenuEvent) -> None:
        """Offer what can be done with a row: the one at the pointer, or the one that one stands on."""
        is_by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        index = self.list.currentIndex()
        if not is_by_key:
            index = self.list.indexAt(self.list.viewport().mapFromGlobal(event.globalPos()))
        row = self.rows.row_at(index) if self.rows is not None else None
        if row is None or self.walk is None:
            return
        self.list.setCurrentIndex(index)
        menu = QMenu(self.list)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(_("Go there")).triggered.connect(lambda: self.led.emit(row))
        looked_at = menu.addAction(_("Looked at"))
        looked_at.setCheckable(True)
        looked_at.setChecked(row.key in self.walk.looked_at)
        looked_at.triggered.connect(lambda: self.toggle(row))
        if row.done is not None:
            done = menu.addAction(_("Done"))
            done.setCheckable(True)
            done.setChecked(row.done)
            done.triggered.connect(lambda: self.toggle_done(row))
        below = self.list.visualRect(index).bottomLeft()
        menu.popup(self.list.viewport().mapToGlobal(below) if is_by_key else event.globalPos())

    def wear(self, appearance: Appearance) -> None:
        """Take on a light or a dark look."""
        self.painter.appearance = appearance
        self.list.viewport().update()
