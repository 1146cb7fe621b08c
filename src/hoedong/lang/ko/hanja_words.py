"""Words in Hanja as the rules know them: 首席會談 on a page of 1971 is 首席 and 회담."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from hoedong.lang.ko.people.titles import read_title
from hoedong.model.span import Span
from hoedong.rules.lexicon_file import load_lexicon


@dataclass(slots=True)
class Atom:
    """A person, time or quotation as one closed unit, or a morpheme respelled."""

    form: str
    tag: str
    span: Span
    people: tuple[str, ...] = ()


@cache
def _hangul() -> Mapping[str, str]:
    rows = load_lexicon(files("hoedong.lang.ko") / "lexicon" / "hanja_words.tsv", ("form", "hangul"))
    return {row["form"]: row["hangul"] for row in rows}


@cache
def _known() -> re.Pattern[str]:
    """A pattern of all words, longer ones first."""
    return re.compile("(" + "|".join(sorted(_hangul(), key=lambda word: (-len(word), word))) + ")")


def in_hangul(form: str, span: Span) -> list[Atom]:
    """A run of Hanja as nouns, the words that rules look for in Hangul: 首席會談後 is 首席, 회담, 후."""
    atoms: list[Atom] = []
    start = span.start
    for part in _known().split(form):
        if part:
            atoms.append(Atom(_hangul().get(part, part), "NNG", Span(start, start + len(part))))
            start += len(part)
    return atoms


def is_hanja_title(word: str) -> bool:
    """Whether a word in Hanja ends in a title: 駐韓美大使."""
    return "\u3400" <= word[-1:] <= "\u9fff" and read_title(word) is not None
