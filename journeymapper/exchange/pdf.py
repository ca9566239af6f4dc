"""PDF: a map as vectors with all fonts embedded, on a page of its own size or fitted to a paper.

Pages with the notes on its cards can follow.
"""

from itertools import islice
from pathlib import Path

from journeymapper.document.texts import on_one_line
from journeymapper.exchange.options import ExportOptions, Progress, report
from journeymapper.files.whole import whole_file
from journeymapper.i18n import _
from journeymapper.layout.display import Placed
from journeymapper.layout.header import subtitle_of
from journeymapper.layout.map_layout import MapLayout
from journeymapper.layout.notes import NotePages, NoteSetter, badges, numbered_notes
from journeymapper.layout.pages import PAPER_MARGIN, Page, page_for, paper_for_notes
from journeymapper.memory import collector_at_rest
from journeymapper.painters.pdf import PdfDocument

_AT_ONCE = 400

#: The share of the work that is done when the map is painted, without notes and with them.
_MAP_SHARE, _MAP_SHARE_WITH_NOTES = 0.9, 0.6
_NOTES_SHARE = 0.9


def write_pdf(
    layout: MapLayout, path: Path, options: ExportOptions, progress: Progress | None = None
) -> frozenset[str]:
    """Write the map as a PDF of one page, with its notes as one of several.

    Returns the characters that no installed font has.

    Raises:
        OSError: the file could not be written; what was there before is untouched.
        Cancelled: ``progress`` said so.
    """
    page = page_for(layout.width, layout.height, options.paper)
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
        share = _MAP_SHARE_WITH_NOTES if notes else _MAP_SHARE
        placed = [*layout.visible(layout.bounds), *badges(layout, notes)]
        pdf.begin_page(page.width, page.height)
        _paint(pdf, placed, page, share, progress)
        pdf.end_page()
        if notes:
            size = paper_for_notes(page, options.paper)
            setter = NoteSetter(layout.shaper, size, PAPER_MARGIN, record.title, len(notes))
            for done, note in enumerate(notes, 1):
                setter.add(note)
                report(progress, share + (_NOTES_SHARE - share) * done / len(notes))
            missing |= _write_notes(pdf, setter.pages(first=2), size)
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


def _write_notes(pdf: PdfDocument, notes: NotePages, size: tuple[float, float]) -> frozenset[str]:
    """Add the pages of notes; return the characters that no font has."""
    for items in notes.pages:
        pdf.begin_page(*size)
        pdf.paint(items)
        pdf.end_page()
    return notes.missing
