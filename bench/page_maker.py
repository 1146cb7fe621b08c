"""Makes pages of invented articles in the markup styles of Korean portals and outlets, and of English ones.

The styles are the templates of bench/pages/, the words its tables. The same seed makes the same pages.
"""

from __future__ import annotations

import datetime as dt
import random
import re
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from types import SimpleNamespace

import jinja2

FOLDER = Path(__file__).parent / "pages"
ENGLISH = frozenset(("paper_en", "agency_en", "plain_en"))
BOTH = frozenset(("scroll", "amp", "next_state", "nuxt_state"))
OLD = frozenset(("old_table",))
"""Styles that are sent in EUC-KR."""
_NAMES = re.compile(rb'(?<= )(class|id)="((?!__N)[^"]*)"')
_KOREAN_TIME = dt.timezone(dt.timedelta(hours=9))
_OUTLETS = {"ko": ("새소식일보", "다온방송", "가람경제"), "en": ("The Harbour Post", "Northern Wire")}


@dataclass(frozen=True, slots=True)
class Item:
    """One piece of an article; `kind` is p (paragraph), caption, alt (in place of a picture) or note (a heading)."""

    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class MadePage:
    """A page with what is true of it; `ignored` are words that count neither for nor against a body."""

    style: str
    data: bytes
    body: tuple[str, ...]
    captions: tuple[str, ...]
    published: dt.datetime
    headline: str
    lang: str
    ignored: tuple[str, ...] = field(default=())


@cache
def _table(name: str) -> tuple[tuple[str, ...], ...]:
    lines = (FOLDER / name).read_text(encoding="utf-8").splitlines()
    return tuple(tuple(line.split("\t")) for line in lines if line and not line.startswith("#"))[1:]


class _Maker:
    """Draws the words of one article."""

    def __init__(self, lang: str, chance: random.Random) -> None:
        self._lang, self._chance = lang, chance
        people, firms = self._names("person", 5), self._names("firm", 2)
        self._values = dict(zip("abcde", people, strict=True))
        self._values |= {"firm": firms[0], "other": firms[1], "place": self._names("place", 1)[0]}
        self._values["day"] = str(chance.randint(2, 28))

    def _names(self, kind: str, count: int) -> list[str]:
        names = [row[2] for row in _table("names.tsv") if row[:2] == (self._lang, kind)]
        return self._chance.sample(names, count)

    def lines(self, use: str, most: int, least: int = 0) -> list[str]:
        """Some sentences of one use, in the order of the table."""
        all_ = [row[2] for row in _table("sentences.tsv") if row[:2] == (self._lang, use)]
        count = self._chance.randint(min(least, len(all_)), min(most, len(all_)))
        return [all_[index].format(**self._values) for index in sorted(self._chance.sample(range(len(all_)), count))]

    def items(self) -> list[Item]:
        """Paragraphs of one to three sentences, with captions, and perhaps headings, between them."""
        sentences = self.lines("body", 20, 8)
        items: list[Item] = []
        while sentences:
            count = self._chance.randint(1, 3)
            items.append(Item("p", " ".join(sentences[:count])))
            sentences = sentences[count:]
        for text in self.lines("caption", 3, 1):
            kind = "alt" if self._chance.random() < 0.15 else "caption"
            items.insert(self._chance.randrange(len(items)), Item(kind, text))
        for text in self.lines("note", 1):
            items.insert(self._chance.randrange(1, len(items)), Item("note", text))
        return items

    def values(self) -> Mapping[str, object]:
        """What every style may show."""
        items = self.items()
        day = dt.datetime(2019, 1, 1, tzinfo=_KOREAN_TIME) + dt.timedelta(minutes=self._chance.randrange(3_000_000))
        (headline,) = self.lines("headline", 1, 1)
        return {
            "lang": self._lang,
            "headline": headline,
            "decks": self.lines("deck", 3),
            "items": items,
            "first": next(index for index, item in enumerate(items) if item.kind == "p"),
            "reporter": self._names("reporter", 1)[0],
            "outlet": self._chance.choice(_OUTLETS[self._lang]),
            "place": self._values["place"],
            "number": self._chance.randrange(10**8),
            "when": day,
            "related": self.lines("related", 6, 3),
            "most": self.lines("most", 5, 3),
            "comments": self.lines("comment", 4, 2),
            "advert": self.lines("advert", 1, 1)[0],
            "second": self.lines("second", 4, 4),
            "secondhead": self.lines("secondhead", 1, 1)[0],
            **_spellings(day, self._lang),
            **_script_values(items),
        }


def _spellings(day: dt.datetime, lang: str) -> Mapping[str, str]:
    """The time of publication as pages spell it."""
    half, hour = ("오후" if day.hour >= 12 else "오전"), day.hour % 12 or 12
    return {
        "iso": day.isoformat(),
        "utc": day.astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%S.000Z"),
        "plain": day.strftime("%Y-%m-%d %H:%M:%S"),
        "compact": day.strftime("%Y%m%d%H%M%S"),
        "hyphen": day.strftime("%Y-%m-%d %H:%M"),
        "dots": f"{day:%Y.%m.%d}. {half} {hour}:{day:%M}" if lang == "ko" else f"{day:%Y.%m.%d} {day:%H:%M}",
        "spoken": f"{day.year}. {day.month}. {day.day}. {day:%H:%M}",
        "bracket": day.strftime("%Y.%m.%d (%H:%M)"),
        "long": f"{day:%B} {day.day}, {day.year}",
    }


def _script_values(items: Sequence[Item]) -> Mapping[str, object]:
    """The article as scripts hold it: pieces, and markup; the teasers of other articles beside it."""
    types = {"p": "text", "note": "header", "caption": "image", "alt": "image"}
    pieces = [
        {"type": types[one.kind], ("content" if one.kind in ("p", "note") else "caption"): one.text} for one in items
    ]
    tags = {
        "p": "<p>{}</p>",
        "note": "<h3>{}</h3>",
        "caption": '<figure><img src="a.jpg"><figcaption>{}</figcaption></figure>',
        "alt": '<figure><img src="a.jpg"><figcaption>{}</figcaption></figure>',
    }
    teasers = [{"title": "다른 기사", "body": "다른 기사의 첫 문장이다. " * 20}]
    markup = "".join(tags[one.kind].format(one.text) for one in items)
    return {"arc": pieces, "promo": "", "markup": markup, "teasers": teasers}


@cache
def _templates() -> jinja2.Environment:
    return jinja2.Environment(loader=jinja2.FileSystemLoader(FOLDER), autoescape=True, undefined=jinja2.StrictUndefined)


def styles() -> list[tuple[str, str]]:
    """All styles, each with a language that it is written in."""
    names = sorted(path.name.removesuffix(".html.jinja") for path in FOLDER.glob("*.jinja"))
    korean = [(name, "ko") for name in names if name not in ENGLISH]
    return korean + [(name, "en") for name in names if name in ENGLISH | BOTH]


def without_names(page: MadePage) -> MadePage:
    """The same page with every class and id of its elements made meaningless, as some build tools do."""
    data = _NAMES.sub(lambda name: b'%s="c%x"' % (name[1], zlib.crc32(name[2])), page.data)
    return replace(page, data=data)


def make_pages(each: int, seed: int = 1) -> Iterator[MadePage]:
    """Some pages of each style."""
    for style, lang in styles():
        for number in range(each):
            yield make_page(style, lang, random.Random(f"{seed} {style} {lang} {number}"))  # noqa: S311 - no secret


def make_page(style: str, lang: str, chance: random.Random) -> MadePage:
    """One page of one style."""
    values = dict(_Maker(lang, chance).values())
    items: list[Item] = values["items"]  # type: ignore[assignment]
    markup = _templates().get_template(f"{style}.html.jinja").render(a=SimpleNamespace(**values))
    when, headline = values["when"], str(values["headline"])
    assert isinstance(when, dt.datetime)  # noqa: S101 - for the type alone
    captions = tuple(one.text for one in items if one.kind in ("caption", "alt"))
    notes = tuple(one.text for one in items if one.kind == "note")
    ignored = (headline, *values["decks"], *captions, *notes, str(values["reporter"]))  # type: ignore[misc]
    data = markup.encode("cp949" if style in OLD else "utf-8", "xmlcharrefreplace")
    return MadePage(
        style, data, tuple(one.text for one in items if one.kind == "p"), captions, when, headline, lang, ignored
    )
