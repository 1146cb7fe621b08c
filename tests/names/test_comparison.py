"""What holds of the comparison of any two names."""

from __future__ import annotations

import os
import subprocess
import sys

from hypothesis import given, settings
from hypothesis import strategies as st

from hoedong.names.comparison import Kind, compare_names
from hoedong.names.keys import name_keys
from hoedong.names.table import table_rows

GIVEN = tuple(row["name"] for row in table_rows("given_names"))
SURNAMES = (
    "Marlow",
    "Castellan",
    "von Brandis",
    "Solheim-Aas",
    "Ibarra",
    "O'Dell",
    "Žižka",
    "Nguyễn",
    "bin Hadi",
    "Li",
)
HANGUL = ("마로", "카스텔란", "이바라", "지슈카", "응우옌", "리", "폰 브란디스")
KOREAN = tuple(row["surname"] for row in table_rows("korean_surnames"))
LATIN_KOREAN = tuple(row["spellings"].split()[0].capitalize() for row in table_rows("korean_surnames"))
SYLLABLES = tuple("하람도윤서진재호민아태규용정상현은지수룡렬")
SPELLED = ("ha", "ram", "do", "yun", "seo", "jin", "jae", "ho", "min", "su", "jung", "hyun", "ji", "soo", "eun")
LETTERS = "aeioubcdfghjklmnpqrstvwxyzéñø-'. 김이박하람트르크스金李道允ЖА"

foreign = st.builds("{} {}".format, st.sampled_from(GIVEN), st.sampled_from(SURNAMES))
transcribed = st.builds(
    "{} {}".format,
    st.sampled_from([row["hangul"].split()[0] for row in table_rows("given_names")]),
    st.sampled_from(HANGUL),
)
korean = st.builds("{}{}{}".format, st.sampled_from(KOREAN), st.sampled_from(SYLLABLES), st.sampled_from(SYLLABLES))
latin_korean = st.builds(
    "{} {}-{}".format, st.sampled_from(LATIN_KOREAN), st.sampled_from(SPELLED), st.sampled_from(SPELLED)
)
known = st.sampled_from([name for row in table_rows("aliases") for name in (row["canonical"], row["alias"])])
odd = st.text(alphabet=LETTERS, max_size=24)
names = st.one_of(foreign, transcribed, korean, latin_korean, known, odd)
MANY = settings(deadline=None, max_examples=400)


@MANY
@given(names, names)
def test_order_of_the_names_does_not_matter(one: str, other: str) -> None:
    """Turning the two names round changes neither score nor kind."""
    there, back = compare_names(one, other), compare_names(other, one)
    assert (there.score, there.kind) == (back.score, back.kind)


@MANY
@given(names)
def test_a_name_is_itself(name: str) -> None:
    """Every name is identical with itself."""
    assert compare_names(name, name).score == 1.0
    assert compare_names(name, name).kind is Kind.IDENTICAL


@MANY
@given(names, names)
def test_score_and_kind_agree(one: str, other: str) -> None:
    """A score is a share, and names that are partly alike or different are never a match."""
    found = compare_names(one, other)
    assert 0.0 <= found.score <= 1.0
    assert found.is_match != (found.kind in (Kind.PARTIAL, Kind.DIFFERENT))
    assert found.detail or not (one.strip() or other.strip())


@MANY
@given(names, names)
def test_names_that_match_share_a_key(one: str, other: str) -> None:
    """Looking up by keys loses no match."""
    if compare_names(one, other).is_match:
        assert not set(name_keys(one)).isdisjoint(name_keys(other))


@MANY
@given(foreign)
def test_surname_may_stand_first(name: str) -> None:
    """A name with its surname first is the same name."""
    given_name, surname = name.split(" ", 1)
    assert compare_names(name, f"{surname} {given_name}").is_match


@MANY
@given(st.sampled_from(KOREAN), *(st.sampled_from(SYLLABLES) for _ in range(4)))
def test_every_syllable_of_a_korean_name_counts(surname: str, one: str, two: str, three: str, four: str) -> None:
    """Two Korean given names match only if they are one, or the North and the South write them in two ways."""
    north_and_south = {"룡": "용", "렬": "열"}
    left, right = f"{one}{two}", f"{three}{four}"
    same = "".join(north_and_south.get(c, c) for c in left) == "".join(north_and_south.get(c, c) for c in right)
    assert compare_names(surname + left, surname + right).is_match == same


def test_detail_sets_part_against_part() -> None:
    """The detail reads as a person would explain it, with the left name on the left."""
    assert compare_names("이하람", "Lee Ha-ram").detail == "이 = Lee, 하람 = Ha-ram"
    assert compare_names("Lee Ha-ram", "이하람").detail == "Lee = 이, Ha-ram = 하람"
    assert compare_names("팀 마로", "Tom Marlow").detail == "팀 ≠ Tom, 마로 ≈ Marlow"


def test_hash_seed_changes_nothing() -> None:
    """Two processes with different hash seeds give the same comparisons and keys."""
    code = (
        "from hoedong.names.comparison import compare_names as c\n"
        "from hoedong.names.keys import name_keys as k\n"
        "for n in ('Jay Y. Lee', 'Chris Marlow', 'Bill Lee', 'Lim Ji-soo', 'Jean-Claude Ibarra'):\n"
        "    print(k(n), c(n, '이재용'), c(n, '크리스 마로'), c(n, '임지수'))\n"
    )
    outputs = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert len(outputs) == 1
