"""Files of data, whole and broken: each broken one is one line, and the others count."""

import os
from pathlib import Path

import pytest

from journeymapper.guide.folders import blocks_folder, personas_folder, templates_folder, user_folder
from journeymapper.guide.library.block import BlockFile
from journeymapper.guide.library.shelf import Category, read_shelf
from journeymapper.guide.resources import listed, read_all, with_words

GOOD = '{"blocks": [{"text": "Loyalty card", "role": "touchpoints", "stages": ["retention"]}]}'


@pytest.fixture
def blocks(tmp_path: Path) -> Path:
    folder = tmp_path / "blocks"
    folder.mkdir()
    return folder


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (
            b'{"blocks": [\n  {"text": "A"},\n  x]}',
            "line 3, column 3: the file is damaged: this is not valid JSON",
        ),
        (b"", "line 1, column 1: the file is damaged: this is not valid JSON"),
        (b'{"blocks": "\xff"}', "byte 12: this is not a text file in UTF-8"),
        (b'{"blocks": [], "role": "goals", "role": ""}', "the file is damaged: “role” is there twice"),
        (b'{"blocks": [{"text": "A", "value": NaN}]}', "the file is damaged: “NaN” is no number"),
        (b'{"blocks": [{"text": "A", "value": 1e999}]}', "the file is damaged: “1e999” is no number"),
        (b"[" * 100_000, "the file is damaged: this is not valid JSON"),
        (b"[]", "a record is expected here"),
        (b'{"blocks": [{"text": 7}]}', "blocks.0.text: text is expected here"),
        (b'{"blocks": [{"text": ""}]}', "blocks.0.text: this must not be empty"),
        (b'{"blocks": [{"text": "\\ud800"}]}', "blocks.0.text: this text holds half a character"),
        (b'{"blocks": [{"text": "A", "stage": []}]}', "blocks.0.stage: there is no field of this name"),
        (b"{}", "blocks: this is missing"),
    ],
)
def test_a_broken_file_is_one_line_and_the_others_count(blocks: Path, data: bytes, message: str) -> None:
    (blocks / "a.json").write_text(GOOD, "utf-8")
    (blocks / "mine.json").write_bytes(data)
    (blocks / "z.json").write_text(GOOD.replace("card", "app"), "utf-8")
    files, problems = read_all(blocks, BlockFile)
    assert [file.blocks[0].text for file in files] == ["Loyalty card", "Loyalty app"]
    assert [str(problem) for problem in problems] == [f"blocks/mine.json: {message}"]


def test_a_folder_or_pipe_by_a_files_name_is_one_line(blocks: Path) -> None:
    (blocks / "folder.json").mkdir()
    os.mkfifo(blocks / "pipe.json")
    files, problems = read_all(blocks, BlockFile)
    assert files == []
    assert [str(problem) for problem in problems] == [
        "blocks/folder.json: this is a folder, not a file",
        "blocks/pipe.json: this is no ordinary file",
    ]


def test_what_is_hidden_or_of_another_kind_is_left_alone(blocks: Path) -> None:
    for name in (".hidden.json", "notes.txt", "b.json~"):
        (blocks / name).write_text("no JSON", "utf-8")
    (blocks / "GOOD.JSON").write_text(GOOD, "utf-8")
    files, problems = read_all(blocks, BlockFile)
    assert (len(files), problems) == (1, [])


def test_a_folder_that_is_not_there_is_empty_and_one_that_is_none_is_one_line(tmp_path: Path) -> None:
    assert listed(tmp_path / "blocks", ".json") == ([], [])
    (tmp_path / "blocks").write_text("a file", "utf-8")
    paths, problems = listed(tmp_path / "blocks", ".json")
    assert paths == []
    assert [str(problem) for problem in problems] == [
        "blocks: the path leads through a file that is not a folder"
    ]


def test_what_may_not_be_read_is_one_line(blocks: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (blocks / "mine.json").write_text(GOOD, "utf-8")

    def refuse(path: Path) -> bytes:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "read_bytes", refuse)  # the tests may run as a user who may read everything
    files, problems = read_all(blocks, BlockFile)
    assert files == []
    assert [str(problem) for problem in problems] == ["blocks/mine.json: permission denied"]


def test_a_name_that_is_no_unicode_can_be_shown(blocks: Path) -> None:
    (blocks / "\udcff.json").write_bytes(b"{")
    [problem] = read_all(blocks, BlockFile)[1]
    assert str(problem).encode("utf-8").startswith(b"blocks/?.json: line 1, column 2")


def test_the_shelf_has_the_users_blocks_and_says_what_was_left_out(blocks: Path) -> None:
    (blocks / "mine.json").write_text(GOOD, "utf-8")
    trade = (
        '{"category": "trade", "name": "Our trade", "blocks": [{"text": "Chimney swept", "category": "own"}]}'
    )
    (blocks / "trade.json").write_text(trade, "utf-8")
    (blocks / "old.json").write_text("{", "utf-8")
    shelf = read_shelf(blocks)
    assert [(block.text, block.category, block.role) for block in shelf.own] == [
        ("Loyalty card", "own", "touchpoints"),
        ("Chimney swept", "own", ""),
    ]
    assert shelf.blocks[2:] == shelf.built_in
    assert {Category("own", "My own blocks"), Category("trade", "Our trade")} <= set(shelf.categories)
    assert [problem.file for problem in shelf.problems] == ["blocks/old.json"]


def test_words_are_changed_and_nothing_else() -> None:
    file = BlockFile.model_validate(
        {
            "category": "content",
            "role": "content",
            "name": "Content",
            "blocks": [{"text": "A", "words": "b, c", "stages": ["awareness"], "businesses": ["travel"]}],
        }
    )
    changed = with_words(file, str.upper)
    assert changed == file.model_copy(
        update={
            "name": "CONTENT",
            "blocks": (file.blocks[0].model_copy(update={"words": "B, C"}),),
        }
    )
    assert file.blocks[0].words == "b, c"


def test_the_user_has_a_folder_for_each_kind(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    user = user_folder()
    assert user.name == "journeymapper"
    assert not user.exists()
    folders = [templates_folder(user), blocks_folder(user), personas_folder(user)]
    assert [folder.relative_to(user).as_posix() for folder in folders] == ["templates", "blocks", "personas"]
