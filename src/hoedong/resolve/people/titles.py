"""Titles: which post a title names, and in which fields of work that post is held."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from hoedong.resolve.organisations.countries import split_country
from hoedong.resolve.tables import listed, load_table, spelling_key

_GLOSS = re.compile(r"\([^()]{0,40}\)")
_TAIL = re.compile(r"\s(?:of|for|at|and|to)\s.*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class TitleReading:
    """What a title says.

    `name` is the title to show; `identity` is equal for two spellings of one post (CEO, 최고경영자). `posts` are the
    posts that it can name (several of "President"), `fields` the fields of work of those. `is_exact` is False where
    only its ending is known: 기술혁신위원장. `country` is None where the title names none.
    """

    name: str
    identity: str
    posts: frozenset[str] = frozenset()
    fields: frozenset[str] = frozenset()
    is_exact: bool = True
    country: str | None = None


@dataclass(frozen=True, slots=True)
class _Post:
    name: str
    korean: str
    english: str
    fields: frozenset[str]
    is_one: bool


@cache
def _posts() -> Mapping[str, tuple[_Post, ...]]:
    """Posts by the spelling of each title."""
    found: dict[str, tuple[_Post, ...]] = {}
    for row in load_table("people", "titles.tsv", "post", "korean", "english", "fields", "spellings"):
        korean, english = tuple(listed(row["korean"])), tuple(listed(row["english"]))
        fields, is_one = frozenset(listed(row["fields"])), row["spellings"] == "one"
        post = _Post(row["post"], korean[0], english[0] if english else "", fields, is_one)
        for title in dict.fromkeys(spelling_key(title) for title in (*korean, *english)):
            found[title] = (*found.get(title, ()), post)
    return found


def is_title(word: str) -> bool:
    """Whether a Korean word is a title of the table; English ones stand before names: see `split_leading_title`."""
    return len(word) > 1 and not word.isascii() and spelling_key(word) in _posts()


def split_leading_title(text: str) -> tuple[str, str | None]:
    """A name and the English title before it: ("Biden", "President"); a pope or a king is known by title and name."""
    words = text.split()
    for length in (2, 1):
        title = " ".join(words[:length])
        posts = _posts().get(spelling_key(title), ())
        if len(words) > length and title.isascii() and posts and not _keeps_title(posts):
            return " ".join(words[length:]), title
    return text, None


def _keeps_title(posts: tuple[_Post, ...]) -> bool:
    return any(post.name in _KEPT for post in posts)


_KEPT = frozenset({"교황", "국왕", "여왕", "왕자", "공주", "천황"})


@lru_cache(maxsize=65536)
def read_title(written: str) -> TitleReading:
    """Read a title as a document states it.

    >>> read_title("최고경영자(CEO)").name, read_title("미국 대통령").country
    ('CEO', 'US')
    """
    title = _GLOSS.sub("", written).strip() or written
    country, title = (None, title) if spelling_key(title) in _posts() else split_country(title)
    exact = _posts().get(spelling_key(title))
    if exact is not None:
        return _reading(_shown(title, exact), exact, country, is_exact=True)
    ending = _by_ending(title)
    return _reading(title, ending, country, is_exact=False)


def _reading(name: str, posts: tuple[_Post, ...], country: str | None, *, is_exact: bool) -> TitleReading:
    is_one = is_exact and len(posts) == 1 and posts[0].is_one
    return TitleReading(
        name,
        posts[0].name if is_one else spelling_key(name),
        frozenset(post.name for post in posts),
        frozenset(field for post in posts for field in post.fields),
        is_exact,
        country,
    )


def _shown(title: str, posts: tuple[_Post, ...]) -> str:
    """The title to show: one spelling for all that are spellings of one post, else as written."""
    is_english = title.isascii() and spelling_key(title) not in {spelling_key(post.korean) for post in posts}
    if len(posts) == 1 and posts[0].is_one and not (is_english and title.isupper()):
        return posts[0].english if is_english else posts[0].korean
    return title if not title.isascii() or title.isupper() else title[:1].upper() + title[1:]


def _by_ending(title: str) -> tuple[_Post, ...]:
    """The posts of the longest ending that is known; of an English title, what stands before "of" first."""
    head = _TAIL.sub("", title)
    words = head.split()
    for tail in (" ".join(words[start:]) for start in range(len(words))):
        if posts := _posts().get(spelling_key(tail)):
            return posts
    compact = spelling_key(title)
    tails = (compact[start:] for start in range(1, len(compact) - 1))
    return next((posts for tail in tails if not tail.isascii() and (posts := _posts().get(tail))), ())


def is_of_wife(title: str) -> bool:
    """Whether a title is that of the wife of one in office: 여사, First Lady."""
    return "영부인" in read_title(title).posts
