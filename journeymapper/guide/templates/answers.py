"""The three questions: whose journey, from what to what, which kind of business, and what they come to."""

import re
from dataclasses import dataclass
from typing import Final

from journeymapper.document.texts import on_one_line
from journeymapper.guide.businesses import Business
from journeymapper.i18n import _

#: Commas as they are written in Latin, Chinese, Japanese and Arabic.
_COMMA: Final = re.compile(r"[,，、،]")

_OLDEST: Final = 120


@dataclass(frozen=True, slots=True)
class Answers:
    """What was answered; all of it can be left out. ``whose`` is a name or a role: "Ilze, 34, teacher"."""

    whose: str = ""
    start: str = ""
    end: str = ""
    business: Business | None = None


@dataclass(frozen=True, slots=True)
class Person:
    """Whose journey it is, as far as it was said."""

    name: str = ""
    age: str = ""
    role: str = ""


def person_of(whose: str) -> Person:
    """Return the person that words speak of.

    They are taken apart only where it is certain what is what: a name and a role, with at most one age
    among them. Else they are the name as a whole.
    """
    parts = [part for part in (on_one_line(part) for part in _COMMA.split(whose)) if part]
    ages = [part for part in parts if _is_age(part)]
    others = [part for part in parts if not _is_age(part)]
    if len(ages) > 1 or not 1 <= len(others) <= 2 or (ages and parts[0] == ages[0]):
        return Person(name=on_one_line(whose))
    return Person(name=others[0], age="".join(ages), role="".join(others[1:]))


def _is_age(words: str) -> bool:
    return words.isdecimal() and len(words) <= 3 and 0 < int(words) <= _OLDEST


def title_of(answers: Answers) -> str:
    """Return what a map is called by the answers; "" where there are none."""
    if name := person_of(answers.whose).name:
        return _("The journey of {name}").format(name=name)
    says_more = answers.business is not None or bool(scenario_of(answers))
    return _("Our customers’ journey") if says_more else ""


def scenario_of(answers: Answers) -> str:
    """Return the line that says from what to what the journey leads; "" where nothing says so."""
    start, end = _said(answers.start), _said(answers.end)
    if start and end:
        return _("From {start} to {end}").format(start=start, end=end)
    if start:
        return _("From {start} on").format(start=start)
    return _("Until {end}").format(end=end) if end else ""


def _said(words: str) -> str:
    return on_one_line(words).rstrip(".")
