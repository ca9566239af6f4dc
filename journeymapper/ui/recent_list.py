"""Maps as cards with pictures: lists to be walked with the arrow keys."""

from math import ceil
from pathlib import Path

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAction,
    QColor,
    QContextMenuEvent,
    QFocusEvent,
    QFontMetrics,
    QImage,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPen,
    QShowEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QMenu,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from journeymapper.i18n import _
from journeymapper.ui.appearance import Appearance
from journeymapper.ui.plain_words import as_tip
from journeymapper.ui.thumbnails import Look, Thumbnails, scaled

_PICTURE = QSize(240, 150)
_PADDING = 10
_GAP = 6
_SPACING = 6
_Index = QModelIndex | QPersistentModelIndex
_PATH, _LOOK, _NOTE = (Qt.ItemDataRole.UserRole + n for n in range(3))


class _CardPainter(QStyledItemDelegate):
    """Paints a recent map: its picture on a sheet of paper, its name, and its folder or what is wrong."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.appearance: Appearance | None = None

    def sizeHint(self, option: QStyleOptionViewItem, _index: _Index) -> QSize:  # noqa: N802
        lines = 2 * QFontMetrics(option.font).height() + 2 * _GAP
        return _PICTURE + QSize(2 * _PADDING, 2 * _PADDING + lines)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        if self.appearance is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = option.rect.adjusted(3, 3, -3, -3)
        chosen = bool(option.state & QStyle.StateFlag.State_HasFocus)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        if chosen or hovered:
            painter.setPen(QPen(QColor(self.appearance.accent), 2) if chosen else Qt.PenStyle.NoPen)
            painter.setBrush(option.palette.alternateBase())
            painter.drawRoundedRect(box, 8, 8)
        self._paint_sheet(painter, option, index.data(_LOOK))
        self._paint_words(painter, option, index)
        painter.restore()

    def _paint_sheet(self, painter: QPainter, option: QStyleOptionViewItem, look: Look | None) -> None:
        place = QRect(option.rect.topLeft() + QPoint(_PADDING, _PADDING), _PICTURE)
        painter.setPen(QPen(QColor(self.appearance.paper_edge), 1))  # type: ignore[union-attr]  # paint sees to it
        broken = look is not None and bool(look.reason)
        painter.setBrush(option.palette.alternateBase() if broken else QColor("white"))
        painter.drawRoundedRect(place, 4, 4)
        if look is not None and look.picture is not None:
            inner = place.adjusted(1, 1, -1, -1)
            shown = scaled(look.picture, inner.size(), painter.device().devicePixelRatioF())
            painter.drawImage(inner.topLeft(), shown)
        elif broken:
            painter.setPen(QColor(self.appearance.muted))  # type: ignore[union-attr]  # paint sees to it
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, "–")

    def _paint_words(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        look, path = index.data(_LOOK), Path(index.data(_PATH))
        broken = look is not None and bool(look.reason)
        metrics = QFontMetrics(option.font)
        line = QRect(
            option.rect.x() + _PADDING,
            option.rect.y() + _PADDING + _PICTURE.height() + _GAP,
            _PICTURE.width(),
            metrics.height(),
        )
        muted = QColor(self.appearance.muted)  # type: ignore[union-attr]  # paint sees to it
        painter.setPen(muted if broken else option.palette.text().color())
        name = metrics.elidedText(
            index.data(Qt.ItemDataRole.DisplayRole), Qt.TextElideMode.ElideRight, line.width()
        )
        painter.drawText(line, Qt.AlignmentFlag.AlignLeft, name)
        warning = QColor(self.appearance.warning)  # type: ignore[union-attr]  # paint sees to it
        painter.setPen(warning if broken else muted)
        second = look.reason if broken else (index.data(_NOTE) or str(path.parent))
        mode = Qt.TextElideMode.ElideRight if broken else Qt.TextElideMode.ElideMiddle
        painter.drawText(
            line.translated(0, metrics.height() + 2),
            Qt.AlignmentFlag.AlignLeft,
            metrics.elidedText(second, mode, line.width()),
        )


class MapList(QListWidget):
    """Maps as cards; Enter or a click opens one.

    It is as high as its cards want at its width, and is scrolled with the page that it stands on.
    """

    #: A map was asked for: its path.
    asked = Signal(str)
    #: The keyboard stands on this card now, whose place in the list is told.
    stood_on = Signal(QRect)

    def __init__(self, name: str, thumbnails: Thumbnails, parent: QWidget) -> None:
        """Show an empty list, called ``name`` for screen readers; ``fill`` fills it."""
        super().__init__(parent)
        self._thumbnails = thumbnails
        self._cards = _CardPainter(self)
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
        self.itemClicked.connect(self._ask)
        self.currentItemChanged.connect(self._tell_place)
        self._waiting = QTimer(self)
        self._waiting.setInterval(0)
        self._waiting.timeout.connect(self._look_at_next)

    def wear(self, appearance: Appearance) -> None:
        """Take on a light or a dark look."""
        self._cards.appearance = appearance
        self.viewport().update()

    def fill(self, names: list[str]) -> None:
        """List these files; their pictures come when there is time."""
        self.clear()
        for name in names:
            self.add(name, Path(name).stem)
        if names:
            self.setCurrentRow(0)
        self.updateGeometry()
        self._waiting.start()

    def add(self, path: str, name: str, note: str = "") -> None:
        """List a file under a name, with a note in place of its folder."""
        item = QListWidgetItem(name, self)
        item.setData(_PATH, path)
        item.setData(_NOTE, note)
        item.setToolTip(as_tip(note or path))
        self.updateGeometry()
        self._waiting.start()

    def _card(self) -> QSize:
        """Return the size of a card in pixels."""
        option = QStyleOptionViewItem()
        option.font = self.font()
        return self._cards.sizeHint(option, QModelIndex())

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """Return the height of all rows of cards at a width, in pixels."""
        card = self._card() + QSize(_SPACING, _SPACING)
        across = max(1, (width - _SPACING) // card.width())
        return ceil(self.count() / across) * card.height() + _SPACING

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Want one row."""
        return QSize(self.minimumWidth(), self.heightForWidth(self.minimumWidth() * max(1, self.count())))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Be as wide as a card at least."""
        return QSize(self.minimumWidth(), self._card().height())

    def _tell_place(self) -> None:
        if self.hasFocus() and (item := self.currentItem()) is not None:
            self.stood_on.emit(self.visualItemRect(item))

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Tell where the keyboard stands."""
        super().focusInEvent(event)
        if event.reason() is not Qt.FocusReason.MouseFocusReason:
            self._tell_place()

    def _look_at_next(self) -> None:
        """Get the picture of the next file that has none."""
        if not self.isVisible():
            self._waiting.stop()
            return
        for row in range(self.count()):
            item = self.item(row)
            if item.data(_LOOK) is None:
                look = self._thumbnails.look(Path(item.data(_PATH)))
                item.setData(_LOOK, look)
                if look.reason:
                    item.setToolTip(as_tip(f"{item.data(_PATH)}\n{look.reason}"))
                    item.setData(Qt.ItemDataRole.AccessibleDescriptionRole, look.reason)
                return
        self._waiting.stop()

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

    def _ask(self, item: QListWidgetItem) -> None:
        self.asked.emit(item.data(_PATH))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Open the current map on Enter."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.currentItem() is not None:
            self._ask(self.currentItem())
        else:
            super().keyPressEvent(event)


class RecentList(MapList):
    """Recent maps; Delete takes one off the list."""

    #: A map is to be taken off the list: its path.
    unwanted = Signal(str)

    def __init__(self, thumbnails: Thumbnails, parent: QWidget) -> None:
        """Show an empty list; ``fill`` fills it."""
        super().__init__(_("Recent maps"), thumbnails, parent)
        self._forgetting = QAction(_("Remove from the list"), self)
        self._forgetting.setShortcut(QKeySequence(QKeySequence.StandardKey.Delete))
        self._forgetting.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self._forgetting.triggered.connect(self._forget)
        self.addAction(self._forgetting)

    def _forget(self) -> None:
        if (item := self.currentItem()) is not None:
            self.unwanted.emit(item.data(_PATH))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802
        """Offer to take the map under the pointer off the list."""
        item = self.itemAt(event.pos())
        if item is not None:
            self.setCurrentItem(item)
            menu = QMenu(self)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.addAction(self._forgetting)
            menu.popup(event.globalPos())
