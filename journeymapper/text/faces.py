"""The faces of the system's fonts: tables, widths, outlines and pictures of their glyphs."""

from collections.abc import Hashable
from struct import unpack_from

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QFont, QGlyphRun, QImage, QPainter, QPainterPath, QRawFont

from journeymapper.text.shaped import GlyphPicture, OutlineSegment

_COLOUR_TABLES = ("COLR", "CBDT", "sbix")
_VARIATION_TABLE = "fvar"

#: Weights from here on are bold; lighter faces asked to be so are thickened by the system.
_BOLD = 600

_ITALIC_BIT = 2


class SystemFace:
    """A face that Qt's text engine has chosen, at no size in particular."""

    def __init__(self, raw: QRawFont) -> None:
        self._raw = QRawFont(raw)
        self._raw.setPixelSize(raw.unitsPerEm())
        self._reaches: dict[int, tuple[float, float]] = {}
        self.family: str = raw.familyName()
        self.style_name: str = raw.styleName()
        self.units_per_em: float = raw.unitsPerEm()
        self.has_outlines: bool = not any(map(self.table, _COLOUR_TABLES))
        self.synthetic_bold, self.synthetic_italic = self._find_synthesis()
        variable = bool(self.table(_VARIATION_TABLE))
        self.is_plain: bool = not (self.synthetic_bold or self.synthetic_italic or variable)
        #: How far the face says it reaches above and below the baseline, in ems.
        self.extent = self._raw.ascent() / self.units_per_em, self._raw.descent() / self.units_per_em
        self.key: Hashable = (
            self.family,
            self.style_name,
            self.table("head"),
            self.synthetic_bold,
            self.synthetic_italic,
            (raw.weight(), raw.style().value) if variable else None,
        )

    def __eq__(self, other: object) -> bool:
        return isinstance(other, SystemFace) and self.key == other.key

    def __hash__(self) -> int:
        return hash(self.key)

    def table(self, tag: str) -> bytes:
        """Return an sfnt table, or ``b""`` when the face has none of that name."""
        return bytes(self._raw.fontTable(QFont.Tag(tag)).data())

    def advance(self, glyph: int) -> float:
        """Return the width of a glyph in the face's units."""
        return self._raw.advancesForGlyphIndexes([glyph])[0].x()

    def reach(self, glyph: int) -> tuple[float, float]:
        """Return how far the ink of a glyph reaches above and below the baseline, in ems."""
        known = self._reaches.get(glyph)
        if known is None:
            bounds = self._raw.boundingRect(glyph)
            known = -bounds.top() / self.units_per_em, bounds.bottom() / self.units_per_em
            self._reaches[glyph] = known
        return known

    def outline(self, glyph: int) -> tuple[OutlineSegment, ...]:
        """Return the outline of a glyph as it is shown, in the face's units, y growing upwards."""
        return _segments(self._raw.pathForGlyph(glyph))

    def picture(self, glyph: int, size: float, pixels_per_point: float) -> GlyphPicture | None:
        """Return a glyph at ``size`` points as pixels, or ``None`` when it has no ink."""
        raw = QRawFont(self._raw)
        raw.setPixelSize(size * pixels_per_point)
        bounds = raw.boundingRect(glyph).toAlignedRect().adjusted(-1, -1, 1, 1)
        image = QImage(bounds.size(), QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(QColor(0, 0, 0, 0))
        _draw_glyph(image, raw, glyph, QPointF(-bounds.left(), -bounds.top()))
        straight = image.convertToFormat(QImage.Format.Format_RGBA8888)
        pixels = bytes(straight.constBits())
        if not any(pixels[3::4]):
            return None
        left, top = bounds.left() / pixels_per_point, bounds.top() / pixels_per_point
        return GlyphPicture(straight.width(), straight.height(), pixels, left, top, pixels_per_point)

    def _find_synthesis(self) -> tuple[bool, bool]:
        """Tell whether bold and slant are asked of the face and not drawn in it (OpenType: head, OS/2)."""
        head, os2 = self.table("head"), self.table("OS/2")
        if len(head) < 46 or not self.has_outlines:
            return False, False
        (mac_style,) = unpack_from(">H", head, 44)
        weight = unpack_from(">H", os2, 4)[0] if len(os2) >= 6 else 700 if mac_style & 1 else 400
        bold = self._raw.weight() >= _BOLD > weight and not mac_style & 1
        slanted = self._raw.style() != QFont.Style.StyleNormal
        return bold, slanted and not mac_style & _ITALIC_BIT


class FaceShelf:
    """The faces met so far; the same face is the same object at every size."""

    def __init__(self) -> None:
        self._by_raw: dict[QRawFont, SystemFace] = {}
        self._by_key: dict[Hashable, SystemFace] = {}

    def face(self, raw: QRawFont) -> SystemFace:
        """Return the face of a font at some size."""
        known = self._by_raw.get(raw)
        if known is None:
            face = SystemFace(raw)
            known = self._by_raw[raw] = self._by_key.setdefault(face.key, face)
        return known


def _draw_glyph(image: QImage, raw: QRawFont, glyph: int, pen: QPointF) -> None:
    run = QGlyphRun()
    run.setRawFont(raw)
    run.setGlyphIndexes([glyph])
    run.setPositions([QPointF(0, 0)])
    painter = QPainter(image)
    painter.drawGlyphRun(pen, run)
    painter.end()


def _segments(path: QPainterPath) -> tuple[OutlineSegment, ...]:
    segments: list[OutlineSegment] = []
    points = [path.elementAt(index) for index in range(path.elementCount())]
    index = 0
    while index < len(points):
        point = points[index]
        if point.isCurveTo():
            control, end = points[index + 1], points[index + 2]
            segments.append(("C", point.x, -point.y, control.x, -control.y, end.x, -end.y))
            index += 3
            continue
        if point.isMoveTo() and segments:
            segments.append(("Z",))
        segments.append(("M" if point.isMoveTo() else "L", point.x, -point.y))
        index += 1
    if segments:
        segments.append(("Z",))
    return tuple(segments)
