"""PDF: a map as vectors with all fonts embedded, on a page of its own size or fitted to a paper.

Pages with the notes on its cards, with its personas and with its priorities can follow.
"""

from itertools import islice
from pathlib import Path

from journeymapper.document.priorities import standings
from journeymapper.document.texts import on_one_line
from journeymapper.exchange.options import ExportOptions, Progress, report
from journeymapper.files.whole import whole_file
from journeymapper.i18n import _
from journeymapper.layout.appendix import appendix, personas_of
from journeymapper.layout.display import Placed
from journeymapper.layout.header import subtitle_of
from journeymapper.layout.map_layout import MapLayout
from journeymapper.layout.notes import badges, numbered_notes
from journeymapper.layout.pages import PAPER_MARGIN, Page, page_for, paper_for_text
from journeymapper.layout.pouring import TextPages
from journeymapper.memory import collector_at_rest
from journeymapper.painters.pdf import PdfDocument

_AT_ONCE = 400

#: The share of the work that is done when the map is painted, alone and with pages to follow.
_MAP_SHARE, _MAP_SHARE_WITH_MORE = 0.9, 0.6
_PAGES_SHARE = 0.9


def write_pdf(
    layout: MapLayout, path: Path, options: ExportOptions, progress: Progress | None = None
) -> frozenset[str]:
    """Write the map as a PDF of one page, with its notes, personas or priorities as one of several.

    Returns the characters that no installed font has.

    Raises:
        OSError: the file could not be written; what was there before is untouched.
        Cancelled: ``progress`` said so.
    """
    page = page_for(layout.width, layout.height, options.paper)
    size = paper_for_text(page, options.paper)
    record = layout.document.map
    missing = layout.missing()
    with whole_file(path) as stream, collector_at_rest():
        pdf = PdfDocument(
            stream,
            title=on_one_line(record.title) or _("Untitled map"),
            author=on_one_line(record.author),
            subject=on_one_line(subtitle_of(record)),
            language=on_one_line(record.language),
        )
        notes = numbered_notes(layout) if options.notes else []
        personas = personas_of(layout) if options.personas else []
        boards = list(standings(layout.document)) if options.priorities else []
        count = len(notes) + len(personas) + len(boards)
        share = _MAP_SHARE_WITH_MORE if count else _MAP_SHARE
        placed = [*layout.visible(layout.bounds), *badges(layout, notes)]
        pdf.begin_page(page.width, page.height)
        _paint(pdf, placed, page, share, progress)
        pdf.end_page()

        def tell(done: int) -> None:
            report(progress, share + (_PAGES_SHARE - share) * done / count)

        for pages in appendix(layout, size, PAPER_MARGIN, notes, personas, boards, tell):
            missing |= pages.missing
            _write_pages(pdf, pages, size)
        pdf.save()
        report(progress, 1)
    return missing


def _paint(
    pdf: PdfDocument, placed: list[Placed], page: Page, share: float, progress: Progress | None
) -> None:
    """Paint the map, telling now and then how far that is; at its end ``share`` of the work is done."""
    rest = iter(placed)
    done = 0
    while some := list(islice(rest, _AT_ONCE)):
        pdf.paint(some, scale=page.scale, x=page.x, y=page.y)
        done += len(some)
        report(progress, share * done / len(placed))


def _write_pages(pdf: PdfDocument, pages: TextPages, size: tuple[float, float]) -> None:
    for items in pages.pages:
        pdf.begin_page(*size)
        pdf.paint(items, scale=pages.scale)
        pdf.end_page()
