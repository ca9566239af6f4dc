"""How somebody feels, in the inspector: a slider, a number, and what it means in words."""

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSlider, QVBoxLayout, QWidget

from journeymapper.document.feelings import score_words
from journeymapper.document.numbers import as_float, read_number
from journeymapper.editing import points
from journeymapper.i18n import _, mark
from journeymapper.ui.docks.fields import VARIOUS, LineField

#: Slider steps for one point of the scale.
_FINENESS = 10

#: How wide the number's field is, in letters.
_LETTERS = 7

_WORDS = (
    (1.5, mark("very good")),
    (0.5, mark("good")),
    (-0.49, mark("so-so")),
    (-1.49, mark("bad")),
    (float("-inf"), mark("very bad")),
)


def meaning(score: float) -> str:
    """Return what a score means, in words."""
    return next(_(words) for least, words in _WORDS if score >= least)


class _NumberLine(LineField):
    """A score as a number; what is no number counts for nothing, and one off the scale for its end."""

    def words(self, value: object) -> str:
        """Return a score as it is written."""
        return score_words(value) if isinstance(value, float) else ""

    def value(self, words: str) -> object:
        """Return the score of what is written, or None."""
        number = read_number(words)
        score = as_float(number) if number is not None else None
        return points.within_scale(score) if score is not None else None


class ScoreField(QWidget):
    """A score by hand or by number."""

    edited = Signal(object)
    ended = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make a field in the middle of the scale."""
        super().__init__(parent)
        self._score: object = 0.0
        self.slider = QSlider(Qt.Orientation.Horizontal, self)
        self.slider.setRange(int(points.LOWEST * _FINENESS), int(points.HIGHEST * _FINENESS))
        self.slider.setPageStep(_FINENESS // 2)
        self.slider.setTickPosition(QSlider.TickPosition.TicksBelow)
        self.slider.setTickInterval(_FINENESS)
        self.number = _NumberLine(self)
        self.number.setFixedWidth(self.fontMetrics().horizontalAdvance("0" * _LETTERS))
        self.words = QLabel(self)
        row = QHBoxLayout()
        row.addWidget(self.slider, 1)
        row.addWidget(self.number)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(self.words)
        self.setFocusProxy(self.slider)
        self.slider.valueChanged.connect(lambda value: self._take(value / _FINENESS))
        self.slider.sliderReleased.connect(self.ended)
        self.number.edited.connect(self._take)
        self.number.ended.connect(self._end)

    def setAccessibleName(self, name: str) -> None:  # noqa: N802
        """Name the slider and the number too."""
        super().setAccessibleName(name)
        self.slider.setAccessibleName(name)
        self.number.setAccessibleName(name)

    def show_value(self, value: object) -> None:
        """Show a score, or that several differ."""
        self._score = value
        self.number.show_value(value)
        self._show()

    def _show(self) -> None:
        score = self._score if isinstance(self._score, float) else 0.0
        with QSignalBlocker(self.slider):
            self.slider.setValue(round(score * _FINENESS))
        self.words.setText(_("various") if self._score is VARIOUS else meaning(score))

    def _take(self, score: float | None) -> None:
        if score is None:
            return
        self._score = score
        self._show()
        if not self.number.hasFocus():
            self.number.show_value(score)
        self.edited.emit(score)

    def _end(self) -> None:
        """Show the number as it counts, whatever was written."""
        self.number.show_value(self._score)
        self.ended.emit()
