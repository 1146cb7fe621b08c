"""Korean syllables in Latin letters, and Chinese ones in Hangul."""

from __future__ import annotations

import pytest

from hoedong.names.alignment import word_likeness
from hoedong.names.hanja import read_hanja, soften, standard_hanja
from hoedong.names.korean import korean_in_hangul, korean_in_latin, same_given
from hoedong.names.pinyin import is_pinyin_in_hangul, pinyin_in_hangul
from hoedong.names.romanisation import is_spelled, is_surname_spelled, syllables_spelled


@pytest.mark.parametrize(
    ("surname", "spelling"),
    [
        ("이", "lee"),
        ("이", "yi"),
        ("이", "rhee"),
        ("이", "ri"),
        ("최", "chey"),
        ("최", "choe"),
        ("신", "sin"),
        ("노", "roh"),
    ],
)
def test_a_surname_has_many_spellings(surname: str, spelling: str) -> None:
    """Every usual spelling of a surname is known."""
    assert is_surname_spelled(surname, spelling)
    assert not is_surname_spelled("박", spelling)


@pytest.mark.parametrize(
    ("given", "spelling", "fits"),
    [
        ("하람", ("ha", "ram"), True),
        ("승만", ("syng", "man"), True),
        ("덕수", ("duck", "soo"), True),
        ("여정", ("yo", "jong"), True),
        ("정은", ("jong", "un"), True),
        ("정일", ("jong", "un"), False),
        ("민서", ("min", "su"), False),
        ("민수", ("min", "seo"), False),
        ("하람", ("haram",), False),
    ],
)
def test_a_given_name_is_spelled_syllable_by_syllable(given: str, spelling: tuple[str, ...], *, fits: bool) -> None:
    """A spelling fits a given name if each syllable fits."""
    assert (is_spelled(given, spelling) is not None) == fits


def test_a_spelling_can_stand_for_several_syllables() -> None:
    """Jong is 정 or 종; a syllable that no Korean name has stands for nothing."""
    assert set(syllables_spelled("jong")) == {"정", "종"}
    assert syllables_spelled("zuck") == {}


def test_a_foreign_name_has_no_korean_reading() -> None:
    """Names with a syllable or a surname that Koreans do not have are not read as Korean."""
    assert korean_in_latin(("mark", "zuckerberg")) == ()
    assert korean_in_latin(("kim",)) == ()
    assert korean_in_hangul(("저커버그",)) is None
    assert korean_in_hangul(("마크", "저커버그")) is None


def test_north_and_south_write_a_given_name_in_two_ways() -> None:
    """룡해 is 용해 and 성렬 is 성열, but 유리 is not 유이 and 보라 not 보나."""
    assert same_given("룡해", "용해")
    assert same_given("성렬", "성열")
    assert not same_given("유리", "유이")
    assert not same_given("보라", "보나")


@pytest.mark.parametrize(
    ("pinyin", "hangul"),
    [
        ("xi", "시"),
        ("jinping", "진핑"),
        ("qiang", "창"),
        ("zhongxun", "중쉰"),
        ("yuan", "위안"),
        ("lü", "뤼"),
        ("wei", "웨이"),
    ],
)
def test_pinyin_has_its_hangul(pinyin: str, hangul: str) -> None:
    """The Korean rules for loanwords write a syllable of Mandarin in one way."""
    assert hangul in pinyin_in_hangul(pinyin)
    assert is_pinyin_in_hangul(hangul)


@pytest.mark.parametrize("word", ["smith", "kishida", "kia", "ja"])
def test_other_words_are_no_pinyin(word: str) -> None:
    """A syllable that Mandarin does not have makes a word no pinyin."""
    assert pinyin_in_hangul(word) == frozenset()


def test_hanja_of_names_beyond_the_old_standard_are_read() -> None:
    """婷 and 珢 are read though KS X 1001 lacks them, and simplified forms are read as what they stand for."""
    assert read_hanja("婷珢") == "정은"
    assert read_hanja("习") == read_hanja("習") == "습"
    assert standard_hanja("广荣") == "廣榮"


@pytest.mark.parametrize(
    ("syllable", "soft"),
    [("락", "낙"), ("려", "여"), ("녀", "여"), ("니", "이"), ("김", "김"), ("A", "A"), ("남궁", "남궁")],
)
def test_initial_sound_law(syllable: str, soft: str) -> None:
    """ㄹ and ㄴ are lost before a y sound, and ㄹ is ㄴ elsewhere."""
    assert soften(syllable) == soft


@pytest.mark.parametrize(
    ("hangul", "right", "wrong"),
    [
        ("신조", "Shinzo", "Shinji"),
        ("팀", "Tim", "Tom"),
        ("후미오", "Fumio", "Fumiko"),
        ("린드베리", "Lindberg", "Lundberg"),
    ],
)
def test_the_right_spelling_sounds_more_alike(hangul: str, right: str, wrong: str) -> None:
    """A vowel or a consonant that differs is heard."""
    assert word_likeness(hangul, right) > 0.9
    assert word_likeness(hangul, right) > word_likeness(hangul, wrong) + 0.05
