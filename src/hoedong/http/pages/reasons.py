"""Reasons that the record gives, in the language of the page, by the table locale/reasons.tsv."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from hoedong.rules.lexicon_file import load_lexicon

_FIELD = re.compile(r"\\{(\w+)\\}")


@cache
def _rows() -> tuple[Mapping[str, str], ...]:
    return tuple(load_lexicon(files("hoedong.http") / "locale" / "reasons.tsv", ("key", "ko", "en")))


@cache
def known_reasons() -> frozenset[str]:
    """The keys of the table."""
    return frozenset(row["key"] for row in _rows())


@cache
def _patterns(lang: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    """Every key as a pattern with its words; what stands in braces is any text."""
    return tuple((re.compile(_FIELD.sub(r"(?P<\1>.+)", re.escape(row["key"]))), row[lang]) for row in _rows())


def reason_words(reason: str, lang: str) -> str:
    """A reason or the name of a feature in words; what the table does not have is left as it is.

    >>> reason_words("2 of 3 independent sources say so", "ko")
    '독립 출처 3곳 가운데 2곳이 말함'
    """
    for pattern, words in _patterns(lang):
        match = pattern.fullmatch(reason)
        if match:
            return words.format(**match.groupdict())
    return reason
