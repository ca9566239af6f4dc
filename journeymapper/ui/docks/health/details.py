"""What stands below the list of findings: why one matters, and what can be done about it."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from journeymapper.guide.health.fixes import fix_words
from journeymapper.i18n import _
from journeymapper.ui.bars.flow import Flow
from journeymapper.ui.docks.health.entries import Entry

_MARGINS = (10, 8, 10, 10)
_SPACING = 8

#: It keeps room for so many lines of words, so that the list does not jump from one finding to the next.
_LEAST_LINES = 3


class Details(QFrame):
    """The words and buttons for one entry."""

    #: A button was pressed: the id of what is to be done.
    asked = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.why = QLabel(self)
        self.why.setTextFormat(Qt.TextFormat.PlainText)
        self.why.setWordWrap(True)
        self.why.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
        self.why.setMinimumWidth(1)
        self.why.setMinimumHeight(_LEAST_LINES * self.fontMetrics().lineSpacing())
        self.why.setAccessibleName(_("Why it matters"))
        row = QWidget(self)
        flow = Flow(row)
        self.fix = self._button("fix_finding", row)
        self.dismiss = self._button("dismiss_finding", row)
        self.dismiss.setText(_("Not for this map…"))
        self.readmit = self._button("readmit_finding", row)
        self.readmit.setText(_("Bring back"))
        for button in (self.fix, self.dismiss, self.readmit):
            flow.addWidget(button)
        line = QFrame(self)
        line.setFrameShape(QFrame.Shape.HLine)
        line.setFrameShadow(QFrame.Shadow.Sunken)
        column = QVBoxLayout(self)
        column.setContentsMargins(*_MARGINS)
        column.setSpacing(_SPACING)
        column.addWidget(line)
        column.addWidget(self.why)
        column.addWidget(row)
        self.show_entry(None)

    def _button(self, action: str, parent: QWidget) -> QPushButton:
        button = QPushButton(parent)
        button.setAutoDefault(True)  # Enter presses it, outside dialogs too
        button.clicked.connect(partial(self._ask, action))
        return button

    def show_entry(self, entry: Entry | None) -> None:
        """Show why an entry matters and what can be done about it; None: nothing."""
        shown = entry if entry is not None and entry.findings else None
        self.setVisible(shown is not None)
        if shown is None:
            return
        is_one_kind = len({finding.rule for finding in shown.findings}) == 1
        self.why.setText(shown.findings[0].why if is_one_kind else "")
        words = fix_words(shown.finding) if shown.finding and not shown.is_dismissed else ""
        self.fix.setText(words.replace("&", "&&"))
        self.fix.setVisible(bool(words))
        self.dismiss.setVisible(not shown.is_dismissed)
        self.readmit.setVisible(shown.is_dismissed)
        for button in (self.fix, self.dismiss, self.readmit):
            button.setAccessibleDescription(shown.words)

    def _ask(self, action: str, _checked: bool = False) -> None:
        self.asked.emit(action)
