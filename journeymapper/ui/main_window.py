"""A window: the canvas in the middle, toolbar, inspector and status line round it, or the start page."""

import base64
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QEvent, QPoint, QSize, Qt
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QMainWindow, QMenu, QStackedWidget, QToolBar, QToolButton, QWidget

from journeymapper.document.change import Change
from journeymapper.document.records import Parked, Persona
from journeymapper.exchange.formats import OPENABLE
from journeymapper.i18n import _
from journeymapper.layout.places import Hit
from journeymapper.ui import filing
from journeymapper.ui.actions.action_set import ActionSet
from journeymapper.ui.actions.every import ALL_ACTIONS
from journeymapper.ui.actions.menus import CONTEXT, LINE, MENU_BAR, TEXT, TOOLBAR, Menu
from journeymapper.ui.actions.table import Writer
from journeymapper.ui.appearance import Appearance, wants_motion
from journeymapper.ui.bars.column import Column
from journeymapper.ui.bars.parts import tint
from journeymapper.ui.canvas.canvas import Canvas
from journeymapper.ui.canvas.library_drops import LibraryDrops
from journeymapper.ui.canvas.picture_drops import PictureDrops
from journeymapper.ui.canvas.thought_drops import ThoughtDrops
from journeymapper.ui.chosen import Chosen
from journeymapper.ui.docks.docks import Docks
from journeymapper.ui.docks.inspector import Inspector
from journeymapper.ui.going import go_to
from journeymapper.ui.health_button import HealthButton
from journeymapper.ui.icons import tinted
from journeymapper.ui.open_map import OpenMap
from journeymapper.ui.present.presenting import Presenting
from journeymapper.ui.start_page import StartPage
from journeymapper.ui.status_line import StatusLine
from journeymapper.ui.whereabouts import whereabouts

if TYPE_CHECKING:
    from journeymapper.ui.windows import Windows

#: A new user's window takes this share of the screen, up to a size.
_FIRST_SHARE = 0.92
_FIRST_SIZE = QSize(1680, 1050)

#: So much is kept for the map beside docks and bars.
_LEAST_MAP = QSize(240, 80)

_ICON_SIZE = QSize(20, 20)
_MENU_BUTTON_ICON = "table-row-plus-after"


@dataclass(frozen=True, slots=True)
class _Context:
    """What the actions of a window act on."""

    window: "MainWindow"

    @property
    def open_map(self) -> OpenMap | None:
        return self.window.open_map

    @property
    def canvas(self) -> Canvas | None:
        return self.window.canvas

    @property
    def writer(self) -> Writer | None:
        return self.window.docks.writer or self.window.canvas

    @property
    def chosen(self) -> Chosen:
        return self.window.chosen


class MainWindow(QMainWindow):
    """Shows one map, or the start page; ``open_map`` and ``canvas`` are None while it shows that."""

    def __init__(self, windows: "Windows") -> None:
        """Make a window of the program, with the start page."""
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAcceptDrops(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.windows: Windows = windows
        self.open_map: OpenMap | None = None
        self.canvas: Canvas | None = None
        self.docks: Docks = Docks(self)
        self.inspector: Inspector = self.docks.inspector
        self.presenting: Presenting = Presenting(self)
        self.action_set = ActionSet(_Context(self), ALL_ACTIONS, self)
        self.start_page = StartPage(self)
        self._pages = QStackedWidget(self)
        self._pages.setMinimumSize(_LEAST_MAP)
        self._pages.addWidget(self.start_page)
        self.bars = Column(self._pages, self)
        self.bars.find_bar.said.connect(self.say)
        for bar in (self.bars.find_bar, self.bars.filter_bar):
            bar.left.connect(self._return_to_canvas)
            bar.changed.connect(self.refresh_actions)
        self.bars.offer_bar.left.connect(self._return_to_canvas)
        self.setCentralWidget(self.bars)
        self._make_menus()
        self._toolbar = self._make_toolbar()
        actions = self.action_set.by_id
        self.status_line = StatusLine(actions["zoom_out"], actions["zoom_actual"], actions["zoom_in"], self)
        self.setStatusBar(self.status_line)
        self.status_line.add_button(HealthButton(self.docks.health, actions["show_health"], self))
        self.action_set.running.connect(self._outdate_message)
        self.docks.take_actions(self.action_set)
        self.docks.seen.connect(self.refresh_actions)
        self.docks.left.connect(self._return_to_canvas)
        self.docks.said.connect(self.say)
        self.docks.revealed.connect(self._reveal)
        self.inspector.go_asked.connect(self._go_to)
        self.docks.menu_asked.connect(self._show_context_menu)
        self.windows.application.focusChanged.connect(self._follow_focus)
        self._restore_places()
        self.wear(windows.appearance)
        self.show_start_page()

    def _make_menus(self) -> None:
        for menu in MENU_BAR:
            made = self.action_set.menu(menu, self)
            made.aboutToShow.connect(self.refresh_actions)
            self.menuBar().addMenu(made)

    def _make_toolbar(self) -> QToolBar:
        toolbar = QToolBar(_("Toolbar"), self)
        toolbar.setObjectName("toolbar")
        toolbar.setMovable(False)
        toolbar.setIconSize(_ICON_SIZE)
        for entry in TOOLBAR:
            if isinstance(entry, Menu):
                toolbar.addWidget(self._menu_button(entry))
            elif entry == LINE:
                toolbar.addSeparator()
            else:
                toolbar.addAction(self.action_set.by_id[entry])
        spacer = QWidget(toolbar)
        spacer.setSizePolicy(spacer.sizePolicy().Policy.Expanding, spacer.sizePolicy().Policy.Preferred)
        toolbar.addWidget(spacer)
        toolbar.addAction(self.action_set.by_id["show_inspector"])
        self.addToolBar(toolbar)
        toolbar.hide()
        return toolbar

    def _menu_button(self, menu: Menu) -> QToolButton:
        button = QToolButton(self)
        button.setMenu(self.action_set.menu(menu, button))
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setToolTip(_(menu.words))
        button.setAccessibleName(_(menu.words))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    @property
    def is_free(self) -> bool:
        """Tell whether another map can be shown in this window's place: nothing in it would be missed."""
        if self.open_map is None:
            return True
        session = self.open_map.session
        return session.path is None and not session.is_modified

    @property
    def chosen(self) -> Chosen:
        """What is selected in the map; nothing while the start page is shown."""
        return self.open_map.chosen if self.open_map is not None else Chosen()

    def show_map(self, open_map: OpenMap) -> None:
        """Show a map in place of what the window shows."""
        self._drop_map()
        open_map.setParent(self)
        self.open_map = open_map
        self.canvas = canvas = Canvas(open_map, self)
        canvas.set_dark(self.windows.appearance.is_dark)
        canvas.set_motion(wants_motion(self.windows.application))
        ThoughtDrops(canvas)
        PictureDrops(canvas, self)
        LibraryDrops(canvas, self)
        canvas.overview.want(self.windows.settings.show_overview)
        canvas.show_prompts(self.windows.settings.show_prompts)
        canvas.menu_asked.connect(self._show_context_menu)
        canvas.text_menu_asked.connect(lambda place: self._pop_up(TEXT, place))
        canvas.details_asked.connect(self._show_details)
        canvas.said.connect(self.say)
        canvas.linking.reminded.connect(lambda words: self.status_line.say(words, aloud=False))
        canvas.zoom_changed.connect(self.status_line.show_zoom)
        open_map.changed.connect(self._follow_change)
        open_map.selected.connect(self._follow_selection)
        open_map.saved.connect(self._show_name)
        self.action_set.put_on_canvas(canvas)
        self._show_chrome(True)
        self._pages.addWidget(canvas)
        self._pages.setCurrentWidget(canvas)
        self.status_line.show_map(open_map.session.document)
        self.status_line.show_zoom(canvas.zoom)
        self.docks.show_map(open_map)
        self.bars.show_map(open_map, canvas)
        self._follow_selection()
        canvas.setFocus()

    def show_start_page(self) -> None:
        """Show the start page; the map that was shown is let go."""
        self._drop_map()
        self.status_line.show_map(None)
        self._pages.setCurrentWidget(self.start_page)
        self._show_chrome(False)
        self.start_page.refresh()
        self._follow_selection()

    def _drop_map(self) -> None:
        self.presenting.leave()
        self.docks.show_map(None)
        self.bars.show_map(None, None)
        if self.canvas is not None:
            self.canvas.let_go()
            self._pages.removeWidget(self.canvas)
            self.canvas.deleteLater()
        if self.open_map is not None:
            self.open_map.deleteLater()
        self.open_map = self.canvas = None

    def _show_chrome(self, shown: bool) -> None:
        """Show toolbar and inspector with a map, and hide them with the start page.

        Where another map takes the place of one, they stay as they are.
        """
        if shown and not self._toolbar.isHidden():
            return
        self._keep_docks()
        self._toolbar.setVisible(shown)
        if shown:
            self._restore_docks()
            QApplication.sendPostedEvents(self, QEvent.Type.LayoutRequest.value)
        else:
            self.docks.hide()

    def _follow_change(self, change: Change) -> None:
        self.status_line.outdate()
        self.status_line.follow(change)
        self._show_name()
        self.refresh_actions()

    def _follow_selection(self) -> None:
        self.status_line.outdate()
        self._show_name()
        self.refresh_actions()

    def _follow_focus(self) -> None:
        if self.isActiveWindow():
            self.refresh_actions()

    def refresh_actions(self) -> None:
        """Enable and name the actions as the moment wants it."""
        self.action_set.refresh()

    def _outdate_message(self) -> None:
        self.status_line.clearMessage()

    def _show_name(self) -> None:
        self.status_line.show_place(whereabouts(self.open_map) if self.open_map is not None else "")
        if self.open_map is None:
            self.setWindowFilePath("")
            self.setWindowTitle("journeymapper")
            self.setWindowModified(False)
            return
        session = self.open_map.session
        self.setWindowFilePath(str(session.path or ""))
        name = filing.map_name(session).replace("[*]", "[*][*]")
        self.setWindowTitle(f"{name}[*] – journeymapper")
        self.setWindowModified(session.is_modified)

    def _show_context_menu(self, hit: Hit, place: QPoint) -> None:
        if self.open_map is None:
            return
        if hit.id and hit.id not in self.open_map.selection:
            cell = (hit.lane, hit.step) if hit.lane and hit.step else None
            self.open_map.select({hit.id}, hit.id, cell)
        self._pop_up(CONTEXT[hit.part], place)

    def _pop_up(self, entries: Sequence[str | Menu], place: QPoint) -> None:
        self.refresh_actions()
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.action_set.fill(menu, entries)
        menu.popup(place)

    def _show_details(self, id_: str) -> None:
        """Show what has no words to write on the map: a persona in its dialog, all else in the inspector."""
        if self.open_map is None:
            return
        self.open_map.select({id_}, id_, self.open_map.cell)
        if self.chosen.of(Persona):
            self.action_set.run("edit_persona")
        elif self.chosen.of(Parked):
            self.docks.parking_lot.edit_text(id_)
        else:
            self.inspector.show()
            self.inspector.raise_()

    def _reveal(self, id_: str) -> None:
        if self.canvas is not None:
            self.canvas.reveal(id_)

    def _go_to(self, id_: str) -> None:
        if self.open_map is not None and self.canvas is not None:
            go_to(self.open_map, self.canvas, id_)
            self._return_to_canvas()

    def _return_to_canvas(self) -> None:
        if self.canvas is not None:
            self.activateWindow()
            self.canvas.setFocus()

    def say(self, message: str) -> None:
        """Show one line at the foot of the window for a while."""
        self.status_line.say(message)

    def come_forward(self) -> None:
        """Show this window above the others."""
        self.raise_()
        self.activateWindow()

    def wear(self, appearance: Appearance) -> None:
        """Take on a light or a dark look."""
        palette = QApplication.palette()
        self.action_set.tint(palette)
        for button in self._toolbar.findChildren(QToolButton):
            if button.menu() is not None:
                button.setIcon(tinted(_MENU_BUTTON_ICON, palette))
        if self.canvas is not None:
            self.canvas.set_dark(appearance.is_dark)
        self.docks.wear(palette)
        tint(self.status_line, palette)
        self.start_page.wear(appearance)
        self.bars.tint(palette)
        self.presenting.wear()
        self.refresh_actions()

    def _restore_places(self) -> None:
        settings = self.windows.settings
        room = QGuiApplication.primaryScreen().availableSize()
        self.resize(_FIRST_SIZE.boundedTo(room * _FIRST_SHARE))
        if settings.geometry:
            self.restoreGeometry(_bytes(settings.geometry))

    def _restore_docks(self) -> None:
        if self.windows.settings.docks:
            self.restoreState(_bytes(self.windows.settings.docks))
            self.docks.gather()
        else:
            self.inspector.show()

    def _keep_docks(self) -> None:
        if not self._toolbar.isHidden():
            self.windows.settings.docks = _words(self.presenting.docks_to_keep)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        """Close, unless the user wants to keep unsaved changes after all."""
        self.docks.let_go()
        if not filing.may_let_go(self):
            event.ignore()
            return
        self.presenting.leave()
        self._keep_docks()
        self.windows.settings.geometry = _words(self.presenting.geometry_to_keep)
        self._drop_map()
        self.windows.application.focusChanged.disconnect(self._follow_focus)
        self.windows.leave(self)
        event.accept()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802
        """Take files that can be opened."""
        if _files(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802
        """Open the files."""
        event.acceptProposedAction()
        for path in _files(event):
            self.windows.open_file(path, self)


def _files(event: QDropEvent) -> list[Path]:
    suffixes = {suffix for kind in OPENABLE for suffix in kind.suffixes}
    paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
    return [path for path in paths if path.suffix.lower() in suffixes]


def _bytes(words: str) -> QByteArray:
    return QByteArray.fromBase64(words.encode("ascii", "ignore"))


def _words(data: QByteArray) -> str:
    return base64.b64encode(bytes(data.data())).decode("ascii")
