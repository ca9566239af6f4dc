"""The health of a map in a few words: for the head of the dock, and for the foot of the window."""

from dataclasses import dataclass

from PySide6.QtCore import QLocale, QTime

from journeymapper.i18n import _, ngettext, number
from journeymapper.ui.checking import Checking


@dataclass(frozen=True, slots=True)
class Summary:
    """Words with an icon; ``short`` ones for the foot of the window, "" where there is nothing to say."""

    words: str
    icon: str
    short: str = ""


def summary(checking: Checking) -> Summary:
    """Return how the map of a checking does."""
    if checking.checked_at is None:
        return Summary(_("The map is being checked…"), "progress-check")
    if count := checking.rule_count:
        words = ngettext("{count} finding", "{count} findings", count).format(count=number(count))
        return Summary(words, "stethoscope", words)
    if checking.is_blank:
        words = _("There is nothing to check yet. Begin with what your customers do: one card at each step.")
        return Summary(words, "lightbulb-on-outline")
    at = checking.checked_at
    time = QLocale().toString(QTime(at.hour, at.minute), QLocale.FormatType.ShortFormat)
    words = _("No findings: all that is checked is in good order. Checked at {time}.").format(time=time)
    return Summary(words, "check-circle-outline", _("No findings"))
