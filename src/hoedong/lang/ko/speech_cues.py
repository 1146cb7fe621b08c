"""Verbs and nouns of saying, from lexicon/speech_verbs.tsv and lexicon/speech_nouns.tsv."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files

from hoedong.model.span import Span
from hoedong.rules.lexicon_file import load_lexicon

_HA_FORMS = "하했한해할함합"
_LIGHT_VERB = re.compile(r"\s?(?:했|한다|하자|하며|하면서|하고|합니다|하는|하셨|해\s)")
_WORD_END = re.compile(r"[가-힣]*")


def speech_verb(text: str, start: int, end: int) -> Span | None:
    """The first verb of saying between two offsets, else None; 했다 alone counts only at the very start.

    >>> text = '"좋다"고 거듭 말했다.'
    >>> text[slice(*speech_verb(text, 5, 12))]
    '말했다'
    """
    light = _LIGHT_VERB.match(text, start, end)
    match = light or _verbs().search(text, start, end)
    if match is None:
        return None
    rest = _WORD_END.match(text, match.end(), end)
    begin = match.start() + (text[match.start()] == " ")
    return Span(begin, rest.end() if rest else match.end())


@cache
def _verbs() -> re.Pattern[str]:
    rows = load_lexicon(files("hoedong.lang.ko") / "lexicon" / "speech_verbs.tsv", ("verb", "forms"))
    forms = sorted({form for row in rows for form in _forms(row)}, key=len, reverse=True)
    return re.compile(rf"(?<![가-힣])(?:{'|'.join(map(re.escape, forms))})")


def _forms(row: Mapping[str, str]) -> Iterator[str]:
    for form in row["forms"].split(","):
        if form.endswith("하") and row["verb"].endswith("하다"):
            yield from (form[:-1] + ending for ending in _HA_FORMS)
        else:
            yield form


@cache
def _nouns() -> frozenset[str]:
    rows = load_lexicon(files("hoedong.lang.ko") / "lexicon" / "speech_nouns.tsv", ("noun",))
    return frozenset(row["noun"] for row in rows)


def is_speech_noun(noun: str) -> bool:
    """Whether a noun stands for words said (말, 농담, 글)."""
    return noun in _nouns()
