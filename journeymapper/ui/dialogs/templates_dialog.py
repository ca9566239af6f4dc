"""The user's own templates: renamed, described, deleted, added from a file and handed on as one."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect, QSize, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QPixmap
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from journeymapper.exchange.formats import JOURNEY
from journeymapper.files.problems import BadFileError, disk_words
from journeymapper.guide.folders import templates_folder
from journeymapper.guide.templates.keeping import NameTakenError, hand_on, keep, rewrite, take_in
from journeymapper.guide.templates.template import Template
from journeymapper.i18n import _
from journeymapper.ui.dialogs.buttons import button_row
from journeymapper.ui.dialogs.file_dialogs import OpenDialog, SaveDialog
from journeymapper.ui.dialogs.questions import DeleteTemplateQuestion, ReplaceQuestion
from journeymapper.ui.dialogs.template_fields import add_template_fields
from journeymapper.ui.picture_cards import Card, PictureCards
from journeymapper.ui.thumbnails import scaled

if TYPE_CHECKING:
    from journeymapper.ui.windows import Windows

#: The sizes of the pictures in the list and beside it, and the room that the dialog wants, in pixels.
_SMALL: Final = QSize(176, 110)
_LARGE: Final = QSize(400, 250)
_ROOM: Final = QSize(760, 600)


class TemplatesDialog(QDialog):
    """Lists the user's own templates; what is done to one is done at once."""

    def __init__(self, windows: "Windows", parent: QWidget | None) -> None:
        """Show the templates in the user's folder."""
        super().__init__(parent)
        self.setWindowTitle(_("My templates"))
        self._shelf = windows.templates
        self._shelf.refresh()
        self._appearance = windows.appearance
        self._folder = templates_folder(windows.user_folder)
        self.list = PictureCards(_("My templates"), self._shelf.look_soon, self, _SMALL, 1, keeps_choice=True)
        self.list.wear(windows.appearance)
        self.area, self.about = QScrollArea(self), QWidget(self)
        self.nothing = QLabel(_("There are none yet: File › Save as template keeps a map as one."), self)
        self.picture = QLabel(self)
        self.name, self.line = QLineEdit(self), QLineEdit(self)
        self.message = QLabel(self)
        self.show_folder = QPushButton(_("Show in folder"), self)
        self.copy = QPushButton(_("Save a copy…"), self)
        self.delete = QPushButton(_("Delete…"), self)
        self.add = QPushButton(_("Add from file…"), self)
        self.buttons = button_row(self, QDialogButtonBox.StandardButton.Close)
        self._lay_out()
        self._connect()
        self._fill("")

    def _lay_out(self) -> None:
        for label in (self.nothing, self.message):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        palette = self.message.palette()
        palette.setColor(self.message.foregroundRole(), self._appearance.warning)
        self.message.setPalette(palette)
        for button in (self.show_folder, self.copy, self.delete, self.add):
            button.setAutoDefault(False)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setWidgetResizable(True)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setWidget(self.list)
        self.area.viewport().setAutoFillBackground(False)
        bar = self.area.verticalScrollBar().sizeHint().width()
        self.area.setFixedWidth(self.list.width_for(1) + bar + 4)
        self._lay_out_about()
        beside = QVBoxLayout()
        beside.addWidget(self.nothing)
        beside.addWidget(self.about, 1)
        beside.addWidget(self.message)
        upper = QHBoxLayout()
        upper.setSpacing(20)
        upper.addWidget(self.area)
        upper.addLayout(beside, 1)
        lower = QHBoxLayout()
        lower.addWidget(self.add)
        lower.addWidget(self.buttons, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 14)
        column.setSpacing(14)
        column.addLayout(upper, 1)
        column.addLayout(lower)
        self.resize(_ROOM.boundedTo(self.screen().availableSize() * 0.94))

    def _lay_out_about(self) -> None:
        """Lay out what stands beside the list: all that can be done to the chosen template."""
        self.picture.setFrameShape(QFrame.Shape.StyledPanel)
        self.picture.setAccessibleName(_("Picture of the template"))
        column = QVBoxLayout(self.about)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.picture, 0, Qt.AlignmentFlag.AlignLeading)
        column.addSpacing(8)
        add_template_fields(column, self.name, self.line, self)
        row = QHBoxLayout()
        for button in (self.show_folder, self.copy, self.delete):
            row.addWidget(button)
        row.addStretch(1)
        column.addSpacing(2)
        column.addLayout(row)
        column.addStretch(1)

    def _connect(self) -> None:
        self.list.chosen.connect(lambda _key: self._show())
        self.list.stood_on.connect(self._bring_into_view)
        self.name.editingFinished.connect(self._rewrite)
        self.line.editingFinished.connect(self._rewrite)
        self.show_folder.clicked.connect(self._show_folder)
        self.copy.clicked.connect(self._hand_on)
        self.delete.clicked.connect(self._delete)
        self.add.clicked.connect(self._add)

    def _fill(self, current: str) -> None:
        """List all templates anew."""
        own = self._shelf.own
        self.list.show_cards([Card(one.key, one.name, one.line, str(one.path)) for one in own], current)
        self.nothing.setVisible(not own)
        for widget in (self.area, self.about):
            widget.setVisible(bool(own))
        self._say("\n".join(map(str, self._shelf.problems)))
        self._show()

    @property
    def template(self) -> Template | None:
        """The chosen template, or None."""
        return self._shelf.find(self.list.current_key)

    def _show(self) -> None:
        """Show the chosen template beside the list."""
        template = self.template
        if template is None:
            return
        self.name.setText(template.name)
        self.line.setText(template.line)
        if (picture := self._shelf.look(template.key).picture) is not None:
            shown = scaled(picture, _LARGE, self.devicePixelRatioF())
            self.picture.setPixmap(QPixmap.fromImage(shown))

    def _say(self, words: str) -> None:
        self.message.setText(words)
        self.message.setVisible(bool(words))

    def _bring_into_view(self, card: QRect) -> None:
        place = card.center()
        self.area.ensureVisible(place.x(), place.y(), 0, card.height() // 2 + 8)

    def _try(self, act: Callable[[], Path | None]) -> None:
        """Do something to a file and list all anew, on the file that it gives back; say what went wrong."""
        try:
            path = act()
        except NameTakenError as error:
            self._say(_("“{name}” is there already: choose another name.").format(name=error))
        except BadFileError as error:
            self._say(str(error))
        except OSError as error:
            self._say(disk_words(error))
        else:
            self._shelf.refresh()
            at = next((one.key for one in self._shelf.own if one.path == path), "")
            self._fill(at)

    def _rewrite(self) -> None:
        """Take over another name or line; a template needs a name."""
        template, name, line = self.template, self.name.text().strip(), self.line.text().strip()
        if template is None or (name, line) == (template.name, template.line):
            return
        if not name:
            self.name.setText(template.name)
            return
        self._try(lambda: rewrite(template.path, name, line))

    def _show_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))

    def _hand_on(self) -> None:
        """Ask where a copy is to lie, and write it."""
        if (template := self.template) is None:
            return
        proposed = Path.home() / template.path.name
        target = SaveDialog.ask(_("Save a copy"), proposed, JOURNEY, self)
        if target is not None:
            self._try(lambda: self._handed_on(template, target))

    def _handed_on(self, template: Template, target: Path) -> Path:
        hand_on(template.path, target)
        return template.path

    def _delete(self) -> None:
        """Delete the chosen template, once the user has said so again: there is no way back."""
        template = self.template
        if template is not None and DeleteTemplateQuestion.ask(template.name, self):
            self._try(template.path.unlink)

    def _add(self) -> None:
        """Ask for files and take their maps in as templates."""
        for source in OpenDialog.ask(Path.home(), self):
            self._try(partial(self._taken_in, source))

    def _taken_in(self, source: Path) -> Path:
        """Keep the map in a file as a template, and return its place."""
        template, path = take_in(source, self._folder)
        if not path.exists() or ReplaceQuestion.ask(template.map.title, self):
            keep(template, path)
        return path

    def reject(self) -> None:
        """Close; what was being written, and was not finished, counts for nothing."""
        self._show()
        super().reject()

    @classmethod
    def ask(cls, windows: "Windows", parent: QWidget) -> None:
        """Show the dialog until it is closed."""
        dialog = cls(windows, parent)
        try:
            dialog.exec()
        finally:
            dialog.deleteLater()
