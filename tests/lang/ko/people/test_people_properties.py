"""What holds for the people of any text whatever."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from people_reading import read_people

WORDS = (
    "김다라",
    "배도윤",
    "올리버 하트윅",
    "하트윅",
    "가나전자",
    "미국",
    "회장",
    "전 장관",
    "대통령은",
    "金",
    "裵道允",
)
MARKS = ("(Oliver Hartwick)", "(53)", "(왼쪽부터)", "(", ")", "·", ",", "-", " ", "\n", "/", "🙂", "é", "\ud800")
TAILS = ("을 만났다.", "부인", "겸", "씨", "의", "와 ")
PIECES = st.sampled_from(WORDS + MARKS + TAILS)
TEXTS = st.one_of(st.text(max_size=80), st.lists(PIECES, max_size=25).map("".join))


@settings(max_examples=150, deadline=None)
@given(TEXTS)
def test_spans_lie_in_the_text_and_extents_hold_their_spans(text: str) -> None:
    """No text raises, and every span can be sliced."""
    _, found = read_people(text, morphemes=False)
    for mention in found.mentions:
        assert 0 <= mention.extent.start <= mention.span.start < mention.span.end <= mention.extent.end <= len(text)
    for person in found.people:
        assert person.mentions
        for position in person.positions:
            assert all(0 <= span.start < span.end <= len(text) for span in position.spans)


@settings(max_examples=60, deadline=None)
@given(TEXTS)
def test_reading_twice_gives_the_same(text: str) -> None:
    """Nothing is remembered from one reading to the next."""
    assert read_people(text, morphemes=False)[1] == read_people(text, morphemes=False)[1]


@settings(max_examples=60, deadline=None)
@given(TEXTS)
def test_each_person_has_one_id_and_owns_its_mentions(text: str) -> None:
    """Ids are p1, p2 … in text order, and a mention points back to its person."""
    people = read_people(text, morphemes=False)[1].people
    assert [p.id for p in people] == [f"p{n}" for n in range(1, len(people) + 1)]
    assert all(m.person == p.id for p in people for m in p.mentions)
