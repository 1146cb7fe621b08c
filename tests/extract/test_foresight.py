"""Foresight: what the morphemes of a sentence rule out, and never more than that."""

from __future__ import annotations

from importlib.resources import files

import pytest

from hoedong.extract.foresight import load_foresight
from hoedong.extract.frame_rules import load_frames
from hoedong.extract.words import find_triggers, load_encounter_words
from hoedong.rules.lexicon_file import load_lexicon
from told import KOREAN, analysed, drafts

FORESIGHT = load_foresight("ko")
CASES = [row["text"].replace("⏎", "\n") for row in load_lexicon(files("hoedong.lang.ko") / "cases" / "encounters.tsv")]
A_PARTY = frozenset({"들"})


@pytest.mark.parametrize(
    ("text", "may_meet"),
    [
        ("이날 경영진을 만났다.", True),
        ("이어 협력사 대표들과 회동을 가졌다.", True),
        ("노조 간부들과 의견을 주고받았다.", True),
        ("이날 경영진을 칭찬했다.", False),
        ("이날 공장을 만났다.", False),
    ],
)
def test_a_party_and_an_encounter_word_are_both_needed(text: str, may_meet: bool) -> None:
    """Where nobody is named, only an unnamed side can be met."""
    forms = frozenset(morpheme.form for morpheme in analysed(text).sentences[0].morphemes)
    assert FORESIGHT.may_meet_party(forms) is may_meet


@pytest.mark.parametrize("text", CASES)
def test_no_encounter_word_is_overlooked(text: str) -> None:
    """Whatever sentence holds a word that a frame is built on, its morphemes say so."""
    framed = frozenset[str]().union(*(frame.words for frame in load_frames("ko")))
    analysis = analysed(text)
    for index, sentence in enumerate(analysis.sentences):
        named = [mention for mention in analysis.mentions if mention.span in sentence.span]
        structure = KOREAN.clause_structure(analysis.document, sentence, index, named, ())
        words = [trigger.word for trigger in find_triggers(structure, load_encounter_words("ko"))]
        if any(word.mode is not None and word.word_class in framed for word in words):
            assert FORESIGHT.may_meet_party(A_PARTY | {morpheme.form for morpheme in sentence.morphemes})


def test_a_dropped_subject_still_meets_a_party() -> None:
    """A sentence that names nobody tells of the person of the sentence before."""
    told = drafts("한도윤 가람전자 회장은 14일 공장을 찾았다. 이어 현지 경영진을 만나 협력을 논의했다.")
    assert any(draft.sides and draft.parties for draft in told)
