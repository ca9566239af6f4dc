"""Names cut short for where they have one line and no more."""

from journeymapper.style.typography import TextStyle
from journeymapper.text.shaped import ShapedText, Shaper

#: What stands where a name was cut short.
_ELLIPSIS = "…"


def shortened(name: str, style: TextStyle, room: float, shaper: Shaper) -> ShapedText:
    """Set a name on one line of at most ``room`` points; what does not fit is left out for an ellipsis."""
    whole = shaper.shape(name, style, room)
    if len(whole.lines) < 2:
        return whole
    ellipsis = shaper.shape(_ELLIPSIS, style).width
    kept = shaper.shape(name, style, room - ellipsis).lines[0].text.rstrip()
    while len((short := shaper.shape(kept + _ELLIPSIS, style, room)).lines) > 1:
        kept = kept[:-1]  # the last letter of a cut word of Arabic may be wider than it was inside the word
    return short
