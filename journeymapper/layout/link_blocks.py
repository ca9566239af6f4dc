"""Finding the links in a part of the map without looking at all of them."""

from collections import defaultdict
from collections.abc import Iterator

from journeymapper.layout.ground import Ground
from journeymapper.layout.routes import Route

#: A block is so many gutters wide, and half a row high: a channel, or the rest of a row.
_WIDE = 2

_Block = tuple[int, int]


class LinkBlocks:
    """The links by the blocks of the map that their routes run through."""

    def __init__(self) -> None:
        """Begin without links."""
        self._links: defaultdict[_Block, set[str]] = defaultdict(set)
        self._blocks: dict[str, set[_Block]] = {}

    def put(self, link: str, route: Route, ground: Ground, more: int) -> None:
        """Take a link in; its label may reach ``more`` columns past its ends."""
        blocks = self._blocks[link] = set(_blocks(route, ground, more))
        for block in blocks:
            self._links[block].add(link)

    def drop(self, link: str) -> None:
        """Leave a link out, if it is there."""
        for block in self._blocks.pop(link, ()):
            self._links[block].discard(link)

    def near(self, gutters: range, half_rows: range) -> set[str]:
        """Return the links near these gutters and half rows."""
        return set().union(
            *(
                self._links[across, down]
                for across in range(gutters.start // _WIDE, (gutters.stop - 1) // _WIDE + 1)
                for down in half_rows
                if (across, down) in self._links
            )
        )


def _blocks(route: Route, ground: Ground, more: int) -> Iterator[_Block]:
    for place, rail in enumerate(route.rails):
        if rail.is_gutter:
            first, last = route.rows(place, ground)
            yield from ((rail.number // _WIDE, down) for down in range(first, last + 1))
        else:
            first, last = (column // 2 for column in route.columns(place))
            across = range((first - more) // _WIDE, (last + 1 + more) // _WIDE + 1)
            yield from ((one, 2 * rail.number) for one in across)
