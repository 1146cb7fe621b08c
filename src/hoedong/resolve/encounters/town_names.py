"""Names of towns as one form of writing: without case, accents, spaces, and the word for town."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_OFFICIAL = re.compile(r"(?<=[가-힣]{2})(?:특별자치시|특별시|광역시|시)$|(?<=[a-z]{4})(?:city|dc)$")
_NOT_LETTERS = re.compile(r"[^0-9a-z가-힣]+")


@lru_cache(maxsize=4096)
def fold_town(name: str) -> str:
    """One form for the spellings of a town in one script.

    >>> fold_town("São Paulo"), fold_town("서울특별시"), fold_town("Washington D.C.")
    ('saopaulo', '서울', 'washington')
    """
    composed = unicodedata.normalize("NFC", name).casefold()
    letters = "".join(
        letter if "가" <= letter <= "힣" else unicodedata.normalize("NFKD", letter) for letter in composed
    )
    return _OFFICIAL.sub("", _NOT_LETTERS.sub("", letters))
