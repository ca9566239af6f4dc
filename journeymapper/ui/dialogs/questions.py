"""Short questions and messages in the platform's own boxes. Each has ``ask`` or ``tell``."""

from enum import Enum

from PySide6.QtWidgets import QMessageBox, QWidget

from journeymapper.i18n import _


class Answer(Enum):
    """What to do with unsaved changes."""

    SAVE = "save"
    DISCARD = "discard"
    CANCEL = "cancel"


class SaveQuestion:
    """Asks what becomes of unsaved changes."""

    @classmethod
    def ask(cls, name: str, parent: QWidget) -> Answer:
        """Ask and return the answer; closing the box is "cancel"."""
        box = QMessageBox(parent)
        box.setWindowModality(box.windowModality().WindowModal)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setWindowTitle(_("Save changes?"))
        box.setText(_("Save the changes to “{name}”?").format(name=name))
        box.setInformativeText(_("They are lost if you don't save them."))
        save = box.addButton(_("Save"), QMessageBox.ButtonRole.AcceptRole)
        discard = box.addButton(_("Don't save"), QMessageBox.ButtonRole.DestructiveRole)
        box.addButton(_("Cancel"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(save)
        box.exec()
        if box.clickedButton() is save:
            return Answer.SAVE
        return Answer.DISCARD if box.clickedButton() is discard else Answer.CANCEL


class PasteQuestion:
    """Asks before a text becomes very many cards."""

    @classmethod
    def ask(cls, count: int, parent: QWidget) -> bool:
        """Ask and tell whether to go on."""
        words = _("This text would become {count} cards in one cell. Paste it?").format(count=count)
        answer = QMessageBox.question(parent, _("Paste"), words)
        return answer is QMessageBox.StandardButton.Yes


class Message:
    """Says what went wrong, in a box, where a line would be missed."""

    @classmethod
    def tell(cls, title: str, words: str, details: str, parent: QWidget | None) -> None:
        """Show the message until it is closed; ``details`` says what to do, or more exactly what happened."""
        box = QMessageBox(QMessageBox.Icon.Warning, title, words, QMessageBox.StandardButton.Ok, parent)
        box.setInformativeText(details)
        box.exec()
