"""An organisation: who holds posts there, and whom they met."""

from __future__ import annotations

from dataclasses import dataclass

from hoedong.http.pages.entries import Entry, entries_of
from hoedong.http.pages.naming import PersonCard, card_of
from hoedong.http.pages.view import Moved, View
from hoedong.http.pages.visit import Visit
from hoedong.model.entity import OrganisationEntity
from hoedong.workspace import Workspace

LISTED = 40


@dataclass(frozen=True, slots=True)
class MemberRow:
    """A person with the titles that documents give them there, and how many of the latest documents do."""

    person: PersonCard
    titles: tuple[str, ...]
    documents: int


@dataclass(frozen=True, slots=True)
class OrganisationPage:
    """An organisation with its people and their latest encounters."""

    organisation: OrganisationEntity
    members: tuple[MemberRow, ...]
    entries: tuple[Entry, ...]


def find_organisation(workspace: Workspace, visit: Visit) -> OrganisationPage:
    """An organisation by id; the id of another appearance leads to its page."""
    asked = visit.parameters["id"]
    organisation, members, encounters = workspace.organisation(asked)
    if organisation.id != asked:
        raise Moved("organisation", organisation.id)
    rows = tuple(MemberRow(card_of(one.person), one.titles, one.documents) for one in members)
    return OrganisationPage(organisation, rows, entries_of(workspace, encounters[:LISTED]))


VIEW = View("organisation", "/organisation/{id}", find_organisation)
