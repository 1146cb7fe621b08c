"""Tables of well-known names: pairs that are one person, and look-alikes that are not."""

from __future__ import annotations

from pathlib import Path

import pytest

from hoedong.names.comparison import Kind, compare_names
from hoedong.names.keys import name_keys


def _rows(name: str) -> list[list[str]]:
    lines = (Path(__file__).parent / f"{name}.tsv").read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")][1:]


PAIRS = [(hangul, latin) for hangul, latin, *_ in _rows("pairs")]
BEYOND_SOUND = {("탁신 친나왓", "Thaksin Shinawatra"), ("세타 타위신", "Srettha Thavisin")}
"""Thai letters that are written and not spoken: known to fail."""


@pytest.mark.parametrize(("hangul", "latin"), [pair for pair in PAIRS if pair not in BEYOND_SOUND])
def test_both_scripts_of_a_name_match(hangul: str, latin: str) -> None:
    """The name of a well-known person in Hangul is that in Latin letters."""
    found = compare_names(hangul, latin)
    assert found.is_match, found


@pytest.mark.parametrize(("one", "other"), [(one, other) for one, other, *_ in _rows("look_alikes")])
def test_look_alikes_do_not_match(one: str, other: str) -> None:
    """A name that is like another one is not taken for it."""
    found = compare_names(one, other)
    assert not found.is_match, found


def test_no_name_of_the_table_matches_another() -> None:
    """Every name in Hangul matches the Latin names of its own person only."""
    own = {(hangul, latin) for hangul, latin in PAIRS}
    joined = [
        (hangul, latin)
        for hangul, _ in PAIRS
        for _, latin in PAIRS
        if (hangul, latin) not in own and compare_names(hangul, latin).is_match
    ]
    assert joined == []


def test_pairs_that_match_share_a_key() -> None:
    """Whoever looks a name up by its keys meets its other spelling."""
    apart = [
        pair for pair in PAIRS if pair not in BEYOND_SOUND and set(name_keys(pair[0])).isdisjoint(name_keys(pair[1]))
    ]
    assert apart == []


VARIANTS = [
    ("이재용", "Jay Y. Lee", Kind.ALIAS),
    ("이재용", "Jay Lee", Kind.ALIAS),
    ("손정의", "Masayoshi Son", Kind.ALIAS),
    ("Kim Dae-jung", "DJ", Kind.ALIAS),
    ("金大中", "김대중", Kind.HANJA),
    ("朴道允", "박도윤", Kind.HANJA),
    ("李多溫", "리다온", Kind.HANJA),
    ("金道允", "Kim Do-yun", Kind.HANJA),
    ("刘广荣", "劉廣榮", Kind.HANJA),
    ("샘 올트먼", "샘 알트먼", Kind.SPELLING),
    ("쥐스탱 트뤼도", "저스틴 트뤼도", Kind.SPELLING),
    ("라카메라", "러캐머라", Kind.SPELLING),
    ("쁘라윳 짠오차", "프라윳 찬오차", Kind.SPELLING),
    ("리룡남", "이용남", Kind.SPELLING),
    ("리용남", "리룡남", Kind.SPELLING),
    ("쩐꾸옥훙", "쩐 꿕 훙", Kind.SPELLING),
    ("스티븐 마로", "스티브 마로", Kind.SPELLING),
    ("Chang Jae-hoon", "Jaehoon Chang", Kind.SPELLING),
    ("Raúl Castor", "Raul Castor", Kind.SPELLING),
    ("Anthony Marlow", "Antony Marlow", Kind.SPELLING),
    ("William Marlow", "Bill Marlow", Kind.SPELLING),
    ("Janet L. Marlow", "Janet Marlow", Kind.SPELLING),
    ("John F. Marlow", "John Fitzgerald Marlow", Kind.SPELLING),
    ("U Thein Marlow", "Thein Marlow", Kind.SPELLING),
    ("Volodymyr Zelenskyy", "Volodymyr Zelensky", Kind.SPELLING),
    ("J. D. Marlow", "JD Marlow", Kind.SPELLING),
    ("빌 마로", "William Marlow", Kind.PHONETIC),
    ("제이디 마로", "J.D. Marlow", Kind.PHONETIC),
    ("우르줄라 폰 데어 라이엔", "Ursula von der Leyen", Kind.PHONETIC),
    ("정하람", "Haram Chung", Kind.PHONETIC),
    ("다나 김", "Dana Kim", Kind.PHONETIC),
    ("도널드 트럼프 주니어", "Donald Trump Jr.", Kind.PHONETIC),
    ("조지 W. 마로", "George W. Marlow", Kind.PHONETIC),
    ("시진핑", "Jinping Xi", Kind.PHONETIC),
]


@pytest.mark.parametrize(("one", "other", "kind"), VARIANTS)
def test_variants_match_by_what_makes_them_one(one: str, other: str, kind: Kind) -> None:
    """A variant of a name matches, and the kind says by what."""
    found = compare_names(one, other)
    assert (found.is_match, found.kind) == (True, kind), found


@pytest.mark.parametrize(
    ("part", "whole"),
    [("저커버그", "Mark Zuckerberg"), ("마로", "니콜 마로"), ("폰데어라이엔", "Ursula von der Leyen")],
)
def test_a_surname_alone_is_a_part(part: str, whole: str) -> None:
    """A surname agrees with a whole name in part, which is no match, and shares a key with it."""
    found = compare_names(part, whole)
    assert (found.kind, found.is_match) == (Kind.PARTIAL, False)
    assert not set(name_keys(part)).isdisjoint(name_keys(whole))
