"""The user's own templates as files: kept, renamed, taken in and handed on."""

from pathlib import Path

import pytest

from journeymapper.document.document import Document
from journeymapper.document.records import (
    Card,
    Dismissal,
    EmotionPoint,
    Lane,
    Link,
    Parked,
    Persona,
    Picture,
    Prompt,
    Snapshot,
    Step,
)
from journeymapper.editing import links, parking, personas
from journeymapper.files import native
from journeymapper.files.problems import BadFileError
from journeymapper.guide.templates.keeping import (
    Extent,
    NameTakenError,
    as_template,
    hand_on,
    keep,
    place_for,
    rewrite,
    take_in,
)
from tests.maps import small_map
from tests.photos import record as picture


def full_map() -> Document:
    """Return the small map with something of each kind on it."""
    document = small_map()
    with document.edit("Fill") as edit:
        edit.put(picture())
        personas.set_fields(edit, "persona-1", picture=picture().id)
        links.add(edit, "card-1", "card-3")
        parking.add(edit, "Later")
        edit.put(Prompt(id="prompt-1", lane="lane-1", step="step-2", text="What then?"))
        edit.put(Dismissal(id="dismissal-1", rule="no-links"))
        edit.put(Dismissal(id="dismissal-2", rule="unrated", place="card-4"))
        edit.put(Snapshot(id="snapshot-1", order="a0"))
    return document


def kinds_in(document: Document) -> set[type]:
    return {type(record) for record in document}


def test_the_frame_of_a_map_holds_no_word_of_its_cards() -> None:
    frame = as_template(full_map(), " Our\nshop ", "for every\nproduct", Extent.FRAME)
    assert (frame.map.title, frame.map.scenario) == ("Our shop", "for every product")
    assert not kinds_in(frame) & {Card, EmotionPoint, Link, Persona, Picture, Parked, Snapshot}
    assert {Lane, Step, Prompt} <= kinds_in(frame)
    assert [record.id for record in frame if isinstance(record, Dismissal)] == ["dismissal-1"]
    assert native.read_mended(native.written(frame), "frame")[1] == ()


def test_a_whole_map_keeps_all_but_its_meetings_and_reviews() -> None:
    whole = as_template(full_map(), "All", "", Extent.ALL)
    assert not kinds_in(whole) & {Parked, Snapshot}
    assert {Card, EmotionPoint, Link, Persona, Picture, Dismissal} <= kinds_in(whole)


def test_a_name_becomes_a_file_on_any_system(tmp_path: Path) -> None:
    assert place_for("Shop: A/B ", tmp_path).name == "Shop A B.journey"
    assert place_for("...", tmp_path).name == "My template.journey"
    assert len(place_for("x" * 300, tmp_path).name) < 100


def test_a_template_is_renamed_with_its_file(tmp_path: Path) -> None:
    path = place_for("Shop", tmp_path / "templates")
    keep(as_template(small_map(), "Shop", "", Extent.FRAME), path)
    renamed = rewrite(path, "Café", "for the summer")
    assert renamed == path.with_name("Café.journey")
    assert [one.name for one in path.parent.iterdir()] == ["Café.journey"]
    assert (native.load(renamed).map.title, native.load(renamed).map.scenario) == ("Café", "for the summer")
    assert rewrite(renamed, "Café", "for the winter") == renamed


def test_no_template_takes_the_place_of_another(tmp_path: Path) -> None:
    for name in ("One", "Two"):
        keep(as_template(small_map(), name, "", Extent.FRAME), place_for(name, tmp_path))
    with pytest.raises(NameTakenError):
        rewrite(place_for("One", tmp_path), "Two", "")
    assert sorted(one.name for one in tmp_path.iterdir()) == ["One.journey", "Two.journey"]
    assert native.load(place_for("Two", tmp_path)).map.title == "Two"


def test_any_map_is_taken_in_and_a_copy_handed_on(tmp_path: Path) -> None:
    source = tmp_path / "sent.journey"
    native.save(full_map(), source)
    template, path = take_in(source, tmp_path / "templates")
    assert path == tmp_path / "templates" / "Buying a bicycle.journey"
    assert not path.exists()
    keep(template, path)
    hand_on(path, tmp_path / "copy.journey")
    assert (tmp_path / "copy.journey").read_bytes() == path.read_bytes()
    (tmp_path / "broken.journey").write_text("{", "utf-8")
    with pytest.raises(BadFileError):
        take_in(tmp_path / "broken.journey", tmp_path)
