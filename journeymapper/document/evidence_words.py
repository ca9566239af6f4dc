"""What cards rest on, said in words: shares in percent, and sources by kind, number and name."""

from collections.abc import Iterator

from journeymapper.document.records import Evidence, Source
from journeymapper.document.roles import SOURCE_KINDS
from journeymapper.document.shares import LEVELS, Share
from journeymapper.i18n import _, day, mark, ngettext

#: How many of the cards of a role are assumptions.
_ASSUMED: dict[str, str] = {
    "goals": mark("{percent} % of goals are assumptions"),
    "motivations": mark("{percent} % of motivations are assumptions"),
    "actions": mark("{percent} % of actions are assumptions"),
    "questions": mark("{percent} % of questions are assumptions"),
    "thoughts": mark("{percent} % of thoughts are assumptions"),
    "quotes": mark("{percent} % of quotes are assumptions"),
    "touchpoints": mark("{percent} % of touchpoints are assumptions"),
    "pain_points": mark("{percent} % of pain points are assumptions"),
    "needs": mark("{percent} % of unmet needs are assumptions"),
}

#: A share of cards in a row of others.
_PARTS: dict[str, str] = {
    "measured": mark("{count} measured ({percent} %)"),
    "observed": mark("{count} observed ({percent} %)"),
    "assumption": mark("{count} assumed ({percent} %)"),
    "": mark("{count} not known ({percent} %)"),
}

#: What the legend calls each level.
LEVEL_WORDS: dict[str, str] = {
    "measured": mark("measured"),
    "observed": mark("observed"),
    "assumption": mark("assumed"),
    "": mark("not known"),
}


def assumed_words(role: str, share: Share) -> str:
    """Return how many of the cards of a role that asks for evidence are assumptions or not known.

    Raises:
        KeyError: it is no such role.
    """
    return _with_unknown(_(_ASSUMED[role]), share)


def whole_words(share: Share) -> str:
    """Return how much of what the map says of customers is assumed or not known."""
    return _with_unknown(_("{percent} % of what the map says of customers is assumed"), share)


def _with_unknown(assumed: str, share: Share) -> str:
    """Return how much is assumed and, where cards say nothing of what they rest on, how much that is."""
    words = assumed.format(percent=share.percent("assumption"))
    if not share.unknown:
        return words
    return _("{assumed}, {percent} % not known").format(assumed=words, percent=share.percent(""))


def part_words(share: Share, level: str) -> str:
    """Return how many cards are of a level.

    Raises:
        KeyError: there is no such level.
    """
    return _(_PARTS[level]).format(count=share.count(level), percent=share.percent(level))


def share_words(share: Share) -> str:
    """Return how many cards there are, and how many of them rest on what."""
    if not share.total:
        return _("No cards that ask for evidence")
    cards = ngettext("{count} card", "{count} cards", share.total).format(count=share.total)
    parts = (part_words(share, level) for level in LEVELS if share.count(level))
    return _("{cards}: {parts}").format(cards=cards, parts=", ".join(parts))


def percent_words(share: Share) -> str:
    """Return in a few words how much is assumed and how much not known; "" where all is known."""
    return _with_unknown(_("{percent} % assumed"), share) if share.assumption or share.unknown else ""


def short_percent_words(share: Share) -> str:
    """Return in two words how much is assumed or, where nothing is, not known; "" where all is known."""
    if share.assumption:
        return _("{percent} % assumed").format(percent=share.percent("assumption"))
    return _("{percent} % not known").format(percent=share.percent("")) if share.unknown else ""


def kind_words(source: Source) -> str:
    """Return the name of a source's kind; of one of a later version that of any other."""
    return _(SOURCE_KINDS.get(source.source_kind, SOURCE_KINDS[""]))


def source_name(source: Source) -> str:
    """Return what a source is called: its name or else its kind, and its day."""
    name = source.name or kind_words(source)
    return f"{name}, {day(source.day)}" if source.day else name


def source_words(source: Source) -> str:
    """Return which source it is, of what day, and how many pieces it has: "October: 6 interviews"."""
    parts = ", ".join(part for part in (source.name, day(source.day) if source.day else "") if part)
    pieces = _pieces(source)
    if not parts:
        return pieces
    words = _("{source}: {pieces}") if source.count else _("{pieces}: {source}")
    return words.format(source=parts, pieces=pieces)


def _pieces(source: Source) -> str:
    """Return how many pieces of what kind a source has; only the kind where that is not said."""
    count = source.count
    if not count:
        return kind_words(source)
    match source.source_kind:
        case "interview":
            words = ngettext("{count} interview", "{count} interviews", count)
        case "test":
            words = ngettext("{count} test with users", "{count} tests with users", count)
        case "visit":
            words = ngettext("{count} visit", "{count} visits", count)
        case "survey":
            words = ngettext("{count} answer in a survey", "{count} answers in a survey", count)
        case "analytics":
            words = ngettext("{count} visitor measured", "{count} visitors measured", count)
        case "review":
            words = ngettext("{count} review", "{count} reviews", count)
        case "complaint":
            words = ngettext("{count} complaint", "{count} complaints", count)
        case "chat":
            words = ngettext("{count} message", "{count} messages", count)
        case _:
            words = ngettext("{count} piece of evidence", "{count} pieces of evidence", count)
    return words.format(count=count)


def sources_in_words(evidence: Evidence) -> Iterator[str]:
    """Yield each source of a card in words, and what was said there in their own words."""
    for source in evidence.sources:
        words = source_words(source)
        yield _("{source} – “{quote}”").format(source=words, quote=source.quote) if source.quote else words
