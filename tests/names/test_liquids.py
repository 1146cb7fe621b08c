"""An l and an r are told apart in a name transcribed in Hangul."""

from __future__ import annotations

import pytest

from hoedong.names.liquids import are_other_liquids


@pytest.mark.parametrize(
    ("hangul", "latin", "differ"),
    [
        ("존 케리", "John Kerry", False),
        ("존 켈리", "John Kerry", True),
        ("존 켈리", "Kelly, John", False),
        ("존 케리", "John Kelly", True),
        ("카일 마로", "Kyle Marlow", False),
        ("해럴드 맥밀런", "Harold Macmillan", False),
        ("", "", False),
    ],
)
def test_a_liquid_between_vowels_is_an_l_or_an_r(hangul: str, latin: str, *, differ: bool) -> None:
    """ㄹㄹ stands for l and ㄹ for r, in whatever order the parts of the name come; a silent letter says nothing."""
    assert are_other_liquids(hangul, latin) == differ
