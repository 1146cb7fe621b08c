"""Which names name one organisation, how they gather, and how the organisation is shown."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hoedong.model.appearance import OrganisationAppearance
from hoedong.model.judgement import Judgement, JudgementSubject, JudgementVerb
from hoedong.resolve.constraints import NO_CONSTRAINTS, Constraints, constraints_from
from hoedong.resolve.organisations import (
    OrganisationProfile,
    OrganisationUse,
    cluster_organisations,
    compare_organisations,
    describe_organisation,
    is_same_organisation,
    organisation_keys,
    organisation_profile,
    tie_between,
)
from hoedong.rules.lexicon_file import load_lexicon

CASES = load_lexicon(Path(__file__).parent / "pairs.tsv", ("left", "right", "tie", "because"))
NAMES = tuple(sorted({case[side] for case in CASES for side in ("left", "right")}))


def profile(name: str, judged: bool = False, document: str = "d1") -> OrganisationProfile:
    """The profile of a name in a document."""
    return organisation_profile(OrganisationAppearance(f"{document}:{name}", document, name), judged)


def gathered(*names: str, constraints: Constraints = NO_CONSTRAINTS, judged: bool = False) -> set[frozenset[str]]:
    """The clusters of names."""
    clusters = cluster_organisations([profile(name, judged) for name in names], constraints)
    return {frozenset(one.name for one in cluster) for cluster in clusters}


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['left']} / {case['right']}")
def test_two_names_stand_to_each_other_as_the_table_has_it(case: dict[str, str]) -> None:
    """A pair of names is tied as it says, whichever comes first."""
    assert str(tie_between(case["left"], case["right"])) == case["tie"]
    assert str(tie_between(case["right"], case["left"])) == case["tie"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['left']} / {case['right']}")
def test_names_gather_that_name_one_organisation(case: dict[str, str]) -> None:
    """Names that are the same, or were before a renaming, are one; all others are two."""
    clusters = gathered(case["left"], case["right"])
    assert len(clusters) == (1 if case["tie"] in {"same", "renamed"} else 2)


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['left']} / {case['right']}")
def test_a_comparison_gives_its_reason(case: dict[str, str]) -> None:
    """Exactly one feature says why two names are one or are not, and the score has its sign."""
    comparison = compare_organisations(profile(case["left"]), profile(case["right"]))
    assert len(comparison.features) == 1
    assert (comparison.score > 0) == (case["tie"] in {"same", "renamed"})
    assert comparison == compare_organisations(profile(case["right"]), profile(case["left"]))


def test_a_word_that_names_no_one_organisation_stands_alone_in_every_document() -> None:
    """노조 of one document is not 노조 of another, and has no keys."""
    one, other = profile("노조", document="d1"), profile("노조", document="d2")
    assert one != other
    assert organisation_keys(one) == ()
    assert len(cluster_organisations([one, other])) == 2


def test_one_name_is_one_profile_in_all_documents() -> None:
    """Documents that use one name give one node."""
    assert profile("누리전자", document="d1") == profile("누리전자", document="d2")


def test_judgements_part_and_join_organisations() -> None:
    """What a person has judged holds against tables and spelling."""
    ids = ("d1:누리셀", "d1:㈜누리셀")
    different = Judgement(
        "j", JudgementSubject.ORGANISATION, JudgementVerb.DIFFERENT, *ids, "user", "2024-01-01T00:00Z"
    )
    parted = constraints_from([different], JudgementSubject.ORGANISATION)
    assert len(gathered("누리셀", "㈜누리셀", judged=True)) == 1
    assert len(gathered("누리셀", "㈜누리셀", constraints=parted, judged=True)) == 2
    same = Judgement(
        "k", JudgementSubject.ORGANISATION, JudgementVerb.SAME, "d1:누리셀", "d1:다솜제약", "user", "2024-01-01T00:00Z"
    )
    joined = constraints_from([same], JudgementSubject.ORGANISATION)
    assert len(gathered("누리셀", "다솜제약", constraints=joined, judged=True)) == 1


def test_a_known_organisation_is_shown_by_its_usual_name() -> None:
    """메타 is shown so however most documents call it; all names are kept with their counts."""
    entity = describe_organisation("o1", [OrganisationUse(profile("페이스북"), 7), OrganisationUse(profile("Meta"), 2)])
    assert (entity.id, entity.name, entity.latin, entity.documents) == ("o1", "메타", "Meta", 9)
    assert [(use.name, use.documents) for use in entity.names] == [("페이스북", 7), ("Meta", 2)]


def test_an_unknown_organisation_is_shown_by_its_most_frequent_hangul_name() -> None:
    """A firm of no table is shown in Hangul where it has such a name, without its form of law."""
    entity = describe_organisation(
        "o2", [OrganisationUse(profile("Nuri Cell"), 7), OrganisationUse(profile("㈜누리셀"), 2)]
    )
    assert (entity.name, entity.latin) == ("누리셀", "Nuri Cell")


@given(st.lists(st.sampled_from(NAMES), min_size=1, max_size=12, unique=True), st.randoms())
@settings(deadline=None)
def test_closed_sets_of_organisations_are_clustered_alone_as_together(names: list[str], random: object) -> None:
    """Clusters depend on no order, and each found again from its own closed set alone."""
    profiles = [profile(name) for name in names]
    shuffled = list(profiles)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    clusters = cluster_organisations(profiles)
    assert clusters == cluster_organisations(shuffled)
    apart = {cluster for one in profiles for cluster in cluster_organisations(closed_set(one, profiles))}
    assert apart == set(clusters)


def closed_set(start: OrganisationProfile, profiles: list[OrganisationProfile]) -> set[OrganisationProfile]:
    """All that a profile reaches through mates with a common key that it may be one with, found naively."""
    found, waiting = {start}, [start]
    while waiting:
        one = waiting.pop()
        for other in profiles:
            shares = set(organisation_keys(one)) & set(organisation_keys(other))
            if shares and is_same_organisation(one, other) and other not in found:
                found.add(other)
                waiting.append(other)
    return found
