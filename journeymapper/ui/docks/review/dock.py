"""The review: how the map stands, the walk through what there is to look at, and the states that are kept."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from journeymapper.document.change import Change
from journeymapper.document.records import JourneyMap
from journeymapper.guide.review.cycle import standing
from journeymapper.i18n import _
from journeymapper.memory import collector_at_rest
from journeymapper.ui import reviewing
from journeymapper.ui.docks.review.kept_panel import KeptPanel
from journeymapper.ui.docks.review.walk import Row, Walk
from journeymapper.ui.docks.review.walk_panel import WalkPanel
from journeymapper.ui.docks.review.words import standing_words
from journeymapper.ui.docks.side_dock import SideDock
from journeymapper.ui.going import go_to
from journeymapper.ui.open_map import OpenMap

if TYPE_CHECKING:
    from journeymapper.ui.main_window import MainWindow

_MARGIN = 10


class Review(SideDock):
    """The review of a window's map. It follows the map while it is seen."""

    def __init__(self, window: "MainWindow") -> None:
        """Make a dock without a map."""
        super().__init__("review", _("Review"), window)
        self._main_window = window
        appearance = window.windows.appearance
        self._inside = QWidget(self)
        self.head = QLabel(self._inside)
        self.head.setTextFormat(Qt.TextFormat.PlainText)
        self.head.setWordWrap(True)
        self.begin_button = QPushButton(_("Review now"), self._inside)
        self.begin_button.setAutoDefault(True)
        self.panel = WalkPanel(appearance, self._inside)
        self.kept = KeptPanel(appearance, self._inside)
        self._lay_out()
        self._connect()
        self._show_walk()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        column.setSpacing(_MARGIN)
        column.addWidget(self.head)
        column.addWidget(self.begin_button, 0, Qt.AlignmentFlag.AlignLeading)
        column.addWidget(self.panel, 1)
        column.addWidget(self.kept)
        column.addStretch(0)
        self.setWidget(self._inside)

    def _connect(self) -> None:
        self.begin_button.clicked.connect(lambda: self._main_window.action_set.run("review_now"))
        self.panel.led.connect(self._lead)
        self.panel.pointed.connect(self._light)
        self.panel.arrived.connect(self._arrive)
        self.panel.finish_asked.connect(lambda: self._main_window.action_set.run("finish_review"))
        self.panel.stop_asked.connect(self._stop)
        self.kept.open_asked.connect(lambda id_: reviewing.open_kept(self._main_window, id_))
        self.kept.keep_asked.connect(lambda: self._main_window.action_set.run("keep_state"))
        self.kept.said.connect(self.said)
        self.visibilityChanged.connect(self._wake)

    # The map.

    def show_map(self, open_map: OpenMap | None) -> None:
        """Show another map; None: there is none."""
        self.end_walk()
        if self.open_map is not None:
            self.open_map.changed.disconnect(self._follow)
        self.open_map = open_map
        self.kept.show_map(open_map)
        if open_map is not None:
            open_map.changed.connect(self._follow)
        self._tell()

    def _follow(self, change: Change) -> None:
        self.kept.follow(change)
        if not self.isVisible():
            if self.panel.walk is not None:
                self.panel.walk.fall_behind()
            return
        self.panel.follow(change)
        if any(isinstance(new, JourneyMap) for _old, new in change.pairs()):
            self._tell()

    def _wake(self, is_seen: bool) -> None:
        """Catch up with the map once somebody looks here."""
        if is_seen:
            self._tell()
            self.panel.refresh()
        else:
            self._light("")

    def _tell(self) -> None:
        """Say how the map stands with its reviews."""
        if self.open_map is not None:
            record = self.open_map.session.document.map
            self.head.setText(standing_words(record, standing(record, date.today())))

    # The walk.

    @property
    def is_walking(self) -> bool:
        """Tell whether a walk is under way."""
        return self.panel.walk is not None

    def begin(self) -> None:
        """Begin a walk, or go on with the one that is under way, with the keyboard in it."""
        if self.open_map is None:
            return
        if not self.is_walking:
            document = self.open_map.session.document
            with collector_at_rest():
                walk = Walk(document, date.today())
            self.show()
            self.panel.begin(self.open_map, walk)
            self._show_walk()
        self.take_focus()

    def end_walk(self) -> None:
        """End the walk; nothing is kept of it."""
        had_keyboard = self.has_keyboard
        self.panel.end()
        self._show_walk()
        if had_keyboard:
            self.begin_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _stop(self) -> None:
        self.end_walk()
        self._main_window.refresh_actions()

    def _show_walk(self) -> None:
        self.panel.setVisible(self.is_walking)
        self.begin_button.setVisible(not self.is_walking)
        self.kept.leave_room(self.is_walking)

    def _lead(self, row: Row) -> None:
        """Go on the map to what a row is about; for what is gone, to where it stood."""
        open_map, canvas, walk = self.open_map, self._main_window.canvas, self.panel.walk
        if open_map is None or canvas is None or walk is None:
            return
        if row.is_gone:
            cell = walk.cell_of(row)
            open_map.select((), cell=cell)
            if cell is not None:
                canvas.reveal_cursor()
        else:
            go_to(open_map, canvas, row.id)
            self._light(row.id)

    def _light(self, id_: str) -> None:
        if self.open_map is not None:
            self.open_map.pointed_at.emit(frozenset((id_,)) if id_ else frozenset())

    def _arrive(self) -> None:
        self.said.emit(_("All looked at. Finish the review to keep the map as it is now."))

    # What docks do.

    def first_field(self) -> QWidget:
        """Return the list of the walk, or the button that begins one."""
        if not self.is_walking:
            return self.begin_button
        return self.panel.list if self.panel.current is not None else self.panel.finish

    def let_go(self) -> None:
        """Keep the name that is being written."""
        self.kept.let_go()

    def wear(self, palette: QPalette) -> None:
        """Take on a palette."""
        super().wear(palette)
        for part in (self.panel, self.kept):
            part.wear(self._main_window.windows.appearance)
