"""A few letters against many texts: what matches, in which order, and which letters are shown."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeymapper.ui.palette.matching import LONGEST, Query, Texts, folded


def found(query: str, *texts: str, most: int = 60) -> list[str]:
    best = Texts(texts, [0] * len(texts)).find(Query(query), most).best
    return [texts[n] for n in best]


def bold(query: str, text: str) -> str:
    """The text with what matches in brackets."""
    for start, end in reversed(Query(query).places(text)):
        text = f"{text[:start]}[{text[start:end]}]{text[end:]}"
    return text


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("dup", "Duplicate"),
        ("DUP", "Duplicate"),
        ("expdf", "Export PDF…"),
        ("ep", "Export PDF…"),
        ("pdf exp", "Export PDF…"),
        ("blue", "Stage colour: Blue"),
        ("ms left", "Move stage left"),
        ("lap", "Old laptop freezes"),
        ("rdo", "Redo"),
        ("a", "ā"),
        ("berzina", "Ilze Bērziņa"),
        ("bērziņa", "Ilze Berzina"),
        ("strasse", "Straße"),
        ("smorrebrod", "Smørrebrød"),
        ("lodz", "Łódź"),
        ("istanbul", "İstanbul"),
        ("fi", "ﬁnd"),
        ("ОПЛ", "Оплата заказа"),
        ("เครื่อง", "ซื้อเครื่องใหม่"),
        ("שלום", "שָׁלוֹם לכולם"),
        ("الدفع", "طريقة الدَّفْع"),
        ("支付", "用手机支付"),
        ("12", "Pays € 12"),
    ],
)
def test_letters_match(query: str, text: str) -> None:
    assert found(query, text) == [text]


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("dpu", "Duplicate"),
        ("plt", "Duplicate"),
        ("xz", "Export"),
        ("cards", "Card"),
        ("กา", "กิน"),
        ("ดี", "ดู"),
        ("कि", "की"),
        ("rend", "Reads what her friends have written about the many laptops on sale, and decides"),
    ],
)
def test_letters_do_not_match(query: str, text: str) -> None:
    assert found(query, text) == []


def test_beginnings_of_words_and_runs_come_first() -> None:
    texts = ["Scan all", "Centre a map", "Clear", "My cart", "Cart", "Car park", "Carry all cards home"]
    assert found("ca", *texts) == [
        *("Cart", "Car park", "Carry all cards home", "My cart"),
        *("Centre a map", "Scan all", "Clear"),
    ]


def test_among_those_that_match_alike_the_lower_group_comes_first_then_the_shorter_then_the_earlier() -> None:
    texts = ["Pay", "Pay now", "Pay at once", "Pay her"]
    found = Texts(texts, [2, 1, 0, 1]).find(Query("pay"), 60)
    assert found.best == (2, 1, 3, 0)
    assert found.count == 4


def test_only_the_best_are_told_and_all_are_counted() -> None:
    texts = [f"Card {number}" for number in range(100)]
    found = Texts(texts, [0] * 100).find(Query("card"), 60)
    assert len(found.best) == 60
    assert found.count == 100
    assert found.best[:10] == tuple(range(10))


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ("dup", "[Dup]licate"),
        ("car", "Add [car]d"),
        ("ac", "[A]dd [c]ard"),
        ("card add", "[Add] [card]"),
        ("plic", "Du[plic]ate"),
        ("dplt", "[D]u[pl]ica[t]e"),
        ("berz", "Ilze [Bērz]iņa"),
        ("strasse", "[Straße] 1"),
        ("เครอง", "[เครื่อง]"),
        ("دف", "طريقة [الدفع]"),
        ("😀", "So [😀]!"),
    ],
)
def test_what_matches_is_shown(query: str, shown: str) -> None:
    assert bold(query, shown.replace("[", "").replace("]", "")) == shown


def test_a_sign_is_never_shown_apart_from_its_letter() -> None:
    assert bold("e", "Cafe\u0301 e") == "Cafe\u0301 [e]"
    assert bold("cafe", "Cafe\u0301") == "[Cafe\u0301]"
    assert bold("ก", "กิน") == "[กิ]น"


def test_only_words_count_in_a_query() -> None:
    for nothing in ("", "   ", "…", "()", "\u0301"):
        assert Query(nothing).is_empty
    assert found(" (pay) ", "Pay") == ["Pay"]


def test_of_a_long_text_the_beginning_counts() -> None:
    assert found("end", "x" * (LONGEST - 10) + " end") != []
    assert found("end", "x" * LONGEST + " end") == []
    assert found("a" * 300, "a" * 1_000_000) != []


WORDS = st.text(st.sampled_from("abcāÅéß ก็ิ-ا\u0301\n😀"), max_size=12)


@given(st.lists(WORDS, max_size=8), WORDS, WORDS)
def test_typing_on_finds_what_typing_at_once_does(texts: list[str], begun: str, more: str) -> None:
    groups = [0] * len(texts)
    typed = Texts(texts, groups)
    if not Query(begun).is_empty:
        typed.find(Query(begun), 60)
    whole = Query(begun + more)
    if not whole.is_empty:
        assert typed.find(whole, 60) == Texts(texts, groups).find(whole, 60)


@given(WORDS, WORDS)
def test_what_is_shown_lies_in_the_text_in_order(query: str, text: str) -> None:
    if Query(query).is_empty:
        return
    spans = Query(query).places(text)
    ends = [0, *(place for span in spans for place in span), len(text)]
    assert ends == sorted(ends)
    assert all(start < end for start, end in spans)


@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    assert folded(folded(text)) == folded(text)
