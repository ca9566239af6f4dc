"""A piece of a map as text, list and table, judged as other programs read it."""

import csv
from collections.abc import Callable
from io import StringIO

import pytest

from journeymapper.document.document import Document
from journeymapper.document.records import EmotionPoint
from journeymapper.editing import cards, lanes, personas, points, stages
from journeymapper.exchange import clipboard_text, excerpt, table_reading, tables
from journeymapper.exchange.excerpt import Excerpt
from tests.maps import small_map

#: What spoils tables and markup.
EVIL = '=1+1\t"quoted"\n<b onclick="x">&amp;</b> </td></table>'


def evil_map() -> Document:
    document = small_map()
    with document.edit("Spoil") as edit:
        cards.set_text(edit, "card-4", EVIL)
        lanes.rename(edit, "lane-2", "<i>Touch & go</i>")
        stages.rename(edit, "stage-1", "</th>Aware")
    return document


def test_cards_are_written_one_a_line() -> None:
    document = small_map()
    with document.edit("Lines") as edit:
        cards.set_text(edit, "card-2", "Asks\na friend")
    found = excerpt.of_cards(document, {"card-1", "card-2", "step-1"})
    assert found.is_one_cell
    assert clipboard_text.lines(found) == "Sees a poster\nAsks a friend"
    assert clipboard_text.lines(excerpt.of_cards(document, {"card-2"})) == "Asks\na friend"


def test_cards_of_several_cells_are_an_indented_list() -> None:
    found = excerpt.of_cards(small_map(), {"card-1", "card-4", "card-6", "card-5"})
    assert not found.is_one_cell
    assert clipboard_text.outline(found) == "\n".join(
        (
            "Awareness",
            "  Sees",
            "    Actions",
            "      Sees a poster",
            "  Searches",
            "    Touchpoints",
            "      Web search",
            "Purchase",
            "  Pays",
            "    Touchpoints",
            "      Shop",
            "    Pain points",
            "      Queues",
        )
    )


def test_what_has_no_name_goes_by_its_number() -> None:
    document = small_map()
    with document.edit("Unname") as edit:
        stages.rename(edit, "stage-2", "")
        stages.rename_step(edit, "step-3", "")
        lanes.rename(edit, "lane-1", "")
        lanes.rename(edit, "lane-2", "")
    words = clipboard_text.outline(excerpt.of_lanes(document, {"lane-1"}))
    assert "Stage 2\n  Step 3\n    Lane 1\n      Pays by card" in words
    words = clipboard_text.outline(excerpt.of_lanes(document, {"lane-2"}))
    assert words.endswith("Stage 2\n  Step 3\n    Lane 2\n      Shop"), "numbered as on the map"


def test_a_whole_lane_is_a_table_under_its_stages_and_steps() -> None:
    rows = tables.rows_of(excerpt.of_lanes(small_map(), {"lane-1", "lane-4"}))
    assert rows == [
        ["", "Awareness", "", "Purchase"],
        ["", "Sees", "Searches", "Pays"],
        [
            "Actions",
            "Sees a poster\nAsks a friend",
            "",
            "Pays by card in the shop at the corner of her street",
        ],
        ["Line of visibility", "", "", ""],
    ]


def test_a_whole_stage_is_a_table_through_all_lanes_that_are_shown() -> None:
    document = small_map()
    with document.edit("Hide") as edit:
        lanes.set_hidden(edit, ["lane-2"], True)
        lanes.set_collapsed(edit, ["lane-1"], True)
    rows = tables.rows_of(excerpt.of_stages(document, {"stage-2"}))
    assert [row[0] for row in rows] == ["", "", "Actions", "Emotions", "Pain points"]
    assert rows[3][1] == "Curious (+2)"
    with document.edit("People") as edit:
        points.put(edit, "lane-3", "step-3", -0.5, personas.add(edit, "").id, "Torn\nand tired")
    rows = tables.rows_of(excerpt.of_stages(document, {"stage-2"}))
    assert rows[3][1] == "Ilze Bērziņa: Curious (+2)\nUnnamed persona: Torn and tired (-0.5)"


def test_feelings_of_nobody_and_without_words_are_but_a_number() -> None:
    document = small_map()
    with document.edit("Feel") as edit:
        personas.delete(edit, "persona-1")
        points.put(edit, "lane-3", "step-1", -1.5)
    rows = tables.rows_of(excerpt.of_lanes(document, {"lane-3"}))
    assert rows[2] == ["Emotions", "-1.5", "", ""]


def test_cards_alone_are_a_block_without_names() -> None:
    rows = tables.rows_of(excerpt.of_cards(small_map(), {"card-1", "card-2", "card-6"}))
    assert rows == [["Sees a poster\nAsks a friend", "", ""], ["", "", ""], ["", "", "Queues"]]


def test_tables_hold_whatever_is_in_a_text() -> None:
    found = excerpt.of_stages(evil_map(), {"stage-1"})
    rows = tables.rows_of(found)
    assert rows[3][2] == EVIL
    tab, comma = tables.tab_separated(rows), tables.comma_separated(rows)
    assert list(csv.reader(StringIO(tab, newline=""), delimiter="\t")) == rows
    assert list(csv.reader(StringIO(comma, newline=""))) == rows
    html = tables.html_table(found)
    assert "<b " not in html
    assert "<i>" not in html
    assert html.count("<table>") == html.count("</table>") == 1
    read = table_reading.block_in_html(html)
    assert read is not None
    assert read[0][1] == "</th>Aware"
    assert read[3] == ("<i>Touch & go</i>", "", '=1+1 "quoted"\n<b onclick="x">&amp;</b> </td></table>')
    assert "<b " not in tables.html_paragraphs(excerpt.of_cards(evil_map(), {"card-4"}))


def test_what_is_read_back_from_a_table_is_what_was_written() -> None:
    rows = tables.rows_of(excerpt.of_cards(small_map(), {"card-1", "card-2", "card-3", "card-4"}))
    assert table_reading.block_in_text(tables.tab_separated(rows)) == tuple(tuple(row) for row in rows)


def test_no_feeling_looks_like_a_formula() -> None:
    document = small_map()
    with document.edit("Feel") as edit:
        edit.update("point-1", EmotionPoint, score=-0.004, text="")
    _stages, _steps, [_lane, *feelings] = tables.rows_of(excerpt.of_lanes(document, {"lane-3"}))
    assert feelings == ["0", "Curious (+0.5)", "Curious (+2)"]
    with document.edit("Feel") as edit:
        points.set_score(edit, "point-1", -1.5)
    rows = tables.rows_of(excerpt.of_lanes(document, {"lane-3"}))
    assert rows[2][1] == "-1.5", "a plain number"


@pytest.mark.parametrize("take", [excerpt.of_steps, excerpt.of_stages, excerpt.of_lanes])
def test_ids_of_another_kind_are_left_out(take: Callable[[Document, set[str]], Excerpt]) -> None:
    document = small_map()
    everything = {record.id for record in document} | {"gone"}
    found = take(document, everything)
    assert [column.number for column in found.columns] == [1, 2, 3]
    assert take(document, {"card-1", "persona-1", "map"}).texts() == []


def test_nothing_selected_is_nothing_written() -> None:
    found = excerpt.of_cards(small_map(), {"step-1", "gone"})
    assert (found.columns, found.rows) == ((), ())
    assert clipboard_text.lines(found) == clipboard_text.outline(found) == ""
