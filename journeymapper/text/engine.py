"""Text shaping by Qt's text engine, behind ``journeymapper.text.shaped.Shaper``.

Qt rounds type sizes to whole pixels, so text is shaped at ``SCALE`` pixels a point, without hinting and
with design metrics, and measured back: the geometry is the same at every zoom and on every screen.
"""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from functools import lru_cache, partial

from PySide6.QtCore import QLoggingCategory, QPointF, Qt
from PySide6.QtGui import (
    QFont,
    QFontDatabase,
    QGlyphRun,
    QGuiApplication,
    QTextLayout,
    QTextLine,
    QTextOption,
)

from journeymapper.memory import collector_at_rest
from journeymapper.style.typography import FAMILIES, TextStyle
from journeymapper.text.breaks import BreakFinder, has_thai, last_before, letter_ends, utf16_length
from journeymapper.text.faces import FaceShelf
from journeymapper.text.keeping import Keeper
from journeymapper.text.mending import Line, Mender
from journeymapper.text.runs import SCALE, QtGlyphRun, TextPlaces, pieces
from journeymapper.text.shaped import Alignment, ShapedLine, ShapedText

#: From baseline to baseline, in ems; a paragraph with a taller script (Thai, Nastaliq) takes more.
LINE_PITCH = 1.3

#: From the top of a line to its baseline, in ems.
BASELINE = 0.93

#: Families for scripts the map's family does not have, so that the system's own order does not decide.
COMPANIONS: tuple[str, ...] = (
    "Noto Sans Thai",
    "Noto Sans Arabic",
    "Noto Sans Hebrew",
    "Noto Sans Devanagari",
    "Noto Sans Bengali",
    "Noto Sans Tamil",
    "Noto Sans Lao",
    "Noto Sans Khmer",
    "Noto Sans Myanmar",
)

#: Faces that state a larger reach than this, in ems, do not set the distance of lines by it.
_PLAUSIBLE_EXTENT = 1.6

_TAB_EMS = 4

#: By no more than this may a line be wider than its room, in the engine's own units.
_HAIR = 0.001 * SCALE

#: Texts of more characters make so many runs that Python's collector would take a third of the time.
_LONG = 50_000

#: What ends a line for good: line feeds, and Unicode's line and paragraph separators.
_LINE_FEEDS = re.compile("[\n\u2028\u2029]")

#: Controls stand as spaces; lone surrogates and the object mark, which means something to Qt, as U+FFFD.
_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_IMPOSSIBLE = re.compile("[\ud800-\udfff\ufffc\ufffe\uffff]")

_RIGHT_TO_LEFT = re.compile(
    "[\u0590-\u08ff\u200f\u202b\u202e\u2067\ufb1d-\ufdff\ufe70-\ufeff"
    "\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
_STRONG = {"L": False, "R": True, "AL": True}

_SPACES = " \t\u3000"

#: Makes up for what is lost when points become Qt's 1/64 pixels; less than one of these.
_ROUNDING = 0.01

_ENDLESS = 1e6

_PARTS = (
    QTextLayout.GlyphRunRetrievalFlag.RetrieveGlyphIndexes
    | QTextLayout.GlyphRunRetrievalFlag.RetrieveGlyphPositions
    | QTextLayout.GlyphRunRetrievalFlag.RetrieveStringIndexes
)


class _Setting:
    """A style made ready for Qt: the font, and options by (right to left, break anywhere)."""

    def __init__(self, style: TextStyle, families: Sequence[str]) -> None:
        self.font = QFont()
        self.font.setFamilies(list(families))
        self.font.setPixelSize(max(1, round(style.size * SCALE)))
        self.font.setWeight(QFont.Weight(style.weight))
        self.font.setItalic(style.italic)
        self.font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        self.options = {
            (backwards, anywhere): _option(style, backwards, anywhere)
            for backwards in (False, True)
            for anywhere in (False, True)
        }


@dataclass(frozen=True, slots=True)
class _Manner:
    """How all pieces of a paragraph are set: whether it has Thai words, and runs from right to left."""

    setting: _Setting
    width: float | None
    thai: bool
    backwards: bool

    @property
    def room(self) -> float:
        """The width of a line in Qt's units."""
        return _ENDLESS if self.width is None else max(self.width, 0) * SCALE + _ROUNDING


class QtShaper:
    """The shaper over Qt's ``QTextLayout``. Needs a ``QGuiApplication``, on whose thread it must be used.

    Control characters are set as spaces, lone surrogates as U+FFFD; both stay what they are in
    ``ShapedLine.text``. A line holds at least one letter with its marks, however narrow the box.
    A paragraph starts from the side of its first strongly directed character.

    Args:
        kept: How many characters of shaped texts are kept for the next time they are asked for, and of
            single paragraphs, so that a keystroke in a text of several of them sets one of them anew.

    Raises:
        RuntimeError: There is no ``QGuiApplication``.
    """

    def __init__(self, kept: int = 1_000_000) -> None:
        if not isinstance(QGuiApplication.instance(), QGuiApplication):
            raise RuntimeError("QtShaper needs a QGuiApplication: create one first")
        _quiet_font_lookup()
        self._families = _installed(FAMILIES)[:1] + _installed(COMPANIONS) + _installed(FAMILIES)[1:]
        self._finder = BreakFinder()
        self._shelf = FaceShelf()
        self._setting = lru_cache(64)(self._make_setting)
        self._mender = Mender()
        self._shaped = Keeper(self._shape, kept)
        self._paragraph = Keeper(self._set, kept)

    def shape(
        self,
        text: str,
        style: TextStyle,
        width: float | None = None,
        alignment: Alignment = Alignment.START,
    ) -> ShapedText:
        """Set ``text`` in ``style``: see ``journeymapper.text.shaped.Shaper``."""
        return self._shaped(text, style, width, alignment)

    def _make_setting(self, style: TextStyle) -> _Setting:
        return _Setting(style, self._families)

    def _shape(self, text: str, style: TextStyle, width: float | None, alignment: Alignment) -> ShapedText:
        lines: list[Line] = []
        paragraphs = list(_paragraphs(text))
        set_one = self._set if len(paragraphs) == 1 else self._paragraph
        with collector_at_rest() if len(text) > _LONG else nullcontext():
            for start, paragraph in paragraphs:
                lines += [line.moved(start) for line in set_one(paragraph, style, width)]
        widest = max(line.width for line in lines)
        box = widest if width is None else width
        above, pitch = self._pitch(lines, style)
        return ShapedText(
            tuple(
                ShapedLine(
                    line.text,
                    line.start,
                    _left_end(line, box, alignment),
                    index * pitch + above,
                    line.width,
                    line.runs,
                )
                for index, line in enumerate(lines)
            ),
            widest,
            len(lines) * pitch,
            frozenset().union(*(run.missing for line in lines for run in line.runs if run.lacks_some)),
        )

    def _pitch(self, lines: Iterable[Line], style: TextStyle) -> tuple[float, float]:
        """Return how far the baseline is below a line's top and the next line's, in points."""
        above, below = BASELINE, LINE_PITCH - BASELINE
        for line in lines:
            for run in line.runs:
                if run.face.family != self._families[0]:
                    up, down = _reach(run)
                    above, below = max(above, up), max(below, down)
        return above * style.size, (above + below) * style.size

    def _set(self, paragraph: str, style: TextStyle, width: float | None) -> list[Line]:
        """Set a paragraph, a long one anew only where it is not what it was."""
        thai = width is not None and has_thai(paragraph)
        manner = _Manner(self._setting(style), width, thai, _is_backwards(paragraph))
        set_lines = partial(self._set_piece, manner=manner)
        if width is None:
            return set_lines(paragraph, "")
        return self._mender.lines(paragraph, (style, width, manner.thai), set_lines)

    def _set_piece(self, piece: str, before: str, manner: _Manner) -> list[Line]:
        """Set a paragraph, or a piece of one that follows ``before``, from the beginning of a line on."""
        backwards = manner.backwards
        if not _settable(piece).rstrip(_SPACES):
            return [Line(piece, 0, 0, (), backwards)]
        text = before + piece
        solid = _settable(text).rstrip(_SPACES)
        layout = QTextLayout(solid, manner.setting.font)
        places = TextPlaces(solid)
        layout.beginLayout()
        if before and not _skip(layout, places.place(len(before)), manner):
            layout.endLayout()
            return self._set_piece(piece, "", manner)
        layout.setTextOption(manner.setting.options[backwards, manner.thai])
        rows = self._fill_thai(layout, solid, manner.room) if manner.thai else _fill(layout, manner.room)
        lines = []
        for row in rows:
            first, last = places.index(row.textStart()), places.index(row.textStart() + row.textLength())
            row.setPosition(QPointF(0, -row.ascent()))
            shown = text[first:] if last == len(solid) else text[first:last]
            runs = self._runs(row, places, first, last, manner.setting)
            lines.append(Line(shown, first - len(before), row.naturalTextWidth() / SCALE, runs, backwards))
        layout.endLayout()
        return lines

    def _fill_thai(self, layout: QTextLayout, text: str, room: float) -> list[QTextLine]:
        """Fill lines by ``BreakFinder``: Qt breaks anywhere and is drawn back to the last break."""
        end = utf16_length(text)
        rows = []
        breaks: list[int] = []
        letters: list[int] = []
        while (row := layout.createLine()).isValid():
            row.setLineWidth(room)
            start, length = row.textStart(), row.textLength()
            if start + length < end:
                breaks = breaks or self._finder.breaks(text)
                letters = letters or letter_ends(text)
                place = last_before(breaks, start, start + length) or last_before(
                    letters, start, start + length
                )
                if place and place < start + length:
                    _draw_back(row, place - start)
            rows.append(row)
        return rows

    def _runs(
        self, row: QTextLine, places: TextPlaces, first: int, last: int, setting: _Setting
    ) -> tuple[QtGlyphRun, ...]:
        found = row.glyphRuns(-1, -1, _PARTS)
        if len(found) > 1:
            if _is_muddled(found):
                found = _by_piece(row, places, first, last, found)
            found.sort(key=_first_place)
        face, size = self._shelf.face, setting.font.pixelSize() / SCALE
        return tuple([QtGlyphRun(face(run.rawFont()), size, run, places, first, last) for run in found])


def _reach(run: QtGlyphRun) -> tuple[float, float]:
    """Return how far a run reaches above and below the baseline, in ems.

    That is what its face states, so that all paragraphs of a script look alike. Faces of Arabic or of
    formulas that state room for whatever could be stacked are taken by their ink.
    """
    up, down = run.face.extent
    if up + down <= _PLAUSIBLE_EXTENT:
        return up, down
    ink_up, ink_down = run.ink
    return ink_up / run.size, ink_down / run.size


def _quiet_font_lookup() -> None:
    """Stop Qt from telling stderr that a script needs another family: that is what fallback is for."""
    QLoggingCategory.setFilterRules("qt.text.font.db.info=false")


def _installed(families: Iterable[str]) -> list[str]:
    known = set(QFontDatabase.families())
    return [family for family in families if family in known]


def _option(style: TextStyle, backwards: bool, anywhere: bool) -> QTextOption:
    option = QTextOption(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute)
    direction = Qt.LayoutDirection.RightToLeft if backwards else Qt.LayoutDirection.LeftToRight
    option.setTextDirection(direction)
    mode = QTextOption.WrapMode
    option.setWrapMode(mode.WrapAnywhere if anywhere else mode.WrapAtWordBoundaryOrAnywhere)
    option.setUseDesignMetrics(True)
    option.setTabStopDistance(_TAB_EMS * style.size * SCALE)
    return option


def _paragraphs(text: str) -> Iterable[tuple[int, str]]:
    start = 0
    for feed in _LINE_FEEDS.finditer(text):
        yield start, text[start : feed.start()]
        start = feed.end()
    yield start, text[start:]


def _settable(text: str) -> str:
    """Return the text with what Qt cannot set replaced, character for character.

    A byte order mark would get lost on the way to Qt; the word joiner is what Unicode has in its place.
    """
    return _IMPOSSIBLE.sub("\ufffd", _CONTROLS.sub(" ", text)).replace("\ufeff", "\u2060")


def _is_backwards(paragraph: str) -> bool:
    """Tell whether a paragraph starts from the right."""
    return _RIGHT_TO_LEFT.search(paragraph) is not None and _is_right_to_left(_settable(paragraph))


def _is_right_to_left(text: str) -> bool:
    """Tell the direction of the first strong character outside isolates (Unicode Annex 9, P2 and P3)."""
    depth = 0
    for char in text:
        kind = unicodedata.bidirectional(char)
        if kind in ("LRI", "RLI", "FSI"):
            depth += 1
        elif kind == "PDI":
            depth = max(0, depth - 1)
        elif kind in _STRONG and not depth:
            return _STRONG[kind]
    return False


def _skip(layout: QTextLayout, length: int, manner: _Manner) -> bool:
    """Make a first line of just so many code units; tell whether Qt can."""
    layout.setTextOption(manner.setting.options[manner.backwards, True])
    row = layout.createLine()
    _draw_back(row, length)
    return row.textLength() == length


def _fill(layout: QTextLayout, room: float) -> list[QTextLine]:
    rows = []
    while (row := layout.createLine()).isValid():
        row.setLineWidth(room)
        # Where directions change, Qt may break a line by another measure than its letters have.
        less = row.naturalTextWidth() - room
        while _HAIR < less < room and row.naturalTextWidth() > room + _HAIR:
            row.setLineWidth(room - less)
            less *= 2
        rows.append(row)
    return rows


def _draw_back(row: QTextLine, length: int) -> None:
    """Make a line of an anywhere-breaking layout end after ``length`` code units.

    Qt counts columns by letters with their marks, and spaces over the edge not at all.
    """

    def reach(columns: int) -> int:
        row.setNumColumns(columns)
        return row.textLength()

    reach(bisect_left(range(length), length, key=reach))


def _is_muddled(runs: Sequence[QGlyphRun]) -> bool:
    """Tell whether Qt lost track of which text a run stands for.

    Where one stretch of a script is set from several faces, Qt gives all runs but one the stretch's first
    index for every glyph (seen in 6.11), so the same first index turns up twice.
    """
    firsts = [_first_place(run) for run in runs]
    return len(set(firsts)) < len(firsts)


def _first_place(run: QGlyphRun) -> int:
    return min(run.stringIndexes(), default=-1)


def _by_piece(
    row: QTextLine, places: TextPlaces, first: int, last: int, whole: list[QGlyphRun]
) -> list[QGlyphRun]:
    """Ask for the runs of each word, space and sign by itself, which Qt gets right."""
    found: list[QGlyphRun] = []
    begin = places.place(first)
    for start, end in pieces(places.text[first:last]):
        found += row.glyphRuns(begin + start, end - start, _PARTS)
    glyphs = sum(len(run.glyphIndexes()) for run in found)
    return found if glyphs == sum(len(run.glyphIndexes()) for run in whole) else whole


def _left_end(line: Line, box: float, alignment: Alignment) -> float:
    if alignment is Alignment.CENTRE:
        return (box - line.width) / 2
    at_right = (alignment is Alignment.END) != line.right_to_left
    return box - line.width if at_right else 0
