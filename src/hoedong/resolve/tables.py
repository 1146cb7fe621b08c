"""The tables of resolution: what is well known of organisations and posts, as readable files beside the code."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import lru_cache
from importlib.resources import files

from hoedong.rules.lexicon_file import load_lexicon

_NOT_IN_KEYS = re.compile(r"[\s.,·・ㆍ\-–—'’‘\"“”&_]+")


def load_table(package: str, name: str, *required: str) -> tuple[Mapping[str, str], ...]:
    """The rows of a table that lies in a package of `hoedong.resolve`."""
    return load_lexicon(files(f"hoedong.resolve.{package}") / name, required)


def listed(cell: str) -> Iterator[str]:
    """The entries of a cell that holds several: "Samsung; 삼성그룹"."""
    return (entry.strip() for entry in cell.split(";") if entry.strip())


@lru_cache(maxsize=65536)
def spelling_key(text: str) -> str:
    """What two spellings of one name share: no case, spaces, points, hyphens or full-width forms.

    >>> spelling_key("LG U+"), spelling_key("J.P. Morgan")
    ('lgu+', 'jpmorgan')
    """
    return _NOT_IN_KEYS.sub("", unicodedata.normalize("NFKC", text)).casefold()
