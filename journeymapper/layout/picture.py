"""Where a picture stands in a place, and what stands for one that cannot be shown."""

from journeymapper.document.records import Picture
from journeymapper.layout.display import DisplayList, Fill, PictureBox, Stroke
from journeymapper.layout.geometry import Rect
from journeymapper.layout.metrics import CARD_PADDING_Y
from journeymapper.layout.shapes import box, line
from journeymapper.style import colours

#: The radius of a picture's corners on a card, in points.
_RADIUS = 2.5

#: A picture is no higher than so many times its place's width, and a pixel no larger than so many points.
_HIGHEST = 1.6
_LARGEST = 1.0

#: A picture is at least so many points wide and high, however narrow a strip it is.
_LEAST = 1.0

#: The sign of a picture that cannot be shown: its width, and its height in these.
_SIGN, _SIGN_PROPORTION = 18.0, 0.75

_SIGN_LINE = 1.2


def fitted(picture: Picture, place: Rect) -> Rect:
    """Return where a picture stands in the middle of a place, as large as it fits, in its proportions."""
    scale = min(_LARGEST, place.width / picture.width, place.height / picture.height)
    width = min(place.width, max(_LEAST, picture.width * scale))
    height = min(place.height, max(_LEAST, picture.height * scale))
    return Rect(place.x + (place.width - width) / 2, place.y + (place.height - height) / 2, width, height)


def covering(width: float, height: float, place: Rect) -> Rect:
    """Return where a picture of that size lies when it covers a place: in the middle, in its proportions."""
    scale = max(place.width / width, place.height / height)
    x, y = place.centre
    return Rect(x - width * scale / 2, y - height * scale / 2, width * scale, height * scale)


def picture_box(picture: Picture, width: float) -> PictureBox:
    """Return a picture at the top of a card ``width`` points wide, in the card's coordinates."""
    return PictureBox(fitted(picture, _place(picture, width)), picture, _RADIUS)


def end_of_picture(picture: Picture, width: float) -> float:
    """Return where the place of a picture at the top of a card ends, in the card's coordinates."""
    return _place(picture, width).bottom


def _place(picture: Picture, width: float) -> Rect:
    """Return the place for a picture: as wide as the card, and as high as the picture then is, in reason.

    A very high picture is fitted into it, and a very small one stands in its middle, for it would be a blur.
    """
    room = max(_LEAST, width - 2 * CARD_PADDING_Y)
    scale = min(_LARGEST, room / picture.width)
    height = min(_HIGHEST * room, max(_LEAST, picture.height * scale))
    return Rect(CARD_PADDING_Y, CARD_PADDING_Y, room, height)


def stand_in(rect: Rect, radius: float) -> DisplayList:
    """Return what is painted for a picture that cannot be shown: a quiet box with a picture struck out."""
    ground = Fill(box(rect.x, rect.y, rect.width, rect.height, radius), colours.HAIRLINE)
    width = min(_SIGN, rect.width / 2, rect.height / 2 / _SIGN_PROPORTION)
    height = width * _SIGN_PROPORTION
    x, y = rect.centre[0] - width / 2, rect.centre[1] - height / 2
    frame = box(x, y, width, height, width / 9)
    cross = line(x - width / 9, y + height * 1.1, x + width * 10 / 9, y - height * 0.1)
    edge = min(_SIGN_LINE, width / 12)
    return (ground, Stroke(frame, colours.SECONDARY, edge), Stroke(cross, colours.SECONDARY, edge, (), True))
