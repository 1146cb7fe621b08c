"""What the scripts of a page hold as data: the values that its own code would show."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from hoedong.ingest.page.json_ld import LONGEST_SCRIPT, decoded
from hoedong.rules.lexicon_file import load_lexicon

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_DEEPEST = 40
_MOST_VALUES = 200_000
_WRAPPERS = frozenset(("Reactive", "ShallowReactive", "Ref", "ShallowRef", "EmptyRef", "EmptyShallowRef"))


def find_states(root: HtmlElement) -> Iterator[tuple[str, Any]]:
    """The values of the scripts that script_states.tsv names, in its order, each with its name."""
    scripts = [
        (script.get("id"), script.text)
        for script in root.iter("script")
        if script.text and len(script.text) <= LONGEST_SCRIPT
    ]
    for how, name, pattern in _places():
        for id_, text in scripts:
            if how == "assigned":
                match = pattern.search(text)
                value = decoded(text[match.end() :]) if match else None
            else:
                value = decoded(text.strip()) if id_ == name else None
            if how == "nuxt" and isinstance(value, list):
                value = _Pointers(value).value()
            if isinstance(value, dict | list):
                yield name, value


@cache
def _places() -> tuple[tuple[str, str, re.Pattern[str]], ...]:
    rows = load_lexicon(files("hoedong.ingest.page") / "script_states.tsv", ("how", "name"))
    return tuple((row["how"], row["name"], _assignment(row["name"])) for row in rows)


def _assignment(name: str) -> re.Pattern[str]:
    return re.compile(rf"{re.escape(name)}[\"'\]]{{0,2}}\s{{0,5}}=\s{{0,5}}(?=[{{\[])")


class _Pointers:
    """The values of a Nuxt 3 script: a list in which numbers inside objects and lists are places of that list.

    `[{"title": 1}, "회동"]` is `{"title": "회동"}`.
    """

    def __init__(self, values: Sequence[Any]) -> None:
        self._values = values
        self._room = _MOST_VALUES

    def value(self) -> Any:
        """The first value with all that it points at."""
        return self._at(0, _DEEPEST)

    def _at(self, place: Any, depth: int) -> Any:
        self._room -= 1
        is_place = isinstance(place, int) and not isinstance(place, bool) and 0 <= place < len(self._values)
        if depth == 0 or self._room < 0 or not is_place:
            return None
        value = self._values[place]
        if isinstance(value, dict):
            return {str(key): self._at(inner, depth - 1) for key, inner in value.items()}
        if not isinstance(value, list):
            return value
        if len(value) == 2 and isinstance(value[0], str) and value[0] in _WRAPPERS:
            return self._at(value[1], depth - 1)
        return [self._at(inner, depth - 1) for inner in value]
