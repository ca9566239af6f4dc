"""The recent maps as cards with pictures; Delete takes one off the list."""

from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QContextMenuEvent, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from journeymapper.guide.review.cycle import Standing, until
from journeymapper.i18n import _
from journeymapper.settings import Settings
from journeymapper.ui.picture_cards import Card, PictureCards
from journeymapper.ui.thumbnails import Thumbnails


class RecentList(PictureCards):
    """Recent maps; their keys are their paths."""

    #: A map is to be taken off the list: its path.
    unwanted = Signal(str)

    def __init__(self, thumbnails: Thumbnails, parent: QWidget) -> None:
        """Show an empty list; ``fill`` fills it."""
        super().__init__(
            _("Recent maps"), lambda name: thumbnails.look(Path(name)), parent, notes_are_paths=True
        )
        self._forgetting = QAction(_("Remove from the list"), self)
        self._forgetting.setShortcut(QKeySequence(QKeySequence.StandardKey.Delete))
        self._forgetting.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self._forgetting.triggered.connect(self._forget)
        self.addAction(self._forgetting)

    def fill(self, settings: Settings) -> None:
        """List the recent files; a file may be another by now, so its picture is got anew."""
        self.clear()
        today = date.today()
        self.show_cards([_card(name, until(settings.review_of(name), today)) for name in settings.recent])

    def _forget(self) -> None:
        if (item := self.currentItem()) is not None:
            self.unwanted.emit(self.key_at(self.row(item)))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802
        """Offer to take the map under the pointer off the list."""
        item = self.itemAt(event.pos())
        if item is not None:
            self.setCurrentItem(item)
            menu = QMenu(self)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.addAction(self._forgetting)
            menu.popup(event.globalPos())


def _card(name: str, review: Standing) -> Card:
    """Return the card of a map: where it lies, or when it is to be reviewed once that is near."""
    words = review.words() if review.is_near else ""
    tip = "\n".join(part for part in (name, words) if part)
    return Card(name, Path(name).stem, words or str(Path(name).parent), tip)
