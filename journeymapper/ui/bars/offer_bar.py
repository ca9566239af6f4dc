"""The bar that offers the lanes which a map's kind has and the map has not."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from journeymapper.document.change import Change
from journeymapper.document.records import MAP_ID, JourneyMap
from journeymapper.document.roles import MAP_KINDS
from journeymapper.guide.lane_sets import LaneSet, lane_set_for, lane_sets
from journeymapper.guide.sets import add_lanes, missing_lanes
from journeymapper.i18n import _, ngettext
from journeymapper.session.session import BAIL, REDO, UNDO
from journeymapper.ui.bars.parts import icon_button, on_key
from journeymapper.ui.canvas.canvas import Canvas
from journeymapper.ui.open_map import OpenMap

_MARGINS = (12, 6, 8, 6)


class OfferBar(QWidget):
    """Comes when the map is made one of another kind, and goes when it has all lanes of that kind."""

    #: The keyboard goes back to the map.
    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        """Make a hidden bar."""
        super().__init__(parent)
        self._open_map: OpenMap | None = None
        self._canvas: Canvas | None = None
        self._lane_set: LaneSet | None = None
        self.label = QLabel(self)
        self.label.setWordWrap(True)
        self.label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.add_button = QPushButton(self)
        self.add_button.setAutoDefault(True)
        self.add_button.clicked.connect(self._add)
        self.close_button = icon_button("close", _("Not now"), self)
        self.close_button.clicked.connect(self._leave)
        row = QHBoxLayout(self)
        row.setContentsMargins(*_MARGINS)
        row.setSpacing(12)
        row.addWidget(self.label, 1)
        row.addWidget(self.add_button)
        row.addWidget(self.close_button)
        on_key("Esc", self, self._leave, inside=True)
        self.hide()

    def show_map(self, open_map: OpenMap | None, canvas: Canvas | None) -> None:
        """Offer lanes for another map from now on; with None there is none. The bar hides."""
        self.hide()
        self._open_map, self._canvas = open_map, canvas
        if open_map is not None:
            open_map.changed.connect(self._follow)

    def _follow(self, change: Change) -> None:
        old, new = change.updated.get(MAP_ID, (None, None))
        if isinstance(old, JourneyMap) and isinstance(new, JourneyMap) and old.map_kind != new.map_kind:
            is_replayed = change.origin in {UNDO, REDO, BAIL}
            self._lane_set = lane_set_for(lane_sets()[0], new.map_kind, new.audience)
            if not is_replayed and self._show_offer():
                self._come()
            else:
                self._go()
        elif not self.isHidden() and not self._show_offer():
            self._go()

    def _come(self) -> None:
        """Show the bar; the keyboard stays where it is, so a screen reader is told."""
        self.show()
        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self.label.text()))

    def _go(self) -> None:
        """Hide the bar; the keyboard, where it was in here, goes back to the map."""
        focus = self.window().focusWidget()
        had_keyboard = focus is not None and self.isAncestorOf(focus)
        self.hide()
        if had_keyboard:
            self.left.emit()

    def _show_offer(self) -> bool:
        """Say what is missing; tell whether anything is."""
        if self._open_map is None or self._lane_set is None:
            return False
        document = self._open_map.session.document
        missing = missing_lanes(document, self._lane_set)
        if not missing:
            return False
        names = ", ".join(lane.shown_name() for lane in missing)
        kind = _(MAP_KINDS[document.map.map_kind])
        self.label.setText(_("A map of the kind “{kind}” also has: {lanes}").format(kind=kind, lanes=names))
        words = ngettext("Add {count} lane", "Add {count} lanes", len(missing))
        self.add_button.setText(words.format(count=len(missing)))
        self.add_button.setAccessibleDescription(self.label.text())
        return True

    def _add(self) -> None:
        if self._open_map is None or self._lane_set is None:
            return
        with self._open_map.edit(_("Add lanes")) as edit:
            added = add_lanes(edit, self._lane_set)
        self._open_map.select(added)
        if self._canvas is not None:
            self._canvas.reveal(added[0])
        self._leave()

    def _leave(self) -> None:
        self.hide()
        self.left.emit()
