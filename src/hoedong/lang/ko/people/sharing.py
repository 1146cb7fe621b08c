"""An organisation said once for several people: 가나당 김다라 후보와 이마바 대표."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from hoedong.lang.ko.people.candidates import Sighting
from hoedong.lang.ko.people.titles import read_title

_JOINT = re.compile(r"(?:와|과|, ?| ?[·ㆍ] ?| 및| 그리고){1,2} ?")
_SHARED_KINDS = frozenset(("party", "company", "union", "academia", "culture"))


def share_organisations(text: str, sightings: Sequence[Sighting]) -> tuple[Sighting, ...]:
    """Give the organisation that stood before a first name to the names coordinated with it."""
    shared: list[Sighting] = []
    for sighting in sightings:
        before = shared[-1] if shared else None
        shared.append(_inherit(text, before, sighting) if before is not None else sighting)
    return tuple(shared)


def _inherit(text: str, before: Sighting, sighting: Sighting) -> Sighting:
    if not before.posts or not sighting.posts or before.posts[0].organisation is None:
        return sighting
    leads = before.extent.start < before.name.start or before.rule.endswith("shared-organisation")
    bare = sighting.posts[0].organisation is None and sighting.extent.start == sighting.name.start
    if not (leads and bare and _JOINT.fullmatch(text, before.extent.end, sighting.extent.start)):
        return sighting
    title = read_title(sighting.posts[0].title.split()[-1])
    if title is None or title.kind not in _SHARED_KINDS:
        return sighting
    post = replace(sighting.posts[0], organisation=before.posts[0].organisation)
    return replace(sighting, posts=(post, *sighting.posts[1:]), rule="ko.person.shared-organisation")
