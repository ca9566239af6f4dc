"""Tables from the clipboard, as spreadsheets and browsers write them, and as nobody should."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeymapper.exchange.table_reading import (
    MOST_CELLS,
    MOST_COLUMNS,
    TooLargeError,
    block_in_html,
    block_in_text,
)

EXCEL = """<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns="http://www.w3.org/TR/REC-html40">
<head><meta http-equiv=Content-Type content="text/html; charset=utf-8"><style>
<!--table {mso-displayed-decimal-separator:"\\.";} td {padding:0px;} --></style></head>
<body link=blue vlink=purple>
<table border=0 cellpadding=0 cellspacing=0 width=192><!--StartFragment-->
 <col width=64 span=3 style='width:48pt'>
 <tr height=20><td height=20 width=64>One</td><td width=64>Two
  words</td><td>&nbsp;</td></tr>
 <tr><td>Three<br>\n  lines</td><td></td><td>5 &lt; 6 &amp; &quot;7&quot;</td></tr>
<!--EndFragment--></table></body></html>"""

LIBRE_OFFICE = """<!DOCTYPE html><html><head>
<meta http-equiv="content-type" content="text/html; charset=utf-8"/><title></title>
<style type="text/css">body,div,table { font-family:"Liberation Sans" }</style></head>
<body><table cellspacing="0" border="0"><colgroup width="85"></colgroup>
<tr><td height="17" align="left">Viens<br>un divi</td><td align="left">ม้า</td></tr></table></body></html>"""


def test_a_block_of_excel() -> None:
    assert block_in_html(EXCEL) == (("One", "Two words", ""), ("Three\nlines", "", '5 < 6 & "7"'))


def test_a_block_of_libre_office() -> None:
    assert block_in_html(LIBRE_OFFICE) == (("Viens\nun divi", "ม้า"),)


@pytest.mark.parametrize(
    ("html", "block"),
    [
        ("<table><tr><td>a<td>b<tr><td>c", (("a", "b"), ("c", ""))),
        ("<TABLE><TR><TH>a</TH></TR></TABLE>", (("a",),)),
        ("<table><td>a</td><td>b</td></table>", (("a", "b"),)),
        ("<table><caption>Sales</caption><tr><td>a</td></tr></table>", (("a",),)),
        ("<table><tr><td><p>a</p><p>b</p></td></tr></table>", (("a\nb",),)),
        (
            "<table><tr><td>a<table><tr><td>in</td></tr></table></td><td>b</td></tr></table>",
            (("a\nin", "b"),),
        ),
        ("<head><table><tr><td>a</td></tr></table>", (("a",),)),
        ("<table><tr><td><script>x</script>a<style>y</style></td></tr></table>", (("a",),)),
        ("<table><tr><td colspan=2>a</td><td>b</td></tr></table>", (("a", "", "b"),)),
        ("<table><tr><td rowspan=2>a<td>b<tr><td>c</table>", (("a", "b"), ("", "c"))),
        ("<table><tr><td colspan='x' rowspan=-3>a<td>b</table>", (("a", "b"),)),
        ("<table><tr><td colspan=10000 rowspan=10000>a</table>", (("a",),)),
        ("<table><tr><td>a</td><td> </td></tr><tr><td></td></tr></table>", (("a",),)),
    ],
)
def test_other_ways_to_write_a_table(html: str, block: object) -> None:
    assert block_in_html(html) == block


@pytest.mark.parametrize(
    "html",
    [
        "",
        "<p>no table</p>",
        "<table></table>",
        "<table><tr><td> </td></tr></table>",
        "<p>Dear all,</p><table><tr><td>a</td></tr></table>",
        "<table><tr><td>a</td></tr></table><table><tr><td>b</td></tr></table>",
        "<table",
        "<table><![if",
    ],
)
def test_text_with_tables_in_it_is_no_table(html: str) -> None:
    assert block_in_html(html) is None


@pytest.mark.parametrize(
    "piece", ["<", "<a ", "&", "<!--", "<style>", "<td ", "<a b='", "<!", "</", "<?", "&#", "x"]
)
def test_markup_without_end_costs_no_time(piece: str) -> None:
    start = time.perf_counter()
    block_in_html("<table><tr><td>" + piece * (300_000 // len(piece)))
    assert time.perf_counter() - start < 5


def test_spans_beyond_all_measure_cost_nothing() -> None:
    start = time.perf_counter()
    with pytest.raises(TooLargeError):
        block_in_html("<table>" + "<tr>" + "<td colspan=10000 rowspan=10000>x</td>" * 10_000 + "</table>")
    with pytest.raises(TooLargeError):
        block_in_html("<table>" + ("<tr><td rowspan=10000 colspan=9></td></tr>" * 20_000) + "</table>")
    assert time.perf_counter() - start < 2


@pytest.mark.parametrize(
    ("text", "block"),
    [
        ("a\tb\nc\td\n", (("a", "b"), ("c", "d"))),
        ("a\tb\r\nc\r\n", (("a", "b"), ("c", ""))),
        ('"two\nlines"\t"say ""hi"""\n', (("two\nlines", 'say "hi"'),)),
        ('"a\tb"\tc', (("a\tb", "c"),)),
        ('5" pipe\tb', (('5" pipe', "b"),)),
        ('"never closed\tb\nc\td', (('"never closed', "b"), ("c", "d"))),
        ("\ta\tb\n\t\tc", (("", "a", "b"), ("", "", "c"))),
        ("a\t\t\nb\t\t\n\t\t\n", (("a",), ("b",))),
    ],
)
def test_text_with_tabs(text: str, block: object) -> None:
    assert block_in_text(text) == block


@pytest.mark.parametrize("text", ["", "one\ntwo", "\tindented\n\t\tmore", "\t\n\t"])
def test_text_whose_tabs_only_indent_is_no_table(text: str) -> None:
    assert block_in_text(text) is None


def test_a_cell_longer_than_the_csv_module_takes() -> None:
    found = block_in_text('"' + "x" * 200_000 + '"\tb')
    assert found is not None
    assert len(found[0][0]) == 200_002


@pytest.mark.parametrize(
    "text",
    ["a\tb\n" * 100_000, "\t".join("x" * (MOST_COLUMNS + 1)), ("x\t" * 400 + "\n") * (MOST_CELLS // 300)],
)
def test_what_is_too_large_is_refused_at_once(text: str) -> None:
    start = time.perf_counter()
    with pytest.raises(TooLargeError):
        block_in_text(text)
    assert time.perf_counter() - start < 1


@given(st.text('<table><tr><td>/"ab \n&#x;=!-[]', max_size=200))
def test_no_markup_at_all_raises_anything_else(html: str) -> None:
    block = block_in_html("<table>" + html)
    assert block is None or len({len(row) for row in block}) == 1


@given(st.text('ab\t\n"\r\x00 ', max_size=80))
def test_no_text_at_all_raises_anything_else(text: str) -> None:
    block = block_in_text(text)
    assert block is None or len({len(row) for row in block}) == 1
