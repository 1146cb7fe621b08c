"""Where known names stand in a text."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from hoedong.lang.ko.people import occurrences as module
from hoedong.lang.ko.people.occurrences import Occurrences
from hoedong.model.span import Span

_TEXTS = st.text(alphabet="가나다 ·", max_size=60)
_NAMES = st.sets(st.text(alphabet="가나다 ", min_size=2, max_size=4), max_size=8)


@given(_TEXTS, _NAMES, st.integers(0, 60), st.integers(0, 60))
def test_occurrences_are_those_of_one_pattern(text: str, names: set[str], start: int, end: int) -> None:
    """The search finds in a stretch what a pattern of all names, longest first, would find."""
    start, end = sorted((min(start, len(text)), min(end, len(text))))
    pattern = re.compile("|".join(map(re.escape, sorted(names, key=len, reverse=True))) or "(?!)")
    found = [(match.start(), match.group()) for match in pattern.finditer(text, start, end)]
    assert list(Occurrences(text, names).within(Span(start, end))) == found
    assert Occurrences(text, names).is_any_within(Span(start, end)) == bool(found)


@given(_TEXTS, _NAMES)
def test_both_ways_of_searching_agree(text: str, names: set[str]) -> None:
    """A page with many names is searched in another way, with the same result."""
    assert sorted(module._few(text, names)) == sorted(module._many(text, names))
