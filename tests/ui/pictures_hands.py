"""Hands that bring pictures: onto the clipboard, and dragged over the window."""

from collections.abc import Sequence
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent, QImage
from PySide6.QtWidgets import QApplication

from journeymapper.document.records import NO_PICTURE, Card, Picture
from journeymapper.layout.finding import rect_of
from journeymapper.ui.main_window import MainWindow
from tests.photos import file_of, halves, photo

_ACTIONS = Qt.DropAction.CopyAction | Qt.DropAction.MoveAction


def picture_files(folder: Path, *names: str) -> list[Path]:
    """Write small photos, each another one."""
    paths = [folder / name for name in names]
    for number, path in enumerate(paths):
        path.write_bytes(file_of(photo(64, 48, number, "L"), quality=60 + number))
    return paths


def with_files(*paths: Path) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


def with_image(image: Image.Image | None = None) -> QMimeData:
    """Return a picture as a program of Qt offers it: in memory, as no file."""
    data = QMimeData()
    data.setImageData(QImage.fromData(file_of(image or halves(80, 60), "PNG")))
    return data


def with_raw(**forms: bytes) -> QMimeData:
    """Return files of pictures as other programs offer them: image_png=…"""
    data = QMimeData()
    for form, content in forms.items():
        data.setData(form.replace("_", "/"), content)
    return data


def copy(data: QMimeData) -> None:
    QApplication.clipboard().setMimeData(data)


class Carrier:
    """Drags data over a window: the events go the way the system's go, to the native window."""

    def __init__(self, window: MainWindow, data: QMimeData) -> None:
        self._window = window
        self._data = data
        window.canvas.fit()

    def point(self, x: float, y: float) -> QPoint:
        """Return a point of the map in the window."""
        canvas = self._window.canvas
        at = QPointF(canvas.view.place) + QPointF(x, y) * canvas.view.scale
        return canvas.viewport().mapTo(self._window, at.toPoint())

    def on_card(self, card: str, share: float = 0.5) -> QPoint:
        """Return a point in the middle of a card's width, at a share of its height."""
        rect = rect_of(self._window.canvas.map_layout, card)
        assert rect is not None
        return self.point(rect.centre[0], rect.y + share * rect.height)

    def in_cell(self, lane: str, step: str, share: float = 0.5) -> QPoint:
        rect = self._window.canvas.map_layout.cell_rect(lane, step)
        return self.point(rect.centre[0], rect.y + share * rect.height)

    def _held(self) -> tuple[object, ...]:
        return _ACTIONS, self._data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier

    def enter(self, at: QPoint) -> bool:
        """Come over the window; tell whether it takes what is carried, wherever it may go."""
        event = QDragEnterEvent(at, *self._held())
        QApplication.sendEvent(self._window.windowHandle(), event)
        self.move(at)
        return event.isAccepted()

    def move(self, at: QPoint) -> bool:
        """Go on; tell whether it could be let go there."""
        event = QDragMoveEvent(at, *self._held())
        QApplication.sendEvent(self._window.windowHandle(), event)
        return event.isAccepted()

    def leave(self) -> None:
        QApplication.sendEvent(self._window.windowHandle(), QDragLeaveEvent())

    def drop(self, at: QPoint) -> bool:
        """Let it go; tell whether it was taken."""
        event = QDropEvent(QPointF(at), *self._held())
        QApplication.sendEvent(self._window.windowHandle(), event)
        QApplication.processEvents()
        return event.isAccepted()

    def carry(self, at: QPoint) -> bool:
        """Come, and let it go."""
        self.enter(at)
        return self.drop(at)


def shown_in(window: MainWindow, lane: str, step: str) -> list[tuple[str, str]]:
    """Return the texts of a cell's cards, each with the id of its picture."""
    document = window.open_map.session.document
    found = (document.get(id_, Card) for id_ in document.indexes.cards(lane, step))
    return [(card.text, card.picture) for card in found]


def picture_of_card(window: MainWindow, card: str) -> Picture | None:
    document = window.open_map.session.document
    id_ = document.get(card, Card).picture
    return document.get(id_, Picture) if id_ != NO_PICTURE else None


def pictures_in(window: MainWindow) -> Sequence[Picture]:
    document = window.open_map.session.document
    return [document.get(id_, Picture) for id_ in sorted(document.indexes.pictures)]
