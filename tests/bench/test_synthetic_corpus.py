"""The synthetic corpus: always the same, whatever is asked for, and as sound as a reading of the reader."""

from __future__ import annotations

import sys
from itertools import islice
from pathlib import Path

import pytest

from hoedong.model.reading import Reading

sys.path.insert(0, str(Path(__file__).parent.parent.parent / "bench"))

from synthetic_corpus import synthetic_readings
from synthetic_world import World


@pytest.fixture(scope="module")
def readings() -> list[Reading]:
    """Some hundred reports."""
    return list(synthetic_readings(600, World(3000)))


def test_it_is_always_the_same(readings: list[Reading]) -> None:
    """The same pages in another world of the same seed, and the first of them however many are wanted."""
    assert readings == list(synthetic_readings(600, World(3000)))
    assert readings[:50] == list(islice(synthetic_readings(10**6, World(3000)), 50))


def test_it_holds_what_was_asked_for(readings: list[Reading]) -> None:
    """So many reports, about four a page, some of them reprints, plans and denials."""
    reports = [report for reading in readings for report in reading.encounters]

    assert 600 <= len(reports) < 610
    assert 3 < len(reports) / len(readings) < 5
    assert {str(report.status) for report in reports} == {"held", "planned", "not_held"}
    assert len({reading.document.text for reading in readings}) < len(readings)


def test_its_spans_hold_what_they_say(readings: list[Reading]) -> None:
    """Names, places, quotations and evidence lie where they should."""
    for reading in readings:
        page = reading.document
        assert all(page[mention.span] == person.name for person in reading.people for mention in person.mentions)
        assert all(page[one.where.spans[0]] == one.where.city for one in reading.encounters if one.where.city)
        assert all(page[one.content].strip() == page[one.content] for one in reading.quotes)
        assert all(block.span.end <= len(page.text) and "\n" not in page[block.span] for block in page.blocks)
