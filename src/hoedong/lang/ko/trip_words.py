"""The words that trip rules are written with: visits to one country, endings before a noun, counts of days."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from hoedong.rules.lexicon_file import load_lexicon

_ADNOMINAL = r"(?:\s?중인|했던|하는|하던|한|할|인)(?=\s)"
_WORD_END = re.compile(r"[가-힣]*")
_ANY_ADNOMINAL = re.compile(r"[가-힣](?:한|할|인|은|는|온|간|난|른|던|린|둔)$")
_TIME_NOUN_TOPIC = re.compile(r"(?:(?:때|당시|시|후|뒤|중|이틀|사흘|나흘|기간|일정)[은는]|(?:첫날|째)(?:인|은|는))$")
_NOT_A_NOUN = re.compile(r"\s(?:뒤|후|이후|다음|직후|때|것|적|바|지|중|이번|출장|순방|방문|일정)(?![가-힣]{2})")
_PLANNED = re.compile(r"\s(?:예정|계획|방침|전망|가능성)")


@cache
def visit_countries() -> Mapping[str, str]:
    """The country of each word of visit: 방한 → KR."""
    rows = load_lexicon(files("hoedong.lang.ko") / "lexicon" / "visit_words.tsv", ("word", "country"))
    return {row["word"]: row["country"] for row in rows}


@cache
def day_counts() -> Mapping[str, int]:
    """Native words for a number of days: 나흘 → 4."""
    rows = load_lexicon(files("hoedong.lang.ko") / "lexicon" / "day_counts.tsv", ("word", "days"))
    return {row["word"]: int(row["days"]) for row in rows}


def expand_trip_pattern(pattern: str) -> str:
    """A pattern of rules/trip.toml with its words in capitals replaced by what they stand for."""
    visits = f"(?<![가-힣#])(?:국빈|공식|실무|재)?(?:{'|'.join(visit_countries())})"
    return pattern.replace("VISIT", visits).replace("ADNOMINAL", _ADNOMINAL)


def adnominal_end(text: str, start: int, end: int) -> int | None:
    """The end of words of travel that describe the noun behind them (방한한 |총장, 서울에 온 |총장), else None.

    Words before 뒤, 때 or 것 describe no person: 서울을 찾은 뒤.
    """
    word = _WORD_END.match(text, end)
    stop = word.end() if word else end
    words = text[start:stop]
    if not _ANY_ADNOMINAL.search(words) or _TIME_NOUN_TOPIC.search(words) or not text.startswith(" ", stop):
        return None
    return None if _NOT_A_NOUN.match(text, stop) or _PLANNED.match(text, stop) else stop
