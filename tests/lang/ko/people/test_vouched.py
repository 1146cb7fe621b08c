"""Names that a surname elsewhere on the page vouches for."""

from __future__ import annotations

from people_reading import read_people


def names(text: str) -> list[str]:
    """The people of a text, by name."""
    return [person.name for person in read_people(text)[1].people]


def test_a_surname_with_the_same_title_makes_a_word_a_name() -> None:
    """계루가 may be a whole word; beside 계 부시장 it is 계루 with a particle."""
    assert names("부시장 계루가 왔다. 계 부시장이 말했다.") == ["계루"]
    assert names("부시장 계루가 왔다.") == []


def test_another_title_does_not_vouch() -> None:
    """A surname said with another title is another person's."""
    assert names("부시장 계루가 왔다. 계 판사가 말했다.") == []


def test_the_firm_of_somebody_is_nobody() -> None:
    """A headline shortens a firm and its head to 하르베타 CEO; where a full name goes before it the firm is known."""
    headline = "노던클라우드·하르베타 CEO와도 만나 협력 논의"
    assert names(f"{headline}\n이에 앞서 한 회장은 루카스 베르그 하르베타 CEO를 만나 협의했다.") == ["루카스 베르그"]
