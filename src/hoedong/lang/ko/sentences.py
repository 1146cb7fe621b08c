"""Korean sentence boundaries inside a block, by characters alone and in one pass."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from hoedong.lang.ko.enclosures import enclosed_ranges
from hoedong.model.span import Span
from hoedong.rules.lexicon_file import load_lexicon

_STOP = re.compile(r"[.?!。…]+[\"'”’」』)\]】]*")
_FINAL = "다요까죠"
_REPORTING = re.compile(r"\s?(?:라고|라며|라는|이라고|하[고며]|했|고\s|며\s|는\s)")
_LETTERS = re.compile(r"[A-Za-z]+$")
_HANGUL = re.compile(r"[가-힣]")
_LONGEST_ABBREVIATION = 5
_SHORTEST_SENTENCE = 3


def split_sentences(text: str, block: Span) -> tuple[Span, ...]:
    """Cut a block into sentences; a quotation or bracket is never cut open, a stray quotation mark opens nothing.

    Stops in dates, decimals, initials, list numbers and headline ellipses end no sentence; 다. before a word without
    a space does.

    >>> [tuple(s) for s in split_sentences("만났다.이 자리에는 셋이 있었다.", Span(0, 18))]
    [(0, 4), (4, 18)]
    """
    sentences: list[Span] = []
    start = block.start
    for end in _ends(text, block):
        if len(text[start:end].strip()) >= _SHORTEST_SENTENCE:
            _append(sentences, text, start, end)
            start = end
    _append(sentences, text, start, block.end)
    return tuple(sentences)


def _ends(text: str, block: Span) -> Iterator[int]:
    """Offsets at which a sentence ends, in order."""
    ranges = enclosed_ranges(text, block)
    index = 0
    for match in _STOP.finditer(text, block.start, block.end):
        end = match.end()
        while index < len(ranges) and ranges[index].end < end:
            index += 1
        if index < len(ranges) and ranges[index].start < end < ranges[index].end:
            continue
        if end == block.end or _is_end(text, match, block):
            yield end


def _is_end(text: str, stop: re.Match[str], block: Span) -> bool:
    before = text[stop.start() - 1] if stop.start() > block.start else ""
    marks, after = stop.group(), text[stop.end()]
    if not before or (_is_closed(marks) and _REPORTING.match(text, stop.end(), block.end)):
        return False
    if not after.isspace():
        return marks == "." and before in _FINAL and _HANGUL.match(after) is not None
    if marks[0] == "…" or marks.startswith(".."):
        return before in _FINAL
    if marks[0] != ".":
        return True
    return _ends_with_full_stop(text, stop, block)


def _is_closed(marks: str) -> bool:
    """Whether a quotation or bracket closes behind the stop."""
    return marks[-1] not in ".?!。…"


def _ends_with_full_stop(text: str, stop: re.Match[str], block: Span) -> bool:
    """Whether a full stop before a space ends a sentence, and not a number, a date, an initial or an abbreviation."""
    before = text[stop.start() - 1]
    if before.isdigit():
        return _latin_follows(text, stop.end(), block) and _latin_precedes(text, stop.start(), block)
    letters = _LETTERS.search(text, max(block.start, stop.start() - _LONGEST_ABBREVIATION), stop.start())
    return letters is None or _is_closed(stop.group()) or not _is_abbreviation(text, letters, block)


def _is_abbreviation(text: str, letters: re.Match[str], block: Span) -> bool:
    whole = letters.start() == block.start or not text[letters.start() - 1].isalpha()
    return whole and (len(letters.group()) == 1 or letters.group() in _abbreviations())


def _latin_follows(text: str, offset: int, block: Span) -> bool:
    return re.compile(r"\s+[\"“]?[A-Z]").match(text, offset, block.end) is not None


def _latin_precedes(text: str, offset: int, block: Span) -> bool:
    """Whether the word before a number is in Latin letters: "in 2019. He" ends a sentence, "1. Garam" does not."""
    return re.search(r"[A-Za-z,]\s[\d,.:]{1,12}$", text[max(block.start, offset - 16) : offset]) is not None


@cache
def _abbreviations() -> frozenset[str]:
    file = files("hoedong.lang.ko") / "lexicon" / "latin_abbreviations.tsv"
    return frozenset(row["abbreviation"] for row in load_lexicon(file, ("abbreviation",)))


def _append(sentences: list[Span], text: str, start: int, end: int) -> None:
    words = text[start:end]
    left, right = len(words) - len(words.lstrip()), len(words.rstrip())
    if left < right:
        sentences.append(Span(start + left, start + right))
