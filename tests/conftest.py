"""What all tests share: the sample article as a file and as a faultless reading."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import settings

from gold_reading import sample_reading
from hoedong.model.reading import Reading

ROOT = Path(__file__).parent.parent

settings.register_profile("hoedong", deadline=None)  # a busy machine is no fault of the code; tests of speed say so
settings.load_profile("hoedong")


@pytest.fixture(scope="session")
def sample() -> Reading:
    """The sample article as its gold has it."""
    return sample_reading()


@pytest.fixture(scope="session")
def sample_path() -> str:
    """The sample article as a file."""
    return str(ROOT / "samples" / "garam-trip.txt")
