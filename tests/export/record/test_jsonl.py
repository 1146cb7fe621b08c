"""The canonical form of the record."""

from __future__ import annotations

import io
import json
from dataclasses import replace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from hoedong.export.record.jsonl import export_jsonl
from invented_record import HELD, PAGES, RECORD, MemoryView, record_in_words


def lines(view: MemoryView) -> list[dict[str, Any]]:
    """The objects of an export."""
    out = io.StringIO()
    export_jsonl(view, out)
    return [json.loads(line) for line in out.getvalue().splitlines()]


def found(type_: str, id_: str) -> dict[str, Any]:
    """One object of the invented record."""
    return next(line for line in lines(RECORD) if line["type"] == type_ and line["id"] == id_)


def test_lines_are_in_the_order_of_type_and_id() -> None:
    """Lines are sorted by type, then id; relations by their ends."""
    keys = [(line["type"], line.get("id", line.get("source"))) for line in lines(RECORD)]

    assert keys == sorted(keys)
    assert len({type_ for type_, _ in keys}) == 9


def test_nothing_of_an_encounter_is_lost() -> None:
    """An encounter has every field of the noun, with its values and its history."""
    line = found("encounter", HELD.id)

    assert line["when"] == "2025-09-10"
    assert [value["value"] for value in line["values"]] == ["2025-09-10", "새너제이"]
    assert [step["reported"] for step in line["history"]] == ["2025-09-14", None]
    assert line["confidence"] == 0.8765
    assert set(line) == {"type", *(HELD.__slots__)}


def test_evidence_quotes_the_page() -> None:
    """A citation carries the words between its offsets."""
    for line in lines(RECORD):
        for item in [*line.get("evidence", []), *([line["citation"]] if "citation" in line else [])]:
            page = next(page for page in PAGES if page.id == item["document"])
            assert item["text"] == page.text[item["start"] : item["end"]] != ""


def test_arrival_changes_nothing() -> None:
    """When a document arrived is not in the export, nor is its text."""
    later = replace(RECORD, pages=tuple(replace(page, added="2030-01-01T00:00:00Z") for page in PAGES))

    assert lines(later) == lines(RECORD)
    assert not {"text", "added"} & set(found("document", "d1"))


@given(st.text(alphabet=st.characters(codec=None)))
def test_any_words_survive(words: str) -> None:
    """Any words, lone surrogates among them, come back unchanged."""
    out = io.StringIO()
    export_jsonl(record_in_words(words), out)
    read = [json.loads(line) for line in out.getvalue().encode("utf-8").decode("utf-8").split("\n") if line]

    assert next(line for line in read if line["type"] == "quote")["text"] == words
