"""Reads PDFs as their readers do: with poppler's tools."""

import subprocess
from collections.abc import Iterable
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree

from PySide6.QtGui import QImage

from journeymapper.layout.display import Placed
from journeymapper.painters.pdf import PdfDocument

#: pdftotext says which way text runs with these; they are not of the text.
DIRECTION_MARKS = dict.fromkeys(map(ord, "\u202a\u202b\u202c"))


def pdf_of(placed: Iterable[Placed], width: float = 400, height: float = 300, **described: str) -> bytes:
    """Return a document of one page with these lists on it."""
    target = BytesIO()
    document = PdfDocument(target, **{"title": "Map", **described})
    document.begin_page(width, height)
    document.paint(placed)
    document.end_page()
    document.save()
    return target.getvalue()


def run(tool: str, *arguments: str, data: bytes) -> str:
    """Run one of poppler's tools on a document given on standard input."""
    done = subprocess.run([tool, *arguments], input=data, capture_output=True, check=True)
    assert not done.stderr, done.stderr
    return done.stdout.decode()


def text_of(data: bytes, *options: str) -> str:
    """Return what a reader finds to copy and search."""
    return run("pdftotext", *options, "-", "-", data=data).translate(DIRECTION_MARKS)


def fonts_of(data: bytes) -> list[list[str]]:
    """Return pdffonts' row for each font: name, type (some words), encoding, emb, sub, uni, object."""
    return [row.split() for row in run("pdffonts", "-", data=data).splitlines()[2:]]


def facts_of(data: bytes) -> dict[str, str]:
    """Return what pdfinfo says, by name."""
    rows = (row.partition(":") for row in run("pdfinfo", "-", data=data).splitlines())
    return {name: value.strip() for name, _, value in rows}


def outline_of(data: bytes, folder: Path) -> list[str]:
    """Return the titles of the outline."""
    (folder / "outline.pdf").write_bytes(data)
    done = subprocess.run(
        ["pdftohtml", "-xml", "-i", "-stdout", "outline.pdf"], cwd=folder, capture_output=True, check=True
    )
    return [item.text or "" for item in ElementTree.fromstring(done.stdout).iter("item")]


def picture_of(data: bytes, folder: Path, dots_per_inch: int = 144) -> QImage:
    """Return the first page as poppler paints it."""
    (folder / "page.pdf").write_bytes(data)
    subprocess.run(
        ["pdftoppm", "-r", str(dots_per_inch), "-png", "-singlefile", "page.pdf", "page"],
        cwd=folder,
        check=True,
    )
    return QImage(str(folder / "page.png"))
