"""The platform's own dialogs for files."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from journeymapper.exchange.formats import OPENABLE, FileKind
from journeymapper.i18n import _


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


class SaveDialog:
    """Asks where to save a file."""

    @classmethod
    def ask(cls, title: str, proposed: Path, kind: FileKind, parent: QWidget) -> Path | None:
        """Ask, proposing a path; return the chosen one with its kind's suffix, or None.

        The suffix is added before the dialog asks whether a file may be replaced.
        """
        dialog = QFileDialog(parent, title, str(proposed.parent), _pattern(_(kind.name), kind.suffixes))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(kind.suffixes[0])
        dialog.selectFile(proposed.name)
        try:
            return Path(dialog.selectedFiles()[0]) if dialog.exec() else None
        finally:
            dialog.deleteLater()
