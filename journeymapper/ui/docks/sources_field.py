"""The inspector's field for the sources of cards: a block for each, and ways to add one.

Of several cards it shows the sources that all of them end with; "Add source" gives all of them one more. A
new source is the cards' own as soon as something is said of it.
"""

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from itertools import pairwise
from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from journeymapper.document.document import Transaction
from journeymapper.document.records import Card, Source
from journeymapper.editing import evidence
from journeymapper.i18n import _, ngettext
from journeymapper.ui.bars.parts import give_icon
from journeymapper.ui.docks.recent_sources import Cited, RecentSources
from journeymapper.ui.docks.source_block import SourceBlock
from journeymapper.ui.plain_words import as_tip

#: So many sources are shown at once, the last ones, and so many offered to be named again.
_MOST_SHOWN = 12
_MOST_OFFERED = 3

#: The words of an offer, in letters of average width.
_LONGEST_OFFER = 28

_SPACING = 6

_PRESSES = frozenset({QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick})

#: An edit of the sources of cards.
SourceEdit = Callable[[Transaction, Iterable[str]], None]


class SharedSources(NamedTuple):
    """The sources that several cards end with, and whether any of them has more."""

    sources: tuple[Source, ...] = ()
    are_some: bool = False


def shared_sources(cards: Sequence[Card]) -> SharedSources:
    """Return the sources that all these cards end with."""
    lists = [card.evidence.sources for card in cards]
    if not lists:
        return SharedSources()
    shared = 0
    for level in zip(*(reversed(sources) for sources in lists), strict=False):
        if any(source != level[0] for source in level):
            break
        shared += 1
    common = lists[0][len(lists[0]) - shared :]
    return SharedSources(common, any(len(sources) > shared for sources in lists))


def _setting(number: int, name: str, value: object) -> SourceEdit:
    """Return the edit that sets a field of a source."""

    def edit(transaction: Transaction, cards: Iterable[str]) -> None:
        evidence.set_source(transaction, cards, number, **{name: value})

    return edit


class SourcesField(QWidget):
    """Sources: ``edited`` carries a ``SourceEdit``, to be done to the cards that are shown."""

    edited = Signal(object)
    ended = Signal()
    #: One line for the user.
    said = Signal(str)

    def __init__(self, recent: RecentSources, parent: QWidget | None = None) -> None:
        """Make a field without sources."""
        super().__init__(parent)
        self._recent = recent
        self._shown = SharedSources()
        self._blocks: list[SourceBlock] = []
        self._is_begun = False
        self._shows_all = False
        self._resting = QTimer(self)
        self._resting.setSingleShot(True)
        self._more = self._button(self._show_all)
        self._others = QLabel(_("The cards have other sources too, which differ."), self)
        self._others.setWordWrap(True)
        self.add = self._button(self.begin, "plus")
        self.add.setText(_("Add source"))
        self.add.setAccessibleName(_("Add source"))
        self._again = QLabel(_("Name again:"), self)
        self._again.hide()
        self._offered: list[Cited] = []
        self.offers: list[QPushButton] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(_SPACING)
        for widget in (self._others, self._more, self.add, self._again):
            self._column.addWidget(widget)

    def _button(self, run: Callable[[], None], icon: str = "") -> QPushButton:
        button = QPushButton(self)
        button.installEventFilter(self)
        button.setAutoDefault(False)
        if icon:
            give_icon(button, icon)
        button.clicked.connect(lambda _checked: run())
        return button

    def eventFilter(self, _button: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Let no button be pressed by pointer while they rest."""
        return event.type() in _PRESSES and self._resting.isActive()

    def rest(self) -> None:
        """Take no click for as long as two make a double click.

        The first chose from a list that lay over the buttons, and closed it; the second is none of theirs.
        """
        self._resting.start(QApplication.doubleClickInterval())

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:  # noqa: N802 - Qt's name
        """Put the keyboard where a source is added; a focus proxy would come first of all with Tab."""
        self.add.setFocus(reason)

    @property
    def blocks(self) -> list[SourceBlock]:
        """The blocks of the sources that are shown, that of a begun one last."""
        return self._blocks

    def begin(self) -> None:
        """Show a block for a new source, and put the keyboard there."""
        if not self._is_begun:
            self._is_begun = True
            self._fit()
        self._go_to(self._blocks[-1])

    def forget(self) -> None:
        """Let go of a source that was begun and not written: other cards are about to be shown."""
        self._is_begun = self._shows_all = False

    def show_value(self, value: object) -> None:
        """Show ``SharedSources``; anything else is none."""
        self._shown = value if isinstance(value, SharedSources) else SharedSources()
        self._fit()

    def value(self) -> SharedSources:
        """Return the sources that are shown."""
        return self._shown

    def _fit(self) -> None:
        """Show the sources there are, in the blocks there are as far as they go."""
        sources = self._shown.sources
        seen = sources if self._shows_all else sources[-_MOST_SHOWN:]
        wanted = [*seen, *([Source()] if self._is_begun else [])]
        while len(self._blocks) > len(wanted):
            self._drop(self._blocks.pop())
        while len(self._blocks) < len(wanted):
            self._blocks.append(self._block())
        first = len(sources) - len(seen) + 1
        for number, (block, source) in enumerate(zip(self._blocks, wanted, strict=True), first):
            block.show_source(source, number)
        self._others.setVisible(self._shown.are_some)
        left = len(sources) - len(seen)
        words = ngettext("Show {count} more", "Show {count} more", left).format(count=left)
        self._more.setText(words)
        self._more.setAccessibleName(words)
        self._more.setVisible(left > 0)
        self._offer()
        self._order_tabs()

    def _order_tabs(self) -> None:
        """Let Tab go through everything as it stands, whenever it was made."""
        blocks = (widget for block in self._blocks for widget in block.in_order)
        for one, other in pairwise((self._more, *blocks, self.add, *self.offers)):
            QWidget.setTabOrder(one, other)

    def _block(self) -> SourceBlock:
        block = SourceBlock(self)
        block.edited.connect(partial(self._edit, block))
        block.removed.connect(partial(self._remove, block))
        block.ended.connect(self.ended)
        block.said.connect(self.said)
        self._column.insertWidget(self._column.indexOf(self.add), block)
        block.show()
        return block

    def _drop(self, block: SourceBlock) -> None:
        if (focused := self.focusWidget()) is not None and block.isAncestorOf(focused):
            self.add.setFocus(Qt.FocusReason.OtherFocusReason)
        self._column.removeWidget(block)
        block.hide()
        block.deleteLater()

    def _show_all(self) -> None:
        self._shows_all = True
        self._fit()
        self._go_to(self._blocks[0])

    def _offer(self) -> None:
        """Offer the sources that were named last, on other cards, to be named of these by one click."""
        offered = self._recent.offered(_MOST_OFFERED, self._shown.sources)
        if offered == self._offered:
            return
        self._offered = offered
        for button in self.offers:
            self._column.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.offers = []
        for each in offered:
            button = self._button(partial(self._name_again, each), "plus")
            button.setFlat(True)
            button.setText(self._short(each.words))
            button.setMinimumWidth(1)
            button.setToolTip(as_tip(_("Add this source: {source}").format(source=each.words)))
            button.setAccessibleName(_("Add source {source}").format(source=each.words))
            self._column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
            self.offers.append(button)
        self._again.setVisible(bool(offered))

    def _short(self, words: str) -> str:
        """Return words that a button can hold, in which no letter is taken for one to press."""
        room = _LONGEST_OFFER * self.fontMetrics().averageCharWidth()
        return self.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room).replace("&", "&&")

    # Edits.

    def _number(self, block: SourceBlock) -> int:
        """Return which source a block shows, counted from the end, as that is where cards are alike."""
        return self._blocks.index(block) - len(self._blocks) + self._is_begun

    def _edit(self, block: SourceBlock, name: str, value: object) -> None:
        if block is self._blocks[-1] and self._is_begun:
            self._is_begun = False
            source = Source.model_validate({name: value})
            self.edited.emit(partial(evidence.add_source, source=source))
        else:
            self.edited.emit(_setting(self._number(block), name, value))

    def _remove(self, block: SourceBlock) -> None:
        if block is self._blocks[-1] and self._is_begun:
            self._is_begun = False
            self._fit()
        else:
            self.ended.emit()
            self.edited.emit(partial(evidence.remove_source, number=self._number(block)))
            self.ended.emit()

    def _name_again(self, source: Cited) -> None:
        """Give the cards a source that others have; how many said so is to be written next."""
        self._is_begun = False
        self.ended.emit()
        self.edited.emit(partial(evidence.add_source, source=source.source))
        self.ended.emit()
        if self._blocks:
            self._blocks[-1].fields["count"].selectAll()
            self._go_to(self._blocks[-1], "count")

    def _go_to(self, block: SourceBlock, field: str = "source_kind") -> None:
        """Put the keyboard into a block, and the whole of it into view."""
        block.fields[field].setFocus(Qt.FocusReason.OtherFocusReason)
        area = self.parentWidget()
        while area is not None and not isinstance(area, QScrollArea):
            area = area.parentWidget()
        if area is not None and (inner := area.widget()) is not None:
            inner.adjustSize()
            area.ensureWidgetVisible(block)
            area.horizontalScrollBar().setValue(0)
