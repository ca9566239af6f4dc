"""Findings as the command line says them."""

import json
from collections.abc import Iterable

from journeymapper.guide.health.finding import Finding
from journeymapper.guide.health.rule import SEVERITIES
from journeymapper.i18n import _

_SAID = ("rule", "severity", "message", "why", "places")


def lines(findings: Iterable[Finding]) -> list[str]:
    """Return findings in the user's language, a line each."""
    form = "{severity}: {message} — {why}"
    return [
        form.format(severity=_(SEVERITIES[one.severity]), message=one.message, why=one.why)
        for one in findings
    ]


def as_json(findings: Iterable[Finding]) -> str:
    """Return findings as a JSON list of what they say and the ids of what they are about."""
    rows = [{name: getattr(one, name) for name in _SAID} for one in findings]
    return json.dumps(rows, ensure_ascii=False, indent=2)
