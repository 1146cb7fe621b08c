"""Processor time of a piece of work, for tests of growth."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable

ROUNDS = 3


def seconds(work: Callable[[], object]) -> float:
    """The least processor time of a few rounds.

    The garbage collector waits meanwhile: it goes through all that other tests have left, which is no part of the work.
    """
    return min(_once(work) for _ in range(ROUNDS))


def _once(work: Callable[[], object]) -> float:
    gc.collect()
    gc.disable()
    try:
        start = time.process_time()
        work()
        return time.process_time() - start
    finally:
        gc.enable()
