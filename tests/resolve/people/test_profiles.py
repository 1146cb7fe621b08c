"""Profiles: what of an appearance counts, and what is left out so that they stay few."""

from __future__ import annotations

import pytest

from hoedong.model.appearance import Appearance, Post
from hoedong.model.person import PositionStatus
from hoedong.model.time import PartialDate
from hoedong.resolve.people import blocking_keys, profile_of
from hoedong.resolve.people.naming import read_person_name, telling_words
from hoedong.resolve.people.titles import read_title
from resolve.appearances import appearance


def test_appearances_that_look_the_same_are_one_profile() -> None:
    """Documents of the same years that say the same of a person give one node."""
    one = profile_of(appearance("홍가람|누리전자|회장|2022", "d1"))
    assert one == profile_of(appearance("홍가람|㈜누리전자|회장|2023", "d2"))
    assert one != profile_of(appearance("홍가람|누리전자|회장|2002", "d3"))


def test_spellings_of_an_organisation_and_a_post_give_one_profile() -> None:
    """CEO of 산은 and 최고경영자(CEO) of KDB산업은행 look the same."""
    one = profile_of(appearance("홍가람|산은|CEO|2022"))
    assert one == profile_of(appearance("홍가람|KDB산업은행|최고경영자(CEO)|2022"))


def test_profiles_of_one_person_stay_few() -> None:
    """Ten thousand documents of fifteen years with four posts under three names are a few dozen profiles."""
    years, posts = range(2010, 2025), ("회장|누리", "부회장|누리", "대표|누리", "회장|대한상의")
    names = ("홍가람", "Hong Ga-ram", "洪가람")
    lines = [
        f"{name}|{post.split('|')[1]}|{post.split('|')[0]}|{year}" for name in names for post in posts for year in years
    ]
    profiles = {profile_of(appearance(lines[number % len(lines)], f"d{number}")) for number in range(10_000)}
    assert len(profiles) <= 48


def test_a_judged_appearance_is_a_node_of_its_own() -> None:
    """What a judgement names is never lost among others that look the same."""
    one = appearance("홍가람|누리전자|회장|2022", "d1")
    assert profile_of(one, True).alone == one.id
    assert profile_of(one, True) != profile_of(one)


def test_a_name_that_tells_too_little_stands_for_its_appearance_alone() -> None:
    """이 회장 without a firm, Lee, and Smith without a post are nobody else's in another document."""
    for line in ("이 회장|||2020", "李 회장|||2020", "Lee|||2020", "Smith|||2020"):
        assert profile_of(appearance(line, "d1")) != profile_of(appearance(line, "d2")), line
    assert profile_of(appearance("저커버그", "d1")) == profile_of(appearance("저커버그", "d2"))


def test_a_surname_alone_has_keys_only_with_an_organisation() -> None:
    """이 회장 of a firm is looked up by surname and firm; without one it has no key."""
    assert blocking_keys(profile_of(appearance("이 회장|||2020"))) == ()
    keys = blocking_keys(profile_of(appearance("이 회장|삼성전자||2020")))
    assert keys == ("이@삼성",)
    assert set(keys) & set(blocking_keys(profile_of(appearance("이가람|삼성|회장|2020"))))


@pytest.mark.parametrize(
    ("part", "whole"), [("저커버그", "Mark Zuckerberg"), ("아베", "아베 신조"), ("Merkel", "앙겔라 메르켈")]
)
def test_a_part_of_a_name_shares_a_key_with_the_whole(part: str, whole: str) -> None:
    """A surname alone finds the full name, in other letters too."""
    assert set(blocking_keys(profile_of(appearance(part)))) & set(blocking_keys(profile_of(appearance(whole))))


def test_a_title_in_the_name_is_a_post_where_none_is_stated() -> None:
    """홍 회장 is a chairman; a title that is stated outweighs the one in the name."""
    assert [post.title for post in profile_of(appearance("홍 회장|누리||2020")).posts] == ["회장"]
    assert [post.title for post in profile_of(appearance("홍 회장|누리|부회장|2020")).posts] == ["부회장"]


def test_the_country_of_an_office_is_its_organisation() -> None:
    """미국 대통령 is the office 대통령 of 미국, however it is written."""
    posts = profile_of(appearance("홍가람||미국대통령|2020")).posts
    assert posts == (Post("미국", "대통령", PositionStatus.CURRENT),)


def test_a_latin_given_name_alone_identifies_nobody() -> None:
    """An English first name that an article adds to a Korean one is no name in Latin letters."""
    tony = Appearance("a", "d", "홍가람", latin="Tony", published=PartialDate(2024))
    assert profile_of(tony).latin is None


def test_names_are_freed_of_titles_and_forms_of_address() -> None:
    """What is left of a name is the name."""
    texts = {
        "李 회장": "이",
        "金大中": "김대중",
        "President Biden": "Biden",
        "Mr Biden": "Biden",
        "이희호 여사": "이희호",
    }
    assert {written: read_person_name(written).text for written in texts} == texts
    assert read_person_name("Pope Francis").text == "Pope Francis"
    assert read_person_name("Mrs Reagan").address == "married"


def test_given_names_of_foreigners_are_told_from_what_stands_alone() -> None:
    """A given name is used alone of nobody; a family name that stands first is."""
    assert telling_words("앤드루 말로") == ("말로",)
    assert telling_words("아베 신조") == ("아베", "신조")


def test_titles_are_read_by_themselves_or_by_their_end() -> None:
    """A title of the table is exact, another known by its longest end."""
    assert read_title("금융위원장").fields == {"government"}
    assert read_title("기술혁신위원장").posts == read_title("위원장").posts
    assert read_title("대한가나협회장").fields == {"association"}
    assert read_title("French Minister of the Economy").country == "FR"
    assert read_title("Chief Executive Officer").identity == read_title("최고경영자").identity
    assert read_title("상무").identity != read_title("전무").identity
