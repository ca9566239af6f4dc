"""One source of a card in the inspector: its kind, name, number, date, quote and link."""

from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout, QFrame, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from journeymapper.document.records import MOST_PIECES, Source
from journeymapper.document.roles import SOURCE_KINDS
from journeymapper.i18n import _
from journeymapper.ui.bars.parts import give_icon
from journeymapper.ui.docks.fields import ChoiceField, DateField, LineField, NumberField, TextField
from journeymapper.ui.opening_links import can_be_opened, open_link
from journeymapper.ui.plain_words import as_tip

_PADDING = 8
_SPACING = 5


class SourceBlock(QFrame):
    """A source: ``edited`` carries the name and the new value of one of its fields."""

    edited = Signal(str, object)
    ended = Signal()
    removed = Signal()
    #: One line for the user.
    said = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        """Make the fields of a source of which nothing is known."""
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        kinds = ChoiceField({kind: _(words) for kind, words in SOURCE_KINDS.items()}, self)
        name, link = LineField(self), LineField(self)
        count, quote = NumberField(self), TextField(self, fewest=1, most=6)
        name.hint(_("Which one: October, cart survey …"))
        quote.hint(_("In their words"))
        link.hint(_("Link: web address or file"))
        count.setMaximum(MOST_PIECES)
        self.fields: dict[str, Any] = {
            "source_kind": kinds,
            "name": name,
            "count": count,
            "day": DateField(self),
            "quote": quote,
            "link": link,
        }
        self._remove = self._button("close", _("Remove this source"))
        self._open = self._button("open-in-new", _("Open the link"))
        self._lay_out()
        for field_name, field in self.fields.items():
            field.edited.connect(partial(self.edited.emit, field_name))
            field.ended.connect(self.ended)
        link.textChanged.connect(self._show_whether_it_opens)
        self._remove.clicked.connect(self.removed)
        self._open.clicked.connect(self._open_link)
        self.show_source(Source(), 1)

    def _button(self, icon: str, words: str) -> QToolButton:
        button = QToolButton(self)
        button.setAutoRaise(True)
        give_icon(button, icon)
        button.setToolTip(words)
        return button

    @property
    def in_order(self) -> tuple[QWidget, ...]:
        """What the keyboard comes to, in this order."""
        rows = self.fields
        day = (rows["day"], rows["day"].tick, rows["day"].day)
        first = (rows["source_kind"], self._remove, rows["name"], rows["count"], *day)
        return (*first, rows["quote"], rows["link"], self._open)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(_PADDING, _PADDING, _PADDING, _PADDING)
        column.setSpacing(_SPACING)
        column.addLayout(_row(self.fields["source_kind"], self._remove))
        column.addWidget(self.fields["name"])
        form = QFormLayout()
        form.setVerticalSpacing(_SPACING)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.addRow(_("How many"), self.fields["count"])
        form.addRow(_("Date"), self.fields["day"])
        column.addLayout(form)
        column.addWidget(self.fields["quote"])
        column.addLayout(_row(self.fields["link"], self._open))

    def show_source(self, source: Source, number: int) -> None:
        """Show a source, the ``number``-th (from 1) of the card."""
        words = {
            "source_kind": _("Source {number}: kind"),
            "name": _("Source {number}: name"),
            "count": _("Source {number}: how many"),
            "day": _("Source {number}: date"),
            "quote": _("Source {number}: in their words"),
            "link": _("Source {number}: link"),
        }
        for name, field in self.fields.items():
            field.show_value(getattr(source, name))
            field.setAccessibleName(words[name].format(number=number))
        self._remove.setAccessibleName(_("Source {number}: remove").format(number=number))
        self._open.setAccessibleName(_("Source {number}: open the link").format(number=number))
        self._show_whether_it_opens()

    def _show_whether_it_opens(self) -> None:
        link = self.fields["link"].text()
        self._open.setVisible(can_be_opened(link))
        self.fields["link"].setToolTip(as_tip(link))

    def _open_link(self) -> None:
        if problem := open_link(self.fields["link"].text()):
            self.said.emit(problem)


def _row(field: QWidget, button: QToolButton) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(_SPACING)
    row.addWidget(field, 1)
    row.addWidget(button)
    return row
