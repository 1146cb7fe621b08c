"""How people, dates and places of a reading are put into words, for every form that a person reads.

Unknown is left out or shown as "–", never guessed.
"""

from __future__ import annotations

from collections.abc import Iterable

from hoedong.model.claim import Claim, ClaimKind
from hoedong.model.document import Document
from hoedong.model.encounter import EncounterReport, Status, Where
from hoedong.model.person import Person, Position, PositionStatus
from hoedong.model.reading import Reading
from hoedong.model.time import DateInterval, PartialDate

UNKNOWN = "–"
STATUS_MARKS = {Status.HELD: "●", Status.PLANNED: "○", Status.UNCONFIRMED: "?", Status.NOT_HELD: "×"}
STATUS_WORDS = {
    Status.HELD: "",
    Status.PLANNED: "planned",
    Status.UNCONFIRMED: "unconfirmed",
    Status.NOT_HELD: "did not take place",
}


class People:
    """The people of one reading by their ids."""

    def __init__(self, reading: Reading) -> None:
        self._people = {person.id: person for person in reading.people}

    def name(self, person: str | None) -> str:
        """The name as the article writes it."""
        return self._people[person].name if person in self._people else UNKNOWN

    def names(self, people: Iterable[str]) -> str:
        """Names in a row: 한도윤, 벤 카터."""
        return ", ".join(self.name(person) for person in people)

    def introduction(self, person: str) -> str:
        """Name, Latin gloss, organisation and title: 벤 카터 (Ben Carter) 오르카AI CEO."""
        known = self._people.get(person)
        return UNKNOWN if known is None else introduction(known)


def introduction(person: Person) -> str:
    """A person as an article introduces them."""
    parts = [person.name, f"({person.latin})" if person.latin else "", position_words(person.positions)]
    return " ".join(part for part in parts if part)


def position_words(positions: tuple[Position, ...]) -> str:
    """The fullest post of a person, "former" before one that is over; empty where none is stated."""
    if not positions:
        return ""
    best = max(
        positions, key=lambda post: (post.status is PositionStatus.CURRENT, bool(post.organisation and post.title))
    )
    former = "former" if best.status is PositionStatus.FORMER else ""
    return " ".join(part for part in (former, best.organisation, best.title) if part)


def date_words(date: PartialDate) -> str:
    """A date at its own precision, with the weekday of a day: 2025-09-10 Wed."""
    return f"{date} {date.first_day():%a}" if date.day is not None else str(date)


def interval_words(interval: DateInterval | None) -> str:
    """A date or a period: 2025-09-02 – 2025-09-13."""
    if interval is None:
        return UNKNOWN
    if interval.start == interval.end:
        return date_words(interval.start)
    return f"{interval.start} – {interval.end}"


def period_words(start: PartialDate | None, end: PartialDate | None) -> str:
    """A period of which either end may be unknown."""
    if start is not None and end is not None:
        return interval_words(DateInterval(start, end))
    return f"{start or UNKNOWN} – {end or UNKNOWN}" if start or end else UNKNOWN


def place_words(page: Document, where: Where) -> str:
    """The words of the article, and the town and country where they are not among them; empty where it gives none."""
    words = page[where.spans[0]] if where.spans else ""
    city = where.city or ""
    town = "" if city and _squeezed(city) in _squeezed(words) else city
    return ", ".join(part for part in (words, town, where.country or "") if part)


def _squeezed(words: str) -> str:
    return "".join(words.split())


def claim_words(claim: Claim, people: People) -> str:
    """A claim in a short phrase: 한도윤, 벤 카터: met 7 times."""
    said = claimed_words(claim.kind, claim.value)
    return f"{people.names(claim.people)}: {said}" if claim.people else said


def claimed_words(kind: ClaimKind, value: int | str) -> str:
    """What is claimed, without of whom: met 7 times."""
    return {
        ClaimKind.COUNT: f"met {value} times",
        ClaimKind.INTERVAL: f"{duration_words(str(value))} since they last met",
        ClaimKind.FIRST: f"first: {value}",
    }[kind]


def duration_words(duration: str) -> str:
    """An ISO 8601 duration of one unit in words: P4M is 4 months; any other is left as it is."""
    units = {"D": "day", "W": "week", "M": "month", "Y": "year"}
    number, unit = duration[1:-1], units.get(duration[-1:])
    if not (duration.startswith("P") and number.isdigit() and unit):
        return duration
    return f"{number} {unit}" + ("" if number == "1" else "s")


def chronological(reports: Iterable[EncounterReport]) -> list[EncounterReport]:
    """Encounters by their first possible day, the wider period first; undated ones at the end, in text order."""

    def key(report: EncounterReport) -> tuple[bool, int, int, int]:
        value = report.when.value
        first_word = min((item.span.start for item in report.evidence), default=0)
        if value is None:
            return True, 0, 0, first_word
        return False, value.first_day().toordinal(), -value.last_day().toordinal(), first_word

    return sorted(reports, key=key)
