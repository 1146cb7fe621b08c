"""Which addresses of documents are addresses on the web."""

from __future__ import annotations

from urllib.parse import urlsplit


def web_address(text: str) -> str | None:
    """An http or https address, None for anything else (a path, the id of a feed's item)."""
    if any(character.isspace() for character in text):
        return None
    try:
        parts = urlsplit(text)
    except ValueError:
        return None
    if parts.scheme not in {"http", "https"} or "." not in parts.netloc:
        return None
    return parts._replace(path=parts.path or "/").geturl()
