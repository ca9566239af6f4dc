"""The gallery of the New map dialog: templates as pictures, for consumers or businesses, then one's own."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from journeymapper.guide.resources import Problem
from journeymapper.guide.templates.template import Template
from journeymapper.i18n import _, ngettext
from journeymapper.ui.appearance import Appearance
from journeymapper.ui.audience_switch import AudienceSwitch
from journeymapper.ui.picture_cards import PictureCards
from journeymapper.ui.plain_words import as_tip
from journeymapper.ui.template_shelf import TemplateShelf, card_of

#: The size of the pictures here, in pixels, and how many stand beside each other.
_PICTURE: Final = QSize(176, 110)
_ACROSS: Final = 2

#: So much is kept in view beside the card that the keyboard stands on, in pixels.
_BESIDE: Final = 8


class Gallery(QWidget):
    """Shows all templates; ``template`` is the chosen one. ``switch`` says for whom; it stands elsewhere."""

    #: Another template is chosen.
    chosen = Signal()
    #: A map is to be made from the chosen template.
    asked = Signal()

    def __init__(
        self, shelf: TemplateShelf, problems: Sequence[Problem], appearance: Appearance, parent: QWidget
    ) -> None:
        """Show the templates of a shelf, with the last one chosen, and its ``problems`` and others."""
        super().__init__(parent)
        self._shelf, self._problems = shelf, problems
        self._key = ""
        self.switch = AudienceSwitch(self)
        self.kinds = self._cards(_("Templates"), appearance)
        self.own = self._cards(_("My templates"), appearance)
        self._own_title = QLabel(_("My templates"), self)
        self.left_out = QLabel(self)
        self._lay_out(appearance)
        self.switch.choose(shelf.audience)
        self.switch.switched.connect(lambda _audience: self._fill(self.template))
        self._fill(shelf.last)

    def _cards(self, name: str, appearance: Appearance) -> PictureCards:
        cards = PictureCards(name, self._shelf.look_soon, self, _PICTURE, note_lines=3, keeps_choice=True)
        cards.wear(appearance)
        cards.stood_on.connect(lambda place: self._bring_into_view(cards, place))
        cards.chosen.connect(lambda _key: self._follow(cards))
        cards.asked.connect(self.asked)
        cards.went_past.connect(lambda way: self._go_past(cards, way))
        return cards

    def _lay_out(self, appearance: Appearance) -> None:
        bold = QFont(self.font())
        bold.setBold(True)
        self._own_title.setFont(bold)
        palette = self.left_out.palette()
        palette.setColor(self.left_out.foregroundRole(), appearance.warning)
        self.left_out.setPalette(palette)
        self.left_out.setTextFormat(Qt.TextFormat.PlainText)
        self.left_out.setWordWrap(True)
        page = QWidget(self)
        inner = QVBoxLayout(page)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(6)
        for widget in (self.kinds, self._own_title, self.own):
            inner.addWidget(widget)
        inner.addStretch(1)
        self.area = QScrollArea(self)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setWidgetResizable(True)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setWidget(page)
        page.setAutoFillBackground(False)
        self.area.viewport().setAutoFillBackground(False)
        bar = self.area.verticalScrollBar().sizeHint().width()
        self.area.setMinimumWidth(self.kinds.width_for(_ACROSS) + bar + 4)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.area, 1)
        column.addWidget(self.left_out)

    def _fill(self, wanted: Template | None) -> None:
        """Show the templates for the audience, and choose one, else that of its kind, else the first."""
        kinds, own = self._shelf.built_in(self.switch.audience), self._shelf.own
        ranks = {one.key: _likeness(one, wanted) for one in (*kinds, *own)}
        self._key = max(ranks, key=lambda key: ranks[key], default="")
        self.kinds.show_cards([card_of(template) for template in kinds], self._key)
        self.own.show_cards([card_of(template) for template in own], self._key)
        for widget in (self._own_title, self.own):
            widget.setVisible(bool(own))
        self._mark()
        self._show_problems()
        self.chosen.emit()

    def _show_problems(self) -> None:
        """Name the file that was left out, and how many others."""
        lines = [str(problem) for problem in (*self._shelf.problems, *self._problems)]
        self.left_out.setVisible(bool(lines))
        if lines:
            more = len(lines) - 1
            others = ngettext("{words}, and {count} more", "{words}, and {count} more", more)
            words = _("Left out: {problem}").format(problem=lines[0])
            self.left_out.setText(others.format(words=words, count=more) if more else words)
            self.left_out.setToolTip(as_tip("\n".join(lines)))

    @property
    def template(self) -> Template | None:
        """The chosen template, or None where there is none at all."""
        return self._shelf.find(self._key)

    def take_focus(self) -> None:
        """Give the keyboard to the chosen picture."""
        (self.own if self._is_own() else self.kinds).setFocus()

    def _is_own(self) -> bool:
        return any(template.key == self._key for template in self._shelf.own)

    def _mark(self) -> None:
        """Ring the chosen card only in the list that it stands in."""
        self.kinds.keeps_choice, self.own.keeps_choice = not self._is_own(), self._is_own()
        for cards in (self.kinds, self.own):
            cards.viewport().update()

    def _follow(self, cards: PictureCards) -> None:
        """Choose what the keyboard or the mouse has come to."""
        if cards.hasFocus() and cards.current_key != self._key:
            self._key = cards.current_key
            self._mark()
            self.chosen.emit()

    def _go_past(self, cards: PictureCards, way: int) -> None:
        """Go on from the last card of a list to the other list, and back."""
        other = self.own if cards is self.kinds else self.kinds
        if (way > 0) == (cards is self.kinds) and other.count():
            other.setCurrentRow(0 if way > 0 else other.count() - 1)
            other.setFocus(Qt.FocusReason.TabFocusReason)

    def _bring_into_view(self, cards: PictureCards, card: QRect) -> None:
        self._follow(cards)
        if (page := self.area.widget()) is not None:
            place = cards.mapTo(page, card.center())
            beside = QSize(_BESIDE, _BESIDE) + card.size() / 2
            self.area.ensureVisible(place.x(), place.y(), beside.width(), beside.height())


def _likeness(template: Template, other: Template | None) -> int:
    """Return how well a template stands for another: it is the same, of the same kind, or neither."""
    if other is None:
        return 0
    is_like = not template.is_own and template.map_kind == other.map_kind
    return 2 if template.key == other.key else int(is_like)
