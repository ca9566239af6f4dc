"""Colours by name, as "#rrggbb", and the arithmetic they need. Contrast after WCAG 2.2, section 1.4.3."""

from dataclasses import dataclass

PAPER = "#ffffff"
INK = "#1b2430"
SECONDARY = "#5b6776"
HAIRLINE = "#e3e8ee"
LANE_GROUND = "#f6f8fa"
CURVE_GROUND = "#fafbfc"
ZERO_LINE = "#c9d2dc"
CARD_EDGE = "#c7cfd6"
ACCENT = "#3b6fd4"
BAD = "#d9534f"
MIDDLE = "#d9a441"
GOOD = "#2f8f6b"
EVIDENCE_EDGE = "#e48784"
EVIDENCE_INK = "#b23a36"

#: The bar or line of a metric, and the track that the bar runs in.
FIGURE = "#5c7a3a"
FIGURE_TRACK = "#d5dcc9"

#: How much of what stands at a step is known: measured, observed, and the hatch of what is assumed.
MEASURED = "#2f4d70"
OBSERVED = "#93adc9"
ASSUMED = "#7d8997"

#: The same beside the map, on a dark ground.
MEASURED_ON_DARK = "#d3e0ee"
OBSERVED_ON_DARK = "#7793b3"
ASSUMED_ON_DARK = "#8f9bab"
EDGE_ON_DARK = "#566274"

#: The lines of links: on to the next, back, and out of the journey.
LINK = "#5b6776"
LINK_BACK = "#6a5f9e"
LINK_LEAVES = "#9c4a46"

#: Behind the number of votes, which is white.
VOTES = "#33415c"

#: Behind what was found, and behind that of it one stands on, with its edge: laid over the map, ink over ink.
FOUND = "#ffe596"
FOUND_PRESENT = "#ffb938"
FOUND_EDGE = "#b07100"

#: The hues of stages, in the order new stages take them.
STAGE_HUES: dict[str, str] = {
    "blue": "#3b6fd4",
    "violet": "#6a4fc9",
    "magenta": "#b0469b",
    "orange": "#b85a26",
    "green": "#2a7f5f",
    "teal": "#1f7a8c",
    "red": "#b8433f",
    "slate": "#52627a",
}


@dataclass(frozen=True, slots=True)
class CardColours:
    """How the cards of a role look: ground, and where the role has them an edge line and a left bar."""

    ground: str
    edge: str = ""
    bar: str = ""


PLAIN = CardColours("#f1f4f7")

#: Card colours by lane role; roles that are not here look ``PLAIN``.
ROLE_COLOURS: dict[str, CardColours] = {
    "goals": CardColours("#fff7e0"),
    "motivations": CardColours("#fff3e6"),
    "actions": CardColours("#eef3fb"),
    "questions": CardColours("#f1effa"),
    "thoughts": CardColours("#f4f0fa"),
    "quotes": CardColours("#f7f1f6"),
    "touchpoints": CardColours(PAPER, edge=CARD_EDGE),
    "channels": CardColours(PAPER, edge=CARD_EDGE),
    "pain_points": CardColours("#fdecec", bar=BAD),
    "opportunities": CardColours("#e9f6ee", bar="#3c9d6b"),
    "ideas": CardColours("#eaf6f5"),
    "content": CardColours("#eef7fb"),
    "automations": CardColours("#eef1fb"),
    "metrics": CardColours("#f2f5ec"),
    "pictures": CardColours(PAPER, edge=CARD_EDGE),
    "frontstage": CardColours("#eef3fb", edge=CARD_EDGE),
    "backstage": CardColours("#eceff3", edge=CARD_EDGE),
    "physical_evidence": CardColours("#fbf6ec", edge=CARD_EDGE),
}


#: How much of a hue words of it have; the rest is ink.
_LABEL_SHARE = 0.85


def channels(colour: str) -> tuple[float, float, float]:
    """Return red, green and blue of "#rrggbb", each 0…1."""
    return (int(colour[1:3], 16) / 255, int(colour[3:5], 16) / 255, int(colour[5:7], 16) / 255)


def mixed(colour: str, ground: str, share: float) -> str:
    """Return ``share`` (0…1) of ``colour`` laid over ``ground``."""
    pairs = zip(channels(colour), channels(ground), strict=True)
    return "#" + "".join(f"{round(255 * (a * share + b * (1 - share))):02x}" for a, b in pairs)


def label_of(hue: str) -> str:
    """Return the colour of words that belong to a line of a stage's hue: darker, to be read on its ground."""
    return mixed(hue, INK, _LABEL_SHARE)


def luminance(colour: str) -> float:
    """Return the relative luminance, 0 black … 1 white."""
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels(colour)]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours, 1 … 21."""
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)
