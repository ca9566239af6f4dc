"""What must be painted again after a change."""

from dataclasses import dataclass, field

from journeymapper.layout.geometry import Rect

#: Farther than any map reaches, in points: for damage that goes on to the map's end.
FAR = 1e9


@dataclass(slots=True)
class Damage:
    """Areas of the map, in points; ``resized`` says that the map's own size is another."""

    rects: list[Rect] = field(default_factory=list)
    resized: bool = False

    def add(self, rect: Rect) -> None:
        """Add an area."""
        self.rects.append(rect)

    def add_all(self) -> None:
        """Add everything."""
        self.rects = [Rect(-FAR, -FAR, 2 * FAR, 2 * FAR)]

    def add_below(self, y: float) -> None:
        """Add all from ``y`` down."""
        self.rects.append(Rect(-FAR, y, 2 * FAR, FAR))
