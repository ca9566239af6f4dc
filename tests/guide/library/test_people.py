"""Personas of the library: kept with their pictures, and put into other maps."""

import json
from pathlib import Path

import pytest

from journeymapper.document.document import Document
from journeymapper.document.records import Persona
from journeymapper.editing import personas, pictures
from journeymapper.guide.library import people
from tests import photos
from tests.maps import counting_identifiers, small_map


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "user" / "personas"


@pytest.fixture
def document() -> Document:
    document = small_map()
    with document.edit("") as edit:
        pictures.show(edit, ["persona-1"], photos.record())
        personas.set_fields(edit, "persona-1", colour="violet", decision_role="buyer", values="time")
    return document


def test_a_persona_is_kept_with_its_picture_and_comes_into_another_map(
    folder: Path, document: Document
) -> None:
    path = people.keep(folder, document, "persona-1")
    assert path.name == "Ilze Bērziņa.json"
    [kept], problems = people.read_people(folder)
    assert problems == []
    assert (kept.name, kept.picture) == ("Ilze Bērziņa", photos.record())
    other = Document(identify=counting_identifiers())
    with other.edit("") as edit:
        first = people.put(edit, kept)
        second = people.put(edit, kept)
    original = document.get("persona-1", Persona)
    assert other.get(first, Persona) == original.model_copy(
        update={"id": first, "order": other.get(first, Persona).order}
    )
    assert other.get(second, Persona).colour == "", "two of one colour could not be told apart"
    assert other.indexes.pictures == {photos.record().id}
    assert people.is_known(other, kept)
    assert not people.is_known(Document(), kept)


def test_each_has_a_file_unless_one_takes_anothers_place(folder: Path, document: Document) -> None:
    with document.edit("") as edit:
        slash = personas.add(edit, "Anna/Otto: …").id
        nameless = personas.add(edit, " ").id
    paths = [people.keep(folder, document, id_) for id_ in ("persona-1", "persona-1", slash, nameless)]
    assert [path.name for path in paths] == [
        *("Ilze Bērziņa.json", "Ilze Bērziņa 2.json", "Anna Otto …".rstrip(". ") + ".json", "persona.json")
    ]
    found = people.called(people.read_people(folder)[0], "ilze  berzina")
    assert found is not None
    people.keep(folder, document, "persona-1", found.path)
    assert len(people.read_people(folder)[0]) == 4


def test_a_persona_is_renamed_removed_and_put_back(folder: Path, document: Document) -> None:
    people.keep(folder, document, "persona-1")
    [kept], _problems = people.read_people(folder)
    people.rename(kept, "Ilze\n B. ")
    [renamed], _problems = people.read_people(folder)
    assert (renamed.name, renamed.path, renamed.picture) == ("Ilze B.", kept.path, kept.picture)
    assert renamed.persona == kept.persona.model_copy(update={"name": "Ilze B."})
    taken = people.remove(renamed)
    assert people.read_people(folder) == ([], [])
    people.put_back(taken)
    people.put_back(taken)
    assert [one.name for one in people.read_people(folder)[0]] == ["Ilze B.", "Ilze B."]


def test_fields_of_a_later_version_stay(folder: Path) -> None:
    folder.mkdir(parents=True)
    words = '{"persona": {"name": "A", "shoe_size": 43, "half": "\\ud800é", "id": "map"}}'
    (folder / "a.json").write_text(words, "utf-8")
    [kept], _problems = people.read_people(folder)
    people.rename(kept, "B")
    assert json.loads((folder / "a.json").read_text("utf-8")) == {
        "persona": {"shoe_size": 43, "half": "\ud800é", "name": "B"}
    }


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ("{", "line 1, column 2: the file is damaged: this is not valid JSON"),
        ("{}", "persona: this is missing"),
        ('{"persona": 3}', "persona: a record is expected here"),
        ('{"persona": {"name": 3}}', "persona.name: text is expected here"),
        (
            '{"persona": {}, "picture": {"media_type": "image/png", "width": 1, "height": 1, "data": "?"}}',
            "picture.data: this is no picture",
        ),
    ],
)
def test_a_broken_file_is_one_line_and_the_others_count(
    folder: Path, document: Document, data: str, message: str
) -> None:
    people.keep(folder, document, "persona-1")
    (folder / "mine.json").write_text(data, "utf-8")
    found, problems = people.read_people(folder)
    assert [kept.name for kept in found] == ["Ilze Bērziņa"]
    assert [str(problem) for problem in problems] == [f"personas/mine.json: {message}"]
