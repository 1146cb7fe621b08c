"""The posts of a person, each once, as the page states them most fully."""

from __future__ import annotations

from collections.abc import Iterable

from hoedong.lang.ko.people.candidates import Sighting
from hoedong.model.person import Position


def positions_of(sightings: Iterable[Sighting]) -> tuple[Position, ...]:
    """Merge what is said of posts: a shorter statement of the same post adds nothing."""
    kept: list[Position] = []
    for sighting in sightings:
        for post in sighting.posts:
            position = Position(post.organisation, post.title, post.status, post.spans, sighting.rule)
            _keep(kept, position)
    return tuple(kept)


def _keep(kept: list[Position], new: Position) -> None:
    for at, old in enumerate(kept):
        if _covers(old, new):
            return
        if _covers(new, old):
            kept[at] = new
            return
    kept.append(new)


def _covers(old: Position, new: Position) -> bool:
    if new.status is not old.status:
        return False
    return _within(new.organisation, old.organisation) and _within(new.title, old.title)


def _within(short: str | None, long: str | None) -> bool:
    if short is None:
        return True
    return long is not None and short.replace(" ", "") in long.replace(" ", "")
