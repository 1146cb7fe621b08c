"""The record as FollowTheMoney entities, read by followthemoney itself."""

from __future__ import annotations

import io
import json
from collections import Counter
from dataclasses import replace
from typing import Any

import pytest
from followthemoney import model
from followthemoney.exc import InvalidData
from followthemoney.types import registry
from hypothesis import given
from hypothesis import strategies as st

from hoedong.export.record.follow_the_money import export_follow_the_money
from hoedong.export.record.follow_the_money.entities import identifier
from hoedong.model.time import DateInterval, PartialDate
from invented_record import CANCELLED, HELD, PLANNED, RECORD, REJECTED, MemoryView, on, record_in_words

Entity = dict[str, Any]
ODD = [
    '"a"',
    "'",
    "a;b, ,c",
    "ESQ., a",
    "a,\u3000.b",
    "\u200b",
    "1\u2028\n2",
    "https://news.example/?",
    "http://[",
    "각",
]


def entities(view: MemoryView = RECORD) -> list[Entity]:
    """The entities of an export."""
    out = io.StringIO()
    export_follow_the_money(view, out)
    return [json.loads(line) for line in out.getvalue().splitlines()]


def of(schema: str, view: MemoryView = RECORD) -> list[Entity]:
    """The properties of all entities of one schema."""
    return [entity["properties"] for entity in entities(view) if entity["schema"] == schema]


def assert_accepted(entity: Entity) -> None:
    """The library keeps every property and value as it is when it cleans them, and finds no fault."""
    cleaned = model.get_proxy(entity, cleaned=False)
    kept = {name: sorted(values) for name, values in cleaned.to_dict()["properties"].items()}

    assert cleaned.id == entity["id"]
    assert kept == {name: sorted(values) for name, values in entity["properties"].items()}
    assert faults(entity) <= ({"startLocation", "endLocation"} if entity["schema"] == "Trip" else set())


def faults(entity: Entity) -> set[str]:
    """The properties that the library finds wrong, or missing, in an entity."""
    try:
        model.get(entity["schema"]).validate(entity)
    except InvalidData as invalid:
        return set(invalid.errors["properties"])
    return set()


def test_every_entity_is_accepted() -> None:
    """Every line loads, validates, and loses nothing to followthemoney's own cleaning."""
    for entity in entities():
        assert_accepted(entity)


@given(st.text(alphabet=st.characters(codec=None)) | st.sampled_from(ODD))
def test_any_words_are_accepted(words: str) -> None:
    """Whatever words an article holds, each entity passes the cleaning unchanged."""
    for entity in entities(record_in_words(words)):
        assert_accepted(entity)


def test_ids_are_unique_and_lead_somewhere() -> None:
    """No id occurs twice, and every reference leads to an entity of the export."""
    written = entities()
    ids = [entity["id"] for entity in written]
    references = {
        value
        for entity in written
        for name, values in entity["properties"].items()
        if model.get(entity["schema"]).get(name).type == registry.entity
        for value in values
    }

    assert len(ids) == len(set(ids))
    assert references <= set(ids)


def test_schemata() -> None:
    """People, firms, posts, tenures, events, trips, articles, mentions and links are all there."""
    assert Counter(entity["schema"] for entity in entities()) == {
        "Person": 5, "Organization": 2, "Position": 5, "Occupancy": 6, "Article": 3, "Event": 5, "Trip": 2,
        "UnknownLink": 15, "Mention": 11,
    }  # fmt: skip


def test_an_encounter_is_an_event() -> None:
    """An event names those involved, place, country, topics and the articles that prove it; links give the roles."""
    event = next(one for one in of("Event") if one["recordId"] == [HELD.id])
    roles = [link["role"] for link in of("UnknownLink") if link.get("recordId") == [HELD.id]]

    assert event["name"] == ["한도윤, 벤 카터, 투자사 대표들"]
    assert event["date"] == ["2025-09-10"]
    assert event["location"] == ["팔로알토 자택, 정원"]
    assert (event["country"], event["keywords"]) == (["us"], ["AI 반도체", "투자"])
    assert len(event["involved"]) == 3
    assert len(event["proof"]) == 2
    assert roles == [["principal"], ["principal"], ["attendee"]]


def test_what_did_not_take_place_is_no_event() -> None:
    """A cancelled or rejected encounter is left out; a planned one says so in its name."""
    events = {one["recordId"][0]: one["name"][0] for one in of("Event")}

    assert not {CANCELLED.id, REJECTED.id} & set(events)
    assert events[PLANNED.id].endswith("(planned)")


DATES = st.builds(PartialDate, st.integers(1900, 2100), st.none() | st.integers(1, 12)) | st.dates().map(PartialDate.of)


@given(DATES, DATES)
def test_no_date_is_made_more_exact(one: PartialDate, other: PartialDate) -> None:
    """Every date of an event is a date of the source, at the precision of the source."""
    when = DateInterval(one, other)
    event = of("Event", replace(RECORD, meetings=(replace(HELD, when=when),)))[0]
    dates = {value for name in ("date", "startDate", "endDate") for value in event.get(name, ())}

    assert dates == {str(one), str(other)}
    assert when.edtf in event["description"][0]


@pytest.mark.parametrize("edtf", ["2025", "2025-11"])
def test_no_day_is_stated_that_the_source_does_not(edtf: str) -> None:
    """An encounter of a month or a year has no day anywhere in its event."""
    event = of("Event", replace(RECORD, meetings=(replace(PLANNED, when=on(edtf)),)))[0]
    proxy = model.get_proxy({"id": "x", "schema": "Event", "properties": event}, cleaned=False)

    assert proxy.get_type_values(registry.date) == [edtf]


def test_a_tenure_has_no_dates() -> None:
    """When a post was seen in the press is in words, since it is no term of office."""
    assert not any("startDate" in tenure or "endDate" in tenure or "date" in tenure for tenure in of("Occupancy"))
    assert {tenure["status"][0] for tenure in of("Occupancy")} == {"current", "ended"}


def test_ids_differ_where_the_record_differs() -> None:
    """An id that holds a separator cannot be taken for two, and a long one stays within 200 characters."""
    assert identifier("part", "a-b", "c") != identifier("part", "a", "b-c")
    assert len(identifier("post", "가" * 100)) <= 200
    assert identifier("post", "가" * 100) != identifier("post", "가" * 101)
