"""The words that trip rules are written with: visits to one country, endings before a noun, counts of days."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from hoedong.rules.lexicon_file import load_lexicon

_ADNOMINAL = r"(?:\s?중인|했던|하는|하던|한|할|인|은|는|온|간|을)(?=\s)"
_ANY_ADNOMINAL = re.compile(r"(?:한|할|인|은|는|온|간|난|른|던)\s$|(?:한|할|인|은|는|온|간|난|른|던)$")


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
    visits = f"(?:{'|'.join(visit_countries())})"
    return pattern.replace("VISIT", visits).replace("ADNOMINAL", _ADNOMINAL)


def is_adnominal(words: str, following: str) -> bool:
    """Whether words of travel end so that they describe the noun behind them: 방한한 |총장, 서울에 온 |총장."""
    return _ANY_ADNOMINAL.search(words) is not None and (words.endswith(" ") or following.startswith(" "))
