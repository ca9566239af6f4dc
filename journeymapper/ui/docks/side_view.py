"""What the outline and the table have in common: a dock with a view of the map beside the canvas.

The view's selection and the map's are the same. While the keyboard is elsewhere the view follows in its own
time, so that it never holds up what goes on there.
"""

from abc import abstractmethod
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QKeySequence, QPalette, QShortcut
from PySide6.QtWidgets import QAbstractItemView, QDockWidget, QWidget

from journeymapper.document.change import Change
from journeymapper.i18n import _
from journeymapper.layout.places import Hit
from journeymapper.ui.docks.line_editing import Index, LineDelegate
from journeymapper.ui.docks.title_bar import TitleBar
from journeymapper.ui.open_map import OpenMap

#: The view follows when the selection elsewhere has been at rest for so many milliseconds.
_CALM = 40

_RETURN = {Qt.Key.Key_Return, Qt.Key.Key_Enter}

#: Events that may open a text field.
_BEGINNINGS = {
    QEvent.Type.KeyPress,
    QEvent.Type.InputMethod,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseButtonDblClick,
}


class SideView(QDockWidget):
    """A dock with an item view of the open map. Subclasses make the model and say what is selected.

    The model is made when the dock is first seen, and followed from then on.
    """

    #: Esc was pressed in it.
    left = Signal()
    #: One line for the user.
    said = Signal(str)
    #: Words were written that are not yet in the map.
    begun = Signal()
    #: The text field is gone.
    ended = Signal()
    #: The keyboard stands on this record now.
    revealed = Signal(str)
    #: The context menu was asked for: (Hit, global position).
    menu_asked = Signal(object, QPoint)

    def __init__(self, name: str, title: str, view: QAbstractItemView, parent: QWidget) -> None:
        """Make a dock without a map; ``name`` is the one it is remembered by."""
        super().__init__(title, parent)
        self.setObjectName(name)
        self.view = view
        self.open_map: OpenMap | None = None
        self.model: Any = None
        self.delegate = LineDelegate(view, self.field_name, self.problem)
        view.setItemDelegate(self.delegate)
        view.setFrameShape(QAbstractItemView.Shape.NoFrame)
        view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        keys = _Keys(self)
        view.clicked.connect(self._lead)
        view.installEventFilter(keys)
        view.viewport().installEventFilter(keys)
        self.setWidget(view)
        self.title_bar = TitleBar(self)
        self.title_bar.left.connect(self.left)
        self._is_busy = False
        #: The keyboard or the mouse is what moves the selection here, and no refusal was said since.
        self.is_walked = False
        self._calm = QTimer(self)
        self._calm.setSingleShot(True)
        self._calm.setInterval(_CALM)
        self._calm.timeout.connect(self.catch_up)
        leaving = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        leaving.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        leaving.activated.connect(self.left)
        self.delegate.said.connect(self.said)
        self.delegate.begun.connect(self.begun)
        self.delegate.released.connect(self.ended)
        self.visibilityChanged.connect(self._wake)
        self.hide()

    # What subclasses say.

    @abstractmethod
    def make_model(self, open_map: OpenMap) -> Any:
        """Return a model of a map."""

    def field_name(self, index: Index) -> str:
        """Return what the text field on an item is called for screen readers."""
        return _("Text of {name}").format(name=index.data(Qt.ItemDataRole.AccessibleTextRole))

    def problem(self, index: Index, text: str) -> str:
        """Return what is wrong with words for an item, or ""."""
        return str(self.model.problem(index, text))

    @abstractmethod
    def show_selection(self) -> None:
        """Select in the view what is selected in the map."""

    @abstractmethod
    def take_selection(self, open_map: OpenMap) -> None:
        """Select in the map what is selected in the view."""

    @abstractmethod
    def hit_at(self, index: Index) -> Hit:
        """Return what an item stands for, as if it were on the canvas."""

    @abstractmethod
    def edit_text(self, id_: str, field: str = "") -> bool:
        """Open the text field on a record; tell whether it could."""

    @abstractmethod
    def begin_card(self, lane: str, step: str, text: str = "", place: int | None = None) -> None:
        """Begin a new card in a cell, at ``place`` or its end."""

    @abstractmethod
    def reveal(self, id_: str) -> None:
        """Bring a record into view."""

    # The map.

    def show_map(self, open_map: OpenMap | None) -> None:
        """Show another map; None: there is none."""
        self.let_go()
        if self.open_map is not None:
            self.open_map.changed.disconnect(self._follow_change)
            self.open_map.selected.disconnect(self._follow_selection)
        if self.model is not None:
            self.view.setModel(None)
            self.model.deleteLater()
        self.open_map, self.model = open_map, None
        if open_map is not None:
            open_map.changed.connect(self._follow_change)
            open_map.selected.connect(self._follow_selection)
            self._wake(self.isVisible())

    def _wake(self, is_seen: bool) -> None:
        """Have a model, and be in step with the selection, once somebody looks."""
        if not is_seen or self.open_map is None:
            return
        if self.model is None:
            self.model = self.make_model(self.open_map)
            self.model.refused.connect(self._refuse)
            self.view.setModel(self.model)
            self.view.setCurrentIndex(QModelIndex())  # else Qt takes the first item as the keyboard comes
            selection = self.view.selectionModel()
            selection.selectionChanged.connect(self._lead)
            selection.currentChanged.connect(self._lead)
            self.begin()
        self.catch_up()

    def begin(self) -> None:
        """Do what is to be done once with a new model."""

    def wear(self, palette: QPalette) -> None:
        """Take on a palette."""

    def take_focus(self) -> None:
        """Show the dock and put the keyboard on what is selected in the map, or on nothing yet."""
        self.show()
        self.raise_()
        self.activateWindow()
        self.view.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.catch_up()

    @property
    def has_keyboard(self) -> bool:
        """Tell whether the keyboard is in the dock."""
        widget = self.window().focusWidget()
        return widget is not None and self.isVisible() and self.isAncestorOf(widget)

    @property
    def is_writing(self) -> bool:
        """Tell whether words stand in the text field that are not yet in the map."""
        return self.delegate.editor is not None and self.delegate.editor.has_changed

    def let_go(self) -> None:
        """Keep what is being written and close the text field."""
        self.delegate.finish()

    # Selection and changes.

    def catch_up(self) -> None:
        """Select what is selected in the map."""
        self._calm.stop()
        if self.model is not None and self.open_map is not None and self.isVisible():
            self._quietly(self.show_selection)

    def _quietly(self, act: Callable[[], object]) -> None:
        """Do something with the view's selection without leading the map's."""
        was_busy, self._is_busy = self._is_busy, True
        try:
            act()
        finally:
            self._is_busy = was_busy

    def _follow_selection(self) -> None:
        if self._is_busy or self.model is None:
            return
        if self.has_keyboard:
            self.catch_up()
        else:
            self._calm.start()

    def _lead(self) -> None:
        if not self._is_busy and self.open_map is not None:
            self.lead()
            if self.is_walked:
                self.tell_selection()

    def _refuse(self, words: str) -> None:
        self.is_walked = False
        self.said.emit(words)

    def tell_selection(self) -> None:
        """Say what was selected by walking here, where that is more than what one stands on."""

    def lead(self) -> None:
        """Have the map select what is selected here."""
        if (open_map := self.open_map) is not None:
            self._quietly(lambda: self.take_selection(open_map))
            if open_map.current:
                self.revealed.emit(open_map.current)

    def _follow_change(self, change: Change) -> None:
        if self.model is not None:
            self._quietly(lambda: self.model.follow(change))
            self.after_change(change)

    def after_change(self, change: Change) -> None:
        """Do what is to be done once the model has followed a change."""

    def edit(self, index: Index) -> bool:
        """Open the text field on an item; tell whether it could."""
        if not index.isValid() or not index.flags() & Qt.ItemFlag.ItemIsEditable:
            return False
        self.stand_on(index)
        self.delegate.is_typed = False
        self.view.edit(index)
        return self.delegate.editor is not None

    def stand_on(self, index: Index) -> None:
        """Select an item alone, whatever keys are held."""
        self.view.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    # The keyboard.

    def press_return(self) -> bool:
        """Edit what the keyboard stands on; tell whether that can be."""
        index = self.view.currentIndex()
        if not index.isValid():
            return False
        if not self.edit(index):
            self.expand(index)
        return True

    def expand(self, index: Index) -> None:
        """Do what Enter does on what cannot be edited."""

    def ask_menu(self, event: QContextMenuEvent) -> None:
        """Ask for the context menu of what is under the pointer, or of what the keyboard stands on."""
        by_keyboard = event.reason() is QContextMenuEvent.Reason.Keyboard
        index = self.view.currentIndex() if by_keyboard else self.view.indexAt(event.pos())
        if index.isValid():
            viewport = self.view.viewport()
            place = self.view.visualRect(index).center() if by_keyboard else event.pos()
            self.menu_asked.emit(self.hit_at(QPersistentModelIndex(index)), viewport.mapToGlobal(place))


class _Keys(QObject):
    """Gives Enter in a view its meaning."""

    def __init__(self, dock: SideView) -> None:
        super().__init__(dock)
        self._dock = dock

    def eventFilter(self, _view: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Take Enter, and the wish for a menu; note whether words are typed."""
        if event.type() in _BEGINNINGS:
            self._dock.delegate.is_typed = _is_typing(event)
            self._dock.is_walked = True
        if isinstance(event, QContextMenuEvent) and event.type() is QEvent.Type.ContextMenu:
            self._dock.ask_menu(event)
            return True
        if not isinstance(event, QKeyEvent) or event.type() is not QEvent.Type.KeyPress:
            return False
        plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == Qt.KeyboardModifier.NoModifier
        return plain and event.key() in _RETURN and self._dock.press_return()


def _is_typing(event: QEvent) -> bool:
    """Tell whether an event brings words."""
    if isinstance(event, QKeyEvent):
        return event.text().isprintable() and bool(event.text().strip())
    return event.type() is QEvent.Type.InputMethod
