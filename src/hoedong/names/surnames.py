"""Korean surnames, with their spellings in Latin letters and their Northern forms."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from hoedong.names.table import table_rows


@cache
def surname_spellings() -> Mapping[str, tuple[str, ...]]:
    """Every surname with its spellings in small Latin letters."""
    return {row["surname"]: tuple(row["spellings"].split()) for row in table_rows("korean_surnames")}


@cache
def surnames_spelled() -> Mapping[str, tuple[str, ...]]:
    """Every spelling with the surnames it can stand for: "lim" is 임 or 림."""
    table: dict[str, list[str]] = {}
    for surname, spellings in surname_spellings().items():
        for spelling in spellings:
            table.setdefault(spelling, []).append(surname)
    return {spelling: tuple(surnames) for spelling, surnames in table.items()}


@cache
def _southern_forms() -> Mapping[str, str]:
    return {row["surname"]: row["form_of"] for row in table_rows("korean_surnames") if row["form_of"]}


def southern_form(surname: str) -> str:
    """A surname with the initial-sound law: 리 is 이, 류 is 유; any other stays."""
    return _southern_forms().get(surname, surname)


@cache
def common_surnames() -> frozenset[str]:
    """The surnames that most Koreans bear."""
    return frozenset(row["surname"] for row in table_rows("korean_surnames") if row["frequency"] == "common")


def surname_of(name: str) -> str | None:
    """The surname that a Korean name in Hangul, written in one word, begins with; None without one.

    A surname of two syllables is taken where a given name is left: 남궁민 has 남궁, 선우 alone has 선.

    >>> surname_of("남궁민수"), surname_of("이재용"), surname_of("저커버그")
    ('남궁', '이', None)
    """
    for length in (2, 1):
        if length < len(name) <= length + 3 and name[:length] in surname_spellings():
            return name[:length]
    return None
