"""The user's own blocks: kept, renamed, removed and shared, whatever else happens to their files."""

import json
from pathlib import Path

import pytest

from journeymapper.document.records import Card
from journeymapper.editing import cards
from journeymapper.files.problems import BadFileError
from journeymapper.guide.library import keeping
from journeymapper.guide.library.block import Block
from journeymapper.guide.library.shelf import read_shelf
from tests.guide.library.shelves import CAFE, CHAT, REMINDER
from tests.maps import small_map


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "user" / "blocks"


def own(folder: Path) -> list[str]:
    return [block.text for block in read_shelf(folder).own]


def test_a_card_becomes_a_block_of_its_lane_and_stage() -> None:
    document = small_map()
    with document.edit("") as edit:
        edit.update(
            "card-4", Card, note="Two of three", channel="search", tags=("web",), unit="clicks", votes=3
        )
        blank = cards.add(edit, "lane-2", "step-2", " \n").id
    assert keeping.block_of(document, "card-4") == Block(
        text="Web search",
        role="touchpoints",
        stages=("awareness",),
        channel="search",
        online=True,
        unit="clicks",
        tags=("web",),
        note="Two of three",
    )
    assert keeping.block_of(document, blank) is None


def test_kept_blocks_stand_in_one_file_that_can_be_read(folder: Path) -> None:
    assert keeping.keep(folder, [CHAT, CAFE]) == (2, 0)
    assert keeping.keep(folder, [REMINDER, CHAT.model_copy(update={"text": "LIVE CHAT"})]) == (1, 1)
    assert own(folder) == ["LIVE CHAT", CAFE.text, REMINDER.text]
    assert [path.name for path in folder.iterdir()] == ["own.json"]
    assert {block.category for block in read_shelf(folder).own} == {"own"}
    raw = json.loads((folder / "own.json").read_text("utf-8"))
    assert raw["blocks"][1] == {"text": CAFE.text, "role": "actions", "stages": ["purchase"]}


def test_what_another_program_added_meanwhile_stays(folder: Path) -> None:
    keeping.keep(folder, [CHAT])
    before = read_shelf(folder)
    keeping.keep(folder, [CAFE])
    keeping.keep(folder, [REMINDER])
    assert keeping.rename(folder, before.own[0], " Chat\r\non our page ")
    assert own(folder) == ["Chat\non our page", CAFE.text, REMINDER.text]


def test_a_broken_file_is_left_as_it_is(folder: Path) -> None:
    folder.mkdir(parents=True)
    (folder / "own.json").write_text("{", "utf-8")
    keeping.keep(folder, [CHAT])
    keeping.keep(folder, [CAFE])
    assert (folder / "own.json").read_text("utf-8") == "{"
    assert own(folder) == [CHAT.text, CAFE.text]
    assert [problem.file for problem in read_shelf(folder).problems] == ["blocks/own.json"]


def test_a_file_of_a_category_of_its_own_keeps_that(folder: Path) -> None:
    folder.mkdir(parents=True)
    words = '{"category": "trade", "name": "Trade", "role": "actions", "blocks": [{"text": "Chimney swept"}]}'
    (folder / "own.json").write_text(words, "utf-8")
    keeping.keep(folder, [CHAT])
    assert keeping.keep(folder, [CAFE, CHAT]) == (1, 1)
    assert (folder / "own.json").read_text("utf-8") == words
    assert own(folder) == [CHAT.text, CAFE.text, "Chimney swept"]


def test_a_block_is_removed_from_its_file_and_put_back_where_it_stood(folder: Path) -> None:
    keeping.keep(folder, [CHAT, CAFE, REMINDER])
    trade = '{"category": "trade", "name": "Trade", "blocks": [{"text": "Chimney swept"}]}'
    (folder / "trade.json").write_text(trade, "utf-8")
    shelf = read_shelf(folder)
    for place in (1, 3):
        taken = keeping.remove(folder, shelf.own[place])
        assert taken is not None
        assert shelf.own[place] not in read_shelf(folder).own
        assert keeping.remove(folder, shelf.own[place]) is None
        keeping.put_back(taken)
        assert read_shelf(folder) == shelf
    assert not keeping.rename(folder, CHAT.model_copy(update={"note": "another"}), "A")
    (folder / "trade.json").unlink()
    keeping.put_back(taken)
    assert read_shelf(folder).own[-1].text == "Chimney swept"


def test_blocks_travel_in_a_file(folder: Path, tmp_path: Path) -> None:
    path = tmp_path / "for a friend.json"
    keeping.keep(folder, [CHAT, CAFE])
    keeping.write_blocks(path, read_shelf(folder).own)
    assert "own" not in path.read_text("utf-8")
    other = tmp_path / "other"
    keeping.keep(other, keeping.read_blocks(path))
    assert read_shelf(other).own == read_shelf(folder).own
    path.write_text('{"blocks": 3}', "utf-8")
    with pytest.raises(BadFileError, match="a list is expected here"):
        keeping.read_blocks(path)


def test_a_folder_that_cannot_be_made_is_an_error_of_the_disk(tmp_path: Path) -> None:
    (tmp_path / "blocks").write_text("a file", "utf-8")
    with pytest.raises(OSError, match="exist"):
        keeping.keep(tmp_path / "blocks", [CHAT])
