"""Organisations that are well known: their other names, former names, kinds and groups."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from hoedong.resolve.tables import listed, load_table, spelling_key


@dataclass(frozen=True, slots=True)
class KnownOrganisation:
    """A line of known.tsv. `group` is None where no group owns it."""

    name: str
    aliases: tuple[str, ...]
    former: tuple[str, ...]
    kind: str
    group: str | None


@cache
def known_organisations() -> tuple[KnownOrganisation, ...]:
    """Every line of known.tsv."""
    return tuple(
        KnownOrganisation(
            row["name"],
            tuple(listed(row["aliases"])),
            tuple(listed(row["former"])),
            row["kind"],
            row["group"] or None,
        )
        for row in load_table("organisations", "known.tsv", "name", "aliases", "former", "kind", "group")
    )


@cache
def _by_spelling() -> Mapping[str, KnownOrganisation]:
    return {
        spelling_key(name): known
        for known in known_organisations()
        for name in (*known.former, *known.aliases, known.name)
    }


def find_known(name: str) -> KnownOrganisation | None:
    """The organisation that bears, or bore, a name; with or without the word for group.

    >>> find_known("Facebook").name, find_known("에스케이그룹").name
    ('메타', 'SK')
    """
    key = spelling_key(name)
    for word in (key, key.removesuffix("그룹"), key.removesuffix("group")):
        known = _by_spelling().get(word)
        if known is not None:
            return known
    return None


@cache
def _group_names() -> tuple[tuple[str, str], ...]:
    """Names of groups, as spelled and as called, the longest first."""
    names = {
        (spelling_key(name), known.name)
        for known in known_organisations()
        if known.group == known.name
        for name in (known.name, *known.aliases)
    }
    return tuple(sorted(names, key=lambda pair: (-len(pair[0]), pair)))


def find_group(key: str) -> tuple[str, str] | None:
    """The group whose name begins a spelling key, and the rest: ("SK", "케미칼") of "에스케이케미칼"; None without one.

    A group of Latin letters is not found inside a longer Latin word: "LS" is not in "LSE".
    """
    for name, group in _group_names():
        rest = key[len(name) :]
        if rest and key.startswith(name) and not (name[-1].isascii() and rest[0].isascii()):
            return group, rest
    return None


@cache
def _kinds() -> Mapping[str, str]:
    return {row["ending"]: row["kind"] for row in load_table("organisations", "kinds.tsv", "ending", "kind")}


def kind_of(name: str) -> str | None:
    """What an organisation is by the end of its name, None where the end does not tell.

    >>> kind_of("가나축구협회"), kind_of("Kimber Motors"), kind_of("가나다")
    ('association', 'company', None)
    """
    words = name.casefold().split()
    ends = (" ".join(words[start:]) for start in range(len(words)))
    compact = "".join(words)
    tails = (compact[start:] for start in range(len(compact)) if not compact[start].isascii())
    return next((kind for tail in (*ends, *tails) if (kind := _kinds().get(tail)) is not None), None)


def is_generic(name: str) -> bool:
    """Whether a name only says of what kind the organisation is: 노조, 위원회, government."""
    return name.casefold() in _kinds()
