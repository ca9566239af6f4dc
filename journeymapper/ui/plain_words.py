"""Names and other words of a map are shown as they are, never taken for markup."""

from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget


def keep_plain(widget: QWidget) -> None:
    """Have all labels in a box or dialog show their words as they are."""
    for label in widget.findChildren(QLabel):
        label.setTextFormat(Qt.TextFormat.PlainText)


def as_tip(words: str) -> str:
    """Return words for a tooltip, which has no setting for this: markup in them is shown as it is written."""
    if "<" not in words:
        return words
    lines = "<br>".join(escape(line) for line in words.split("\n"))
    return f"<span>{lines}</span>"
