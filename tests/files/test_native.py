import json
import os
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeymapper.document import fragment
from journeymapper.document.records import Card, Lane
from journeymapper.editing import cards, pasting
from journeymapper.files import native, schema
from journeymapper.files.problems import BadFileError, NewerFileError, disk_words
from tests.maps import small_map

RESOURCES = Path(__file__).parents[2] / "resources"


def whole() -> dict[str, Any]:
    parsed: dict[str, Any] = json.loads(native.written(small_map()))
    return parsed


def refused(data: bytes) -> str:
    with pytest.raises(BadFileError) as caught:
        native.read(data, "map.journey")
    assert "\n" not in str(caught.value)
    return str(caught.value)


def refused_with(**parts: object) -> str:
    return refused(json.dumps({**whole(), **parts}).encode())


def test_a_map_survives_save_and_load_byte_for_byte(tmp_path: Path) -> None:
    document = small_map()
    native.save(document, tmp_path / "map.journey")
    again = native.load(tmp_path / "map.journey")
    assert native.written(again) == native.written(document) == (tmp_path / "map.journey").read_bytes()
    assert again.get("card-4", Card) == document.get("card-4", Card)


def test_the_file_is_readable_one_record_a_line_in_the_order_of_the_map() -> None:
    lines = native.written(small_map()).decode().splitlines()
    assert any("Ilze Bērziņa" in line for line in lines)
    parsed = whole()
    assert list(parsed) == [
        "format", "version", "map", "personas", "stages", "steps", "lanes", "cards", "points",
        "links", "parking_lot", "prompts", "dismissals", "pictures", "snapshots",
    ]  # fmt: skip
    assert [step["stage"] for step in parsed["steps"]] == ["stage-1", "stage-1", "stage-2"]
    assert parsed["cards"][0] == {
        "id": "card-1", "order": "a0", "lane": "lane-1", "step": "step-1", "text": "Sees a poster",
    }  # fmt: skip
    assert sum(line.startswith('{"id":"card-') for line in lines) == 6


def test_unknown_fields_and_record_kinds_survive() -> None:
    parsed = whole()
    parsed["ties"] = [{"id": "tie-1", "from": "card-1", "to": "card-2"}]
    parsed["cards"][0]["likes"] = 7
    parsed["cards"][1]["unknown"] = "a field of that very name"
    parsed["cards"][5]["evidence"]["url"] = "about:blank"
    parsed["cards"][5]["evidence"]["sources"][0]["mood"] = "calm"
    parsed["votes"] = {"half": "\ud800"}
    parsed["map"]["mood"] = {"deep": [1, 2]}
    parsed["lanes"][0]["lane_kind"] = "metric"
    document = native.read(json.dumps(parsed).encode(), "map.journey")
    with document.edit("Edit") as edit:
        cards.set_text(edit, "card-1", "Edited")
    again = json.loads(native.written(document))
    assert again["ties"] == parsed["ties"]
    assert again["votes"] == parsed["votes"]
    assert again["cards"][0] == {**parsed["cards"][0], "text": "Edited"}
    assert again["cards"][1]["unknown"] == "a field of that very name"
    assert again["cards"][5]["evidence"] == parsed["cards"][5]["evidence"]
    assert again["map"]["mood"] == {"deep": [1, 2]}
    assert document.get("lane-1", Lane).lane_kind == "metric"


def test_a_file_written_by_hand_may_leave_the_order_to_its_rows() -> None:
    parsed = whole()
    for row in parsed["cards"]:
        del row["order"]
    for number, row in enumerate(parsed["lanes"]):
        row["order"] = str(9 - number)
    document = native.read(json.dumps(parsed).encode(), "map.journey")
    again = json.loads(native.written(document))
    assert [card["id"] for card in again["cards"]] == [card["id"] for card in parsed["cards"]]
    assert [lane["id"] for lane in again["lanes"]] == [lane["id"] for lane in parsed["lanes"]]
    with document.edit("Between") as edit:
        cards.add(edit, "lane-1", "step-1", "Second", place=1)
    assert len(document.indexes.cards("lane-1", "step-1")) == 3


def test_a_newer_file_is_refused_with_the_version_it_needs() -> None:
    with pytest.raises(NewerFileError) as caught:
        native.read(json.dumps({**whole(), "version": 7}).encode(), "map.journey")
    assert caught.value.version == 7
    assert "map.journey" in str(caught.value)
    assert "7" in str(caught.value)


def test_a_damaged_file_gets_one_line_that_says_what_and_where() -> None:
    data = native.written(small_map())
    assert "line" in refused(data[: len(data) // 2])
    assert "map.journey" in refused(b"")
    assert "byte 3" in refused(b"abc\xff")
    assert "not a journeymapper file" in refused(b"[]")
    assert "not a journeymapper file" in refused(b'{"format": "other"}')
    assert "version" in refused_with(version="1")
    assert "version" in refused_with(version=True)
    assert "cards[0].lane" in refused_with(cards=[{"id": "x", "order": "a0", "step": "step-1"}])
    assert "cards[0]: a record" in refused_with(cards=["text"])
    assert "cards: a list" in refused_with(cards={})
    assert "damaged" in refused(native.written(small_map()).replace(b'"score":-1.0', b'"score":NaN'))
    assert "reviewed: a date" in refused_with(map={"reviewed": "yesterday"})
    assert "map_kind: one of" in refused_with(map={"map_kind": "poem"})
    assert "lanes[5]: the id “lane-1” is used twice" in refused_with(lanes=whole()["lanes"] * 2)
    assert "half a character" in refused_with(map={"title": "\ud800"})
    assert "damaged" in refused(b'{"a":' * 100_000)


def test_what_json_cannot_write_again_is_refused_when_it_is_read() -> None:
    assert "damaged" in refused(native.written(small_map()).replace(b'"score":-1.0', b'"score":1e999'))
    assert "damaged" in refused(b'{"format": "journeymapper", "version": 1, "extra": 1e999}')


def test_a_name_that_is_there_twice_is_no_map() -> None:
    data = native.written(small_map())
    assert "“stages” is there twice" in refused(data.replace(b'"lanes": [', b'"stages": [], "lanes": ['))
    assert "“text” is there twice" in refused(data.replace(b'"text":"Queues"', b'"text":"Queues","text":""'))


def test_the_map_record_has_its_own_id_and_no_other_has_it() -> None:
    assert "map.id: one of" in refused_with(map={"id": "foo", "title": "Not lost"})
    card = {**whole()["cards"][0], "id": "map"}
    assert "cards[0]: the id “map” is used twice" in refused_with(cards=[card])


def test_cards_and_points_stand_only_in_lanes_for_them() -> None:
    card, point = whole()["cards"][0], whole()["points"][0]
    assert "cards[0]: nothing of this kind" in refused_with(cards=[{**card, "lane": "lane-3"}])
    assert "cards[0]: nothing of this kind" in refused_with(cards=[{**card, "lane": "lane-4"}])
    assert "points[0]: nothing of this kind" in refused_with(points=[{**point, "lane": "lane-1"}])


def test_values_of_another_type_are_refused() -> None:
    card, point = whole()["cards"][0], whole()["points"][0]
    assert "cards[0].due: a date" in refused_with(cards=[{**card, "due": 0}])
    assert "cards[0].online: true or false" in refused_with(cards=[{**card, "online": "yes"}])
    assert "points[0].score: a number" in refused_with(points=[{**point, "score": "1.5"}])
    assert "cards[0].evidence.sources.0.count" in refused_with(
        cards=[{**card, "evidence": {"count": 10**30}}]
    )


def test_evidence_of_an_earlier_version_is_read_as_one_source() -> None:
    parsed = whole()
    parsed["cards"][0]["evidence"] = {
        "level": "observed",
        "count": 3,
        "source": "Visit",
        "quote": "Hm.",
        "x": 1,
    }
    document, notes = native.read_mended(json.dumps(parsed).encode(), "map.journey")
    found = document.get("card-1", Card).evidence
    assert (found.level, found.count, found.unknown, notes) == ("observed", 3, {"x": 1}, ())
    assert [(one.name, one.quote) for one in found.sources] == [("Visit", "Hm.")]


def test_siblings_with_one_order_key_stay_in_order_and_get_room() -> None:
    parsed = whole()
    for row in parsed["cards"]:
        row["order"] = "a0"
    document = native.read(json.dumps(parsed).encode(), "map.journey")
    assert document.indexes.cards("lane-1", "step-1") == ["card-1", "card-2"]
    with document.edit("Duplicate") as edit:
        [copy] = cards.duplicate(edit, ["card-1"])
    assert document.indexes.cards("lane-1", "step-1") == ["card-1", copy, "card-2"]


def test_fields_of_ours_win_over_unknown_ones_of_that_name() -> None:
    document = small_map()
    carried = fragment.from_json(
        b'{"cards": [{"row": 0, "column": 0, "card": {"id": "x", "order": "a0", "lane": "l", "step": "s",'
        b'"text": "Pasted", "unknown": {"id": "evil", "lane": "nowhere"}}}]}'
    )
    assert carried is not None
    with document.edit("Paste") as edit:
        pasting.paste_cards(edit, carried, "lane-1", "step-1")
    again = native.read(native.written(document), "map.journey")
    assert "evil" not in again
    assert len(again.indexes.cards("lane-1", "step-1")) == 3


def test_a_dangling_reference_is_named_with_its_record() -> None:
    parsed = whole()
    parsed["cards"][2]["step"] = "step-99"
    words = refused_with(cards=parsed["cards"])
    assert "cards[2]" in words
    assert "step-99" in words


@given(st.binary(max_size=300))
def test_no_bytes_at_all_raise_anything_else(data: bytes) -> None:
    with pytest.raises(BadFileError):
        native.read(data, "map.journey")


@given(st.data())
def test_no_damage_to_a_real_file_raises_anything_else(data: st.DataObject) -> None:
    raw = bytearray(native.written(small_map()))
    for place in data.draw(st.lists(st.integers(0, len(raw) - 1), max_size=5)):
        raw[place] = data.draw(st.integers(0, 255))
    try:
        document = native.read(bytes(raw), "map.journey")
    except BadFileError as error:
        one_line = str(error).splitlines()
        assert one_line == [str(error)]  # noqa: PT017  # either answer will do
    else:
        assert native.read(native.written(document), "map.journey").indexes == document.indexes


def test_a_byte_order_mark_is_no_damage() -> None:
    data = native.written(small_map())
    assert native.written(native.read(b"\xef\xbb\xbf" + data, "map.journey")) == data


def test_the_schema_in_resources_is_that_of_the_records() -> None:
    kept = (RESOURCES / "schema" / schema.FILE_NAME).read_text("utf-8")
    assert kept == schema.printed()
    assert '"unknown":' not in kept


def test_the_old_file_stays_whole_when_saving_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "map.journey"
    native.save(small_map(), path)
    before = path.read_bytes()

    def full_disk(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full_disk)
    changed = small_map()
    with changed.edit("Edit") as edit:
        cards.set_text(edit, "card-1", "New")
    with pytest.raises(OSError, match="space") as caught:
        native.save(changed, path)
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]
    assert "map.journey" in disk_words(caught.value)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_what_is_no_ordinary_file_is_left_alone(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.journey")
    with pytest.raises(OSError, match="pipe"):
        native.save(small_map(), tmp_path / "pipe.journey")
    assert (tmp_path / "pipe.journey").is_fifo()


def test_saving_keeps_permissions_and_follows_links(tmp_path: Path) -> None:
    real, link = tmp_path / "real.journey", tmp_path / "link.journey"
    native.save(small_map(), real)
    real.chmod(0o640)
    link.symlink_to(real)
    changed = small_map()
    with changed.edit("Edit") as edit:
        cards.set_text(edit, "card-1", "New")
    native.save(changed, link)
    assert link.is_symlink()
    assert real.read_bytes() == native.written(changed)
    assert real.stat().st_mode & 0o777 == 0o640


def test_saving_into_nowhere_names_the_file(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError) as caught:
        native.save(small_map(), tmp_path / "missing" / "map.journey")
    assert (
        disk_words(caught.value) == f"{tmp_path / 'missing' / 'map.journey'}: there is no such file or folder"
    )
    with pytest.raises(IsADirectoryError):
        native.save(small_map(), tmp_path)


@pytest.mark.parametrize("width", [5, 601, "wide", True, None, "131"])
def test_a_step_of_no_possible_width_is_refused_with_its_place(width: object) -> None:
    steps = whole()["steps"]
    steps[1]["width"] = width
    message = refused_with(steps=steps)
    assert "steps" in message or "step" in message
    assert "width" in message


def test_lanes_and_lane_heads_of_no_possible_kind_are_refused_with_their_place() -> None:
    lanes = whole()["lanes"]
    lanes[2]["collapsed"] = "yes"
    message = refused_with(lanes=lanes)
    assert "lane" in message
    assert "collapsed" in message
    assert "hidden" in refused_with(lanes=[{**whole()["lanes"][0], "hidden": 1}])
    assert "lane_width" in refused_with(map={**whole()["map"], "lane_width": 20})
