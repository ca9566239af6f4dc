"""The layout of a whole map, kept in step with its document.

Lanes and columns are running offsets; cards and points know only their lane. So an edit lays out one cell
and shifts the lanes below by an addition. ``MapLayout(document, shaper)`` is the from-scratch twin of
``apply``.
"""

from collections import Counter
from collections.abc import Iterable, Iterator

from journeymapper.document.change import Change
from journeymapper.document.document import Document
from journeymapper.document.indexes import Indexes
from journeymapper.document.records import (
    LANE_WIDTH,
    MAP_ID,
    Card,
    EmotionPoint,
    JourneyMap,
    Lane,
    Persona,
    Stage,
    Step,
)
from journeymapper.layout.card import NOTE
from journeymapper.layout.changes import Pairs, stands_still, widened
from journeymapper.layout.columns import Columns
from journeymapper.layout.damage import Damage
from journeymapper.layout.display import DisplayList, Placed, missing_in
from journeymapper.layout.feelings import Feelings
from journeymapper.layout.foot import lay_out_foot
from journeymapper.layout.geometry import Rect
from journeymapper.layout.header import Header
from journeymapper.layout.headings import MOMENT_OF_TRUTH, Headings
from journeymapper.layout.lane import LaneLayout
from journeymapper.layout.metrics import FOOT_HEIGHT, LANES_GAP, MARGIN
from journeymapper.layout.people import People
from journeymapper.layout.personas import PersonaLooks
from journeymapper.layout.stack import LaneStack
from journeymapper.text.shaped import Shaper


class MapLayout:
    """Where everything on a map stands, in points from its top left corner.

    ``lanes`` holds the layouts of all lanes, ``shown_lanes`` the ids of those that are not hidden, in order.
    """

    def __init__(self, document: Document, shaper: Shaper) -> None:
        """Lay the whole map out."""
        self.document = document
        self.shaper = shaper
        self.lanes: dict[str, LaneLayout] = {}
        self.headings = Headings(shaper)
        self._lane_width = LANE_WIDTH
        self.columns = Columns(Indexes(), self.headings.width_of, self._lane_width)
        self._people = People(shaper)
        self.shown_lanes: list[str] = []
        self.stack = LaneStack()
        self._held: frozenset[str] = frozenset()
        self._signs: Counter[str] = Counter()
        self._foot: DisplayList = ()
        self._foot_height = FOOT_HEIGHT
        self._take_in({record.id: (None, record) for record in document})

    def apply(self, change: Change) -> Damage:
        """Follow a change; return what must be painted again."""
        return self._take_in({(old or new).id: (old, new) for old, new in change.pairs()})  # type: ignore[union-attr]

    def hold(self, lanes: Iterable[str]) -> None:
        """Let no card's leaving lower these lanes until the ``release``: what is below stays there."""
        self._held = frozenset(lanes)
        for lane in self._held:
            self.lanes[lane].hold()

    def release(self) -> Damage:
        """Let the held lanes take the heights of their content; return what must be painted again."""
        damage, height = Damage(), self.height
        held, self._held = self._held & self.lanes.keys(), frozenset()
        if moved := {lane for lane in held if self.lanes[lane].release()} & set(self.stack.lanes):
            damage.add_below(min(self.stack.top(lane) for lane in moved))
            self._stack()
        damage.resized = height != self.height
        return damage

    def _take_in(self, pairs: Pairs) -> Damage:
        damage = Damage()
        size, shared = (self.width, self.height), self._has_shared_curves()
        touched = {type(record) for pair in pairs.values() for record in pair}
        has_other_heads = JourneyMap in touched and self._follow_lane_width(pairs)
        wider = widened(pairs) if Step in touched else set()
        regrouped = not touched.isdisjoint((Stage, Step)) and self._follow_headings(pairs, damage)
        if has_other_heads and not regrouped:
            self._take_columns()
        reordered = Persona in touched and self._people.follow(pairs, self.document.indexes)
        filled = self._follow_lanes(pairs) if Lane in touched else set()
        moved: set[str] = set()
        if Card in touched or wider:
            moved = self._follow_cards(pairs, filled, wider, damage)
        if reordered or EmotionPoint in touched or filled or wider:
            moved |= self._follow_points(pairs, filled, wider, reordered, damage)
        if regrouped or touched & {JourneyMap, Persona} or shared != self._has_shared_curves():
            self._lay_out_header()
            damage.add_all()
        if Lane in touched:
            damage.add_below(0)
        if tops := [self.stack.top(lane) for lane in moved if lane in self.stack]:
            damage.add_below(min(tops))
        self._stack()
        self._lay_out_foot(regrouped or JourneyMap in touched, damage)
        damage.resized = size != (self.width, self.height)
        return damage

    def _follow_lane_width(self, pairs: Pairs) -> bool:
        """Give the lane heads the width that the map's record says; tell whether that is another."""
        record = pairs[MAP_ID][1]
        if not isinstance(record, JourneyMap) or record.lane_width == self._lane_width:
            return False
        self._lane_width = record.lane_width
        for lane in self.lanes.values():
            lane.label(lane.lane, self._lane_width)
        return True

    def _take_columns(self) -> None:
        self.columns = Columns(self.document.indexes, self.headings.width_of, self._lane_width)

    def _follow_headings(self, pairs: Pairs, damage: Damage) -> bool:
        """Take stages and steps in; tell whether the columns are others now, not only names or colours."""
        found = [pair for pair in pairs.values() if isinstance(pair[0] or pair[1], Stage | Step)]
        if all(stands_still(old, new) for old, new in found):
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
        self._take_columns()
        self.headings.lay_out(self.columns)
        return True

    def _follow_lanes(self, pairs: Pairs) -> set[str]:
        """Take lanes in; return those that were filled anew with all that stands in them."""
        filled = set()
        for id_, (old, new) in pairs.items():
            if isinstance(new, Lane):
                if isinstance(old, Lane) and (old.role, old.lane_kind) == (new.role, new.lane_kind):
                    self.lanes[id_].label(new, self._lane_width)
                else:
                    self.lanes[id_] = self._filled_lane(new)
                    filled.add(id_)
            elif isinstance(old, Lane):
                del self.lanes[id_]
        in_order = (id_ for _order, id_ in self.document.indexes.lanes)
        self.shown_lanes = [id_ for id_ in in_order if not self.lanes[id_].lane.hidden]
        return filled

    def _filled_lane(self, record: Lane) -> LaneLayout:
        lane, indexes = LaneLayout(record, self.shaper, self._lane_width), self.document.indexes
        for step, column in self.columns.of_step.items():
            if lane.feelings is not None:
                for point in indexes.points(record.id, step).values():
                    lane.feelings.put(self.document.get(point, EmotionPoint))
            elif cards := indexes.cards(record.id, step):
                lane.cells.lay_out(step, cards, set(), self._card, self.columns.card_width(column))
        lane.fit()
        return lane

    def _card(self, id_: str) -> Card:
        return self.document.get(id_, Card)

    def _follow_cards(self, pairs: Pairs, filled: set[str], widened: set[str], damage: Damage) -> set[str]:
        """Lay out the cells that cards came to, changed in or left, and the columns of another width.

        Returns the lanes of another height.
        """
        stale: dict[tuple[str, str], set[str]] = {
            (lane, step): set()
            for step in widened
            for lane in self.lanes.keys() - filled
            if (lane, step) in self.document.indexes.cards_in
        }
        for id_, pair in pairs.items():
            for record in pair:
                if isinstance(record, Card) and record.lane in self.lanes and record.lane not in filled:
                    stale.setdefault((record.lane, record.step), set()).add(id_)
        for (lane, step), changed in stale.items():
            self._lay_out_cell(lane, step, changed, damage)
        return {lane for lane in {lane for lane, _step in stale} if self.lanes[lane].fit()}

    def _lay_out_cell(self, lane: str, step: str, changed: set[str], damage: Damage) -> None:
        column, laid_out = self.columns.of_step.get(step), self.lanes[lane]
        width = self.columns.card_width(column) if column is not None else 0.0
        ids = self.document.indexes.cards(lane, step)
        top, bottom = laid_out.cells.lay_out(step, ids, changed, self._card, width)
        if laid_out.is_collapsed:
            top, bottom = 0.0, laid_out.height
        if column is not None and lane in self.stack:
            x, y = self.columns.x(column), self.stack.old_top(lane)
            damage.add(Rect(x, y + top, self.columns.width_of(column), bottom - top))

    def _follow_points(
        self, pairs: Pairs, filled: set[str], widened: set[str], anew: bool, damage: Damage
    ) -> set[str]:
        """Lay out the curves that points or columns changed in; return the lanes of another height."""
        stale: dict[str, set[str]] = {id_: set(widened) for id_ in self.lanes} if widened else {}
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
            elif columns and id_ in self.stack:
                left, right = self.columns.x(columns.start), self.columns.x(columns.stop)
                damage.add(Rect(left, self.stack.old_top(id_), right - left, lane.height))
        return moved

    def _feelings(self, lane: str, filled: set[str]) -> Feelings | None:
        return self.lanes[lane].feelings if lane in self.lanes and lane not in filled else None

    def _has_shared_curves(self) -> bool:
        return any(
            lane.is_open and lane.feelings is not None and lane.feelings.is_shared
            for lane in self.lanes.values()
        )

    def _lay_out_header(self) -> None:
        self._people.lay_out(self.document.map, self.width, self._has_shared_curves())

    def _stack(self) -> None:
        self.stack.pile(self.shown_lanes, self.lanes, self.lanes_top)

    def _lay_out_foot(self, anew: bool, damage: Damage) -> None:
        signs: Counter[str] = Counter()
        for lane in self.lanes.values():
            if lane.is_open:
                signs.update(lane.cells.signs)
        signs[MOMENT_OF_TRUTH] = self.headings.moments_of_truth
        if anew or {s for s in signs if signs[s] > 0} != {s for s in self._signs if self._signs[s] > 0}:
            laid_out = lay_out_foot(self.document.map, signs, self.width, self.shaper)
            self._foot, self._foot_height = laid_out
            damage.add_below(self.stack.bottom)
        self._signs = signs

    @property
    def looks(self) -> PersonaLooks:
        """How the personas look."""
        return self._people.looks

    @property
    def header(self) -> Header:
        """The title block and the personas, laid out."""
        return self._people.header

    @property
    def width(self) -> float:
        """The map's width in points, margins included."""
        return self.columns.left + self.columns.width + MARGIN

    @property
    def height(self) -> float:
        """The map's height in points, margins included."""
        return self.stack.bottom + self._foot_height

    @property
    def notes(self) -> int:
        """How many cards that can be seen have notes."""
        return self._signs[NOTE]

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

    def is_shown(self, lane: str) -> bool:
        """Tell whether a lane of that id is there and not hidden."""
        return lane in self.stack

    def is_open(self, lane: str) -> bool:
        """Tell whether what stands in a lane can be seen: it is neither hidden nor collapsed."""
        return lane in self.lanes and self.lanes[lane].is_open

    def lane_top(self, lane: str) -> float:
        """Return where a lane that is shown begins."""
        return self.stack.top(lane)

    def lanes_between(self, top: float, bottom: float) -> list[str]:
        """Return the lanes that share room with ``top`` … ``bottom``, the gap below a lane included."""
        return self.stack.between(top, bottom)

    def lane_at(self, y: float) -> str | None:
        """Return the lane that holds ``y``, the gap below it included."""
        return self.stack.at(y)

    def cell_rect(self, lane: str, step: str) -> Rect:
        """Return the box of a cell, or of its part of a collapsed lane's row; the lane must be shown."""
        column = self.columns.of_step[step]
        x, width = self.columns.x(column), self.columns.width_of(column)
        return Rect(x, self.lane_top(lane), width, self.lanes[lane].height)

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
        if rect.bottom > self.stack.bottom:
            yield Placed(0, self.stack.bottom, self._foot)

    def missing(self) -> frozenset[str]:
        """Return the characters that the map shows and no installed font has."""
        return missing_in(self.visible(self.bounds))
