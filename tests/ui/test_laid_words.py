"""Words in lines: all of them where there is room, else cut at the end, whatever letters they are in."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics

from journeymapper.ui.laid_words import laid

WORDS = (
    "Buying a laptop from a shop that one does not know yet",
    "🧭🛒🧾 Buying a laptop 🙂 from a shop that one does not know yet",
)


@pytest.mark.parametrize("words", WORDS)
def test_what_is_too_long_is_cut_at_the_end_and_nothing_before_is_lost(qapp: object, words: str) -> None:
    assert qapp is not None
    font = QFont()
    width = QFontMetrics(font).horizontalAdvance(words) // 3
    lines = laid(words, font, width, 2)
    assert lines.lineCount() == 2
    shown = lines.text()
    assert shown.endswith("…")
    assert words.startswith(shown.removesuffix("…").rstrip())
    assert laid(words, font, 3 * width + 9, 2).text() == words


def test_paths_are_cut_in_their_middle(qapp: object) -> None:
    assert qapp is not None
    path = "/home/maya/🙂 maps of the whole company/laptop.journey"
    font = QFont()
    lines = laid(path, font, QFontMetrics(font).horizontalAdvance(path) // 2, 1, Qt.TextElideMode.ElideMiddle)
    assert lines.lineCount() == 1
    begin, end = lines.text().split("…")
    assert path.startswith(begin)
    assert path.endswith(end)
    assert end.endswith(".journey")
