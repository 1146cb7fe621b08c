"""Addresses of pages as files of strangers give them."""

from __future__ import annotations

from urllib.parse import urlsplit


def web_address(written: str | None) -> str | None:
    """An address of the web without white space around it; None for all else, such as `javascript:` or half a host.

    >>> web_address(" https://new.example/1 "), web_address("javascript:alert(1)"), web_address("http://[")
    ('https://new.example/1', None, None)
    """
    address = (written or "").strip()
    try:
        parts = urlsplit(address)
    except ValueError:
        return None
    is_whole = parts.scheme.lower() in ("http", "https") and parts.netloc and not any(map(str.isspace, address))
    return address if is_whole else None
