"""The tables of organisations hold together."""

from __future__ import annotations

from collections import Counter

from hoedong.resolve.organisations.countries import country_of, split_country
from hoedong.resolve.organisations.known import find_known, kind_of, known_organisations
from hoedong.resolve.tables import load_table, spelling_key


def test_no_name_stands_on_two_lines() -> None:
    """A name, a short name or a former name belongs to one organisation alone."""
    spellings = [
        {spelling_key(name) for name in (known.name, *known.aliases, *known.former)} for known in known_organisations()
    ]
    counts = Counter(spelling for line in spellings for spelling in line)
    assert [spelling for spelling, count in counts.items() if count > 1] == []


def test_every_kind_is_one_that_posts_can_be_read_by() -> None:
    """Kinds are the fields of titles.tsv, a company's being business, and foundation, which has none."""
    fields = {field.strip() for row in load_table("people", "titles.tsv") for field in row["fields"].split(";")}
    kinds = {known.kind for known in known_organisations()}
    kinds |= {row["kind"] for row in load_table("organisations", "kinds.tsv", "ending", "kind")}
    assert kinds - fields == {"company", "foundation"}


def test_every_group_is_led_by_the_organisations_it_names() -> None:
    """A group stands in the table with at least one member."""
    assert all(find_known(known.name) == known for known in known_organisations())


def test_kinds_are_read_by_the_longest_ending() -> None:
    """An institution's end tells what it is; a longer end outweighs a shorter one inside it."""
    expected = {
        "가나중앙은행": "government",
        "가나은행": "company",
        "다솜교회": "religion",
        "Nuri Air Force": "military",
    }
    assert {name: kind_of(name) for name in expected} == expected
    assert kind_of("가나다라") is None


def test_countries_are_read_before_an_office_only_as_words() -> None:
    """한국은행 is no country, 한국 대통령 names one."""
    assert (country_of("한국은행"), country_of("한국 대통령"), country_of("U.S. President")) == (None, "KR", "US")
    assert split_country("미국대통령") == ("US", "대통령")
    assert split_country("인도주의") == ("IN", "주의")  # no title: what is left is unknown and says nothing
