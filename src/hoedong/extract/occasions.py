"""Occasions: the nouns that say where people were together, and of what kind: 간담회 a group, 시상식 an event."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache
from importlib.resources import files

from hoedong.extract.words import load_encounter_words
from hoedong.model.clause import Case, ClauseStructure
from hoedong.rules.lexicon_file import load_lexicon

EVENT, FUNERAL, SIGNING, GROUP, MEAL = "event", "funeral", "signing", "group", "meal"
MANY = (GROUP, MEAL)
_CACHE = 5_000
EVENTS = (EVENT, FUNERAL)
_OCCASION_CASES = (Case.INTO, Case.AT, Case.TOPIC, Case.OF, Case.SUBJECT)


@cache
def occasions(lang: str) -> Mapping[str, str]:
    """The kinds of occasions by their nouns; an encounter noun that the lexicon does not list is that of a pair."""
    rows = load_lexicon(files(f"hoedong.lang.{lang}") / "lexicon" / "occasion_words.tsv", ("form", "kind"))
    nouns = dict.fromkeys(load_encounter_words(lang).nouns, "pair")
    return nouns | {row["form"]: row["kind"] for row in rows}


def mourned(structure: ClauseStructure, lang: str) -> frozenset[str]:
    """Who is dead: 한 회장 in "한 회장 빈소에는 …" and "한 회장의 영결식에서 …"."""
    known, phrases = occasions(lang), structure.phrases
    inside = [phrase.inner for phrase in phrases if phrase.inner and known.get(phrase.head) == FUNERAL]
    orders = {phrase.order for phrase in phrases if known.get(phrase.head) == FUNERAL}
    owners = [phrase.people for phrase in phrases if phrase.case is Case.OF and phrase.order + 1 in orders]
    return frozenset(person for people in (*inside, *owners) for person in people)


@lru_cache(_CACHE)
def group_occasion(noun: str, lang: str) -> str:
    """The gathering or event that a compound names: 회의 of 경제자문회의; empty for any other noun."""
    groups = sorted(
        (form for form, kind in occasions(lang).items() if kind in (GROUP, EVENT)), key=lambda form: (-len(form), form)
    )
    return next((form for form in groups if noun.endswith(form)), "")


def occasion_of(structure: ClauseStructure, lang: str) -> str | None:
    """The occasion that a sentence names as where or to what (이 자리에, 간담회에는), None when it names none."""
    known = occasions(lang)
    for phrase in structure.phrases:
        if phrase.case in _OCCASION_CASES and not phrase.people:
            for word in ("".join(phrase.words[-2:]), *reversed(phrase.words)):  # 인사+회
                if word in known:
                    return word
    return None
