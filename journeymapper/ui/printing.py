"""Printing through the system's own dialogs, with a preview."""

from typing import TYPE_CHECKING

from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrintPreviewDialog, QPrintPreviewWidget
from PySide6.QtWidgets import QCheckBox, QLabel, QToolBar

from journeymapper.exchange.printing import print_map, suit_page
from journeymapper.i18n import _
from journeymapper.layout.map_layout import MapLayout
from journeymapper.ui.dialogs.export_dialog import less_of_lanes_words, wants_notes
from journeymapper.ui.dialogs.questions import Message
from journeymapper.ui.exporting import remember

if TYPE_CHECKING:
    from journeymapper.ui.actions.table import ActionContext
    from journeymapper.ui.main_window import MainWindow


def ask_and_print(context: "ActionContext") -> None:
    """Ask for printer and paper, and print."""
    if context.open_map is None:
        return
    layout = context.open_map.session.layout
    printer = _printer(layout)
    dialog = QPrintDialog(printer, context.window)
    dialog.setWindowTitle(_("Print map"))
    if dialog.exec():
        _print(layout, printer, context.window)
    dialog.deleteLater()


def preview(context: "ActionContext") -> None:
    """Show how the map comes out on paper; it can be printed from there."""
    if context.open_map is None:
        return
    PreviewDialog.ask(context.open_map.session.layout, context.window)


def has_notes(context: "ActionContext") -> bool:
    """Tell whether there are notes to print."""
    return context.open_map is not None and bool(context.open_map.session.layout.notes)


def prints_notes(context: "ActionContext") -> bool:
    """Tell whether notes are printed after the map."""
    return wants_notes(context.window.windows.settings.export)


def toggle_notes(context: "ActionContext") -> None:
    """Print notes after the map from now on, or no longer."""
    remember(context.window, notes="no" if prints_notes(context) else "yes")


class PreviewDialog(QPrintPreviewDialog):
    """The system's preview of a map, with a tick for the notes; its foot tells of lanes not whole."""

    def __init__(self, layout: MapLayout, window: "MainWindow") -> None:
        """Prepare the preview on the usual printer."""
        self._printer = _printer(layout)
        super().__init__(self._printer, window)
        self.setWindowTitle(_("Print preview"))
        self.resize(1000, 760)
        self.paintRequested.connect(lambda printer: _print(layout, printer, window))
        self.notes = QCheckBox(_("Print notes"), self)
        self.notes.setEnabled(bool(layout.notes))
        self.notes.setChecked(bool(layout.notes) and wants_notes(window.windows.settings.export))
        self.notes.toggled.connect(lambda on: self._choose_notes(on, window))
        for toolbar in self.findChildren(QToolBar):
            toolbar.addSeparator()
            toolbar.addWidget(self.notes)
        self.outcome = QLabel(less_of_lanes_words(layout), self)
        self.outcome.setContentsMargins(10, 4, 10, 8)
        self.outcome.setWordWrap(True)
        self.outcome.setVisible(bool(self.outcome.text()))
        foot = self.layout()
        if foot is not None:
            foot.addWidget(self.outcome)

    def _choose_notes(self, are_wanted: bool, window: "MainWindow") -> None:
        remember(window, notes="yes" if are_wanted else "no")
        for shown in self.findChildren(QPrintPreviewWidget):
            shown.updatePreview()

    @classmethod
    def ask(cls, layout: MapLayout, window: "MainWindow") -> None:
        """Show the preview until it is closed."""
        dialog = cls(layout, window)
        dialog.exec()
        dialog.deleteLater()


def _printer(layout: MapLayout) -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    suit_page(layout, printer)
    return printer


def _print(layout: MapLayout, printer: QPrinter, window: "MainWindow") -> None:
    if not print_map(layout, printer, wants_notes(window.windows.settings.export)):
        Message.tell(
            _("Not printed"),
            _("The printer did not take the map."),
            _("Nothing is lost. See whether it is switched on, or print to a file."),
            window,
        )
