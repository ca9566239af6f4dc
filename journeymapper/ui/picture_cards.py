"""Maps as cards with pictures: lists to be walked with the arrow keys."""

from collections.abc import Callable, Sequence
from math import ceil
from typing import Final, NamedTuple

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRect,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFontMetrics,
    QImage,
    QKeyEvent,
    QPainter,
    QPen,
    QShowEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from journeymapper.ui.appearance import Appearance
from journeymapper.ui.laid_words import laid
from journeymapper.ui.plain_words import as_tip
from journeymapper.ui.thumbnails import Look, scaled

#: The size of the pictures, in pixels.
PICTURE: Final = QSize(200, 125)

_PADDING = 10
_GAP = 6
_SPACING = 6
_Index = QModelIndex | QPersistentModelIndex
_KEY, _LOOK, _NOTE = (Qt.ItemDataRole.UserRole + n for n in range(3))

#: Keys that lead on to what is beyond the last card, and to what is before the first.
_ON = frozenset({Qt.Key.Key_Down, Qt.Key.Key_Right})
_BACK = frozenset({Qt.Key.Key_Up, Qt.Key.Key_Left})


class Card(NamedTuple):
    """What a card says: ``key`` is what it is asked for by, ``note`` stands below its name."""

    key: str
    name: str
    note: str = ""
    tip: str = ""


class _CardPainter(QStyledItemDelegate):
    """Paints a map's picture on a sheet of paper, its name, and a note or what is wrong."""

    def __init__(self, parent: "PictureCards", picture: QSize, note_lines: int, is_path: bool) -> None:
        super().__init__(parent)
        self.appearance: Appearance | None = None
        self.picture, self._note_lines = picture, note_lines
        self._elided = Qt.TextElideMode.ElideMiddle if is_path else Qt.TextElideMode.ElideRight
        self._list = parent

    def sizeHint(self, option: QStyleOptionViewItem, _index: _Index) -> QSize:  # noqa: N802
        lines = (1 + self._note_lines) * QFontMetrics(option.font).height() + 2 * _GAP
        return self.picture + QSize(2 * _PADDING, 2 * _PADDING + lines)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        if self.appearance is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = option.rect.adjusted(3, 3, -3, -3)
        is_current = index.row() == self._list.currentRow()
        chosen = is_current and (self._list.keeps_choice or self._list.hasFocus())
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        if chosen or hovered:
            ring = self.appearance.accent if self._list.hasFocus() else self.appearance.muted
            painter.setPen(QPen(QColor(ring), 2) if chosen else Qt.PenStyle.NoPen)
            painter.setBrush(option.palette.alternateBase())
            painter.drawRoundedRect(box, 8, 8)
        self._paint_sheet(painter, option, index.data(_LOOK))
        self._paint_words(painter, option, index)
        painter.restore()

    def _paint_sheet(self, painter: QPainter, option: QStyleOptionViewItem, look: Look | None) -> None:
        place = QRect(option.rect.topLeft() + QPoint(_PADDING, _PADDING), self.picture)
        painter.setPen(QPen(QColor(self.appearance.paper_edge), 1))  # type: ignore[union-attr]  # paint sees to it
        broken = look is not None and bool(look.reason)
        painter.setBrush(option.palette.alternateBase() if broken else QColor("white"))
        painter.drawRoundedRect(place, 4, 4)
        if look is not None and look.picture is not None:
            inner = place.adjusted(1, 1, -1, -1)
            shown = scaled(look.picture, inner.size(), painter.device().devicePixelRatioF())
            painter.drawImage(inner, shown)
        elif broken:
            painter.setPen(QColor(self.appearance.muted))  # type: ignore[union-attr]  # paint sees to it
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, "–")

    def _paint_words(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        look = index.data(_LOOK)
        broken = look is not None and bool(look.reason)
        place = QPointF(option.rect.topLeft() + QPoint(_PADDING, _PADDING + self.picture.height() + _GAP))
        width = self.picture.width()
        muted = QColor(self.appearance.muted)  # type: ignore[union-attr]  # paint sees to it
        painter.setPen(muted if broken else option.palette.text().color())
        name = index.data(Qt.ItemDataRole.DisplayRole)
        most = min(2, self._note_lines)
        names = laid(name, option.font, width, most)
        names.draw(painter, place)
        warning = QColor(self.appearance.warning)  # type: ignore[union-attr]  # paint sees to it
        painter.setPen(warning if broken else muted)
        note = look.reason if broken else index.data(_NOTE)
        mode = Qt.TextElideMode.ElideRight if broken else self._elided
        below = QPointF(0, names.boundingRect().height() + 2)
        laid(note, option.font, width, 1 + self._note_lines - names.lineCount(), mode).draw(
            painter, place + below
        )


class PictureCards(QListWidget):
    """Maps as cards. Enter asks for one, and so does a click, or a double click where a choice is kept.

    It is as high as its cards want at its width, and is scrolled with the page that it stands on.
    """

    #: A map was asked for: its key.
    asked = Signal(str)
    #: Another map is the current one: its key.
    chosen = Signal(str)
    #: The keyboard stands on this card now, whose place in the list is told.
    stood_on = Signal(QRect)
    #: The keyboard would go on beyond the last card (1), or back before the first (-1).
    went_past = Signal(int)

    def __init__(
        self,
        name: str,
        look: Callable[[str], Look | None],
        parent: QWidget,
        picture: QSize = PICTURE,
        note_lines: int = 1,
        notes_are_paths: bool = False,
        keeps_choice: bool = False,
    ) -> None:
        """Show an empty list, called ``name`` for screen readers.

        Args:
            name: What the list is called.
            look: Gives the look of a key, or None while it is being made; it is asked when there is time.
            parent: What the list stands in.
            picture: The size of the pictures, in pixels.
            note_lines: Over how many lines notes can go; of two or more, a long name takes one.
            notes_are_paths: Notes are paths, cut in their middle where they are too long.
            keeps_choice: The current card is the chosen one, wherever the keyboard is.
        """
        super().__init__(parent)
        self._look = look
        self.keeps_choice = keeps_choice
        self._cards = _CardPainter(self, picture, note_lines, notes_are_paths)
        self.setItemDelegate(self._cards)
        self.setViewMode(QListWidget.ViewMode.IconMode)
        self.setMovement(QListWidget.Movement.Static)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setSpacing(_SPACING)
        self.setMouseTracking(True)
        self.setFrameShape(QListWidget.Shape.NoFrame)
        self.viewport().setAutoFillBackground(False)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        for set_policy in (self.setVerticalScrollBarPolicy, self.setHorizontalScrollBarPolicy):
            set_policy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setMinimumWidth(self._card().width() + 2 * _SPACING)
        self.setAccessibleName(name)
        (self.itemDoubleClicked if keeps_choice else self.itemClicked).connect(self._ask_soon)
        self.itemClicked.connect(lambda item: self.chosen.emit(item.data(_KEY)))
        self.currentItemChanged.connect(self._follow_current)
        self._waiting = QTimer(self)
        self._waiting.setInterval(0)
        self._waiting.timeout.connect(self._look_at_next)

    def wear(self, appearance: Appearance) -> None:
        """Take on a light or a dark look."""
        self._cards.appearance = appearance
        self.viewport().update()

    def show_cards(self, cards: Sequence[Card], current: str = "") -> None:
        """Show these cards and stand on one of them, else on the first; pictures come when there is time."""
        known = {self.key_at(row): self.item(row).data(_LOOK) for row in range(self.count())}
        self.clear()
        for card in cards:
            self._add(card, known.get(card.key))
        if cards:
            keys = [card.key for card in cards]
            self.setCurrentRow(keys.index(current) if current in keys else 0)
        self.updateGeometry()
        self._waiting.start()

    def _add(self, card: Card, look: Look | None) -> None:
        item = QListWidgetItem(card.name, self)
        item.setData(_KEY, card.key)
        item.setData(_NOTE, card.note)
        item.setData(_LOOK, look)
        item.setToolTip(as_tip(card.tip or card.note))
        item.setData(Qt.ItemDataRole.AccessibleDescriptionRole, card.note)

    def key_at(self, row: int) -> str:
        """Return the key of the card in a row."""
        return str(self.item(row).data(_KEY))

    @property
    def current_key(self) -> str:
        """The key of the current card, or ""."""
        return self.key_at(self.currentRow()) if self.currentItem() is not None else ""

    def card_size(self) -> QSize:
        """Return the room that a card takes with what is between it and the next, in pixels."""
        return self._card() + QSize(_SPACING, _SPACING)

    def width_for(self, count: int) -> int:
        """Return the width at which so many cards stand beside each other, in pixels."""
        return count * self.card_size().width() + _SPACING

    def _card(self) -> QSize:
        option = QStyleOptionViewItem()
        option.font = self.font()
        return self._cards.sizeHint(option, QModelIndex())

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """Return the height of all rows of cards at a width, in pixels."""
        card = self.card_size()
        across = max(1, (width - _SPACING) // card.width())
        return ceil(self.count() / across) * card.height() + _SPACING

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Want one row."""
        return QSize(self.minimumWidth(), self.heightForWidth(self.minimumWidth() * max(1, self.count())))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Be as wide as a card at least."""
        return QSize(self.minimumWidth(), self._card().height())

    def _follow_current(self) -> None:
        if (item := self.currentItem()) is None:
            return
        self.chosen.emit(self.current_key)
        if self.hasFocus():
            self.stood_on.emit(self.visualItemRect(item))

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Tell where the keyboard stands."""
        super().focusInEvent(event)
        item = self.currentItem()
        if item is not None and event.reason() is not Qt.FocusReason.MouseFocusReason:
            self.stood_on.emit(self.visualItemRect(item))

    def _look_at_next(self) -> None:
        """Get the picture of the next card that has none."""
        if not self.isVisible():
            self._waiting.stop()
            return
        for row in range(self.count()):
            item = self.item(row)
            if item.data(_LOOK) is None:
                if (look := self._look(item.data(_KEY))) is not None:
                    self._take_look(item, look)
                return
        self._waiting.stop()

    @staticmethod
    def _take_look(item: QListWidgetItem, look: Look) -> None:
        item.setData(_LOOK, look)
        if look.reason:
            item.setToolTip(as_tip(f"{item.data(_KEY)}\n{look.reason}"))
            item.setData(Qt.ItemDataRole.AccessibleDescriptionRole, look.reason)

    def picture_of(self, row: int) -> QImage | None:
        """Return the picture shown of a row, or None."""
        look = self.item(row).data(_LOOK)
        return look.picture if look is not None else None

    def reason_of(self, row: int) -> str:
        """Return why the map of a row cannot be opened, or ""."""
        look = self.item(row).data(_LOOK)
        return look.reason if look is not None else ""

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Go on with the pictures, which wait while the list is hidden."""
        super().showEvent(event)
        self._waiting.start()

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        """Leave the wheel to the page."""
        event.ignore()

    def _ask_soon(self, item: QListWidgetItem) -> None:
        """Ask for a card once its click is over.

        What is asked for may open a dialog and fill the list anew, and Qt goes on with the clicked card then.
        """
        key = item.data(_KEY)
        QTimer.singleShot(0, self, lambda: self.asked.emit(key))

    def _ask(self, item: QListWidgetItem) -> None:
        self.asked.emit(item.data(_KEY))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Ask for the current map on Enter; tell when an arrow finds no further card."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.currentItem() is not None:
            self._ask(self.currentItem())
            return
        before = self.currentRow()
        super().keyPressEvent(event)
        if self.currentRow() == before and event.key() in _ON | _BACK:
            self.went_past.emit(1 if event.key() in _ON else -1)
