"""Words in Korean quotation marks."""

from __future__ import annotations

import re
from dataclasses import dataclass

from hoedong.model.span import Span

_DOUBLE = re.compile(r"“[^“”\n]{1,2000}”|\"[^\"\n]{1,2000}\"|『[^『』\n]{1,2000}』|「[^「」\n]{1,2000}」")
_SINGLE = re.compile(r"‘[^‘’\n]{2,400}’|(?<![\w'])'[^'\n]{2,400}'(?!')")
_ANY_MARK = re.compile(r"[“\"『「‘']")


@dataclass(frozen=True, slots=True)
class Quoted:
    """Words in quotation marks: `outer` with the marks, `inner` without; `single` for ‘ ’ and ' '."""

    outer: Span
    inner: Span
    single: bool


def find_quoted(text: str, block: Span) -> tuple[Quoted, ...]:
    """Find the quoted words of one block, in text order; single marks inside double ones are found as well.

    >>> [q.inner for q in find_quoted('한 대표는 "좋다"고 했다.', Span(0, 15))]
    [Span(start=7, end=9)]
    """
    if not _ANY_MARK.search(text, block.start, block.end):
        return ()
    found = [
        Quoted(Span(*match.span()), Span(match.start() + 1, match.end() - 1), single)
        for pattern, single in ((_DOUBLE, False), (_SINGLE, True))
        for match in pattern.finditer(text, block.start, block.end)
    ]
    return tuple(sorted(found, key=lambda quoted: quoted.outer))
