from pathlib import Path

import pytest

from journeymapper.settings import MOST_RECENT, Settings, load_settings, save_settings


def test_settings_survive(tmp_path: Path) -> None:
    settings = Settings(geometry="abc", appearance="dark", export={"paper": "A3"})
    settings.remember_file(tmp_path / "Ceļojums.journey")
    save_settings(settings, tmp_path / "new" / "settings.json")
    assert load_settings(tmp_path / "new" / "settings.json") == settings


@pytest.mark.parametrize("text", ["", "{", "[]", '{"recent": 7}', "\x00"])
def test_broken_settings_are_as_good_as_none(tmp_path: Path, text: str) -> None:
    (tmp_path / "settings.json").write_text(text, "utf-8")
    assert load_settings(tmp_path / "settings.json") == Settings()
    assert load_settings(tmp_path) == Settings()


@pytest.mark.parametrize("field", Settings.model_fields)
@pytest.mark.parametrize("broken", ["null", '[{"x": 7}]', '{"x": {}}'])
def test_a_broken_setting_leaves_the_others_alone(tmp_path: Path, field: str, broken: str) -> None:
    wanted = Settings(
        recent=["a.journey"],
        last_folder="maps",
        geometry="abc",
        docks="def",
        appearance="dark",
        show_overview=False,
        export={"paper": "A3"},
        shortcuts={"undo": ["Ctrl+J"]},
    )
    whole = wanted.model_dump_json()
    value = wanted.model_dump_json(include={field})[1:-1]
    assert value in whole
    (tmp_path / "settings.json").write_text(whole.replace(value, f'"{field}": {broken}'), "utf-8")
    default = getattr(Settings(), field)
    assert load_settings(tmp_path / "settings.json") == wanted.model_copy(update={field: default})


def test_a_broken_entry_of_a_setting_leaves_the_others_in_it_alone(tmp_path: Path) -> None:
    text = '{"export": {"paper": "A3", "dpi": 300}, "shortcuts": {"undo": ["Ctrl+J"], "redo": [7], "cut": 7}}'
    (tmp_path / "settings.json").write_text(text, "utf-8")
    settings = load_settings(tmp_path / "settings.json")
    assert settings == Settings(export={"paper": "A3"}, shortcuts={"undo": ["Ctrl+J"]})


def test_the_last_used_file_comes_first_and_the_list_ends(tmp_path: Path) -> None:
    settings = Settings()
    for number in range(MOST_RECENT + 3):
        settings.remember_file(tmp_path / f"{number}.journey")
    settings.remember_file(tmp_path / "9.journey")
    assert len(settings.recent) == MOST_RECENT
    assert settings.recent[0] == str(tmp_path / "9.journey")
    settings.forget_file(str(tmp_path / "9.journey"))
    assert str(tmp_path / "9.journey") not in settings.recent


def test_a_file_name_that_is_no_unicode_can_be_remembered(tmp_path: Path) -> None:
    settings = Settings()
    settings.remember_file(Path("/maps/\udcff.journey"))
    save_settings(settings, tmp_path / "settings.json")
    assert load_settings(tmp_path / "settings.json").recent == ["/maps/\udcff.journey"]


def test_a_folder_that_cannot_be_written_to_is_no_reason_to_complain(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    save_settings(Settings(), tmp_path / "file" / "settings.json")
    assert (tmp_path / "file").read_text("utf-8") == ""
