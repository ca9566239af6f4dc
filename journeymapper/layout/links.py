"""The links of a map: where they are drawn, and which is where.

Their routes are kept; points are found when a part of the map is shown, and the drawing of a link is kept as
long as it stays the same but for the place where it begins. So a lane that grows draws and routes nothing
anew.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from journeymapper.document.document import Document
from journeymapper.layout.changes import Pairs
from journeymapper.layout.columns import Columns
from journeymapper.layout.damage import Damage
from journeymapper.layout.display import Path, Placed
from journeymapper.layout.geometry import Rect
from journeymapper.layout.ground import Ground
from journeymapper.layout.link_drawing import Drawing, draw, moved_parts
from journeymapper.layout.link_labels import Slot, Wanted, stood_apart
from journeymapper.layout.link_looks import (
    EXIT_GAP,
    EXIT_WIDTH,
    LABEL_PADDING,
    LOOKS,
    REACH,
    Point,
    rounded,
    sign_of,
)
from journeymapper.layout.link_places import label_box, points_of, preview_points, wanted_label
from journeymapper.layout.over_links import words_over_links
from journeymapper.layout.routing import Routing, label_of
from journeymapper.layout.shortening import shortened
from journeymapper.style import typography
from journeymapper.text.shaped import ShapedText, Shaper

#: Places are told apart by so many parts of a point, lest a rounding error draw a link anew.
_PARTS = 256

#: Half the side of the box that stands for a link without a label, in points.
_SMALL = 6.0


@dataclass(frozen=True, slots=True)
class _Shown:
    """A link as it was shown last: its drawing, what that was made of, and line and label at their places."""

    made_of: tuple[tuple[Point, ...], str, ShapedText | None, Rect | None]
    drawing: Drawing
    line: Placed
    label: Placed | None

    @property
    def at(self) -> Point:
        """Where on the map the drawing's origin is."""
        return self.line.x, self.line.y

    def is_like(self, other: "_Shown") -> bool:
        """Tell whether both look alike and are in the same place."""
        return self.drawing is other.drawing and self.at == other.at

    def points(self) -> list[Point]:
        """Return the corners of the line on the map."""
        (left, top), points = self.at, self.drawing.points
        return [(left + x, top + y) for x, y in points]

    def pieces(self) -> list[Rect]:
        """Return what the parts of the link cover on the map."""
        return [piece.moved(*self.at) for piece in self.drawing.pieces()]

    def difference(self, other: "_Shown") -> list[Rect]:
        """Return what of two drawings of a link is not alike on the map."""
        _points, sign, words, _box = self.made_of
        is_alike = (sign, words) == other.made_of[1:3] and len(self.drawing.points) == len(
            other.drawing.points
        )
        if not is_alike or LOOKS[sign].dash:  # dashes move along with the end at which they begin
            return self.pieces() + other.pieces()
        return [*moved_parts(self.points(), other.points()), *_other_box(self.label_box, other.label_box)]

    def is_in(self, area: Rect) -> bool:
        """Tell whether anything of the link is in a part of the map."""
        near = area.grown(REACH).moved(-self.at[0], -self.at[1])
        edges = near.x, near.y, near.right, near.bottom
        return bool(self.drawing.lines_in(*edges)) or self.drawing.has_label_in(*edges)

    @property
    def label_box(self) -> Rect | None:
        """The label's ground on the map."""
        box = self.drawing.label_box
        return box.moved(*self.at) if box is not None else None


@dataclass(frozen=True, slots=True)
class _Words:
    """A label set on one line: its text, and the room in points that it was cut short for, if it was."""

    text: str
    cut_for: float | None
    shaped: ShapedText

    def suits(self, text: str, room: float) -> bool:
        """Tell whether these are the words of a text where there is so much room."""
        fits = self.shaped.width <= room if self.cut_for is None else self.cut_for == room
        return self.text == text and fits


class Links:
    """The links of one map, as they are drawn."""

    def __init__(self, document: Document, shaper: Shaper, ground: Ground) -> None:
        """Begin without links, on an empty map."""
        self._routing = Routing(document)
        self._shaper = shaper
        self._ground = ground
        self._document = document
        self._shown: dict[str, _Shown] = {}
        #: The links that stand where they were shown last.
        self._current: set[str] = set()
        self._wanted: dict[str, Wanted] = {}
        self._words: dict[str, _Words] = {}
        self._slots: dict[int, dict[str, Slot]] = {}
        self._unsettled: set[str] = set()

    @property
    def signs(self) -> Counter[str]:
        """How many links of each kind are drawn, as the legend calls the kinds."""
        return self._routing.signs

    def unsettle(self, lane: str, columns: Columns, changed: Iterable[Rect]) -> None:
        """Take note that cards in these parts of a lane may stand elsewhere; ``follow`` must come next."""
        indexes = self._document.indexes
        for rect in changed if indexes.links else ():
            for column in columns.between(rect.x, rect.right - 1):
                for card in indexes.cards(lane, columns.steps[column] or ""):
                    self._unsettled.update(indexes.links_of.get(card, ()))

    def follow(self, pairs: Pairs, ground: Ground, damage: Damage) -> None:
        """Follow a change that columns and lanes have taken note of; add what must be painted again.

        Where columns or rows are others now, all is painted again anyway.
        """
        before, self._ground = self._ground, ground
        rerouted = self._routing.follow(pairs, ground, before)
        unsettled = rerouted.links | self._unsettled
        self._unsettled = set()
        if not ground.has_places_of(before) or ground.opened(before) or ground.columns is not before.columns:
            self._begin_anew()
            return
        if not ground.stands_like(before):
            self._current.clear()
        for link in rerouted.links | rerouted.nudged:
            self._wanted.pop(link, None)
        unsettled |= (rerouted.nudged | self._with_other_slots(rerouted.channels)) & self._shown.keys()
        self._current -= unsettled
        for link in sorted(unsettled):
            self._repaint(link, damage)

    def _begin_anew(self) -> None:
        """Find anew where all links stand; what they look like, and their words, may be as before."""
        self._current.clear()
        self._wanted.clear()
        self._slots.clear()
        for link in self._shown.keys() - self._routing.routed:
            self._forget(link)

    def _with_other_slots(self, channels: set[int]) -> set[str]:
        """Find the labels' places in these channels anew; return the links whose labels have others."""
        found = set()
        for channel in channels & self._slots.keys():
            before, after = self._slots.pop(channel), self._slots_of(channel)
            found |= {link for link in before.keys() & after.keys() if before[link] != after[link]}
        return found

    def _repaint(self, link: str, damage: Damage) -> None:
        """Add where a link was, and is another way now, to what must be painted again."""
        shown = self._shown.get(link)
        if link not in self._routing.routed:
            self._forget(link)
        now = self._show(link) if link in self._routing.routed else None
        if now is not None and shown is not None and now.is_like(shown):
            return
        if now is not None and shown is not None:
            pieces = now.difference(shown)
        else:
            pieces = [piece for one in (shown, now) if one is not None for piece in one.pieces()]
        for piece in pieces:
            damage.add(piece)

    def _forget(self, link: str) -> None:
        self._shown.pop(link, None)
        self._words.pop(link, None)
        self._current.discard(link)

    # Drawing.

    def _show(self, link: str) -> _Shown:
        """Return a link as it is to be shown now."""
        shown = self._shown.get(link)
        if shown is not None and link in self._current:
            return shown
        routing, ground = self._routing, self._ground
        route, tracks, sign = routing.route(link), routing.tracks(link), sign_of(routing.link(link).link_kind)
        words, slot, box = self._words_of(link), None, None
        if words is not None or route.target is None:
            slot = self._slots_of(route.label_channel)[link]
        if words is not None and slot is not None:
            box = label_box(route, tracks[route.label_rail], slot, words, ground)
        points = points_of(route, tracks, ground, slot)
        x, y = points[0]
        near = tuple((_rounded(px - x), _rounded(py - y)) for px, py in points)
        made_of = near, sign, words, _rounded_box(box.moved(-x, -y)) if box is not None else None
        drawing = shown.drawing if shown is not None and shown.made_of == made_of else draw(*made_of)
        line, label = Placed(x, y, drawing.line), Placed(x, y, drawing.label) if drawing.label else None
        self._shown[link] = now = _Shown(made_of, drawing, line, label)
        self._current.add(link)
        return now

    def _words_of(self, link: str) -> ShapedText | None:
        """Return a link's label set on one line, or None where it has none."""
        text = label_of(self._routing.link(link))
        if not text:
            return None
        room = self._ground.columns.width - 2 * LABEL_PADDING - EXIT_WIDTH - EXIT_GAP
        known = self._words.get(link)
        if known is None or not known.suits(text, room):
            shaped, cut_for = self._shaper.shape(text, typography.LABEL), None
            if shaped.width > room:
                shaped, cut_for = shortened(text, typography.LABEL, room, self._shaper), room
            known = self._words[link] = _Words(text, cut_for, shaped)
        return known.shaped

    def _slots_of(self, channel: int) -> dict[str, Slot]:
        """Return where the labels and exit signs in a channel stand."""
        known = self._slots.get(channel)
        if known is None:
            wanted = (self._wanted_by(link) for link in self._routing.labelled(channel))
            known = self._slots[channel] = stood_apart(wanted)
        return known

    def _wanted_by(self, link: str) -> Wanted:
        """Return the room that a link's label or exit sign wants."""
        known = self._wanted.get(link)
        if known is None:
            route, words = self._routing.route(link), self._words_of(link)
            track, width = self._routing.tracks(link)[route.label_rail], words.width if words else 0.0
            known = self._wanted[link] = wanted_label(link, route, track, width, self._ground)
        return known

    def visible(self, rect: Rect) -> Iterator[Placed]:
        """Yield the lines that can be seen in a part of the map, then the words that they run behind.

        Where only a straight piece of a line can be seen, that is all there is of it.
        """
        lines, labels = self._lines_and_labels(rect)
        yield from lines
        for lane, top in self._ground.lanes_between(rect.y, rect.bottom) if lines else ():
            yield from words_over_links(lane, self._ground.columns, top)
        yield from labels

    def _lines_and_labels(self, rect: Rect) -> tuple[list[Placed], list[Placed]]:
        """Return the lines that can be seen in a part of the map, and the labels."""
        lines: list[Placed] = []
        labels: list[Placed] = []
        area = rect.grown(REACH)
        left, top, right, bottom = area.x, area.y, area.right, area.bottom
        current, known = self._current, self._shown
        for link in sorted(self._routing.near(rect, self._ground)):
            shown = known[link] if link in current else self._show(link)
            (x, y), drawing = shown.at, shown.drawing
            near = left - x, top - y, right - x, bottom - y
            found = drawing.lines_in(*near)
            lines.extend(shown.line if items is drawing.line else Placed(x, y, items) for items in found)
            if shown.label is not None and drawing.has_label_in(*near):
                labels.append(shown.label)
        return lines, labels

    # Finding.

    def links_in(self, area: Rect) -> list[str]:
        """Return the links that share room with a part of the map."""
        near = self._routing.near(area, self._ground)
        return [link for link in near if self._show(link).is_in(area)]

    def link_at(self, x: float, y: float, reach: float) -> str | None:
        """Return the link within ``reach`` points of a point of the map, the nearest one, or None."""
        area = Rect(x, y, 0, 0).grown(max(reach, _SMALL))
        found = []
        for link in self._routing.near(area, self._ground):
            shown = self._show(link)
            away = shown.drawing.distance(x - shown.at[0], y - shown.at[1])
            if away <= reach:
                found.append((away, link))
        return min(found)[1] if found else None

    def path_of(self, id_: str) -> Path | None:
        """Return a link's line on the map, or None when it is not drawn."""
        if id_ not in self._routing.routed:
            return None
        shown = self._show(id_)
        left, top = shown.at
        return rounded(tuple((left + x, top + y) for x, y in shown.drawing.points))

    def label_rect(self, id_: str) -> Rect | None:
        """Return the ground of a link's label on the map, or None when it has none or is not drawn."""
        return self._show(id_).label_box if id_ in self._routing.routed else None

    def rect_of(self, id_: str) -> Rect | None:
        """Return what stands for a link: its label's ground, or a small box in the middle of its line."""
        if id_ not in self._routing.routed:
            return None
        shown = self._show(id_)
        if shown.label_box is not None:
            return shown.label_box
        return Rect(*shown.drawing.middle, 0, 0).moved(*shown.at).grown(_SMALL)

    def preview(self, source: str, x: float, y: float) -> Path | None:
        """Return a line from a card or step to a point of the map, or None when that cannot be seen."""
        end = self._routing.end(source, self._ground)
        if not self._ground.can_be_seen(end.lane):
            return None
        return rounded(preview_points(end, x, y, self._ground))


def _other_box(one: Rect | None, other: Rect | None) -> list[Rect]:
    """Return both boxes where they are not the same."""
    return [box for box in (one, other) if box is not None] if one != other else []


def _rounded(length: float) -> float:
    return round(length * _PARTS) / _PARTS


def _rounded_box(box: Rect) -> Rect:
    return Rect(_rounded(box.x), _rounded(box.y), box.width, box.height)
