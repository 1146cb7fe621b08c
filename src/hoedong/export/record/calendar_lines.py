"""The lines of an iCalendar stream (RFC 5545): escaped, folded at 75 octets, ended by CRLF."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hoedong.export.record.characters import well_formed

_OCTETS = 75
_ESCAPED = re.compile(r"[\\;,]")
_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f]")
_LINE_ENDS = re.compile("\r\n|[\r\n\x85\u2028\u2029]")


def text_line(name: str, text: str) -> str:
    """A property with a text value."""
    one_way = _CONTROLS.sub("", _LINE_ENDS.sub("\n", well_formed(text)))
    return folded(f"{name}:{_ESCAPED.sub(_with_backslash, one_way)}".replace("\n", r"\n"))


def _with_backslash(match: re.Match[str]) -> str:
    return f"\\{match.group()}"


def folded(line: str) -> str:
    """A content line of at most 75 octets a piece, never cut inside a character; further pieces open with a space."""
    return "\r\n ".join(_pieces(line)) + "\r\n"


def _pieces(line: str) -> Iterator[str]:
    start, octets = 0, 0
    for index, character in enumerate(line):
        size = len(character.encode("utf-8"))
        if octets + size > _OCTETS:
            yield line[start:index]
            start, octets = index, 1  # the space that opens the next piece
        octets += size
    yield line[start:]
