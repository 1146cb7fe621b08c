"""Which organisation is meant: by id, or by its name in any script."""

from __future__ import annotations

from hoedong.model.entity import OrganisationEntity
from hoedong.names.keys import name_keys
from hoedong.record.identity_rules import exact_key, sound_key
from hoedong.record.store_view import StoreView

MOST_FOUND = 50


def find_organisations(view: StoreView, text: str) -> tuple[OrganisationEntity, ...]:
    """Every organisation that may be meant, those with most documents first: 가람전자, Garam Electronics."""
    by_id = view.organisation(text.strip())
    if by_id is not None:
        return (by_id,)
    exact = view.organisations_named([exact_key(text)], MOST_FOUND)
    return exact or view.organisations_named([sound_key(key) for key in name_keys(text)], MOST_FOUND)
