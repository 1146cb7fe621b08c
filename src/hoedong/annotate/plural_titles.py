"""Plural titles: 두 정상, 여야 원내대표, 한·벨루아 외교장관, 4대 그룹 총수, and whom they mean."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from hoedong.annotate.memory import Memory
from hoedong.model.span import Span
from hoedong.rules.lexicon_file import load_lexicon

ANYONE = "any"
ENDING = "…"
_PARTICLE = "은|는|이|가|을|를|와|과|의|도|간|끼리|에게|에|께|에게서|께서|과의|와의|만이"
_PARTICLE_AHEAD = rf"(?=들?(?:{_PARTICLE})?(?:\s|[,.…'\"’”)]|$))"
_DOTTED = r"[가-힣]{1,6}(?:[·ㆍ‧・-][가-힣]{1,6}){1,2}"
_DOT = re.compile(r"[·ㆍ‧・-]")
_NOTHING = r"(?!)"
_PAIR = 2
_FEWEST, _MOST = 2, 9
_NUMBERS = ("apart", "joined", "countries")


@dataclass(frozen=True, slots=True)
class PluralTitle:
    """A title said of several people: how many, and the last words of the titles that they bear."""

    span: Span
    number: int
    bearers: tuple[str, ...]
    is_of_countries: bool = False


@cache
def _bearers(lang: str) -> Mapping[str, tuple[str, ...]]:
    rows = load_lexicon(files(f"hoedong.lang.{lang}") / "lexicon" / "plural_titles.tsv", ("title", "bearers"))
    return {row["title"]: tuple((row["bearers"] or row["title"]).split("+")) for row in rows}


@cache
def _counts(lang: str, kind: str) -> Mapping[str, int]:
    rows = load_lexicon(files(f"hoedong.lang.{lang}") / "lexicon" / "group_counts.tsv", ("form", "number", "kind"))
    return {row["form"]: int(row["number"] or 0) for row in rows if row["kind"] == kind}


@cache
def _pattern(lang: str, *, is_dotted: bool) -> re.Pattern[str]:
    """The pattern of plural titles, with or without 한·벨루아 for a number.

    Such a number may begin with any syllable, and all others with a few: most sentences have no dot, and are gone
    through much faster without.
    """
    apart = _any_of(_counts(lang, "apart"))
    joined = _any_of({**_counts(lang, "joined"), **_counts(lang, "countries")})
    counter, between = (_any_of(_counts(lang, kind)) for kind in ("counter", "between"))
    dotted = _DOTTED if is_dotted else _NOTHING
    number = (
        rf"(?:(?P<apart>{apart})\s|(?P<joined>{joined})\s?|(?P<digit>[2-9]) ?(?:{counter})\s?|(?P<dotted>{dotted})\s)"
    )
    if not is_dotted:
        firsts = {form[0] for kind in _NUMBERS for form in _counts(lang, kind)}
        number = f"(?=[2-9{re.escape(''.join(sorted(firsts)))}]){number}"
    return re.compile(
        rf"(?<![가-힣\d·]){number}(?:(?:{between})\s)?(?:[가-힣]{{2}})??(?P<title>{_any_of(_bearers(lang))}){_PARTICLE_AHEAD}"
    )


def _any_of(forms: Mapping[str, object]) -> str:
    return "|".join(map(re.escape, sorted(forms, key=lambda form: (-len(form), form))))


def find_plural_titles(text: str, sentence: Span, lang: str) -> list[PluralTitle]:
    """The plural titles of a sentence, in text order: 두 정상 in "두 정상은 웃었다"."""
    found: list[PluralTitle] = []
    pattern = _pattern(lang, is_dotted=_DOT.search(text, sentence.start, sentence.end) is not None)
    for match in pattern.finditer(text, sentence.start, sentence.end):
        number = _number(match, lang)
        if _FEWEST <= number <= _MOST:
            of_countries = bool(match["dotted"]) or match["joined"] in _counts(lang, "countries")
            found.append(PluralTitle(Span(*match.span()), number, _bearers(lang)[match["title"]], of_countries))
    return found


def _number(match: re.Match[str], lang: str) -> int:
    if match["digit"]:
        return int(match["digit"])
    if match["dotted"]:
        return len(re.findall(r"[·ㆍ‧・-]", match["dotted"])) + 1
    form = match["apart"] or match["joined"]
    return next((counts[form] for kind in _NUMBERS if form in (counts := _counts(lang, kind))), 0)


def meant_by(title: PluralTitle, memory: Memory, holders: Mapping[str, Sequence[str]]) -> tuple[tuple[str, ...], bool]:
    """Whom a plural title means, and whether they are named only later.

    Those of the last encounter when they bear the title; else the last so many who bear it of whom the text has
    spoken; else the only so many of the page who do; else whoever met last. Of two countries (한·일 정상) those spoken
    of last may be others, so only the first and the third count.
    """
    group = memory.group_of(title.number)
    if title.bearers == (ANYONE,):
        return group, False
    able = _bearing(title, holders)
    if group and set(group) <= able:
        return group, False
    if title.is_of_countries:
        return (tuple(sorted(able, key=_in_order)), True) if len(able) == title.number else ((), False)
    for bearing in (_bearing(title, holders, exactly=True), able):
        latest = [person for person in dict.fromkeys(reversed(memory.recent)) if person in bearing][: title.number]
        if len(latest) == title.number:
            return tuple(reversed(latest)), False
    if len(able) == title.number:
        return tuple(sorted(able, key=_in_order)), True
    return (group, False) if not able else ((), False)


def _bearing(title: PluralTitle, holders: Mapping[str, Sequence[str]], *, exactly: bool = False) -> frozenset[str]:
    """The people of the page who bear a title, or, not exactly, one that ends so: 외교장관 in …장관."""
    borne = tuple(bearer.removeprefix(ENDING) for bearer in title.bearers)
    ends = tuple(bearer[1:] for bearer in title.bearers if bearer[0] == ENDING and not exactly)
    held = [word for word in holders if word in borne or (ends and word.endswith(ends))]
    return frozenset(person for word in held for person in holders[word])


def _in_order(person: str) -> tuple[int, str]:
    """Ids in the order in which people are named on the page: p2 before p10."""
    return len(person), person
