"""Words that go over a few lines, and are cut where they are longer."""

from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics, QTextLayout


def wrapped(words: str, font: QFont, width: int, most: int, mode: Qt.TextElideMode) -> list[str]:
    """Return words in lines of at most ``width`` pixels; of more than ``most`` lines the last is cut."""
    words = " ".join(words.split())
    if not words:
        return []
    layout = QTextLayout(words, font)
    starts: list[int] = []
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        starts.append(line.textStart())
    layout.endLayout()
    shown = starts[:most]
    lines = [words[start:end].rstrip() for start, end in pairwise(shown)]
    return [*lines, QFontMetrics(font).elidedText(words[shown[-1] :], mode, width)]
