from __future__ import annotations
from dataclasses import dataclass
from typing import Any
from hoedong.model.entity import *


@dataclass
class ProfileUse:
    profile: Any
    documents: int
    first: Any
    last: Any


OrganisationUse = ProfileUse


def describe_person(uses, organisations, id):
    best = max(uses, key=lambda u: (len(u.profile.name), u.documents, u.profile.key)).profile
    ps = {(p.organisation, p.title, p.status) for u in uses for p in u.profile.posts}
    return PersonEntity(
        id,
        best.name,
        next((u.profile.latin for u in sorted(uses, key=lambda u: u.profile.key) if u.profile.latin), None),
        tuple(sorted({NameUse(u.profile.name, 1) for u in uses}, key=lambda n: n.name)),
        tuple(
            PositionPeriod(o, None, t, s, None, None, 1)
            for o, t, s in sorted(ps, key=lambda x: (x[0] or "", x[1] or "", x[2]))
        ),
        sum(u.documents for u in uses),
    )


def describe_organisation(uses, id):
    return OrganisationEntity(id, max(u.profile.name for u in uses), None, (), sum(u.documents for u in uses))
