"""The place of an encounter: which of the places in a clause is where it took place."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import islice

from hoedong.lang.ko.place_lexicon import ending_pattern, ending_roles, travel_countries, travel_pattern
from hoedong.model.encounter import Where
from hoedong.model.mention import PlaceMention
from hoedong.model.span import Span
from hoedong.rules.rule_file import load_rules
from hoedong.rules.trace import NO_TRACE, Trace

_LOOKAHEAD = 48
_LOOKBEHIND = 12
_GAP_IN_CHAIN = re.compile(r"의? ?|\([^()\n]{1,24}\) ?|의? 한 ")
_KIND_ORDER = {"site": 3, "region": 1, "city": 2, "country": 0}


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """A place chosen for a clause: `where`, the rules that chose it, and how strongly (0 = by the country alone)."""

    where: Where
    rules: tuple[str, ...]
    weight: int


NOWHERE = Whereabouts(Where(), (), 0)


@dataclass(frozen=True, slots=True)
class _ChoiceRule:
    id: str
    endings: frozenset[str]
    kinds: frozenset[str]
    before: re.Pattern[str]
    after: re.Pattern[str]
    weight: int


@dataclass(frozen=True, slots=True)
class _Chain:
    """Places written as one: 미국 캘리포니아주 산타클라라 엔비디아 본사."""

    members: tuple[PlaceMention, ...]
    end: int
    weight: int = 0
    rule: str = ""


@cache
def _choice_rules() -> tuple[_ChoiceRule, ...]:
    rules = load_rules(files("hoedong.lang.ko") / "rules" / "place.toml")
    return tuple(
        _ChoiceRule(
            rule.id,
            frozenset(rule.fields["endings"]),
            frozenset(rule.fields.get("kinds", _KIND_ORDER)),
            re.compile(rule.fields.get("before", "")),
            re.compile(rule.fields.get("after", "")),
            rule.fields["weight"],
        )
        for rule in rules
        if rule.fields["stage"] == "choose"
    )


def place_of_clause(
    text: str, clause: Span, places: Sequence[PlaceMention], trigger: int | None = None, trace: Trace = NO_TRACE
) -> Whereabouts:
    """Choose where the encounter that a clause reports took place; `NOWHERE` if it does not say.

    `trigger` is the offset of the encounter word: of equal places the last before it wins (clause end if None).
    Countries of a title (미국 대통령) and of origin are no places; a word of travel (방한) gives at most a country.
    """
    chains = [chain for chain in _chains(text, clause, places) if (chain.weight > 0)]
    for chain in chains:
        trace.fired("place", chain.rule, chain.members[-1].span, f"weight {chain.weight}")
    limit = clause.end if trigger is None else trigger
    ordered = sorted(chains, key=lambda chain: _rank(chain, limit), reverse=True)
    where, rules = _combine(ordered)
    if not where.country:
        country = _travel_country(text, clause)
        where = Where(where.spans, where.city, country)
        rules += ("ko.place.travel-word",) if country else ()
    return Whereabouts(where, rules, ordered[0].weight if ordered else 0) if rules else NOWHERE


def _rank(chain: _Chain, trigger: int) -> tuple[int, bool, int]:
    specific = max(_KIND_ORDER[member.kind] for member in chain.members)
    return 2 * chain.weight + specific, chain.end <= trigger, -abs(trigger - chain.end)


def _combine(chains: Sequence[_Chain]) -> tuple[Where, tuple[str, ...]]:
    """The best chain, completed by the town and country of others that do not contradict it."""
    if not chains:
        return Where(), ()
    best = chains[0]
    city, country, rules = _city(best), _country(best), [best.rule]
    for chain in chains[1:]:
        agrees = not country or not _country(chain) or _country(chain) == country
        if agrees and not city and _city(chain) and best.members[-1].kind != "country":
            city, country = _city(chain), country or _country(chain)
            rules.append(chain.rule)
        elif agrees and not country and _country(chain):
            country = _country(chain)
            rules.append(chain.rule)
    spans = tuple(dict.fromkeys([_most_specific(best).span]))
    return Where(spans, city, country), tuple(dict.fromkeys(rules))


def _city(chain: _Chain) -> str | None:
    towns = [member.city for member in chain.members if member.kind == "city" and member.city]
    return towns[-1] if towns else next((member.city for member in chain.members if member.city), None)


def _country(chain: _Chain) -> str | None:
    return next((member.country for member in chain.members if member.country), None)


def _most_specific(chain: _Chain) -> PlaceMention:
    sites = [member for member in chain.members if member.kind == "site"]
    return max(sites, key=lambda member: len(member.span)) if sites else chain.members[-1]


def _chains(text: str, clause: Span, places: Sequence[PlaceMention]) -> Iterator[_Chain]:
    members: list[PlaceMention] = []
    end = clause.start
    first = bisect_left(places, clause.start, key=lambda place: place.span.start)
    for place in islice(places, first, None):
        if place.span.start >= clause.end:
            break
        if place.span.end > clause.end:
            continue
        if members and not (place.span.start < end or _adjoins(text, end, place.span.start)):
            yield _weighed(text, clause, tuple(members), end)
            members = []
        members.append(place)
        end = max(end, place.span.end)
    if members:
        yield _weighed(text, clause, tuple(members), end)


def _adjoins(text: str, end: int, start: int) -> bool:
    return start - end <= 28 and _GAP_IN_CHAIN.fullmatch(text, end, start) is not None


def _weighed(text: str, clause: Span, members: tuple[PlaceMention, ...], end: int) -> _Chain:
    ending = ending_pattern().match(text, end)
    if not ending:
        return _Chain(members, end)
    role = ending_roles()[ending.group(1)]
    after = text[ending.end() : min(clause.end, ending.end() + _LOOKAHEAD)]
    lead = text[max(clause.start, members[0].span.start - _LOOKBEHIND) : members[0].span.start]
    kinds = {member.kind for member in members}
    chosen: _ChoiceRule | None = None
    for rule in _choice_rules():
        if role in rule.endings and rule.kinds & kinds and rule.before.search(after) and rule.after.search(lead):
            if rule.weight == 0:
                return _Chain(members, end)
            chosen = chosen if chosen and chosen.weight >= rule.weight else rule
    return _Chain(members, end, chosen.weight, chosen.id) if chosen else _Chain(members, end)


def _travel_country(text: str, clause: Span) -> str | None:
    match = travel_pattern().search(text, clause.start, clause.end)
    return travel_countries()[match.group(1)] if match else None
