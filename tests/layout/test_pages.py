import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeymapper.layout.pages import OWN_SIZE, PAPER_MARGIN, PAPERS, page_for, paper_named

SIDES = st.floats(100, 50_000)


@given(SIDES, SIDES, st.sampled_from(sorted(PAPERS)))
def test_a_map_fits_its_paper_with_margins_the_way_that_shows_it_larger(
    width: float, height: float, paper: str
) -> None:
    page = page_for(width, height, paper)
    assert sorted((page.width, page.height)) == sorted(PAPERS[paper])
    assert page.x >= PAPER_MARGIN - 0.01
    assert page.y >= PAPER_MARGIN - 0.01
    assert page.x + width * page.scale <= page.width - PAPER_MARGIN + 0.01
    assert page.y + height * page.scale <= page.height - PAPER_MARGIN + 0.01
    turned = min((page.height - 2 * PAPER_MARGIN) / width, (page.width - 2 * PAPER_MARGIN) / height)
    assert page.scale == pytest.approx(min(1, max(turned, page.scale)))


def test_the_own_size_is_the_maps() -> None:
    page = page_for(1234, 567, OWN_SIZE)
    assert (page.width, page.height, page.scale, page.x, page.y) == (1234, 567, 1, 0, 0)


def test_papers_are_named_in_any_case() -> None:
    assert paper_named("a4") == "A4"
    assert paper_named("LETTER") == "Letter"
    assert paper_named("Auto") == OWN_SIZE
    assert paper_named("A99") is None


def test_iso_papers_halve() -> None:
    for large, small in (("A0", "A1"), ("A1", "A2"), ("A2", "A3"), ("A3", "A4")):
        assert PAPERS[small][1] == pytest.approx(PAPERS[large][0])
        assert PAPERS[small][0] == pytest.approx(PAPERS[large][1] / 2, abs=2)


def test_a_paper_larger_than_the_map_lies_like_the_map() -> None:
    for paper in PAPERS:
        page = page_for(1353, 766, paper)
        assert page.width > page.height
        page = page_for(500, 700, paper)
        assert page.width < page.height
