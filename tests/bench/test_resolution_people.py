"""The figures of who is who are what they are called."""

from __future__ import annotations

import importlib
import sys
from pathlib import Path
from types import ModuleType

import pytest

BENCH = Path(__file__).resolve().parents[2] / "bench"


@pytest.fixture
def bench(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The script, which finds its neighbours beside it."""
    monkeypatch.setattr(sys, "path", [str(BENCH), *sys.path])
    return importlib.import_module("resolution_people")


def test_b_cubed_weighs_every_person_alike(bench: ModuleType) -> None:
    """Of three that are one, one taken for another costs recall; one taken in wrongly costs precision."""
    gold = {"a": "1", "b": "1", "c": "1", "d": "2"}
    found = {"a": "x", "b": "x", "c": "y", "d": "y"}
    precision, recall, _ = bench.b_cubed(gold, gold, found)
    assert precision == pytest.approx(100 * (1 + 1 + 0.5 + 0.5) / 4)
    assert recall == pytest.approx(100 * (2 / 3 + 2 / 3 + 1 / 3 + 1) / 4)
    assert bench.b_cubed(gold, gold, gold) == (100, 100, 100)
