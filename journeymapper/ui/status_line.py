"""The line at the foot of the window: messages, where the keyboard is, what the map holds, and the zoom."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QAction,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
)
from PySide6.QtWidgets import QLabel, QSizePolicy, QStatusBar, QToolButton, QWidget

from journeymapper.document.change import Change
from journeymapper.document.document import Document
from journeymapper.document.records import Card, Stage, Step
from journeymapper.i18n import _, ngettext
from journeymapper.ui.plain_words import as_tip

_MESSAGE_MILLISECONDS = 8000

#: Where the keyboard is takes at most this share of the line, and stays away where it has fewer pixels.
_PLACE_SHARE = 0.45
_LEAST_PLACE = 80

#: Room kept on both sides of it, in pixels.
_ROUND_PLACE = 10

#: Room kept beside a message, in pixels.
_BESIDE_MESSAGE = 24

#: After these a button takes more room or less.
_OTHER_ROOM = {QEvent.Type.ShowToParent, QEvent.Type.HideToParent, QEvent.Type.Resize}


class Counts:
    """How many stages, steps and cards a map holds, kept in step with its changes."""

    def __init__(self, document: Document) -> None:
        """Count them all, once."""
        self._by_kind = {Stage: 0, Step: 0, Card: 0}
        for record in document:
            self._count(type(record), 1)

    def _count(self, kind: type, by: int) -> None:
        if kind in self._by_kind:
            self._by_kind[kind] += by

    def follow(self, change: Change) -> None:
        """Follow a change."""
        for record in change.added.values():
            self._count(type(record), 1)
        for record in change.removed.values():
            self._count(type(record), -1)

    def words(self) -> str:
        """Return the counts in words."""
        stages, steps, cards = self._by_kind.values()
        parts = (
            ngettext("{count} stage", "{count} stages", stages).format(count=stages),
            ngettext("{count} step", "{count} steps", steps).format(count=steps),
            ngettext("{count} card", "{count} cards", cards).format(count=cards),
        )
        return " · ".join(parts)


class PlaceLabel(QLabel):
    """Words that are shortened in the middle where they do not fit."""

    def __init__(self, parent: QWidget) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.setContentsMargins(_ROUND_PLACE, 0, _ROUND_PLACE, 0)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)

    @property
    def wanted(self) -> int:
        """The width at which the whole text can be seen, in pixels."""
        return self.fontMetrics().horizontalAdvance(self.text()) + 2 * _ROUND_PLACE + 2

    @property
    def shown(self) -> str:
        """The text as it is seen."""
        return self.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideMiddle, self.contentsRect().width()
        )

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Want room for all of it."""
        return QSize(self.wanted, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Make do with any room."""
        return QSize(0, super().minimumSizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint what fits."""
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(
            self.contentsRect(),
            int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignTrailing),
            self.shown,
        )
        painter.end()


class StatusLine(QStatusBar):
    """Shows messages on the left, then the keyboard's place, the counts and the zoom.

    A message goes when it may no longer be true: see ``outdate``.
    """

    def __init__(self, zoom_out: QAction, actual_size: QAction, zoom_in: QAction, parent: QWidget) -> None:
        """Make the line; the zoom's buttons run these actions."""
        super().__init__(parent)
        self.setSizeGripEnabled(False)
        self._counts: Counts | None = None
        self._others: list[QWidget] = []
        self.counts_label = QLabel(self)
        self.counts_label.setAccessibleName(_("What the map holds"))
        self.zoom_button = self._button(actual_size, "100 %")
        self._zoom_parts = (self._button(zoom_out, "–"), self.zoom_button, self._button(zoom_in, "+"))
        self._zoom_actions = (zoom_out, actual_size, zoom_in)
        for action in self._zoom_actions:
            action.changed.connect(self._show_tips)
        self._show_tips()
        self.place_label = PlaceLabel(self)
        self.place_label.setAccessibleName(_("Where the keyboard is"))
        self._fresh = QTimer(self)
        self._fresh.setSingleShot(True)
        self.messageChanged.connect(self._share_room)
        self.addPermanentWidget(self.place_label)
        self.addPermanentWidget(self.counts_label)
        for part in self._zoom_parts:
            self.addPermanentWidget(part)
        self.show_map(None)

    def add_button(self, button: QWidget) -> None:
        """Put a button before the counts that shows and hides itself."""
        self.insertPermanentWidget(1, button)
        self._others.append(button)
        button.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Share the room anew when a button has other words, or comes or goes."""
        if event.type() in _OTHER_ROOM:
            self._share_room()
        return False

    def _button(self, action: QAction, words: str) -> QToolButton:
        button = QToolButton(self)
        button.setAutoRaise(True)
        button.setText(words)
        button.setAccessibleName(action.text())
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(action.trigger)
        return button

    def _show_tips(self) -> None:
        """Say what the zoom's buttons do and by which keys, which can change."""
        for part, action in zip(self._zoom_parts, self._zoom_actions, strict=True):
            part.setToolTip(action.toolTip())

    def say(self, message: str, aloud: bool = True) -> None:
        """Show a message for a while, and have a screen reader say it ``aloud``."""
        self.showMessage(message, _MESSAGE_MILLISECONDS)
        self._fresh.start(0)
        if message and aloud and QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, message))

    def outdate(self) -> None:
        """Take the message away, since something else happened; one of the same event stays."""
        if not self._fresh.isActive() and self.currentMessage():
            self.clearMessage()

    def show_place(self, words: str) -> None:
        """Show where the keyboard is on the map."""
        if words != self.place_label.text():
            self.place_label.setText(words)
            self.place_label.setToolTip(as_tip(words))
            self._share_room()

    def _share_room(self) -> None:
        """Give the place what the message, the counts and the zoom leave."""
        others = (self.counts_label, *self._zoom_parts, *self._others)
        taken = sum(part.sizeHint().width() for part in others if not part.isHidden()) + _BESIDE_MESSAGE
        if message := self.currentMessage():
            taken += self.fontMetrics().horizontalAdvance(message) + _BESIDE_MESSAGE
        room = min(self.width() - taken, round(_PLACE_SHARE * self.width()))
        self.place_label.setMaximumWidth(max(0, room))
        self.place_label.setVisible(bool(self.place_label.text()) and room >= _LEAST_PLACE)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Share the room anew."""
        super().resizeEvent(event)
        self._share_room()

    def show_map(self, document: Document | None) -> None:
        """Count another map; None: there is none."""
        self._counts = Counts(document) if document is not None else None
        self.clearMessage()
        for part in (self.counts_label, *self._zoom_parts):
            part.setVisible(document is not None)
        self._show_counts()

    def follow(self, change: Change) -> None:
        """Follow a change of the map."""
        if self._counts is not None and (change.added or change.removed):
            self._counts.follow(change)
            self._show_counts()

    def _show_counts(self) -> None:
        self.counts_label.setText(self._counts.words() if self._counts else "")
        self._share_room()

    def show_zoom(self, factor: float) -> None:
        """Show how large the map is shown; 1 is 100 %."""
        self.zoom_button.setText(_("{percent} %").format(percent=round(100 * factor)))
