"""Names of files that any system takes, from any words."""

from pathlib import Path

import pytest

from journeymapper.files.names import fit_for_files


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Buying a bicycle", "Buying a bicycle"),
        (' a/b\\c:d*e?"f<g>h|i\n', "a b c d e f g h i"),
        ("../../..", ""),
        (" .hidden. ", "hidden"),
        ("CON", "_CON"),
        ("nul.old", "_nul.old"),
        ("Console", "Console"),
        ("x" * 200, "x" * 80),
        ("x" * 79 + ". y", "x" * 79),
    ],
)
def test_words_become_a_name_that_any_system_takes(words: str, name: str) -> None:
    assert fit_for_files(words) == name


@pytest.mark.parametrize("letter", ["😀", "ไ", "ā"])
def test_a_name_of_long_letters_fits_the_disk(letter: str, tmp_path: Path) -> None:
    name = fit_for_files(letter * 200)
    assert set(name) == {letter}
    (tmp_path / f"{name} 1000.journey").write_bytes(b"")
