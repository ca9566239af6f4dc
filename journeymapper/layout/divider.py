"""A dividing line across the map, with its name on it at the left; each line of a blueprint has its own look.

They differ in how they are broken, not in colour: on an office printer all of them are grey.
"""

from dataclasses import dataclass

from journeymapper.document.roles import INTERACTION, INTERNAL_INTERACTION, VISIBILITY
from journeymapper.layout.display import DisplayList, Paragraph, Stroke
from journeymapper.layout.shapes import line
from journeymapper.style import colours
from journeymapper.text.shaped import ShapedText

DIVIDER_HEIGHT = 14.0

_NAME_GAP = 6.0


@dataclass(frozen=True, slots=True)
class _Look:
    """How a line is drawn: its width and the lengths on and off, in points; none are a line without gaps."""

    width: float
    dash: tuple[float, ...] = ()
    is_round: bool = False


_FREE = _Look(0.9, (5, 3))

_LOOKS: dict[str, _Look] = {
    INTERACTION: _Look(1.1),
    VISIBILITY: _Look(1.1, (10, 4)),
    INTERNAL_INTERACTION: _Look(1.7, (0.01, 4), is_round=True),
}


def divider(role: str, name: ShapedText, height: float, left: float, right: float) -> DisplayList:
    """Return a line of a role from ``left`` to ``right``, behind its name, in the middle of its height."""
    middle = height / 2
    start = left + name.width + _NAME_GAP if name.width else left
    words = Paragraph(left, middle - name.height / 2, name, colours.SECONDARY)
    if start >= right:
        return (words,)
    look = _LOOKS.get(role, _FREE)
    outline = line(start, middle, right, middle)
    return (Stroke(outline, colours.SECONDARY, look.width, look.dash, look.is_round), words)
