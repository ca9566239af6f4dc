"""Findings of a rule in the order in which one reads a map."""

from bisect import bisect_left
from collections.abc import Mapping

from journeymapper.document.document import Document
from journeymapper.document.records import Card, Lane, Persona, Stage, Step
from journeymapper.guide.health.finding import Finding


def ranked(document: Document, found: Mapping[str, Finding]) -> list[Finding]:
    """Return findings, which are given by what they are about, in the order of the places on the map."""
    rows = {lane: row for row, (_order, lane) in enumerate(document.indexes.lanes)}
    return [found[place] for place in sorted(found, key=lambda place: _rank(document, rows, place))]


def _rank(document: Document, rows: Mapping[str, int], place: str) -> tuple[int, str, str]:
    """Return what sorts a place of a kind among others of it; one that is gone comes first, until it is."""
    indexes = document.indexes
    match document.find(place):
        case Card() as card:
            width = len(indexes.columns())
            return rows[card.lane] * width + indexes.column_of(card.step), card.order, place
        case Step():
            return indexes.column_of(place), "", place
        case Lane():
            return rows[place], "", place
        case Stage() as stage:
            return bisect_left(indexes.stages, (stage.order, place)), "", place
        case Persona() as persona:
            return 0, persona.order, place
    return 0, "", place
