"""What to ask at the end of a review: a name for the map as it is now, who did it, and when the next is."""

from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QCheckBox, QDialog, QDialogButtonBox, QFormLayout, QLabel, QVBoxLayout, QWidget

from journeymapper.document.records import JourneyMap
from journeymapper.document.texts import on_one_line
from journeymapper.guide.review.cycle import next_after
from journeymapper.i18n import _, day
from journeymapper.ui.dialogs.buttons import button_row
from journeymapper.ui.docks.fields import DateField, LineField


@dataclass(frozen=True, slots=True)
class FinishedReview:
    """The end of a review as the user wants it; ``saves_date``: the next one is to go into a calendar."""

    name: str
    reviewer: str
    next_review: date
    saves_date: bool = False


class FinishReviewDialog(QDialog):
    """Asks for it, and proposes what is usual."""

    def __init__(self, record: JourneyMap, today: date, parent: QWidget | None) -> None:
        """Propose a name with today's date, who reviewed the map before, and a quarter of a year."""
        super().__init__(parent)
        self.setWindowTitle(_("Finish review"))
        self._next = next_after(today)
        self.explanation = QLabel(
            _("The map is kept as it is now, so that you can see at the next review what has changed."), self
        )
        self.explanation.setWordWrap(True)
        self.name, self.reviewer = LineField(self), LineField(self)
        self.name.show_value(_("Review of {day}").format(day=day(today)))
        self.reviewer.show_value(on_one_line(record.reviewer))
        self.reviewer.hint(_("Your name"))
        self.date = DateField(self)
        self.date.show_value(self._next)
        self.date.tick.hide()
        self.date.setFocusProxy(self.date.day)
        if today < date.max:
            soonest = today + timedelta(days=1)
            self.date.day.setMinimumDate(QDate(soonest.year, soonest.month, soonest.day))
        self.saves_date = QCheckBox(_("Save the date for my calendar"), self)
        self.buttons = button_row(
            self, QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setText(_("Finish review"))
        self._lay_out()
        self.name.selectAll()

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setVerticalSpacing(9)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        names = (_("Keep it as"), _("Reviewed by"), _("Next review"))
        for words, field in zip(names, (self.name, self.reviewer, self.date), strict=True):
            field.setAccessibleName(words)
            form.addRow(words, field)
        form.addRow("", self.saves_date)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 14)
        column.setSpacing(16)
        column.addWidget(self.explanation)
        column.addLayout(form)
        column.addStretch(1)
        column.addWidget(self.buttons)
        self.resize(440, self.sizeHint().height())

    def finished_review(self) -> FinishedReview:
        """Return what is written and chosen."""
        return FinishedReview(
            on_one_line(self.name.text()),
            on_one_line(self.reviewer.text()),
            self.date.value() or self._next,
            self.saves_date.isChecked(),
        )

    @classmethod
    def ask(cls, record: JourneyMap, today: date, parent: QWidget) -> FinishedReview | None:
        """Ask, and return how the review ends, or None when it does not yet."""
        dialog = cls(record, today, parent)
        try:
            return dialog.finished_review() if dialog.exec() else None
        finally:
            dialog.deleteLater()
