"""What is new about the watched: encounters that were not reported yet, or that turned out otherwise."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import product

from hoedong.errors import AmbiguousName
from hoedong.ingest.source_item import SourceProblem
from hoedong.model.account import Encounter, Review
from hoedong.record.ids import content_id
from hoedong.watch.memory import Memory, digest_of
from hoedong.watch.plan import Watched
from hoedong.workspace import Workspace


class Change(StrEnum):
    """Why an encounter is told."""

    NEW = "new"
    STATUS = "changed"


@dataclass(frozen=True, slots=True)
class News:
    """An encounter to tell of; `id` is the same whenever the same is told. `watched` says for whose sake."""

    id: str
    change: Change
    encounter: Encounter
    watched: tuple[str, ...]


class NewsDesk:
    """Looks for news in a record and remembers what was found."""

    def __init__(self, workspace: Workspace, memory: Memory, watched: Sequence[Watched]) -> None:
        self._workspace = workspace
        self._memory = memory
        self._watched = watched

    def start(self) -> None:
        """What is on record of somebody who is watched from now on is no news."""
        for one in self._watched:
            if str(one) not in self._memory.watched:
                for encounter in self._encounters(one):
                    self._note(encounter)
                self._memory.watched[str(one)] = None
        self._memory.save()

    def ambiguities(self) -> Iterator[SourceProblem]:
        """Names that several people on record have; all of them are watched."""
        for name in sorted({name for one in self._watched for name in one.names}):
            try:
                self._people(name, is_strict=True)
            except AmbiguousName as error:
                yield SourceProblem("watch.ambiguous", name, str(error))

    def news(self) -> tuple[News, ...]:
        """What is to be told, earliest first; it counts as told."""
        found: dict[str, tuple[Encounter, list[str]]] = {}
        for one in self._watched:
            for encounter in self._encounters(one):
                found.setdefault(encounter.id, (encounter, []))[1].append(str(one))
        told = [self._news(encounter, names) for encounter, names in found.values()]
        return tuple(sorted((one for one in told if one), key=_in_time))

    def _news(self, encounter: Encounter, names: Sequence[str]) -> News | None:
        """What is new about an encounter; a further report of what was told, or another version of its page, is not."""
        before = self._told_of(encounter.reports) or self._told_of(self._pages(encounter))
        is_told = str(encounter.status) in before
        self._note(encounter, with_pages=not is_told)
        if is_told:
            return None
        change = Change.STATUS if before else Change.NEW
        id_ = content_id("n", encounter.reports[0], *sorted(before), encounter.status)
        return News(id_, change, encounter, tuple(names))

    def _told_of(self, keys: Iterable[str]) -> frozenset[str]:
        """The statuses in which something was told before."""
        return frozenset(self._memory.reported[key] for key in keys if key in self._memory.reported)

    def _note(self, encounter: Encounter, *, with_pages: bool = True) -> None:
        keys = (*encounter.reports, *(self._pages(encounter) if with_pages else ()))
        self._memory.reported |= dict.fromkeys(keys, str(encounter.status))

    def _pages(self, encounter: Encounter) -> tuple[str, ...]:
        """What stands for an encounter of these people at this time on a page, in whatever version of it.

        Another text of a page is another document, whose reports and people have other ids: names stay.
        """
        reports = self._workspace.view.reports(encounter.reports)
        documents = self._workspace.documents_by_id({report.document for report in reports})
        names = sorted(person.name for person in self._workspace.people_by_id(encounter.people).values())
        keys = sorted({one.key for one in documents.values() if one.key})
        when = encounter.when.edtf if encounter.when else ""
        return tuple(digest_of("page", key, when, *names, *sorted(encounter.parties)) for key in keys)

    def _encounters(self, watched: Watched) -> Iterator[Encounter]:
        """Encounters of a person, or of a pair, whoever of several of one name it may be; none that was rejected."""
        found: dict[str, Encounter] = {}
        for people in product(*(self._people(name) for name in watched.names)):
            if len(set(people)) == len(people):
                first, second = people[0], people[1] if len(people) > 1 else None
                found |= {one.id: one for one in self._workspace.met(first, second)}
        yield from (one for one in found.values() if one.review is not Review.REJECTED)

    def _people(self, name: str, *, is_strict: bool = False) -> tuple[str, ...]:
        """Ids of those who may be meant; nobody where nobody is called so yet.

        Raises:
            AmbiguousName: several are, and `is_strict`.
        """
        found = self._workspace.who(name)
        best = tuple(one.person.id for one in found if one.score == found[0].score)
        if is_strict and len(best) > 1:
            self._workspace.person(name)
        return best


def _in_time(one: News) -> tuple[str, str]:
    when = one.encounter.when
    return (str(when.start.first_day()) if when else "undated", one.id)
