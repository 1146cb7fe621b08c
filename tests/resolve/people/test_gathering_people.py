"""Names that are only a part of a name, homonyms, and what judgements do to them."""

from __future__ import annotations

import pytest

from hoedong.model.judgement import Judgement, JudgementSubject, JudgementVerb
from hoedong.resolve.constraints import NO_CONSTRAINTS, Constraints, constraints_from
from hoedong.resolve.people import cluster_people, profile_of
from resolve.appearances import appearance


def gathered(*lines: str, constraints: Constraints = NO_CONSTRAINTS, judged: bool = False) -> set[frozenset[str]]:
    """The clusters of appearances, by their lines."""
    profiles = {profile_of(appearance(line), judged): line for line in lines}
    return {frozenset(profiles[profile] for profile in cluster) for cluster in cluster_people(profiles, constraints)}


def judgement(verb: JudgementVerb, left: str, right: str) -> Judgement:
    """A judgement on two appearances, by their lines."""
    ids = (appearance(left).id, appearance(right).id)
    return Judgement("-".join((verb, *ids)), JudgementSubject.PERSON, verb, *ids, "user", "2024-01-01T00:00:00Z")


def test_a_surname_of_two_presidents_goes_by_its_years() -> None:
    """부시 of 1990 is the father, 부시 of 2002 the son."""
    father, son = "조지 부시||미국 대통령|1990", "조지 W. 부시||미국 대통령|2004"
    early, late = "부시||대통령|1990", "부시||대통령|2002"
    assert gathered(father, son, early, late) == {frozenset({father, early}), frozenset({son, late})}


def test_a_surname_that_fits_two_alike_stands_alone() -> None:
    """Of two people with one surname and nothing to choose by, neither is taken."""
    one, other, surname = "올가 린드크비스트||의원|2020", "헨리크 린드크비스트||의원|2020", "린드크비스트|||2020"
    assert gathered(one, other, surname) == {frozenset({one}), frozenset({other}), frozenset({surname})}


def test_a_surname_goes_by_its_title() -> None:
    """린드크비스트 총리 is the prime minister, not the member of parliament of that name."""
    one, other, surname = (
        "올가 린드크비스트||스웨덴 총리|2020",
        "헨리크 린드크비스트||화가|2020",
        "린드크비스트||총리|2020",
    )
    assert gathered(one, other, surname) == {frozenset({one, surname}), frozenset({other})}


def test_a_part_of_a_name_never_joins_two_people() -> None:
    """A surname that both could bear leaves them apart."""
    one, other = "올가 린드크비스트||의원|2020", "헨리크 린드크비스트||의원|2020"
    for surname in ("린드크비스트|||2020", "린드크비스트||의원|2020", "Lindqvist||MP|2020"):
        clusters = gathered(one, other, surname)
        assert not any({one, other} <= cluster for cluster in clusters)


def test_the_office_holder_is_meant_by_a_bare_surname() -> None:
    """Beside a relative of whom no post is known, the surname names the holder of the post."""
    minister, relative, surname = "올가 린드크비스트||장관|2020", "페르 린드크비스트|||2020", "린드크비스트|||2020"
    assert gathered(minister, relative, surname) == {frozenset({minister, surname}), frozenset({relative})}


def test_homonyms_stay_apart_and_a_bare_name_of_both_stands_alone() -> None:
    """A politician and a cardinal of one name are two, and the name without a post is neither."""
    politician, cardinal, bare = "홍가람||국회부의장|2022", "홍가람||추기경|2009", "홍가람"
    assert gathered(politician, cardinal, bare) == {frozenset({politician}), frozenset({cardinal}), frozenset({bare})}


def test_two_of_one_name_at_two_firms_with_successors_stay_apart() -> None:
    """Posts in each firm gather around each of two homonyms."""
    nuri = ("홍가람|누리전자|전무|2010", "홍가람|누리전자|사장|2018")
    dasom = ("홍가람|다솜제약|이사|2012", "홍가람|다솜제약|대표|2019")
    assert gathered(*nuri, *dasom) == {frozenset(nuri), frozenset(dasom)}


def test_a_name_that_romanises_two_goes_to_the_one_with_the_same_post() -> None:
    """Hong Ga-ram of the ministry is the minister, not the singer."""
    minister, singer, latin = "홍가람||외교부 장관|2020", "홍가람||가수|2020", "Hong Ga-ram||Foreign Minister|2020"
    assert gathered(minister, singer, latin) == {frozenset({minister, latin}), frozenset({singer})}


def test_surnames_alone_gather_by_organisation_and_title() -> None:
    """이 회장 of one firm is the chairman there, 이 사장 the president."""
    chairman, president = "이가람|누리전자|회장|2020", "이도람|누리전자|사장|2020"
    short = ("이 회장|누리전자||2020", "이 사장|누리전자||2020")
    assert gathered(chairman, president, *short) == {frozenset({chairman, short[0]}), frozenset({president, short[1]})}


def test_a_judgement_of_sameness_joins_what_evidence_parts() -> None:
    """What a person has judged to be one is one, whatever the fields of work say."""
    minister, chairman = "홍가람||장관|2019", "홍가람|누리전자|회장|2020"
    same = constraints_from([judgement(JudgementVerb.SAME, minister, chairman)])
    assert gathered(minister, chairman, judged=True) == {frozenset({minister}), frozenset({chairman})}
    assert gathered(minister, chairman, constraints=same, judged=True) == {frozenset({minister, chairman})}


@pytest.mark.parametrize("other", ["홍가람||장관|2020", "나라미||장관|2020"])
def test_a_judgement_joins_names_however_they_differ(other: str) -> None:
    """A judged pair is one also where no key is shared."""
    minister = "홍가람||장관|2019"
    same = constraints_from([judgement(JudgementVerb.SAME, minister, other)])
    assert gathered(minister, other, constraints=same, judged=True) == {frozenset({minister, other})}


def test_a_judgement_of_difference_parts_what_evidence_joins() -> None:
    """What a person has judged to be two is never one, not by way of a third either."""
    one, other, third = "홍가람||장관|2019", "홍가람||장관|2022", "홍가람||의원|2016"
    different = constraints_from([judgement(JudgementVerb.DIFFERENT, one, other)])
    clusters = gathered(one, other, third, constraints=different, judged=True)
    assert not any({one, other} <= cluster for cluster in clusters)
    assert len(clusters) == 2


def test_a_judgement_on_two_means_all_that_look_like_them() -> None:
    """Who is judged one with somebody of another firm takes along the pages that show them the same way, and no other.

    A namesake of a third firm stays apart.
    """
    one, other, third = "한도윤|가람전자|회장|2026", "한도윤|나래물산|이사|2026", "한도윤|다온건설|부장|2026"
    profiles = {profile_of(appearance(line), judged): line for line in (one, other) for judged in (True, False)}
    profiles[profile_of(appearance(third))] = third
    judged = constraints_from([judgement(JudgementVerb.SAME, one, other)], JudgementSubject.PERSON)
    clusters = [{profiles[profile] for profile in cluster} for cluster in cluster_people(profiles, judged)]

    assert sorted(map(sorted, clusters)) == [sorted([one, other]), [third]]
    assert len(cluster_people(profiles)) == 3


def test_a_judgement_of_sameness_takes_along_the_rest_of_both_people() -> None:
    """A singer is judged one with a stage name: all pages of both are one person, posts of every page included."""
    real, real_too = "홍가람||가수|2020", "홍가람|누리밴드|가수|2022"
    stage, stage_too = "나라미||가수|2019", "나라미|누리밴드|리더|2023"
    same = constraints_from([judgement(JudgementVerb.SAME, real, stage)])
    apart, together = (_clusters([real, stage], [real_too, stage_too], one) for one in (NO_CONSTRAINTS, same))
    assert sorted(map(sorted, apart)) == sorted(map(sorted, [{real, real_too}, {stage, stage_too}]))
    assert together == [{real, real_too, stage, stage_too}]


def test_a_judgement_of_sameness_never_joins_what_evidence_on_others_parts() -> None:
    """A bare name is judged to be a minister, but evidence has it with nobody else: a namesake stays apart."""
    minister, namesake, bare = "홍가람||장관|2019", "홍가람||추기경|2019", "홍가람|||2019"
    same = constraints_from([judgement(JudgementVerb.SAME, minister, bare)])
    assert _clusters([minister, bare], [namesake], same) == [{minister, bare}, {namesake}]


def _clusters(judged: list[str], others: list[str], constraints: Constraints) -> list[set[str]]:
    profiles = {profile_of(appearance(line), line in judged): line for line in (*judged, *others)}
    found = [{profiles[profile] for profile in cluster} for cluster in cluster_people(profiles, constraints)]
    return sorted(found, key=lambda cluster: min((line in others, line) for line in cluster))
