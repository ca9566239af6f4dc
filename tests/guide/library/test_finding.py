"""Building blocks are found by any of their words, those that fit where one stands first."""

import pytest

from journeymapper.document.records import MAP_ID, JourneyMap
from journeymapper.editing import stages
from journeymapper.guide.businesses import businesses
from journeymapper.guide.library.block import Block
from journeymapper.guide.library.finding import Finder, Fit, Situation, situation_at
from tests.guide.library.shelves import (
    CAFE,
    CHAT,
    CONVERSION,
    COURIER,
    DEMO,
    REMINDER,
    SEARCH,
    THAI,
    VOUCHER,
    shelf,
)
from tests.maps import small_map


def found(words: str, situation: Situation = Situation(), *own: Block) -> list[Block]:  # noqa: B008 - frozen
    return [one.block for one in Finder(shelf(*own)).find(words, situation)]


@pytest.mark.parametrize(
    ("words", "blocks"),
    [
        ("search", [SEARCH]),
        ("RESULT sea", [SEARCH]),
        ("google", [SEARCH]),
        ("first business", [SEARCH]),
        ("automation", [REMINDER]),
        ("email", [REMINDER]),
        ("e-mail", [REMINDER]),
        ("cart mail", [REMINDER]),
        ("rate", [CONVERSION]),
        ("reservation CAFÉ", [CAFE]),
        ("Cafe\u0301", [CAFE]),
        ("ราคา", [THAI]),
        ("esult", []),
        ("search nowhere", []),
    ],
)
def test_all_words_must_begin_words_of_the_block(words: str, blocks: list[Block]) -> None:
    assert found(words, Situation(), CAFE) == blocks


def test_those_whose_text_says_the_words_stand_before_those_whose_note_does() -> None:
    first = Block(text="Chatbot answer", note="instead of the shop's own people")
    second = Block(text="Shop window", role="touchpoints", note="chat of passers-by")
    assert found("chat", Situation(), second, first)[:2] == [first, CHAT]
    assert found("chat", Situation(), second, first)[-1] == second


def test_what_fits_lane_and_stage_comes_first_then_lane_then_stage_then_the_rest() -> None:
    ranked = Finder(shelf()).find("", Situation(role="touchpoints", stage="consideration"))
    assert [(one.block.text, one.fit) for one in ranked] == [
        *(("Search result", Fit.HERE), ("Live chat", Fit.HERE), ("Courier", Fit.LANE)),
        *((THAI.text, Fit.STAGE), ("Demo", Fit.ELSEWHERE), ("Voucher", Fit.ELSEWHERE)),
        *((REMINDER.text, Fit.ELSEWHERE), ("Conversion rate", Fit.ELSEWHERE)),
    ]


def test_without_a_place_blocks_stand_as_on_the_shelf_the_users_first() -> None:
    assert found("", Situation(), CAFE) == [
        *(CAFE, SEARCH, CHAT, COURIER, DEMO, VOUCHER, THAI, REMINDER, CONVERSION),
    ]


def test_the_audience_counts_for_less_than_the_place() -> None:
    here = Situation("content", "purchase", audience="consumers")
    assert found("", here)[:4] == [VOUCHER, DEMO, THAI, REMINDER]
    assert found("", Situation("content", "purchase", audience="businesses"))[:2] == [DEMO, VOUCHER]


def test_the_kind_of_business_counts_likewise() -> None:
    travel = Block(text="Passport", businesses=("travel",))
    bank = Block(text="Identity card", businesses=("bank",))
    assert found("", Situation(business="bank"), travel, bank)[0] == bank
    assert found("", Situation(), travel, bank)[:2] == [travel, bank]


def test_the_situation_is_read_off_the_map() -> None:
    document = small_map()
    kind = businesses()[0][0]
    with document.edit("") as edit:
        edit.update(MAP_ID, JourneyMap, audience="businesses", business=f" {kind.name.upper()}")
        stages.rename(edit, "stage-2", "2. Retention")
    assert situation_at(document, "lane-2", "step-1") == Situation(
        "touchpoints", "awareness", "businesses", kind.id
    )
    assert situation_at(document, "lane-3", "step-3").role is None, "no cards stand among emotions"
    assert situation_at(document, "lane-2", "step-3").stage == "retention"
    nowhere = situation_at(document, "", "")
    assert (nowhere.role, nowhere.stage) == (None, None)
