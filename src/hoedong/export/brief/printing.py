"""What Markdown and HTML share: footnotes in words, text without what cannot be printed."""

from __future__ import annotations

import re

from hoedong.export.brief.page import Footnote
from hoedong.export.brief.wording import Wording

_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff\u202a-\u202e\u2066-\u2069]")
_WEB_ADDRESS = re.compile(r"https?://[^\s<>\"'`\\]+", re.IGNORECASE)


def source_words(lang: str, footnote: Footnote) -> str:
    """A footnote in words: 새벽일보, 2025년 9월 14일(일): “…”."""
    words = Wording(lang)
    outlet = footnote.outlet or words("outlet.unknown")
    return words("footnote", outlet=outlet, date=footnote.date or words("undated"), words=footnote.words)


def printable(words: str) -> str:
    """Words on one line, without control signs and lone surrogates, and without signs that turn the direction."""
    return " ".join(_UNPRINTABLE.sub("\ufffd", words).split())


def is_web_address(address: str) -> bool:
    """Whether an address may stand as a link: http or https, and nothing that could break out of it."""
    return _WEB_ADDRESS.fullmatch(address) is not None
