"""The cards that people voted for, those with the most dots first."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QAbstractItemView, QLabel, QWidget

from journeymapper.document.change import Change
from journeymapper.document.reading_order import reading_place
from journeymapper.document.records import Card, Lane, Record, Stage, Step
from journeymapper.editing.votes import cards_with_dots
from journeymapper.i18n import _, ngettext
from journeymapper.layout.display import Placed
from journeymapper.layout.pills import PILL_HEIGHT, votes_pill
from journeymapper.layout.places import Part
from journeymapper.painters.qt import QtPainter
from journeymapper.ui.docks.list_dock import ListDock
from journeymapper.ui.docks.naming import card_words, place_words
from journeymapper.ui.docks.record_list import Index, RecordList
from journeymapper.ui.open_map import OpenMap

_Role = Qt.ItemDataRole


class VotedCards(RecordList):
    """The cards of an open map that have dots. All cards are looked at once, then only what changes."""

    def __init__(self, open_map: OpenMap, parent: QWidget | None = None) -> None:
        """Look at all cards."""
        super().__init__(open_map, parent)
        #: How large the signs before the words are, in pixels of a screen that has more than one a unit.
        self.sign_size = QSize(1, 1)
        self._signs: dict[tuple[int, int], QPixmap] = {}
        self._dots = cards_with_dots(open_map.session.document)
        self.ids = list(self.wanted())

    @property
    def total(self) -> int:
        """How many dots were given in all."""
        return sum(self._dots.values())

    def wanted(self) -> Sequence[str]:
        """Return the cards with dots: the most first, equals as one reads them."""
        document = self.open_map.session.document
        places = {id_: reading_place(document, document.get(id_, Card)) for id_ in self._dots}
        return sorted(self._dots, key=lambda id_: (-self._dots[id_], places[id_]))

    def concerns(self, change: Change) -> bool:
        """Take in who has dots now; tell whether it matters."""
        matters = False
        for old, new in change.pairs():
            matters = matters or isinstance(new or old, Stage | Step | Lane)
            if _dots_of(old) or _dots_of(new):
                matters = True
                id_ = (new or old).id  # type: ignore[union-attr]  # one of the two is there
                self._dots.pop(id_, None)
                if dots := _dots_of(new):
                    self._dots[id_] = dots
        return matters

    def data(self, index: Index, role: int = _Role.DisplayRole) -> Any:
        """Return how many dots a card has, its words, and where it stands."""
        document = self.open_map.session.document
        card = document.find(self.record_at(index))
        if not isinstance(card, Card):
            return None
        words, place = card_words(document, card), place_words(document, card.lane, card.step)
        match role:
            case _Role.DisplayRole:
                return words
            case _Role.DecorationRole:
                return self._sign(card.votes)
            case _Role.ToolTipRole:
                return place
            case _Role.AccessibleTextRole:
                votes = ngettext("{count} vote", "{count} votes", card.votes).format(count=card.votes)
                return _("{votes}: {card}, {place}").format(votes=votes, card=words, place=place)
        return None

    def _sign(self, votes: int) -> QPixmap:
        """Return a number of votes as it stands on cards."""
        key = votes, self.sign_size.height()
        if key not in self._signs:
            self._signs[key] = self._painted(votes, self.sign_size)
        return self._signs[key]

    def _painted(self, votes: int, size: QSize) -> QPixmap:
        pill = votes_pill(votes, self.open_map.session.layout.shaper)
        sign = QPixmap(size)
        sign.fill(Qt.GlobalColor.transparent)
        scale = min(size.height() / (PILL_HEIGHT + 4), size.width() / pill.width)
        painter = QPainter(sign)
        try:
            painter.scale(scale, scale)
            x, y = size.width() / scale - pill.width, (size.height() / scale - PILL_HEIGHT) / 2
            QtPainter().paint(painter, (Placed(0, 0, pill.at(x, y)),))
        finally:
            painter.end()
        return sign


def _dots_of(record: Record | None) -> int:
    return record.votes if isinstance(record, Card) else 0


class Votes(ListDock):
    """Who has the most votes; going through the list goes to the cards."""

    part = Part.CARD
    sign_width = 3.0

    def __init__(self, parent: QWidget) -> None:
        """Make a list without a map."""
        self.summary = QLabel()
        super().__init__("votes", _("Most votes"), self.summary, parent)
        self.summary.setTextFormat(Qt.TextFormat.PlainText)
        self.summary.setWordWrap(True)
        self.list.setAccessibleName(_("Cards with the most votes"))
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)

    def make_model(self, open_map: OpenMap) -> VotedCards:
        """Return the cards of a map that have dots."""
        return VotedCards(open_map, self)

    def begin(self) -> None:
        """Sum up."""
        self._suit_signs()
        self._sum_up()

    def suit_room(self, height: int | None) -> None:
        """Have letters and signs that can be read all over a room; None: as usual."""
        super().suit_room(height)
        self._suit_signs()

    def _suit_signs(self) -> None:
        if isinstance(self.model, VotedCards):
            self.model.sign_size = self.list.iconSize() * self.devicePixelRatioF()

    def after_change(self, change: Change) -> None:
        """Sum up anew."""
        super().after_change(change)
        self._sum_up()

    def _sum_up(self) -> None:
        model = self.model
        if not isinstance(model, VotedCards) or not model.ids:
            self.summary.setText(_("No card has votes yet."))
            return
        votes = ngettext("{count} vote", "{count} votes", model.total).format(count=model.total)
        cards = ngettext("{votes} on {count} card", "{votes} on {count} cards", len(model.ids))
        self.summary.setText(cards.format(votes=votes, count=len(model.ids)))
