"""A page that was fetched for the form, and comes back in it to be added: its bytes with where they came from."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, fields

from starlette.datastructures import FormData

from hoedong.errors import FetchRefused
from hoedong.fetch.answer import Fetched
from hoedong.fetch.content_type import ContentType
from hoedong.fetch.web_address import parse_web_address


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a page came from, as hidden fields of the form keep it; empty for a text that was pasted."""

    asked: str = ""
    address: str = ""
    kind: str = ""
    charset: str = ""
    retrieved: str = ""

    def page(self, data: bytes) -> Fetched | None:
        """The page with its bytes; None for a text that was pasted, or fields that make no sense."""
        try:
            moment = dt.datetime.fromisoformat(self.retrieved)
            address = str(parse_web_address(self.address))
        except (ValueError, FetchRefused):
            return None
        kind = ContentType(self.kind or None, self.charset or None)
        return Fetched(self.asked or address, address, data, moment.astimezone(dt.UTC), kind)


NOWHERE = Origin()


def origin_of(page: Fetched) -> Origin:
    """Where a page came from."""
    kind = page.content_type
    return Origin(page.asked, page.url, kind.name or "", kind.charset or "", page.retrieved.isoformat())


def origin_in(form: FormData) -> Origin:
    """Where the page that comes back in a form came from."""
    return Origin(*(str(form.get(field.name) or "") for field in fields(Origin)))
