"""The inspector of links."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import (
    QLabel,
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QStylePainter,
    QWidget,
)

from journeymapper.document.document import Transaction
from journeymapper.document.links import LEAVES, LINK_KINDS
from journeymapper.document.records import OUTSIDE, Card, Link, Step
from journeymapper.editing import links
from journeymapper.i18n import _, mark, ngettext
from journeymapper.ui.docks.fields import ChoiceField, LineField
from journeymapper.ui.docks.naming import end_name
from journeymapper.ui.docks.panel import Panel
from journeymapper.ui.open_map import OpenMap
from journeymapper.ui.plain_words import as_tip


class EndButton(QPushButton):
    """Names the card or step at an end of a link, as far as there is room; pressed, it goes there."""

    def __init__(self, parent: QWidget) -> None:
        """Name nothing yet."""
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setAutoDefault(False)
        self._words = ""

    def show_end(self, name: str, words: str, leads: bool) -> None:
        """Show the words for an end called ``name`` in the panel; it ``leads`` there where there is one."""
        self._words = words
        self.setToolTip(as_tip(words))
        self.setAccessibleName(_("{name}: {words}").format(name=name, words=words))
        self.setEnabled(leads)
        self.update()

    @property
    def words(self) -> str:
        """What it names."""
        return self._words

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Be as high as a button with words."""
        option = self._option("X")
        wanted = QSize(self.fontMetrics().horizontalAdvance("X"), self.fontMetrics().height())
        return self.style().sizeFromContents(QStyle.ContentsType.CT_PushButton, option, wanted, self)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the words, shortened where there is no room for them."""
        painter = QStylePainter(self)
        option = self._option("")
        room = self.style().subElementRect(QStyle.SubElement.SE_PushButtonContents, option, self).width()
        words = self.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, room)
        option.text = words.replace("&", "&&")
        painter.drawControl(QStyle.ControlElement.CE_PushButton, option)
        painter.end()

    def _option(self, words: str) -> QStyleOptionButton:
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = words
        return option


class LinkPanel(Panel):
    """What kind of link it is, its label, and what it leads from and to."""

    label = mark("Edit link")
    speaks_of = (Card, Step)

    #: The card or step at an end of the link was asked for: its id.
    go_asked = Signal(str)

    def __init__(self, open_map: OpenMap, parent: QWidget | None = None) -> None:
        """Make the fields."""
        super().__init__(open_map, parent)
        self.add_row("link_kind", _("Kind"), ChoiceField({}, self))
        self._offered: tuple[str, ...] = ()
        label = LineField(self)
        label.hint(_("in a word or two"))
        self.add_row("text", _("Label"), label)
        self.ends: dict[str, EndButton] = {}
        self._end_labels: dict[str, QLabel] = {}
        for end, words in (("source", _("From")), ("target", _("To"))):
            self._add_end(end, words)
        self.column.addStretch(1)

    def _add_end(self, end: str, words: str) -> None:
        button, label = EndButton(self), QLabel(words, self)
        button.clicked.connect(lambda: self._go(end))
        self.form.addRow(label, button)
        self.ends[end], self._end_labels[end] = button, label

    def _go(self, end: str) -> None:
        if records := self.records():
            self.go_asked.emit(getattr(records[0], end))

    def heading_words(self, records: Sequence[Any]) -> str:
        """Return how many links there are."""
        if len(records) == 1:
            return _("Link")
        return ngettext("{count} link", "{count} links", len(records)).format(count=len(records))

    def arrange(self, records: Sequence[Any]) -> None:
        """Show the ends of one link, and offer the kinds that a link with, or without, a target can have."""
        leaving = all(record.target == OUTSIDE for record in records)
        offered = (LEAVES,) if leaving else tuple(LINK_KINDS)
        if offered != self._offered:
            self._offered = offered
            self.fields["link_kind"].offer({kind: _(LINK_KINDS[kind]) for kind in offered})
        for end, button in self.ends.items():
            button.setVisible(len(records) == 1)
            self._end_labels[end].setVisible(len(records) == 1)
        if len(records) == 1:
            self._show_ends(records[0])

    def _show_ends(self, link: Link) -> None:
        document = self.open_map.session.document
        for name, button in self.ends.items():
            end = getattr(link, name)
            words = end_name(document, end) if end != OUTSIDE else _("outside of the map")
            button.show_end(self._end_labels[name].text(), words, end != OUTSIDE)

    def write(self, edit: Transaction, name: str, value: Any) -> None:
        """Give all links a value."""
        if name == "link_kind":
            links.set_kind(edit, self.ids, value)
        else:
            for link in self.ids:
                links.set_text(edit, link, value)
