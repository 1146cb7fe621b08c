"""What came back from the web."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from hoedong.fetch.content_type import UNSTATED, ContentType


@dataclass(frozen=True, slots=True)
class Validators:
    """What a server gave with a page, so that it need not send the same page again; None where it gave nothing."""

    etag: str | None = None
    last_modified: str | None = None

    def headers(self) -> tuple[tuple[str, str], ...]:
        """As one asks for a page "unless it is still this one"."""
        found = (("If-None-Match", self.etag), ("If-Modified-Since", self.last_modified))
        return tuple((name, value) for name, value in found if value)


NO_VALIDATORS = Validators()


@dataclass(frozen=True, slots=True)
class Fetched:
    """A page of the web as its bytes.

    `asked` is the address that was asked for, `url` the one that answered, after all redirects. `retrieved` is when, in
    UTC. Where `is_unchanged` the server said that the page is still the one that the validators are of; it has no
    bytes then.
    """

    asked: str
    url: str
    data: bytes
    retrieved: dt.datetime
    content_type: ContentType = UNSTATED
    validators: Validators = NO_VALIDATORS
    is_unchanged: bool = False
