"""A page about people and companies that nobody has heard of: the reader needs no list of known names."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from functools import cache
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest

from hoedong.export.reading_json import reading_to_json
from hoedong.lang.folder import data_files
from hoedong.lang.ko.morphology import analyse_morphemes
from hoedong.model.span import Span
from hoedong.names.hangul import is_sino_korean_syllable
from hoedong.reader import read_document
from hoedong.rules.lexicon_file import load_lexicon

FOLDER = Path(__file__).parent / "golden"
GOLD: dict[str, Any] = json.loads((FOLDER / "haesol-trip.json").read_text(encoding="utf-8"))
NOT_OF_PEOPLE = {
    "surnames.tsv", "given_name_syllables.tsv",  # parts of names, shared by many
    "foreign_given_names.tsv", "chinese_surnames.tsv",
    "well_known_family_names.tsv",  # of statesmen: never a full name
    "gazetteer.tsv", "korean_places.tsv", "landmarks.tsv", "ambiguous_place_names.tsv", "country_names.tsv",
    "region_words.tsv", "site_nouns.tsv", "countries_as_organisations.tsv", "organisation_suffixes.tsv",
    "speaker_nouns.tsv", "not_names.tsv", "known_firms.tsv",
}  # fmt: skip
"""Lists of places, organisations, parts of names, and of words that only look like names."""
LOOK_ALIKES = {"문병하", "서명식", "가독성", "한미일", "한중일", "소방장", "소방위", "소방교", "소방경", "사진가"}
"""Words of other lists that have the shape of a name: 문병하다, 서명식 …"""


@cache
def reading() -> dict[str, Any]:
    """The page, read, with names for ids."""
    text = (FOLDER / "haesol-trip.txt").read_text(encoding="utf-8")
    return reading_to_json(read_document(text))


def name(person: str) -> str:
    """The name behind an id of the reading."""
    return next(entry["name"] for entry in reading()["people"] if entry["id"] == person)


def found() -> list[dict[str, Any]]:
    """The encounters of the reading in the form of the gold."""
    return [
        {
            "principals": sorted(map(name, report["principals"])),
            "attendees": sorted(map(name, report["attendees"])),
            "status": report["status"],
            "mode": report["mode"],
            "start": report["when"]["start"],
            "city": report["where"]["city"],
            "topics": [topic["text"] for topic in report["topics"]],
        }
        for report in reading()["encounters"]
    ]


def dyads(encounters: Iterable[dict[str, Any]]) -> set[tuple[str, ...]]:
    """Who met whom, when, and whether it took place."""
    return {
        (*pair, report["status"], report["start"] or "")
        for report in encounters
        for pair in combinations(sorted(report["principals"]), 2)
    }


def pairs_with(key: str, encounters: Iterable[dict[str, Any]]) -> set[tuple[str, ...]]:
    """The values of one key, each with the people of its encounter; lists give one a value."""
    triples = set()
    for report in encounters:
        values = report[key] if isinstance(report[key], list) else [report[key]]
        triples |= {("+".join(sorted(report["principals"])), str(value)) for value in values if value is not None}
    return triples


def score(expected: set[tuple[str, ...]], actual: set[tuple[str, ...]]) -> float:
    """The F1 of a set against the expected one."""
    return 2 * len(expected & actual) / (len(expected) + len(actual)) if expected or actual else 1.0


def test_the_day_of_publication_is_on_the_page() -> None:
    """The stamp of the article counts; the date of the page's own chrome does not."""
    assert reading()["document"]["published"]["value"] == GOLD["published"]


def test_everyone_is_found() -> None:
    """All people of the page are found, nobody else, and nobody of the list of other articles."""
    assert {person["name"] for person in reading()["people"]} == set(GOLD["people"])


def test_names_in_latin_letters_are_kept() -> None:
    """A gloss in brackets is the Latin form of the name."""
    latin = {person["name"]: person["latin"] for person in reading()["people"] if person["latin"]}
    assert latin == GOLD["latin"]


def test_quotations_have_their_speakers() -> None:
    """Every quotation and its speaker, the shortened one of the deck too."""
    assert sorted([name(quote["speaker"]), quote["text"]] for quote in reading()["quotes"]) == sorted(GOLD["quotes"])


@pytest.mark.xfail(strict=True, reason="a firm after a sure name of three words makes a short name in the deck unclear")
def test_claims_are_read() -> None:
    """How often they met, after how long, since when."""
    claims = [[c["kind"], "+".join(sorted(map(name, c["people"]))), str(c["value"])] for c in reading()["claims"]]
    assert sorted(claims) == sorted(GOLD["claims"])


def test_all_dyads_are_read() -> None:
    """Who met whom, with status and date, all of them and no others."""
    assert dyads(found()) == dyads(GOLD["encounters"])


@pytest.mark.parametrize("key", ["attendees", "mode", "city", "topics"])
def test_what_is_said_of_the_encounters(key: str) -> None:
    """Who sat in, where, and about what: at least nine of ten."""
    assert score(pairs_with(key, GOLD["encounters"]), pairs_with(key, found())) >= 0.9


def test_posts_are_read() -> None:
    """Nine of ten people have their organisation and title."""
    posts = {
        (person["name"], position["organisation"] or "", position["title"].partition("(")[0])
        for person in reading()["people"]
        for position in person["positions"]
    }
    expected = {(who, organisation or "", title) for who, (organisation, title) in GOLD["people"].items()}
    assert score(expected, posts) >= 0.9


def test_the_trip_is_read() -> None:
    """The chairman's trip has its first and last day."""
    trips = [[name(trip["traveller"]), trip["start"], trip["end"]] for trip in reading()["trips"]]
    assert GOLD["trips"][0] in trips


def test_no_lexicon_holds_a_person() -> None:
    """No line of a word list is a name: a surname before a given name that the analyser takes for a proper noun."""
    surnames = sorted(row["surname"] for row in load_lexicon(next(f for f in lexicons() if f.name == "surnames.tsv")))
    full_name = re.compile(rf"(?:{'|'.join(surnames)})[가-힣]{{2}}")
    words = {
        next(iter(row.values())) for file in lexicons() if file.name not in NOT_OF_PEOPLE for row in load_lexicon(file)
    }
    assert {word for word in words if full_name.fullmatch(word) and is_proper_noun(word)} <= LOOK_ALIKES


def is_proper_noun(word: str) -> bool:
    """Whether a word made of Sino-Korean syllables is nothing but proper nouns to the analyser."""
    tags = {morpheme.tag for morpheme in analyse_morphemes(word, Span(0, len(word)))}
    return tags == {"NNP"} and all(map(is_sino_korean_syllable, word[1:]))


def test_names_in_lists_are_parts_of_names() -> None:
    """The list of given names of foreigners holds no full name."""
    (file,) = (file for file in lexicons() if file.name == "foreign_given_names.tsv")
    assert not [row["name"] for row in load_lexicon(file) if " " in row["name"]]


@pytest.mark.parametrize("who", [*GOLD["people"]])
def test_the_people_of_the_page_stand_in_no_list(who: str) -> None:
    """The page is read without its names being known."""
    for file in lexicons():
        assert f"\n{who}\t" not in file.read_text(encoding="utf-8")


def lexicons() -> list[Any]:
    """The word lists of Korean."""
    return list(data_files("ko", "lexicon", ".tsv"))
