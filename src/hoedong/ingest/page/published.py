"""When a page says that it was published: the places that tell, best first, and their spellings to ISO 8601."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from hoedong.ingest.page.marks import plain_name
from hoedong.ingest.times import SEOUL, mail_time, told_in_seoul
from hoedong.rules.lexicon_file import load_lexicon

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_EARLIEST = 1990
_LONGEST = 200
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})?$")
_SPOKEN = re.compile(
    r"(?P<year>(?:19|20)\d{2})\s?[-./년]\s?(?P<month>\d{1,2})\s?[-./월]\s?(?P<day>\d{1,2})\s?[일.]?"
    r"(?:[\sT(,|·]{0,4}(?:[월화수목금토일]\)?(?:요일)?[\s(]{0,3})?(?P<half>오전|오후|AM|PM)?\s?(?P<hour>\d{1,2})\s?[:시]\s?"
    r"(?P<minute>\d{2})(?::(?P<second>\d{2}))?)?",
    re.IGNORECASE,
)
_HANGUL = re.compile(r"[가-힣]")


@dataclass(frozen=True, slots=True)
class PublishedPlace:
    """A place where pages state a time; `which` is `published` or `modified`."""

    how: str
    name: str
    which: str

    def __str__(self) -> str:
        """As metadata name it: `meta article:published_time`."""
        return f"{self.how} {self.name}" if self.name != "*" else self.how


@dataclass(frozen=True, slots=True)
class StatedTime:
    """A time as ISO 8601, and the place that states it."""

    value: str
    place: str


@cache
def published_places() -> tuple[PublishedPlace, ...]:
    """The places of published_places.tsv, best first."""
    rows = load_lexicon(files("hoedong.ingest.page") / "published_places.tsv", ("how", "name", "which"))
    return tuple(PublishedPlace(row["how"], row["name"], row["which"]) for row in rows)


def find_stated_time(
    root: HtmlElement, which: str, article: Mapping[str, Any], meta: Mapping[str, str], *, is_korean: bool
) -> StatedTime | None:
    """The time that the best place of a page states; None where no place states one that can be read."""
    elements = _elements(root)
    for place in published_places():
        if place.which == which:
            for words in _words_at(place, article, meta, elements):
                if value := iso_time(words, is_korean=is_korean):
                    return StatedTime(value, str(place))
    return None


def _elements(root: HtmlElement) -> Mapping[tuple[str, str], list[HtmlElement]]:
    """Elements that may state a time, by how and by what name; the first ones of each."""
    found: dict[tuple[str, str], list[HtmlElement]] = {}
    names = {(place.how, place.name) for place in published_places()}
    attributes = [name for how, name in names if how == "attribute"]
    for element in root.iter():
        if not isinstance(element.tag, str):
            continue
        keys = [("attribute", name) for name in attributes if element.get(name)]
        keys += [("itemprop", name) for name in (element.get("itemprop") or "").split()]
        keys += [("class", plain_name(name)) for name in _names(element)]
        keys += [("time", "*")] if element.tag == "time" else []
        for key in keys:
            if key in names and len(found.setdefault(key, [])) < 3:
                found[key].append(element)
    return found


def _names(element: HtmlElement) -> list[str]:
    return f"{element.get('class') or ''} {element.get('id') or ''}"[:_LONGEST].split()


def _words_at(
    place: PublishedPlace,
    article: Mapping[str, Any],
    meta: Mapping[str, str],
    elements: Mapping[tuple[str, str], list[HtmlElement]],
) -> Iterator[str]:
    if place.how == "json-ld":
        yield str(article.get(place.name) or "")
    elif place.how == "meta":
        yield meta.get(place.name, "")
    for element in elements.get((place.how, place.name), ()):
        yield element.get(place.name) if place.how == "attribute" else _stated_in(element)


def _stated_in(element: HtmlElement) -> str:
    stated = element.get("content") or element.get("datetime")
    return stated or " ".join("".join(element.itertext()).split())[:_LONGEST]


def iso_time(words: str, *, is_korean: bool) -> str | None:
    """A stated time as ISO 8601, None where it is none since 1990.

    On a Korean page a time without a zone is Korean time, and one in UTC is told in Korean time, since the day that
    the page shows is the Korean day.

    >>> iso_time("2024. 6. 11. 오후 9:30", is_korean=True)
    '2024-06-11T21:30:00+09:00'
    >>> iso_time("2024-06-11T22:30:00Z", is_korean=True)
    '2024-06-12T07:30:00+09:00'
    """
    moment = _exact(words.strip()) or _spoken(words)
    if moment is None or moment.year < _EARLIEST:
        return None
    if not isinstance(moment, dt.datetime):
        return moment.isoformat()
    if is_korean:
        moment = moment.replace(tzinfo=SEOUL) if moment.tzinfo is None else told_in_seoul(moment)
    return moment.replace(microsecond=0).isoformat()


def is_korean_page(root: HtmlElement, title: str | None) -> bool:
    """Whether a page is in Korean, by its own word or the letters of its title."""
    return (root.get("lang") or "").lower().startswith("ko") or _HANGUL.search(title or "") is not None


def _exact(words: str) -> dt.date | None:
    """A time as machines write it: ISO 8601 or figures alone."""
    if len(words) > _LONGEST:
        return None
    compact = _COMPACT.match(words)
    try:
        if compact:
            return dt.datetime(*(int(part or 0) for part in compact.groups()))  # type: ignore[arg-type]  # noqa: DTZ001
        if len(words) <= len("2024-06-11"):
            return dt.date.fromisoformat(words)
        return dt.datetime.fromisoformat(words)
    except (ValueError, OverflowError):
        return mail_time(words)


def _spoken(words: str) -> dt.date | None:
    """The first time that stands in words: "입력 2024.06.11 (09:30)"."""
    match = _SPOKEN.search(words[:_LONGEST])
    if match is None:
        return None
    try:
        day = dt.date(int(match["year"]), int(match["month"]), int(match["day"]))
        if match["hour"] is None:
            return day
        clock = dt.time(_hour(match), int(match["minute"]), int(match["second"] or 0))
    except ValueError:
        return None
    return dt.datetime.combine(day, clock)


def _hour(match: re.Match[str]) -> int:
    hour, half = int(match["hour"]), (match["half"] or "").lower()
    if half in ("오후", "pm"):
        return hour % 12 + 12
    return hour % 12 if half in ("오전", "am") else hour
