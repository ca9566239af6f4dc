"""What the health check finds."""

from dataclasses import dataclass
from typing import NamedTuple


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that a rule found.

    ``severity`` is one of ``rule.SEVERITIES``; ``message`` names the thing, ``why`` says why it matters, both
    in the user's language. ``places`` are the ids of the records it is about; there is none where it is about
    the map as a whole. ``place`` is the one that a dismissal names, or ``WHOLE_MAP``. ``fix`` is the name of
    what can be done about it at once, or "", and ``fix_with`` what that needs to know (see ``fixes``).
    """

    rule: str
    severity: str
    message: str
    why: str
    places: tuple[str, ...]
    fix: str = ""
    fix_with: str = ""
    place: str = ""


class Dismissed(NamedTuple):
    """A finding that is none for this map, and the reason that was given."""

    finding: Finding
    reason: str
