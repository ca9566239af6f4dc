"""Maps for tests, made through the front door: edits."""

from collections import Counter
from collections.abc import Callable, Sequence

from journeymapper.document.document import Document, Transaction
from journeymapper.document.indexes import Entry
from journeymapper.document.order_keys import sequence
from journeymapper.document.records import Ordered
from journeymapper.editing import cards, lanes, personas, points, stages


def counting_identifiers() -> Callable[[str], str]:
    """Return a maker of ids that gives the same ones in every run."""
    met: Counter[str] = Counter()

    def identify(kind: str) -> str:
        met[kind] += 1
        return f"{kind}-{met[kind]}"

    return identify


def small_map() -> Document:
    """Return two stages of two and one steps, five lanes, six cards, a persona with a curve."""
    document = Document(identify=counting_identifiers())
    with document.edit("Build") as edit:
        personas.set_title_block(edit, title="Buying a bicycle", scenario="First ride")
        persona = personas.add(edit, "Ilze Bērziņa", role="bakery owner", quote="Gribu ātri.").id
        stage = stages.add(edit, "Awareness", step_name="Sees")
        stages.add_step(edit, stage.id, "Searches")
        stages.add(edit, "Purchase", step_name="Pays")
        actions = lanes.add(edit, "Actions", role="actions", hint="what she does").id
        touchpoints = lanes.add(edit, "Touchpoints", role="touchpoints").id
        emotions = lanes.add(edit, "Emotions", "emotion").id
        lanes.add(edit, "Line of visibility", "divider")
        pains = lanes.add(edit, "Pain points", role="pain_points").id
        sees, searches, pays = edit.indexes.columns()
        cards.add(edit, actions, sees, "Sees a poster")
        cards.add(edit, actions, sees, "Asks a friend")
        cards.add(edit, actions, pays, "Pays by card in the shop at the corner of her street")
        cards.add(edit, touchpoints, searches, "Web search", online=True, importance=3)
        cards.add(edit, touchpoints, pays, "Shop", online=False, importance=1)
        cards.add(
            edit,
            pains,
            pays,
            "Queues",
            severity=2,
            evidence={"level": "observed", "sources": ({"count": 12},)},
        )
        for step, score in zip((sees, searches, pays), (-1, 0.5, 2), strict=True):
            points.put(edit, emotions, step, score, persona, "Curious")
    return document


def large_map(cards_count: int) -> Document:
    """Return a map whose stages, lanes and curve grow with its cards, ten a cell."""
    document = Document(identify=counting_identifiers())
    columns_count = max(2, cards_count // 40)
    with document.edit("Build") as edit:
        persona = personas.add(edit, "Maya").id
        for number in range(columns_count):
            stages.add(edit, f"Stage {number}", step_name=f"Step {number}")
        steps = list(edit.indexes.columns())
        rows = [lanes.add(edit, f"Lane {number}", role="actions").id for number in range(4)]
        emotions = lanes.add(edit, "Emotions", "emotion").id
        for number in range(cards_count):
            lane, column = rows[number // 10 % 4], number // 40 % columns_count
            cards.add(edit, lane, steps[column], f"Card {number % 7}")
        for number, step in enumerate(steps):
            points.put(edit, emotions, step, number % 5 - 2, persona)
    return document


def crowd(edit: Transaction, siblings: Sequence[Entry]) -> None:
    """Put siblings as close to each other as files of others may have them: there is no room between."""
    keys = sequence(len(siblings), "a0", "a0" + "0" * 48 + "1")
    for (_order, id_), key in zip(list(siblings), keys, strict=True):
        edit.update(id_, type(edit.get(id_, Ordered)), order=key)
