"""The tokens by which texts are found: morphemes of the language, and pairs of syllables, which need no dictionary."""

from __future__ import annotations

import re
from collections.abc import Sequence

from hoedong.lang.registry import is_readable, load_language
from hoedong.model.document import Document
from hoedong.model.span import Span

_RUNS = re.compile(r"[가-힣]+|[一-鿿]+|[^\W_가-힣一-鿿]+")
_SYLLABIC = re.compile(r"[가-힣一-鿿]")


def document_terms(document: Document) -> tuple[list[str], list[str]]:
    """The morphemes and the bigrams of the blocks of a page that are read; furniture is not searched."""
    morphemes: list[str] = []
    bigrams: list[str] = []
    for block in document.blocks:
        if block.role.is_read:
            morphemes += text_morphemes(document.text, block.span, document.lang)
            bigrams += text_bigrams(document[block.span])
    return morphemes, bigrams


def text_morphemes(text: str, block: Span, lang: str) -> Sequence[str]:
    """The words of a block in their dictionary forms; nothing in a language that cannot be read."""
    return load_language(lang).search_terms(text, block) if is_readable(lang) else ()


def text_bigrams(text: str) -> list[str]:
    """Pairs of neighbouring syllables of each Hangul or Hanja word; other words whole, in lower case.

    >>> text_bigrams("저커버그 CEO와 회동")
    ['저커', '커버', '버그', 'ceo', '와', '회동']
    """
    return [token for run in _RUNS.findall(text) for token in _pairs(run)]


def _pairs(run: str) -> list[str]:
    if not _SYLLABIC.match(run) or len(run) == 1:
        return [run.lower()]
    return [run[index : index + 2] for index in range(len(run) - 1)]
