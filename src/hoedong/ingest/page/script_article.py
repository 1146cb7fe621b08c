"""An article that a page keeps in a script: its lines, with what each is for, and its metadata."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from hoedong.ingest.html_metadata import PageMetadata
from hoedong.ingest.page.block import RenderedBlock, bare
from hoedong.ingest.page.json_ld import articles
from hoedong.ingest.page.metadata import name_of, words_of
from hoedong.ingest.page.published import is_korean_page, iso_time
from hoedong.ingest.page.script_body import body_lines, caption_lines
from hoedong.ingest.page.script_states import find_states
from hoedong.model.document import BlockRole
from hoedong.rules.lexicon_file import load_lexicon

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_MOST_OBJECTS = 100_000
_DEEPEST = 40
_MOST_CANDIDATES = 50
_SHORTEST_BODY = 150


@dataclass(frozen=True, slots=True)
class ScriptArticle:
    """The article of a script: `place` names the script, `lines` are its lines in order, headline first."""

    place: str
    lines: tuple[RenderedBlock, ...]
    metadata: PageMetadata


def article_in_scripts(root: HtmlElement, title: str | None) -> ScriptArticle | None:
    """The article that the first script holds that holds any: scripts of script_states.tsv, then JSON-LD.

    Among the objects of one script, the one with the title of the page is its article, else the one with the longest
    body: scripts hold other articles as well.
    """
    is_korean = is_korean_page(root, title)
    sources = (*find_states(root), *(("json-ld articleBody", article) for article in articles(root)))
    for place, value in sources:
        candidates = [_Candidate(one) for one in _objects_with_body(value)]
        best = max(candidates, key=lambda one: (one.is_titled(title), one.size), default=None)
        if best is not None and best.size >= _SHORTEST_BODY:
            return ScriptArticle(place, best.lines(), best.metadata(place, is_korean=is_korean))
    return None


class _Candidate:
    """An object of a script that may be the article."""

    def __init__(self, value: Mapping[str, Any]) -> None:
        self._value = value
        self._body = body_lines(self._first_body())
        self.size = sum(len(line.text) for line in self._body if line.role is BlockRole.PARAGRAPH)

    def _first_body(self) -> Any:
        return next(self._parts("body"), None)

    def is_titled(self, title: str | None) -> bool:
        """Whether its headline is the title of the page, or part of it."""
        headline = bare(self._words("headline") or "")
        return bool(headline and title) and (headline in bare(title or "") or bare(title or "") in headline)

    def lines(self) -> tuple[RenderedBlock, ...]:
        """Headline, decks, byline, captions beside the body, body."""
        head = [
            RenderedBlock(words, role)
            for part, role in _HEAD
            if (words := self._words(part)) and bare(words) not in {bare(line.text) for line in self._body}
        ]
        beside = (line for value in self._parts("picture") for line in caption_lines(value))
        known = {bare(line.text) for line in self._body}
        pictures = [line for line in dict.fromkeys(beside) if bare(line.text) not in known]
        return (*head, *pictures, *self._body)

    def metadata(self, place: str, *, is_korean: bool) -> PageMetadata:
        """What it says of itself."""
        stated = (iso_time(value, is_korean=is_korean) for value in self._parts("published") if isinstance(value, str))
        published = next((value for value in stated if value), None)
        return PageMetadata(
            title=self._words("headline"),
            author=self._words("byline"),
            published=published,
            published_from=place if published else None,
        )

    def _parts(self, part: str) -> Iterator[Any]:
        return (self._value[key] for key in script_keys()[part] if self._value.get(key))

    def _words(self, part: str) -> str | None:
        return next((words for value in self._parts(part) if (words := _words(value))), None)


_HEAD = (
    ("headline", BlockRole.HEADLINE),
    ("subheading", BlockRole.SUBHEADING),
    ("byline", BlockRole.BYLINE),
)


def _words(value: Any) -> str | None:
    """A string, or what an object holds for one: `{"basic": "…"}` a headline, `{"by": [{"name": "…"}]}` a byline."""
    if isinstance(value, Mapping):
        return words_of(value.get("basic")) or name_of(value.get("by")) or name_of(value)
    return name_of(value)


def _objects_with_body(value: Any) -> Iterator[Mapping[str, Any]]:
    """The objects of a value that hold something like a body; at most fifty."""
    stack, seen, found = [(value, _DEEPEST)], 0, 0
    bodies = script_keys()["body"]
    while stack and seen < _MOST_OBJECTS and found < _MOST_CANDIDATES:
        one, depth = stack.pop()
        seen += 1
        if isinstance(one, Mapping) and any(isinstance(one.get(key), str | list) and one[key] for key in bodies):
            found += 1
            yield one
        if depth and isinstance(one, Mapping | list):
            inner = list(one.values() if isinstance(one, Mapping) else one)
            stack += [(each, depth - 1) for each in reversed(inner) if isinstance(each, Mapping | list)]


@cache
def script_keys() -> Mapping[str, tuple[str, ...]]:
    """The keys of script_keys.tsv by part, best first."""
    keys: dict[str, list[str]] = {}
    for row in load_lexicon(files("hoedong.ingest.page") / "script_keys.tsv", ("part", "key")):
        keys.setdefault(row["part"], []).append(row["key"])
    return {part: tuple(of_part) for part, of_part in keys.items()}
