"""Words laid out for rows of lists: over a few lines of a width, and cut where they are longer."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QTextLayout, QTextOption

from journeymapper.document.texts import on_one_line

#: No more letters than these are laid out.
_LONGEST = 600


def laid(
    words: str,
    font: QFont,
    width: int,
    most: int,
    mode: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
) -> QTextLayout:
    """Return words in lines of a width in pixels; of more than the ``most`` lines the last is cut."""
    words = on_one_line(words[:_LONGEST])
    lines = in_lines(words, font, width)
    if lines.lineCount() <= most:
        return lines
    units = words.encode("utf-16-le")
    start = 2 * lines.lineAt(most - 1).textStart()
    rest = QFontMetrics(font).elidedText(units[start:].decode("utf-16-le"), mode, width)
    return in_lines(units[:start].decode("utf-16-le") + rest, font, width)


def in_lines(words: str, font: QFont, width: int) -> QTextLayout:
    """Return words in lines of a width in pixels; a word that is longer than a line is broken."""
    layout = QTextLayout(words, font)
    option = QTextOption(Qt.AlignmentFlag.AlignLeading)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    layout.setTextOption(option)
    layout.beginLayout()
    y = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(1, width))
        line.setPosition(QPointF(0, y))
        y += line.height()
    layout.endLayout()
    return layout
