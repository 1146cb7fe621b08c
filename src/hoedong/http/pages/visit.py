"""What a visitor asks for beside the page itself: language, look, the day as of which the record is seen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import quote, urlencode

from starlette.requests import Request

from hoedong.model.time import PartialDate

LANGUAGES = ("ko", "en")
THEMES = ("light", "dark")
CARRIED = ("lang", "as_of", "reported_by")
"""Parts of the address that every link keeps."""

Query = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Visit:
    """One request as a page sees it.

    `path` is without `.json`, `parameters` are the ids in it, `query` what stands behind it. `theme` is empty where the
    browser decides. `as_of` and `reported_by` are None for the record of now. `may_fetch` tells whether addresses on
    the web may be read, `user` who judges; None for the user of the machine.
    """

    path: str = "/"
    parameters: Mapping[str, str] = field(default_factory=dict)
    query: Query = field(default_factory=dict)
    lang: str = "ko"
    theme: str = ""
    csrf: str = ""
    as_of: PartialDate | None = None
    reported_by: PartialDate | None = None
    may_fetch: bool = False
    user: str | None = None

    @property
    def is_of_another_day(self) -> bool:
        """Whether the record is seen as of another day, where nothing can be changed."""
        return self.as_of is not None or self.reported_by is not None

    def require_now(self) -> None:
        """Refuse to change a record that is seen as of another day.

        Raises:
            ValueError: it is.
        """
        if self.is_of_another_day:
            raise ValueError("the record is seen as of another day; nothing can be changed in it")

    @property
    def carried(self) -> tuple[tuple[str, str], ...]:
        """What every link and form of the page takes along."""
        return tuple((name, self.one(name)) for name in CARRIED if self.one(name))

    def one(self, name: str) -> str:
        """A value of the query, empty where there is none."""
        return next(iter(self.query.get(name, ())), "").strip()

    def number(self, name: str, most: int) -> int:
        """A whole number of the query, 0 where there is none.

        Raises:
            ValueError: it is no whole number between 0 and `most`.
        """
        text = self.one(name) or "0"
        if not (text.isascii() and text.isdigit() and len(text) < 10 and int(text) <= most):
            raise ValueError(f"{name}={text!r} is no whole number from 0 to {most}")
        return int(text)

    def url(self, *path: str, anchor: str = "", **query: object) -> str:
        """An address on this site: `url("pair", a, b, since="2024")`; parts of the path are quoted."""
        parts = [(name, str(value)) for name, value in query.items() if value not in (None, "", 0)]
        return _address("/" + "/".join(quote(part, safe="") for part in path), [*parts, *self.carried], anchor)

    def here(self, **changed: object) -> str:
        """The same page with another query: None takes a part out, a value stands in place of all values."""
        kept = [(name, value) for name, values in self.query.items() if name not in changed for value in values]
        new = [(name, str(value)) for name, value in changed.items() if value not in (None, "")]
        return _address(self.path, [*kept, *new])

    def looked_at(self, page: str) -> str:
        """The same selection on another page: timeline, table or map."""
        kept = [(name, value) for name, values in self.query.items() if name != "offset" for value in values if value]
        return _address(f"/{page}", kept)

    def toggled(self, name: str, value: str) -> str:
        """The same page, from its beginning, with one value of a part of the query added or taken out."""
        values = self.query.get(name, ())
        kept = [(one, given) for one, all_ in self.query.items() if one not in (name, "offset") for given in all_]
        changed = [one for one in values if one != value] if value in values else [*values, value]
        return _address(self.path, [*kept, *((name, one) for one in changed)])

    @property
    def as_json(self) -> str:
        """The twin of this page."""
        path = "/index" if self.path == "/" else self.path
        return _address(f"{path}.json", [(name, value) for name, values in self.query.items() for value in values])

    def export(self, format_: str, people: tuple[str, ...] = ()) -> str:
        """What is on screen in one of the formats of the record."""
        asked = [(name, value) for name in ("since", "until", "status", "mode") for value in self.query.get(name, ())]
        shown = people or self.query.get("person", ())
        return _address(f"/export/{format_}", [*(("person", one) for one in shown), *asked, *self.carried])


def _address(path: str, query: list[tuple[str, str]], anchor: str = "") -> str:
    return path + (f"?{urlencode(query)}" if query else "") + (f"#{anchor}" if anchor else "")


def visit_of(request: Request) -> Visit:
    """The visit that a request is.

    Raises:
        ValueError: a day in the address is no date.
    """
    query: dict[str, tuple[str, ...]] = {}
    for name, value in request.query_params.multi_items():
        query[name] = (*query.get(name, ()), value)
    lang, theme = getattr(request.state, "lang", ""), request.cookies.get("theme", "")
    settings = getattr(request.app.state, "settings", None)
    return Visit(
        path=_page_path(request.url.path),
        parameters=dict(request.path_params),
        query=query,
        lang=lang if lang in LANGUAGES else LANGUAGES[0],
        theme=theme if theme in THEMES else "",
        csrf=getattr(request.state, "csrf_token", ""),
        as_of=_day(query, "as_of"),
        reported_by=_day(query, "reported_by"),
        may_fetch=bool(getattr(settings, "allow_fetch", False)),
        user=getattr(request.state, "user", None),
    )


def _page_path(path: str) -> str:
    page = path.removesuffix(".json")
    return "/" if page == "/index" else page


def _day(query: Query, name: str) -> PartialDate | None:
    text = next(iter(query.get(name, ())), "").strip()
    return PartialDate.parse(text) if text else None
