"""The evaluation files as appearances and reports, so that resolution can be measured without the reader's misses."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from hoedong.model.account import Citation, ResolvedReport
from hoedong.model.appearance import Appearance, Post
from hoedong.model.encounter import Mode, Status
from hoedong.model.person import PositionStatus
from hoedong.model.span import Span
from hoedong.model.time import DateInterval, PartialDate

FILES = ("dev", "politics", "business", "society", "english")
_FORMER = re.compile(r"^(?:전|前|former|then|ex)[ -]+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class GoldDocument:
    """One document of the evaluation files. Ids are `document:name` for people and `document:eid` for reports.

    The people of `reports` are ids of appearances: `resolved` gives the same reports with other ids.
    """

    id: str
    lang: str
    text: str
    published: PartialDate | None
    appearances: tuple[Appearance, ...]
    reports: tuple[ResolvedReport, ...]


def load_gold(folder: Path, names: tuple[str, ...] = FILES) -> Iterator[GoldDocument]:
    """Every document of these evaluation files, in order."""
    for name in names:
        with (folder / f"{name}.jsonl").open(encoding="utf-8") as lines:
            yield from (_document(json.loads(line)) for line in lines)


def _document(gold: dict[str, Any]) -> GoldDocument:
    published = _date(gold.get("published"))
    return GoldDocument(
        gold["id"],
        gold["lang"],
        gold["text"],
        published,
        tuple(_appearance(gold["id"], person, published) for person in gold["people"]),
        tuple(_report(gold, order, report, published) for order, report in enumerate(gold["encounters"])),
    )


def _appearance(document: str, person: dict[str, Any], published: PartialDate | None) -> Appearance:
    return Appearance(
        id=f"{document}:{person['name']}",
        document=document,
        name=person["name"],
        latin=person.get("latin"),
        forms=tuple(sorted(set(person.get("mentions", ())))),
        posts=_posts(person),
        published=published,
    )


def _posts(person: dict[str, Any]) -> tuple[Post, ...]:
    organisation, title = person.get("org"), person.get("title")
    if not organisation and not title:
        return ()
    is_former = bool(title and _FORMER.match(title))
    status = PositionStatus.FORMER if is_former else PositionStatus.CURRENT
    return (Post(organisation or None, _FORMER.sub("", title) if title else None, status),)


def _report(gold: dict[str, Any], order: int, report: dict[str, Any], published: PartialDate | None) -> ResolvedReport:
    return ResolvedReport(
        id=f"{gold['id']}:{report['eid']}",
        document=gold["id"],
        ordinal=order,
        status=Status(report["status"]),
        mode=Mode(report["mode"]),
        principals=tuple(f"{gold['id']}:{name}" for name in report["principals"]),
        attendees=tuple(f"{gold['id']}:{name}" for name in report["attendees"]),
        parties=tuple(report["parties"]),
        when=_interval(report["start"], report["end"]),
        place=report["place"],
        city=report["city"],
        country=report["country"],
        topics=tuple(report["topics"]),
        evidence=tuple(_citation(gold, words) for words in report["evidence"]),
        confidence=0.9,
        published=published,
        witness=gold["id"],
    )


def _citation(gold: dict[str, Any], words: str) -> Citation:
    start = gold["text"].index(words)
    return Citation(gold["id"], Span(start, start + len(words)), "gold")


def _date(text: str | None) -> PartialDate | None:
    return PartialDate.parse(text) if text else None


def _interval(start: str | None, end: str | None) -> DateInterval | None:
    first, last = _date(start or end), _date(end or start)
    return DateInterval(first, last) if first and last else None
