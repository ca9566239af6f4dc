"""Keeping what was set lately, as far as its size allows."""

from collections import OrderedDict
from collections.abc import Callable
from typing import Concatenate, Generic, ParamSpec, TypeVar

_More = ParamSpec("_More")
_Result = TypeVar("_Result")

#: What a result counts besides its text: one of few letters takes room too.
_LEAST = 32


class Keeper(Generic[_More, _Result]):
    """Calls a function of a text, and keeps its results for the next time they are asked for.

    While a long text is written each keystroke makes another one of it; so what is kept is bounded by the
    length of all texts, not by their number. The latest result is always kept.

    Args:
        make: The function.
        most: The characters of all texts whose results are kept.
    """

    def __init__(self, make: Callable[Concatenate[str, _More], _Result], most: int) -> None:
        self._make = make
        self._most = most
        self._size = 0
        self._kept: OrderedDict[tuple[object, ...], tuple[int, _Result]] = OrderedDict()

    def __call__(self, text: str, *more: _More.args, **named: _More.kwargs) -> _Result:
        """Return what the function makes of the text, or has made."""
        key = (text, *more, *named.items())
        known = self._kept.get(key)
        if known is not None:
            self._kept.move_to_end(key)
            return known[1]
        size, result = len(text) + _LEAST, self._make(text, *more, **named)
        self._kept[key] = size, result
        self._size += size
        while self._size > self._most and len(self._kept) > 1:
            _oldest, (gone, _result) = self._kept.popitem(last=False)
            self._size -= gone
        return result

    @property
    def size(self) -> int:
        """The characters of the texts whose results are kept, and a little for each."""
        return self._size
