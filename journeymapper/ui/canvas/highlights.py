"""Marks on what was found: behind the very letters, or round the card where they are not on the map."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import groupby
from math import inf

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from journeymapper.document.document import Document
from journeymapper.document.records import MAP_ID, Card, JourneyMap, Lane, Persona, Record
from journeymapper.document.searching import Match, Matches
from journeymapper.layout.display import Paragraph
from journeymapper.layout.finding import boxes_in, rect_of
from journeymapper.layout.geometry import Rect
from journeymapper.layout.header import subtitle_of
from journeymapper.layout.map_layout import MapLayout
from journeymapper.layout.metrics import CARD_RADIUS
from journeymapper.text.spans import Letters
from journeymapper.ui.canvas.view import View
from journeymapper.ui.canvas.words import words_of
from journeymapper.ui.open_map import OpenMap

#: Behind what was found, and behind that of it one stands on; laid over the map as ink over ink.
_FOUND = "#ffe596"
_PRESENT = "#ffb938"
_EDGE = "#b07100"

#: How wide the ring round a card is whose note holds what was found, and how far inside the card, in pixels.
_RING = 2.0
_INSET = 1.5

_KEPT = 4096


@dataclass(frozen=True, slots=True)
class _Marked:
    """Where a card's matches are, from its upper left corner in points, as it was when they were looked up.

    ``in_note`` holds those that cannot be seen.
    """

    record: Record
    width: float
    letters: list[tuple[Match, list[Rect]]]
    in_note: list[Match]


@dataclass(slots=True)
class _Marks:
    """What there is to paint: boxes of letters, and cards to be ringed, in points."""

    found: list[Rect] = field(default_factory=list)
    present: list[Rect] = field(default_factory=list)
    ringed: list[tuple[Rect, bool]] = field(default_factory=list)


class Highlights:
    """The marks of one map. ``changed`` is called with the pixels that must be painted again."""

    def __init__(self, open_map: OpenMap, view: View, changed: Callable[[QRect], None]) -> None:
        """Show no marks yet."""
        self._open_map = open_map
        self._view = view
        self._changed = changed
        self._matches: Matches | None = None
        self._present: Match | None = None
        self._known: dict[str, _Marked] = {}

    @property
    def _layout(self) -> MapLayout:
        return self._open_map.session.layout

    @property
    def _document(self) -> Document:
        return self._open_map.session.document

    def show(self, matches: Matches | None, present: Match | None) -> None:
        """Mark all matches, the present one more strongly; None takes the marks away."""
        self._known.clear()
        self._matches, self._present = matches, present
        self._changed(QRect(0, 0, self._view.size.width(), self._view.size.height()))

    def show_present(self, present: Match | None) -> None:
        """Mark another match more strongly; the matches are the same."""
        before, self._present = self._present, present
        for id_ in {match.id for match in (before, present) if match is not None}:
            for rect in self._area_of(id_):
                self._changed(self._view.pixels_of(rect, round(_RING)))

    def _area_of(self, id_: str) -> Iterator[Rect]:
        """Yield what a record's marks lie in."""
        rect = rect_of(self._layout, id_)
        if rect is not None:
            yield rect
            yield from (box for _match, boxes in self._letters(id_) for box in boxes)

    def boxes_of(self, match: Match) -> list[Rect]:
        """Return where the letters of a match stand, line by line; none where they cannot be seen."""
        found = self._letters(match.id)
        return next((boxes for known, boxes in found if known == match), [])

    def paint(self, painter: QPainter, exposed: QRect, has_text: bool) -> None:
        """Paint the marks in a part of the view; where text is left out, whole cards are marked."""
        if self._matches is None or not self._matches.count:
            return
        area = self._view.rect_to_map(exposed.adjusted(-2, -2, 2, 2))
        marks = _Marks()
        self._mark_cards(area, marks, has_text)
        for id_ in self._others_in(area):
            for match, boxes in self._letters(id_):
                (marks.present if match == self._present else marks.found).extend(boxes)
        painter.save()
        self._paint_letters(painter, marks)
        self._paint_rings(painter, marks, has_text)
        painter.restore()

    def _paint_letters(self, painter: QPainter, marks: _Marks) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
        painter.setPen(Qt.PenStyle.NoPen)
        for boxes, colour in ((marks.found, _FOUND), (marks.present, _PRESENT)):
            painter.setBrush(QColor(colour))
            painter.drawRects([self._view.to_view(box) for box in boxes])
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(_EDGE), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for box in marks.present:
            painter.drawRoundedRect(self._view.to_view(box), 1.5, 1.5)

    def _paint_rings(self, painter: QPainter, marks: _Marks, has_text: bool) -> None:
        if not has_text:
            return
        radius = max(0.0, CARD_RADIUS * self._view.scale - _INSET)
        for box, is_present in marks.ringed:
            painter.setPen(QPen(QColor(_EDGE if is_present else _PRESENT), _RING))
            inside = self._view.to_view(box).adjusted(_INSET, _INSET, -_INSET, -_INSET)
            painter.drawRoundedRect(inside, radius, radius)

    def _mark_cards(self, area: Rect, marks: _Marks, has_text: bool) -> None:
        found, present = self._matches, self._present
        assert found is not None
        for id_, box in boxes_in(self._layout, area):
            if id_ not in found:
                continue
            if not has_text:
                (marks.present if present is not None and id_ == present.id else marks.found).append(box)
                continue
            marked = self._marked(id_, box)
            if marked is None:
                continue
            for match, boxes in marked.letters:
                target = marks.present if match == present else marks.found
                target.extend(letters.moved(box.x, box.y) for letters in boxes)
            if marked.in_note:
                marks.ringed.append((box, present in marked.in_note))

    def _marked(self, id_: str, box: Rect) -> _Marked | None:
        """Return a card's marks, looked up once as long as it stays what it is; None for a point."""
        record, known = self._document.find(id_), self._known.get(id_)
        if not isinstance(record, Card):
            return None
        if known is None or known.record is not record or known.width != box.width:
            if len(self._known) >= _KEPT:
                self._known.clear()
            letters = [
                (match, [letters.moved(-box.x, -box.y) for letters in boxes])
                for match, boxes in self._letters(id_)
            ]
            in_note = [match for match, boxes in letters if not boxes]
            known = self._known[id_] = _Marked(record, box.width, letters, in_note)
        return known

    def _letters(self, id_: str) -> list[tuple[Match, list[Rect]]]:
        """Return a record's matches with the boxes of their letters, none where they cannot be seen."""
        record = self._document.find(id_)
        if record is None or self._matches is None:
            return []
        found: list[tuple[Match, list[Rect]]] = []
        is_seen = rect_of(self._layout, id_) is not None
        for field_, matches in groupby(self._matches.of(id_), key=lambda match: match.field):
            stands = _stands(self._layout, record, field_) if is_seen else None
            found.extend((match, stands.boxes(match) if stands is not None else []) for match in matches)
        return found

    def _others_in(self, area: Rect) -> Iterator[str]:
        """Yield the records with matches in an area that are not cards."""
        found = self._matches
        assert found is not None
        return (id_ for id_ in _heads_in(self._layout, area) if id_ in found)


@dataclass(frozen=True, slots=True)
class _Stands:
    """Where the words of a field stand on the map, in points.

    ``lead`` is how many characters of other fields stand before them; nothing is drawn right of ``end``.
    """

    x: float
    y: float
    pitch: float
    letters: Letters
    lead: int = 0
    end: float = inf

    def boxes(self, match: Match) -> list[Rect]:
        """Return where the letters of a match stand, line by line."""
        return [
            Rect(self.x + one.left, self.y + one.line * self.pitch, one.right - one.left, self.pitch)
            for one in self.letters.extents(match.start + self.lead, match.end + self.lead)
            if self.x + one.right <= self.end
        ]


def _stands(layout: MapLayout, record: Record, field_: str) -> _Stands | None:
    """Return where a field's words stand; None for one that is not drawn."""
    if field_ == "note":
        return None
    if isinstance(record, Persona):
        return _persona_name(layout, record.id)
    words = words_of(layout, record.id, field_)
    if words is None:
        return None
    lead = _before_scenario(layout.document.map) if field_ == "scenario" else 0
    end = inf
    if isinstance(record, Lane) and layout.lanes[record.id].is_collapsed:
        end = layout.lanes[record.id].head_rect().right  # a name too long for it is cut there
    return _Stands(words.box.x, words.box.y, words.pitch, Letters(words.shaped), lead, end)


def _before_scenario(record: JourneyMap) -> int:
    """Return how many characters stand before the scenario in its line."""
    kind = subtitle_of(record.model_copy(update={"scenario": "", "business": ""}))
    return subtitle_of(record).index(record.scenario, len(kind))


def _heads_in(layout: MapLayout, area: Rect) -> Iterator[str]:
    """Yield the records of an area that are neither cards nor without words: titles, names, labels."""
    seen = layout.columns.between(area.x, area.right)
    if area.y < layout.headings_top:
        yield MAP_ID
        yield from layout.header.personas
    if area.y < layout.lanes_top and area.bottom > layout.headings_top:
        yield from (span.stage for span in layout.columns.spans_between(seen))
        yield from (step for column in seen if (step := layout.columns.steps[column]))
    for lane in layout.lanes_between(area.y, area.bottom):
        yield lane
        feelings = layout.lanes[lane].feelings
        if feelings is not None and layout.is_open(lane):
            for column in seen:
                yield from (face.point.id for face in feelings.faces(layout.columns.steps[column] or ""))


def _persona_name(layout: MapLayout, id_: str) -> _Stands | None:
    """Return where the line with a persona's name stands: the second words of its card."""
    box = layout.header.personas[id_]
    placed = next(one for one in layout.header.placed if (one.x, one.y) == (box.x, box.y))
    lines = [item for item in placed.items if isinstance(item, Paragraph)]
    if len(lines) < 2:
        return None
    name = lines[1]
    pitch = name.text.height / max(1, len(name.text.lines))
    return _Stands(box.x + name.x, box.y + name.y, pitch, Letters(name.text))
