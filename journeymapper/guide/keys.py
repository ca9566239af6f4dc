"""The keys by which data says where in a journey something belongs, and for whom."""

from typing import Final, Literal, get_args

#: The five common stages, from first need to after the purchase. Stages of any map count as one of them.
StageKey = Literal["awareness", "consideration", "purchase", "retention", "advocacy"]
STAGE_KEYS: Final[tuple[StageKey, ...]] = get_args(StageKey)

#: Whom a business sells to; empty where it does not matter.
Audience = Literal["", "consumers", "businesses"]

#: The kinds of map; empty where it does not matter.
MapKind = Literal["", "current_state", "day_in_the_life", "future_state", "service_blueprint"]
