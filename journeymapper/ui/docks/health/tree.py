"""The list of findings as one sees and walks it; what is pointed at or stood on is told."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QCursor, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTreeView, QWidget

from journeymapper.i18n import _
from journeymapper.ui.appearance import Appearance
from journeymapper.ui.docks.health.entries import Entry, Key
from journeymapper.ui.docks.health.model import FindingsModel
from journeymapper.ui.docks.health.painting import LinePainter

_RETURN = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
#: The keys that rate what is selected, as they do on the map.
_DIGITS = (Qt.Key.Key_0, Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3)
_LEAST_SIZE = (200, 120)


class FindingsTree(QTreeView):
    """Shows the lines of a model that it owns."""

    #: The pointer is on this entry, or else the keyboard stands on it: an ``Entry``, or None.
    pointed = Signal(object)
    #: The keyboard or the mouse is on another entry than before: an ``Entry``, or None.
    stood = Signal(object)
    #: This entry's places are to be shown: an ``Entry``.
    wanted = Signal(object)
    #: What is selected on the map is to be rated so: 0 to 3.
    rated = Signal(int)
    #: The context menu of what the keyboard stands on was asked for: global position.
    menu_asked = Signal(QPoint)

    def __init__(self, appearance: Appearance, parent: QWidget) -> None:
        """Make an empty list."""
        super().__init__(parent)
        self.findings = FindingsModel(self)
        self.setModel(self.findings)
        self.painter = LinePainter(self, appearance)
        self.setItemDelegate(self.painter)
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setIndentation(0)
        self.setExpandsOnDoubleClick(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        self.setMinimumSize(*_LEAST_SIZE)
        self.setAccessibleName(_("Findings"))
        self.entered.connect(lambda index: self.pointed.emit(self.findings.entry_at(index)))
        self.clicked.connect(self._press)
        self.selectionModel().currentChanged.connect(self._stand)
        for watched in (self, self.viewport()):
            watched.installEventFilter(self)

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Show these entries: what one points at, stands on or else sees stays where it is in the view."""
        anchors = list(self._anchors())
        self.findings.show_entries(entries)
        self.executeDelayedItemsLayout()
        for key, before in anchors:
            if (index := self.findings.index_of(key)).isValid():
                bar = self.verticalScrollBar()
                bar.setValue(bar.value() + self.visualRect(index).y() - before)
                break
        if self.isVisible():
            self.pointed.emit(self._pointed_at())

    def _anchors(self) -> Iterator[tuple[Key, int]]:
        """Yield what is to stay where it is, the most important first, with its place in the view."""
        pointed = self._under_pointer() if self.viewport().underMouse() else QModelIndex()
        for index in (pointed, self.currentIndex(), self.indexAt(QPoint(0, 0))):
            entry, place = self.findings.entry_at(index), self.visualRect(index)
            if entry is not None and self.viewport().rect().intersects(place):
                yield entry.key, place.y()

    def _under_pointer(self) -> QModelIndex:
        return self.indexAt(self.viewport().mapFromGlobal(QCursor.pos()))

    def _pointed_at(self) -> Entry | None:
        """Return what the pointer is on, else what the keyboard stands on."""
        if self.viewport().underMouse():
            return self.findings.entry_at(self._under_pointer())
        return self.current if self.hasFocus() else None

    @property
    def current(self) -> Entry | None:
        """The entry that one stands on."""
        return self.findings.entry_at(self.currentIndex())

    def stand_on(self, key: Key) -> bool:
        """Stand on an entry, unfolding what it is below; tell whether there is such an entry."""
        index = self.findings.index_of(key)
        if not index.isValid():
            return False
        if index.parent().isValid():
            self.expand(index.parent())
        self.setCurrentIndex(index)
        self.scrollTo(index)
        return True

    def stand_on_first(self) -> None:
        """Stand on the first finding, unless one stands on any."""
        if self.current is not None:
            return
        for row in range(self.findings.rowCount()):
            index = self.findings.index(row, 0)
            if self.findings.flags(index) & Qt.ItemFlag.ItemIsEnabled:
                self.setCurrentIndex(index)
                return

    def _stand(self) -> None:
        """Mark what one stands on, and tell of it: Qt leaves it unmarked when it moves on by itself."""
        current = self.current
        self.selectionModel().select(self.currentIndex(), QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.stood.emit(current)
        if self.hasFocus():
            self.pointed.emit(current)

    def _press(self, index: QModelIndex) -> None:
        """Show the places of what was clicked or entered; what holds others unfolds, or folds up again."""
        entry = self.findings.entry_at(index)
        if entry is None:
            return
        if entry.children:
            self.setExpanded(index, not self.isExpanded(index))
        self.wanted.emit(entry)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Have words wrapped for another width."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.scheduleDelayedItemsLayout()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Follow the pointer and the keyboard in and out; tell whether an event is done with."""
        match event.type():
            case QEvent.Type.Leave if watched is self.viewport():
                self.pointed.emit(self.current if self.hasFocus() else None)
            case QEvent.Type.FocusIn if watched is self:
                self.pointed.emit(self.current)
            case QEvent.Type.FocusOut if watched is self:
                self.pointed.emit(None)
        if isinstance(event, QContextMenuEvent):
            self._ask_menu(event)
            return True
        return watched is self and event.type() is QEvent.Type.KeyPress and self._take(event)

    def _take(self, key: QEvent) -> bool:
        """Follow Enter, and a digit that rates; tell whether a key was one of these."""
        if not isinstance(key, QKeyEvent) or key.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        if key.key() in _RETURN:
            self._press(self.currentIndex())
        elif key.key() in _DIGITS:
            self.rated.emit(_DIGITS.index(key.key()))
        else:
            return False
        return True

    def _ask_menu(self, event: QContextMenuEvent) -> None:
        by_keyboard = event.reason() is QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_keyboard else self.indexAt(self._in_view(event))
        if not self.findings.flags(index) & Qt.ItemFlag.ItemIsEnabled:
            return
        self.setCurrentIndex(index)
        place = self.visualRect(index).center() if by_keyboard else self._in_view(event)
        self.menu_asked.emit(self.viewport().mapToGlobal(place))

    def _in_view(self, event: QContextMenuEvent) -> QPoint:
        return self.viewport().mapFromGlobal(event.globalPos())
