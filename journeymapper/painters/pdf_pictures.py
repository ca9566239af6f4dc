"""The pictures of display lists as PDF images, each once in a document, however often it is shown."""

from typing import NamedTuple

from journeymapper.document.records import Picture
from journeymapper.layout.display import PictureBox, RoundedRect
from journeymapper.layout.picture import covering
from journeymapper.painters.decoding import decoded, sound_jpeg
from journeymapper.painters.pdf_canvas import PdfCanvas
from journeymapper.painters.pdf_operators import number, numbers, path


class _Known(NamedTuple):
    """A picture in the document: its name there, and its width and height in pixels."""

    name: str
    size: tuple[int, int]


class PictureWriter:
    """Writes pictures to a canvas whose y axis has been turned downwards."""

    def __init__(self, canvas: PdfCanvas) -> None:
        self._canvas = canvas
        self._known: dict[str, _Known | None] = {}

    def write(self, box: PictureBox, dx: float, dy: float) -> bool:
        """Show a picture moved by (dx, dy); return False, and show nothing, where it is broken."""
        known = self._picture(box.picture)
        if known is None:
            return False
        place = box.rect.moved(dx, dy)
        whole = covering(*known.size, place)
        outline = path(RoundedRect(place, box.radius), 0, 0)
        size = f"{number(whole.width)} 0 0 {number(-whole.height)} {numbers(whole.x, whole.bottom)} cm"
        self._canvas.write(f"q {outline} W n {size}")
        self._canvas.show_picture(known.name)
        self._canvas.write("Q")
        return True

    def _picture(self, picture: Picture) -> _Known | None:
        """Return a picture of the document, which it is added to if need be, or None where it is broken."""
        if picture.id not in self._known:
            name = f"shown{len(self._known)}"
            size = self._add(name, picture)
            self._known[picture.id] = _Known(name, size) if size is not None else None
        return self._known[picture.id]

    def _add(self, name: str, picture: Picture) -> tuple[int, int] | None:
        """Add a picture to the document, a JPEG as it is, all else as pixels; return its size in pixels."""
        jpeg = sound_jpeg(picture)
        if jpeg is not None:
            self._canvas.add_jpeg(name, jpeg.size, jpeg.data, jpeg.is_grey)
            return jpeg.size
        pixels = decoded(picture)
        if pixels is None:
            return None
        mask = pixels.getchannel("A").tobytes() if pixels.mode == "RGBA" else None
        self._canvas.add_pixels(name, pixels.size, pixels.convert("RGB").tobytes(), mask)
        return pixels.size
