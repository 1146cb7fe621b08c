"""What the posts of a profile say: offices, fields of work, countries, and how two of them stand to each other."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from hoedong.model.appearance import Post
from hoedong.resolve.organisations.naming import OrganisationName, OrganisationTie, read_organisation, tie_between
from hoedong.resolve.people.titles import TitleReading, read_title
from hoedong.resolve.tables import listed, load_table

_FIELD_OF_KIND = {"company": "business"}
_NO_FIELD = frozenset({"foundation"})


@dataclass(frozen=True, slots=True)
class Office:
    """A post, read: its organisation, its title, and the fields of work that it can belong to.

    `organisation` is None where none is stated, or only a country or a word such as 노조; `title` None where none is.
    `country` is an ISO code, None where none is known.
    """

    post: Post
    organisation: str | None
    title: TitleReading | None
    fields: frozenset[str]
    country: str | None
    is_of_company: bool


@lru_cache(maxsize=65536)
def read_post(post: Post) -> Office:
    """Read a normalised post."""
    organisation = read_organisation(post.organisation) if post.organisation else None
    title = read_title(post.title) if post.title else None
    country = (organisation.country if organisation else None) or (title.country if title else None)
    is_named = organisation is not None and not organisation.is_generic and organisation.country is None
    return Office(
        post,
        post.organisation if is_named else None,
        title,
        _fields(organisation, title),
        country,
        is_of_company=is_named and organisation is not None and _may_be_company(organisation, title),
    )


def _may_be_company(organisation: OrganisationName, title: TitleReading | None) -> bool:
    if organisation.kind is not None:
        return organisation.kind == "company"
    return title is not None and "business" in title.fields


def _fields(organisation: OrganisationName | None, title: TitleReading | None) -> frozenset[str]:
    """The fields of a title, narrowed by its organisation; those of the organisation where the title tells none."""
    of_title = title.fields if title is not None else frozenset()
    if organisation is None or organisation.kind is None or organisation.kind in _NO_FIELD:
        return of_title
    if organisation.country is not None and "government" in of_title:
        return frozenset({"government"})
    own = frozenset({_FIELD_OF_KIND.get(organisation.kind, organisation.kind)})
    return (of_title & own) or of_title or own


@cache
def _field_pairs() -> Mapping[frozenset[str], str]:
    rows = load_table("people", "field_pairs.tsv", "left", "right", "fit")
    return {frozenset({row["left"], row["right"]}): row["fit"] for row in rows}


@cache
def _careers() -> Mapping[str, frozenset[str]]:
    return {
        row["name"]: frozenset(listed(row["fields"])) for row in load_table("people", "careers.tsv", "name", "fields")
    }


def career_of(name: str) -> frozenset[str]:
    """The fields in which the one well-known bearer of a name worked, empty where the table has none."""
    return _careers().get(name, frozenset())


@lru_cache(maxsize=4096)
def fit_of_fields(left: frozenset[str], right: frozenset[str]) -> str | None:
    """How the fields of two posts go together: close, open or apart; None where one of them has none.

    >>> fit_of_fields(frozenset({"government"}), frozenset({"religion"}))
    'apart'
    """
    if not left or not right:
        return None
    fits = {_field_pairs().get(frozenset({one, other}), "apart") for one in left for other in right if one != other}
    if left & right:
        return "close" if len(left) == 1 or len(right) == 1 else "open"
    return next((fit for fit in ("close", "open") if fit in fits), "apart")


@dataclass(frozen=True, slots=True)
class PostPair:
    """A post of one profile beside a post of another.

    `tie` is how their organisations stand to each other, `fit` how their fields of work go together; None where one of
    the two has none.
    """

    one: Office
    other: Office
    tie: OrganisationTie | None
    fit: str | None

    @property
    def shares_title(self) -> bool:
        """Whether both titles can name one post, and no two unrelated organisations take the weight from that."""
        if self.one.title is None or self.other.title is None or self.tie is OrganisationTie.UNRELATED:
            return False
        return not self.one.title.posts.isdisjoint(self.other.title.posts)


@lru_cache(maxsize=65536)
def pair_of_posts(left: Post, right: Post) -> PostPair:
    """Two normalised posts, side by side."""
    one, other = read_post(left), read_post(right)
    tie = tie_between(one.organisation, other.organisation) if one.organisation and other.organisation else None
    return PostPair(one, other, tie, fit_of_fields(one.fields, other.fields))
