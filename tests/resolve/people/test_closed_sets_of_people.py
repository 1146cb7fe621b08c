"""What comes of a profile depends on its closed set alone, and on no order."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given, settings
from hypothesis import strategies as st

from hoedong.resolve.constraints import Constraints, pair_of_ids
from hoedong.resolve.people import (
    PersonProfile,
    blocking_keys,
    cluster_people,
    compare_people,
    may_interact,
    profile_of,
)
from resolve.appearances import appearance

NAMES = (
    "홍가람", "홍가온", "Hong Ga-ram", "洪가람", "홍 회장", "이 회장", "이도람", "린드크비스트", "올가 린드크비스트",
    "헨리크 린드크비스트", "Olga Lindqvist", "Mrs Lindqvist", "Lindqvist", "부시", "조지 부시", "조지 W. 부시",
    "남궁하람",
)  # fmt: skip
ORGANISATIONS = ("", "", "누리전자", "누리그룹", "다솜제약", "가나당", "삼성전자", "삼성", "대한상의")
TITLES = ("", "회장", "사장", "CEO", "의원", "former 대통령", "미국 대통령", "장관", "추기경", "여사", "President")
YEARS = ("", "1990", "2002", "2019", "2020", "2024")

lines = st.builds(
    "{}|{}|{}|{}".format,
    st.sampled_from(NAMES),
    st.sampled_from(ORGANISATIONS),
    st.sampled_from(TITLES),
    st.sampled_from(YEARS),
)
profiles = st.builds(lambda line, judged: profile_of(appearance(line), judged), lines, st.booleans())
sets_of_profiles = st.lists(profiles, min_size=1, max_size=14, unique_by=lambda profile: profile.key)


@st.composite
def judged_sets(draw: st.DrawFn) -> tuple[list[PersonProfile], Constraints]:
    """Profiles with judgements on a few pairs of them that do not contradict each other."""
    people = draw(sets_of_profiles)
    ids = sorted(profile.alone for profile in people if profile.alone is not None)
    pairs = [pair_of_ids(one, other) for one in ids for other in ids if one < other]
    chosen = draw(st.lists(st.sampled_from(pairs), max_size=3, unique=True)) if pairs else []
    different = frozenset(chosen[1:])
    same = frozenset(chosen[:1]) - different
    partners = {id_: frozenset(other for pair in chosen if id_ in pair for other in pair) for id_ in ids}
    return people, Constraints(same, different, (), partners)


def closed_set(start: PersonProfile, people: Sequence[PersonProfile], constraints: Constraints) -> set[PersonProfile]:
    """All that a profile reaches through mates that it may interact with and through judged pairs, found naively."""
    found, waiting = {start}, [start]
    while waiting:
        one = waiting.pop()
        for other in people:
            share = set(blocking_keys(one)) & set(blocking_keys(other)) and may_interact(one, other)
            judged = one.alone is not None and other.alone in constraints.partners(one.alone)
            if (share or judged) and other not in found:
                found.add(other)
                waiting.append(other)
    return found


@given(judged_sets())
@settings(deadline=None, max_examples=150)
def test_closed_sets_are_clustered_alone_as_together(case: tuple[list[PersonProfile], Constraints]) -> None:
    """The clusters of closed sets are together the clusters of all profiles."""
    people, constraints = case
    sets = {frozenset(closed_set(profile, people, constraints)) for profile in people}
    apart = {cluster for closed in sets for cluster in cluster_people(closed, constraints)}
    assert apart == set(cluster_people(people, constraints))


@given(judged_sets(), st.randoms())
@settings(deadline=None, max_examples=100)
def test_no_order_changes_the_clusters(case: tuple[list[PersonProfile], Constraints], random: object) -> None:
    """Profiles give the same clusters in whatever order they come."""
    people, constraints = case
    shuffled = list(people)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert cluster_people(people, constraints) == cluster_people(shuffled, constraints)


@given(judged_sets())
@settings(deadline=None, max_examples=100)
def test_every_profile_is_in_one_cluster_and_judgements_are_kept(
    case: tuple[list[PersonProfile], Constraints],
) -> None:
    """Clusters are a partition in which judged pairs are joined and parted as judged."""
    people, constraints = case
    clusters = cluster_people(people, constraints)
    assert sorted(profile.key for cluster in clusters for profile in cluster) == sorted(one.key for one in people)
    cluster_of = {profile.alone: number for number, cluster in enumerate(clusters) for profile in cluster}
    assert all(cluster_of[left] == cluster_of[right] for left, right in constraints.same)
    assert all(cluster_of[left] != cluster_of[right] for left, right in constraints.different)


@given(profiles, profiles)
@settings(deadline=None)
def test_comparison_and_interaction_are_symmetric(left: PersonProfile, right: PersonProfile) -> None:
    """Which profile is the left one changes nothing."""
    assert compare_people(left, right) == compare_people(right, left)
    assert may_interact(left, right) == may_interact(right, left)
