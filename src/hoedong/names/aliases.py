"""What no comparison of sounds can know: the other names of well-known people, and who only look alike."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from functools import cache, lru_cache

from hoedong.names.script import without_marks
from hoedong.names.table import table_rows


@lru_cache(maxsize=65536)
def plain_form(name: str) -> str:
    """A name without what spelling varies in: case, accents, hyphens, points and spaces.

    >>> plain_form("Jay Y. Lee"), plain_form("Lee Jae-yong"), plain_form("조지 W. 부시")
    ('jayylee', 'leejaeyong', '조지w부시')
    """
    text = unicodedata.normalize("NFKC", name)
    return "".join(letter for letter in without_marks(text) if letter.isalnum())


@cache
def _canonicals() -> Mapping[str, frozenset[str]]:
    table: dict[str, set[str]] = {}
    for row in table_rows("aliases"):
        for name in (row["canonical"], row["alias"]):
            table.setdefault(plain_form(name), set()).add(row["canonical"])
    return {form: frozenset(names) for form, names in table.items()}


@cache
def _names() -> Mapping[str, tuple[str, ...]]:
    table: dict[str, list[str]] = {}
    for row in table_rows("aliases"):
        table.setdefault(row["canonical"], [row["canonical"]]).append(row["alias"])
    return {canonical: tuple(names) for canonical, names in table.items()}


def canonicals_of(name: str) -> frozenset[str]:
    """The people of the table that a name is a name of, by their canonical names; none for anybody else.

    >>> canonicals_of("Jay Y. Lee"), canonicals_of("도하람")
    (frozenset({'이재용'}), frozenset())
    """
    return _canonicals().get(plain_form(name), frozenset())


def names_of(canonical: str) -> tuple[str, ...]:
    """All names of a person of the table, the canonical one first."""
    return _names().get(canonical, (canonical,))


@cache
def _namesakes() -> frozenset[frozenset[str]]:
    return frozenset(frozenset((plain_form(row["name"]), plain_form(row["other"]))) for row in table_rows("namesakes"))


def are_told_apart(one: str, other: str) -> bool:
    """Whether two names are known to be of different people, however alike they sound."""
    return frozenset((plain_form(one), plain_form(other))) in _namesakes()
