"""reportlab's canvas, behind the calls a map needs; what its public ways do not reach is here and only here.

Those are: raw content operators, fonts of our own, pages without an unembedded Helvetica in them,
``UserUnit``, and page streams that are compressed without being spelt in ASCII.
"""

# reportlab is not typed.
# mypy: allow-untyped-calls

from collections.abc import Sequence
from typing import BinaryIO

from reportlab.lib.colors import HexColor
from reportlab.pdfbase.pdfdoc import (
    BasicFonts,
    PDFArray,
    PDFDictionary,
    PDFName,
    PDFObject,
    PDFObjectReference,
    PDFStream,
    PDFZCompress,
)
from reportlab.pdfgen.canvas import Canvas

from journeymapper.text.shaped import GlyphPicture

_VERSION = (1, 7)


class _BareCanvas(Canvas):
    """A canvas whose pages start with nothing: reportlab would select Helvetica."""

    def _make_preamble(self) -> None:
        self._preamble = ""


class PdfCanvas:
    """Writes pages to a binary file.

    Equal input at an equal time gives equal bytes; SOURCE_DATE_EPOCH in the environment holds the time.
    """

    def __init__(self, target: BinaryIO, language: str) -> None:
        self._canvas = _BareCanvas(target, pageCompression=1, pdfVersion=_VERSION, lang=language or None)

    def describe(self, title: str, author: str, subject: str, creator: str) -> None:
        """Set the document's metadata; readers show the title in place of the file's name."""
        self._canvas.setTitle(title)
        self._canvas.setAuthor(author)
        self._canvas.setSubject(subject)
        self._canvas.setCreator(creator)
        self._canvas.setViewerPreference("DisplayDocTitle", "true")

    def begin_page(self, width: float, height: float) -> None:
        """Start a page of this size in its own units."""
        self._canvas.setPageSize((width, height))

    def end_page(self, user_unit: float) -> None:
        """Finish the page; ``user_unit`` is the length of its unit in points."""
        self._canvas.showPage()
        page = self._canvas._doc.Pages.pages[-1]
        page.Contents = PDFStream(content=page.stream, filters=[PDFZCompress])
        if user_unit != 1:
            page.__NoDefault__ = [*page.__NoDefault__, "UserUnit"]
            page.UserUnit = user_unit

    def save(self) -> None:
        """Write the document to its target."""
        self._canvas.save()

    def write(self, operators: str) -> None:
        """Add operators to the page."""
        self._canvas._code.append(operators)

    def save_state(self) -> None:
        """Start what ``restore_state`` undoes."""
        self._canvas.saveState()

    def restore_state(self) -> None:
        """Go back to the state at the last ``save_state``."""
        self._canvas.restoreState()

    def set_fill_opacity(self, opacity: float) -> None:
        """Let fills show what is under them; 1 covers it."""
        self._canvas.setFillAlpha(opacity)

    def shade(self, top: float, bottom: float, stops: Sequence[tuple[float, str]]) -> None:
        """Paint what is not clipped away with colours that change from ``top`` to ``bottom``."""
        colours = [HexColor(name) for _, name in stops]
        self._canvas.linearGradient(0, top, 0, bottom, colours, [offset for offset, _ in stops])

    def add_entry(self, key: str, title: str, left: float, top: float) -> None:
        """Add an outline entry that leads to this place of the page, in the page's units from below."""
        self._canvas.bookmarkPage(key, "XYZ", left, top)
        self._canvas.addOutlineEntry(title, key)

    def show_outline(self) -> None:
        """Ask readers to open the document with its outline beside it."""
        self._canvas.showOutline()

    def add_object(self, thing: PDFObject, name: str) -> PDFObjectReference:
        """Add an object to the document under a name of its own and return a reference to it."""
        reference: PDFObjectReference = self._canvas._doc.Reference(thing, name)
        return reference

    def add_font(self, name: str, font: PDFDictionary) -> None:
        """Make a font known to all pages as ``/name``."""
        self._canvas._doc.idToObject[BasicFonts].dict[name] = self.add_object(font, name)

    def add_picture(self, name: str, picture: GlyphPicture) -> None:
        """Add an image with a soft mask to the document."""
        colours = bytearray(3 * picture.width * picture.height)
        for channel in range(3):
            colours[channel::3] = picture.pixels[channel::4]
        self.add_pixels(name, (picture.width, picture.height), bytes(colours), picture.pixels[3::4])

    def add_pixels(self, name: str, size: tuple[int, int], colours: bytes, mask: bytes | None = None) -> None:
        """Add an image to the document: red, green and blue of its pixels, and how opaque these are."""
        image = PDFStream(_image(size, "DeviceRGB"), colours, [PDFZCompress])
        if mask is not None:
            opaqueness = PDFStream(_image(size, "DeviceGray"), mask, [PDFZCompress])
            image.dictionary["SMask"] = self.add_object(opaqueness, f"{name}.mask")
        self._canvas._doc.addForm(name, image)

    def add_jpeg(self, name: str, size: tuple[int, int], data: bytes, is_grey: bool) -> None:
        """Add the bytes of a JPEG file to the document as they are."""
        dictionary = _image(size, "DeviceGray" if is_grey else "DeviceRGB")
        dictionary["Filter"] = PDFName("DCTDecode")
        self._canvas._doc.addForm(name, PDFStream(dictionary, data, []))

    def show_picture(self, name: str) -> None:
        """Paint an image of the document in the unit square."""
        self._canvas.doForm(name)


def _image(size: tuple[int, int], colour_space: str) -> PDFDictionary:
    return PDFDictionary(
        {
            "Type": PDFName("XObject"),
            "Subtype": PDFName("Image"),
            "Width": size[0],
            "Height": size[1],
            "ColorSpace": PDFName(colour_space),
            "BitsPerComponent": 8,
            "Decode": PDFArray([0, 1] * (1 if colour_space == "DeviceGray" else 3)),
            "Interpolate": "true",
        }
    )
