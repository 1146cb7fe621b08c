"""How the people and the encounters of the record are called in exports."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from hoedong.export.wording import STATUS_WORDS
from hoedong.model.account import Encounter, TripStop
from hoedong.model.entity import PersonEntity
from hoedong.model.time import DateInterval, PartialDate
from hoedong.record.view import RecordView

_KEPT = 4096


class Labels:
    """The names of people by their ids; a person whom the record does not know is called by the id."""

    def __init__(self, view: RecordView) -> None:
        self._person = lru_cache(maxsize=_KEPT)(view.person)

    def person(self, person: str) -> PersonEntity | None:
        """The person with this id."""
        return self._person(person)

    def name(self, person: str) -> str:
        """The name to show: 한도윤."""
        known = self._person(person)
        return person if known is None else known.name

    def latin(self, person: str) -> str | None:
        """The name in Latin letters, None where none is known: Ben Carter."""
        known = self._person(person)
        return None if known is None else known.latin

    def names(self, people: Iterable[str]) -> str:
        """Names in a row: 한도윤, 벤 카터."""
        return ", ".join(self.name(person) for person in people)

    def encounter(self, encounter: Encounter) -> str:
        """Who met, and what became of it where it was not simply held: 한도윤, 벤 카터 (planned)."""
        sides = ", ".join([*(self.name(person) for person in encounter.principals), *encounter.parties])
        remark = STATUS_WORDS[encounter.status]
        return f"{sides} ({remark})" if remark else sides


def place_parts(encounter: Encounter) -> list[str]:
    """The place, then the city where the words of the place do not say it already."""
    place, city = encounter.place, encounter.city
    parts = [place] if place else []
    return parts if not city or (place and city in place) else [*parts, city]


def open_period(start: PartialDate | None, end: PartialDate | None) -> str | None:
    """A period as EDTF; an unknown end is empty (EDTF level 1): `2025-09-02/`. None where both are unknown."""
    if start is not None and end is not None:
        return DateInterval(start, end).edtf
    return f"{start or ''}/{end or ''}" if start or end else None


def stop_words(stop: TripStop) -> str:
    """A stop in one line: 시애틀 (2025-09-02/2025-09-04); a gap is an en dash."""
    days = open_period(stop.start, stop.end)
    return f"{stop.place or '–'} ({days})" if days else stop.place or "–"
