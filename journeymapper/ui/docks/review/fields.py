"""What the fields of a map's parts are called in the middle of a sentence, and what they hold in words."""

from datetime import date
from typing import Final

from journeymapper.document.records import EmotionPoint, Link, Record
from journeymapper.document.texts import on_one_line
from journeymapper.i18n import _, day, mark, number
from journeymapper.ui.docks.naming import shortened

#: No more letters than these are repeated of what a field held or holds.
_LONGEST = 80

_NAMES: Final[dict[str, str]] = {
    "age": mark("age"),
    "audience": mark("customers"),
    "author": mark("author"),
    "behaviours": mark("behaviours"),
    "business": mark("business"),
    "channel": mark("channel"),
    "channels": mark("channels"),
    "decision_role": mark("part in the decision"),
    "done": mark("done"),
    "due": mark("due date"),
    "effort": mark("effort"),
    "evidence": mark("evidence"),
    "family": mark("family"),
    "goals": mark("goals"),
    "hint": mark("hint"),
    "impact": mark("impact"),
    "importance": mark("importance"),
    "income": mark("income"),
    "lane": mark("lane"),
    "lane_kind": mark("kind of lane"),
    "language": mark("language"),
    "link_kind": mark("kind of link"),
    "map_kind": mark("kind of map"),
    "moment_of_truth": mark("moment of truth"),
    "motivations": mark("motivations"),
    "name": mark("name"),
    "needs": mark("needs"),
    "note": mark("note"),
    "online": mark("online or offline"),
    "owner": mark("owner"),
    "pain_points": mark("pain points"),
    "persona": mark("persona"),
    "picture": mark("picture"),
    "quote": mark("quote"),
    "role": mark("role"),
    "scenario": mark("scenario"),
    "score": mark("feeling"),
    "severity": mark("severity"),
    "source": mark("beginning"),
    "span": mark("steps covered"),
    "stage": mark("stage"),
    "step": mark("step"),
    "tags": mark("tags"),
    "target": mark("target"),
    "text": mark("text"),
    "title": mark("title"),
    "trend": mark("earlier values"),
    "unit": mark("unit"),
    "value": mark("number"),
    "values": mark("values"),
    "wished": mark("wished for or not"),
    "work": mark("work"),
}

#: The same where a kind of record calls them by other words.
_OF_KIND: Final[dict[tuple[type[Record], str], str]] = {
    (EmotionPoint, "text"): mark("label"),
    (Link, "text"): mark("label"),
    (Link, "target"): mark("end"),
}

#: Fields that hold ids or keys, which say nothing to anybody, or more than fits into a line.
_UNTOLD: Final = frozenset(
    {"audience", "decision_role", "evidence", "lane", "lane_kind", "link_kind", "map_kind", "online"}
    | {"persona", "picture", "source", "stage", "step"}
)


def field_name(record: Record, field: str) -> str:
    """Return what a field of a record is called; one that has no words goes by its own name."""
    words = _OF_KIND.get((type(record), field), _NAMES.get(field))
    return field if words is None else _(words)


def field_change(then: Record, now: Record, field: str) -> str:
    """Return what a field held and what it holds now, or "" where that says nothing."""
    if field in _UNTOLD or (field, type(now)) == ("target", Link) or (field == "role" and now.kind == "lane"):
        return ""
    words = _("{field}: {before} → {after}")
    return words.format(
        field=field_name(now, field),
        before=_in_words(getattr(then, field)),
        after=_in_words(getattr(now, field)),
    )


def _in_words(value: object) -> str:
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, date):
        return day(value)
    if isinstance(value, int | float):
        return number(float(value))
    if isinstance(value, tuple):
        return ", ".join(_in_words(part) for part in value) or _("nothing")
    words = shortened(on_one_line(str(value)), _LONGEST) if value is not None else ""
    return _("“{words}”").format(words=words) if words else _("nothing")
