"""What judgements demand: retractions, the last word on a pair, contradictions."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hoedong.model.judgement import Judgement, JudgementSubject, JudgementVerb
from hoedong.resolve.constraints import constraints_from, judgements_in_force

SAME, DIFFERENT, UNSURE, RETRACT = (
    JudgementVerb.SAME,
    JudgementVerb.DIFFERENT,
    JudgementVerb.UNSURE,
    JudgementVerb.RETRACT,
)


def judged(verb: JudgementVerb, left: str, right: str, minute: int = 0) -> Judgement:
    """A judgement on two appearances, given in that minute."""
    created = f"2024-06-11T09:{minute:02d}:00Z"
    return Judgement(f"{verb}-{left}-{right}-{minute}", JudgementSubject.PERSON, verb, left, right, "user", created)


def retracted(judgement: Judgement, minute: int) -> Judgement:
    """A retraction of a judgement, given in that minute."""
    return Judgement(
        f"retract-{judgement.id}-{minute}",
        JudgementSubject.PERSON,
        RETRACT,
        judgement.left,
        None,
        "user",
        f"2024-06-11T09:{minute:02d}:00Z",
        retracts=judgement.id,
    )


def test_judgements_join_and_part_whichever_way_round_they_are_given() -> None:
    """A pair is a pair in either order."""
    constraints = constraints_from([judged(SAME, "b", "a"), judged(DIFFERENT, "c", "a")])
    assert constraints.must_join("a", "b")
    assert constraints.must_join("b", "a")
    assert constraints.must_part("a", "c")
    assert not constraints.must_join("a", "c")


def test_a_retracted_judgement_is_void() -> None:
    """Nothing remains of a judgement that its giver took back."""
    same = judged(SAME, "a", "b")
    assert constraints_from([same, retracted(same, 1)]).same == frozenset()


def test_a_retracted_retraction_revives_the_judgement() -> None:
    """Taking back the taking back restores what was judged."""
    same = judged(SAME, "a", "b")
    first = retracted(same, 1)
    second = retracted(first, 2)
    assert constraints_from([second, same, first]).same == {("a", "b")}
    assert constraints_from([second, same, first, retracted(second, 3)]).same == frozenset()


def test_the_last_word_on_a_pair_holds() -> None:
    """Of two judgements on one pair the later one counts, and "unsure" counts as neither."""
    early, late = judged(SAME, "a", "b", 1), judged(DIFFERENT, "b", "a", 2)
    assert constraints_from([late, early]).different == {("a", "b")}
    assert constraints_from([late, early]).same == frozenset()
    assert constraints_from([late, early, judged(UNSURE, "a", "b", 3)]).different == frozenset()


def test_a_void_last_word_leaves_the_one_before() -> None:
    """When the later judgement is retracted the earlier one stands again."""
    early, late = judged(SAME, "a", "b", 1), judged(DIFFERENT, "a", "b", 2)
    assert constraints_from([early, late, retracted(late, 3)]).same == {("a", "b")}


def test_contradictions_are_named_and_not_closed() -> None:
    """A = b and b = c with a ≠ c: the pair is named, and none of the three is joined by judgement."""
    constraints = constraints_from([judged(SAME, "a", "b"), judged(SAME, "b", "c"), judged(DIFFERENT, "a", "c")])
    assert constraints.contradictions == (("a", "c"),)
    assert constraints.same == frozenset()
    assert constraints.different == {("a", "c")}


def test_what_hangs_beside_a_contradiction_stays_joined() -> None:
    """A judgement that is on no way between the two of a contradiction holds, and so do other groups."""
    judgements = [judged(SAME, "a", "b"), judged(SAME, "b", "c"), judged(DIFFERENT, "a", "c")]
    beside = [judged(SAME, "c", "d"), judged(SAME, "x", "y")]
    assert constraints_from(judgements + beside).same == {("c", "d"), ("x", "y")}


def test_a_contradiction_on_one_pair_alone_is_none() -> None:
    """Same and different of one pair are an earlier and a later word, no contradiction."""
    assert constraints_from([judged(SAME, "a", "b", 1), judged(DIFFERENT, "a", "b", 2)]).contradictions == ()


def test_judgements_on_other_subjects_are_left_out() -> None:
    """What is judged of reports says nothing of people."""
    report = Judgement("j", JudgementSubject.ENCOUNTER, SAME, "a", "b", "user", "2024-06-11T09:00:00Z")
    assert constraints_from([report]).same == frozenset()
    assert constraints_from([report], JudgementSubject.ENCOUNTER).same == {("a", "b")}


def test_partners_are_all_that_a_judgement_names_beside_one() -> None:
    """A neighbourhood reaches to judged partners, also those of a contradiction."""
    constraints = constraints_from([judged(SAME, "a", "b"), judged(SAME, "b", "c"), judged(DIFFERENT, "a", "c")])
    assert constraints.partners("a") == {"b", "c"}
    assert constraints.partners("z") == frozenset()


@pytest.mark.parametrize("length", [1, 2, 3, 50, 51])
def test_a_chain_of_retractions_counts_odd_and_even(length: int) -> None:
    """After an odd number of retractions of one another a judgement is void, after an even number in force."""
    chain = [judged(SAME, "a", "b")]
    for minute in range(length):
        chain.append(retracted(chain[-1], minute % 60))
    assert bool(constraints_from(chain).same) == (length % 2 == 0)


ids = st.sampled_from("abcdef")
judgements = st.lists(
    st.builds(judged, st.sampled_from([SAME, DIFFERENT, UNSURE]), ids, ids, st.integers(0, 59)), max_size=12
)


@given(judgements, st.randoms())
def test_no_order_changes_the_constraints(given_: list[Judgement], random: object) -> None:
    """Judgements demand the same in whatever order they are read."""
    given_ += [retracted(one, 30) for one in given_[::3]]
    shuffled = list(given_)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert constraints_from(given_) == constraints_from(shuffled)
    assert judgements_in_force(given_) == judgements_in_force(shuffled)


@given(judgements)
def test_constraints_can_always_be_met(given_: list[Judgement]) -> None:
    """Whatever is judged, following the joins that are left never brings two together that are judged different."""
    constraints = constraints_from(given_)
    group = {letter: {letter} for letter in "abcdef"}
    for left, right in sorted(constraints.same):
        joined = group[left] | group[right]
        group.update(dict.fromkeys(joined, joined))
    assert not any(right in group[left] for left, right in constraints.different)
