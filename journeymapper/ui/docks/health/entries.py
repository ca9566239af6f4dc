"""What the health check's list says: findings by severity and rule, and what is none for this map."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from journeymapper.guide.health.finding import Finding
from journeymapper.guide.health.rule import SEVERITIES
from journeymapper.i18n import _, mark, ngettext, number
from journeymapper.ui.checking import Checking

#: What stands above the findings of each severity.
HEADINGS = {"serious": mark("Serious"), "warning": mark("Warnings"), "hint": mark("Hints")}

#: No more findings of a rule than these are listed one by one: the next come up as they are settled.
MOST = 200

#: By what an entry is known from one look at the map to the next.
Key = tuple[str, ...]

#: The entry above all that is none for this map.
DISMISSED: Key = ("dismissed",)


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the list: a heading or a remark without ``findings``; else a finding, or several together.

    Args:
        key: By what it is known.
        words: What it says.
        findings: What it stands for.
        severity: How much that matters, or "".
        line: What more there is to say, in smaller letters.
        children: What it unfolds to.
        is_dismissed: It is none for this map.
    """

    key: Key
    words: str
    findings: tuple[Finding, ...] = ()
    severity: str = ""
    line: str = ""
    children: tuple["Entry", ...] = ()
    is_dismissed: bool = False

    @property
    def places(self) -> frozenset[str]:
        """The ids of all that it is about."""
        return frozenset(place for finding in self.findings for place in finding.places)

    @property
    def finding(self) -> Finding | None:
        """The only finding that it stands for, or None."""
        return self.findings[0] if len(self.findings) == 1 and not self.children else None

    @property
    def spoken(self) -> str:
        """The whole of it for screen readers."""
        if not self.findings:
            return self.words
        words = _("{severity}: {message}").format(
            severity=_(SEVERITIES[self.severity]) if self.severity else _("not for this map"),
            message=self.words,
        )
        if self.children:
            count = len(self.findings)
            found = ngettext("{count} place", "{count} places", count).format(count=number(count))
            words = _("{words}, {count}").format(words=words, count=found)
        return f"{words}. {self.line}" if self.line else words


def entries(checking: Checking, before: Sequence[Entry] = ()) -> list[Entry]:
    """Return the list of what was found; what is as in the list ``before`` is the very same."""
    known = {entry.key: entry for entry in before}
    return [*_found(checking, known), *_dismissed(checking)]


def key_of(finding: Finding) -> Key:
    """Return by what a finding among others of its rule is known."""
    return ("found", finding.rule, finding.place)


def _found(checking: Checking, known: Mapping[Key, Entry]) -> Iterator[Entry]:
    for severity, ones in groupby(checking.findings(), lambda finding: finding.severity):
        yield Entry(("heading", severity), _(HEADINGS[severity]), severity=severity)
        for rule, group in groupby(ones, lambda finding: finding.rule):
            found, entry = tuple(group), known.get(("rule", rule))
            if entry is None or entry.findings != found:
                entry = _of_rule(checking, found)
            yield entry


def _of_rule(checking: Checking, found: tuple[Finding, ...]) -> Entry:
    """Return the entry of a rule: what it found, or what all it found is called together."""
    first = found[0]
    key, severity = ("rule", first.rule), first.severity
    if len(found) == 1:
        return Entry(key, first.message, found, severity)
    words = checking.rule(first).several or first.message
    listed = [Entry(key_of(one), one.message, (one,), severity) for one in found[:MOST]]
    return Entry(key, words, found, severity, children=_with_rest(listed, len(found), first.rule))


def _dismissed(checking: Checking) -> Iterator[Entry]:
    dismissed = checking.dismissed()
    if not dismissed:
        return
    listed = [
        Entry((*DISMISSED, *key_of(one)), one.message, (one,), line=reason, is_dismissed=True)
        for one, reason in dismissed[:MOST]
    ]
    findings = tuple(one.finding for one in dismissed)
    children = _with_rest(listed, len(findings), "")
    yield Entry(DISMISSED, _("Not for this map"), findings, children=children, is_dismissed=True)


def _with_rest(listed: Sequence[Entry], count: int, name: str) -> tuple[Entry, ...]:
    """Return entries, and below them how many more there are."""
    if (more := count - len(listed)) <= 0:
        return tuple(listed)
    words = ngettext("and {count} more", "and {count} more", more).format(count=number(more))
    return (*listed, Entry(("more", name), words))
