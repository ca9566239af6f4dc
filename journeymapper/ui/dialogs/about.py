"""What this program is."""

from importlib.metadata import PackageNotFoundError, version

from PySide6.QtWidgets import QMessageBox, QWidget

from journeymapper.i18n import _


class About:
    """Says what the program is and which version."""

    @classmethod
    def ask(cls, parent: QWidget) -> None:
        """Show it until it is closed."""
        try:
            number = version("journeymapper")
        except PackageNotFoundError:
            number = ""
        words = _("A desktop editor for customer-journey maps. Free software under the MIT licence.")
        QMessageBox.about(parent, _("About journeymapper"), f"<h3>journeymapper {number}</h3><p>{words}</p>")
