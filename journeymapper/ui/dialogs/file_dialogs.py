"""The platform's own dialogs for files."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from journeymapper.exchange.formats import OPENABLE, FileKind
from journeymapper.exchange.pictures import SUFFIXES
from journeymapper.i18n import _
from journeymapper.ui.dialogs.questions import ReplaceQuestion


def _pattern(name: str, suffixes: tuple[str, ...]) -> str:
    return f"{name} ({' '.join('*' + suffix for suffix in suffixes)})"


class OpenDialog:
    """Asks which files to open."""

    @classmethod
    def ask(cls, folder: Path, parent: QWidget) -> list[Path]:
        """Ask, beginning in a folder; none when the user gives up."""
        every = tuple(suffix for kind in OPENABLE for suffix in kind.suffixes)
        patterns = [_pattern(_("All that can be opened"), every)]
        patterns += [_pattern(_(kind.name), kind.suffixes) for kind in OPENABLE]
        names, _chosen = QFileDialog.getOpenFileNames(parent, _("Open map"), str(folder), ";;".join(patterns))
        return [Path(name) for name in names]


class PicturesDialog:
    """Asks which pictures to show."""

    @classmethod
    def ask(cls, several: bool, parent: QWidget) -> list[Path]:
        """Ask for one picture, or for ``several``; none when the user gives up.

        It begins where the user was last, for maps and their pictures often lie together.
        """
        patterns = ";;".join((_pattern(_("Pictures"), SUFFIXES), _("All files (*)")))
        if several:
            names, _chosen = QFileDialog.getOpenFileNames(parent, _("Add picture"), "", patterns)
        else:
            name, _chosen = QFileDialog.getOpenFileName(parent, _("Choose picture"), "", patterns)
            names = [name] if name else []
        return [Path(name) for name in names]


class BlocksDialog:
    """Asks which file of building blocks to take over."""

    @classmethod
    def ask(cls, folder: Path, parent: QWidget) -> Path | None:
        """Ask, beginning in a folder; None when the user gives up."""
        patterns = ";;".join((_pattern(_("Building blocks"), (".json",)), _("All files (*)")))
        name, _chosen = QFileDialog.getOpenFileName(parent, _("Add building blocks"), str(folder), patterns)
        return Path(name) if name else None


class SaveDialog:
    """Asks where to save a file."""

    @classmethod
    def ask(cls, title: str, proposed: Path, kind: FileKind, parent: QWidget) -> Path | None:
        """Ask, proposing a path; return the chosen one with its kind's suffix, or None.

        The platform's dialog asks whether the file that was named may be replaced. It takes "v2.0" for a name
        with a suffix; when adding the kind's own leads to another file that is there, that is asked here.
        """
        while (chosen := cls._choose(title, proposed, kind, parent)) is not None:
            has_suffix = chosen.suffix.lower() in kind.suffixes
            path = chosen if has_suffix else chosen.with_name(chosen.name + kind.suffixes[0])
            if has_suffix or not path.exists() or ReplaceQuestion.ask(path.name, parent):
                return path
            proposed = path
        return None

    @classmethod
    def _choose(cls, title: str, proposed: Path, kind: FileKind, parent: QWidget) -> Path | None:
        dialog = QFileDialog(parent, title, str(proposed.parent), _pattern(_(kind.name), kind.suffixes))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(kind.suffixes[0])
        dialog.selectFile(proposed.name)
        try:
            return Path(dialog.selectedFiles()[0]) if dialog.exec() else None
        finally:
            dialog.deleteLater()
