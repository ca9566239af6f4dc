"""Showing pictures and taking them away: each is kept once, and goes with the last that shows it."""

from journeymapper.document.document import Document
from journeymapper.document.records import NO_PICTURE, Card, Lane, Persona
from journeymapper.editing import cards, cells, lanes, pictures
from journeymapper.files import native
from journeymapper.session.session import Session
from journeymapper.text.engine import QtShaper
from tests import photos
from tests.maps import small_map

PHOTO, OTHER = photos.record(), photos.record(left="green")


def shown(document: Document) -> dict[str, str]:
    return {
        one.id: one.picture
        for one in document
        if isinstance(one, Card | Persona) and one.picture != NO_PICTURE
    }


def test_a_picture_is_kept_once_however_many_show_it() -> None:
    document = small_map()
    with document.edit("Show") as edit:
        pictures.show(edit, ["card-1", "persona-1"], PHOTO)
    with document.edit("Show again") as edit:
        pictures.show(edit, ["card-2"], PHOTO.model_copy())
    assert set(shown(document)) == {"card-1", "card-2", "persona-1"}
    assert document.indexes.pictures == {PHOTO.id}
    file = native.written(document)
    assert file.count(PHOTO.data.encode()) == 1
    assert native.written(native.read(file, "again")) == file


def test_the_last_that_shows_a_picture_takes_it_along() -> None:
    document = small_map()
    with document.edit("Show") as edit:
        pictures.show(edit, ["card-1", "card-2"], PHOTO)
    with document.edit("Take one away") as edit:
        pictures.take_away(edit, ["card-1", "card-4"])
    assert document.indexes.pictures == {PHOTO.id}
    with document.edit("Delete the other") as edit:
        cards.delete(edit, ["card-2"])
    assert not document.indexes.pictures


def test_another_picture_takes_the_place_of_one() -> None:
    document = small_map()
    with document.edit("Show") as edit:
        pictures.show(edit, ["card-1"], PHOTO)
    with document.edit("Show another") as edit:
        pictures.show(edit, ["card-1"], OTHER)
    assert shown(document) == {"card-1": OTHER.id}
    assert document.indexes.pictures == {OTHER.id}


def test_undo_and_redo_bring_the_picture_back_with_its_card(shaper: QtShaper) -> None:
    session = Session(small_map(), shaper)
    before = native.written(session.document)
    with session.edit("Show") as edit:
        pictures.show(edit, ["card-1"], PHOTO)
    after = native.written(session.document)
    with session.edit("Delete lane") as edit:
        lanes.delete(edit, edit.get("card-1", Card).lane)
    assert not session.document.indexes.pictures
    session.undo()
    assert native.written(session.document) == after
    session.undo()
    assert native.written(session.document) == before
    session.redo()
    assert native.written(session.document) == after


def test_the_same_picture_for_what_shows_it_already_is_no_edit(shaper: QtShaper) -> None:
    session = Session(small_map(), shaper)
    with session.edit("Show") as edit:
        pictures.show(edit, ["card-1"], PHOTO)
    steps = session.history.mark()
    with session.edit("Show again") as edit:
        pictures.show(edit, ["card-1"], PHOTO)
    assert session.history.mark() == steps


def test_an_id_that_a_file_gave_to_something_else_is_left_to_that() -> None:
    document = Document([*small_map(), Lane(id=PHOTO.id, order="zz")])
    with document.edit("Show") as edit:
        pictures.show(edit, ["card-1"], PHOTO)
    [kept] = document.indexes.pictures
    assert kept != PHOTO.id
    assert shown(document) == {"card-1": kept}
    assert isinstance(document.find(PHOTO.id), Lane)


def test_a_picture_without_words_stays_when_its_cell_is_rewritten_as_lines() -> None:
    document = small_map()
    cell = "lane-1", "step-1"
    with document.edit("Show") as edit:
        last = cards.add(edit, *cell).id
        pictures.show(edit, ["card-1", last], PHOTO)
    for lines, wanted in (
        (["Asks a friend"], ["card-2", last]),
        ([], [last]),
        (["In town"], [last]),
        (["First", "In town"], ["card-7", last]),
        ([], []),
    ):
        with document.edit("Lines") as edit:
            cells.set_lines(edit, *cell, lines)
        found = document.indexes.cards(*cell)
        assert [("card-7" if id_ not in {"card-2", last} else id_) for id_ in found] == wanted
    assert not document.indexes.pictures
