"""The layout of a whole map, kept in step with its document.

Lanes and columns are running offsets; cards and points know only their lane. So an edit lays out one cell
and shifts the lanes below by an addition. ``MapLayout(document, shaper)`` is the from-scratch twin of
``apply``.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import partial

from journeymapper.document.change import Change
from journeymapper.document.document import Document
from journeymapper.document.feelings import persona_name
from journeymapper.document.indexes import Indexes
from journeymapper.document.records import (
    LANE_WIDTH,
    MAP_ID,
    Card,
    EmotionPoint,
    JourneyMap,
    Lane,
    Persona,
    Picture,
    Stage,
    Step,
)
from journeymapper.layout.card import NOTE
from journeymapper.layout.changes import Pairs, stands_still, widened
from journeymapper.layout.columns import Columns
from journeymapper.layout.damage import Damage
from journeymapper.layout.display import DisplayList, Placed, missing_in
from journeymapper.layout.following_points import Surroundings, follow_points
from journeymapper.layout.foot import lay_out_foot
from journeymapper.layout.geometry import Rect
from journeymapper.layout.ground import Ground
from journeymapper.layout.header import Header
from journeymapper.layout.headings import MOMENT_OF_TRUTH, Headings
from journeymapper.layout.lane import LaneLayout
from journeymapper.layout.links import Links
from journeymapper.layout.metrics import FOOT_HEIGHT, LANES_GAP, MARGIN
from journeymapper.layout.people import People
from journeymapper.layout.persona_cards import Gallery
from journeymapper.layout.personas import PersonaLooks
from journeymapper.layout.prompted_cells import cells_with_other_hints
from journeymapper.layout.stack import LaneStack
from journeymapper.text.shaped import Shaper


class MapLayout:
    """Where everything on a map stands, in points from its top left corner.

    ``lanes`` holds the layouts of all lanes, ``shown_lanes`` the ids of those that are neither hidden nor
    ``concealed``, in order.
    """

    def __init__(self, document: Document, shaper: Shaper) -> None:
        """Lay the whole map out."""
        self.document = document
        self.shaper = shaper
        self.lanes: dict[str, LaneLayout] = {}
        self.headings = Headings(shaper)
        self._lane_width = LANE_WIDTH
        self.columns = Columns(Indexes(), self.headings.width_of, self._lane_width)
        self._people = People(shaper, self.picture_of)
        self.shown_lanes: list[str] = []
        self.stack = LaneStack()
        self.links = Links(document, shaper, self._ground())
        self.concealed: frozenset[str] = frozenset()
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
            self._stack({}, damage)
        damage.resized = height != self.height
        return damage

    def conceal(self, lanes: Iterable[str]) -> Damage:
        """Leave these lanes out for now, and no others; return what must be painted again.

        They count as hidden, though the map says nothing of it. One that is deleted and comes back is
        concealed again.
        """
        damage, wanted = Damage(), frozenset(lanes)
        if wanted == self.concealed:
            return damage
        size, shared = (self.width, self.height), self._has_shared_curves()
        self.concealed = wanted
        for id_, lane in self.lanes.items():
            lane.is_concealed = id_ in wanted
        self._list_shown_lanes()
        if shared != self._has_shared_curves():
            self._lay_out_header()
        damage.add_all()
        self._stack({}, damage)
        self._lay_out_foot(False, damage)
        damage.resized = size != (self.width, self.height)
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
        strip_top = self.headings_top + self.headings.steps_bottom
        self.headings.strip.follow(self.document, pairs, self.columns, strip_top, damage)
        reordered = Persona in touched and self._people.follow(pairs, self.document.indexes)
        filled = self._follow_lanes(pairs) if Lane in touched else set()
        moved: set[str] = set()
        if Card in touched or regrouped:
            moved = self._follow_cards(pairs, filled, wider, regrouped, damage)
        if regrouped or not touched.isdisjoint((EmotionPoint, Persona, Lane)):
            moved |= self._follow_points(pairs, filled, wider, reordered, damage)
        if regrouped or touched & {JourneyMap, Persona} or shared != self._has_shared_curves():
            self._lay_out_header()
            damage.add_all()
        if Lane in touched:
            damage.add_below(0)
        if tops := [self.stack.top(lane) for lane in moved if lane in self.stack]:
            damage.add_below(min(tops))
        self._stack(pairs, damage)
        for cell in cells_with_other_hints(self.document, pairs):
            if self.is_shown(cell[0]):
                damage.add(self.cell_rect(*cell))
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
        filled, whole = set(), Rect(self.columns.left, 0, self.columns.width, 0)
        for id_, (old, new) in pairs.items():
            if isinstance(new, Lane):
                if isinstance(old, Lane) and (old.role, old.lane_kind) == (new.role, new.lane_kind):
                    self.lanes[id_].label(new, self._lane_width)
                else:
                    self.lanes[id_] = self._filled_lane(new)
                    self.links.unsettle(id_, self.columns, [whole])
                    filled.add(id_)
            elif isinstance(old, Lane):
                del self.lanes[id_]
        self._list_shown_lanes()
        return filled

    def _list_shown_lanes(self) -> None:
        in_order = (id_ for _order, id_ in self.document.indexes.lanes)
        self.shown_lanes = [id_ for id_ in in_order if self.lanes[id_].is_shown]

    def _filled_lane(self, record: Lane) -> LaneLayout:
        lane = LaneLayout(record, self.shaper, self._lane_width, self.picture_of)
        indexes = self.document.indexes
        lane.is_concealed = record.id in self.concealed
        for step in self.columns.of_step:
            if lane.feelings is not None:
                for point in indexes.points(record.id, step).values():
                    lane.feelings.put(self.document.get(point, EmotionPoint))
            elif cards := indexes.cards(record.id, step):
                lane.cells.lay_out(self.columns, step, cards, set(), self._card)
        lane.cells.stack(self.columns, self._card, anew=True)
        lane.fit()
        return lane

    def picture_of(self, id_: str) -> Picture | None:
        """Return the picture of that id, or None."""
        record = self.document.find(id_)
        return record if isinstance(record, Picture) else None

    def _card(self, id_: str) -> Card:
        return self.document.get(id_, Card)

    def _follow_cards(
        self, pairs: Pairs, filled: set[str], widened: set[str], regrouped: bool, damage: Damage
    ) -> set[str]:
        """Lay out the cells that cards came to, changed in or left, and the columns of another width.

        Where columns are others, lanes with bars are stacked anew. Returns the lanes of another height.
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
            ids = self.document.indexes.cards(lane, step)
            self.lanes[lane].cells.lay_out(self.columns, step, ids, changed, self._card)
        touched = dict.fromkeys(lane for lane, _step in stale)
        if regrouped:
            with_bars = (id_ for id_, lane in self.lanes.items() if lane.cells.has_bars)
            touched.update(dict.fromkeys(id_ for id_ in with_bars if id_ not in filled))
        for lane in touched:
            self._stack_cells(lane, regrouped, damage)
        return {lane for lane in touched if self.lanes[lane].fit()}

    def _stack_cells(self, lane: str, regrouped: bool, damage: Damage) -> None:
        laid_out = self.lanes[lane]
        changed = laid_out.cells.stack(self.columns, self._card, regrouped)
        self.links.unsettle(lane, self.columns, changed)
        if lane in self.stack:
            y = self.stack.old_top(lane)
            for rect in changed:
                row = Rect(rect.x, 0, rect.width, laid_out.height) if laid_out.is_collapsed else rect
                damage.add(row.moved(0, y))

    def _follow_points(
        self, pairs: Pairs, filled: set[str], widened: set[str], anew: bool, damage: Damage
    ) -> set[str]:
        """Lay out what a change means for emotion lanes; return those of another height."""
        names = partial(persona_name, self.document)
        around = Surroundings(self.columns, self.looks, names)
        changed = follow_points(self.lanes, pairs, around, filled=filled, widened=widened, anew=anew)
        for lane, area in changed.areas:
            if lane in self.stack:
                damage.add(area.moved(0, self.stack.old_top(lane)))
        return changed.moved

    def _has_shared_curves(self) -> bool:
        return any(
            lane.is_open and lane.feelings is not None and lane.feelings.is_shared
            for lane in self.lanes.values()
        )

    def _lay_out_header(self) -> None:
        self._people.lay_out(self.document.map, self.width, self._has_shared_curves())

    def _stack(self, pairs: Pairs, damage: Damage) -> None:
        """Put the lanes below each other, and let the links follow what changed."""
        self.stack.pile(self.shown_lanes, self.lanes, self.lanes_top)
        self.links.follow(pairs, self._ground(), damage)

    def _ground(self) -> Ground:
        bottom = self.lanes_top - LANES_GAP
        pills = bottom - self.headings.strip.height - self.headings.step_height, bottom
        return Ground(self.columns, self.lanes, self.stack, pills, self.width)

    def _lay_out_foot(self, anew: bool, damage: Damage) -> None:
        signs: Counter[str] = Counter()
        for lane in self.lanes.values():
            if lane.is_open:
                signs.update(lane.cells.signs)
        signs[MOMENT_OF_TRUTH] = self.headings.moments_of_truth
        signs.update(self.links.signs)
        signs.update(self.headings.strip.signs)
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
    def gallery(self) -> Gallery:
        """What is needed to draw the personas elsewhere than on the map."""
        return self._people.gallery

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
        yield from self.links.visible(rect)
        if rect.bottom > self.stack.bottom:
            yield Placed(0, self.stack.bottom, self._foot)

    def missing(self) -> frozenset[str]:
        """Return the characters that the map shows and no installed font has."""
        return missing_in(self.visible(self.bounds))
