"""The strip of controls at the foot of the screen: it comes when the mouse moves, and goes by itself."""

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, QSize, Qt, QTimer, QVariantAnimation, Signal
from PySide6.QtGui import QAction, QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QApplication,
    QGraphicsOpacityEffect,
    QHBoxLayout,
    QLabel,
    QMenu,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from journeymapper.i18n import _
from journeymapper.ui.actions.action_set import ActionSet
from journeymapper.ui.actions.menus import PRESENT, TIMER
from journeymapper.ui.appearance import LIGHT, Appearance
from journeymapper.ui.bars.parts import icon_button, on_key, tint
from journeymapper.ui.plain_words import as_tip

#: The strip goes when nobody has asked for it for so many milliseconds.
_STAYS = 2500

#: How long its coming and going takes, in milliseconds.
_FADES = 120

_ICON = QSize(22, 22)
_RADIUS = 12.0
_MARGIN = 8
_ABOVE_EDGE = 18

#: The width kept for the words that say where the walk is, as a share of the room, and the most in pixels.
_PLACE_SHARE, _MOST_PLACE = 0.28, 380

#: The actions of its buttons; "" is a gap, and after "place" come the words that say what is shown.
_BUTTONS = (
    *("walk_back", "walk_on", "place", "walk_by_stage", "walk_by_lane", "walk_whole", ""),
    *("reveal_next", "vote_by_click", "show_parking_lot", "timer", "more", "", "leave"),
)


class _Place(QLabel):
    """Words in the middle of their room, shortened where they do not fit."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAccessibleName(_("What is shown"))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint what fits."""
        painter = QPainter(self)
        room = self.contentsRect()
        words = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideMiddle, room.width())
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(room, int(Qt.AlignmentFlag.AlignCenter), words)
        painter.end()


class Strip(QWidget):
    """Buttons of what is done while a map is shown to a room. It lies over the map and never moves it."""

    #: The keyboard goes back to the map.
    left = Signal()

    def __init__(self, action_set: ActionSet, parent: QWidget) -> None:
        """Make the strip, hidden; its buttons run the actions of a window."""
        super().__init__(parent)
        self.appearance: Appearance = LIGHT
        self.fades = True
        self._actions = action_set
        self.place = _Place(self)
        self.buttons: dict[str, QToolButton] = {}
        self._menus: list[QMenu] = []
        row = QHBoxLayout(self)
        row.setContentsMargins(_MARGIN, _MARGIN - 2, _MARGIN, _MARGIN - 2)
        row.setSpacing(2)
        for name in _BUTTONS:
            if not name:
                row.addSpacing(12)
            else:
                row.addWidget(self.place if name == "place" else self._button(name))
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.setInterval(_STAYS)
        self._idle.timeout.connect(self._go)
        self._effect = QGraphicsOpacityEffect(self)
        self._effect.setEnabled(False)
        self.setGraphicsEffect(self._effect)
        self._fade = QVariantAnimation(self)
        self._fade.setDuration(_FADES)
        self._fade.valueChanged.connect(self._effect.setOpacity)
        self._fade.finished.connect(self._end_fade)
        self.setAccessibleName(_("Controls of the presentation"))
        self.setMouseTracking(True)
        on_key("Esc", self, self.left.emit, inside=True)
        self.hide()

    def _button(self, name: str) -> QToolButton:
        if name == "timer":
            button = icon_button("timer-outline", _("Timer"), self)
            self._give_menu(button, self._actions.menu(TIMER, self))
        elif name == "more":
            button = icon_button("dots-horizontal", _("More"), self)
            self._give_menu(button, self._actions.menu(PRESENT, self))
        elif name == "leave":
            button = icon_button("close", _("Stop presenting"), self)
            button.clicked.connect(lambda: self._actions.run("present"))
        else:
            button = QToolButton(self)
            button.setAutoRaise(True)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            action: QAction = self._actions.by_id[name]
            button.setDefaultAction(action)
            button.setAccessibleName(action.text())
        button.setIconSize(_ICON)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        button.installEventFilter(self)
        self.buttons[name] = button
        return button

    def _give_menu(self, button: QToolButton, menu: QMenu) -> None:
        menu.aboutToShow.connect(self._actions.refresh)
        button.setMenu(menu)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._menus.append(menu)

    def show_place(self, words: str) -> None:
        """Say what is shown."""
        self.place.setText(words)
        self.place.setToolTip(as_tip(words))
        self.place.update()

    def lie_in(self, room: QRect) -> None:
        """Lie at the foot of a part of the window."""
        self.place.setFixedWidth(min(_MOST_PLACE, round(room.width() * _PLACE_SHARE)))
        size = self.sizeHint().boundedTo(QSize(room.width(), self.sizeHint().height()))
        x = room.x() + (room.width() - size.width()) // 2
        self.setGeometry(
            QRect(x, room.bottom() + 1 - size.height() - _ABOVE_EDGE, size.width(), size.height())
        )

    def wear(self, appearance: Appearance) -> None:
        """Take on a light or a dark look."""
        self.appearance = appearance
        tint(self, QApplication.palette())
        self.update()

    # Coming and going.

    def wake(self) -> None:
        """Come, and stay for a while."""
        self._idle.start()
        if self.isHidden() or self._is_going:
            self._fade_to(1.0)

    def put_away(self) -> None:
        """Go at once."""
        self._idle.stop()
        self._fade.stop()
        self._effect.setEnabled(False)
        self.hide()

    def take_focus(self) -> None:
        """Come with the keyboard."""
        self.wake()
        self._fade.stop()
        self._end_fade()
        first = next(button for button in self.buttons.values() if button.isEnabled())
        first.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @property
    def is_used(self) -> bool:
        """Tell whether the pointer or the keyboard is in the strip, or one of its menus is open."""
        focus = self.window().focusWidget()
        has_keyboard = focus is not None and self.isAncestorOf(focus)
        return has_keyboard or self.underMouse() or any(menu.isVisible() for menu in self._menus)

    @property
    def _is_going(self) -> bool:
        return self._fade.state() is QVariantAnimation.State.Running and self._fade.endValue() == 0.0

    def _go(self) -> None:
        if self.is_used:
            self._idle.start()
        else:
            self._fade_to(0.0)

    def _fade_to(self, opacity: float) -> None:
        start = self._effect.opacity() if self._effect.isEnabled() else float(self.isVisible())
        self._fade.stop()
        self._fade.setStartValue(start)
        self._fade.setEndValue(opacity)
        if not self.fades:
            self._end_fade()
            return
        self._effect.setOpacity(start)
        self._effect.setEnabled(True)
        self.show()
        self.raise_()
        self._fade.start()

    def _end_fade(self) -> None:
        """Be there or not; what does not fade is painted without a detour."""
        self._effect.setEnabled(False)
        self.setVisible(self._fade.endValue() == 1.0)
        self.raise_()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Stay while the keyboard goes through the buttons; what they do is said by tool tips alone."""
        if event.type() is QEvent.Type.FocusIn:
            self.wake()
        return event.type() is QEvent.Type.StatusTip

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the ground."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self.appearance.paper_edge), 1))
        painter.setBrush(self.palette().window())
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), _RADIUS, _RADIUS)
        painter.end()
