"""The Qt actions of one window, made once from the table; menus, toolbar and canvas show them."""

from collections.abc import Iterable, Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeySequence, QPalette
from PySide6.QtWidgets import QMenu, QWidget

from journeymapper.i18n import _
from journeymapper.ui.actions.menus import LINE, Menu
from journeymapper.ui.actions.shortcuts import Shortcuts, shown
from journeymapper.ui.actions.table import Action, ActionContext
from journeymapper.ui.canvas.menu_key import place_at_cursor
from journeymapper.ui.icons import tinted


class _MenuKeys(QObject):
    """Lets an open menu have the keys that choose in it, which may be keys of actions too."""

    def eventFilter(self, _menu: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Claim what may be a shortcut."""
        if event.type() is not QEvent.Type.ShortcutOverride:
            return False
        event.accept()
        return True


class ActionSet(QObject):
    """The actions of a window: ``rows`` by id from the table, ``by_id`` as Qt has them."""

    #: An action is about to be run: its id.
    running = Signal(str)

    def __init__(self, context: ActionContext, rows: Iterable[Action], window: QWidget) -> None:
        """Make the actions; their shortcuts work wherever the keyboard is in the window."""
        super().__init__(window)
        self._context = context
        self._window = window
        self.shortcuts: Shortcuts = context.window.windows.shortcuts
        self.rows: dict[str, Action] = {row.id: row for row in rows}
        self.by_id: dict[str, QAction] = {}
        self._lists: dict[str, QMenu] = {}
        for row in self.rows.values():
            self._make(row)
        self.shortcuts.changed.connect(self._take_keys)
        self._take_keys()
        self.refresh()

    def _make(self, row: Action) -> None:
        if row.choices is not None:
            self._lists[row.id] = menu = QMenu(_(row.words), self._window)
            menu.aboutToShow.connect(partial(self._fill, row.id))
            menu.installEventFilter(_MenuKeys(menu))
            action = menu.menuAction()
            action.triggered.connect(partial(self._drop_down, row.id))
        else:
            action = QAction(_(row.words), self)
            action.triggered.connect(partial(self.run, row.id))
        if row.on_canvas:
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        elif row.choices is None or row.keys:
            self._window.addAction(action)
        action.setCheckable(row.checked is not None)
        action.setStatusTip(_(row.hint) if row.hint else "")
        if row.draw is not None:
            action.setIcon(row.draw())
        self.by_id[row.id] = action

    def _take_keys(self) -> None:
        """Give the actions the keys that they have now, and tool tips that name them."""
        for id_, row in self.rows.items():
            keys = self.shortcuts.of(id_)
            self.by_id[id_].setShortcuts(keys)
            self.by_id[id_].setToolTip(tool_tip(row, keys))

    def _fill(self, id_: str) -> None:
        menu, choices = self._lists[id_], self.rows[id_].choices
        menu.clear()
        for choice in choices(self._context) if choices else ():
            words = choice.words.replace("&", "&&")
            action = menu.addAction(f"&{choice.key}  {words}" if choice.key else words)
            action.setStatusTip(choice.hint)
            if choice.icon is not None:
                action.setIcon(choice.icon)
            if choice.checked is not None:
                action.setCheckable(True)
                action.setChecked(choice.checked)
            action.triggered.connect(lambda _checked=False, run=choice.run: run())

    def _drop_down(self, id_: str, _checked: bool = False) -> None:
        """Open a submenu by itself where the keyboard stands: its keys were pressed."""
        canvas = self._context.canvas
        if canvas is not None and self.rows[id_].enabled(self._context):
            self._lists[id_].popup(place_at_cursor(canvas))

    def run(self, id_: str, _checked: bool = False) -> None:
        """Do it; first the canvas lets go of what is dragged, and of what is typed where that is due."""
        self.running.emit(id_)
        row, canvas = self.rows[id_], self._context.canvas
        if canvas is not None and (row.ends_typing or not canvas.is_editing):
            canvas.let_go()
        if row.enabled(self._context):
            row.run(self._context)
        self.refresh()

    def refresh(self) -> None:
        """Enable, check and name the actions as the moment wants it."""
        for id_, row in self.rows.items():
            action = self.by_id[id_]
            action.setEnabled(row.enabled(self._context))
            if row.checked is not None:
                action.setChecked(row.checked(self._context))
            if row.words_now is not None:
                action.setText(row.words_now(self._context).replace("&", "&&"))

    def tint(self, palette: QPalette) -> None:
        """Give the icons the palette's colours."""
        for id_, row in self.rows.items():
            if row.icon:
                self.by_id[id_].setIcon(tinted(row.icon, palette))

    def put_on_canvas(self, canvas: QWidget) -> None:
        """Make the keys that count only on the canvas work there."""
        for id_, row in self.rows.items():
            if row.on_canvas:
                canvas.addAction(self.by_id[id_])

    def menu(self, menu: Menu, parent: QWidget) -> QMenu:
        """Return a menu as it can be shown."""
        made = QMenu(_(menu.words), parent)
        self.fill(made, menu.entries)
        return made

    def fill(self, made: QMenu, entries: Sequence[str | Menu]) -> None:
        """Put entries into a menu."""
        exclusive = QActionGroup(made)
        for entry in entries:
            if isinstance(entry, Menu):
                made.addMenu(self.menu(entry, made))
            elif entry == LINE:
                made.addSeparator()
            else:
                action = self.by_id[entry]
                made.addAction(action)
                if "." in entry and action.isCheckable() and action.actionGroup() is None:
                    exclusive.addAction(action)


def tool_tip(row: Action, keys: Sequence[QKeySequence]) -> str:
    """Return what is said when the pointer rests on an action's button: what it does, and its keys."""
    words = _(row.hint) if row.hint else _(row.words)
    return _("{words} ({keys})").format(words=words, keys=shown(keys[:1])) if keys else words
