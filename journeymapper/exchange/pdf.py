"""PDF: a map as vectors with all fonts embedded, on a page of its own size or fitted to a paper."""

from itertools import islice
from pathlib import Path

from journeymapper.document.texts import on_one_line
from journeymapper.exchange.options import ExportOptions, Progress, report
from journeymapper.files.whole import whole_file
from journeymapper.i18n import _
from journeymapper.layout.header import subtitle_of
from journeymapper.layout.map_layout import MapLayout
from journeymapper.layout.pages import page_for
from journeymapper.memory import collector_at_rest
from journeymapper.painters.pdf import PdfDocument

_AT_ONCE = 400


def write_pdf(
    layout: MapLayout, path: Path, options: ExportOptions, progress: Progress | None = None
) -> frozenset[str]:
    """Write the map as a PDF of one page; return the characters that no installed font has.

    Raises:
        OSError: the file could not be written; what was there before is untouched.
        Cancelled: ``progress`` said so.
    """
    page = page_for(layout.width, layout.height, options.paper)
    record = layout.document.map
    with whole_file(path) as stream, collector_at_rest():
        pdf = PdfDocument(
            stream,
            title=on_one_line(record.title) or _("Untitled map"),
            author=on_one_line(record.author),
            subject=on_one_line(subtitle_of(record)),
            language=on_one_line(record.language),
        )
        pdf.begin_page(page.width, page.height)
        placed = list(layout.visible(layout.bounds))
        rest = iter(placed)
        done = 0
        while some := list(islice(rest, _AT_ONCE)):
            pdf.paint(some, scale=page.scale, x=page.x, y=page.y)
            done += len(some)
            report(progress, 0.9 * done / len(placed))
        pdf.end_page()
        pdf.save()
        report(progress, 1)
    return layout.missing()
