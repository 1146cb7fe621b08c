"""What the name of an organisation says: which it is, of what kind, and of which group."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache

from hoedong.names.comparison import compare_names
from hoedong.resolve.organisations.countries import country_of
from hoedong.resolve.organisations.known import KnownOrganisation, find_group, find_known, is_generic, kind_of
from hoedong.resolve.tables import load_table, spelling_key

_SOUNDS_ALIKE = 0.85
_PREFIX = 3
"""How many letters a name must share at its head to be taken for a part of the longer one."""


class OrganisationTie(StrEnum):
    """How two named organisations stand to each other."""

    SAME = "same"
    RENAMED = "renamed"
    AFFILIATED = "affiliated"
    UNRELATED = "unrelated"


@dataclass(frozen=True, slots=True)
class OrganisationName:
    """The name of an organisation, read.

    `identity` is equal for two names of one organisation. `name` is the name to show: a short form gives way to the
    usual one, a former name stays. `gloss` is what stands in brackets after it, None without. `kind`, `group` and
    `country` are None where they are not known.
    """

    name: str
    identity: str
    gloss: str | None = None
    kind: str | None = None
    group: str | None = None
    country: str | None = None
    is_generic: bool = False
    is_former: bool = False
    is_known: bool = False

    @property
    def spellings(self) -> frozenset[str]:
        """The name and its gloss, as spelling keys."""
        return frozenset(spelling_key(text) for text in (self.name, self.gloss) if text)


@lru_cache(maxsize=65536)
def read_organisation(written: str) -> OrganisationName:
    """Read the name of an organisation as a newspaper writes it.

    >>> read_organisation("에스케이(SK)그룹").identity, read_organisation("㈜가나전자").name
    ('SK', '가나전자')
    """
    base, gloss = _split_gloss(_without_legal_form(unicodedata.normalize("NFKC", written)))
    known = find_known(base) or (find_known(gloss) if gloss else None)
    return _of_known(base, gloss, known) if known is not None else _of_unknown(base, gloss)


def _of_known(base: str, gloss: str | None, known: KnownOrganisation) -> OrganisationName:
    former = {spelling_key(name) for name in known.former}
    is_former = spelling_key(base) in former
    shown = base if is_former else known.name
    return OrganisationName(shown, known.name, gloss, known.kind, known.group, None, is_former=is_former, is_known=True)


def _of_unknown(base: str, gloss: str | None) -> OrganisationName:
    key, country = spelling_key(base), country_of(base)
    group = find_group(key)
    kind = "government" if country is not None else kind_of(base) or ("company" if group else None)
    identity = spelling_key("".join(group)) if group else key
    return OrganisationName(
        base, identity, gloss, kind, group[0] if group else None, country, is_generic=is_generic(base)
    )


@cache
def _legal_forms() -> frozenset[str]:
    return frozenset(row["word"] for row in load_table("organisations", "legal_forms.tsv", "word"))


def _without_legal_form(text: str) -> str:
    """A name without 주식회사, (주), Inc.; the name itself where nothing else is left."""
    for glued in sorted((form for form in _legal_forms() if not form.isascii()), key=len, reverse=True):
        text = text.removeprefix(glued).removesuffix(glued).strip()
    words = [word for word in text.split() if word.casefold().strip(",") not in _legal_forms()]
    return " ".join(words) or text


def _split_gloss(text: str) -> tuple[str, str | None]:
    """A name and what brackets in it or after it add: ("에스케이그룹", "SK")."""
    before, bracket, rest = text.partition("(")
    gloss, closing, after = rest.partition(")")
    if not (bracket and closing and before.strip()):
        return text.strip(), None
    return (before.strip() + after.strip()).strip(), gloss.strip() or None


@lru_cache(maxsize=65536)
def tie_between(left: str, right: str) -> OrganisationTie:
    """How the organisations that two names name stand to each other.

    >>> str(tie_between("Facebook", "메타")), str(tie_between("SK", "SK텔레콤")), str(tie_between("LG", "SK"))
    ('renamed', 'affiliated', 'unrelated')
    """
    one, other = read_organisation(left), read_organisation(right)
    if one.identity == other.identity or _glossed_alike(one, other):
        return OrganisationTie.RENAMED if one.is_former != other.is_former else OrganisationTie.SAME
    if one.group is not None and one.group == other.group:
        return OrganisationTie.AFFILIATED
    if _sound_alike(one, other):
        return OrganisationTie.SAME
    return OrganisationTie.AFFILIATED if _is_part_of(one, other) else OrganisationTie.UNRELATED


def _glossed_alike(one: OrganisationName, other: OrganisationName) -> bool:
    """Whether a name in brackets says that they are one: 누리(Nuri) and Nuri."""
    if (one.gloss is None and other.gloss is None) or (one.is_known and other.is_known):
        return False
    return bool(one.spellings & other.spellings)


def _sound_alike(one: OrganisationName, other: OrganisationName) -> bool:
    """Whether names of unknown firms in two scripts sound alike: 노르트빈트, Nordwind."""
    if (
        one.name.isascii() == other.name.isascii()
        or one.is_generic
        or other.is_generic
        or one.is_known
        or other.is_known
    ):
        return False
    found = compare_names(one.name, other.name)
    return found.is_match and str(found.kind) != "partial" and found.score >= _SOUNDS_ALIKE


def _is_part_of(one: OrganisationName, other: OrganisationName) -> bool:
    """Whether one name opens the other: 가나제약 and 가나제약 중앙연구소."""
    short, long = sorted((one.identity, other.identity), key=lambda key: (len(key), key))
    return len(short) >= _PREFIX and long.startswith(short) and not (one.is_generic or other.is_generic)
