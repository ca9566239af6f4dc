"""The faces of personas in the library: their pictures in circles, or their letters."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QIcon, QImage, QPainter, QPainterPath, QPixmap

from journeymapper.document.records import Picture
from journeymapper.guide.library.people import KeptPersona
from journeymapper.layout.personas import PersonaLooks
from journeymapper.painters.decoding import decoded
from journeymapper.ui.persona_icons import persona_icon

#: The side of a face, in pixels; it is made smaller where it is shown.
_SIDE = 64


class Faces:
    """Makes each face once, when it is first seen."""

    def __init__(self) -> None:
        """Know none yet."""
        self._known: dict[tuple[str, str, str], QIcon] = {}

    def of(self, kept: KeptPersona) -> QIcon:
        """Return a persona's face."""
        picture = kept.picture.id if kept.picture is not None else ""
        key = picture, kept.name, kept.persona.colour
        if key not in self._known:
            self._known[key] = _face(kept)
        return self._known[key]


def _face(kept: KeptPersona) -> QIcon:
    pixels = _pixels(kept.picture) if kept.picture is not None else None
    if pixels is None:
        return persona_icon(PersonaLooks([kept.persona]), kept.persona.id)
    return QIcon(_round(pixels))


def _pixels(picture: Picture) -> QImage | None:
    """Return a picture's pixels, not many more than are shown; None where it is broken."""
    shrunk = 1
    while min(picture.width, picture.height) // (2 * shrunk) >= _SIDE:
        shrunk *= 2
    image = decoded(picture, shrunk)
    if image is None:
        return None
    whole = image.convert("RGBA")
    data = whole.tobytes()
    made = QImage(data, whole.width, whole.height, 4 * whole.width, QImage.Format.Format_RGBA8888)
    return made.copy()  # the bytes are Python's, and gone with this function


def _round(image: QImage) -> QPixmap:
    """Return the middle of a picture in a circle."""
    side = min(image.width(), image.height())
    middle = QRect((image.width() - side) // 2, (image.height() - side) // 2, side, side)
    face = QPixmap(_SIDE, _SIDE)
    face.fill(Qt.GlobalColor.transparent)
    circle = QPainterPath()
    circle.addEllipse(QRectF(face.rect()))
    painter = QPainter(face)
    try:
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        painter.setClipPath(circle)
        painter.drawImage(face.rect(), image, middle)
    finally:
        painter.end()
    return face
