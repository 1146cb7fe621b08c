"""The country that an office belongs to: "미국 대통령", "French President"."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache

from hoedong.resolve.tables import listed, load_table


@cache
def _codes() -> Mapping[str, str]:
    rows = load_table("organisations", "countries.tsv", "code", "korean", "english")
    return {name: row["code"] for row in rows for cell in ("korean", "english") for name in listed(row[cell])}


@cache
def _names() -> Mapping[str, tuple[str, str]]:
    """The usual Korean and English name of each country."""
    rows = load_table("organisations", "countries.tsv", "code", "korean", "english")
    return {row["code"]: (next(listed(row["korean"])), next(listed(row["english"]))) for row in rows}


def country_name(code: str, *, in_english: bool) -> str:
    """The usual name of a country.

    >>> country_name("US", in_english=False)
    '미국'
    """
    korean, english = _names()[code]
    return english.title() if in_english else korean


@lru_cache(maxsize=16384)
def country_of(text: str) -> str | None:
    """The country whose name opens a text, alone or before a space; None where none does.

    >>> country_of("미국 대통령"), country_of("South Korean President"), country_of("한국은행")
    ('US', 'KR', None)
    """
    words = text.replace("’", "'").split()
    for length in (3, 2, 1):
        head = " ".join(words[:length])
        code = _codes().get(head) or _codes().get(head.casefold())
        if code is not None and len(words) >= length:
            return code
    return None


@lru_cache(maxsize=16384)
def split_country(text: str) -> tuple[str | None, str]:
    """The country before a title and the rest, also where they are written together: ("US", "대통령").

    >>> split_country("미국대통령"), split_country("대통령")
    (('US', '대통령'), (None, '대통령'))
    """
    words = text.split()
    for length in (3, 2, 1):
        head = " ".join(words[:length])
        code = _codes().get(head) or _codes().get(head.casefold())
        if code is not None and len(words) > length:
            return code, " ".join(words[length:])
    glued = max((name for name in _codes() if len(name) > 1 and text.startswith(name)), key=len, default="")
    if glued and not glued.isascii() and len(text) > len(glued):
        return _codes()[glued], text[len(glued) :].strip()
    return None, text
