from hypothesis import given
from hypothesis import strategies as st

from journeymapper.document.change import Change, change_of
from journeymapper.document.records import Stage

IDS = st.sampled_from("abc")
VALUES = st.none() | st.sampled_from("xy")
State = dict[str, str]


def record(id_: str, name: str | None) -> Stage | None:
    return None if name is None else Stage(id=id_, order="a0", name=name)


def step(state: State, target: dict[str, str | None]) -> tuple[Change, State]:
    pairs = {id_: (record(id_, state.get(id_)), record(id_, name)) for id_, name in target.items()}
    after = {id_: name for id_, name in {**state, **target}.items() if name is not None}
    return change_of(pairs, "Test"), after


def applied(change: Change, state: State) -> State:
    after = dict(state)
    for old, new in change.pairs():
        named = old or new
        assert named is not None
        assert after.get(named.id) == (old.name if isinstance(old, Stage) else None)
        if isinstance(new, Stage):
            after[new.id] = new.name
        else:
            del after[named.id]
    return after


@given(
    st.dictionaries(IDS, st.sampled_from("xy")),
    st.lists(st.dictionaries(IDS, VALUES), min_size=1, max_size=5),
)
def test_squashed_changes_do_what_they_did_one_by_one(
    first: State, targets: list[dict[str, str | None]]
) -> None:
    state, total = first, Change()
    for target in targets:
        change, state = step(state, target)
        total = total.squashed(change)
    assert applied(total, first) == state
    assert applied(total.inverted(), state) == first
    assert total.is_empty == (state == first)
    assert total.inverted().inverted() == total
