"""Pages: how a map is put on paper. Sizes in points, portrait; ISO 216 and ANSI/ASME Y14.1."""

from dataclasses import dataclass

_MM = 72 / 25.4

#: Paper sizes by name: width and height in points, upright.
PAPERS: dict[str, tuple[float, float]] = {
    "A0": (841 * _MM, 1189 * _MM),
    "A1": (594 * _MM, 841 * _MM),
    "A2": (420 * _MM, 594 * _MM),
    "A3": (297 * _MM, 420 * _MM),
    "A4": (210 * _MM, 297 * _MM),
    "A5": (148 * _MM, 210 * _MM),
    "Letter": (612.0, 792.0),
    "Legal": (612.0, 1008.0),
    "Tabloid": (792.0, 1224.0),
}

#: The page is as large as the map.
OWN_SIZE = "auto"

#: What most office printers leave blank, in points.
PAPER_MARGIN = 10 * _MM


@dataclass(frozen=True, slots=True)
class Page:
    """A page: its size in points, and where and how large the map stands on it."""

    width: float
    height: float
    scale: float
    x: float
    y: float


def paper_named(name: str) -> str | None:
    """Return the paper of that name, whatever its case, or None."""
    known = {paper.lower(): paper for paper in (*PAPERS, OWN_SIZE)}
    return known.get(name.lower())


def page_for(width: float, height: float, paper: str) -> Page:
    """Return the page for a map of that size in points, on a paper of ``PAPERS`` or its own size.

    The paper lies the way that shows the map larger, with margins; a small map is not blown up.

    Raises:
        KeyError: there is no such paper.
    """
    if paper == OWN_SIZE:
        return Page(width, height, 1, 0, 0)
    upright = PAPERS[paper]
    return max(
        (fitted(width, height, *upright, PAPER_MARGIN), fitted(width, height, *upright[::-1], PAPER_MARGIN)),
        key=lambda page: (page.scale, (page.width > page.height) == (width > height)),
    )


def paper_for_text(page: Page, paper: str) -> tuple[float, float]:
    """Return width and height of the pages after the map: like its own, or A4 where that has its own size."""
    return PAPERS["A4"] if paper == OWN_SIZE else (page.width, page.height)


def fitted(width: float, height: float, page_width: float, page_height: float, margin: float) -> Page:
    """Return a page of a given size with the map as large as it goes, at most its own size, in the middle."""
    room_x, room_y = page_width - 2 * margin, page_height - 2 * margin
    scale = min(1.0, room_x / width, room_y / height)
    x, y = (page_width - width * scale) / 2, max(margin, (page_height - height * scale) / 2)
    return Page(page_width, page_height, scale, x, y)
