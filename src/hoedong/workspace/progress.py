"""How far a reading is, told while it goes on: text, blocks, sentences one after another, what was found."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum

from hoedong.rules.trace import NoTrace


class Stage(StrEnum):
    """What is told of a reading, in this order; all but sentences once, when it is done."""

    DECODED = "decoded"  # code points
    BLOCKS = "blocks"
    SENTENCES = "sentences"
    PEOPLE = "people"
    ENCOUNTERS = "encounters"


Told = Callable[[Stage, int, int], None]
"""Hears of a stage how much of it is done, and of how much."""


def nobody(stage: Stage, done: int, of: int) -> None:
    """Hears it and does nothing."""


class Progress(NoTrace):
    """Passes on how far a reading is, and no decisions."""

    def __init__(self, told: Told) -> None:
        self._told = told

    def reached(self, stage: str, done: int, of: int) -> None:
        """Pass it on."""
        self._told(Stage(stage), done, of)
