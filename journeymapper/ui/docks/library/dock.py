"""The library: building blocks and personas, in a list beside the map that follows where one stands."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QContextMenuEvent, QKeySequence, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QLabel,
    QLineEdit,
    QListView,
    QMenu,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from journeymapper.guide.library.block import Block
from journeymapper.i18n import _, ngettext
from journeymapper.ui.docks.library.blocks import Blocks
from journeymapper.ui.docks.library.keys import Keys
from journeymapper.ui.docks.library.own import Own
from journeymapper.ui.docks.library.painting import RowPainter
from journeymapper.ui.docks.library.personas import Personas
from journeymapper.ui.docks.library.putting import Putting
from journeymapper.ui.docks.library.rows import Index, Row, Rows
from journeymapper.ui.docks.library.strip import Strip
from journeymapper.ui.docks.side_dock import SideDock
from journeymapper.ui.icons import tinted
from journeymapper.ui.library import Library
from journeymapper.ui.open_map import OpenMap

if TYPE_CHECKING:
    from journeymapper.ui.main_window import MainWindow

#: The list follows when all has been at rest for so many milliseconds.
_CALM = 40

_MARGIN = 8
_LEAST_SIZE = (200, 160)
_MOST_PROBLEMS = 2


class LibraryDock(SideDock):
    """A line to search with, and below it what fits where one stands, then the rest."""

    def __init__(self, library: Library, window: "MainWindow") -> None:
        """Make the dock of a window, which has no map yet."""
        super().__init__("library", _("Library"), window)
        self.library = library
        self._main_window = window
        self._blocks, self._personas = Blocks(library), Personas(library)
        self._inside = QWidget(self)
        self.tabs = self._make_tabs()
        self.line = self._make_line()
        self.rows = Rows(self)
        self.list = self._make_list()
        self.painter = RowPainter(self.list, window.windows.appearance, self._field_name, self.rows.problem)
        self.list.setItemDelegate(self.painter)
        self.strip = Strip(self.list, self._inside)
        self.foot = QLabel(self._inside)
        self.foot.setTextFormat(Qt.TextFormat.PlainText)
        self.foot.setWordWrap(True)
        self.putting = Putting(self)
        self.own = Own(self)
        self._lay_out()
        deeds = {"put": self.put_current, "rename": self.own.rename, "remove": self.own.remove}
        self._keys = Keys(self.line, self.list, deeds, self._show_menu)
        self._calm = QTimer(self)
        self._calm.setSingleShot(True)
        self._calm.setInterval(_CALM)
        self._calm.timeout.connect(self.catch_up)
        self._connect()

    def _make_tabs(self) -> QTabBar:
        tabs = QTabBar(self._inside)
        tabs.setDrawBase(False)
        tabs.setExpanding(True)
        tabs.addTab(_("Blocks"))
        tabs.addTab(_("Personas"))
        tabs.setAccessibleName(_("What the library shows"))
        return tabs

    def _make_line(self) -> QLineEdit:
        line = QLineEdit(self._inside)
        line.setClearButtonEnabled(True)
        line.setMaxLength(200)
        line.setPlaceholderText(_("Search building blocks"))
        line.setAccessibleName(_("Search the library"))
        self._glass = line.addAction(
            tinted("magnify", self.palette()), QLineEdit.ActionPosition.LeadingPosition
        )
        return line

    def _make_list(self) -> QListView:
        found = QListView(self._inside)
        found.setModel(self.rows)
        found.setFrameShape(QFrame.Shape.NoFrame)
        found.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        found.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        found.setResizeMode(QListView.ResizeMode.Adjust)
        found.setWordWrap(True)  # else rows keep their heights when the list gets wider
        found.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        found.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        found.setDefaultDropAction(Qt.DropAction.CopyAction)
        found.setMouseTracking(True)
        found.setMinimumSize(*_LEAST_SIZE)
        found.setAccessibleName(_("Library"))
        return found

    def _lay_out(self) -> None:
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(_MARGIN, 0, _MARGIN, _MARGIN)
        column.setSpacing(_MARGIN)
        column.addWidget(self.tabs)
        column.addWidget(self.line)
        column.addWidget(self.list, 1)
        column.addWidget(self.strip)
        column.addWidget(self.foot)
        self.setWidget(self._inside)

    def _connect(self) -> None:
        self.tabs.currentChanged.connect(self._turn)
        self.line.textChanged.connect(self._search)
        self.list.doubleClicked.connect(self._put_at)
        self.list.selectionModel().currentChanged.connect(self._speak)
        self.rows.renamed.connect(self.own.take_name, Qt.ConnectionType.QueuedConnection)
        self.painter.said.connect(self.said)
        self.strip.left.connect(self.list.setFocus)
        self.library.changed.connect(self._relist)
        self.visibilityChanged.connect(self._wake)

    # What the dock shows.

    @property
    def page(self) -> Blocks | Personas:
        """What is shown: blocks or personas."""
        return self._personas if self.tabs.currentIndex() else self._blocks

    def first_field(self) -> QWidget:
        """Return the line."""
        return self.line

    def take_focus(self) -> None:
        """Show the dock with the keyboard in the line, ready for other words."""
        super().take_focus()
        self.line.selectAll()

    def leave(self) -> None:
        """Put the strip away where the keyboard is in it, else give the keyboard back to the map."""
        focus = self.window().focusWidget()
        if focus is not None and self.strip.isAncestorOf(focus):
            self.strip.put_away()
        else:
            self.left.emit()

    def let_go(self) -> None:
        """Keep the name that is being written."""
        self.painter.finish()

    def wear(self, palette: QPalette) -> None:
        """Take on a palette."""
        super().wear(palette)
        self._glass.setIcon(tinted("magnify", palette))
        self.painter.appearance = self._main_window.windows.appearance
        self._say_foot()

    def show_map(self, open_map: OpenMap | None) -> None:
        """Follow another map; None: there is none."""
        self.let_go()
        if self.open_map is not None:
            self.open_map.changed.disconnect(self._outdate)
            self.open_map.selected.disconnect(self._outdate)
        self.open_map = open_map
        self.strip.put_away()
        if open_map is not None:
            open_map.changed.connect(self._outdate)
            open_map.selected.connect(self._outdate)
        self._wake(self.isVisible())

    def _outdate(self, *_what: object) -> None:
        """Follow in a moment, while the dock is seen."""
        if self.isVisible():
            self._calm.start()

    def _wake(self, is_seen: bool) -> None:
        if is_seen:
            self.library.look_again()
            self.page.look(self.open_map)
            self._list()

    def catch_up(self) -> None:
        """List what fits where one stands now."""
        self._calm.stop()
        if self.isVisible() and self.page.look(self.open_map):
            self._list()

    def _turn(self) -> None:
        self.strip.put_away()
        is_people = self.page is self._personas
        self.line.setPlaceholderText(_("Search personas") if is_people else _("Search building blocks"))
        self.line.clear()
        self.page.look(self.open_map)
        self._list(to_first=True)

    def _search(self) -> None:
        self._list(to_first=True)

    def _relist(self) -> None:
        """The library holds other things than before."""
        if self.isVisible():
            self.page.look(self.open_map)
            self._list()

    def _list(self, to_first: bool = False) -> None:
        """List what suits the words; stay on what one stands on while the keyboard is here."""
        before = self.list.currentIndex()
        row, place = self.rows.row_at(before), before.row()
        rows = self.page.rows(self.line.text())
        is_other = self.rows.show_rows(rows or [Row(self._nothing())])
        if is_other or to_first:
            stays = row is not None and self.has_keyboard and not to_first
            self._stand_on(
                self.rows.index_of(row.thing) if stays and row else QModelIndex(), place if stays else 0
            )
        self._say_foot()

    def _stand_on(self, index: QModelIndex, place: int) -> None:
        """Stand on an index, else on the next row from a place on."""
        if not index.isValid():
            can_be_chosen = [n for n, row in enumerate(self.rows.rows) if not row.is_heading]
            following = next((n for n in can_be_chosen if n >= place), None)
            if can_be_chosen:
                index = self.rows.index(can_be_chosen[-1] if following is None else following)
        self.list.setCurrentIndex(index)
        if index.row() <= 1:
            self.list.scrollToTop()  # with the heading above it
        else:
            self.list.scrollTo(index)

    def _speak(self, index: QModelIndex) -> None:
        """Tell a screen reader which row is the current one while the keyboard is in the line."""
        words = str(index.data(Qt.ItemDataRole.AccessibleTextRole) or "")
        self.line.setAccessibleDescription(words)
        if words and self.line.hasFocus() and QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.line, words))

    def _nothing(self) -> str:
        if self.line.text().strip():
            return _("Nothing found")
        return _("No persona is kept yet. “Keep persona in the library” keeps one for all maps.")

    def _say_foot(self) -> None:
        """Say what of the shown page was left out, or else how things get onto the map."""
        appearance = self._main_window.windows.appearance
        problems = self.page.problems if self.isVisible() else ()
        lines = [_("{problem}. Left out.").format(problem=problem) for problem in problems[:_MOST_PROBLEMS]]
        if more := len(problems) - len(lines):
            lines.append(
                ngettext("{count} more file left out.", "{count} more files left out.", more).format(
                    count=more
                )
            )
        words = "\n".join(lines) or _("Enter, a double click or dragging puts it on the map.")
        palette = QPalette(self.palette())
        palette.setColor(QPalette.ColorRole.WindowText, appearance.warning if lines else appearance.muted)
        self.foot.setPalette(palette)
        self.foot.setText(words)

    # What can be done with a row.

    @property
    def current(self) -> Row | None:
        """The row one stands on."""
        return self.rows.row_at(self.list.currentIndex())

    def put_current(self) -> None:
        """Put what one stands on into the map."""
        if (row := self.current) is not None and row.thing is not None:
            self.putting.put(row.thing)

    def _put_at(self, index: QModelIndex) -> None:
        if (row := self.rows.row_at(index)) is not None and row.thing is not None:
            self.putting.put(row.thing)

    def put_persona_at(self, path: str) -> None:
        """Put the persona of a file of the library into the map, where there is one."""
        found = [kept for kept in self.library.people if str(kept.path) == path]
        if found:
            self.putting.put(found[0])

    def _field_name(self, index: Index) -> str:
        return _("Another name for {name}").format(name=index.data())

    def _show_menu(self, event: QContextMenuEvent, by_keyboard: bool) -> None:
        """Show what can be done with the row under the pointer, or with the current one."""
        index = self.list.currentIndex() if by_keyboard else self.list.indexAt(event.pos())
        row = self.rows.row_at(index)
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if row is not None:
            self.list.setCurrentIndex(index)
            words = _("Put it on the map") if isinstance(row.thing, Block) else _("Put into this map")
            self._add(menu, words, self.put_current, "Return", self.open_map is not None)
            self._add(menu, _("Rename"), self.own.rename, "F2", row.is_own)
            self._add(menu, _("Remove from the library"), self.own.remove, "Del", row.is_own)
            menu.addSeparator()
        for id_ in ("share_blocks", "add_blocks"):
            menu.addAction(self._main_window.action_set.by_id[id_])
        place = self.list.visualRect(index).center() if by_keyboard else event.pos()
        menu.popup(self.list.viewport().mapToGlobal(place))

    @staticmethod
    def _add(menu: QMenu, words: str, do: Callable[[], None], key: str, is_possible: bool) -> None:
        action = menu.addAction(words)
        action.setShortcut(QKeySequence(key))
        action.setEnabled(is_possible)
        action.triggered.connect(lambda _checked=False: do())
