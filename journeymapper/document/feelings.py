"""How somebody feels, in words: the same wherever an emotion point is read."""

from journeymapper.document.document import Document
from journeymapper.document.records import NOBODY, Curve, EmotionPoint, Persona
from journeymapper.document.texts import on_one_line
from journeymapper.i18n import _


def whose(document: Document) -> list[str]:
    """Return whose points there can be, in order: nobody's first."""
    return [NOBODY, *(id_ for _order, id_ in document.indexes.personas)]


def points_in(document: Document, lane: str, step: str) -> list[EmotionPoint]:
    """Return a cell's emotion points in the order of their personas, the present before the wished-for."""
    there = document.indexes.points(lane, step)
    curves = [Curve(persona, wished) for persona in whose(document) for wished in (False, True)]
    return [document.get(there[curve], EmotionPoint) for curve in curves if curve in there]


def persona_name(document: Document, persona: str) -> str:
    """Return what a persona is called on one line; "" for nobody."""
    if persona == NOBODY:
        return ""
    return on_one_line(document.get(persona, Persona).name) or _("Unnamed persona")


def curve_name(document: Document, curve: Curve) -> str:
    """Return what a curve is called on one line: “Laura”, “Laura (wished for)”; "" for nobody's present."""
    name = persona_name(document, curve.persona)
    if not curve.wished:
        return name
    return _("{persona} (wished for)").format(persona=name) if name else _("Wished for")


def curve_title(name: str, wished: bool) -> str:
    """Return what a curve of somebody, or of nobody (""), is called where it stands for itself."""
    if not name:
        return _("Wished for") if wished else _("Now")
    return (_("{persona} · wished for") if wished else _("{persona} · now")).format(persona=name)


def score_words(score: float) -> str:
    """Return a score as it is written: “+1.5”, “-0.25”, “0”."""
    words = f"{score:+.2f}".rstrip("0").rstrip(".")
    return "0" if words in {"+0", "-0"} else words


def feeling_line(point: EmotionPoint) -> str:
    """Return an emotion point on one line as it is written, without its persona: “+1 Curious”."""
    return f"{score_words(point.score)} {on_one_line(point.text)}".strip()


def feeling_words(point: EmotionPoint) -> str:
    """Return an emotion point on one line as it is read elsewhere, without its persona: “Curious (+1)”.

    No spreadsheet takes that for a formula; without a label it is the score, a plain number.
    """
    score, label = score_words(point.score), on_one_line(point.text)
    return _("{feeling} ({score})").format(feeling=label, score=score) if label else score


def with_curve(document: Document, point: EmotionPoint, words: str) -> str:
    """Return words about a point with its curve's name, which names its persona on a map with several."""
    persona = point.persona if len(document.indexes.personas) > 1 else NOBODY
    name = curve_name(document, Curve(persona, point.wished))
    return _("{persona}: {feeling}").format(persona=name, feeling=words) if name else words
