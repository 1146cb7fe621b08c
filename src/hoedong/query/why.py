"""Why two are one, or kept apart: every feature of the comparison with its weight, and what people have judged."""

from __future__ import annotations

from itertools import product

from hoedong.errors import UnknownId
from hoedong.model.account import ResolvedReport
from hoedong.model.answer import Explanation, Reason
from hoedong.model.entity import PersonEntity
from hoedong.model.judgement import Judgement, JudgementSubject
from hoedong.query.people import describe, the_person
from hoedong.record.identity_rules import PersonRules
from hoedong.record.protocol import Store
from hoedong.record.standing import StandingJudgements
from hoedong.record.store_view import StoreView
from hoedong.resolve.encounters import compare_reports
from hoedong.resolve.people import PersonProfile, compare_people


def explain_people(store: Store, view: StoreView, a: str, b: str) -> Explanation:
    """Why two people are one entity or two, by the two of their profiles that are the likest.

    `a` and `b` are names or ids; ids of appearances too, which is how one asks about two mentions of one entity.

    Raises:
        UnknownName: nobody is called so.
        AmbiguousName: several are; the message lists them.
    """
    sides = [_side(store, view, text) for text in (a, b)]
    (left, left_profiles), (right, right_profiles) = sides
    pairs = [(compare_people(one, other), one, other) for one, other in product(left_profiles, right_profiles)]
    best, one, other = max(pairs, key=lambda pair: (pair[0].score, pair[1].key, pair[2].key))
    return Explanation(
        f"{describe(left)} as {_shown(one)}",
        f"{describe(right)} as {_shown(other)}",
        left.id == right.id,
        best.score,
        tuple(Reason(feature.name, feature.weight, feature.explanation) for feature in best.features),
        judgements=_judgements_about(store, view, {left.id: left_profiles, right.id: right_profiles}),
    )


def _side(store: Store, view: StoreView, text: str) -> tuple[PersonEntity, list[PersonProfile]]:
    """The person, with the profile of the one appearance that was named, or with all profiles."""
    person = the_person(view, text)
    rules = PersonRules(StandingJudgements((), (JudgementSubject.PERSON,)))
    named = store.people.appearances([text])
    number = store.people.entity_of(person.id)
    if named and text != person.id:
        profiles = [profile for profile, _ in named.values()]
    else:
        profiles = list(store.people.profiles_of([number] if number is not None else []))
    return person, [rules.decode(row.body) for row in store.people.profiles(profiles)]


def _shown(profile: PersonProfile) -> str:
    posts = ", ".join(" ".join(word for word in (post.organisation, post.title) if word) for post in profile.posts)
    return f"{profile.name} ({posts or 'no post stated'})"


def _judgements_about(store: Store, view: StoreView, sides: dict[str, list[PersonProfile]]) -> tuple[Judgement, ...]:
    """The standing judgements between appearances of these people."""
    numbers = {store.people.entity_of(id_) for id_ in sides}
    return tuple(
        one
        for one in view.standing_judgements()
        if one.subject is JudgementSubject.PERSON
        and {store.people.entity_of(one.left), store.people.entity_of(one.right or one.left)} == numbers
    )


def explain_encounters(view: StoreView, a: str, b: str) -> Explanation:
    """Why two reports, or the reports of two encounters, tell of one encounter or of two, by the two likest.

    Raises:
        UnknownId: one of them is nothing on record.
    """
    left, right = _reports(view, a), _reports(view, b)
    pairs = [(compare_reports(one, other), one, other) for one, other in product(left, right) if one.id != other.id]
    if not pairs:
        raise UnknownId(f"{a} and {b} are the same report")
    best, one, other = max(pairs, key=lambda pair: (pair[0].is_match, pair[0].score, pair[1].id, pair[2].id))
    encounters = [view.encounter(report.id) for report in (one, other)]
    named = {one.id, other.id}
    return Explanation(
        _reported(one),
        _reported(other),
        len({each.id for each in encounters if each}) == 1,
        best.score,
        tuple(Reason(feature.name, feature.weight, feature.note) for feature in best.features),
        best.conflicts,
        tuple(judgement for judgement in view.standing_judgements() if {judgement.left, judgement.right} & named),
    )


def _reports(view: StoreView, id_: str) -> tuple[ResolvedReport, ...]:
    encounter = view.encounter(id_)
    ids = encounter.reports if encounter is not None and encounter.id == id_ else (id_,)
    reports = view.reports(ids)
    if not reports:
        raise UnknownId(f"no encounter and no report {id_!r} on record")
    return reports


def _reported(report: ResolvedReport) -> str:
    when = report.when.edtf if report.when else "undated"
    return f"report {report.id} of document {report.document} ({when}, {report.city or report.place or 'no place'})"
