"""The words of the know-how in another language: found for the catalogues, and given out in it."""

import sys
import tomllib
from pathlib import Path

import pytest
from babel.messages.extract import extract_from_dir

from journeymapper.document.records import Card, Lane, Stage
from journeymapper.files import native
from journeymapper.guide.businesses import businesses
from journeymapper.guide.folders import built_in
from journeymapper.guide.library.shelf import read_shelf
from journeymapper.guide.stage_sets import stage_sets
from journeymapper.guide.translating import translated, with_words
from tests.locales import words_of

TOP = Path(__file__).parents[2]

LATVIAN = {
    "Search result": "Meklēšanas rezultāts",
    "Touchpoints": "Saskares punkti",
    "Consideration": "Apsvēršana",
    "Café or restaurant": "Kafejnīca vai restorāns",
    "What must the right offer have?": "Kādam jābūt īstajam piedāvājumam?",
}


@pytest.fixture
def extracted(monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """All words that Babel finds under resources/, by the mapping of pyproject.toml."""
    monkeypatch.syspath_prepend(str(TOP / "packaging"))
    settings = tomllib.loads((TOP / "pyproject.toml").read_text("utf-8"))
    methods = [(row["pattern"], row["method"]) for row in settings["tool"]["babel"]["mappings"]]
    found = extract_from_dir(TOP / "resources", methods)
    words = {message for _file, _line, message, _comments, _context in found}
    monkeypatch.delitem(sys.modules, "resource_words", raising=False)
    return words


def test_the_words_of_the_data_go_into_the_catalogues(extracted: set[str], tmp_path: Path) -> None:
    shelf, kinds = read_shelf(tmp_path), businesses()[0]
    assert {block.text for block in shelf.built_in} <= extracted
    assert {block.note for block in shelf.built_in if block.note} <= extracted
    assert {hint for kind in kinds for stage in kind.stages for hint in stage.hints.values()} <= extracted
    assert {stage.also for one in stage_sets()[0] for stage in one.stages if stage.also} <= extracted
    assert LATVIAN.keys() <= extracted
    assert not extracted & {
        "",
        "%",
        "awareness",
        "touchpoints",
        "online-shop",
        "mdi6.cart-outline",
        "lane-01",
    }


def test_the_words_of_templates_and_examples_go_into_the_catalogues(extracted: set[str]) -> None:
    for folder in ("examples", "templates"):
        for path in sorted(built_in(folder).glob("*.journey")):
            words: list[str] = []
            with_words(native.load(path), lambda text, words=words: words.append(text) or text)
            assert words
            assert set(words) <= extracted


def test_each_of_the_words_names_its_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(TOP / "packaging"))
    found = extract_from_dir(TOP / "resources" / "stage_sets", [("**.json", "resource_words:extract")])
    for file, line, message, _comments, _context in found:
        lines = (TOP / "resources" / "stage_sets" / file).read_text("utf-8").split("\n")
        assert str(message) in lines[line - 1]


def test_blocks_and_businesses_come_in_the_users_language_and_own_blocks_do_not(tmp_path: Path) -> None:
    own = tmp_path / "blocks"
    own.mkdir()
    (own / "mine.json").write_text('{"blocks": [{"text": "Search result"}]}', "utf-8")
    with words_of("lv", LATVIAN, tmp_path / "locale"):
        shelf, kinds = read_shelf(own), businesses()[0]
    assert "Meklēšanas rezultāts" in {block.text for block in shelf.built_in}
    assert shelf.categories[0].name == "Saskares punkti"
    assert [block.text for block in shelf.own] == ["Search result"]
    assert "Kafejnīca vai restorāns" in {kind.name for kind in kinds}


def test_a_template_comes_in_the_users_language(tmp_path: Path) -> None:
    document = native.load(built_in("templates") / "current-state-consumers.journey")
    with words_of("lv", LATVIAN, tmp_path):
        latvian = translated(document)
    names = [latvian.get(id_, Stage).name for _order, id_ in latvian.indexes.stages]
    assert names == ["Awareness", "Apsvēršana", "Purchase", "Retention", "Advocacy"]
    assert "Kādam jābūt īstajam piedāvājumam?" in native.written(latvian).decode()
    assert latvian.map.language == "lv"
    assert document.get(document.indexes.stages[1][1], Stage).name == "Consideration"


def test_an_example_comes_in_the_users_language_with_all_that_is_no_word_as_it_was(tmp_path: Path) -> None:
    document = native.load(built_in("examples") / "laptop-shop.journey")
    card = next(record for record in document if isinstance(record, Card) and record.evidence.sources)
    lane = document.get(card.lane, Lane)
    words = {card.text: "Kartīte", card.evidence.sources[0].name: "Intervijas", lane.name: "Josla"}
    with words_of("lv", words, tmp_path):
        latvian = translated(document)
    changed = latvian.get(card.id, Card)
    assert (changed.text, changed.evidence.sources[0].name) == ("Kartīte", "Intervijas")
    assert latvian.get(lane.id, Lane).name == "Josla"
    assert changed.evidence.sources[0].day == card.evidence.sources[0].day
    assert len(latvian) == len(document)
    assert {record.id for record in latvian} == {record.id for record in document}


def test_without_a_catalogue_a_map_stays_what_it_is() -> None:
    document = native.load(built_in("examples") / "bicycle-repair.journey")
    assert native.written(translated(document)) == native.written(document)
