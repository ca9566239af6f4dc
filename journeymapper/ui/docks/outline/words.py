"""What the outline says of each node: the words shown, the words edited, and what a screen reader hears."""

from journeymapper.document import figures
from journeymapper.document.document import Document
from journeymapper.document.feelings import curve_name, feeling_line, persona_name
from journeymapper.document.records import Card, EmotionPoint, Lane, Persona, Stage, Step
from journeymapper.document.roles import DIVIDER
from journeymapper.i18n import _, ngettext
from journeymapper.ui.docks.naming import (
    card_words,
    lane_name,
    map_title,
    place_words,
    shortened,
    stage_name,
    step_name,
)
from journeymapper.ui.docks.outline.nodes import Kind, Node


def is_there(document: Document, node: Node) -> bool:
    """Tell whether what a node stands for is still in the map; while it is followed it may not be."""
    if node.cell is not None:
        return all(id_ in document for id_ in node.cell)
    return not node.record or node.record in document


def shown(document: Document, node: Node) -> str:
    """Return the words of a node, on one line and not too long."""
    if not is_there(document, node):
        return ""
    match node.kind:
        case Kind.MAP:
            return map_title(document)
        case Kind.STAGE:
            return stage_name(document, node.record)
        case Kind.STEP:
            return step_name(document, node.record)
        case Kind.LANE:
            return _with_state(document, node.record)
        case Kind.CELL if node.cell is not None:
            return _with_state(document, node.cell[0])
        case Kind.CARD:
            return card_words(document, document.get(node.record, Card))
        case Kind.POINT:
            return _point(document, document.get(node.record, EmotionPoint))
        case Kind.PERSONA:
            return shortened(persona_name(document, node.record))
        case Kind.LANES:
            return _("Lanes")
        case Kind.PERSONAS:
            return _("Personas")
    return ""


def _with_state(document: Document, lane: str) -> str:
    """Return a lane's name, and how much of it is drawn where that is not all."""
    record, name = document.get(lane, Lane), lane_name(document, lane)
    if record.hidden:
        return _("{lane} (hidden)").format(lane=name)
    return _("{lane} (collapsed)").format(lane=name) if record.collapsed else name


def _point(document: Document, point: EmotionPoint) -> str:
    line = shortened(feeling_line(point))
    name = curve_name(document, point.curve)
    return _("{persona}: {feeling}").format(persona=shortened(name), feeling=line) if name else line


def edited(document: Document, node: Node) -> str | None:
    """Return the words that are edited in place of those shown; None where nothing can be."""
    match document.find(node.record) if node.record else document.map if node.kind is Kind.MAP else None:
        case Stage(name=words) | Step(name=words) | Lane(name=words) | Persona(name=words):
            return words
        case Card() as card:
            return figures.card_words(document, card)
        case EmotionPoint() as point:
            return feeling_line(point)
    return document.map.title if node.kind is Kind.MAP else None


def spoken(document: Document, node: Node) -> str:
    """Return what a screen reader says of a node: what it is, where it stands, and its words."""
    words = shown(document, node)
    if not is_there(document, node):
        return words
    match node.kind:
        case Kind.MAP:
            return _("Map “{title}”").format(title=words)
        case Kind.STAGE:
            return _("Stage “{name}”").format(name=words)
        case Kind.STEP:
            return _moment(document, node.record, _("Step “{name}”").format(name=words))
        case Kind.LANE:
            return _lane(document, node.record, words)
        case Kind.CELL if node.cell is not None:
            return _("{lane}, {content}").format(lane=words, content=content(document, *node.cell))
        case Kind.CARD:
            lane = lane_name(document, document.get(node.record, Card).lane)
            return _("Card, in {lane}, {text}").format(lane=lane, text=words)
        case Kind.POINT:
            return _("Emotion point, {feeling}").format(feeling=words)
        case Kind.PERSONA:
            return _("Persona “{name}”").format(name=words)
    return words


def _moment(document: Document, step: str, words: str) -> str:
    if document.get(step, Step).moment_of_truth:
        return _("{step}, moment of truth").format(step=words)
    return words


def _lane(document: Document, lane: str, words: str) -> str:
    if document.get(lane, Lane).lane_kind == DIVIDER:
        return _("Dividing line “{name}”").format(name=words)
    return _("Lane “{name}”").format(name=words)


def content(document: Document, lane: str, step: str) -> str:
    """Return how much stands in a cell."""
    cards = len(document.indexes.cards_in.get((lane, step), ()))
    points = len(document.indexes.points_at.get((lane, step), ()))
    parts = []
    if cards:
        parts.append(ngettext("{count} card", "{count} cards", cards).format(count=cards))
    if points:
        words = ngettext("{count} emotion point", "{count} emotion points", points)
        parts.append(words.format(count=points))
    return ", ".join(parts) or _("empty")


def described(document: Document, node: Node) -> str:
    """Return where a node stands, for a screen reader that is asked for more."""
    match document.find(node.record) if node.record else None:
        case Card(lane=lane, step=step) | EmotionPoint(lane=lane, step=step):
            return place_words(document, lane, step)
        case Step(stage=stage):
            return stage_name(document, stage)
    return step_name(document, node.cell[1]) if node.cell and is_there(document, node) else ""


def is_faint(document: Document, node: Node) -> bool:
    """Tell whether a node is shown in grey: an empty cell, and what stands in a hidden lane."""
    match node.kind:
        case Kind.CELL if node.cell is not None:
            lane = document.find(node.cell[0])
            indexes = document.indexes
            is_empty = node.cell not in indexes.cards_in and node.cell not in indexes.points_at
            return is_empty or (isinstance(lane, Lane) and lane.hidden)
        case Kind.LANE:
            lane = document.find(node.record)
            return isinstance(lane, Lane) and lane.hidden
    return False
