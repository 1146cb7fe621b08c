"""What the islands draw, in the shape that web/src/islands/README.md asks for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Any

from hoedong.http.pages.claims import ClaimLine
from hoedong.http.pages.dates import precision_of, short_words
from hoedong.http.pages.entries import Entry
from hoedong.http.pages.naming import PersonCard, shown_name
from hoedong.http.pages.visit import Visit
from hoedong.model.account import VerdictKind
from hoedong.model.claim import ClaimKind
from hoedong.query.places import Spot

Json = dict[str, Any]

MOST_EVENTS = 300
"""Encounters that a picture takes in; the list beside it has all of its page."""


def timeline(entries: Iterable[Entry], sides: frozenset[str], lang: str) -> Json:
    """Encounters on an axis of time; `sides` need not be named at each."""
    return {"lang": lang, "events": [_event(entry, sides, lang) for entry in list(entries)[:MOST_EVENTS]]}


def _event(entry: Entry, sides: frozenset[str], lang: str) -> Json:
    when = entry.when
    others = [shown_name(one, lang) for one in entry.principals if one.id not in sides] or list(entry.parties)
    return {
        "id": entry.id,
        "lo": str(when.first_day()) if when else None,
        "hi": str(when.last_day()) if when else None,
        "precision": precision_of(when) if when else "unknown",
        "status": str(entry.status),
        "label": short_words(when, lang) if when else "?",
        "sub": ", ".join(others) or entry.where,
        "href": f"#{entry.id}",
    }


def pair_timeline(entries: Sequence[Entry], claims: Iterable[ClaimLine], visit: Visit, labels: tuple[str, str]) -> Json:
    """The encounters of two people with what is claimed beyond them: a number of meetings, a time between two.

    `labels` are the words for what is missing (with a place for the number) and for a time between two.
    """
    found = timeline(entries, frozenset(one.id for entry in entries for one in entry.principals), visit.lang)
    lines = list(claims)
    gap, between = _gap(entries, lines, labels[0]), _interval(lines, labels[1])
    return {**found, **({"gap": gap} if gap else {}), **({"interval": between} if between else {})}


def _gap(entries: Sequence[Entry], claims: Sequence[ClaimLine], label: str) -> Json | None:
    """The widest stretch without an encounter, with the number that is claimed and not on record."""
    missing = max((one.missing for one in claims if one.verdict is not VerdictKind.CONTRADICTED), default=0)
    dated = sorted((entry.when for entry in entries if entry.when), key=lambda when: when.first_day())
    if not missing or len(dated) < 2:
        return None
    widest = max(pairwise(dated), key=lambda two: two[1].first_day() - two[0].last_day())
    lo, hi = widest[0].last_day(), widest[1].first_day()
    return {"lo": str(lo), "hi": str(hi), "n": missing, "label": label.format(count=missing)} if lo < hi else None


def _interval(claims: Sequence[ClaimLine], label: str) -> Json | None:
    borne_out = (VerdictKind.SUPPORTED, VerdictKind.CONSISTENT)
    found = [one for one in claims if one.kind is ClaimKind.INTERVAL and one.verdict in borne_out]
    both = next((one.encounters for one in found if len(one.encounters) == 2), None)
    return {"from": both[0], "to": both[1], "label": label} if both else None


def network(ego: str | None, people: Iterable[PersonCard], entries: Iterable[Entry], hidden: int, visit: Visit) -> Json:
    """People and the encounters that join them."""
    cards = {one.id: one for one in people}
    shown = [entry for entry in entries if entry.principals]
    cards |= {one.id: one for entry in shown for one in (*entry.principals, *entry.attendees) if one.id not in cards}
    firms = sorted({one.organisation for one in cards.values() if one.organisation})
    return {
        "lang": visit.lang,
        "ego": ego,
        "people": {
            id_: {"ko": one.name, "latin": one.latin or one.name, "org": one.organisation or ""}
            for id_, one in sorted(cards.items())
        },
        "orgs": {name: {"ko": name, "en": name} for name in firms},
        "encounters": [_meeting(entry, visit) for entry in shown],
        "hidden": hidden,
    }


def _meeting(entry: Entry, visit: Visit) -> Json:
    when = entry.when
    names = " × ".join(shown_name(one, visit.lang) for one in entry.principals)
    return {
        "id": entry.id,
        "status": str(entry.status),
        "mode": str(entry.mode),
        "lo": str(when.first_day()) if when else None,
        "hi": str(when.last_day()) if when else None,
        "principals": [one.id for one in entry.principals],
        "present": [one.id for one in entry.attendees],
        "label": " ".join(part for part in (short_words(when, visit.lang) if when else "", names) if part),
        "href": visit.url("encounter", entry.id),
    }


def places(spots: Iterable[Spot], lang: str) -> Json:
    """Places with the number of encounters at each; each leads to its row in the list beside the map."""
    return {
        "lang": lang,
        "places": [
            {
                "id": f"place-{number}",
                "label": spot.name,
                "lat": spot.latitude,
                "lon": spot.longitude,
                "n": len(spot.encounters),
                "href": f"#place-{number}",
            }
            for number, spot in enumerate(spots, 1)
        ],
    }
