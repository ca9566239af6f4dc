"""How rows of the review dock look: an eye, words that wrap, a quieter line, and a tick “Done”."""

from dataclasses import dataclass
from enum import Enum, auto
from math import ceil
from typing import Final, NamedTuple

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QIcon, QPainter, QPalette, QPen, QTextLayout
from PySide6.QtWidgets import QListView, QStyle, QStyleOptionViewItem

from journeymapper.i18n import _
from journeymapper.ui.appearance import Appearance
from journeymapper.ui.docks.line_editing import Index, LineDelegate
from journeymapper.ui.docks.painted_rows import draw, heading, paint_ground, smaller
from journeymapper.ui.docks.record_list import RecordList
from journeymapper.ui.icons import tinted
from journeymapper.ui.laid_words import laid

#: Under this role a model gives the face of a row.
FACE = Qt.ItemDataRole.UserRole + 10

#: Pixels: beside a row, between its parts, above and below its words, and above a heading.
_PADDING = 10
_GAP = 7
_AIR = 5
_ABOVE_HEADING = 12

#: The sign of what was looked at, or not yet, and its size in pixels.
_LOOKED_AT: Final = "eye-check"
_NOT_YET: Final = "eye-outline"
_EYE: Final = 18

#: Words keep at least this width beside “Done”.
_LEAST_WORDS = 120

#: The corners of a tick, as shares of its box.
_TICK: Final = ((0.22, 0.52), (0.42, 0.72), (0.78, 0.28))

#: No more lines than these are shown of the words, the line below them, and a heading.
_MOST_WORDS: Final = 4
_MOST_LINE: Final = 3


@dataclass(frozen=True, slots=True)
class Face:
    """What a row shows.

    Args:
        words: What it says.
        line: What stands below, in smaller letters.
        looked_at: Whether its eye says that it was looked at; None for one without.
        done: Whether its tick “Done” is set; None for one without.
        is_heading: It says what stands below it.
        is_quiet: It is but a remark.
        is_late: Its line says that something is overdue.
    """

    words: str
    line: str = ""
    looked_at: bool | None = None
    done: bool | None = None
    is_heading: bool = False
    is_quiet: bool = False
    is_late: bool = False


class Part(Enum):
    """The parts of a row that can be clicked."""

    WORDS = auto()
    LOOKED_AT = auto()
    DONE = auto()


class _Places(NamedTuple):
    """Where the parts of a row lie, from its own corner, written from left to right."""

    words: QRect
    line: QRect
    eye: QRect
    done: QRect
    height: int


class FacePainter(LineDelegate):
    """Paints rows, and has them written on in place where their model wants that."""

    def __init__(self, view: QListView, name: str, appearance: Appearance) -> None:
        """Paint in a view of a light or a dark window; ``name`` is what a field for words is called."""
        super().__init__(view, lambda _index: name, _problem)
        self._view = view
        self.appearance = appearance
        self._kept: dict[tuple[object, ...], _Places] = {}

    def _places(self, face: Face, font: QFont) -> _Places:
        width = self._view.viewport().width()
        parts = (face.looked_at is None, face.done is None, face.is_heading, face.is_quiet)
        key = (face.words, face.line, parts, width, font.key())
        if key not in self._kept:
            self._kept[key] = _placed(face, font, width, _box_size(self._view))
        return self._kept[key]

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802 - Qt's name
        """Return the size of a row, which depends on how wide the list is."""
        return QSize(0, self._places(index.data(FACE), option.font).height)

    def part_at(self, index: Index, point: QPoint) -> Part:
        """Return what of a row lies at a point of the list, in pixels."""
        whole = self._view.visualRect(index)
        places = self._places(index.data(FACE), self._view.font())
        direction = self._view.layoutDirection()
        for part, place in ((Part.LOOKED_AT, places.eye), (Part.DONE, places.done)):
            there = QStyle.visualRect(direction, whole, place.translated(whole.topLeft()))
            if not place.isEmpty() and there.adjusted(-_GAP, -_AIR, _GAP, _AIR).contains(point):
                return part
        return Part.WORDS

    def forget(self) -> None:
        """Lay all rows out anew, when there is need."""
        self._kept.clear()

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a row."""
        face: Face = index.data(FACE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not (face.is_heading or face.is_quiet):
            paint_ground(painter, option, self.appearance, self._view.hasFocus())
        self._paint_parts(painter, option, face, self._places(face, option.font))
        painter.restore()

    def _paint_parts(
        self, painter: QPainter, option: QStyleOptionViewItem, face: Face, places: _Places
    ) -> None:
        def there(place: QRect) -> QRect:
            moved = place.translated(option.rect.topLeft())
            return QStyle.visualRect(option.direction, option.rect, moved)

        muted, warning = QColor(self.appearance.muted), QColor(self.appearance.warning)
        is_quiet = face.is_heading or face.is_quiet or bool(face.looked_at) or bool(face.done)
        painter.setPen(muted if is_quiet else option.palette.text().color())
        corner = option.rect.topLeft()
        words = _words(face, option.font, places.words.width())
        draw(painter, option, words, places.words.translated(corner))
        painter.setPen(warning if face.is_late else muted)
        line = _line(face, option.font, places.line.width())
        draw(painter, option, line, places.line.translated(corner))
        if face.looked_at is not None:
            self._eye(option.palette, face.looked_at).paint(painter, there(places.eye))
        if face.done is not None:
            box, done = _box_size(self._view), there(places.done)
            tick = QRect(done.x(), done.center().y() - box // 2, box, box)
            self._paint_box(painter, option, QStyle.visualRect(option.direction, done, tick), face.done)
            painter.setPen(option.palette.text().color())
            painter.setFont(smaller(option.font))
            room = QStyle.visualRect(option.direction, done, done.adjusted(box + _GAP, 0, 0, 0))
            painter.drawText(room, Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter, _("Done"))

    def _eye(self, palette: QPalette, was_looked_at: bool) -> QIcon:
        """Return an eye; with a tick where something was looked at."""
        colour = self.appearance.accent if was_looked_at else self.appearance.muted
        tint = QPalette(palette)
        tint.setColor(QPalette.ColorGroup.Active, QPalette.ColorRole.ButtonText, QColor(colour))
        return tinted(_LOOKED_AT if was_looked_at else _NOT_YET, tint)

    def _paint_box(
        self, painter: QPainter, option: QStyleOptionViewItem, place: QRect, is_ticked: bool
    ) -> None:
        edge, ground = QColor(self.appearance.muted), option.palette.base().color()
        if is_ticked:
            edge = ground = QColor(self.appearance.accent)
        painter.setPen(QPen(edge, 1.2))
        painter.setBrush(ground)
        box = QRectF(place).adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(box, 2.5, 2.5)
        if is_ticked:
            corners = [QPointF(box.x() + x * box.width(), box.y() + y * box.height()) for x, y in _TICK]
            painter.setPen(QPen(QColor("white"), 1.8))
            painter.drawPolyline(corners)


def _problem(index: Index, text: str) -> str:
    model = index.model()
    return model.problem(index, text) if isinstance(model, RecordList) else ""


def _box_size(view: QListView) -> int:
    return view.style().pixelMetric(QStyle.PixelMetric.PM_IndicatorWidth, None, view)


def _words(face: Face, font: QFont, width: int) -> QTextLayout:
    if face.is_heading:
        font = heading(font)
    elif face.is_quiet:
        font = smaller(font)
    return laid(face.words, font, width, _MOST_WORDS)


def _line(face: Face, font: QFont, width: int) -> QTextLayout:
    return laid(face.line, smaller(font), width, _MOST_LINE)


def _placed(face: Face, font: QFont, width: int, box: int) -> _Places:
    """Place the parts of a row; “Done” stands beside the words, or below all where these need the room."""
    top = _ABOVE_HEADING if face.is_heading else _AIR
    left = _PADDING + (_EYE + _GAP if face.looked_at is not None else 0)
    room = max(1, width - left - _PADDING)
    letters = QFontMetrics(font).height()
    eye = QRect()
    if face.looked_at is not None:
        eye = QRect(_PADDING, top + (letters - _EYE) // 2, _EYE, _EYE)
    done = _done_size(font, box) if face.done is not None else QSize(0, 0)
    beside = 2 * _GAP + done.width() if face.done is not None else 0
    is_beside = room - beside >= _LEAST_WORDS
    words = QRect(left, top, room - beside if is_beside else room, 0)
    words.setHeight(ceil(_words(face, font, words.width()).boundingRect().height()))
    line = QRect(left, words.bottom() + 1, room, 0)
    if face.line:
        line.setHeight(ceil(_line(face, font, room).boundingRect().height()))
    bottom = line.y() + line.height()
    place = QPoint(left + room - done.width(), top + (letters - done.height()) // 2)
    if face.done is not None and not is_beside:
        place = QPoint(left, bottom + 2)
        bottom += done.height() + 2
    return _Places(words, line, eye, QRect(place, done), bottom + _AIR)


def _done_size(font: QFont, box: int) -> QSize:
    """Return how large the tick “Done” is with its word."""
    small = QFontMetrics(smaller(font))
    return QSize(box + _GAP + small.horizontalAdvance(_("Done")) + 2, max(box, small.height()))
