"""Marks on what was found: behind the very letters, or round the record where they are not on the map."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import groupby
from math import inf

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from journeymapper.document.document import Document
from journeymapper.document.records import MAP_ID, Card, JourneyMap, Lane, Link, Persona, Record
from journeymapper.document.searching import Match, Matches
from journeymapper.layout.finding import boxes_in, rect_of
from journeymapper.layout.geometry import Rect
from journeymapper.layout.header import place_in_subtitle
from journeymapper.layout.map_layout import MapLayout
from journeymapper.layout.metrics import CARD_RADIUS
from journeymapper.layout.persona_cards import place_in_rows
from journeymapper.style import colours
from journeymapper.text.spans import Letters
from journeymapper.ui.canvas.view import View
from journeymapper.ui.canvas.words import words_of
from journeymapper.ui.open_map import OpenMap

#: How wide the ring is round a record in which something was found that is not drawn, and how far inside its
#: box, in pixels.
_RING = 2.0
_INSET = 1.5

_KEPT = 4096

#: The fields that are drawn of records with words of their own place.
_DRAWN = {"title", "name", "hint", "text"}


@dataclass(frozen=True, slots=True)
class _Marked:
    """Where a card's matches are, from its upper left corner in points, as it was when they were looked up.

    ``unseen`` holds those that are not drawn.
    """

    record: Record
    width: float
    letters: list[tuple[Match, list[Rect]]]
    unseen: list[Match]


@dataclass(slots=True)
class _Marks:
    """What there is to paint: boxes of letters, and boxes to be ringed, in points."""

    framed: frozenset[str]
    found: list[Rect] = field(default_factory=list)
    present: list[Rect] = field(default_factory=list)
    present_framed: list[Rect] = field(default_factory=list)
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

    def paint(
        self, painter: QPainter, exposed: QRect, has_text: bool, framed: frozenset[str] = frozenset()
    ) -> None:
        """Paint the marks in a part of the view; where text is left out, whole cards are marked.

        Records that are ``framed`` for being selected get no second ring.
        """
        if self._matches is None or not self._matches.count:
            return
        area = self._view.rect_to_map(exposed.adjusted(-2, -2, 2, 2))
        marks = _Marks(framed)
        self._mark_cards(area, marks, has_text)
        for id_ in self._others_in(area):
            self._mark_other(id_, marks)
        painter.save()
        self._paint_letters(painter, marks)
        self._paint_rings(painter, marks)
        painter.restore()

    def _mark_other(self, id_: str, marks: _Marks) -> None:
        """Mark a record that is no card."""
        letters = self._letters(id_)
        for match, boxes in letters:
            (marks.present if match == self._present else marks.found).extend(boxes)
        unseen = [match for match, boxes in letters if not boxes]
        is_framed = id_ in marks.framed
        if unseen and not is_framed and (box := rect_of(self._layout, id_)) is not None:
            marks.ringed.append((box, self._present in unseen))

    def _paint_letters(self, painter: QPainter, marks: _Marks) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
        painter.setPen(Qt.PenStyle.NoPen)
        present = marks.present + marks.present_framed
        for boxes, colour in ((marks.found, colours.FOUND), (present, colours.FOUND_PRESENT)):
            painter.setBrush(QColor(colour))
            painter.drawRects([self._view.to_view(box) for box in boxes])
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(colours.FOUND_EDGE), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for box in marks.present:
            painter.drawRoundedRect(self._view.to_view(box), 1.5, 1.5)

    def _paint_rings(self, painter: QPainter, marks: _Marks) -> None:
        radius = max(0.0, CARD_RADIUS * self._view.scale - _INSET)
        for box, is_present in marks.ringed:
            painter.setPen(QPen(QColor(colours.FOUND_EDGE if is_present else colours.FOUND_PRESENT), _RING))
            inside = self._view.to_view(box).adjusted(_INSET, _INSET, -_INSET, -_INSET)
            painter.drawRoundedRect(inside, radius, radius)

    def _mark_cards(self, area: Rect, marks: _Marks, has_text: bool) -> None:
        found, present = self._matches, self._present
        assert found is not None
        for id_, box in boxes_in(self._layout, area):
            if id_ not in found:
                continue
            if not has_text:
                if present is None or id_ != present.id:
                    marks.found.append(box)
                else:
                    (marks.present_framed if id_ in marks.framed else marks.present).append(box)
                continue
            marked = self._marked(id_, box)
            if marked is None:
                continue
            for match, boxes in marked.letters:
                target = marks.present if match == present else marks.found
                target.extend(letters.moved(box.x, box.y) for letters in boxes)
            if marked.unseen and id_ not in marks.framed:
                marks.ringed.append((box, present in marked.unseen))

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
            unseen = [match for match, boxes in letters if not boxes]
            known = self._known[id_] = _Marked(record, box.width, letters, unseen)
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
        yield from (id_ for id_ in _heads_in(self._layout, area) if id_ in found)
        for link in self._document.indexes.links:
            if link in found and (box := rect_of(self._layout, link)) is not None and box.intersects(area):
                yield link


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
    if isinstance(record, Persona):
        return _in_persona(layout, record, field_)
    if isinstance(record, JourneyMap) and field_ != "title":
        return _in_subtitle(layout, record, field_)
    words = words_of(layout, record.id, field_) if field_ in _DRAWN else None
    if words is None:
        return None
    end = inf
    if isinstance(record, Lane) and layout.lanes[record.id].is_collapsed:
        end = layout.lanes[record.id].head_rect().right  # a name too long for it is cut there
    elif isinstance(record, Link) and (label := layout.links.label_rect(record.id)) is not None:
        end = label.right
    return _Stands(words.box.x, words.box.y, words.pitch, Letters(words.shaped), end=end)


def _in_subtitle(layout: MapLayout, record: JourneyMap, field_: str) -> _Stands | None:
    """Return where a field stands in the line under the title."""
    lead, words = place_in_subtitle(record, field_), words_of(layout, MAP_ID, "scenario")
    if lead is None or words is None:
        return None
    return _Stands(words.box.x, words.box.y, words.pitch, Letters(words.shaped), lead)


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


def _in_persona(layout: MapLayout, record: Persona, field_: str) -> _Stands | None:
    """Return where a field stands in a persona's card or chip."""
    place = place_in_rows(record, field_, layout.header.has_chips)
    if place is None:
        return None
    row, lead = place
    box, words = layout.header.personas[record.id], layout.header.persona_rows[record.id][row]
    pitch = words.text.height / max(1, len(words.text.lines))
    return _Stands(box.x + words.x, box.y + words.y, pitch, Letters(words.text), lead)
