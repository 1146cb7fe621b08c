"""Places: rule examples, the case table, and properties on any text."""

from importlib.resources import files

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hoedong.lang.ko.place_lexicon import place_lexicon
from hoedong.lang.ko.places import country_of, find_places, place_of_clause
from hoedong.model.span import Span
from hoedong.rules.lexicon_file import load_lexicon
from hoedong.rules.rule_file import load_rules
from hoedong.rules.trace import KeptTrace
from timing import seconds

KO = files("hoedong.lang.ko")
RULES = load_rules(KO / "rules" / "place.toml")
CASES = load_lexicon(KO / "cases" / "places.tsv", ("sentence", "place", "city", "country"))
PIECES = st.sampled_from(
    [
        "서울",
        "에서",
        " ",
        "의 한 ",
        "호텔",
        "본사",
        "이란",
        "美",
        "만났다.",
        "백악관",
        "여의도",
        "으로 ",
        "(",
        ")",
        "\n",
        "로스앤젤레스",
        "😀",
        "\ud800",
        "각",
    ]
)


def found(text, rule=None):
    """Surfaces of the places in a text, of one rule if given."""
    return [text[slice(*p.span)] for p in find_places(text, [Span(0, len(text))]) if rule in (None, p.rule)]


def chosen(text):
    """What is read of the place of a sentence."""
    whole = Span(0, len(text))
    return place_of_clause(text, whole, find_places(text, [whole]))


@pytest.mark.parametrize(("rule", "example"), [(rule, match) for rule in RULES for match in rule.match])
def test_rule_applies_to_its_match_sentences(rule, example):
    """Each rule reads what its match sentences say."""
    if rule.fields["stage"] == "find":
        assert example["place"] in found(example["text"], rule.id)
        return
    answer = chosen(example["text"])
    if "country" in example:
        assert (answer.where.country, rule.id in answer.rules) == (example["country"], True)
    else:
        assert [example["text"][slice(*span)] for span in answer.where.spans] == [example["place"]]
    if rule.fields.get("weight", 1):
        assert rule.id in answer.rules


@pytest.mark.parametrize(("rule", "example"), [(rule, reject) for rule in RULES for reject in rule.reject])
def test_rule_is_silent_on_its_reject_sentences(rule, example):
    """No rule fires where its reject sentence says it must not."""
    if rule.fields["stage"] == "find":
        assert found(example["text"], rule.id) == []
    else:
        assert rule.id not in chosen(example["text"]).rules


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["note"])
def test_place_of_a_sentence(case):
    """The case table reads as written."""
    where = chosen(case["sentence"]).where
    place = case["sentence"][slice(*where.spans[0])] if where.spans else ""
    assert (place, where.city or "", where.country or "") == (case["place"], case["city"], case["country"])


def test_people_and_organisations_come_first():
    """A place name inside an excluded span is no place."""
    text = "대전에서 만났다."
    assert find_places(text, [Span(0, len(text))], [Span(0, 2)]) == ()


def test_district_gives_its_town_only_if_the_text_names_it():
    """여의도 alone does not give 서울."""
    far = "두 사람은 여의도에서 만났다."
    near = far + " 서울은 맑았다."
    assert chosen(far).where.city is None
    assert place_of_clause(near, Span(0, len(far)), find_places(near, [Span(0, len(far))])).where.city == "서울"


def test_of_two_equal_places_the_one_before_the_trigger_wins():
    """A later place of the same strength does not take over an earlier encounter."""
    text = "두 사람은 5월 하노이에서 만났고 6월 방콕에서 헤어졌다."
    whole = Span(0, len(text))
    places = find_places(text, [whole])
    assert place_of_clause(text, whole, places, trigger=text.index("만났")).where.city == "하노이"
    assert place_of_clause(text, whole, places).where.city == "방콕"


def test_travel_words_name_their_country():
    """방한 is a trip to Korea; 방영 is no trip."""
    words = ("방한", "방미", "訪中", "방북", "미국", "한국행", "방영", "출장")
    assert [country_of(word) for word in words] == ["KR", "US", "CN", "KP", "US", "KR", None, None]


def test_trace_tells_what_was_found():
    """Every place found leaves a step in the trace."""
    trace = KeptTrace()
    text = "대전 다온전자 본사에서 만났다."
    places = find_places(text, [Span(0, len(text))], (), trace)
    assert [step.rule for step in trace.steps] == [place.rule for place in places]


@settings(max_examples=150, deadline=None)
@given(st.lists(PIECES | st.text(max_size=4), max_size=30).map("".join))
def test_any_text_gives_spans_inside_it(text):
    """Spans lie in the text, are not empty, are ordered, and nothing raises."""
    whole = Span(0, len(text))
    places = find_places(text, [whole])
    assert all(0 <= place.span.start < place.span.end <= len(text) for place in places)
    assert list(places) == sorted(places, key=lambda place: place.span)
    assert all(place.city is None or place.city in text for place in places)
    assert all(span in whole for span in place_of_clause(text, whole, places).where.spans)


@settings(max_examples=50, deadline=None)
@given(st.text(max_size=20).filter(lambda words: "\n" not in words))
def test_text_before_shifts_spans_and_changes_nothing_else(before):
    """A sentence is read alike wherever it stands."""
    sentence = "노 대표는 미국 보스턴의 한 호텔에서 길 회장을 만났다."
    text = before + "\n" + sentence
    offset = len(before) + 1
    alone = find_places(sentence, [Span(0, len(sentence))])
    moved = find_places(text, [Span(offset, len(text))])
    assert [place.span.shift(offset) for place in alone] == [place.span for place in moved]


@pytest.mark.parametrize("piece", ["여의도 호텔 ", "서울 ", "가", "의 한 ", "서울에서 호텔로 ", "대전 "])
def test_time_grows_in_step_with_length(piece):
    """Eight times the text takes no more than some thirty times as long, even as one sentence."""

    def spent(length):
        text = piece * (length // len(piece))
        whole = Span(0, len(text))
        return seconds(lambda: place_of_clause(text, whole, find_places(text, [whole])))

    place_lexicon()
    assert spent(80_000) < 30 * spent(10_000) + 0.05
