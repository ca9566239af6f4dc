"""The review cycle: dates, what there is to look at, snapshots, and the file for the calendar."""

import base64
import re
import zlib
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from icalendar import Calendar

from journeymapper.document.document import Document, Transaction
from journeymapper.document.records import MAP_ID, Card, JourneyMap, Persona, Picture, Snapshot, Source, Step
from journeymapper.editing import cards, evidence, lanes, personas, pictures, stages
from journeymapper.files import native
from journeymapper.files.problems import BadFileError
from journeymapper.guide.review import snapshots
from journeymapper.guide.review.agenda import Agenda
from journeymapper.guide.review.calendar import calendar, write_calendar
from journeymapper.guide.review.comparing import Became, compared
from journeymapper.guide.review.cycle import next_after, standing
from journeymapper.guide.review.finishing import finish
from tests import photos
from tests.maps import small_map

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("reviewed", "planned", "days", "words"),
    [
        (None, None, None, ""),
        (date(2026, 9, 1), None, 9, "Review in 9 days"),
        (date(2026, 8, 31), date(2026, 11, 23), 1, "Review in 1 day"),
        (None, TODAY, 0, "Review due today"),
        (None, date(2026, 11, 20), -2, "Review 2 days overdue"),
    ],
)
def test_how_a_map_stands_with_its_reviews(
    reviewed: date | None, planned: date | None, days: int | None, words: str
) -> None:
    found = standing(JourneyMap(reviewed=reviewed, next_review=planned), TODAY)
    assert (found.days, found.words()) == (days, words)
    assert found.is_due == (days is not None and days <= 0)


def test_a_quarter_ends_with_the_month_where_that_is_shorter() -> None:
    assert next_after(date(2026, 11, 30)) == date(2027, 2, 28)
    assert next_after(date(2026, 11, 22)) == date(2027, 2, 22)


def reviewed_map() -> Document:
    document = small_map()
    with document.edit("Review") as edit:
        finish(edit, TODAY, reviewer=" Ilze\n", name="")
    return document


def test_a_review_ends_with_dates_and_a_snapshot_in_one_edit() -> None:
    document = reviewed_map()
    record = document.map
    assert (record.reviewed, record.next_review, record.reviewer) == (TODAY, date(2027, 2, 22), "Ilze")
    kept = snapshots.last(document)
    assert kept is not None
    assert (kept.name, kept.day, kept.author) == ("Review of 22 Nov 2026", TODAY, "Ilze")
    then = snapshots.opened(document, kept)
    assert {record.id for record in then} == {record.id for record in document} - {kept.id}
    assert compared(then, document) == []


def test_what_became_of_the_map_is_told_in_reading_order() -> None:
    document = reviewed_map()
    with document.edit("Change") as edit:
        cards.set_text(edit, "card-2", "Sees it again")
        cards.move(edit, ["card-4"], "lane-2", "step-1", 0)
        stages.rename_step(edit, "step-3", "Pays at once")
        cards.delete(edit, ["card-6"])
        added = lanes.add(edit, "Ideas", role="ideas")
        card = cards.add(edit, added.id, "step-1", "A map at the door")
        stages.set_step_width(edit, ["step-1"], 200.0)
    kept = snapshots.last(document)
    assert kept is not None
    found = compared(snapshots.opened(document, kept), document)
    told = {one.record.id: (one.became, one.fields) for one in found}
    assert told == {
        "card-2": (Became.CHANGED, ("text",)),
        "card-4": (Became.MOVED, ("step",)),
        "step-3": (Became.CHANGED, ("name",)),
        "card-6": (Became.REMOVED, ()),
        added.id: (Became.ADDED, ()),
        card.id: (Became.ADDED, ()),
    }
    assert found[-1].became is Became.REMOVED
    assert Agenda(document, TODAY).differences == found


def test_open_plans_come_by_their_dates_and_old_evidence_is_named() -> None:
    document = small_map()
    with document.edit("Plan") as edit:
        lane = lanes.add(edit, "Opportunities", role="opportunities").id
        later = cards.add(edit, lane, "step-1", "Later", due=date(2027, 1, 1)).id
        some_day = cards.add(edit, lane, "step-1", "Some day", impact=3).id
        cards.add(edit, lane, "step-2", "Over", due=date(2026, 1, 1), done=True)
        soon = cards.add(edit, lane, "step-3", "Soon", due=date(2026, 12, 1)).id
        evidence.add_source(edit, ["card-1", "card-2"], Source(name="Old", day=date(2025, 11, 21)))
        evidence.add_source(edit, ["card-2"], Source(name="New", day=date(2026, 11, 1)))
    found = Agenda(document, TODAY)
    assert found.plans == [soon, later, some_day]
    assert found.stale == ["card-1"]
    assert (found.since, found.differences) == (None, []), "nothing is kept to compare with"


def test_a_snapshot_leaves_the_bytes_of_pictures_to_the_map() -> None:
    document = small_map()
    with document.edit("Pictures") as edit:
        pictures.show(edit, ["card-1"], photos.record())
        pictures.show(edit, ["card-2"], photos.record(left="green"))
    shown = {record.id for record in document if isinstance(record, Picture)}
    with document.edit("Keep") as edit:
        snapshots.take(edit, "First", TODAY)
        kept = snapshots.take(edit, "Second", TODAY)
    assert b"data" not in zlib.decompress(base64.b64decode(kept.data)).replace(b'"data":""', b"")
    then = snapshots.opened(document, kept)
    assert {record.id for record in then if isinstance(record, Picture)} == shown
    assert then.get("card-1", Card).picture == document.get("card-1", Card).picture
    with document.edit("Take away") as edit:
        pictures.take_away(edit, ["card-2"])
    then = snapshots.opened(document, kept)
    assert then.get("card-2", Card).picture == "", "the map has its bytes no more"
    assert then.get("card-1", Card).picture != ""


def test_snapshots_are_saved_renamed_and_let_go() -> None:
    document = reviewed_map()
    again = native.read(native.written(document), "map.journey")
    kept = snapshots.last(again)
    assert kept == snapshots.last(document)
    assert kept is not None
    with again.edit("Rename") as edit:
        snapshots.rename(edit, kept.id, "Autumn\n2026")
    assert again.get(kept.id, Snapshot).name == "Autumn 2026"
    with again.edit("Delete") as edit:
        snapshots.delete(edit, kept.id)
    assert snapshots.last(again) is None


@pytest.mark.parametrize(
    "data",
    [
        "",
        "no base64",
        base64.b64encode(b"not packed").decode(),
        base64.b64encode(zlib.compress(b"[")).decode(),
        base64.b64encode(zlib.compress(b"[" * 100_000)).decode(),
        base64.b64encode(zlib.compress(b" " * 70_000_000)).decode(),
    ],
    ids=["empty", "no base64", "not packed", "no JSON", "nested too deep", "more than a map"],
)
def test_a_damaged_snapshot_is_said_to_be_one_and_harms_nothing_else(data: str) -> None:
    document = reviewed_map()
    kept = snapshots.last(document)
    assert kept is not None
    with document.edit("Damage") as edit:
        edit.update(kept.id, Snapshot, data=data)
    with pytest.raises(BadFileError, match="Review of 22 Nov 2026: the snapshot is damaged"):
        snapshots.opened(document, document.get(kept.id, Snapshot))
    assert Agenda(document, TODAY).since is None


def test_the_calendar_takes_the_review_in(tmp_path: Path) -> None:
    record = JourneyMap(title="Bērni, nāciet; “café”", scenario="One\nTwo", reviewer="Ilze")
    path = tmp_path / "review.ics"
    write_calendar(record, date(2027, 2, 22), path)
    [event] = Calendar.from_ical(path.read_bytes()).walk("VEVENT")
    assert event.start == date(2027, 2, 22)
    assert "“Bērni, nāciet; “café””" in str(event["summary"])
    assert str(event["description"]).endswith("With: Ilze\nOne\nTwo")
    assert len(event.walk("VALARM")) == 1
    lines = path.read_bytes().split(b"\r\n")
    assert all(len(line) <= 75 for line in lines)
    moved = calendar(record, date(2027, 3, 1), datetime(2026, 11, 22, tzinfo=UTC))
    uids = {re.search(rb"UID:(.*)", data)[1] for data in (moved, path.read_bytes())}  # type: ignore[index]
    assert len(uids) == 1, "the calendar moves the event it has"


def test_what_is_not_of_the_map_s_content_is_no_difference() -> None:
    document = reviewed_map()
    with document.edit("Looks") as edit:
        personas.set_fields(edit, next(r.id for r in document if isinstance(r, Persona)), colour="teal")
        lanes.set_collapsed(edit, ["lane-1"], True)
        edit.update(MAP_ID, JourneyMap, evidence_strip=True)
        edit.update("step-1", Step, width=222.0)
    assert Agenda(document, TODAY).differences == []


def test_what_there_is_to_look_at_follows_each_edit() -> None:
    document = reviewed_map()
    found = Agenda(document, TODAY)
    lane = document.get("card-1", Card).lane

    def follow(edit: Transaction) -> None:
        found.apply(edit.change)
        anew = Agenda(document, TODAY)
        assert (found.since, found.differences) == (anew.since, anew.differences)
        assert (found.plans, found.stale) == (anew.plans, anew.stale)

    with document.edit("Role") as edit:
        lanes.set_role(edit, lane, "ideas")
    follow(edit)
    assert found.plans[0] == "card-1"
    with document.edit("Text") as edit:
        cards.set_text(edit, "card-1", "Another")
        cards.set_fields(edit, ["card-2"], done=True)
        evidence.add_source(edit, ["card-3"], Source(name="Old", day=date(2024, 1, 1)))
    follow(edit)
    assert found.stale == ["card-3"]
    assert {one.record.id for one in found.differences} == {lane, "card-1", "card-2", "card-3"}
    with document.edit("Delete") as edit:
        lanes.delete(edit, lane)
    follow(edit)
    document.apply(edit.change.inverted())
    found.apply(edit.change.inverted())
    with document.edit("Keep") as edit:
        snapshots.take(edit, "Now", TODAY)
    follow(edit)
    assert found.differences == []


def test_the_calendar_has_an_end() -> None:
    last = date.max
    assert next_after(date(9999, 12, 1)) == next_after(last) == last
    assert standing(JourneyMap(reviewed=last), TODAY).next_review == last
    [event] = Calendar.from_ical(calendar(JourneyMap(), last, datetime.now(UTC))).walk("VEVENT")
    assert event.start == last
    document = small_map()
    with document.edit("Source") as edit:
        evidence.add_source(edit, ["card-1"], Source(day=last))
        finish(edit, last)
    assert document.map.next_review == last
    assert Agenda(document, last).stale == []


def test_a_picture_that_is_gone_is_told_whenever_one_asks() -> None:
    document = small_map()
    with document.edit("Show") as edit:
        pictures.show(edit, ["card-1"], photos.record())
        snapshots.take(edit, "Then")
    found = Agenda(document, TODAY)
    with document.edit("Take away") as edit:
        pictures.take_away(edit, ["card-1"])
    found.apply(edit.change)
    assert [one.fields for one in found.differences] == [("picture",)]
    assert Agenda(document, TODAY).differences == found.differences


def test_another_name_of_what_is_kept_is_taken_over_without_reading_the_map_again() -> None:
    document = reviewed_map()
    found = Agenda(document, TODAY)
    then, kept = found.then, snapshots.last(document)
    assert kept is not None
    with document.edit("Rename") as edit:
        snapshots.rename(edit, kept.id, "Autumn")
    found.apply(edit.change)
    assert (found.then, found.since) == (then, snapshots.last(document))
    assert found.then is then


def test_the_map_is_compared_with_how_it_was_at_the_last_review() -> None:
    document = reviewed_map()
    found = Agenda(document, TODAY)
    review = snapshots.last(document)
    with document.edit("Change and keep") as edit:
        cards.set_text(edit, "card-1", "Another")
        snapshots.take(edit, "In between", TODAY + timedelta(days=1))
    found.apply(edit.change)
    assert found.since == review
    assert [one.record.id for one in found.differences] == ["card-1"]
    with document.edit("Another day") as edit:
        edit.update(MAP_ID, JourneyMap, reviewed=TODAY + timedelta(days=1))
    found.apply(edit.change)
    assert found.since == snapshots.last(document)
    assert (found.differences, Agenda(document, TODAY).differences) == ([], [])
    with document.edit("Nobody knows when") as edit:
        edit.update(MAP_ID, JourneyMap, reviewed=None)
    found.apply(edit.change)
    assert found.since == snapshots.last(document), "the latest, where no review is known"
