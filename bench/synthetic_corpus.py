"""Readings of pages that were never printed, as many as wanted and always the same: what bench/record.py fills a record with.

A story is a few encounters of one person within a week; several outlets report it, some announce it beforehand, a few
print another's page word for word. On average ten reports a story and four a page, 23 stories a day. The first N
reports are the same however many are asked for, so a small record is the beginning of a large one.
"""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Iterator
from dataclasses import dataclass, replace

from hoedong.model.encounter import Mode, Status
from hoedong.model.reading import Reading
from hoedong.model.time import DateInterval, PartialDate
from synthetic_page import PageWriter
from synthetic_world import City, Figure, World

FIRST_DAY = dt.date(2014, 1, 1)
STORIES_A_DAY = 23
CIRCLE = 25
"""So many others make up most of whom a person meets."""
IN_CIRCLE = 0.7
ANNOUNCED, CALLED_OFF, REPRINTED, REMOTE, TRAVELLED = 0.2, 0.04, 0.04, 0.06, 0.1
COVERED = 0.9
"""The share of a story's encounters that one page tells of."""


@dataclass(frozen=True, slots=True)
class Happening:
    """An encounter as it was."""

    principals: tuple[Figure, ...]
    attendees: tuple[Figure, ...]
    day: dt.date
    city: City
    topic: str
    mode: Mode
    is_held: bool


@dataclass(frozen=True, slots=True)
class Story:
    """What happened to one person within a few days."""

    hero: Figure
    day: dt.date
    happenings: tuple[Happening, ...]
    is_trip: bool


def synthetic_readings(reports: int, world: World) -> Iterator[Reading]:
    """Readings with at least so many reports together, in order of story."""
    told = number = 0
    while told < reports:
        for reading in story_readings(world, number):
            told += len(reading.encounters)
            yield reading
            if told >= reports:
                return
        number += 1


def story_readings(world: World, number: int) -> Iterator[Reading]:
    """The pages about one story."""
    chance = random.Random(f"story {number}")  # noqa: S311 - synthetic data
    story = _story(world, number, chance)
    if chance.random() < ANNOUNCED:
        day = story.day - dt.timedelta(days=chance.randint(2, 20))
        yield _page(world, story, day, f"s{number}.0", chance, is_plan=True)
    for count in range(chance.choice((1, 1, 2, 2, 3, 3, 4, 5))):
        day = story.day + dt.timedelta(days=chance.choice((5, 6, 6, 7)))
        page = _page(world, story, day, f"s{number}.{count + 1}", chance)
        yield page
        if chance.random() < REPRINTED:
            yield _reprint(page, world.outlets.draw(chance))


def _story(world: World, number: int, chance: random.Random) -> Story:
    hero = world.by_activity.draw(chance)
    day = FIRST_DAY + dt.timedelta(days=number // STORIES_A_DAY)
    city = world.cities.draw(chance)
    count = chance.choice((2, 3, 4, 4, 5, 6))
    happenings = tuple(_happening(world, hero, day, city, chance) for _ in range(count))
    return Story(hero, day, happenings, chance.random() < TRAVELLED)


def _happening(world: World, hero: Figure, day: dt.date, city: City, chance: random.Random) -> Happening:
    others = [_acquaintance(world, hero, chance) for _ in range(chance.choice((1, 1, 1, 1, 2, 3)))]
    company = [one for one in dict.fromkeys(others) if one is not hero] or [_stranger(world, hero, chance)]
    return Happening(
        principals=(hero, company[0]),
        attendees=tuple(company[1:]),
        day=day + dt.timedelta(days=chance.randrange(5)),
        city=city,
        topic=world.topics.draw(chance),
        mode=Mode.REMOTE if chance.random() < REMOTE else Mode.IN_PERSON,
        is_held=chance.random() > CALLED_OFF,
    )


def _acquaintance(world: World, hero: Figure, chance: random.Random) -> Figure:
    """One of the person's circle, the first of it most often, or anybody."""
    if chance.random() > IN_CIRCLE:
        return world.by_activity.draw(chance)
    place = int(CIRCLE * chance.random() ** 2)
    return world.by_activity.draw(random.Random(f"circle {hero.rank} {place}"))  # noqa: S311


def _stranger(world: World, hero: Figure, chance: random.Random) -> Figure:
    found = hero
    while found is hero:
        found = world.by_activity.draw(chance)
    return found


def _page(
    world: World, story: Story, day: dt.date, name: str, chance: random.Random, *, is_plan: bool = False
) -> Reading:
    writer = PageWriter(world, name, day, chance)
    writer.headline(story.hero)
    told = [one for one in story.happenings if chance.random() < COVERED] or [story.happenings[0]]
    for happening in told:
        _tell(writer, happening, chance, is_plan=is_plan)
    if story.is_trip:
        writer.trip(story.hero, story.day, told[0].city.name)
    writer.closing(told[0].principals)
    return writer.reading()


def _tell(writer: PageWriter, happening: Happening, chance: random.Random, *, is_plan: bool) -> None:
    held = Status.HELD if happening.is_held else Status.NOT_HELD
    writer.encounter(
        happening.principals,
        happening.attendees,
        when=_dated(happening.day, chance),
        city=happening.city if chance.random() < 0.6 else None,
        topic=happening.topic if chance.random() < 0.5 else None,
        mode=happening.mode,
        status=Status.PLANNED if is_plan else held,
    )


def _dated(day: dt.date, chance: random.Random) -> DateInterval | None:
    """The day of an encounter as a page gives it: mostly the day, sometimes the month, sometimes nothing."""
    roll = chance.random()
    if roll < 0.8:
        return DateInterval.on(PartialDate.of(day))
    return DateInterval.on(PartialDate(day.year, day.month)) if roll < 0.9 else None


def _reprint(reading: Reading, outlet: str) -> Reading:
    page = reading.document
    return replace(reading, document=replace(page, id=f"{page.id}.copy", outlet=outlet))
