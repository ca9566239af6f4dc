"""The ways on which a map leaves the program as pages: the command line and a printer."""

import os
import subprocess
import sys
from pathlib import Path

from PySide6.QtPrintSupport import QPrinter

from journeymapper.document.document import Document
from journeymapper.exchange.printing import print_map, suit_page
from journeymapper.files import native
from journeymapper.layout.map_layout import MapLayout


def exported(document: Document, folder: Path, *options: str) -> Path:
    """Return the PDF that the command line makes of a map on A4."""
    source, target = folder / "map.journey", folder / "map.pdf"
    native.save(document, source)
    command = [sys.executable, "-m", "journeymapper", "export", source, target, "--paper", "A4", *options]
    subprocess.run(command, check=True, env={**os.environ, "QT_QPA_PLATFORM": "offscreen"})
    return target


def printed(layout: MapLayout, folder: Path, **wishes: bool) -> Path:
    """Return the PDF that a printer makes of a map, with what is wished for besides it."""
    path = folder / "printed.pdf"
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    suit_page(layout, printer)
    assert print_map(layout, printer, **wishes)
    return path
