"""The public JSON form: its keys, its spans, its determinism."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gold_reading import gold_documents, reading_of
from hoedong.export.reading_json import dump_json, json_line, reading_to_json
from hoedong.model.document import Document
from hoedong.model.reading import Reading
from hoedong.model.span import Span
from hoedong.model.tie import Tie, TieKind

KEYS = {
    "": "schema document people organisations encounters trips quotes claims ties diagnostics",
    "document": "id source lang title outlet byline published text blocks",
    "people": "id name latin mentions positions",
    "encounters": "id mode status principals attendees parties when where topics evidence rules confidence",
    "trips": "traveller start end places evidence",
    "quotes": "speaker text start end encounter",
    "claims": "kind people value evidence",
    "diagnostics": "code message start end",
}


@pytest.mark.parametrize("part", KEYS)
def test_promised_keys_are_there(sample: Reading, part: str) -> None:
    """Every key of schema hoedong.reading/1 is printed, whatever is known of its value."""
    whole = reading_to_json(sample)
    value = whole[part] if part else whole
    table = value[0] if isinstance(value, list) else value

    assert set(KEYS[part].split()) <= set(table)


def test_nested_keys(sample: Reading) -> None:
    """Publication, dates, places and positions have the keys that the schema names."""
    whole = reading_to_json(sample)
    encounter = whole["encounters"][0]

    assert {"value", "basis", "spans"} <= set(whole["document"]["published"])
    assert {"role", "start", "end"} == set(whole["document"]["blocks"][0])
    assert {"edtf", "start", "end", "text", "spans"} == set(encounter["when"])
    assert {"text", "city", "country", "spans"} == set(encounter["where"])
    assert {"organisation", "title", "status", "spans"} <= set(whole["people"][0]["positions"][0])


def quoted(value: Any) -> Iterator[dict[str, Any]]:
    """Every table of a JSON value that has a text with offsets."""
    if isinstance(value, dict):
        if {"text", "start", "end"} <= set(value) and isinstance(value["start"], int):
            yield value
        for inner in value.values():
            yield from quoted(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from quoted(inner)


@pytest.mark.parametrize("gold", gold_documents("own.jsonl"), ids=lambda gold: gold["id"])
def test_every_text_is_its_span(gold: dict[str, Any]) -> None:
    """Each printed text equals the document's text between its offsets."""
    whole = reading_to_json(reading_of(gold))

    assert [item["text"] for item in quoted(whole)] == [
        whole["document"]["text"][item["start"] : item["end"]] for item in quoted(whole)
    ]


def test_unknown_is_null(sample: Reading) -> None:
    """An encounter without date and place prints nulls and empty lists, never a guess."""
    unconfirmed = next(e for e in reading_to_json(sample)["encounters"] if e["status"] == "unconfirmed")

    assert unconfirmed["when"] == {"edtf": None, "start": None, "end": None, "text": None, "spans": []}
    assert unconfirmed["where"] == {"text": None, "city": None, "country": None, "spans": []}


def test_hangul_stays_readable(sample: Reading) -> None:
    """Hangul is printed as it is and the same reading gives the same line."""
    assert "한도윤" in json_line(sample)
    assert json_line(sample) == json_line(sample)


def test_ties_name_both_organisations(sample: Reading) -> None:
    """A tie prints its two organisations as from and to."""
    tie = Tie(TieKind.SUPPLY, "o1", "o2", None, ())

    assert reading_to_json(replace(sample, ties=(tie,)))["ties"] == [
        {"kind": "supply", "from": "o1", "to": "o2", "object": None, "evidence": []}
    ]


@given(st.text(alphabet=st.characters(codec=None)))
def test_any_text_survives(text: str) -> None:
    """Any text, lone surrogates among them, is written as UTF-8 and comes back unchanged."""
    line = json_line(Reading(Document("d", text, "ko")))

    assert json.loads(line.encode("utf-8"))["document"]["text"] == text
    assert "\n" not in line


def test_spans_count_code_points() -> None:
    """An emoji before a name moves its offset by one, not by two or four."""
    page = Document("d", "😀한도윤", "ko")

    assert page[Span(1, 4)] == "한도윤"
    assert dump_json({"text": page[Span(1, 4)]}) == '{"text": "한도윤"}'
