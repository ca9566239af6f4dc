"""Printing through the system's own dialogs, with a preview."""

from typing import TYPE_CHECKING

from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrintPreviewDialog, QPrintPreviewWidget
from PySide6.QtWidgets import QCheckBox, QLabel, QToolBar

from journeymapper.exchange.printing import page_of, print_map, suit_page
from journeymapper.i18n import _
from journeymapper.layout.map_layout import MapLayout
from journeymapper.ui.dialogs.export_dialog import (
    has_personas,
    has_priorities,
    less_of_lanes_words,
    smallness_words,
    wants_notes,
    wants_personas,
    wants_priorities,
)
from journeymapper.ui.dialogs.questions import Message, SmallPrintQuestion
from journeymapper.ui.exporting import remember

if TYPE_CHECKING:
    from journeymapper.ui.actions.table import ActionContext
    from journeymapper.ui.main_window import MainWindow


def ask_and_print(context: "ActionContext") -> None:
    """Ask for printer and paper, and print: all lanes, those too that a presentation keeps back."""
    if context.open_map is None:
        return
    context.window.presenting.leave()
    layout = context.open_map.session.layout
    printer = _printer(layout)
    dialog = QPrintDialog(printer, context.window)
    dialog.setWindowTitle(_("Print map"))
    is_wanted = bool(dialog.exec())
    dialog.deleteLater()
    too_small = smallness_words(page_of(layout, printer))
    if is_wanted and (not too_small or SmallPrintQuestion.ask(too_small, context.window)):
        _print(layout, printer, context.window)


def preview(context: "ActionContext") -> None:
    """Show how the map comes out on paper; it can be printed from there. A presentation is over then."""
    if context.open_map is None:
        return
    context.window.presenting.leave()
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


def can_print_personas(context: "ActionContext") -> bool:
    """Tell whether there are personas to print."""
    return context.open_map is not None and has_personas(context.open_map.session.layout)


def prints_personas(context: "ActionContext") -> bool:
    """Tell whether a page for each persona is printed after the map."""
    return wants_personas(context.window.windows.settings.export)


def toggle_personas(context: "ActionContext") -> None:
    """Print a page for each persona after the map from now on, or no longer."""
    remember(context.window, personas="no" if prints_personas(context) else "yes")


def prints_priorities(context: "ActionContext") -> bool:
    """Tell whether priorities are printed after the map."""
    return wants_priorities(context.window.windows.settings.export)


def toggle_priorities(context: "ActionContext") -> None:
    """Print priorities after the map from now on, or no longer."""
    remember(context.window, priorities="no" if prints_priorities(context) else "yes")


class PreviewDialog(QPrintPreviewDialog):
    """The system's preview of a map, with ticks for what can follow it; its foot tells of lanes not whole."""

    def __init__(self, layout: MapLayout, window: "MainWindow") -> None:
        """Prepare the preview on the usual printer."""
        self._printer = _printer(layout)
        super().__init__(self._printer, window)
        self.setWindowTitle(_("Print preview"))
        self.resize(1000, 760)
        self.paintRequested.connect(lambda printer: _paint(layout, printer, window))
        self.paintRequested.connect(self._say_outcome)
        self._layout_of_map = layout
        chosen = window.windows.settings.export
        self.notes = self._tick(_("Print notes"), bool(layout.notes), wants_notes(chosen))
        self.notes.toggled.connect(lambda on: self._choose(window, notes=on))
        self.personas = self._tick(_("Print personas"), has_personas(layout), wants_personas(chosen))
        self.personas.toggled.connect(lambda on: self._choose(window, personas=on))
        self.priorities = self._tick(_("Print priorities"), has_priorities(layout), wants_priorities(chosen))
        self.priorities.toggled.connect(lambda on: self._choose(window, priorities=on))
        for toolbar in self.findChildren(QToolBar):
            toolbar.addSeparator()
            for tick in (self.notes, self.personas, self.priorities):
                toolbar.addWidget(tick)
        self.outcome = QLabel(self)
        self.outcome.setContentsMargins(10, 4, 10, 8)
        self.outcome.setWordWrap(True)
        self._say_outcome(self._printer)
        foot = self.layout()
        if foot is not None:
            foot.addWidget(self.outcome)

    def _say_outcome(self, printer: QPrinter) -> None:
        """Say what comes out less than whole, or too small to be read well, on the paper that is chosen."""
        layout = self._layout_of_map
        lines = (smallness_words(page_of(layout, printer)), less_of_lanes_words(layout))
        self.outcome.setText("\n".join(line for line in lines if line))
        self.outcome.setVisible(bool(self.outcome.text()))

    def _tick(self, words: str, has_any: bool, is_wanted: bool) -> QCheckBox:
        tick = QCheckBox(words, self)
        tick.setEnabled(has_any)
        tick.setChecked(has_any and is_wanted)
        return tick

    def _choose(self, window: "MainWindow", **wanted: bool) -> None:
        remember(window, **{what: "yes" if is_wanted else "no" for what, is_wanted in wanted.items()})
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
    if _paint(layout, printer, window):
        window.say(_("The map went to the printer."))


def _paint(layout: MapLayout, printer: QPrinter, window: "MainWindow") -> bool:
    """Put the map on a printer, or a preview of it; tell whether it took it, and the user why not."""
    chosen = window.windows.settings.export
    if print_map(layout, printer, wants_notes(chosen), wants_personas(chosen), wants_priorities(chosen)):
        return True
    Message.tell(
        _("Not printed"),
        _("The printer did not take the map."),
        _("Nothing is lost. See whether it is switched on, or print to a file."),
        window,
    )
    return False
