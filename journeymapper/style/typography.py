"""Type styles by name. Sizes are in points; nothing smaller than ``hint`` is ever put on paper."""

from dataclasses import dataclass

#: The first of these that the system has sets the map; the rest stand in for missing scripts.
FAMILIES: tuple[str, ...] = (
    "Inter",
    "Noto Sans",
    "Segoe UI",
    "SF Pro Text",
    "Helvetica Neue",
    "DejaVu Sans",
)


@dataclass(frozen=True, slots=True)
class TextStyle:
    """How a piece of text is set: ``size`` in points, ``weight`` on the CSS scale (400 regular, 700 bold)."""

    name: str
    size: float
    weight: int = 400
    italic: bool = False


TITLE = TextStyle("title", 24, 700)
SUBTITLE = TextStyle("subtitle", 10)
STAGE = TextStyle("stage", 11.5, 600)
LANE = TextStyle("lane", 10.5, 600)
STEP = TextStyle("step", 9, 600)
CARD = TextStyle("card", 8.6)
LABEL = TextStyle("label", 8.2, italic=True)
HINT = TextStyle("hint", 7.8)
COUNT = TextStyle("count", 7.8, 600)
FIGURE = TextStyle("figure", 16, 600)
SMALL_FIGURE = TextStyle("small figure", 11.5, 600)
UNIT = TextStyle("unit", 9.5)
INITIALS = TextStyle("initials", 12, 700)
PERSONA_NAME = TextStyle("persona name", 10.5, 600)
PERSONA_QUOTE = TextStyle("persona quote", 9, italic=True)
PERSONA_LINE = TextStyle("persona line", 8.2)
PERSONA_CHIP = TextStyle("persona chip", 9)
PERSONA_TEXT = TextStyle("persona text", 11)
PAGE_NAME = TextStyle("page name", 28, 700)
PAGE_INITIALS = TextStyle("page initials", 34, 700)
PAGE_QUOTE = TextStyle("page quote", 13, italic=True)
PAGE_TITLE = TextStyle("page title", 16, 700)
NOTE = TextStyle("note", 9)

ALL: tuple[TextStyle, ...] = (
    TITLE,
    SUBTITLE,
    STAGE,
    LANE,
    STEP,
    CARD,
    LABEL,
    HINT,
    COUNT,
    FIGURE,
    SMALL_FIGURE,
    UNIT,
    INITIALS,
    PERSONA_NAME,
    PERSONA_QUOTE,
    PERSONA_LINE,
    PERSONA_CHIP,
    PERSONA_TEXT,
    PAGE_NAME,
    PAGE_INITIALS,
    PAGE_QUOTE,
    PAGE_TITLE,
    NOTE,
)
