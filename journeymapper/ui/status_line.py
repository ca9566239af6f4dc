"""The line at the foot of the window: messages, what the map holds, and the zoom."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAction
from PySide6.QtWidgets import QLabel, QStatusBar, QToolButton, QWidget

from journeymapper.document.change import Change
from journeymapper.document.document import Document
from journeymapper.document.records import Card, Stage, Step
from journeymapper.i18n import _, ngettext

_MESSAGE_MILLISECONDS = 8000


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


class StatusLine(QStatusBar):
    """Shows messages on the left, the counts and the zoom on the right."""

    def __init__(self, zoom_out: QAction, actual_size: QAction, zoom_in: QAction, parent: QWidget) -> None:
        """Make the line; the zoom's buttons run these actions."""
        super().__init__(parent)
        self.setSizeGripEnabled(False)
        self._counts: Counts | None = None
        self.counts_label = QLabel(self)
        self.counts_label.setAccessibleName(_("What the map holds"))
        self.zoom_button = self._button(actual_size, "100 %")
        self._zoom_parts = (self._button(zoom_out, "–"), self.zoom_button, self._button(zoom_in, "+"))
        self._zoom_actions = (zoom_out, actual_size, zoom_in)
        for action in self._zoom_actions:
            action.changed.connect(self._show_tips)
        self._show_tips()
        self.addPermanentWidget(self.counts_label)
        for part in self._zoom_parts:
            self.addPermanentWidget(part)
        self.show_map(None)

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

    def say(self, message: str) -> None:
        """Show a message for a while, and have a screen reader say it."""
        self.showMessage(message, _MESSAGE_MILLISECONDS)
        if message and QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, message))

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

    def show_zoom(self, factor: float) -> None:
        """Show how large the map is shown; 1 is 100 %."""
        self.zoom_button.setText(_("{percent} %").format(percent=round(100 * factor)))
