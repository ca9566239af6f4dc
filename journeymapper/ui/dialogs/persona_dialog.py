"""The persona dialog: all personas of a map, and all that is known of each."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from journeymapper.document.records import NO_PICTURE, Card, Persona, Picture
from journeymapper.document.texts import cleaned_values
from journeymapper.editing.personas import Deleted
from journeymapper.i18n import _
from journeymapper.layout.persona_cards import Gallery
from journeymapper.layout.personas import PersonaLooks
from journeymapper.ui.dialogs.buttons import button_row
from journeymapper.ui.dialogs.persona_form import PersonaForm
from journeymapper.ui.dialogs.persona_list import PersonaList
from journeymapper.ui.dialogs.persona_preview import PersonaPreview
from journeymapper.ui.open_map import OpenMap
from journeymapper.ui.persona_icons import persona_icon
from journeymapper.ui.persona_words import deleted_words, name_of

#: The room that the dialog wants, in pixels; the screen may have less.
_ROOM = QSize(860, 720)


@dataclass(frozen=True, slots=True)
class WantedPersonas:
    """All personas as they were written, in order, and the id of the one shown last, "" without any.

    New ones have ids that the map does not know; ``pictures`` are those that were chosen here.
    """

    personas: tuple[Persona, ...]
    current: str
    pictures: tuple[Picture, ...] = ()


class PersonaDialog(QDialog):
    """Shows a list of personas and the fields of one; it changes nothing itself."""

    def __init__(self, open_map: OpenMap, chosen: str, parent: QWidget | None) -> None:
        """Show a map's personas and the fields of the ``chosen`` one; "": of a new one."""
        super().__init__(parent)
        self.setWindowTitle(_("Personas"))
        self._document, self._shaper = open_map.session.document, open_map.session.layout.shaper
        self._personas = {
            id_: self._document.get(id_, Persona) for _o, id_ in self._document.indexes.personas
        }
        self._current = ""
        self._pictures: dict[str, Picture] = {}
        self._last = 0
        self.list = PersonaList(self)
        self.preview = PersonaPreview(self)
        self.form = PersonaForm(self)
        self.message = QLabel(self)
        self.message.setTextFormat(Qt.TextFormat.PlainText)
        self.message.setWordWrap(True)
        self.buttons = button_row(
            self, QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        self._lay_out()
        self.list.chosen.connect(self._show)
        self.list.add_asked.connect(self._add)
        self.list.duplicate_asked.connect(self._duplicate)
        self.list.delete_asked.connect(self._delete)
        self.list.move_asked.connect(self._move)
        self.list.reordered.connect(self._reorder, Qt.ConnectionType.QueuedConnection)
        self.form.edited.connect(self._edit)
        if chosen in self._personas:
            self._choose(chosen)
            self.form.take_focus()
        else:
            self._add()

    def _lay_out(self) -> None:
        page = QWidget(self)
        beside = QVBoxLayout(page)
        beside.setContentsMargins(0, 0, 12, 0)
        beside.setSpacing(12)
        beside.addWidget(self.preview)
        beside.addWidget(self.form)
        beside.addStretch(1)
        self.area = QScrollArea(self)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setWidget(page)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self.list)
        row.addWidget(self.area, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 12)
        column.setSpacing(10)
        column.addLayout(row, 1)
        column.addWidget(self.message)
        column.addWidget(self.buttons)
        self.resize(_ROOM.boundedTo(self.screen().availableSize() * 0.94))

    @property
    def fields(self) -> Mapping[str, QWidget]:
        """The fields of the persona shown, by name."""
        return self.form.fields

    def wanted(self) -> WantedPersonas:
        """Return what is written."""
        return WantedPersonas(tuple(self._personas.values()), self._current, tuple(self._pictures.values()))

    def _gallery(self) -> Gallery:
        """Return how the personas look, as they are written now."""
        return Gallery(PersonaLooks(list(self._personas.values())), self._shaper, self._picture_of)

    def _picture_of(self, id_: str) -> Picture | None:
        known = self._pictures.get(id_) or self._document.find(id_)
        return known if isinstance(known, Picture) else None

    def _choose(self, id_: str) -> None:
        """List all anew and show one of them."""
        self._list_all(id_)
        self._show(id_)

    def _list_all(self, chosen: str) -> None:
        looks = self._gallery().looks
        rows = [
            (each.id, name_of(each, number), persona_icon(looks, each.id))
            for number, each in enumerate(self._personas.values(), 1)
        ]
        self.list.show_personas(rows, chosen)

    def _show(self, id_: str) -> None:
        """Show the fields of one; "" shows none."""
        is_other, self._current = id_ != self._current, id_
        persona = self._personas.get(id_)
        self.form.setVisible(persona is not None)
        self.preview.setVisible(persona is not None)
        gallery = self._gallery()
        self.preview.show_persona(persona, gallery)
        if persona is not None:
            self.form.show_persona(persona, gallery)
        if is_other:
            self.area.verticalScrollBar().setValue(0)
        self._tell()

    def _edit(self, name: str, value: object) -> None:
        before = self._personas[self._current]
        if name == "picture":
            value = self._kept(value)
        values = {**before.__dict__, **cleaned_values({name: value})}
        persona = self._personas[self._current] = Persona.model_validate(values)
        gallery = self._gallery()
        self.preview.show_persona(persona, gallery)
        if name in {"name", "colour"}:
            self.form.show_looks(persona, gallery.looks)
            self._list_all(self._current)
        self._tell()

    def _kept(self, picture: object) -> str:
        """Keep a picture that was chosen, and return its id; "" for none."""
        if not isinstance(picture, Picture):
            return NO_PICTURE
        self._pictures[picture.id] = picture
        return picture.id

    def _add(self) -> None:
        new = Persona(id=self._new_id(), order="a0")
        self._personas[new.id] = new
        self._choose(new.id)
        self.form.take_focus()

    def _duplicate(self) -> None:
        ids, original = list(self._personas), self._personas[self._current]
        copy = original.model_copy(update={"id": self._new_id(), "colour": ""})
        self._personas[copy.id] = copy
        ids.insert(ids.index(original.id) + 1, copy.id)
        self._current = copy.id
        self._reorder(ids)

    def _new_id(self) -> str:
        self._last += 1
        id_ = f"new-{self._last}"
        return id_ if id_ not in self._document and id_ not in self._personas else self._new_id()

    def _delete(self) -> None:
        ids = list(self._personas)
        place = ids.index(self._current)
        del self._personas[self._current]
        ids.remove(self._current)
        self._choose(ids[min(place, len(ids) - 1)] if ids else "")

    def _move(self, by: int) -> None:
        ids = list(self._personas)
        place = ids.index(self._current)
        ids.insert(place + by, ids.pop(place))
        self._reorder(ids)

    def _reorder(self, ids: Sequence[str]) -> None:
        self._personas = {id_: self._personas[id_] for id_ in ids}
        self._choose(self._current)

    def _tell(self) -> None:
        """Say what is missing, and what deleting comes to."""
        known = {id_ for _order, id_ in self._document.indexes.personas}
        nameless = [one for one in self._personas.values() if one.id not in known and not one.name.strip()]
        said = [_("A new persona needs a name.")] if nameless else []
        if gone := known - self._personas.keys():
            said.append(deleted_words(self._deleted(gone)))
        self.message.setText(" ".join(said))
        self.message.setVisible(bool(said))
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(not nameless)

    def _deleted(self, gone: Collection[str]) -> Deleted:
        """Return what deleting personas will come to."""
        document = self._document
        theirs = [id_ for persona in gone for id_ in document.indexes.of_persona.get(persona, ())]
        cards = sum(isinstance(document.find(id_), Card) for id_ in theirs)
        return Deleted(len(gone), cards, len(theirs) - cards)

    @classmethod
    def ask(cls, open_map: OpenMap, chosen: str, parent: QWidget) -> WantedPersonas | None:
        """Ask for the personas of a map, and return them, or None when the user gives up."""
        dialog = cls(open_map, chosen, parent)
        try:
            return dialog.wanted() if dialog.exec() else None
        finally:
            dialog.deleteLater()
