"""The layout of a whole map, kept in step with its document.

Lanes and columns are running offsets; cards and points know only their lane. So an edit lays out one cell
and shifts the lanes below by an addition. ``MapLayout(document, shaper)`` is the from-scratch twin of
``apply``.
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from itertools import accumulate

from journeymapper.document.change import Change
from journeymapper.document.document import Document
from journeymapper.document.records import Card, EmotionPoint, JourneyMap, Lane, Persona, Record, Stage, Step
from journeymapper.layout.columns import Columns
from journeymapper.layout.damage import Damage
from journeymapper.layout.display import DisplayList, Placed
from journeymapper.layout.feelings import Feelings
from journeymapper.layout.foot import lay_out_foot
from journeymapper.layout.geometry import Rect
from journeymapper.layout.header import lay_out_header
from journeymapper.layout.headings import Headings
from journeymapper.layout.lane import LaneLayout
from journeymapper.layout.metrics import COLUMN_WIDTH, COLUMNS_LEFT, FOOT_HEIGHT, LANE_GAP, LANES_GAP, MARGIN
from journeymapper.layout.personas import PersonaLooks
from journeymapper.text.shaped import Shaper

#: The records of a change by id: before and after.
Pairs = dict[str, tuple[Record | None, Record | None]]


class MapLayout:
    """Where everything on a map stands, in points from its top left corner."""

    def __init__(self, document: Document, shaper: Shaper) -> None:
        """Lay the whole map out."""
        self.document = document
        self.shaper = shaper
        self.lanes: dict[str, LaneLayout] = {}
        self.headings = Headings(shaper)
        self.columns = Columns(document.indexes)
        self.looks = PersonaLooks([])
        self.header = lay_out_header(document.map, [], self.looks, self.width, shaper, False)
        self._personas: dict[str, Persona] = {}
        self._order: list[str] = []
        self._tops: list[float] = []
        self._place_of: dict[str, int] = {}
        self._signs: Counter[str] = Counter()
        self._foot: DisplayList = ()
        self._foot_height = FOOT_HEIGHT
        self._take_in({record.id: (None, record) for record in document})

    def apply(self, change: Change) -> Damage:
        """Follow a change; return what must be painted again."""
        return self._take_in({(old or new).id: (old, new) for old, new in change.pairs()})  # type: ignore[union-attr]

    def _take_in(self, pairs: Pairs) -> Damage:
        damage = Damage()
        size, shared = (self.width, self.height), self._has_shared_curves()
        touched = {type(record) for pair in pairs.values() for record in pair}
        regrouped = not touched.isdisjoint((Stage, Step)) and self._follow_headings(pairs, damage)
        recoloured = Persona in touched and self._follow_personas(pairs)
        filled = self._follow_lanes(pairs) if Lane in touched else set()
        moved = self._follow_cards(pairs, filled, damage) if Card in touched else set()
        if recoloured or EmotionPoint in touched or filled:
            moved |= self._follow_points(pairs, filled, recoloured, damage)
        if regrouped or touched & {JourneyMap, Persona} or shared != self._has_shared_curves():
            self._lay_out_header()
            damage.add_all()
        if Lane in touched:
            damage.add_below(0)
        if moved:
            damage.add_below(min(self._old_top(lane) for lane in moved))
        self._stack()
        self._lay_out_foot(regrouped or JourneyMap in touched, damage)
        damage.resized = size != (self.width, self.height)
        return damage

    def _follow_headings(self, pairs: Pairs, damage: Damage) -> bool:
        """Take stages and steps in; tell whether the columns are others now, not only names or colours."""
        found = [pair for pair in pairs.values() if isinstance(pair[0] or pair[1], Stage | Step)]
        if all(_stands_still(old, new) for old, new in found):
            resized = [self.headings.rename(new) for _old, new in found if isinstance(new, Stage | Step)]
            if any(resized):
                damage.add_all()
            else:
                damage.add(Rect(0, self.headings_top, self.width, self.headings.height))
            return False
        for old, new in found:
            if isinstance(new, Stage | Step):
                self.headings.put(new)
            elif old is not None:
                self.headings.drop(old.id)
        self.columns = Columns(self.document.indexes)
        self.headings.lay_out(self.columns)
        return True

    def _follow_personas(self, pairs: Pairs) -> bool:
        """Take personas in; tell whether a curve looks another way now."""
        before = [(id_, persona.colour) for id_, persona in self._personas.items()]
        for id_, (old, new) in pairs.items():
            if isinstance(new, Persona):
                self._personas[id_] = new
            elif isinstance(old, Persona):
                del self._personas[id_]
        self._personas = {id_: self._personas[id_] for _order, id_ in self.document.indexes.personas}
        self.looks = PersonaLooks(list(self._personas.values()))
        return before != [(id_, persona.colour) for id_, persona in self._personas.items()]

    def _follow_lanes(self, pairs: Pairs) -> set[str]:
        """Take lanes in; return those that were filled anew with all that stands in them."""
        filled = set()
        for id_, (old, new) in pairs.items():
            if isinstance(new, Lane):
                if isinstance(old, Lane) and (old.role, old.lane_kind) == (new.role, new.lane_kind):
                    self.lanes[id_].label(new)
                else:
                    self.lanes[id_] = self._filled_lane(new)
                    filled.add(id_)
            elif isinstance(old, Lane):
                del self.lanes[id_]
        self._order = [id_ for _order, id_ in self.document.indexes.lanes]
        return filled

    def _filled_lane(self, record: Lane) -> LaneLayout:
        lane, indexes = LaneLayout(record, self.shaper), self.document.indexes
        for step in indexes.columns():
            if lane.feelings is not None:
                for point in indexes.points(record.id, step).values():
                    lane.feelings.put(self.document.get(point, EmotionPoint))
            elif cards := indexes.cards(record.id, step):
                lane.cells.lay_out(step, cards, set(), self._card)
        lane.fit()
        return lane

    def _card(self, id_: str) -> Card:
        return self.document.get(id_, Card)

    def _follow_cards(self, pairs: Pairs, filled: set[str], damage: Damage) -> set[str]:
        """Lay out the cells that cards came to, changed in or left; return the lanes of another height."""
        stale: dict[tuple[str, str], set[str]] = {}
        for id_, pair in pairs.items():
            for record in pair:
                if isinstance(record, Card) and record.lane in self.lanes and record.lane not in filled:
                    stale.setdefault((record.lane, record.step), set()).add(id_)
        for (lane, step), changed in stale.items():
            cells = self.lanes[lane].cells
            top, bottom = cells.lay_out(step, self.document.indexes.cards(lane, step), changed, self._card)
            if lane in self._order and step in self.columns.of_step and self._tops:
                x, y = self.columns.x(self.columns.of_step[step]), self._old_top(lane)
                damage.add(Rect(x, y + top, COLUMN_WIDTH, bottom - top))
        return {lane for lane in {lane for lane, _step in stale} if self.lanes[lane].fit()}

    def _follow_points(self, pairs: Pairs, filled: set[str], anew: bool, damage: Damage) -> set[str]:
        """Lay out the curves that points changed in; return the lanes of another height."""
        stale: dict[str, set[str]] = {}
        points = [pair for pair in pairs.values() if isinstance(pair[0] or pair[1], EmotionPoint)]
        for old, _new in points:
            if isinstance(old, EmotionPoint) and (feelings := self._feelings(old.lane, filled)):
                feelings.drop(old)
                stale.setdefault(old.lane, set()).add(old.step)
        for _old, new in points:
            if isinstance(new, EmotionPoint) and (feelings := self._feelings(new.lane, filled)):
                feelings.put(new)
                stale.setdefault(new.lane, set()).add(new.step)
        moved = set()
        for id_, lane in self.lanes.items():
            whole = anew or id_ in filled
            if lane.feelings is None or not (whole or id_ in stale):
                continue
            columns = lane.feelings.lay_out(self.columns, self.looks, None if whole else stale[id_])
            if lane.fit():
                moved.add(id_)
            elif columns and self._tops and id_ in self._order:
                left, right = self.columns.x(columns.start), self.columns.x(columns.stop)
                damage.add(Rect(left, self._old_top(id_), right - left, lane.height))
        return moved

    def _feelings(self, lane: str, filled: set[str]) -> Feelings | None:
        return self.lanes[lane].feelings if lane in self.lanes and lane not in filled else None

    def _has_shared_curves(self) -> bool:
        return any(lane.feelings is not None and lane.feelings.is_shared for lane in self.lanes.values())

    def _lay_out_header(self) -> None:
        self.header = lay_out_header(
            self.document.map,
            list(self._personas.values()),
            self.looks,
            self.width,
            self.shaper,
            self._has_shared_curves(),
        )

    def _old_top(self, lane: str) -> float:
        """Return where a lane stood before the change; a new one counts as standing at the top."""
        place = self._place_of.get(lane)
        return self._tops[place] if place is not None else 0

    def _stack(self) -> None:
        heights = [self.lanes[lane].height + LANE_GAP for lane in self._order]
        self._tops = list(accumulate(heights, initial=self.lanes_top))
        self._place_of = {lane: place for place, lane in enumerate(self._order)}

    def _lay_out_foot(self, anew: bool, damage: Damage) -> None:
        signs: Counter[str] = Counter()
        for lane in self.lanes.values():
            signs.update(lane.cells.signs)
        if anew or {s for s in signs if signs[s] > 0} != {s for s in self._signs if self._signs[s] > 0}:
            laid_out = lay_out_foot(self.document.map, signs, self.width, self.shaper)
            self._foot, self._foot_height = laid_out
            damage.add_below(self._tops[-1])
        self._signs = signs

    @property
    def width(self) -> float:
        """The map's width in points, margins included."""
        return COLUMNS_LEFT + self.columns.width + MARGIN

    @property
    def height(self) -> float:
        """The map's height in points, margins included."""
        return (self._tops[-1] if self._tops else 0.0) + self._foot_height

    @property
    def bounds(self) -> Rect:
        """The whole map."""
        return Rect(0, 0, self.width, self.height)

    @property
    def headings_top(self) -> float:
        """Where the stages begin."""
        return self.header.bottom

    @property
    def lanes_top(self) -> float:
        """Where the first lane begins."""
        return self.headings_top + self.headings.height + LANES_GAP

    def lane_top(self, lane: str) -> float:
        """Return where a lane begins."""
        return self._tops[self._place_of[lane]]

    def lanes_between(self, top: float, bottom: float) -> list[str]:
        """Return the lanes that share room with ``top`` … ``bottom``, the gap below a lane included."""
        first = max(0, bisect_right(self._tops, top) - 1)
        last = bisect_right(self._tops, bottom)
        return self._order[first:last]

    def lane_at(self, y: float) -> str | None:
        """Return the lane that holds ``y``, the gap below it included."""
        place = bisect_right(self._tops, y) - 1
        return self._order[place] if 0 <= place < len(self._order) else None

    def cell_rect(self, lane: str, step: str) -> Rect:
        """Return a cell's box."""
        x = self.columns.x(self.columns.of_step[step])
        return Rect(x, self.lane_top(lane), COLUMN_WIDTH, self.lanes[lane].height)

    def visible(self, rect: Rect) -> Iterator[Placed]:
        """Yield what of the map can be seen in ``rect``, in painting order.

        Lists reach beyond ``rect``: who paints only a part must clip to it, or cover what is beside.
        """
        seen = self.columns.between(rect.x, rect.right)
        if rect.y < self.headings_top:
            yield from self.header.placed
        if rect.y < self.lanes_top and rect.bottom > self.headings_top:
            yield from self.headings.visible(self.columns, seen, self.headings_top)
        for lane in self.lanes_between(rect.y, rect.bottom):
            yield from self.lanes[lane].visible(self.columns, seen, self.lane_top(lane), rect, self.looks)
        if rect.bottom > self._tops[-1]:
            yield Placed(0, self._tops[-1], self._foot)

    def missing(self) -> frozenset[str]:
        """Return the characters of the map that no installed font has."""
        parts = (lane.missing() for lane in self.lanes.values())
        return frozenset().union(self.header.missing, self.headings.missing(), *parts)


def _stands_still(old: Record | None, new: Record | None) -> bool:
    """Tell whether a stage or step is where it was."""
    if isinstance(old, Step) and isinstance(new, Step):
        return (old.stage, old.order) == (new.stage, new.order)
    return isinstance(old, Stage) and isinstance(new, Stage) and old.order == new.order
