"""The inspector of emotion points."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QLabel, QSlider, QVBoxLayout, QWidget

from journeymapper.document.document import Transaction
from journeymapper.document.records import NOBODY, Persona
from journeymapper.editing import points
from journeymapper.i18n import _, mark, ngettext
from journeymapper.ui.docks.fields import VARIOUS, LineField
from journeymapper.ui.docks.panel import Panel
from journeymapper.ui.open_map import OpenMap

#: Slider steps for one point of the scale.
_FINENESS = 10

_WORDS = (
    (1.5, mark("very good")),
    (0.5, mark("good")),
    (-0.49, mark("so-so")),
    (-1.49, mark("bad")),
    (float("-inf"), mark("very bad")),
)


def score_words(score: float) -> str:
    """Return a score as a number with its sign, and in words."""
    words = next(_(words) for least, words in _WORDS if score >= least)
    return _("{score}, {words}").format(score=f"{score:+.1f}".replace("-", "−"), words=words)


class ScoreField(QWidget):
    """How somebody feels: a slider with its score in words."""

    edited = Signal(object)
    ended = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make a field in the middle of the scale."""
        super().__init__(parent)
        self.slider = QSlider(Qt.Orientation.Horizontal, self)
        self.slider.setRange(int(points.LOWEST * _FINENESS), int(points.HIGHEST * _FINENESS))
        self.slider.setPageStep(_FINENESS // 2)
        self.slider.setTickPosition(QSlider.TickPosition.TicksBelow)
        self.slider.setTickInterval(_FINENESS)
        self.words = QLabel(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.slider)
        column.addWidget(self.words)
        self.setFocusProxy(self.slider)
        self.slider.valueChanged.connect(self._edit)
        self.slider.sliderReleased.connect(self.ended)

    def setAccessibleName(self, name: str) -> None:  # noqa: N802
        """Name the slider too."""
        super().setAccessibleName(name)
        self.slider.setAccessibleName(name)

    def show_value(self, value: object) -> None:
        """Show a score, or that several differ."""
        score = value if isinstance(value, float) else 0.0
        with QSignalBlocker(self.slider):
            self.slider.setValue(round(score * _FINENESS))
        self.words.setText(_("various") if value is VARIOUS else score_words(score))

    def _edit(self, value: int) -> None:
        self.words.setText(score_words(value / _FINENESS))
        self.edited.emit(value / _FINENESS)


class PointPanel(Panel):
    """Score and label."""

    label = mark("Edit emotion point")
    speaks_of = (Persona,)

    def __init__(self, open_map: OpenMap, parent: QWidget | None = None) -> None:
        """Make the fields."""
        super().__init__(open_map, parent)
        self.add_row("score", _("Feels"), ScoreField(self))
        label = LineField(self)
        label.hint(_("in a word or two"))
        self.add_row("text", _("Label"), label)
        self.column.addStretch(1)

    def heading_words(self, records: Sequence[Any]) -> str:
        """Return how many points there are, and of one whose it is."""
        if len(records) != 1:
            words = ngettext("{count} emotion point", "{count} emotion points", len(records))
            return words.format(count=len(records))
        if records[0].persona == NOBODY:
            return _("Emotion point")
        persona = self.open_map.session.document.get(records[0].persona, Persona)
        return _("Emotion point · {persona}").format(persona=persona.name)

    def write(self, edit: Transaction, name: str, value: Any) -> None:
        """Give all points a value."""
        for point in self.ids:
            if name == "score":
                points.set_score(edit, point, value)
            else:
                points.set_text(edit, point, value)
