"""Memory: letting Python's collector rest while much is built that will stay."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collector_at_rest() -> Iterator[None]:
    """Keep the cyclic collector from running: it would go over all that was built again and again.

    Opening 10,000 cards takes a quarter less time. What was built counts as old afterwards: else the
    collector would go over all of it three times, half a second each, while the first edits are made.
    """
    was_running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_running:
            gc.freeze()
            gc.unfreeze()
            gc.enable()
