"""Dates outside the running text of a Korean page: 입력 lines, outlet stamps, the day in the page head."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files

from hoedong.lang.calendar import existing_day
from hoedong.lang.dating import Stamp, StampKind
from hoedong.lang.ko.times.scan import Match, scan
from hoedong.model.document import Block, BlockRole
from hoedong.model.span import Span
from hoedong.rules.lexicon_file import load_lexicon

FULL_DATE = "ko.time.full-date"
_LABEL_REACH = 8
"""Characters between a label and its date."""
_LONGEST_STAMP_LINE = 110
_EDGE = 7
"""Stamps without a label are looked for in the first and last blocks only (this many)."""
_CLOCK = re.compile(r"[.\s,T|]{0,3}(?:\([월화수목금토일]\)\s?)?(?:오전|오후|上午|下午)?\s?\[?\d{1,2}:\d\d")
_PAGE_DAY = re.compile(
    r"(?P<month>\d{1,2})[./월]\s?(?P<day>\d{1,2})[.일]?\s?\(?(?P<weekday>[월화수목금토일])(?:요일)?\)?"
)
_SENTENCE_END = re.compile(r"[가-힣]다[.\"”]")
_YEAR = re.compile(r"[12]\d{3}\s?[.\-/년]")
_BARRED = re.compile(r"[|ㅣ│]\s?\d|\d[.]?\s?[|ㅣ│]")
_ISSUE = re.compile(r"\d{1,2}\s?면|일자|호\b|기자|특파원|신문|일보|뉴스|통신|타임스")


def find_stamps(text: str, blocks: Sequence[Block]) -> tuple[Stamp, ...]:
    """Stamps in text order.

    >>> text = "입력 2024.06.11 07:10 | 수정 2024.06.11 09:00"
    >>> [(s.kind.value, s.day.isoformat()) for s in find_stamps(text, [Block(BlockRole.BYLINE, Span(0, len(text)))])]
    [('published', '2024-06-11'), ('modified', '2024-06-11')]
    """
    return tuple(
        stamp for at, block in enumerate(blocks) for stamp in _block_stamps(text, block, _is_edge(at, len(blocks)))
    )


def _is_edge(at: int, count: int) -> bool:
    return at < _EDGE or at >= count - _EDGE


def _block_stamps(text: str, block: Block, at_edge: bool) -> Iterator[Stamp]:
    for start, end in _lines(text, block.span):
        line = Span(start, end)
        if (page_day := _page_day(text, line)) and at_edge:
            yield page_day
            continue
        for match in scan(text, line) if _YEAR.search(text, start, end) else ():
            stamp = _stamp(text, line, match, block.role, at_edge) if match.rule.id == FULL_DATE else None
            if stamp is not None:
                yield stamp


def _lines(text: str, span: Span) -> Iterator[tuple[int, int]]:
    start = span.start
    while start < span.end:
        end = text.find("\n", start, span.end)
        end = span.end if end < 0 else end
        yield start, end
        start = end + 1


def _page_day(text: str, line: Span) -> Stamp | None:
    """A month, a day and a weekday alone on a line, without a year."""
    if len(line) > 24 or not (found := _PAGE_DAY.fullmatch(text[line.start : line.end].strip())):
        return None
    weekday = "월화수목금토일".index(found["weekday"])
    return Stamp(line, StampKind.PAGE_DAY, 1, None, int(found["month"]), int(found["day"]), weekday)


def _stamp(text: str, line: Span, match: Match, role: BlockRole, at_edge: bool) -> Stamp | None:
    day = _day(match)
    if day is None:
        return None
    says = _label(text, line, match.span)
    if says == "other":
        return None
    if says is not None:
        return Stamp(match.span, StampKind(says), 5, day)
    weight = _weight(text, line, match.span, role, at_edge)
    return Stamp(match.span, StampKind.PUBLISHED, weight, day) if weight else None


def _day(match: Match) -> dt.date | None:
    fields = match.fields
    if "year" not in fields or "day" not in fields:
        return None
    return existing_day(int(fields["year"]), int(fields["month"]), int(fields["day"]))


def _weight(text: str, line: Span, span: Span, role: BlockRole, at_edge: bool) -> int:
    """How good a date without a label is: 4 with a clock time, 3 in a line of the paper, 2 on a short line, 0 none."""
    words = text[line.start : line.end]
    clock = _CLOCK.match(text, span.end, line.end)
    if not at_edge and not (clock and role is not BlockRole.PARAGRAPH):
        return 0
    opens, closes = span.start - line.start <= 40, line.end - span.end <= 24
    if clock and (opens or closes):
        return 4
    if len(words) > _LONGEST_STAMP_LINE or _SENTENCE_END.search(words):
        return 2 if closes and not words[span.end - line.start :].strip(" .)]") and span.start > line.start else 0
    rest = (words[: span.start - line.start] + words[span.end - line.start :]).strip(" .,|[]()<>·-")
    if not rest or _BARRED.search(text, max(line.start, span.start - 2), min(line.end, span.end + 2)):
        return 3
    return (
        3 if _ISSUE.search(rest) and len(rest) <= 40 else 2 if len(rest) <= 20 and role is not BlockRole.HEADLINE else 0
    )


def _label(text: str, line: Span, span: Span) -> str | None:
    before = list(_labels().finditer(text, max(line.start, span.start - _LABEL_REACH - 4), span.start))
    if before and span.start - before[-1].end() <= _LABEL_REACH:
        return _says()[before[-1].group()]
    after_end = min(line.end, span.end + 16)
    after = _labels().search(text, span.end, after_end)
    has_other_date = bool(re.search(r"\d{4}[.\-/년]", text[after.end() : line.end])) if after else False
    says = _says()[after.group()] if after and not has_other_date else None
    return None if says == "other" else says


@cache
def _says() -> dict[str, str]:
    rows = load_lexicon(files("hoedong.lang.ko") / "lexicon" / "time_stamps.tsv", ("label", "says"))
    return {row["label"]: row["says"] for row in rows}


@cache
def _labels() -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, sorted(_says(), key=len, reverse=True))))
