"""How people, dates and sources of the record are put into words on a terminal; unknown is left out or "–"."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from hoedong.export.wording import UNKNOWN, date_words
from hoedong.model.account import Citation, Encounter, RecordedDocument, Role
from hoedong.model.entity import PersonEntity, PositionPeriod
from hoedong.model.person import PositionStatus
from hoedong.model.time import PartialDate


class Names:
    """The people of an answer by their ids."""

    def __init__(self, people: Mapping[str, PersonEntity]) -> None:
        self._people = people

    def name(self, person: str) -> str:
        """The name to show: 한도윤; the id of somebody unknown."""
        known = self._people.get(person)
        return known.name if known else person

    def names(self, people: Iterable[str]) -> str:
        """Names in a row: 한도윤, 벤 카터."""
        return ", ".join(self.name(person) for person in people)

    def introduction(self, person: str) -> str:
        """Name and post: 벤 카터 (Ben Carter) 오르카AI CEO."""
        known = self._people.get(person)
        return introduced(known) if known else person

    def sides(self, encounter: Encounter) -> list[str]:
        """Who met, each introduced, unnamed sides as written."""
        return [*(self.introduction(person) for person in encounter.principals), *encounter.parties]

    def attendees(self, encounter: Encounter) -> str:
        """Who sat in: 오세린 가람전자 반도체부문장."""
        sat_in = (one.person for one in encounter.participants if one.role is Role.ATTENDEE)
        return ", ".join(self.introduction(person) for person in sat_in)


class Sources:
    """The documents of an answer by their ids."""

    def __init__(self, documents: Mapping[str, RecordedDocument]) -> None:
        self._documents = documents

    def words(self, citation: Citation) -> str:
        """The cited words on one line; "–" where the record has lost the document."""
        page = self._documents.get(citation.document)
        return " ".join(page[citation.span].split()) if page else UNKNOWN

    def source(self, document: str) -> str:
        """Outlet and day of a document: 새벽일보 2026-03-02."""
        page = self._documents.get(document)
        return source_words(page) if page else document

    def outlet(self, document: str) -> str:
        """The outlet of a document, else its path or id."""
        page = self._documents.get(document)
        return outlet_words(page) if page else UNKNOWN

    def title(self, document: str) -> str:
        """The title of a document; empty where it has none."""
        page = self._documents.get(document)
        return page.title or "" if page else ""


def introduced(person: PersonEntity) -> str:
    """A person with both scripts of the name and a post: 벤 카터 (Ben Carter) 오르카AI CEO."""
    latin = f"({person.latin})" if person.latin and person.latin != person.name else ""
    return " ".join(part for part in (person.name, latin, _first_post(person)) if part)


def _first_post(person: PersonEntity) -> str:
    """The latest post that the person holds, else the latest that they held."""
    posts = person.positions
    current = next((one for one in posts if one.status is PositionStatus.CURRENT), None)
    post = current or next(iter(posts), None)
    return post_words(post) if post else ""


def post_words(post: PositionPeriod) -> str:
    """A post: 가람전자 회장; "former" before one that is over."""
    former = "former" if post.status is PositionStatus.FORMER else None
    return " ".join(part for part in (former, post.organisation, post.title) if part)


def source_words(page: RecordedDocument) -> str:
    """Outlet and day of publication: 새벽일보 2026-03-02."""
    return f"{outlet_words(page)} {page.published or 'undated'}"


def outlet_words(page: RecordedDocument) -> str:
    """The outlet, else the path or the id of the document."""
    return page.outlet or page.source or page.id


def day_words(day: PartialDate | None) -> str:
    """A day with its weekday, "undated" where none is known."""
    return "undated" if day is None else date_words(day)


def counted(count: int, noun: str) -> str:
    """A number of things: 1 document, 2 documents."""
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"
