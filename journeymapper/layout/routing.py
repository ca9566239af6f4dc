"""The routes of all links of a map, kept in step with it; nothing here is measured in points.

A route depends on its own link's ends and on the bars in the rows between these: what else changes re-routes
nothing.
"""

from collections import Counter, defaultdict
from collections.abc import Set
from dataclasses import dataclass, field
from math import ceil

from journeymapper.document.document import Document
from journeymapper.document.records import OUTSIDE, STEP_WIDTHS, Card, Link, Record
from journeymapper.document.texts import on_one_line
from journeymapper.layout.changes import Pairs
from journeymapper.layout.geometry import Rect
from journeymapper.layout.ground import End, Ground
from journeymapper.layout.link_blocks import LinkBlocks
from journeymapper.layout.link_looks import sign_of
from journeymapper.layout.routes import Rail, Route, route_between
from journeymapper.layout.tracks import Run, RunKey, Tracks, runs_of

#: No letter of a label is wider than this, in points: so far labels may reach, as long as they are not set.
_WIDEST_LETTER = 10.0


@dataclass(slots=True)
class Rerouted:
    """What a change did: links with another route or none, links that these nudged to other tracks.

    ``channels`` are those that any of them left or came to.
    """

    links: set[str] = field(default_factory=set)
    nudged: set[str] = field(default_factory=set)
    channels: set[int] = field(default_factory=set)


class Routing:
    """The routes of the links whose ends can be seen; ``signs`` counts these links by what they look like."""

    def __init__(self, document: Document) -> None:
        """Begin without links."""
        self._document = document
        self._links: dict[str, Link] = {}
        #: Lane, step and span of the cards and steps that links begin and end at; the lane of a step is "".
        self._standing: dict[str, tuple[str, str, int]] = {}
        self._forget_routes()

    def _forget_routes(self) -> None:
        self._routes: dict[str, Route] = {}
        self._sign_of: dict[str, str] = {}
        self._runs: dict[str, tuple[tuple[Rail, Run], ...]] = {}
        self._tracks = Tracks()
        self._blocks = LinkBlocks()
        self._in_channel: defaultdict[int, set[str]] = defaultdict(set)
        self.signs: Counter[str] = Counter()

    @property
    def routed(self) -> Set[str]:
        """The links that have a route."""
        return self._routes.keys()

    def link(self, id_: str) -> Link:
        """Return the record of a link."""
        return self._links[id_]

    def route(self, link: str) -> Route:
        """Return the route of a link."""
        return self._routes[link]

    def tracks(self, link: str) -> tuple[int, ...]:
        """Return on which tracks of its rails a link runs."""
        rails = self._routes[link].rails
        return tuple(self._tracks.of(rail)[link, place] for place, rail in enumerate(rails))

    def labelled(self, channel: int) -> set[str]:
        """Return the links with a label or an exit sign in a channel."""
        return self._in_channel.get(channel, set())

    def near(self, area: Rect, ground: Ground) -> set[str]:
        """Return the links near a part of the map."""
        if not self._routes:
            return set()
        gutters = ground.gutters_between(area.x, area.right)
        return self._blocks.near(gutters, ground.half_rows_between(area.y, area.bottom))

    def end(self, id_: str, ground: Ground) -> End:
        """Return where a card or step is that a link may begin or end at."""
        known = self._standing.get(id_)
        if known is None:
            known = _standing(self._document.find(id_))
        lane, step, span = known
        first = ground.columns.of_step[step]
        return End(id_, lane, step, first, ground.columns.last_covered(first, span))

    def follow(self, pairs: Pairs, ground: Ground, before: Ground) -> Rerouted:
        """Follow a change after which the map stands as ``ground`` says; it stood as in ``before``."""
        stale = self._take_in(pairs)
        if not ground.has_places_of(before):
            rerouted = Rerouted({*stale, *self._links, *self._routes})
            self._forget_routes()
            for link in self._links:
                if (route := self._found(link, ground)) is not None:
                    self._take(link, route, ground)
            return rerouted
        opened = ground.opened(before)
        stale |= self._ending_in(opened)
        stale |= self._across(_with_other_bars(pairs).union(filter(ground.has_bars, opened)), ground)
        return self._reroute(stale, ground)

    def _take_in(self, pairs: Pairs) -> set[str]:
        """Take in links, and the whereabouts of what they lead to; return the links to be routed again."""
        stale = set()
        links_of = self._document.indexes.links_of
        for id_, (old, new) in pairs.items():
            if isinstance(new, Link):
                self._links[id_] = new
                stale.add(id_)
            elif isinstance(old, Link):
                del self._links[id_]
                stale.add(id_)
            elif isinstance(new, Card) and id_ in self._standing and _place(old) != _place(new):
                self._standing[id_] = _standing(new)
                stale.update(links_of.get(id_, ()))
        for pair in pairs.values():
            for link in pair:
                if isinstance(link, Link):
                    self._look_at_ends(link)
        return stale

    def _look_at_ends(self, link: Link) -> None:
        """Remember where the ends of a link stand, as long as any link leads to them."""
        for end in (link.source, link.target):
            if end not in self._document.indexes.links_of:
                self._standing.pop(end, None)
            elif end not in self._standing:
                self._standing[end] = _standing(self._document.find(end))

    def _ending_in(self, lanes: Set[str]) -> set[str]:
        """Return the links that begin or end in these lanes."""
        if not lanes:
            return set()
        ends = {end for end, (lane, _step, _span) in self._standing.items() if lane in lanes}
        return {id_ for id_, link in self._links.items() if link.source in ends or link.target in ends}

    def _across(self, lanes: Set[str], ground: Ground) -> set[str]:
        """Return the links whose routes depend on the bars in these lanes."""
        rows = [ground.row_of(lane) for lane in lanes if ground.is_shown(lane)]
        if not rows:
            return set()
        return {
            link
            for link, route in self._routes.items()
            for top, bottom in (_rows_of(route, ground),)
            if any(top <= row <= bottom for row in rows)
        }

    def _reroute(self, stale: set[str], ground: Ground) -> Rerouted:
        """Find the routes of these links anew."""
        before: dict[Rail, dict[RunKey, int]] = {}
        known = sorted(stale & self._routes.keys())
        for link in known:
            self._note_tracks(self._routes[link], before)
        for link in known:
            self._drop(link)
        for link in sorted(stale & self._links.keys()):
            if (route := self._found(link, ground)) is not None:
                self._note_tracks(route, before)
                self._take(link, route, ground)
        channels = {rail.number for rail in before if not rail.is_gutter}
        nudged = {
            link
            for rail, tracks in before.items()
            for (link, place), track in self._tracks.of(rail).items()
            if tracks.get((link, place)) != track
        }
        return Rerouted(stale, nudged - stale, channels)

    def _note_tracks(self, route: Route, tracks: dict[Rail, dict[RunKey, int]]) -> None:
        for rail in route.rails:
            if rail not in tracks:
                tracks[rail] = self._tracks.of(rail)

    def _found(self, link: str, ground: Ground) -> Route | None:
        """Return the route of a link, or None where an end cannot be seen."""
        record = self._links[link]
        ends = [self.end(id_, ground) for id_ in (record.source, record.target) if id_ != OUTSIDE]
        if not all(ground.can_be_seen(end.lane) for end in ends):
            return None
        source, target = (*ends, None)[:2]
        assert source is not None
        return route_between(source, target, record.link_kind, bool(label_of(record)), ground)

    def _take(self, link: str, route: Route, ground: Ground) -> None:
        record = self._links[link]
        self._routes[link] = route
        self._runs[link] = tuple(runs_of(route, ground))
        for number, (rail, run) in enumerate(self._runs[link]):
            self._tracks.put(rail, (link, number), run)
        if label_of(record) or route.target is None:
            self._in_channel[route.label_channel].add(link)
        self._blocks.put(link, route, ground, _columns_of(record.text, ground))
        self._sign_of[link] = sign_of(record.link_kind)
        self.signs[self._sign_of[link]] += 1

    def _drop(self, link: str) -> None:
        del self._routes[link]
        for number, (rail, run) in enumerate(self._runs.pop(link)):
            self._tracks.drop(rail, (link, number), run)
            if not rail.is_gutter:
                self._in_channel[rail.number].discard(link)
        self._blocks.drop(link)
        self.signs[self._sign_of.pop(link)] -= 1


def label_of(link: Link) -> str:
    """Return the words of a link's label, on one line."""
    return on_one_line(link.text)


def _standing(record: Record | None) -> tuple[str, str, int]:
    if isinstance(record, Card):
        return record.lane, record.step, record.span
    assert record is not None
    return "", record.id, 1


def _with_other_bars(pairs: Pairs) -> set[str]:
    """Return the lanes in which bars came, changed or went."""
    return {
        card.lane
        for pair in pairs.values()
        if _place(pair[0]) != _place(pair[1])
        for card in pair
        if isinstance(card, Card) and any(isinstance(one, Card) and one.span > 1 for one in pair)
    }


def _place(record: Record | None) -> tuple[object, ...]:
    """Return what of a card its links' routes depend on."""
    return (record.lane, record.step, record.span, record.order) if isinstance(record, Card) else ()


def _rows_of(route: Route, ground: Ground) -> tuple[int, int]:
    """Return the rows between the ends of a route, theirs included."""
    rows = [ground.row_of(end.lane) for end in (route.source, route.target) if end is not None]
    return min(rows), max(rows)


def _columns_of(text: str, ground: Ground) -> int:
    """Return how many columns a label may reach past the middle of its run at most."""
    return min(ceil(len(text) * _WIDEST_LETTER / STEP_WIDTHS[0]) + 1, ground.last_gutter) if text else 1
