"""The platform's own dialogs for files."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from journeymapper.exchange.formats import OPENABLE
from journeymapper.i18n import _


def _pattern(name: str, suffixes: tuple[str, ...]) -> str:
    return f"{name} ({' '.join('*' + suffix for suffix in suffixes)})"


def ask_open(parent: QWidget, folder: Path) -> list[Path]:
    """Ask which files to open; none when the user gives up."""
    every = tuple(suffix for kind in OPENABLE for suffix in kind.suffixes)
    patterns = [_pattern(_("All that can be opened"), every)]
    patterns += [_pattern(_(kind.name), kind.suffixes) for kind in OPENABLE]
    names, _chosen = QFileDialog.getOpenFileNames(parent, _("Open map"), str(folder), ";;".join(patterns))
    return [Path(name) for name in names]


def ask_save(parent: QWidget, title: str, proposed: Path, kind: str) -> Path | None:
    """Ask where to save a file of a kind; the suffix is that of the proposed path.

    Returns:
        The path, its suffix added where it was left out, or None when the user gives up.
    """
    dialog = QFileDialog(parent, title, str(proposed.parent), _pattern(kind, (proposed.suffix,)))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(proposed.suffix)
    dialog.selectFile(proposed.name)
    try:
        return Path(dialog.selectedFiles()[0]) if dialog.exec() else None
    finally:
        dialog.deleteLater()
