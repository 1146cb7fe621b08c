"""Encounter words where they stand."""

from __future__ import annotations

import pytest

from hoedong.extract.words import any_of, load_encounter_words
from hoedong.model.span import Span
from told import triggers_of

WORDS = load_encounter_words("ko")


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("한도윤 회장은 오세린 대표를 만났다.", ["만나"]),
        ("한도윤 회장은 오세린 대표와 머리를 맞댔다.", ["머리 맞대"]),
        ("한도윤 회장은 오세린 대표와 단독 회동을 가졌다.", ["회동"]),
        ("한도윤 회장은 오세린 대표를 만나 협력을 논의했다.", ["만나", "논의하"]),
        ("한도윤 회장은 오세린 대표를 칭찬했다.", []),
        ("한도윤 회장은 오세린 대표를 불러 물었다.", ["부르"]),
        ("오세린 대표와의 회담을 위해 한도윤 회장이 왔다.", ["회담"]),
    ],
)
def test_words_are_found_in_text_order(text: str, forms: list[str]) -> None:
    """A verb, an idiom of noun and verb, a noun; none where there is none."""
    assert [trigger.word.form for trigger in triggers_of(text)] == forms


def test_a_noun_knows_its_verb() -> None:
    """The governor of an encounter noun decides its status: 회동이 무산됐다."""
    (trigger,) = triggers_of("한도윤 회장과 오세린 대표의 회동이 무산됐다.")
    assert trigger.predicate is not None
    assert trigger.predicate.lemma == "무산되"


def test_what_follows_a_noun_is_kept() -> None:
    """불발 in 회동 불발 stands behind the encounter word."""
    (trigger,) = triggers_of("한도윤 회장과 오세린 대표의 회동 불발은 뜻밖이다.")
    assert trigger.after == ("불발",)


def test_a_postposition_is_kept() -> None:
    """회담을 위해: the verb that makes an adverbial of the noun."""
    (trigger,) = triggers_of("오세린 대표와의 회담을 위해 한도윤 회장이 왔다.")
    assert trigger.postposition == "위하"


def test_every_word_belongs_to_one_sort() -> None:
    """No form is a predicate and a noun at once, and idioms are filed under their verbs."""
    assert not set(WORDS.predicates) & set(WORDS.nouns)
    for verb, idioms in WORDS.idioms.items():
        assert all(idiom.form.endswith(f" {verb}") for idiom in idioms)


@pytest.mark.parametrize("form", ["부르고", "부른", "불러", "불렀다"])
def test_a_verb_in_reu_may_stand_in_all_its_forms(form: str) -> None:
    """The scan before the analysis sees 부르다 also where its ㄹ is doubled."""
    text = f"그를 {form}"
    assert WORDS.may_stand_in(text, Span(0, len(text)))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("회동했다", ["회동"]),
        ("새로 부를 사람과 불러낸 사람", ["부를", "불러"]),
        ("승부를 걸고 못 부를", ["부를"]),
        ("회담회동", ["회담", "회동"]),
    ],
)
def test_a_pattern_of_stems_finds_each_where_it_begins(text: str, found: list[str]) -> None:
    """A stem with a choice of first syllables is found by each of them, and 승부를 is no 부를."""
    pattern = any_of(["회동", "회담", "(?<![가-힣])[부불][르-릏라-랗러-렇]"])
    assert pattern.findall(text) == found
