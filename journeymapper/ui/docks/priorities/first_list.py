"""What comes first of a board, as a list: quick wins, or what is to be mended."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication, QPainter, QPixmap

from journeymapper.document.change import Change
from journeymapper.document.records import Card
from journeymapper.i18n import _, day, ngettext
from journeymapper.layout.display import Placed
from journeymapper.layout.priorities.chips import DOT_HEIGHT, Entry, dot, dot_width
from journeymapper.painters.qt import QtPainter
from journeymapper.ui.docks.naming import card_words, place_words
from journeymapper.ui.docks.priorities.shown_board import ShownBoard
from journeymapper.ui.docks.record_list import Index, RecordList
from journeymapper.ui.plain_words import as_tip

_Role = Qt.ItemDataRole

#: How large the numbers before the words are, in pixels.
ICON_SIZE = QSize(30, 20)


class FirstCards(RecordList):
    """The cards that come first: those of the greatest impact, then those with the most votes."""

    def __init__(self, board: ShownBoard) -> None:
        """List those of a board."""
        super().__init__(board.open_map)
        self._board = board
        self._dots: dict[Entry, QPixmap] = {}
        self.ids = list(self.wanted())

    def wanted(self) -> Sequence[str]:
        """Return the cards in order."""
        return self._board.standing.first()

    def concerns(self, _change: Change) -> bool:
        """Tell that a change matters: none is followed that does not."""
        return True

    def data(self, index: Index, role: int = _Role.DisplayRole) -> Any:
        """Return a card's number and words, and more of it for who asks."""
        document = self.open_map.session.document
        card = document.find(self.record_at(index))
        if not isinstance(card, Card) or card.id not in self._board.standing.numbers:
            return None
        words = card_words(document, card)
        match role:
            case _Role.DisplayRole:
                return words
            case _Role.DecorationRole:
                return self._dot(card.id)
            case _Role.ToolTipRole:
                return as_tip(_told(card, place_words(document, card.lane, card.step)))
            case _Role.AccessibleTextRole:
                return self._board.words(card.id)
        return None

    def _dot(self, card: str) -> QPixmap:
        """Return a card's number as it stands on the chart."""
        entry = self._board.entry(card)
        if entry not in self._dots:
            self._dots[entry] = self._painted(entry)
        return self._dots[entry]

    def _painted(self, entry: Entry) -> QPixmap:
        shaper = self.open_map.session.layout.shaper
        width = dot_width(entry.number, shaper)
        scale = min(ICON_SIZE.height() / (DOT_HEIGHT + 2), ICON_SIZE.width() / width)
        ratio = QGuiApplication.primaryScreen().devicePixelRatio()
        dot_map = QPixmap(ICON_SIZE * ratio)
        dot_map.setDevicePixelRatio(ratio)
        dot_map.fill(Qt.GlobalColor.transparent)
        painter = QPainter(dot_map)
        try:
            painter.scale(scale, scale)
            x = ICON_SIZE.width() / scale - width
            items = tuple(dot(entry.number, entry.hue, x, 1, width, shaper))
            QtPainter().paint(painter, (Placed(0, 0, items),))
        finally:
            painter.end()
        return dot_map


def _told(card: Card, place: str) -> str:
    """Return where a card stands, whose it is, until when, and how many votes it has."""
    votes = ngettext("{count} vote", "{count} votes", card.votes).format(count=card.votes)
    until = _("until {date}").format(date=day(card.due)) if card.due else ""
    return " · ".join(part for part in (place, card.owner, until, votes if card.votes else "") if part)
