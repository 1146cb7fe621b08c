"""Where a request that changes something comes from: pages of other sites may not send any."""

from __future__ import annotations

from urllib.parse import urlsplit

from starlette.datastructures import Headers

from hoedong.http.security.refusal import Refusal

SAFE_METHODS = frozenset(("GET", "HEAD", "OPTIONS"))
_OWN = ("same-origin", "none")


def require_same_origin(headers: Headers) -> None:
    """Refuse what a browser sends for another site.

    Browsers say `Sec-Fetch-Site`, older ones `Origin`; a program that says neither is no browser and holds no cookies
    of a person.

    Raises:
        Refusal: it comes from elsewhere.
    """
    site, origin = headers.get("sec-fetch-site"), headers.get("origin")
    is_ours = site in _OWN if site is not None else True
    if origin is not None and urlsplit(origin).netloc.lower() != headers.get("host", "").lower():
        is_ours = False
    if not is_ours:
        raise Refusal(403, "this request comes from a page of another site")
