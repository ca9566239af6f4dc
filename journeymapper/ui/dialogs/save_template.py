"""What to ask before a map is kept as a template: its name, what it is for, how much of the map it holds."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QDialogButtonBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from journeymapper.document.document import Document
from journeymapper.guide.templates.keeping import Extent, as_template
from journeymapper.i18n import _
from journeymapper.layout.map_layout import MapLayout
from journeymapper.text.shaped import Shaper
from journeymapper.ui.dialogs.buttons import button_row
from journeymapper.ui.dialogs.template_fields import add_template_fields
from journeymapper.ui.thumbnails import pictured, scaled

#: The size of the picture, in pixels.
_PICTURE: Final = QSize(320, 200)


@dataclass(frozen=True, slots=True)
class WantedTemplate:
    """A template as it is to be kept."""

    name: str
    line: str
    extent: Extent


class SaveTemplateDialog(QDialog):
    """Asks for a name, a line and an extent beside a picture of what will be kept."""

    def __init__(self, document: Document, shaper: Shaper, parent: QWidget | None) -> None:
        """Propose the map's own title and scenario, and its frame."""
        super().__init__(parent)
        self.setWindowTitle(_("Save as template"))
        self._document, self._shaper = document, shaper
        self.name = QLineEdit(" ".join(document.map.title.split()), self)
        self.name.setPlaceholderText(_("For example: Our webshop"))
        self.line = QLineEdit(self)
        self.line.setPlaceholderText(_("For example: every new product begins with this one"))
        self.frame = QRadioButton(_("Only its frame: stages, steps, lanes and hints"), self)
        self.all = QRadioButton(_("Everything on it: cards, feelings, links and personas too"), self)
        self.frame.setChecked(True)
        self.picture = QLabel(self)
        self.picture.setFrameShape(QFrame.Shape.StyledPanel)
        self.picture.setAccessibleName(_("Picture of the template"))
        self.buttons = button_row(
            self, QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        self.save = self.buttons.button(QDialogButtonBox.StandardButton.Ok)
        self.save.setText(_("Save template"))
        self._lay_out()
        self.name.textChanged.connect(self._allow)
        self.all.toggled.connect(self._show_picture)
        self._allow()
        self.name.selectAll()
        self.name.setFocus()
        self._show_picture()

    def _lay_out(self) -> None:
        group = QButtonGroup(self)
        fields = QVBoxLayout()
        fields.setSpacing(6)
        add_template_fields(fields, self.name, self.line, self)
        fields.addWidget(QLabel(_("What it holds"), self))
        for button in (self.frame, self.all):
            group.addButton(button)
            fields.addWidget(button)
        fields.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(20)
        row.addLayout(fields, 1)
        row.addWidget(self.picture, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 14)
        column.setSpacing(16)
        column.addLayout(row, 1)
        column.addWidget(self.buttons)

    def _allow(self) -> None:
        """A template needs a name."""
        self.save.setEnabled(bool(self.name.text().strip()))

    def _show_picture(self) -> None:
        wanted = self.wanted()
        title = wanted.name or _("My template")
        template = as_template(self._document, title, wanted.line, wanted.extent)
        picture = pictured(MapLayout(template, self._shaper), shows_prompts=True)
        self.picture.setPixmap(QPixmap.fromImage(scaled(picture, _PICTURE, self.devicePixelRatioF())))

    def wanted(self) -> WantedTemplate:
        """Return what is written and chosen."""
        extent = Extent.ALL if self.all.isChecked() else Extent.FRAME
        return WantedTemplate(" ".join(self.name.text().split()), self.line.text().strip(), extent)

    @classmethod
    def ask(cls, document: Document, shaper: Shaper, parent: QWidget) -> WantedTemplate | None:
        """Ask, and return the template, or None when the user gives up."""
        dialog = cls(document, shaper, parent)
        try:
            return dialog.wanted() if dialog.exec() else None
        finally:
            dialog.deleteLater()
