"""A name found once is found wherever it stands, and so is the part of it that the page goes on with."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from hoedong.lang.ko.people.candidates import NAMED, NamePart, Sighting
from hoedong.lang.ko.people.lexicons import words
from hoedong.lang.ko.people.occurrences import Occurrences
from hoedong.lang.ko.people.titles import read_title
from hoedong.lang.ko.people.words import is_particle
from hoedong.model.document import Document
from hoedong.model.span import Span
from hoedong.names.hangul import is_hangul

_HANGUL_RUN = re.compile(r"[가-힣]*")
_LETTERS = re.compile(r"[가-힣A-Za-z]*")


def propagate(document: Document, sightings: Sequence[Sighting]) -> Iterator[Sighting]:
    """Every further place of the names seen, in text order."""
    parts = known_parts(document.text, sightings)
    if not parts:
        return
    places = Occurrences(document.text, parts)
    for block in document.blocks:
        if not block.role.is_read:
            continue
        for at, name in places.within(block.span):
            if _stands_alone(document.text, at, at + len(name), block.span):
                yield _again(document.text, Span(at, at + len(name)), parts[name], block.span)


def known_parts(text: str, sightings: Sequence[Sighting]) -> dict[str, NamePart]:
    """Each full name and each part of a foreign name that is enough to find it again."""
    parts: dict[str, NamePart] = {}
    for sighting in sightings:
        if sighting.part not in NAMED:
            continue
        name = text[sighting.name.start : sighting.name.end]
        if len(name) < 2:
            continue
        parts[name] = NamePart.FULL if sighting.part is NamePart.FULL else parts.get(name, NamePart.PART)
        pieces = name.split()
        for piece in pieces if len(pieces) > 1 else ():
            if len(piece) > 1 and piece not in words("foreign_name_links", "word"):
                parts.setdefault(piece, NamePart.PART)
    return parts


def _stands_alone(text: str, start: int, end: int, block: Span) -> bool:
    if start > block.start and (text[start - 1].isalnum() and not "\u3400" <= text[start - 1] <= "\u9fff"):
        return False
    run = _HANGUL_RUN.match(text, end, block.end)
    tail = run.group() if run else ""
    if end < block.end and text[end : end + 1].isascii() and text[end].isalnum() and not is_hangul(text[end - 1]):
        return False
    if is_particle(tail) or tail.startswith("씨") and is_particle(tail[1:]):
        return True
    title = read_title(tail)
    return title is not None and not title.modifier


def _again(text: str, name: Span, part: NamePart, block: Span) -> Sighting:
    shown, title = name, None
    if part is NamePart.PART:
        end, title = _title_after(text, name.end, block.end)
        shown = Span(name.start, end)
    return Sighting(name, shown, shown, part, "ko.person.name-again", (), None, title)


def _title_after(text: str, end: int, limit: int) -> tuple[int, str | None]:
    at = end + 1 if text[end : end + 1] == " " else end
    run = _LETTERS.match(text, at, limit)
    title = read_title(run.group()) if run and run.group() else None
    if title is None or title.modifier or title.kind == "kin":
        return end, None
    return at + len(title.title), title.title
