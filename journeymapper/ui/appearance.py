"""Light and dark: the one place that knows the window's own colours.

The paper stays white in both; what surrounds it follows the system, or what the user chose. Where the
platform draws its own controls (macOS, Windows 11) it is only told which scheme to use; elsewhere Qt's
Fusion style gets a palette from here.
"""

from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QStyle

from journeymapper.i18n import mark


@dataclass(frozen=True, slots=True)
class Appearance:
    """The colours that the palette has no role for, as "#rrggbb" or "#aarrggbb".

    ``desk`` lies round the paper, ``paper_edge`` is the line between them, ``accent`` rings what is
    selected, ``cursor_tint`` fills the keyboard's cell, ``band`` fills the rubber band; ``shadow`` is one of
    the layers round what is in the hand; ``muted`` is for words of second rank, ``warning`` for words that
    say what went wrong.
    """

    is_dark: bool
    desk: str
    paper_edge: str
    accent: str
    cursor_tint: str
    band: str
    shadow: str
    muted: str
    warning: str


LIGHT = Appearance(
    is_dark=False,
    desk="#e9edf1",
    paper_edge="#d3dae1",
    accent="#3b6fd4",
    cursor_tint="#143b6fd4",
    band="#223b6fd4",
    shadow="#0c1b2430",
    muted="#5b6776",
    warning="#a8322d",
)

DARK = Appearance(
    is_dark=True,
    desk="#15181d",
    paper_edge="#0c0e11",
    accent="#3b6fd4",
    cursor_tint="#143b6fd4",
    band="#223b6fd4",
    shadow="#0c1b2430",
    muted="#a2adba",
    warning="#ff9d96",
)


class Choice(Enum):
    """What the user can choose: follow the system, or not."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


#: What the choices are called.
CHOICE_WORDS: dict[Choice, str] = {
    Choice.SYSTEM: mark("Like the system"),
    Choice.LIGHT: mark("Light"),
    Choice.DARK: mark("Dark"),
}

_SCHEMES: dict[Choice, Qt.ColorScheme] = {
    Choice.SYSTEM: Qt.ColorScheme.Unknown,
    Choice.LIGHT: Qt.ColorScheme.Light,
    Choice.DARK: Qt.ColorScheme.Dark,
}

#: Styles that draw light and dark by themselves.
_NATIVE_STYLES = frozenset({"macos", "windows11", "windowsvista"})


def choice_named(name: str) -> Choice:
    """Return the choice of that name; an unknown one follows the system."""
    return next((choice for choice in Choice if choice.value == name), Choice.SYSTEM)


def apply(application: QApplication, choice: Choice) -> Appearance:
    """Give the whole program a light or a dark look and return it."""
    hints = application.styleHints()
    hints.setColorScheme(_SCHEMES[choice])
    scheme = hints.colorScheme() if choice is Choice.SYSTEM else _SCHEMES[choice]
    is_dark = scheme is Qt.ColorScheme.Dark
    if application.style().name().lower() not in _NATIVE_STYLES:
        application.setPalette(_palette(is_dark))
    return DARK if is_dark else LIGHT


def wants_motion(application: QApplication) -> bool:
    """Tell whether the system lets windows move things; no when its effects are switched off."""
    return application.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration) > 0


def _palette(is_dark: bool) -> QPalette:
    role = QPalette.ColorRole
    names = _DARK_ROLES if is_dark else _LIGHT_ROLES
    palette = QPalette()
    for key, colour in names.items():
        palette.setColor(key, QColor(colour))
    faint = QColor("#6c7684" if is_dark else "#9aa5b1")
    for key in (role.WindowText, role.Text, role.ButtonText, role.HighlightedText):
        palette.setColor(QPalette.ColorGroup.Disabled, key, faint)
    return palette


_LIGHT_ROLES: dict[QPalette.ColorRole, str] = {
    QPalette.ColorRole.Window: "#f7f9fa",
    QPalette.ColorRole.WindowText: "#1b2430",
    QPalette.ColorRole.Base: "#ffffff",
    QPalette.ColorRole.AlternateBase: "#f1f4f7",
    QPalette.ColorRole.Text: "#1b2430",
    QPalette.ColorRole.PlaceholderText: "#76808d",
    QPalette.ColorRole.Button: "#f7f9fa",
    QPalette.ColorRole.ButtonText: "#1b2430",
    QPalette.ColorRole.BrightText: "#ffffff",
    QPalette.ColorRole.ToolTipBase: "#1b2430",
    QPalette.ColorRole.ToolTipText: "#ffffff",
    QPalette.ColorRole.Highlight: "#3b6fd4",
    QPalette.ColorRole.HighlightedText: "#ffffff",
    QPalette.ColorRole.Accent: "#3b6fd4",
    QPalette.ColorRole.Link: "#2f5fbf",
    QPalette.ColorRole.LinkVisited: "#6a4fc9",
    QPalette.ColorRole.Light: "#ffffff",
    QPalette.ColorRole.Midlight: "#e9edf1",
    QPalette.ColorRole.Mid: "#c3ccd5",
    QPalette.ColorRole.Dark: "#9aa5b1",
    QPalette.ColorRole.Shadow: "#5b6776",
}

_DARK_ROLES: dict[QPalette.ColorRole, str] = {
    QPalette.ColorRole.Window: "#21252b",
    QPalette.ColorRole.WindowText: "#e8ecf1",
    QPalette.ColorRole.Base: "#2c323a",
    QPalette.ColorRole.AlternateBase: "#353c46",
    QPalette.ColorRole.Text: "#e8ecf1",
    QPalette.ColorRole.PlaceholderText: "#9ba6b3",
    QPalette.ColorRole.Button: "#353c46",
    QPalette.ColorRole.ButtonText: "#e8ecf1",
    QPalette.ColorRole.BrightText: "#ffffff",
    QPalette.ColorRole.ToolTipBase: "#39414c",
    QPalette.ColorRole.ToolTipText: "#e8ecf1",
    QPalette.ColorRole.Highlight: "#3b6fd4",
    QPalette.ColorRole.HighlightedText: "#ffffff",
    QPalette.ColorRole.Accent: "#3b6fd4",
    QPalette.ColorRole.Link: "#8fb3ff",
    QPalette.ColorRole.LinkVisited: "#b6a5f5",
    QPalette.ColorRole.Light: "#465060",
    QPalette.ColorRole.Midlight: "#39414c",
    QPalette.ColorRole.Mid: "#181b20",
    QPalette.ColorRole.Dark: "#14171b",
    QPalette.ColorRole.Shadow: "#0c0e11",
}
