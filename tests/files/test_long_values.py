"""Long values of a file that are read past the rest: the same as if they were not."""

import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from journeymapper.document.records import Card, Picture
from journeymapper.files import native
from journeymapper.files.long_values import cut, filled
from tests.maps import small_map

LONG = "A1+/" * 300


def parsed(data: bytes) -> Any:
    rest, values = cut(data)
    return json.loads(rest.decode(), object_pairs_hook=lambda pairs: filled(dict(pairs), values))


VALUES = st.sampled_from(
    [
        LONG,
        LONG + "=",
        LONG + "\\",
        LONG + '"',
        LONG + "ā",
        LONG + "\n",
        "short",
        "\x00cut 0",
        "",
        'x","data":"y',
    ]
)
NAMES = st.sampled_from(["data", 'x"data', "x\\", "text", '"data":"'])
JSON = st.recursive(
    VALUES,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(NAMES, inner, max_size=3),
    max_leaves=8,
)


@given(JSON, st.booleans())
def test_any_json_is_read_as_if_nothing_were_cut(value: Any, escapes: bool) -> None:
    data = json.dumps(value, ensure_ascii=escapes, separators=(",", ":")).encode()
    assert parsed(data) == json.loads(data)


def test_pictures_are_cut_out_and_come_back() -> None:
    document = small_map()
    with document.edit("Show") as edit:
        edit.put(Picture(id="picture-1", media_type="image/png", width=1, height=1, data=LONG))
        edit.update("card-1", Card, picture="picture-1", text="Grāmata")
    data = native.written(document)
    rest, values = cut(data)
    assert values == [LONG]
    assert len(rest) < len(data) - 1000
    assert native.written(native.read(data, "map.journey")) == data


def test_a_file_that_ends_in_a_picture_is_damaged_as_any_other() -> None:
    data = b'{"format":"journeymapper","pictures":[{"data":"' + LONG.encode()
    assert cut(data) == (data, [])
