"""A persona's card as it will stand on the map, while the persona is being written."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from journeymapper.document.records import Persona
from journeymapper.i18n import _
from journeymapper.layout.display import Placed
from journeymapper.layout.metrics import PERSONA_WIDTH
from journeymapper.layout.persona_cards import Gallery, PersonaCard, lay_out_persona
from journeymapper.painters.qt import QtPainter
from journeymapper.style import colours

#: Pixels a point at 100 %.
_SCALE = 96 / 72

#: Room round the card, and the height in which it shows, in pixels: the rest of a long one is left out.
_MARGIN = 10
_LEAST_HEIGHT, _MOST_HEIGHT = 90, 190

_RADIUS = 8


class PersonaPreview(QWidget):
    """Shows a persona's card on a piece of paper."""

    def __init__(self, parent: QWidget) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self._painter = QtPainter(kept=4)
        self._persona: Persona | None = None
        self._gallery: Gallery | None = None
        self.setAccessibleName(_("How the persona will look on the map"))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_persona(self, persona: Persona | None, gallery: Gallery) -> None:
        """Show another persona, or the same with other words; None: nothing."""
        self._persona, self._gallery = persona, gallery
        self.updateGeometry()
        self.update()

    def _card(self, width: int) -> PersonaCard | None:
        if self._persona is None or self._gallery is None:
            return None
        room = (width - 2 * _MARGIN) / _SCALE
        return lay_out_persona(self._persona, self._gallery, max(room, PERSONA_WIDTH / 2), False)

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """Return how high the card is at a width, within bounds."""
        card = self._card(width)
        high = card.height * _SCALE if card is not None else 0.0
        return max(_LEAST_HEIGHT, min(_MOST_HEIGHT, round(high) + 2 * _MARGIN))

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Want the width of a card."""
        width = round(PERSONA_WIDTH * _SCALE) + 2 * _MARGIN
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Make do with half of it."""
        return QSize(self.sizeHint().width() // 2, _LEAST_HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the card; on paper, which is white in the dark too."""
        painter = QPainter(self)
        try:
            self._paint(painter)
        finally:
            painter.end()
        event.accept()

    def _paint(self, painter: QPainter) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(colours.HAIRLINE), 1))
        painter.setBrush(QColor(colours.PAPER))
        painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), _RADIUS, _RADIUS)
        if (card := self._card(self.width())) is not None:
            painter.setClipRect(self.rect().adjusted(1, 1, -1, -1), Qt.ClipOperation.IntersectClip)
            painter.translate(_MARGIN, _MARGIN)
            painter.scale(_SCALE, _SCALE)
            self._painter.paint(painter, [Placed(0, 0, card.items)])
