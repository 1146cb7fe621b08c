"""The reading that a faultless reader would give of a gold document, for tests of what comes after reading."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from hoedong.model.claim import Claim, ClaimKind
from hoedong.model.diagnostic import Diagnostic
from hoedong.model.document import Block, BlockRole, Document
from hoedong.model.encounter import EncounterReport, Mode, Status, When, Where
from hoedong.model.evidence import Evidence
from hoedong.model.mention import MentionForm, PersonMention
from hoedong.model.person import Person, Position, PositionStatus
from hoedong.model.quotation import Quotation
from hoedong.model.reading import Reading
from hoedong.model.span import Span
from hoedong.model.time import DateInterval, PartialDate, Publication, PublicationBasis
from hoedong.model.trip import Trip

GOLDEN = Path(__file__).parent.parent / "bench" / "golden"
Gold = Mapping[str, Any]


def gold_documents(name: str) -> list[Gold]:
    """The gold of one file of bench/golden."""
    lines = (GOLDEN / name).read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def sample_reading() -> Reading:
    """The gold of the sample article as a reading."""
    return reading_of(gold_documents("sample.jsonl")[0])


def reading_of(gold: Gold) -> Reading:
    """Turn gold annotation into the values of the model, each string found in the text."""
    text = gold["text"]
    ids = {person["name"]: f"p{number}" for number, person in enumerate(gold["people"], 1)}
    return Reading(
        document=_document(gold),
        people=tuple(_person(text, person, ids) for person in gold["people"]),
        encounters=tuple(_encounter(text, encounter, ids) for encounter in gold["encounters"]),
        trips=tuple(_trip(text, trip, ids) for trip in gold["trips"]),
        quotes=tuple(Quotation(_span(text, q["text"]), ids[q["speaker"]], None, "gold") for q in gold["quotes"]),
        claims=tuple(_claim(text, claim, ids) for claim in gold["claims"]),
        diagnostics=(Diagnostic("gold.example", "an example", Span(0, 1)),),
    )


def _span(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def _document(gold: Gold) -> Document:
    text, blocks, start = gold["text"], [], 0
    for line in text.split("\n"):
        if line.strip():
            blocks.append(Block(BlockRole.PARAGRAPH, Span(start, start + len(line))))
        start += len(line) + 1
    published = _date(gold["published"])
    publication = Publication(published, PublicationBasis.GIVEN if published else None)
    return Document(gold["id"], text, gold["lang"], tuple(blocks), publication=publication)


def _date(value: str | None) -> PartialDate | None:
    return PartialDate.parse(value) if value else None


def _person(text: str, person: Gold, ids: Mapping[str, str]) -> Person:
    own = ids[person["name"]]
    spans = [_span(text, words) for words in person["mentions"]]
    mentions = tuple(PersonMention(span, span, MentionForm.NAME, own, "gold") for span in spans)
    posts = ()
    if person["org"] or person["title"]:
        posts = (Position(person["org"], person["title"], PositionStatus.CURRENT, (), "gold"),)
    return Person(own, person["name"], person["latin"], mentions, posts)


def _encounter(text: str, encounter: Gold, ids: Mapping[str, str]) -> EncounterReport:
    start, end = _date(encounter["start"]), _date(encounter["end"])
    place = (_span(text, encounter["place"]),) if encounter["place"] else ()
    return EncounterReport(
        id=encounter["eid"],
        mode=Mode(encounter["mode"]),
        status=Status(encounter["status"]),
        principals=tuple(ids[name] for name in encounter["principals"]),
        attendees=tuple(ids[name] for name in encounter["attendees"]),
        parties=tuple(_span(text, words) for words in encounter["parties"]),
        when=When(DateInterval(start, end) if start and end else None),
        where=Where(place, encounter["city"], encounter["country"]),
        topics=tuple(_span(text, words) for words in encounter["topics"]),
        evidence=_evidence(text, encounter["evidence"]),
        rules=("gold",),
        confidence=1.0,
    )


def _evidence(text: str, sentences: list[str]) -> tuple[Evidence, ...]:
    return tuple(Evidence(_span(text, words), "gold") for words in sentences)


def _trip(text: str, trip: Gold, ids: Mapping[str, str]) -> Trip:
    places = tuple(_span(text, words) for words in trip["places"])
    return Trip(
        ids[trip["traveller"]], _date(trip["start"]), _date(trip["end"]), places, _evidence(text, trip["evidence"])
    )


def _claim(text: str, claim: Gold, ids: Mapping[str, str]) -> Claim:
    people = tuple(ids[name] for name in claim["people"])
    return Claim(ClaimKind(claim["kind"]), people, claim["value"], _evidence(text, [claim["evidence"]]))
