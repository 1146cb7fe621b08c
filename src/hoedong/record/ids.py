"""Ids that content gives: reading a document again gives the same ids, so that judgements find what they are about.

The version of the engine is no part of an id. What an upgrade no longer finds leaves its judgements orphaned, to be
listed; nothing is ever attached to something else that looks alike.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

_LENGTH = 16
_SEPARATOR = "\x1f"


def content_id(prefix: str, *parts: object) -> str:
    """An id of sixteen hexadecimal digits behind a letter that tells its kind.

    >>> content_id("p", "d1", "이재용")[:1], len(content_id("p", "d1", "이재용"))
    ('p', 17)
    """
    text = _SEPARATOR.join(str(part) for part in parts)
    return prefix + hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:_LENGTH]


def document_id(name: str | None, text: str) -> str:
    """The id of one version of a page; `name` is its URL or the id that it came with, None for a text by itself."""
    return content_id("d", name or "", text)


def block_hash(block: str) -> int:
    """A blocking key as a signed 64-bit integer, for compact indexes; the same on every machine."""
    return int.from_bytes(hashlib.blake2b(block.encode("utf-8", "replace"), digest_size=8).digest(), "big", signed=True)


def numbered(ids: Iterable[str]) -> tuple[str, ...]:
    """The ids with a number behind the second and later ones of the same content.

    >>> numbered(["a", "b", "a"])
    ('a', 'b', 'a.2')
    """
    seen: dict[str, int] = {}
    found = []
    for one in ids:
        seen[one] = seen.get(one, 0) + 1
        found.append(one if seen[one] == 1 else f"{one}.{seen[one]}")
    return tuple(found)
