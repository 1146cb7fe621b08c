"""Who is who: the table of cases, and what only whole pages show."""

from __future__ import annotations

from importlib.resources import files

import pytest

from hoedong.lang.ko.people.lexicons import rows
from hoedong.rules.lexicon_file import load_lexicon
from people_reading import read_people
from timing import seconds

CASES = load_lexicon(files("hoedong.lang.ko") / "cases" / "people.tsv", ("text", "people"))


@pytest.mark.parametrize("case", CASES, ids=[case["why"] for case in CASES])
def test_a_page_gives_its_people_with_all_their_mentions(case: dict[str, str]) -> None:
    """Every mention lands with its person, and nobody else is found."""
    document, found = read_people(case["text"].replace("\\n", "\n"))
    got = "; ".join(f"{p.name}={'|'.join(document[m.span] for m in p.mentions)}" for p in found.people)
    assert got == case["people"]


def test_a_title_without_a_name_is_told() -> None:
    """A surname with a title and nobody of that name gives a diagnostic and an unsettled mention."""
    _, found = read_people("표 회장은 말이 없었다.")
    assert [d.code for d in found.diagnostics] == ["person.title-without-name"]
    assert [m.person for m in found.mentions] == [None]


def test_the_extent_ends_where_the_particle_begins() -> None:
    """What follows the extent is the particle of the person."""
    text = "김다온 가나전자 회장(53)과 배도윤 장관에게 물었다."
    _, found = read_people(text)
    assert [text[m.extent.end :][:2] for m in found.mentions] == ["과 ", "에게"]


def test_time_grows_in_step_with_length() -> None:
    """Ten times the text takes no more than some twenty times as long."""
    text = "김다온 가나전자 회장이 왔다. 김 회장은 배도윤·표하람 의원과 만났다. "
    short, long = (seconds(lambda: read_people(text * times, morphemes=False)) for times in (100, 1000))  # noqa: B023

    assert long < 25 * max(short, 0.01)


def test_no_lexicon_line_holds_a_full_name() -> None:
    """Names come from the page, never from a list: parts of foreign names stand alone, one a line."""
    assert not [row["name"] for row in rows("foreign_given_names") if " " in row["name"]]
    assert not [row["title"] for row in rows("titles") if " " in row["title"] and not row["title"].isascii()]
