"""Organisations: what stands as the organisation of a post, and words with an organisation's ending."""

from __future__ import annotations

import re
from collections.abc import Iterable

from hoedong.lang.ko.people.occurrences import Occurrences
from hoedong.lang.ko.people.organisations import is_country
from hoedong.lang.ko.people.words import is_particle
from hoedong.model.document import Document
from hoedong.model.mention import OrganisationMention
from hoedong.model.person import Organisation, Person
from hoedong.model.span import Span

_HANGUL_RUN = re.compile(r"[가-힣]*")
_RULE = "ko.organisation.of-post"


def find_organisations(document: Document, people: Iterable[Person]) -> tuple[Organisation, ...]:
    """Each organisation of a post, with every place where the page names it."""
    names = {p.organisation for person in people for p in person.positions if p.organisation}
    names = {name for name in names if len(name) > 1 and not is_country(name)}
    if not names:
        return ()
    found: dict[str, list[OrganisationMention]] = {}
    places = Occurrences(document.text, names)
    for block in document.blocks:
        if block.role.is_read:
            for at, name in places.within(block.span):
                _note(document.text, at, name, block.span.start, found)
    return tuple(
        Organisation(f"o{number}", name, tuple(OrganisationMention(m.span, f"o{number}", m.rule) for m in mentions))
        for number, (name, mentions) in enumerate(found.items(), 1)
    )


def _note(text: str, at: int, name: str, start: int, found: dict[str, list[OrganisationMention]]) -> None:
    if at > start and text[at - 1].isalnum():
        return
    end = at + len(name)
    tail = _HANGUL_RUN.match(text, end)
    if tail is not None and not is_particle(tail.group()) and len(tail.group()) > 3:
        return
    found.setdefault(name, []).append(OrganisationMention(Span(at, end), "", _RULE))
