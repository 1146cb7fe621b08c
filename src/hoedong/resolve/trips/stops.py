"""The stops of a journey in the order of their days: stated places, places of encounters, and days unaccounted for."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from hoedong.model.account import Encounter, ResolvedTrip, TripStop
from hoedong.model.time import DateInterval, PartialDate
from hoedong.resolve.trips.atlas import Atlas, name_of
from hoedong.resolve.trips.group import Group
from hoedong.resolve.trips.spells import dates_of

_DAY = dt.timedelta(1)


@dataclass(frozen=True, slots=True)
class _Site:
    """A place of a journey; `place` is None where only the country, or nothing, is known."""

    place: str | None
    country: str | None
    is_inferred: bool

    @property
    def key(self) -> tuple[str | None, str | None]:
        """By what two stops are the same."""
        return (name_of(self.place), None) if self.place else (None, self.country)


@dataclass(frozen=True, slots=True)
class _Visit:
    site: _Site
    when: DateInterval
    encounter: str | None


def stops_of(group: Group, encounters: Sequence[Encounter], atlas: Atlas) -> tuple[TripStop, ...]:
    """The stops of a journey with the encounters on it.

    Stated places keep the order in which they are told; a country gives way to its towns.
    """
    places = _stated_places(group.accounts)
    sites = [_Site(place, atlas.country_of(place), is_inferred=False) for place in places]
    visits = [_visit(encounter, sites, atlas) for encounter in encounters]
    visits += _stays(group, sites, visits)
    stops = _with_undated(_runs(sorted(visits, key=_in_time)), sites)
    return tuple(_with_gaps(_towns_for_countries(stops, atlas), group.start, group.end))


def _stated_places(accounts: Iterable[ResolvedTrip]) -> list[str]:
    """All places, in the order of the account that tells of most; what others add comes after what they name before."""
    order: list[str] = []
    for account in sorted(accounts, key=lambda one: (-len(one.places), one.id)):
        at = 0
        for place in account.places:
            names = [name_of(one) for one in order]
            if name_of(place) in names:
                at = names.index(name_of(place)) + 1
            else:
                order.insert(at or len(order), place)
                at = at + 1 if at else 0
    return order


def _visit(encounter: Encounter, sites: Sequence[_Site], atlas: Atlas) -> _Visit:
    if encounter.when is None:
        raise ValueError(f"encounter {encounter.id} has no date and is on no journey")
    return _Visit(_site_of(encounter, sites, atlas), encounter.when, encounter.id)


def _site_of(encounter: Encounter, sites: Sequence[_Site], atlas: Atlas) -> _Site:
    """Where an encounter was: a stated place where it can only be that, else its own town, else its country."""
    city = encounter.city
    if city:
        stated = next((site for site in sites if site.place and name_of(site.place) == name_of(city)), None)
        return stated or _Site(city, encounter.country or atlas.country_of(city), is_inferred=True)
    fitting = [site for site in sites if encounter.country is None or site.country == encounter.country]
    if len(fitting) == 1:
        return fitting[0]
    return _Site(None, encounter.country, is_inferred=encounter.country is not None)


def _stays(group: Group, sites: Sequence[_Site], visits: Sequence[_Visit]) -> list[_Visit]:
    """Visits that documents date: accounts of one place, on days within the journey or with nothing else in it."""
    whole = (group.start, group.end)
    is_single = len({site.key for site in [*sites, *(visit.site for visit in visits)]}) == 1
    stays = []
    for account in group.accounts:
        start, end = dates_of(account)
        if len(account.places) != 1 or not (start and end and start.day and end.day):
            continue
        if is_single or (start, end) != whole:
            site = next(site for site in sites if site.key == (name_of(account.places[0]), None))
            stays.append(_Visit(site, DateInterval(start, end), None))
    return stays


def _in_time(visit: _Visit) -> tuple[dt.date, dt.date, str, str]:
    return visit.when.first_day(), visit.when.last_day(), visit.site.place or "", visit.encounter or ""


def _runs(visits: Iterable[_Visit]) -> list[TripStop]:
    """Visits to one place one after the other as one stop."""
    stops: list[TripStop] = []
    for visit in visits:
        met = (visit.encounter,) if visit.encounter else ()
        last = stops[-1] if stops else None
        if last is not None and last.end is not None and _key(last) == visit.site.key:
            end = max(last.end, visit.when.end, key=PartialDate.last_day)
            stops[-1] = replace(last, end=end, encounters=last.encounters + met)
        else:
            site, when = visit.site, visit.when
            stops.append(TripStop(site.place, site.country, when.start, when.end, met, is_inferred=site.is_inferred))
    return stops


def _key(stop: TripStop) -> tuple[str | None, str | None]:
    return _Site(stop.place, stop.country, stop.is_inferred).key


def _with_undated(stops: list[TripStop], sites: Iterable[_Site]) -> list[TripStop]:
    """Stops with the stated places of which no day is known, each after the place told before it."""
    placed, at = list(stops), 0
    for site in sites:
        known = [index for index, stop in enumerate(placed) if _key(stop) == site.key]
        if not known:
            placed.insert(at, TripStop(site.place, site.country, None, None))
            known = [at]
        at = max(at, known[-1] + 1)
    return placed


def _towns_for_countries(stops: Sequence[TripStop], atlas: Atlas) -> list[TripStop]:
    """Stops without a country of whose towns there are stops; the encounters of one that has some keep it."""
    towns = {stop.country for stop in stops if stop.place and not atlas.is_country(stop.place)}
    return [
        stop
        for stop in stops
        if stop.encounters or not stop.place or not atlas.is_country(stop.place) or stop.country not in towns
    ]


def _with_gaps(stops: Iterable[TripStop], start: PartialDate | None, end: PartialDate | None) -> Iterator[TripStop]:
    """Stops with the days between them of which nothing is known; the days of departure and return are known."""
    known_to = _exact(start)
    for stop in stops:
        yield from _gap(known_to, _exact(stop.start))
        yield stop
        last = _exact(stop.end)
        known_to = max(known_to or last, last) if last else None
    yield from _gap(known_to, _exact(end))


def _exact(date: PartialDate | None) -> dt.date | None:
    return date.first_day() if date and date.day else None


def _gap(known_to: dt.date | None, known_from: dt.date | None) -> Iterator[TripStop]:
    if known_to is not None and known_from is not None and known_from - known_to > _DAY:
        first, last = PartialDate.of(known_to + _DAY), PartialDate.of(known_from - _DAY)
        yield TripStop(None, None, first, last, is_gap=True)
