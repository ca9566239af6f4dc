"""The shelf of templates: the program's own and the user's, whole and broken."""

import os
from pathlib import Path

import pytest

from journeymapper.document.records import Prompt
from journeymapper.files import native
from journeymapper.guide.templates.shelf import shelf
from tests.maps import small_map


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "templates"
    folder.mkdir()
    return folder


def test_the_four_kinds_come_for_consumers_and_for_businesses(tmp_path: Path) -> None:
    templates, problems = shelf(tmp_path)
    assert problems == []
    kinds = ("current_state", "day_in_the_life", "future_state", "service_blueprint")
    assert [(one.map_kind, one.audience) for one in templates] == [
        (kind, audience) for kind in kinds for audience in ("consumers", "businesses")
    ]
    for template in templates:
        assert template.name
        assert template.line
        assert not template.is_own
        assert any(isinstance(record, Prompt) for record in template.document)


def test_the_users_own_follow_by_name_and_a_broken_one_is_one_line(tmp_path: Path, folder: Path) -> None:
    native.save(small_map(), folder / "z.journey")
    (folder / "a.journey").write_bytes(native.written(small_map()).replace(b"Buying", b"Asking for"))
    (folder / "damaged.journey").write_text('{"format": "journeymapper", "version": 1, "map": 7}', "utf-8")
    (folder / "empty.journey").write_bytes(b"")
    (folder / "folder.journey").mkdir()
    (folder / "other.txt").write_text("no template", "utf-8")
    templates, problems = shelf(tmp_path)
    own = [one for one in templates if one.is_own]
    assert [(one.name, one.line, one.key) for one in own] == [
        ("Asking for a bicycle", "First ride", "own/a"),
        ("Buying a bicycle", "First ride", "own/z"),
    ]
    assert own == templates[-2:]
    lines = [str(problem) for problem in problems]
    assert [line.split(": ")[0] for line in lines] == [
        *("templates/damaged.journey", "templates/empty.journey", "templates/folder.journey"),
    ]
    assert not any("\n" in line for line in lines)


def test_a_template_without_a_title_goes_by_its_file(tmp_path: Path, folder: Path) -> None:
    (folder / "Our shop.journey").write_bytes(b'{"format": "journeymapper", "version": 1}')
    templates, problems = shelf(tmp_path)
    assert (templates[-1].name, problems) == ("Our shop", [])


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="nothing is forbidden to this user")
def test_an_unreadable_folder_is_one_line(tmp_path: Path, folder: Path) -> None:
    folder.chmod(0)
    try:
        templates, problems = shelf(tmp_path)
    finally:
        folder.chmod(0o700)
    assert len(templates) == 8
    assert [str(problem) for problem in problems] == ["templates: permission denied"]


def test_a_file_where_the_folder_should_be_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "templates").write_text("", "utf-8")
    templates, problems = shelf(tmp_path)
    assert len(templates) == 8
    assert [problem.file for problem in problems] == ["templates"]
