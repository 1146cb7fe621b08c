"""The run of lines that is the article: the stretch of highest total weight."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from hoedong.ingest.lines import Line

LONGEST_LIST = 30
"""Lines after a heading such as "많이 본 뉴스" that may belong to its list."""

_WEIGHTS: Mapping[str, float] = {
    "content": 2.0,
    "caption": 0.0,
    "image-note": 0.0,
    "headline": 0.0,
    "subheading": 0.0,
    "byline": -4.0,
    "furniture": -2.0,
    "list": -6.0,
    "end": -12.0,
}
_LISTED = -1.0
_NOTE_LENGTH = 60
_ROW_LENGTH = 25
_ENDS_A_LIST = frozenset(("prose", "content", "caption", "byline", "headline", "subheading", "end"))
_BULLETS = frozenset("□ㅇ○●◇◆■▲△◎①②③④⑤⑥⑦⑧⑨")


def listed_lines(lines: Sequence[Line]) -> frozenset[int]:
    """Indices of the lines that stand in a list of other articles: its heading and all up to the next sentence."""
    listed: set[int] = set()
    room = 0
    for index, line in enumerate(lines):
        if line.kind == "list":
            room = LONGEST_LIST
        elif line.kind in _ENDS_A_LIST or line.before is not None:
            room = 0
        if room:
            listed.add(index)
            room -= 1
    return frozenset(listed)


def article_run(text: str, lines: Sequence[Line], listed: frozenset[int]) -> range:
    """The stretch of lines with the highest sum of weights; empty where nothing weighs more than zero.

    Adding lines of negative weight at either end never changes the stretch.
    """
    best, best_range, total, start = 0.0, range(0), 0.0, 0
    for index, line in enumerate(lines):
        if total <= 0:
            total, start = 0.0, index
        total += _LISTED if index in listed else weight(text, line)
        if total > best:
            best, best_range = total, range(start, index + 1)
    if not any(lines[index].kind == "prose" for index in best_range):
        return _with_notes_below(lines, best_range, listed)
    return best_range[:-1] if _ends_in_stray(lines, best_range) else best_range


def _with_notes_below(lines: Sequence[Line], run: range, listed: frozenset[int]) -> range:
    """On a page without sentences, such as an agenda, the unnamed lines below belong to it: "휴가"."""
    stop = run.stop
    while run and stop < len(lines) and lines[stop].kind == "plain" and stop not in listed:
        stop += 1
    return range(run.start, stop)


def _ends_in_stray(lines: Sequence[Line], run: range) -> bool:
    """Whether one short unnamed line hangs on the end of the sentences: a teaser, not a note of several lines."""
    if len(run) < 2:
        return False
    before, last = lines[run[-2]], lines[run[-1]]
    return last.kind == "plain" and before.kind == "prose" and len(last.span) < _NOTE_LENGTH


def weight(text: str, line: Line) -> float:
    """How much a line speaks for being article: sentences by their length, bullets a little, furniture against."""
    if line.kind == "prose":
        return 2.0 + min(len(line.span), 200) / 50
    if line.kind == "plain":
        return _weight_of_plain(len(line.span), text[line.span.start] in _BULLETS)
    return _WEIGHTS[line.kind]


def _weight_of_plain(length: int, has_bullet: bool) -> float:
    """Notes without full stops are long or have bullets; menu entries and headlines of other articles are short."""
    if length >= _NOTE_LENGTH:
        return 1.5
    if has_bullet:
        return 0.5 if length < _ROW_LENGTH else 1.5
    return 0.3 if length >= _ROW_LENGTH else -0.8
