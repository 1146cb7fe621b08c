"""What holds of the whole reader on any page."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from multiprocessing import get_context
from pathlib import Path

import pytest
from hypothesis import HealthCheck, assume, example, given, settings
from hypothesis import strategies as st

from hoedong.lang.folder import rule_places
from hoedong.lang.ko.sentences import split_sentences
from hoedong.model.span import Span
from news_text import (
    FURNITURE_AFTER,
    FURNITURE_BEFORE,
    MONTHS,
    PUBLISHED,
    Json,
    articles,
    furniture,
    odd_texts,
    pages,
    read_json,
    read_line,
    rules_of,
    shifted,
    spans_of,
)

SLOW = settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.too_slow])
MANY = settings(deadline=None, max_examples=120, suppress_health_check=[HealthCheck.too_slow])
OF_THE_ARTICLE = ("people", "organisations", "encounters", "trips", "quotes", "claims", "ties", "diagnostics")
ODD = (
    "",
    "\n\n",
    "\ud800",
    "한도윤 회장은 \udfff오세린 대표를 만났다.",
    unicodedata.normalize("NFD", "한도윤 가람전자 회장은 14일 오세린 나래물산 대표를 만났다."),
    "한도윤 가람전자 회장은\r\n14일 오세린 나래물산 대표를\r만났다.\r\n",
    "😀한도윤😀 회장은 😀 오세린😀 대표를 👨‍👩‍👧 만났다.😀",
    "\x00\x01한도윤\x07 회장은 오세린\x1b 대표를 만났다.\x7f",
    "한도윤 회장은 오세린 대표를 만났다. " * 400,
    "\u200b한도윤\u200b 회장은\u00a0오세린\u3000대표를\ufeff 만났다.",
    "李 회장, 王毅 部長과 會談…Лев Толстой·محمد·山田太郎",
    "“" * 50 + "만났다" + "”" * 50,
    "(" * 200 + "한도윤 회장" + ")" * 200,
    "▲ " * 100,
    "와 " * 300,
    "99999999999999999999년 99월 99일 만났다. 0일 0월 만났다. 지난 0일 만났다.",
)


@cache
def step_ids() -> frozenset[str]:
    """The ids of steps that are no rules of a file."""
    lines = (Path(__file__).parent / "step_ids.tsv").read_text(encoding="utf-8").splitlines()
    return frozenset(line.partition("\t")[0] for line in lines if not line.startswith("#"))


def check(reading: Json) -> None:
    """What holds of the JSON of every reading."""
    text, length = reading["document"]["text"], len(reading["document"]["text"])
    for item in spans_of(reading):
        assert 0 <= item["start"] <= item["end"] <= length
        assert item.get("text", text) in (text, text[item["start"] : item["end"]])
    people = {person["id"] for person in reading["people"]}
    assert {(item["start"], item["end"]) for item in evidence_of(reading)} <= sentences_of(reading)
    for encounter in reading["encounters"]:
        assert encounter["rules"]
        assert encounter["evidence"]
        sides = [*encounter["principals"], *encounter["attendees"]]
        assert set(sides) <= people
        assert len(set(sides)) == len(sides)
        assert len(encounter["principals"]) + len(encounter["parties"]) + len(encounter["attendees"]) >= 2
        assert encounter["principals"]
        start, end = encounter["when"]["start"], encounter["when"]["end"]
        assert (start is None) == (end is None)
        assert start is None or start[: len(end)] <= end
    for quote in reading["quotes"]:
        assert quote["speaker"] in people
    for trip in reading["trips"]:
        assert trip["traveller"] in people
    for claim in reading["claims"]:
        assert set(claim["people"]) <= people
    assert set(rules_of(reading)) <= step_ids() | set(rule_places("ko"))


def sentences_of(reading: Json) -> set[tuple[int, int]]:
    """The sentences of the blocks that are read; a headline or deck is one sentence."""
    text, found = reading["document"]["text"], set()
    for block in reading["document"]["blocks"]:
        span = Span(block["start"], block["end"])
        if block["role"] in ("paragraph", "caption"):
            found |= {tuple(sentence) for sentence in split_sentences(text, span)}
        elif block["role"] in ("headline", "subheading"):
            found.add(tuple(span))
    return found


def evidence_of(reading: Json) -> Iterator[Json]:
    """Every evidence of encounters, trips and claims."""
    for key in ("encounters", "trips", "claims"):
        for report in reading[key]:
            yield from report["evidence"]


@given(pages())
@MANY
def test_a_page_keeps_the_contract(text: str) -> None:
    """Spans slice to their text, ids lead to people, reports name rules that exist and sentences of the page."""
    check(read_json(text))


@given(odd_texts(), st.sampled_from([PUBLISHED, None]), st.sampled_from(["ko", None]))
@MANY
def test_any_text_keeps_the_contract(text: str, published: str | None, lang: str | None) -> None:
    """No text raises, whatever Unicode it holds, and every reading keeps the contract."""
    check(read_json(text, published, lang))


@pytest.mark.parametrize("text", ODD, ids=range(len(ODD)))
def test_odd_texts_keep_the_contract(text: str) -> None:
    """Surrogates, decomposed Hangul, carriage returns, emoji, control characters, brackets without end."""
    check(read_json(text, None))
    json.dumps(read_line(text)).encode("utf-8")


def test_a_line_without_end_is_read() -> None:
    """A line of 60,000 characters without a full stop is read."""
    check(read_json("한도윤 가람전자 회장은 오세린 나래물산 대표와 만나 " * 2000))


@given(articles(), furniture(FURNITURE_BEFORE), furniture(FURNITURE_AFTER))
@SLOW
@example(
    "새 사업 논의 속도\n\n한도윤 가람전자 회장은 14일 오세린 나래물산 대표를 만났다.", "", f"\n\n{FURNITURE_AFTER[4]}"
)
def test_furniture_only_shifts_spans(text: str, above: str, below: str) -> None:
    """Menus, share buttons, copyright lines and lists of other articles change nothing but the offsets."""
    bare, framed = read_json(text), read_json(f"{above}{text}{below}")
    for key in OF_THE_ARTICLE:
        assert framed[key] == shifted(bare[key], len(above)), key


@given(articles())
@SLOW
def test_line_breaks_and_composition_change_nothing(text: str) -> None:
    """A page with carriage returns or in decomposed Hangul reads as the same page composed."""
    odd = unicodedata.normalize("NFD", text).replace("\n", "\r\n")
    assert read_line(odd) == read_line(text)


@given(st.lists(pages(), min_size=2, max_size=3))
@settings(SLOW, max_examples=15)
def test_the_order_of_documents_changes_nothing(texts: list[str]) -> None:
    """The same bytes come out the second time, and whatever was read before."""
    lines = [read_line(text) for text in texts]
    assert [read_line(text) for text in reversed(texts)] == lines[::-1]


def test_other_processes_give_the_same_bytes(sample_path: str) -> None:
    """Two worker processes, each with a hash seed of its own, print what this process prints."""
    texts = [Path(sample_path).read_text(encoding="utf-8"), *ODD[3:7]] * 2
    with ProcessPoolExecutor(2, get_context("spawn")) as workers:
        assert list(workers.map(read_line, texts)) == [read_line(text) for text in texts]


@given(articles(times=tuple(f"지난 {day}일 " for day in (1, 9, 15, 16, 17, 28, 30, 31))))
@SLOW
def test_last_never_lies_ahead(text: str) -> None:
    """What happened 지난 N일 did not happen after publication."""
    for encounter in read_json(text)["encounters"]:
        start = encounter["when"]["start"]
        assert start is None or start <= PUBLISHED, encounter["when"]


@given(articles(times=MONTHS))
@SLOW
def test_no_day_comes_from_nowhere(text: str) -> None:
    """A text that names no day gives no day."""
    assume("이날" not in text)
    for encounter in read_json(text)["encounters"]:
        assert all(len(encounter["when"][end] or "") <= len("2026-03") for end in ("start", "end"))


@given(articles(times=("",)))
@SLOW
def test_no_date_comes_from_nowhere(text: str) -> None:
    """A text that names no time at all gives none, whenever it was published."""
    for encounter in read_json(text)["encounters"]:
        assert encounter["when"]["start"] is None
