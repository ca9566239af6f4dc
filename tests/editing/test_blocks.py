"""Tables of other programs become cards, from a cell on."""

from journeymapper.document.document import Document
from journeymapper.document.records import Card, Lane
from journeymapper.editing import blocks, lanes
from tests.maps import small_map

BLOCK = (("One", "Two", ""), ("", "Three\nlines", "\x00 Four "))


def texts(document: Document, lane: str, step: str) -> list[str]:
    return [document.get(id_, Card).text for id_ in document.indexes.cards(lane, step)]


def test_columns_fill_steps_and_rows_lanes_of_cards() -> None:
    document = small_map()
    assert not blocks.lacking(document, BLOCK, "lane-2", "step-1")
    with document.edit("Paste") as edit:
        pasted = blocks.paste_block(edit, BLOCK, "lane-2", "step-1", grows=False)
    assert texts(document, "lane-2", "step-1") == ["One"]
    assert texts(document, "lane-2", "step-2") == ["Web search", "Two"]
    assert texts(document, "lane-5", "step-2") == ["Three\nlines"], "curve and line are skipped"
    assert texts(document, "lane-5", "step-3") == ["Queues", "Four"]
    assert (len(pasted.ids), pasted.left_out) == (4, 0)


def test_collapsed_and_hidden_lanes_are_skipped_but_for_the_one_that_was_chosen() -> None:
    document = small_map()
    with document.edit("Fold") as edit:
        lanes.set_collapsed(edit, ["lane-1"], True)
        lanes.set_hidden(edit, ["lane-2"], True)
    assert blocks.lanes_from(document, "") == ["lane-5"]
    assert blocks.lanes_from(document, "lane-1") == ["lane-1", "lane-5"]
    assert blocks.lanes_from(document, "lane-2") == ["lane-2", "lane-5"]
    assert blocks.lacking(document, BLOCK, "", "step-1") == blocks.Lacking(0, 1)


def test_the_map_grows_by_steps_of_the_last_stage_and_lanes_at_the_end() -> None:
    document = small_map()
    assert blocks.lacking(document, BLOCK, "lane-5", "step-3") == blocks.Lacking(2, 1)
    with document.edit("Paste") as edit:
        pasted = blocks.paste_block(edit, BLOCK, "lane-5", "step-3", grows=True)
    assert len(document.indexes.steps("stage-2")) == 3
    lane = document.get(document.indexes.lanes[-1][1], Lane)
    assert (lane.name, lane.lane_kind, lane.role) == ("Free text", "cards", "")
    assert texts(document, lane.id, document.indexes.columns()[-1]) == ["Four"]
    assert pasted.left_out == 0


def test_what_does_not_fit_is_counted() -> None:
    document = small_map()
    with document.edit("Paste") as edit:
        pasted = blocks.paste_block(edit, BLOCK, "lane-5", "step-3", grows=False)
    assert texts(document, "lane-5", "step-3") == ["Queues", "One"]
    assert (len(pasted.ids), pasted.left_out) == (1, 3)


def test_an_empty_map_grows_from_nothing() -> None:
    document = Document()
    with document.edit("Paste") as edit:
        blocks.paste_block(edit, BLOCK, "", "", grows=True)
    assert (len(document.indexes.stages), len(document.indexes.columns()), len(document.indexes.lanes)) == (
        1,
        3,
        2,
    )


def test_lines_become_cards_and_blank_ones_none() -> None:
    document = small_map()
    with document.edit("Paste") as edit:
        blocks.paste_texts(edit, ["one", " ", "  two \r\n  three\x00"], "lane-2", "step-1")
    assert texts(document, "lane-2", "step-1") == ["one", "two\nthree"]
