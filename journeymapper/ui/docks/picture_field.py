"""The inspector's field for a picture: a small view of it, and buttons to choose another or none."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from journeymapper.document.records import Picture
from journeymapper.i18n import _
from journeymapper.layout.display import PictureBox, Placed
from journeymapper.layout.geometry import Rect
from journeymapper.layout.picture import fitted
from journeymapper.painters.qt import QtPainter
from journeymapper.ui.docks.fields import VARIOUS
from journeymapper.ui.reading_pictures import choose_picture

_SIZE = QSize(84, 63)
_RADIUS = 4.0


class PictureField(QWidget):
    """A picture, or none: ``edited`` carries the new one (a ``Picture``) or None."""

    edited = Signal(object)
    ended = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make a field without a picture."""
        super().__init__(parent)
        self._shown: object = None
        self.thumbnail = Thumbnail(self)
        self.choose = QPushButton(_("Choose…"), self)
        self.remove = QPushButton(_("Remove"), self)
        buttons = QVBoxLayout()
        buttons.addWidget(self.choose)
        buttons.addWidget(self.remove)
        buttons.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.thumbnail)
        row.addLayout(buttons)
        row.addStretch(1)
        self.setFocusProxy(self.choose)
        self.choose.clicked.connect(self._choose)
        self.remove.clicked.connect(lambda: self._edit(None))
        self.show_value(None)

    def setAccessibleName(self, name: str) -> None:  # noqa: N802
        """Name the field, and its buttons after it."""
        super().setAccessibleName(name)
        self.choose.setAccessibleName(_("{name}: choose").format(name=name))
        self.remove.setAccessibleName(_("{name}: remove").format(name=name))

    def show_value(self, value: object) -> None:
        """Show a ``Picture``, None, or that several differ."""
        self._shown = value
        self.thumbnail.show_picture(value if isinstance(value, Picture) else None, value is VARIOUS)
        self.remove.setEnabled(value is not None)

    def value(self) -> object:
        """Return the ``Picture`` that is shown, or None; ``VARIOUS`` while several differ."""
        return self._shown

    def _choose(self) -> None:
        picture = choose_picture(self)
        if picture is not None:
            self._edit(picture)

    def _edit(self, picture: Picture | None) -> None:
        self.show_value(picture)
        self.edited.emit(picture)
        self.ended.emit()


class Thumbnail(QWidget):
    """A small view of a picture, fitted into a quiet frame."""

    def __init__(self, parent: QWidget) -> None:
        """Show no picture."""
        super().__init__(parent)
        self.setFixedSize(_SIZE)
        self._picture: Picture | None = None
        self._is_various = False
        self._painter = QtPainter(kept=0)

    def show_picture(self, picture: Picture | None, is_various: bool) -> None:
        """Show a picture, none, or that several differ."""
        self._picture, self._is_various = picture, is_various
        self.setToolTip(
            _("{width} × {height} pixels").format(width=picture.width, height=picture.height)
            if picture is not None
            else ""
        )
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paint the picture in its proportions, or words where there is none."""
        painter = QPainter(self)
        try:
            self._paint(painter)
        finally:
            painter.end()

    def _paint(self, painter: QPainter) -> None:
        frame = self.rect().adjusted(0, 0, -1, -1)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette = self.palette()
        if self._picture is None:
            painter.setPen(palette.color(QPalette.ColorRole.Mid))
            painter.drawRoundedRect(QRectF(frame).translated(0.5, 0.5), _RADIUS, _RADIUS)
            painter.setPen(palette.color(QPalette.ColorRole.PlaceholderText))
            words = _("various") if self._is_various else _("No picture")
            painter.drawText(frame, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, words)
            return
        whole = Rect(0, 0, float(self.width()), float(self.height()))
        box = PictureBox(fitted(self._picture, whole), self._picture, _RADIUS)
        self._painter.paint(painter, [Placed(0, 0, (box,))])
