"""Opening what a source links to, where the system keeps it: a web page, a mail, a file."""

from PySide6.QtCore import QFileInfo, QUrl
from PySide6.QtGui import QDesktopServices

from journeymapper.i18n import _

#: What may be opened; a link of any other kind is only shown.
_SCHEMES = frozenset({"http", "https", "mailto", "file"})


def can_be_opened(link: str) -> bool:
    """Tell whether a link leads to a web page, a mail address, or a file or folder of this computer."""
    url = QUrl(link.strip())
    if not url.isValid() or url.scheme().lower() not in _SCHEMES:
        return False
    return bool(url.path()) and not url.host() if url.isLocalFile() or url.scheme() == "file" else True


def open_link(link: str) -> str:
    """Open a link that can be; return what to say where it could not.

    A map may come from anybody: programs are not started by it.
    """
    url = QUrl(link.strip())
    if not can_be_opened(link):
        return _("This link cannot be opened: {link}").format(link=link)
    file = QFileInfo(url.toLocalFile()) if url.isLocalFile() else None
    if file is not None and file.isFile() and file.isExecutable():
        return _("This file is a program, which is not started from a map: {file}").format(
            file=file.fileName()
        )
    if (file is not None and not file.exists()) or not QDesktopServices.openUrl(url):
        return _("There is nothing to open at {link}").format(link=link)
    return ""
