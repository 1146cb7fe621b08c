"""What a page says of itself to machines: title, outlet, author, when it was published, and where it says so."""

from __future__ import annotations

import re
from dataclasses import dataclass, fields, replace

from hoedong.model.time import PartialDate

_DAY = re.compile(r"(\d{4})[-./]?(\d{2})[-./]?(\d{2})(?!\d)")


@dataclass(frozen=True, slots=True)
class PageMetadata:
    """Metadata of a page as it stands there; None where the page says nothing.

    `published` and `modified` are ISO 8601 where they could be read, with the zone where one is stated or plain from
    the page: "2024-06-11T09:30:00+09:00"; else the words of the page. `published_from` names the place that told
    `published`: "json-ld datePublished", "attribute data-date-time". `guessed` is a day that an extractor made out of
    the page where no such place was found; stamps in the text go before it.
    """

    title: str | None = None
    outlet: str | None = None
    author: str | None = None
    published: str | None = None
    modified: str | None = None
    url: str | None = None
    published_from: str | None = None
    guessed: str | None = None

    def filled_from(self, other: PageMetadata) -> PageMetadata:
        """These metadata, with what `other` says where these say nothing."""
        names = [field.name for field in fields(self) if field.name not in ("published", "published_from")]
        filled = replace(self, **{name: getattr(self, name) or getattr(other, name) for name in names})
        if self.published or not other.published:
            return filled
        return replace(filled, published=other.published, published_from=other.published_from, guessed=None)


def metadata_day(page: PageMetadata) -> PartialDate | None:
    """The day of publication that the metadata states, in the page's own zone; None when it states none that exists."""
    return _day(page.published)


def guessed_day(page: PageMetadata) -> PartialDate | None:
    """The day that was made out of the page where its metadata state none; None when none was."""
    return _day(page.guessed)


def _day(words: str | None) -> PartialDate | None:
    match = _DAY.match(words.strip()) if words else None
    if match is None:
        return None
    try:
        return PartialDate(*(int(part) for part in match.groups()))
    except ValueError:
        return None
