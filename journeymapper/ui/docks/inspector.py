"""The inspector: what is selected, to be read and edited."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDockWidget, QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from journeymapper.document.change import Change
from journeymapper.document.records import (
    Card,
    EmotionPoint,
    JourneyMap,
    Lane,
    Link,
    Persona,
    Record,
    Stage,
    Step,
)
from journeymapper.i18n import _, ngettext
from journeymapper.ui.chosen import chosen
from journeymapper.ui.docks.card_panel import CardPanel
from journeymapper.ui.docks.lane_panel import LanePanel
from journeymapper.ui.docks.link_panel import LinkPanel
from journeymapper.ui.docks.panel import Panel
from journeymapper.ui.docks.persona_panel import PersonaPanel
from journeymapper.ui.docks.point_panel import PointPanel
from journeymapper.ui.docks.stage_panel import StagePanel
from journeymapper.ui.docks.step_panel import StepPanel
from journeymapper.ui.docks.title_bar import TitleBar
from journeymapper.ui.docks.title_panel import TitlePanel
from journeymapper.ui.open_map import OpenMap

_PANELS: dict[type[Record], type[Panel]] = {
    Card: CardPanel,
    EmotionPoint: PointPanel,
    Link: LinkPanel,
    Lane: LanePanel,
    Stage: StagePanel,
    Step: StepPanel,
    Persona: PersonaPanel,
    JourneyMap: TitlePanel,
}

_WIDTH = 300


class Inspector(QDockWidget):
    """Shows the panel for what is selected; nothing when nothing is."""

    #: The dialog for what is shown was asked for: the id of the action that opens it.
    asked = Signal(str)
    #: A record that the panel names was asked for, to go to: its id.
    go_asked = Signal(str)
    #: One line for the user.
    said = Signal(str)
    #: Esc was pressed in it.
    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        """Make an inspector without a map."""
        super().__init__(_("Inspector"), parent)
        self.setObjectName("inspector")
        self.setAllowedAreas(Qt.DockWidgetArea.LeftDockWidgetArea | Qt.DockWidgetArea.RightDockWidgetArea)
        self._open_map: OpenMap | None = None
        self._panels: dict[type[Record], Panel] = {}
        self.panel: Panel | None = None
        self.summary = QLabel(self)
        self.summary.setWordWrap(True)
        self.summary.setContentsMargins(12, 10, 12, 10)
        self.summary.setEnabled(False)
        inner = QWidget(self)
        self._column = QVBoxLayout(inner)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.summary)
        self._column.addStretch(1)
        area = QScrollArea(self)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setMinimumWidth(_WIDTH)
        area.setWidget(inner)
        self.title_bar = TitleBar(self)
        self.title_bar.left.connect(self.left)
        self._area = area
        self.setWidget(area)
        leaving = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        leaving.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        leaving.activated.connect(self.left)

    def take_focus(self, name: str = "") -> None:
        """Show the inspector and put the keyboard on a field of what is selected, by name or the first."""
        self.show()
        self.raise_()
        if self.panel is None:
            return
        shown = [field for field in self.panel.fields.values() if not field.isHidden()]
        field = self.panel.fields.get(name) or next(iter(shown), None)
        if field is not None:
            self.activateWindow()
            field.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self._area.ensureWidgetVisible(field)

    def show_map(self, open_map: OpenMap | None) -> None:
        """Show the selection of another map; None: there is none."""
        for panel in self._panels.values():
            panel.deleteLater()
        if self._open_map is not None:
            self._open_map.selected.disconnect(self._show_selection)
            self._open_map.changed.disconnect(self._follow)
        self._panels, self.panel, self._open_map = {}, None, open_map
        if open_map is not None:
            open_map.selected.connect(self._show_selection)
            open_map.changed.connect(self._follow)
            self._show_selection()

    def _show_selection(self) -> None:
        if self._open_map is None:
            return
        found = chosen(self._open_map)
        kind = found.only_kind
        panel = self._panel_for(kind) if kind is not None else None
        if panel is not self.panel and self.panel is not None:
            self.panel.hide()
        self.panel = panel
        self.summary.setVisible(panel is None)
        if panel is not None and kind is not None:
            panel.show_records(found.of(kind))
            panel.show()
        elif count := len(self._open_map.selection):
            self.summary.setText(ngettext("{count} item", "{count} items", count).format(count=count))
        else:
            self.summary.setText(_("Nothing is selected."))

    def _panel_for(self, kind: type[Record]) -> Panel | None:
        if kind not in _PANELS or self._open_map is None:
            return None
        if kind not in self._panels:
            self._panels[kind] = panel = _PANELS[kind](self._open_map, self.widget())
            self._column.insertWidget(self._column.count() - 1, panel, 100)
            if isinstance(panel, CardPanel):
                panel.said.connect(self.said)
            elif isinstance(panel, LinkPanel):
                panel.go_asked.connect(self.go_asked)
            elif isinstance(panel, PersonaPanel):
                panel.more_asked.connect(lambda: self.asked.emit("edit_persona"))
            elif isinstance(panel, TitlePanel):
                panel.more_asked.connect(lambda: self.asked.emit("edit_title_block"))
        return self._panels[kind]

    def _follow(self, change: Change) -> None:
        if self.panel is not None:
            self.panel.follow(change)
