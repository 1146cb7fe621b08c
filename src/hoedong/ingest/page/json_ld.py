"""JSON-LD scripts of a page: the objects that describe a news article."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_ARTICLE = "Article"
_POSTING = "BlogPosting"
_DEEPEST = 6
LONGEST_SCRIPT = 4_000_000
"""Characters of a script that is read at all."""


def articles(root: HtmlElement) -> Iterator[Mapping[str, Any]]:
    """The objects of JSON-LD scripts whose type ends in Article or BlogPosting; a broken script is passed over."""
    for script in root.iter("script"):
        if (script.get("type") or "").strip().lower() == "application/ld+json":
            text = (script.text or "").strip()
            if len(text) <= LONGEST_SCRIPT:
                yield from _typed(decoded(text), _DEEPEST)


def decoded(text: str) -> Any:
    """The JSON value that a text opens with; None where it opens with none, or nests too deeply."""
    try:
        return json.JSONDecoder(strict=False).raw_decode(text)[0]
    except (ValueError, RecursionError):
        return None


def _typed(value: Any, depth: int) -> Iterator[Mapping[str, Any]]:
    if depth == 0:
        return
    if isinstance(value, dict):
        types = value.get("@type")
        if any(str(kind).endswith((_ARTICLE, _POSTING)) for kind in (types if isinstance(types, list) else [types])):
            yield value
        yield from _typed(list(value.values()), depth - 1)
    elif isinstance(value, list):
        for item in value:
            yield from _typed(item, depth - 1)
