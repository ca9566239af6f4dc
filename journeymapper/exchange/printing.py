"""Paper: a map on the system's printer, on one page, as large as that allows; what was asked for after it."""

from PySide6.QtCore import QMarginsF
from PySide6.QtGui import QPageLayout, QPainter
from PySide6.QtPrintSupport import QPrinter

from journeymapper.document.priorities import standings
from journeymapper.i18n import _
from journeymapper.layout.appendix import appendix, personas_of
from journeymapper.layout.map_layout import MapLayout
from journeymapper.layout.notes import badges, numbered_notes
from journeymapper.layout.pages import PAPER_MARGIN, Page, fitted, page_for
from journeymapper.painters.qt import QtPainter


def suit_page(layout: MapLayout, printer: QPrinter) -> None:
    """Lay the printer's paper the way that shows the map larger, with our margins."""
    page = page_for(layout.width, layout.height, "A4")
    landscape = page.width > page.height
    printer.setPageOrientation(
        QPageLayout.Orientation.Landscape if landscape else QPageLayout.Orientation.Portrait
    )
    margins = QMarginsF(PAPER_MARGIN, PAPER_MARGIN, PAPER_MARGIN, PAPER_MARGIN)
    printer.setPageMargins(margins, QPageLayout.Unit.Point)
    printer.setDocName(layout.document.map.title or _("Untitled map"))


def page_of(layout: MapLayout, printer: QPrinter) -> Page:
    """Return how the map stands on the printer's paper, inside its margins."""
    room = printer.pageLayout().paintRect(QPageLayout.Unit.Point)
    return fitted(layout.width, layout.height, room.width(), room.height(), 0)


def print_map(
    layout: MapLayout,
    printer: QPrinter,
    with_notes: bool = False,
    with_personas: bool = False,
    with_priorities: bool = False,
) -> bool:
    """Print the map on one page inside the printer's margins; tell whether the printer took all of it.

    ``with_notes`` numbers the cards that have notes, and prints these on pages after the map;
    ``with_personas`` prints a page for each persona after these, ``with_priorities`` one for each board of
    priorities.
    """
    painter = QPainter()
    if not painter.begin(printer):
        return False
    page = page_of(layout, printer)
    per_point = printer.resolution() / 72
    notes = numbered_notes(layout) if with_notes else []
    brush = QtPainter()
    painter.scale(per_point, per_point)
    painter.save()
    painter.translate(page.x, page.y)
    painter.scale(page.scale, page.scale)
    brush.paint(painter, layout.visible(layout.bounds))
    brush.paint(painter, badges(layout, notes))
    painter.restore()
    size = page.width, page.height
    personas = personas_of(layout) if with_personas else []
    boards = list(standings(layout.document)) if with_priorities else []
    for pages in appendix(layout, size, 0, notes, personas, boards):
        for items in pages.pages:
            if not printer.newPage():
                printer.abort()
                painter.end()
                return False
            painter.save()
            painter.scale(pages.scale, pages.scale)
            brush.paint(painter, items)
            painter.restore()
    return painter.end()
