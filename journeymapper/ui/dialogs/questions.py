"""Short questions and messages in the platform's own boxes. Each has ``ask`` or ``tell``."""

from enum import Enum

from PySide6.QtWidgets import QMessageBox, QWidget

from journeymapper.i18n import _, ngettext
from journeymapper.ui.plain_words import keep_plain


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
        keep_plain(box)
        box.exec()
        if box.clickedButton() is save:
            return Answer.SAVE
        return Answer.DISCARD if box.clickedButton() is discard else Answer.CANCEL


class ReplaceQuestion:
    """Asks before a file is replaced."""

    @classmethod
    def ask(cls, name: str, parent: QWidget) -> bool:
        """Ask and tell whether it may be replaced; closing the box is "no"."""
        words = _("“{name}” is already there. Replace it?").format(name=name)
        box = QMessageBox(QMessageBox.Icon.Warning, _("Replace file?"), words, parent=parent)
        replace = box.addButton(_("Replace"), QMessageBox.ButtonRole.DestructiveRole)
        keep = box.addButton(_("Cancel"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(keep)
        keep_plain(box)
        box.exec()
        return box.clickedButton() is replace


class DeleteTemplateQuestion:
    """Asks before a template is deleted."""

    @classmethod
    def ask(cls, name: str, parent: QWidget) -> bool:
        """Ask and tell whether it may be deleted; closing the box is "no"."""
        words = _("Delete the template “{name}”?").format(name=name)
        box = QMessageBox(QMessageBox.Icon.Warning, _("Delete template?"), words, parent=parent)
        box.setInformativeText(_("Maps made from it stay as they are. This cannot be undone."))
        delete = box.addButton(_("Delete"), QMessageBox.ButtonRole.DestructiveRole)
        keep = box.addButton(_("Cancel"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(keep)
        keep_plain(box)
        box.exec()
        return box.clickedButton() is delete


class SmallPrintQuestion:
    """Asks before a map is printed so small that it is hard to read."""

    @classmethod
    def ask(cls, reason: str, parent: QWidget) -> bool:
        """Ask, saying why, and tell whether to print all the same; closing the box is "no"."""
        box = QMessageBox(QMessageBox.Icon.Warning, _("Print as small as that?"), reason, parent=parent)
        box.setInformativeText(
            _(
                "Larger paper helps, and so do lanes that are hidden or collapsed. "
                "A PDF as large as the map can be printed whole by a copy shop."
            )
        )
        wanted = box.addButton(_("Print"), QMessageBox.ButtonRole.AcceptRole)
        box.setDefaultButton(box.addButton(_("Cancel"), QMessageBox.ButtonRole.RejectRole))
        keep_plain(box)
        box.exec()
        return box.clickedButton() is wanted


class PasteQuestion:
    """Asks before a very long text becomes cards."""

    @classmethod
    def ask(cls, count: int, letters: int, parent: QWidget) -> bool:
        """Ask and tell whether to go on with so many cards of so many characters in all."""
        words = ngettext(
            "This text of {letters} characters would become {count} card. Paste it?",
            "This text of {letters} characters would become {count} cards. Paste it?",
            count,
        ).format(count=count, letters=letters)
        answer = QMessageBox.question(parent, _("Paste"), words)
        return answer is QMessageBox.StandardButton.Yes


class Growth(Enum):
    """What to do with a table that is larger than the map from the cursor on."""

    ADD = "add"
    FIT = "fit"
    CANCEL = "cancel"


class TableQuestion:
    """Asks whether the map is to grow for a table."""

    @classmethod
    def ask(cls, steps: int, lanes: int, cards: int, parent: QWidget) -> Growth:
        """Ask about so many steps and lanes too few for a table of ``cards``; closing the box is "cancel"."""
        box = QMessageBox(QMessageBox.Icon.Question, _("Paste table"), cls.words(steps, lanes), parent=parent)
        box.setInformativeText(
            ngettext("The table becomes {count} card.", "The table becomes {count} cards.", cards).format(
                count=cards
            )
        )
        add = box.addButton(_("Add"), QMessageBox.ButtonRole.AcceptRole)
        fit = box.addButton(_("Paste what fits"), QMessageBox.ButtonRole.ActionRole)
        cancel = box.addButton(_("Cancel"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(add)
        box.setEscapeButton(cancel)
        keep_plain(box)
        box.exec()
        if box.clickedButton() is add:
            return Growth.ADD
        return Growth.FIT if box.clickedButton() is fit else Growth.CANCEL

    @classmethod
    def words(cls, steps: int, lanes: int) -> str:
        """Return the question."""
        more_steps = ngettext("{count} more step", "{count} more steps", steps).format(count=steps)
        more_lanes = ngettext("{count} more lane", "{count} more lanes", lanes).format(count=lanes)
        if steps and lanes:
            words = _("This table needs {steps} and {lanes}. Add them?")
            return words.format(steps=more_steps, lanes=more_lanes)
        more = more_steps if steps else more_lanes
        return ngettext(
            "This table needs {more}. Add it?", "This table needs {more}. Add them?", steps + lanes
        ).format(more=more)


class Message:
    """Says what went wrong, in a box, where a line would be missed."""

    @classmethod
    def tell(cls, title: str, words: str, details: str, parent: QWidget | None) -> None:
        """Show the message until it is closed; ``details`` says what to do, or more exactly what happened."""
        box = QMessageBox(QMessageBox.Icon.Warning, title, words, QMessageBox.StandardButton.Ok, parent)
        box.setInformativeText(details)
        keep_plain(box)
        box.exec()
