"""The parking lot: thoughts that are put aside for later, in a list beside the map."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QWidget

from journeymapper.editing import parking
from journeymapper.i18n import _
from journeymapper.layout.places import Part
from journeymapper.ui.docks.list_dock import ListDock
from journeymapper.ui.docks.thoughts import Thoughts
from journeymapper.ui.open_map import OpenMap

_LONGEST = 10_000


class ParkingLot(ListDock):
    """A line to write a thought into, and the thoughts below it."""

    part = Part.PARKED

    def __init__(self, parent: QWidget) -> None:
        """Make a parking lot without a map."""
        self.line = QLineEdit()
        super().__init__("parking lot", _("Parking lot"), self.line, parent)
        self.line.setPlaceholderText(_("Park a thought"))
        self.line.setAccessibleName(_("Park a thought"))
        self.line.setMaxLength(_LONGEST)
        self.line.returnPressed.connect(self._park)
        self.setToolTip(
            _(
                "Enter parks the thought; drag one onto the map, or change it with F2; "
                "Esc leads back to the map"
            )
        )
        thoughts = self.list
        thoughts.setAccessibleName(_("Parked thoughts"))
        thoughts.setAccessibleDescription(self.toolTip())
        thoughts.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        thoughts.setDefaultDropAction(Qt.DropAction.MoveAction)
        thoughts.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked | QAbstractItemView.EditTrigger.EditKeyPressed
        )

    def make_model(self, open_map: OpenMap) -> Thoughts:
        """Return the thoughts parked in a map."""
        model = Thoughts(open_map, self)
        model.ids = list(model.wanted())
        return model

    def show_map(self, open_map: OpenMap | None) -> None:
        """Show another map's thoughts; None: there is no map."""
        super().show_map(open_map)
        self.line.clear()

    def take_line(self) -> None:
        """Show the dock with the keyboard in the line."""
        self.show()
        self.raise_()
        self.activateWindow()
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def take_focus(self) -> None:
        """Show the dock with the keyboard on the thoughts, or in the line where there are none."""
        if self.open_map is not None and self.open_map.session.document.indexes.parked:
            super().take_focus()
        else:
            self.take_line()

    def begin_card(self, lane: str, step: str, text: str = "", place: int | None = None) -> None:
        """Begin a thought: that is what new is here, wherever on the map a card would go."""
        del lane, step, place  # a thought stands in no cell
        self.take_line()
        self.line.insert(text)

    def show_thought(self, id_: str) -> None:
        """Show the dock, open at a thought; the keyboard stays where it is."""
        self.show()
        self.raise_()
        self.catch_up()
        self.reveal(id_)

    def _park(self) -> None:
        """Park what stands in the line."""
        text = self.line.text().strip()
        if not text or self.open_map is None:
            return
        with self.open_map.edit(_("Park thought")) as edit:
            thought = parking.add(edit, text)
        self.line.clear()
        self.reveal(thought)
