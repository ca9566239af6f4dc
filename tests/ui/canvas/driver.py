"""A hand and a keyboard for the real canvas."""

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QInputMethodEvent, QMouseEvent, QPaintEvent, QRegion, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from journeymapper.document.document import Document
from journeymapper.document.records import Card, EmotionPoint, Lane, Step
from journeymapper.files import native
from journeymapper.layout.finding import rect_of
from journeymapper.layout.geometry import Rect
from journeymapper.ui.canvas.canvas import Canvas

NONE = Qt.KeyboardModifier.NoModifier
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier
LEFT, MIDDLE = Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton


class Paints(QObject):
    """Records the regions of a widget's paint events."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.regions: list[QRegion] = []
        widget.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if isinstance(event, QPaintEvent):
            self.regions.append(QRegion(event.region()))
        return False

    def united(self) -> QRegion:
        whole = QRegion()
        for region in self.regions:
            whole = whole.united(region)
        return whole


class Driver:
    """Drives a canvas as a user does, and reads what came of it."""

    def __init__(self, canvas: Canvas) -> None:
        self.canvas = canvas
        self.open_map = canvas.open_map
        self.session = canvas.open_map.session

    @property
    def document(self) -> Document:
        return self.session.document

    @property
    def bytes(self) -> bytes:
        return native.written(self.document)

    @property
    def steps_done(self) -> int:
        """How often undo finds something."""
        return self.session.history.mark()

    def text(self, card: str) -> str:
        return self.document.get(card, Card).text

    def lane(self, name: str) -> str:
        return next(record.id for record in self.document if isinstance(record, Lane) and record.name == name)

    def step(self, name: str) -> str:
        return next(record.id for record in self.document if isinstance(record, Step) and record.name == name)

    def cards(self, lane: str, step: str) -> list[str]:
        """The texts of a cell, named by the lane's and the step's names."""
        ids = self.document.indexes.cards(self.lane(lane), self.step(step))
        return [self.document.get(id_, Card).text for id_ in ids]

    def card(self, text: str) -> str:
        return next(record.id for record in self.document if isinstance(record, Card) and record.text == text)

    def point(self, step: str) -> EmotionPoint:
        [id_] = self.document.indexes.points(self.lane("Emotions"), self.step(step)).values()
        return self.document.get(id_, EmotionPoint)

    def rect(self, id_: str) -> Rect:
        rect = rect_of(self.session.layout, id_)
        assert rect is not None
        return rect

    def at(self, id_: str) -> QPoint:
        """The middle of a record in the view."""
        return self.on_map(*self.rect(id_).centre)

    def on_map(self, x: float, y: float) -> QPoint:
        return self.canvas.view.to_view(Rect(x, y, 0, 0)).topLeft().toPoint()

    def in_cell(self, lane: str, step: str, share: float = 0.5) -> QPoint:
        """A point in the middle of a cell's width, at a share of its height."""
        rect = self.session.layout.cell_rect(self.lane(lane), self.step(step))
        return self.on_map(rect.centre[0], rect.y + share * rect.height)

    def click(self, at: QPoint, modifiers: Qt.KeyboardModifier = NONE) -> None:
        QTest.mouseClick(self.canvas.viewport(), LEFT, modifiers, at)

    def double_click(self, at: QPoint) -> None:
        QTest.mouseDClick(self.canvas.viewport(), LEFT, NONE, at)

    def mouse(
        self,
        kind: QEvent.Type,
        at: QPoint,
        modifiers: Qt.KeyboardModifier = NONE,
        button: Qt.MouseButton = LEFT,
    ) -> None:
        viewport = self.canvas.viewport()
        moves = kind is QEvent.Type.MouseMove
        event = QMouseEvent(
            kind,
            QPointF(at),
            QPointF(viewport.mapToGlobal(at)),
            Qt.MouseButton.NoButton if moves else button,
            Qt.MouseButton.NoButton if kind is QEvent.Type.MouseButtonRelease else button,
            modifiers,
        )
        QApplication.sendEvent(viewport, event)

    def press(self, at: QPoint, modifiers: Qt.KeyboardModifier = NONE, button: Qt.MouseButton = LEFT) -> None:
        self.mouse(QEvent.Type.MouseButtonPress, at, modifiers, button)

    def move(self, at: QPoint, modifiers: Qt.KeyboardModifier = NONE, button: Qt.MouseButton = LEFT) -> None:
        self.mouse(QEvent.Type.MouseMove, at, modifiers, button)

    def release(
        self, at: QPoint, modifiers: Qt.KeyboardModifier = NONE, button: Qt.MouseButton = LEFT
    ) -> None:
        self.mouse(QEvent.Type.MouseButtonRelease, at, modifiers, button)

    def drag(
        self,
        start: QPoint,
        end: QPoint,
        modifiers: Qt.KeyboardModifier = NONE,
        button: Qt.MouseButton = LEFT,
        drops: bool = True,
    ) -> None:
        """Drag in a few moves; ``drops`` False keeps the button down at the end."""
        self.press(start, modifiers, button)
        for part in (0.3, 0.6, 0.9, 1.0):
            self.move(start + (end - start) * part, modifiers, button)
        if drops:
            self.release(end, modifiers, button)

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
        """Press a key where the keyboard is."""
        QTest.keyClick(self.focused(), key, modifiers)

    def type(self, text: str) -> None:
        for letter in text:
            QTest.keyClicks(self.focused(), letter)

    def focused(self) -> QWidget:
        return self.canvas.text_box or self.canvas

    def compose(self, preedit: str, commit: str = "") -> None:
        """Let an input method show ``preedit`` under composition, and commit text before it."""
        event = QInputMethodEvent(preedit, [])
        event.setCommitString(commit)
        QApplication.sendEvent(self.focused(), event)

    def wheel(
        self, at: QPoint, angle: QPoint, pixels: QPoint | None = None, modifiers: Qt.KeyboardModifier = NONE
    ) -> None:
        viewport = self.canvas.viewport()
        event = QWheelEvent(
            QPointF(at),
            QPointF(viewport.mapToGlobal(at)),
            pixels or QPoint(),
            angle,
            Qt.MouseButton.NoButton,
            modifiers,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(viewport, event)

    def settle(self) -> None:
        """Let everything be painted."""
        QApplication.processEvents()

    def paints(self) -> Paints:
        """Begin to record what is painted, with nothing waiting to be."""
        self.settle()
        return Paints(self.canvas.viewport())
