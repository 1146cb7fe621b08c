"""An organisation said once for several people: 가나당 김다라 후보와 이마바 대표."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from hoedong.lang.ko.people.candidates import Sighting
from hoedong.lang.ko.people.titles import read_title

_JOINT = re.compile(r"(?:와|과|, ?| ?[·ㆍ] ?| 및| 그리고){1,2} ?")
_ABBREVIATION = re.compile(r"\(([A-Z]{2,5})\)")
_RULE = "ko.person.shared-organisation"
_SHARED_KINDS = frozenset(("party", "company", "union", "academia", "culture"))


def share_organisations(text: str, sightings: Sequence[Sighting]) -> tuple[Sighting, ...]:
    """Give the organisation that stood before a first name to the names coordinated with it."""
    shared = _handed_on(text, sightings)
    units = {unit for s in sightings for post in s.posts for unit in _ABBREVIATION.findall(post.title)}
    units = {unit for unit in units if read_title(unit) is None}
    return _handed_on(text, _units_in_firms(text, sightings, shared, units)) if units else shared


def _handed_on(text: str, sightings: Sequence[Sighting]) -> tuple[Sighting, ...]:
    shared: list[Sighting] = []
    for sighting in sightings:
        before = shared[-1] if shared else None
        shared.append(_inherit(text, before, sighting) if before is not None else sighting)
    return tuple(shared)


def _units_in_firms(
    text: str, sightings: Sequence[Sighting], shared: Sequence[Sighting], units: set[str]
) -> list[Sighting]:
    """김다라 GNA 부사장 is of 가나전자 where the page says 가나전자 … 남미총괄(GNA): GNA is a unit of the firm."""
    firms = {
        text[s.name.start : s.name.end]: post.organisation.split()[0]
        for s in reversed(shared)
        for post in s.posts
        if post.organisation and post.organisation not in units and not _is_unit(post.organisation)
    }
    return [_in_firm(s, units, firms.get(text[s.name.start : s.name.end])) for s in sightings]


def _in_firm(sighting: Sighting, units: set[str], firm: str | None) -> Sighting:
    if firm is None or not sighting.posts or sighting.posts[0].organisation not in units:
        return sighting
    post = replace(sighting.posts[0], organisation=f"{firm} {sighting.posts[0].organisation}")
    return replace(sighting, posts=(post, *sighting.posts[1:]))


def _inherit(text: str, before: Sighting, sighting: Sighting) -> Sighting:
    if not before.posts or not sighting.posts or before.posts[0].organisation is None:
        return sighting
    title = read_title(sighting.posts[0].title.split()[-1])
    if title is None or not _joint(text, before, sighting):
        return sighting
    if title.kind not in _SHARED_KINDS and "staff" not in title.flags:
        return sighting
    own, shared = sighting.posts[0].organisation, before.posts[0].organisation
    bare = own is None and sighting.extent.start == sighting.name.start
    leads = before.posts[0].spans[0].start < before.name.start or before.rule == _RULE
    if bare and leads:
        return _with_organisation(sighting, shared)
    in_unit = _is_unit(own) if own is not None else bare and bool(title.modifier)
    if title.kind == "company" and in_unit and _within_a_firm(before):
        return _with_organisation(sighting, " ".join(filter(None, (shared.split()[0], own))))
    return sighting


def _joint(text: str, before: Sighting, sighting: Sighting) -> bool:
    return _JOINT.fullmatch(text, before.extent.end, sighting.extent.start) is not None


def _within_a_firm(before: Sighting) -> bool:
    """Whether the one before is of the same firm's units; after a chief officer of another firm nothing is said."""
    title = read_title(before.posts[0].title.split()[-1].split("(")[0])
    return before.rule == _RULE or title is not None and not title.title.isascii()


def _is_unit(organisation: str) -> bool:
    """Whether the words name a part of a firm: DS부문, 가전사업본부."""
    return organisation.split(maxsplit=1)[0].endswith(("부문", "본부", "사업부", "센터", "연구소"))


def _with_organisation(sighting: Sighting, organisation: str) -> Sighting:
    post = replace(sighting.posts[0], organisation=organisation)
    return replace(sighting, posts=(post, *sighting.posts[1:]), rule=_RULE)
