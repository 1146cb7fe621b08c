"""A person of the record: the name to show, names, positions over time."""

from __future__ import annotations

from hoedong.model.entity import NameUse
from hoedong.model.person import PositionStatus
from hoedong.model.time import PartialDate
from hoedong.resolve.people import ProfileUse, describe_person, profile_of
from resolve.appearances import appearance


def use(line: str, documents: int, first: str, last: str) -> ProfileUse:
    """The profile of a line, used in so many documents from one day to another."""
    one = appearance(line)
    dates = (PartialDate.parse(first), PartialDate.parse(last))
    return ProfileUse(profile_of(one), (NameUse(one.name, documents),), documents, *dates)


def test_the_most_frequent_full_hangul_name_is_shown() -> None:
    """A full name outweighs a surname that more documents use, and Hangul outweighs Latin letters."""
    uses = [
        use("저커버그|메타|CEO|2024", 90, "2024-01-01", "2024-12-31"),
        use("마크 저커버그|메타|CEO|2024", 5, "2024-01-01", "2024-12-31"),
        use("Mark Zuckerberg|Meta|CEO|2024", 50, "2024-01-01", "2024-12-31"),
    ]
    person = describe_person("p", uses)
    assert (person.id, person.name, person.latin, person.documents) == ("p", "마크 저커버그", "Mark Zuckerberg", 145)
    assert [name.name for name in person.names] == ["저커버그", "Mark Zuckerberg", "마크 저커버그"]


def test_a_person_of_latin_documents_is_shown_in_latin_letters() -> None:
    """Where no document writes Hangul the Latin name is the name."""
    person = describe_person("p", [use("Olga Lindqvist||MP|2020", 1, "2020-05-01", "2020-05-01")])
    assert (person.name, person.latin) == ("Olga Lindqvist", "Olga Lindqvist")


def test_one_post_under_several_spellings_is_one_position() -> None:
    """CEO and 최고경영자 of a firm are one position from the first document to the last."""
    uses = [
        use("홍가람|누리전자|CEO|2020", 3, "2020-02-01", "2020-09-01"),
        use("홍가람|누리전자|최고경영자|2022", 2, "2021-12-01", "2022-03-05"),
        use("홍가람||최고경영자(CEO)|2024", 1, "2024-06", "2024-06"),
    ]
    (position,) = describe_person("p", uses).positions
    assert (position.organisation, position.title) == ("누리전자", "CEO")
    assert (str(position.first), str(position.last), position.documents) == ("2020-02-01", "2024-06", 6)


def test_former_and_current_posts_are_apart_and_the_latest_comes_first() -> None:
    """What somebody is and what they were are two positions."""
    uses = [
        use("홍가람||대통령|2016", 4, "2016-01-01", "2017-03-01"),
        use("홍가람||former 대통령|2020", 2, "2019-01-01", "2020-03-01"),
    ]
    positions = describe_person("p", uses).positions
    assert [(one.title, one.status) for one in positions] == [
        ("대통령", PositionStatus.FORMER),
        ("대통령", PositionStatus.CURRENT),
    ]


def test_first_and_last_seen_are_the_outermost_days() -> None:
    """A month counts from its first day to its last."""
    uses = [
        use("홍가람|||2020", 1, "2020-05", "2020-05"),
        use("홍가람||장관|2020", 1, "2020-05-03", "2020-05-30"),
    ]
    person = describe_person("p", uses)
    assert (str(person.first_seen), str(person.last_seen)) == ("2020-05", "2020-05")


def test_no_order_of_profiles_changes_the_description() -> None:
    """A person is described alike in whatever order the profiles come."""
    uses = [
        use("홍가람|누리전자|사장|2020", 1, "2020-01-01", "2020-01-01"),
        use("홍가람|누리전자|회장|2024", 1, "2024-01-01", "2024-01-01"),
        use("Hong Ga-ram|||2024", 1, "2024-01-01", "2024-01-01"),
    ]
    assert describe_person("p", uses) == describe_person("p", uses[::-1])


def test_a_person_without_days_has_none() -> None:
    """Where no document has a day nothing is claimed."""
    person = describe_person("p", [ProfileUse(profile_of(appearance("홍가람|누리전자|회장")))])
    assert (person.first_seen, person.last_seen, person.positions[0].first) == (None, None, None)
