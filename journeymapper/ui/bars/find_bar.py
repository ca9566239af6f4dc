"""The bar for finding and replacing words."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QPushButton, QWidget

from journeymapper.document.searching import Query
from journeymapper.i18n import _, ngettext
from journeymapper.ui.bars.flow import Flow
from journeymapper.ui.bars.parts import icon_button, on_key, quiet_label, text_button
from journeymapper.ui.bars.search import Search
from journeymapper.ui.canvas.canvas import Canvas
from journeymapper.ui.open_map import OpenMap

#: How long after a change of the map the matches are put in order and counted again, in milliseconds.
_SETTLING = 200

#: How many letters there is room for in a field, in a narrow window and in a wide one.
_FIELD_LETTERS = 14, 34

_MARGINS = (10, 4, 8, 4)


class FindBar(QWidget):
    """What is looked for, how many there are, and what is to stand in its place."""

    #: The keyboard goes back to the map.
    left = Signal()
    #: A line for the user.
    said = Signal(str)
    #: What can be done is another.
    changed = Signal()

    def __init__(self, parent: QWidget) -> None:
        """Make the bar, hidden."""
        super().__init__(parent)
        self._search: Search | None = None
        self._open_map: OpenMap | None = None
        self._within: frozenset[str] | None = None
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.setInterval(_SETTLING)
        self._settling.timeout.connect(self._show_count)
        self._make_fields()
        self._make_buttons()
        self._lay_out()
        on_key("Esc", self, self.close_bar, inside=True)
        on_key("Shift+Return", self.field, self.find_previous)
        on_key("Shift+Enter", self.field, self.find_previous)
        self.hide()

    def _make_fields(self) -> None:
        self.field = self._line(_("Find"))
        self.field.textEdited.connect(self._ask)
        self.field.returnPressed.connect(self.find_next)
        self.replacement = self._line(_("Replace with"))
        self.replacement.returnPressed.connect(self.replace_one)
        self.count_label = quiet_label(self, _("Matches"))

    def _line(self, words: str) -> QLineEdit:
        line = QLineEdit(self)
        line.setPlaceholderText(words)
        line.setAccessibleName(words)
        line.setClearButtonEnabled(True)
        narrow, wide = (letters * line.fontMetrics().averageCharWidth() for letters in _FIELD_LETTERS)
        line.setMinimumWidth(narrow)
        line.setMaximumWidth(wide)
        return line

    def _make_buttons(self) -> None:
        self.previous_button = icon_button("chevron-up", _("Find previous"), self)
        self.next_button = icon_button("chevron-down", _("Find next"), self)
        self.case_button = text_button(_("Aa"), _("Match case"), self)
        self.words_button = icon_button("format-letter-matches", _("Find whole words only"), self)
        self.within_button = icon_button("selection", _("Look only in what is selected now"), self)
        for toggle in (self.case_button, self.words_button, self.within_button):
            toggle.setCheckable(True)
        self.close_button = icon_button("close", _("Close Find"), self)
        self.replace_button = QPushButton(_("Replace"), self)
        self.replace_all_button = QPushButton(_("Replace all"), self)
        self.previous_button.clicked.connect(self.find_previous)
        self.next_button.clicked.connect(self.find_next)
        self.case_button.toggled.connect(self._ask)
        self.words_button.toggled.connect(self._ask)
        self.within_button.toggled.connect(self._take_scope)
        self.close_button.clicked.connect(self.close_bar)
        self.replace_button.clicked.connect(self.replace_one)
        self.replace_all_button.clicked.connect(self.replace_all)
        for button in (self.replace_button, self.replace_all_button):
            button.setAutoDefault(False)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def _lay_out(self) -> None:
        first, second = Flow(spacing=2), Flow()
        for widget in (self.previous_button, self.next_button, self.case_button, self.words_button):
            first.addWidget(widget)
        first.addWidget(self.within_button)
        self.count_label.setIndent(8)
        first.addWidget(self.count_label)
        second.addWidget(self.replace_button)
        second.addWidget(self.replace_all_button)
        grid = QGridLayout(self)
        grid.setContentsMargins(*_MARGINS)
        grid.setVerticalSpacing(4)
        grid.addWidget(self.field, 0, 0)
        grid.addLayout(first, 0, 1)
        grid.addWidget(self.close_button, 0, 2)
        grid.addWidget(self.replacement, 1, 0)
        grid.addLayout(second, 1, 1)
        for column in (0, 1):
            grid.setColumnStretch(column, 1)
        for one, other in (
            (self.field, self.replacement),
            (self.replacement, self.replace_button),
            (self.replace_button, self.replace_all_button),
            (self.replace_all_button, self.previous_button),
        ):
            self.setTabOrder(one, other)

    def show_map(self, open_map: OpenMap | None, canvas: Canvas | None) -> None:
        """Search in another map from now on; with None there is none. The bar hides."""
        self._end()
        if self._search is not None:
            self._search.deleteLater()
        self._open_map, self._search, self._within = open_map, None, None
        if open_map is not None and canvas is not None:
            self._search = Search(open_map, canvas, self)
            self._search.changed.connect(self._show_count)
            self._search.unsettled.connect(self._wait_for_order)
            open_map.selected.connect(self._offer_scope)

    def open_bar(self, words: str = "", replacing: bool = False) -> None:
        """Show the bar with the keyboard in its field, looking for these words, or for the last ones."""
        if self._search is None:
            return
        is_new = self.isHidden()
        self._show_rows(replacing or (not is_new and not self.replacement.isHidden()))
        if is_new or (words and words != self.field.text()):
            self._search.begin()
        if words:
            self.field.setText(words)
        self.show()
        self._set_scope(self._selected() if replacing or self.within_button.isChecked() else None)
        self._ask()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def _show_rows(self, replacing: bool) -> None:
        for widget in (self.replacement, self.replace_button, self.replace_all_button):
            widget.setVisible(replacing)

    def close_bar(self) -> None:
        """Hide the bar and leave the keyboard to the map, where the record that was found stays selected."""
        self._end()
        self.changed.emit()
        self.left.emit()

    def _end(self) -> None:
        """Hide and take the marks from the map."""
        self.hide()
        self._settling.stop()
        self._set_scope(None)
        if self._search is not None:
            self._search.end()

    @property
    def can_replace(self) -> bool:
        """Tell whether there is something to be replaced, and the row for it is open."""
        is_open = not self.isHidden() and not self.replacement.isHidden()
        return is_open and self._search is not None and self._search.count > 0

    def find_next(self) -> None:
        """Go to the next match; a bar that is closed opens and looks for what it looked for last."""
        self._go_on(1)

    def find_previous(self) -> None:
        """Go to the match before."""
        self._go_on(-1)

    def _go_on(self, direction: int) -> None:
        if self._search is None:
            return
        if not self.field.text():
            self.open_bar()
            return
        if self.isHidden():
            self._show_rows(False)
            self.show()
            self._search.resume(self._query(), direction)
        else:
            self._search.go_on(direction)

    def replace_one(self) -> None:
        """Replace the match one stands on, and go on to the next."""
        if self._search is not None and self.can_replace:
            self._search.replace(self.replacement.text())

    def replace_all(self) -> None:
        """Replace all matches and say how many there were."""
        if self._search is None or not self.can_replace:
            return
        count = self._search.replace_all(self.replacement.text())
        self.said.emit(
            ngettext("{count} match replaced", "{count} matches replaced", count).format(count=count)
        )
        self._show_count()

    def _ask(self) -> None:
        """Look for what the field says now, and go there."""
        if self._search is not None and not self.isHidden():
            self._search.ask(self._query(), self._within)

    def _query(self) -> Query:
        return Query(self.field.text(), self.case_button.isChecked(), self.words_button.isChecked())

    def _selected(self) -> frozenset[str] | None:
        """Return what is selected where that is several records, else None."""
        selection = self._open_map.selection if self._open_map is not None else frozenset()
        return selection if len(selection) > 1 else None

    def _set_scope(self, within: frozenset[str] | None) -> None:
        self._within = within
        blocked = self.within_button.blockSignals(True)
        self.within_button.setChecked(within is not None)
        self.within_button.blockSignals(blocked)
        self._offer_scope()

    def _take_scope(self, wanted: bool) -> None:
        self._set_scope(self._selected() if wanted else None)
        self._ask()

    def _offer_scope(self) -> None:
        self.within_button.setEnabled(self._within is not None or self._selected() is not None)

    def _wait_for_order(self) -> None:
        """Say how many matches there are, and which one this is as soon as the map is left alone."""
        self._settling.start()
        if self._search is not None:
            count = self._search.count
            self.count_label.setText(ngettext("{count} match", "{count} matches", count).format(count=count))
            self._enable()

    def _show_count(self) -> None:
        self._settling.stop()
        self.count_label.setText(self._count_words())
        self._enable()

    def _enable(self) -> None:
        found = self._search is not None and self._search.count > 0
        for button in (self.previous_button, self.next_button, self.replace_button, self.replace_all_button):
            button.setEnabled(found)
        self.changed.emit()

    def _count_words(self) -> str:
        search = self._search
        if search is None or not self.field.text():
            return ""
        if not search.count:
            return _("Nothing found")
        if not search.number:
            return ngettext("{count} match", "{count} matches", search.count).format(count=search.count)
        words = _("{number} of {count}").format(number=search.number, count=search.count)
        if search.is_parked:
            return _("{place} · in the parking lot").format(place=words)
        if search.is_hidden:
            return _("{place} · in a lane that is not shown").format(place=words)
        return _("{place} · from the other end").format(place=words) if search.has_turned else words
