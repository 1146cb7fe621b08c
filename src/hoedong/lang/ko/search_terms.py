"""The words by which a search finds a Korean text: its morphemes that mean something, whatever their endings."""

from __future__ import annotations

from hoedong.lang.ko.morphology import analyse_morphemes
from hoedong.model.span import Span

_CONTENT_TAGS = frozenset({"NNG", "NNP", "NR", "VV", "VA", "XR", "MAG", "SL", "SH", "SN"})
"""Sejong tags of words with a meaning of their own; particles, endings and bound nouns find everything."""


def search_terms(text: str, block: Span) -> tuple[str, ...]:
    """The words of one block in order, predicates without their endings, Latin letters in lower case.

    "이 회장은 재시를 만났다" has 회장, 재시 and 만나 among its words, so that 만나다, 만났던 and 만난 all find it.
    """
    return tuple(morpheme.form.lower() for morpheme in analyse_morphemes(text, block) if morpheme.tag in _CONTENT_TAGS)
