from journeymapper.document.change import Change
from journeymapper.document.records import Stage
from journeymapper.editing.history import History


def named(old: str | None, new: str | None, merge_key: object = None) -> Change:
    before = Stage(id="s", order="a0", name=old or "")
    after = Stage(id="s", order="a0", name=new or "")
    return Change(updated={"s": (before, after)}, label=f"To {new}", merge_key=merge_key)


def test_typing_is_one_step_until_it_is_closed() -> None:
    history = History()
    history.record(named("", "a", "typing"))
    history.record(named("a", "ab", "typing"))
    history.close()
    history.record(named("ab", "abc", "typing"))
    change = history.undo()
    assert change is not None
    assert change.updated == named("abc", "ab").updated
    change = history.undo()
    assert change is not None
    assert change.updated == named("ab", "").updated
    assert history.undo() is None


def test_a_step_that_ends_where_it_began_vanishes() -> None:
    history = History()
    history.record(named("", "a", "typing"))
    history.record(named("a", "", "typing"))
    assert history.undo_label is None
    assert history.is_saved


def test_saved_state_is_found_again_by_undo_and_lost_by_another_way_on() -> None:
    history = History()
    history.record(named("", "a"))
    history.mark_saved()
    history.record(named("a", "b"))
    assert not history.is_saved
    history.undo()
    assert history.is_saved
    history.undo()
    assert not history.is_saved
    history.record(named("", "c"))
    history.undo()
    assert not history.is_saved


def test_saving_ends_a_step_of_typing() -> None:
    history = History()
    history.record(named("", "a", "typing"))
    history.mark_saved()
    history.record(named("a", "ab", "typing"))
    assert not history.is_saved
    history.undo()
    assert history.is_saved


def test_bail_takes_back_all_since_the_mark() -> None:
    history = History()
    history.record(named("", "a", "drag"))
    mark = history.mark()
    assert history.bail(mark) is None
    history.record(named("a", "b", "drag"))
    history.record(named("b", "c", "drag"))
    change = history.bail(mark)
    assert change is not None
    assert change.updated == named("c", "a").updated
    assert history.undo_label == "To a"
    assert history.redo_label is None


def test_a_step_that_comes_to_nothing_leaves_redo_as_it_was() -> None:
    history = History()
    history.record(named("", "a"))
    history.record(named("a", "b"))
    history.mark_saved()
    history.undo()
    history.record(named("a", "x", "typing"))
    assert history.redo_label is None
    history.record(named("x", "a", "typing"))
    assert history.redo_label == "To b"
    mark = history.mark()
    history.record(named("a", "y", "drag"))
    assert history.bail(mark) is not None
    assert history.redo_label == "To b"
    history.redo()
    assert history.is_saved
    history.undo()
    history.record(named("a", "z", "typing"))
    history.undo()
    assert history.redo_label == "To z"


def test_what_was_saved_in_a_gesture_that_is_given_up_is_not_the_present_state() -> None:
    history = History()
    mark = history.mark()
    history.record(named("", "a", "drag"))
    history.mark_saved()
    history.bail(mark)
    assert not history.is_saved
    history.record(named("", "b"))
    assert not history.is_saved


def test_a_map_from_elsewhere_is_saved_nowhere_even_when_redo_is_taken_up_again() -> None:
    history = History()
    history.record(named("", "a"))
    history.mark_saved()
    history.undo()
    history.record(named("", "x", "typing"))
    history.mark_unsaved()
    history.record(named("x", "", "typing"))
    assert not history.is_saved
    assert history.redo_label == "To a"
    history.redo()
    assert not history.is_saved
