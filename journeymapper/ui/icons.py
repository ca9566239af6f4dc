"""Icons in the colour of the words they stand by."""

import qtawesome
from PySide6.QtGui import QIcon, QPalette


def tinted(name: str, palette: QPalette) -> QIcon:
    """Return the icon of that name in a palette's colours; greyed where it cannot be used."""
    icon: QIcon = qtawesome.icon(  # type: ignore[no-untyped-call]  # it has no types
        name,
        color=palette.color(QPalette.ColorGroup.Active, QPalette.ColorRole.ButtonText),
        color_disabled=palette.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.ButtonText),
    )
    return icon
