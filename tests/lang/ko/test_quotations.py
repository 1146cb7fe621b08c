"""Quotations: rule examples, chains and carried topics, and properties on any text."""

from time import perf_counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hoedong.lang.ko.quotations import find_quotations, quotation_rules
from hoedong.lang.ko.quote_marks import find_quoted
from hoedong.model.document import Block, BlockRole, Document
from hoedong.model.mention import MentionForm, PersonMention
from hoedong.model.span import Span
from hoedong.rules.trace import KeptTrace
from marked_text import read_marked, sentences_of

MATCHES = [(rule.id, example) for rule in quotation_rules() for example in rule.match]
REJECTS = [(rule.id, example) for rule in quotation_rules() for example in rule.reject]
PIECES = st.sampled_from(
    [
        '"',
        "“",
        "”",
        "‘",
        "’",
        "'",
        "한가람 회장",
        "은 ",
        "이 ",
        "라고 ",
        "고 ",
        "며 ",
        "말했다.",
        "는 ",
        "의 말",
        "(",
        ")",
        "[",
        "]",
        "\n",
        "… ",
        "회사",
        "그는 ",
        " ",
        "😀",
        "\ud800",
        "각",
        "『",
        "』",
        "- ",
        "▶ 인터뷰 : ",
    ]
)


def said(text: str, role: str = "paragraph") -> list[tuple[str | None, str]]:
    """Who said what in a marked example."""
    marked = read_marked(text, role)
    found = find_quotations(marked.document, marked.sentences, marked.mentions)
    return [(quotation.speaker, marked.document[quotation.content]) for quotation in found]


@pytest.mark.parametrize(("rule", "example"), MATCHES)
def test_each_rule_attributes_its_examples(rule, example):
    """Every match sentence gives the quotation and the speaker written beside it, by that rule."""
    marked = read_marked(example["text"], example.get("role", "paragraph"))
    found = find_quotations(marked.document, marked.sentences, marked.mentions)
    by_rule = [(q.speaker, marked.document[q.content]) for q in found if q.rule == rule]
    assert (example["speaker"], example["quote"]) in by_rule


@pytest.mark.parametrize(("rule", "example"), REJECTS)
def test_no_rule_attributes_a_reject_sentence(rule, example):
    """A reject sentence gives no quotation at all, neither by its rule nor by another."""
    assert said(example["text"], example.get("role", "paragraph")) == [], rule


def test_quotations_of_one_sentence_keep_their_speaker():
    """The two halves of …며 …라고 말했다 are two quotations of one speaker."""
    text = '{한가람 회장}은 "공장을 짓겠다"며 "사람도 더 뽑겠다"고 말했다.'
    assert said(text) == [("한가람 회장", "공장을 짓겠다"), ("한가람 회장", "사람도 더 뽑겠다")]


def test_each_clause_has_its_own_speaker():
    """In X가 "…"고 하자 Y는 "…"고 답했다 each takes the nearest subject."""
    text = '{노을빛 의원}이 "늦었다"고 하자 {서한들 장관}은 "서두르겠다"고 답했다.'
    assert said(text) == [("노을빛 의원", "늦었다"), ("서한들 장관", "서두르겠다")]


def test_the_topic_is_carried_into_the_next_sentence():
    """A sentence without a subject goes on about the topic before it."""
    text = '{한가람 회장}은 공장을 찾았다. 둘러본 뒤 "품질이 먼저"라고 말하기도 했다.'
    assert said(text) == [("한가람 회장", "품질이 먼저")]


def test_a_pronoun_means_the_person_before():
    """그는 stands for the last single person who was a subject."""
    assert said('{한가람 회장}은 웃었다. 그는 "기쁘다"고 했다.') == [("한가람 회장", "기쁘다")]


def test_a_bare_title_means_its_bearer():
    """교황은 stands for the person named before as 교황."""
    text = '{요한 교황}이 내렸다. 교황은 "평화를 빈다"고 말했다.'
    assert said(text) == [("요한 교황", "평화를 빈다")]


def test_both_of_two_joined_speakers_have_the_words():
    """A와 B는 각각 "…"고 했다 is a quotation of each."""
    text = '{한가람 후보}와 {노을빛 후보}는 각각 "이기겠다"고 했다.'
    assert said(text) == [("한가람 후보", "이기겠다"), ("노을빛 후보", "이기겠다")]


def test_an_organisation_takes_the_words_away_from_a_person():
    """The words of a company or an unnamed insider are nobody's."""
    assert said('{한가람 회장}을 두고 노조 관계자는 "아쉽다"고 말했다.') == []


def test_a_headline_takes_its_speaker_from_the_body():
    """A shortened version of words of the body is a quotation of the same speaker."""
    text = '시장 첫 연설… "골목이 살아야" 호소\n{한가람 시장}은 "골목이 살아야 도시가 산다"고 말했다.'
    marked = read_marked(text)
    headline = Block(BlockRole.HEADLINE, marked.document.blocks[0].span)
    document = Document("example", marked.document.text, "ko", (headline, *marked.document.blocks[1:]))
    found = find_quotations(document, marked.sentences, marked.mentions)
    assert [(q.speaker, document[q.content]) for q in found] == [
        ("한가람 시장", "골목이 살아야"),
        ("한가람 시장", "골목이 살아야 도시가 산다"),
    ]


def test_the_same_words_in_headline_and_body_count_once():
    """A headline that repeats the words of the body is no quotation of its own."""
    text = '{한가람} "기쁘다"\n{한가람}은 "기쁘다"고 말했다.'
    marked = read_marked(text)
    headline = Block(BlockRole.HEADLINE, marked.document.blocks[0].span)
    document = Document("example", marked.document.text, "ko", (headline, *marked.document.blocks[1:]))
    assert len(find_quotations(document, marked.sentences, marked.mentions)) == 1


def test_the_cue_is_the_verb_of_saying():
    """The cue spans the verb that attributes the words."""
    marked = read_marked('{한가람 회장}은 "기쁘다"고 거듭 강조했다.')
    (quotation,) = find_quotations(marked.document, marked.sentences, marked.mentions)
    assert quotation.cue is not None
    assert marked.document[quotation.cue] == "강조했다"


def test_words_inside_words_are_found():
    """Single marks inside double ones are quotations of their own."""
    text = "\"그때 {강마루 대통령}이 저를 불러 '일을 맡으라' 하셨지요.\""
    marked = read_marked(text)
    assert [marked.document[q.inner] for q in find_quoted(marked.document.text, marked.document.blocks[0].span)] == [
        "그때 강마루 대통령이 저를 불러 '일을 맡으라' 하셨지요.",
        "일을 맡으라",
    ]
    assert said(text) == [("강마루 대통령", "일을 맡으라")]


def test_the_trace_says_why_words_have_no_speaker():
    """A quotation that nobody could be named for is a near miss in the trace."""
    marked = read_marked('회사 관계자는 "모른다"고 말했다.')
    trace = KeptTrace()
    find_quotations(marked.document, marked.sentences, marked.mentions, trace)
    assert [(step.rule, step.fired) for step in trace.steps] == [("ko.quote.verb", False)]


@settings(max_examples=150, deadline=None)
@given(st.lists(PIECES, max_size=40).map("".join))
def test_any_text_gives_quotations_inside_marks(text):
    """No text raises, and each quotation lies between two marks of the text."""
    blocks = tuple(Block(BlockRole.PARAGRAPH, span) for span in _lines(text))
    document = Document("any", text, "ko", blocks)
    mentions = [
        PersonMention(Span(at, at + 6), Span(at, at + 6), MentionForm.NAME, "p", "any")
        for at in range(len(text))
        if text.startswith("한가람 회장", at)
    ]
    for quotation in find_quotations(document, sentences_of(document), mentions):
        around = text[quotation.content.start - 1] + text[quotation.content.end]
        assert not around.isalnum()
        assert quotation.speaker == "p"


def _lines(text: str) -> list[Span]:
    spans, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            spans.append(Span(at, at + len(line)))
        at += len(line) + 1
    return spans


@pytest.mark.parametrize("piece", ['"', "“", "회사는 ", '{한가람}은 "네"고 ', "「」"])
def test_a_long_line_takes_linear_time(piece):
    """A line of many thousand marks and subjects is read in seconds."""
    marked = read_marked(piece * 20_000)
    began = perf_counter()
    find_quotations(marked.document, marked.sentences, marked.mentions)
    assert perf_counter() - began < 20
