"""Keys that names are filed under."""

from __future__ import annotations

import pytest

from hoedong.names.keys import name_keys
from hoedong.names.skeleton import reduced, ring_of, skeletons_of


@pytest.mark.parametrize(
    "spellings",
    [
        ("Marlow", "마로", "Nicole Marlow", "니콜 마로"),
        ("Zuckerberg", "저커버그", "Mark Zuckerberg"),
        ("Xi Jinping", "Jinping Xi", "시진핑"),
        ("이하람", "Lee Ha-ram", "Haram Lee", "Rhee Ha Ram"),
        ("리룡남", "이용남"),
        ("金道允", "김도윤", "Kim Do-yun"),
        ("Bill Lee", "William Lee"),
        ("이재용", "Jay Y. Lee"),
        ("카를 마로", "칼 마로", "Karl Marlow"),
    ],
)
def test_spellings_of_one_name_share_a_key(spellings: tuple[str, ...]) -> None:
    """All spellings of a name have one key in common."""
    assert set.intersection(*(set(name_keys(spelling)) for spelling in spellings))


def test_different_names_are_kept_apart() -> None:
    """A key is worth looking under: names that nobody confuses have none in common."""
    assert set(name_keys("Mark Zuckerberg")).isdisjoint(name_keys("Nicole Ibarra"))
    assert set(name_keys("이하람")).isdisjoint(name_keys("이도윤"))


def test_a_korean_name_is_filed_by_its_given_name() -> None:
    """A name that can only be Korean has, beside itself, one key, which neither surname nor consonants make common."""
    assert name_keys("박하람") == ("=박하람", name_keys("김하람")[1])


def test_keys_of_nothing() -> None:
    """A name without letters has a key all the same, and no exception."""
    assert name_keys("") == ("=",)
    assert name_keys("Ж1") == ("=ж1",)
    assert len(name_keys("a" * 101)) == 1


def test_a_skeleton_is_what_transcription_keeps() -> None:
    """Runs, K after N and T before S are lost, and a ring has no beginning."""
    assert reduced("SSNKTTS") == "SNS"
    assert ring_of("SNPN") == ring_of("NSNP")
    assert "KS" in skeletons_of("Gates")
    assert skeletons_of("게이츠") == ("KS",)
