"""The golden corpus: its annotation is consistent, and none of it is more exact than it may be."""

from __future__ import annotations

from pathlib import Path

import pytest

from gold_reading import Gold, gold_documents, reading_of
from hoedong.model.time import PartialDate

ROOT = Path(__file__).parent.parent.parent
DOCUMENTS = [*gold_documents("sample.jsonl"), *gold_documents("own.jsonl")]


@pytest.mark.parametrize("gold", DOCUMENTS, ids=lambda gold: gold["id"])
def test_annotation_stands_in_the_text(gold: Gold) -> None:
    """Mentions, places, topics, parties, quotes and evidence are words of the text; people are all listed."""
    reading = reading_of(gold)

    assert len(reading.encounters) == len(gold["encounters"])
    for report in reading.encounters:
        assert not set(report.principals) & set(report.attendees)
        assert len(report.principals) + len(report.attendees) + len(report.parties) >= 2


@pytest.mark.parametrize("gold", DOCUMENTS, ids=lambda gold: gold["id"])
def test_held_is_never_in_the_future(gold: Gold) -> None:
    """What was held began no later than the day of publication."""
    published = PartialDate.parse(gold["published"]).last_day()

    for encounter in gold["encounters"]:
        if encounter["status"] == "held" and encounter["start"]:
            assert PartialDate.parse(encounter["start"]).first_day() <= published


def test_ids_are_unique() -> None:
    """No two documents share an id."""
    ids = [gold["id"] for gold in DOCUMENTS]

    assert len(set(ids)) == len(ids)


def test_the_sample_is_the_file_of_the_demo() -> None:
    """The gold of the sample holds the very text that `make demo` reads."""
    text = (ROOT / "samples" / "garam-trip.txt").read_text(encoding="utf-8")

    assert gold_documents("sample.jsonl")[0]["text"] == text
