"""Profiles that can be one person's, or one organisation's, always meet under a block; and few others do."""

from __future__ import annotations

import random
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hoedong.model.appearance import Post
from hoedong.model.person import PositionStatus
from hoedong.names.surnames import surname_spellings
from hoedong.record.identity_blocks import Filing, is_of_korean_shape, organisation_filing, person_filing
from hoedong.resolve.organisations import OrganisationProfile, is_same_organisation
from hoedong.resolve.people import PersonProfile, blocking_keys
from hoedong.resolve.people.blocking import are_related
from hoedong.rules.lexicon_file import load_lexicon

NAMES = Path(__file__).parents[1] / "names"
PAIRS = load_lexicon(NAMES / "pairs.tsv", ("hangul", "latin"))
SYLLABLES = "가경광규기나남도동라림민범병상서석선성세수순승연영예용우원윤은인일자재정종주준진찬창철태하현형호홍환훈희"
SURNAMES = sorted(surname for surname in surname_spellings() if len(surname) == 1)
SHAPES = (
    "한도윤", "이준상", "리룡남", "이용남", "시진핑", "카터", "벤 카터", "벤 하이메 카터", "Ben Carter", "Carter",
    "B. Carter", "Han Do-yoon", "도윤 한", "한", "李在明", "Lech Wałęsa", "빌 말로", "윌리엄 말로", "Bill Marlowe",
)  # fmt: skip


def person(name: str, latin: str | None = None) -> PersonProfile:
    """A profile of which nothing but the name is known."""
    return PersonProfile(f"{name} {latin}", name, latin)


def meet(one: Filing, other: Filing) -> bool:
    """Whether the one looks where the other is filed."""
    return not set(one.sought).isdisjoint(other.filed)


@settings(deadline=None)
@given(st.lists(st.sampled_from(SHAPES), min_size=4, max_size=4))
def test_meeting_is_mutual(names: list[str]) -> None:
    """If one profile looks where another is filed, the other looks where the one is filed."""
    one, other = (person_filing(person(name, latin)) for name, latin in (names[:2], names[2:]))

    assert meet(one, other) == meet(other, one)


@pytest.mark.parametrize("row", PAIRS, ids=lambda row: row["latin"])
def test_both_scripts_of_a_name_meet(row: dict[str, str]) -> None:
    """Well-known names in Hangul and in Latin letters that can be found related meet."""
    one, other = person(row["hangul"]), person(row["latin"])
    could_meet = set(blocking_keys(one)) & set(blocking_keys(other))

    assert meet(person_filing(one), person_filing(other)) or not (could_meet and are_related(one, other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("벤 카터", "카터"),
        ("카터", "Ben Carter"),
        ("빌 말로", "윌리엄 말로"),
        ("Bill Marlowe", "William Marlowe"),
        ("Ben H. Carter", "Ben Carter"),
        ("리룡남", "이용남"),
        ("류진서", "유진서"),
        ("한도윤", "Han Do-yoon"),
        ("셰이크 하시나", "하시나"),
        ("벤 카터", "카터 벤"),
        ("마크 저커버그", "마크 주커버그"),
        ("도널드 트럼프", "도날드 트럼프"),
        ("Condoleezza Rice", "Condoleeza Rice"),
        ("벤 카터", "벤 판 카터"),
        ("Lee Do-yoon", "Yi Doyun"),
    ],
)
def test_other_forms_of_a_name_meet(one: str, other: str) -> None:
    """Parts, nicknames, initials, other spellings and other scripts of a name are held against it."""
    assert meet(person_filing(person(one)), person_filing(person(other)))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("강도성", "나서준"),
        ("이준상", "이반 돈슨"),
        ("벤 카터", "벤 말로"),
        ("벤 카터", "앤드루 코터"),
        ("김민서", "이민서"),
        ("이준상", "이춘상"),
        ("벤 카터", "벡 단터"),
    ],
)
def test_names_that_nobody_has_both_do_not_meet(one: str, other: str) -> None:
    """What shares a few consonants, a given name, or one of two words is not held against one another."""
    assert not meet(person_filing(person(one)), person_filing(person(other)))


@settings(deadline=None, max_examples=20)
@given(st.integers(0, 10**6))
def test_korean_names_lose_nobody(seed: int) -> None:
    """Among Korean names every two that are related meet, although their coarse blocks are not asked."""
    chance = random.Random(seed)  # noqa: S311 - a sample
    few = chance.sample(SYLLABLES, 8)
    names = {chance.choice(SURNAMES) + chance.choice(few) + chance.choice(few) for _ in range(60)}
    profiles = [person(name) for name in sorted(names) if is_of_korean_shape(name)]
    filings = [person_filing(profile) for profile in profiles]
    for one, other in combinations(range(len(profiles)), 2):
        assert meet(filings[one], filings[other]) or not are_related(profiles[one], profiles[other])


def test_a_surname_with_a_post_meets_the_full_names_at_its_organisation() -> None:
    """이 회장 of 삼성 is held against everybody called 이 at 삼성, who are not held against one another."""
    post = (Post("삼성", "회장", PositionStatus.CURRENT),)
    alone, one, other = (person_filing(PersonProfile(name, name, posts=post)) for name in ("이", "이가나", "이나다"))

    assert meet(alone, one)
    assert meet(one, alone)
    assert meet(alone, alone)
    assert not meet(one, other)


FIRMS = (
    "메타",
    "Meta",
    "페이스북",
    "㈜가나전자",
    "가나전자",
    "누리(Nuri)",
    "Nuri",
    "누리",
    "노르트빈트",
    "Nordwind",
    "노조",
)


@pytest.mark.parametrize(("one", "other"), list(combinations(FIRMS, 2)))
def test_names_of_one_organisation_meet(one: str, other: str) -> None:
    """In the same script and across scripts, renamed or glossed; and meeting is mutual."""
    left, right = OrganisationProfile(one, one), OrganisationProfile(other, other)
    assert meet(organisation_filing(left), organisation_filing(right)) or not is_same_organisation(left, right)
    assert meet(organisation_filing(left), organisation_filing(right)) == meet(
        organisation_filing(right), organisation_filing(left)
    )
