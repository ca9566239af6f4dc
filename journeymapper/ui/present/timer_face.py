"""The time as a room sees it: large and calm in a corner; at its end in another form, with words."""

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QColor,
    QFont,
    QFontMetricsF,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QWidget

from journeymapper.i18n import _
from journeymapper.style import colours
from journeymapper.ui.appearance import LIGHT, Appearance
from journeymapper.ui.present.timing import Timing, clock_words

#: The height of the digits as a share of the height of the view, and the least, in pixels.
_DIGITS = 1 / 20
_LEAST_DIGITS = 26

#: The words beside them as a share of the digits.
_WORDS = 0.36

#: The room round them as shares of the digits.
_ACROSS, _DOWN = 0.5, 0.22

#: For so many seconds after the end it blinks.
_BLINKS = 10


class TimerFace(QWidget):
    """Shows a timing while it has begun. A click pauses it, and lets it go on."""

    #: It was clicked.
    pressed = Signal()

    def __init__(self, timing: Timing, parent: QWidget) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self.appearance: Appearance = LIGHT
        self.blinks = True
        self._timing = timing
        self._digits = _LEAST_DIGITS
        self._said_end = False
        self._is_wanted = False
        self._ticks = QTimer(self)
        self._ticks.setSingleShot(True)
        self._ticks.setTimerType(Qt.TimerType.PreciseTimer)
        self._ticks.timeout.connect(self.show_time)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setToolTip(_("Click to pause and to go on"))
        self.hide()

    def suit(self, room: QSize) -> None:
        """Be as large as a room of pixels wants it."""
        self._digits = max(_LEAST_DIGITS, round(room.height() * _DIGITS))
        self.resize(self.sizeHint())

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Want room for the digits and the words beside them."""
        wide = QFontMetricsF(self._font(self._digits)).horizontalAdvance(self._widest())
        beside = QFontMetricsF(self._font(self._small)).horizontalAdvance(self.words)
        gap = self._digits * _ACROSS
        width = wide + 2 * gap + (beside + gap if self.words else 0)
        return QSize(round(width), round(self._digits * (1.15 + 2 * _DOWN)))

    def _widest(self) -> str:
        return "".join("8" if letter.isdigit() else letter for letter in clock_words(self._timing.shown))

    @property
    def _small(self) -> int:
        return round(self._digits * _WORDS)

    @property
    def words(self) -> str:
        """The words beside the digits: what is unusual about them."""
        if self._timing.is_over:
            return _("Time is up")
        return "" if self._timing.is_running else _("Paused")

    @property
    def is_filled(self) -> bool:
        """Tell whether the face is dark at this moment: past the end, every other second at first."""
        if not self._timing.is_over:
            return False
        return not self.blinks or self._timing.shown >= _BLINKS or self._timing.shown % 2 == 0

    def show_time(self) -> None:
        """Show the present time, and look again when another second is to be shown."""
        timing = self._timing
        self.setVisible(timing.has_begun and self._is_wanted)
        if self.isHidden():
            self._ticks.stop()
            self._said_end = self._said_end and timing.has_begun
            return
        if self.size() != self.sizeHint():
            right, top = self.geometry().right(), self.y()
            self.resize(self.sizeHint())
            self.move(right + 1 - self.width(), top)
        self.setAccessibleName(_("Timer: {time}").format(time=timing.words()))
        self._say_end()
        self.update()
        if timing.is_running:
            self._ticks.start(timing.until_next)
        else:
            self._ticks.stop()

    def want(self, wanted: bool) -> None:
        """Be shown once the timing has begun, or never, whatever the time."""
        self._is_wanted = wanted
        self.show_time()

    def _say_end(self) -> None:
        """Tell a screen reader once that the time is up."""
        is_over = self._timing.is_over
        if is_over and not self._said_end and QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, _("Time is up")))
        self._said_end = is_over

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Pause, or go on."""
        event.accept()
        if event.button() is Qt.MouseButton.LeftButton:
            self.pressed.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint digits and words on a quiet ground; on a dark one past the end."""
        ground, ink = (colours.VOTES, colours.PAPER) if self.is_filled else (colours.PAPER, colours.INK)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        outline = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        is_framed = self._timing.is_over
        edge = QColor(colours.VOTES if is_framed else self.appearance.paper_edge)
        painter.setPen(QPen(edge, 2 if is_framed else 1))
        painter.setBrush(QColor(ground))
        radius = outline.height() / 2
        painter.drawRoundedRect(outline, radius, radius)
        gap = self._digits * _ACROSS
        inside = outline.adjusted(gap, 0, -gap, 0)
        painter.setFont(self._font(self._digits))
        painter.setPen(QColor(ink))
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(inside, int(right), clock_words(self._timing.shown))
        painter.setFont(self._font(self._small))
        painter.setPen(QColor(ink if self._timing.is_over else colours.SECONDARY))
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(inside, int(left), self.words)
        painter.end()

    def _font(self, pixels: int) -> QFont:
        """Return the window's font with digits that are all as wide."""
        font = QFont(self.font())
        font.setPixelSize(max(1, pixels))
        font.setWeight(QFont.Weight.DemiBold)
        font.setFeature(QFont.Tag("tnum"), 1)
        return font
