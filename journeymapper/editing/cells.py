"""A whole cell as lines of text, one a card or an emotion point: what a table shows and takes back."""

import re
from collections import defaultdict
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from journeymapper.document.document import Document, Transaction
from journeymapper.document.feelings import curve_name, feeling_line, points_in, whose, with_curve
from journeymapper.document.figures import card_words
from journeymapper.document.records import NO_PICTURE, NOBODY, Card, Curve, EmotionPoint
from journeymapper.document.texts import on_one_line
from journeymapper.editing import cards, figures, points
from journeymapper.editing.placing import out_of_order
from journeymapper.i18n import _

#: Stands for a line break within a card.
_BREAK = "↵"

#: More comparisons than this between changed lines are not worth the time: they are taken in order.
_MOST_COMPARISONS = 400

#: Letters of a line that count when changed lines are compared.
_COMPARED = 200

_SCORE = re.compile(r"\s*([+\-−]?\d+(?:[.,]\d+)?)(?:\s+|$)")


class FeelingError(ValueError):
    """A line says no feeling; the message says which line, and how one is written."""


@dataclass(frozen=True, slots=True)
class Feeling:
    """What a line says of a curve: a score from -2 to +2 and a label."""

    curve: Curve
    score: float
    text: str


def line_of(text: str) -> str:
    """Return a card's text on one line."""
    return f" {_BREAK} ".join(text.split("\n"))


def text_of(line: str) -> str:
    """Return the text that a card gets from its line."""
    return "\n".join(part.strip() for part in line.split(_BREAK)).strip()


def card_lines(document: Document, lane: str, step: str) -> list[str]:
    """Return the texts of a cell's cards, each on one line; those of metrics with their numbers."""
    standing = (document.get(id_, Card) for id_ in document.indexes.cards(lane, step))
    return [line_of(card_words(document, card)) for card in standing]


def set_lines(edit: Transaction, lane: str, step: str, lines: Sequence[str]) -> None:
    """Make a cell's cards say these lines, one a card.

    A line that is unchanged keeps its card with all its fields, wherever it stands now; a changed one is its
    card's new text; the rest are new cards, and cards without a line are removed. Blank lines count for
    nothing, but for those of blank cards. A picture without words stays, whatever becomes of its blank line.
    """
    standing = edit.indexes.cards(lane, step)
    shown = card_lines(edit.document, lane, step)
    matched = _matched(shown, lines)
    left_out = sorted(set(range(len(shown))).difference(matched))
    kept = [place for place in left_out if not shown[place].strip() and _has_picture(edit, standing[place])]
    for place in set(left_out).difference(kept):
        edit.remove(standing[place])
    order: list[str] = []
    for line, old in zip(lines, matched, strict=True):
        if old is not None:
            order.append(standing[old])
            if line != shown[old]:
                figures.write(edit, standing[old], text_of(line))
        elif text := text_of(line):
            order.append(figures.add(edit, lane, step, text))
    for place in kept:
        above = standing[place - 1] if place else ""
        order.insert(order.index(above) + 1 if above in order else 0, standing[place])
    cards.arrange(edit, lane, step, order, out_of_order(edit.indexes.cards(lane, step), order))


def _has_picture(edit: Transaction, card: str) -> bool:
    return edit.get(card, Card).picture != NO_PICTURE


def _matched(old: Sequence[str], new: Sequence[str]) -> list[int | None]:
    """Return for each new line the old one that it is, or was before it was changed."""
    blocks = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    found: list[int | None] = [None] * len(new)
    for tag, first, _last, start, end in blocks:
        if tag == "equal":
            found[start:end] = range(first, first + end - start)
    _match_moved(old, new, found)
    taken = set(found)
    for tag, first, last, start, end in blocks:
        if tag == "replace":
            olds = [place for place in range(first, last) if place not in taken]
            news = [place for place in range(start, end) if found[place] is None and text_of(new[place])]
            for before, after in _likeliest(old, new, olds, news):
                found[after] = before
    return found


def _match_moved(old: Sequence[str], new: Sequence[str], found: list[int | None]) -> None:
    """Match the lines that stand elsewhere now."""
    left: defaultdict[str, list[int]] = defaultdict(list)
    for place in sorted(set(range(len(old))).difference(found), reverse=True):
        left[old[place]].append(place)
    for place, line in enumerate(new):
        if found[place] is None and left[line]:
            found[place] = left[line].pop()


def _likeliest(
    old: Sequence[str], new: Sequence[str], olds: Sequence[int], news: Sequence[int]
) -> list[tuple[int, int]]:
    """Return pairs of an old line and the new one that it became."""
    if len(olds) == len(news) or len(olds) * len(news) > _MOST_COMPARISONS:
        return list(zip(olds, news, strict=False))
    likeness = [
        (-SequenceMatcher(None, old[before][:_COMPARED], new[after][:_COMPARED]).ratio(), before, after)
        for before in olds
        for after in news
    ]
    pairs: dict[int, int] = {}
    for _ratio, before, after in sorted(likeness):
        if before not in pairs and after not in pairs.values():
            pairs[before] = after
    return list(pairs.items())


def feeling_lines(document: Document, lane: str, step: str) -> list[str]:
    """Return a cell's emotion points, one a line, each with its curve's name where it must be told apart."""
    return [_line_of(document, point) for point in points_in(document, lane, step)]


def _line_of(document: Document, point: EmotionPoint) -> str:
    return with_curve(document, point, feeling_line(point))


def set_feelings(edit: Transaction, lane: str, step: str, lines: Sequence[str]) -> None:
    """Make a cell's emotion points say these lines, one a point; points without a line are removed.

    A line that is unchanged stays its point's. One that names no persona is nobody's where nobody's point
    stands there, else the first persona's that no other line is about.

    Raises:
        FeelingError: a line says no feeling, or there are more lines than can be told apart.
    """
    there = edit.indexes.points(lane, step)
    feelings = read_feelings(edit.document, lane, step, lines)
    spoken_of = {feeling.curve for feeling in feelings}
    for curve, point in there.items():
        if curve not in spoken_of:
            points.delete(edit, point)
    for feeling in feelings:
        curve = feeling.curve
        if curve in there and _says(edit, there[curve], feeling):
            continue
        point = points.put(edit, lane, step, feeling.score, curve.persona, wished=curve.wished)
        points.set_text(edit, point, feeling.text)


def _says(edit: Transaction, point: str, feeling: Feeling) -> bool:
    """Tell whether a point says that already, as far as a line can say it."""
    shown = feeling_line(edit.get(point, EmotionPoint))
    return read_feeling(shown) == (feeling.score, feeling.text)


def read_feelings(document: Document, lane: str, step: str, lines: Sequence[str]) -> list[Feeling]:
    """Return what lines say; blank ones say nothing.

    Raises:
        FeelingError: a line says no feeling, or there are more lines than can be told apart.
    """
    there = document.indexes.points(lane, step)
    free = [curve for wished in (False, True) for curve in _choice(document, there, wished)]
    written = [line for line in map(on_one_line, lines) if line]
    said: dict[int, tuple[Curve, str]] = {}
    for number, point in _unchanged(document, lane, step, written):
        said[number] = point.curve, feeling_line(point)
        free.remove(point.curve)
    unnamed: dict[int, tuple[bool, str]] = {}
    for number, line in enumerate(written):
        if number not in said:
            curve, words = _named(document, line, free, there)
            if curve.persona == NOBODY:
                unnamed[number] = curve.wished, words
            else:
                said[number] = curve, words
                free.remove(curve)
    for number, (wished, words) in unnamed.items():
        found = next((curve for curve in free if curve.wished == wished), None)
        if found is None:
            short = _short(written[number])
            raise FeelingError(_("“{line}” is one emotion point too many here.").format(line=short))
        said[number] = found, words
        free.remove(found)
    return [Feeling(said[number][0], *read_feeling(said[number][1])) for number in range(len(written))]


def _choice(document: Document, there: Container[Curve], wished: bool) -> list[Curve]:
    """Return the curves that lines can be about: nobody's only where it has a point or nobody else is."""
    found = [Curve(persona, wished) for persona in whose(document)]
    return found[1:] if found[0] not in there and len(found) > 1 else found


def _unchanged(
    document: Document, lane: str, step: str, written: Sequence[str]
) -> Iterator[tuple[int, EmotionPoint]]:
    """Yield the number of each line that stands there as it is, and the point that it is about."""
    numbers: defaultdict[str, list[int]] = defaultdict(list)
    for number, line in enumerate(written):
        numbers[line].append(number)
    for point in points_in(document, lane, step):
        if left := numbers[on_one_line(_line_of(document, point))]:
            yield left.pop(0), point


def _named(
    document: Document, line: str, free: Sequence[Curve], there: Container[Curve]
) -> tuple[Curve, str]:
    """Return the curve whose name a line begins with, nobody's where it names no persona, and the rest.

    The longest name comes first, and of equal ones that of a curve with a point there.
    """
    nobodys = Curve(NOBODY, wished=True)
    curves = [*(curve for curve in free if curve.persona != NOBODY), nobodys]
    names = [(curve_name(document, curve), curve) for curve in curves]
    for name, curve in sorted(names, key=lambda one: (-len(one[0]), one[1] not in there)):
        rest = line[len(name) :].lstrip()
        if line[: len(name)].casefold() == name.casefold() and rest.startswith(":"):
            return curve, rest[1:]
    return Curve(NOBODY), line


def read_feeling(line: str) -> tuple[float, str]:
    """Return the score and the label that a line like “+1 Curious” says.

    Raises:
        FeelingError: it begins with no number from -2 to +2.
    """
    found = _SCORE.match(line)
    score = float(found[1].replace(",", ".").replace("−", "-")) if found else None
    if found is None or score is None or not points.LOWEST <= score <= points.HIGHEST:
        words = _("“{line}” says no feeling: begin with a number from −2 to +2, as in “+1 Curious”.")
        raise FeelingError(words.format(line=_short(line.strip())))
    return score, on_one_line(line[found.end() :])


def _short(line: str) -> str:
    return line if len(line) <= 60 else line[:59] + "…"
