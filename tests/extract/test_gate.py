"""The gate: it stops pages that can tell of no encounter, and none that does."""

from __future__ import annotations

from dataclasses import replace
from importlib.resources import files
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hoedong.annotate.annotator import outline
from hoedong.extract.gate import GATED, is_gated, may_bring_together, may_tell
from hoedong.extract.gate_words import load_gate
from hoedong.ingest.document import make_document
from hoedong.lang.registry import load_language
from hoedong.model.span import Span
from hoedong.reader import read_document
from hoedong.rules.lexicon_file import load_lexicon
from hoedong.rules.rule_file import load_rules

KOREAN = load_language("ko")
FOLDER = files("hoedong.lang.ko")
SAMPLES = sorted((Path(__file__).parents[2] / "samples").rglob("*.txt"))
CASES = [row["text"].replace("⏎", "\n") for row in load_lexicon(FOLDER / "cases" / "encounters.tsv")]
EXAMPLES = [
    example["text"]
    for name in ("encounter", "attendance", "status")
    for rule in load_rules(FOLDER / "rules" / f"{name}.toml")
    for example in (*rule.match, *rule.reject)
]
DAY = "2025-09-14"
WEATHER = (
    "주말 전국에 비",
    "남쪽의 더운 공기와 북쪽의 찬 공기가 만나 밤부터 비가 내리겠다.",
    "기온은 평년 수준을 되찾겠다. 건조특보는 풀렸다.",
    "코스피가 반도체주의 강세에 힘입어 상승 마감했다.",
    "두 줄기 물길이 만나는 곳에 미술관이 문을 열었다.",
)


def passes(text: str) -> bool:
    """Whether a page passes both looks."""
    document, _ = make_document(text, lang="ko")
    return may_tell(document, KOREAN) and may_bring_together(outline(document, KOREAN), KOREAN)


@pytest.mark.parametrize("text", [*CASES, *EXAMPLES, *(path.read_text(encoding="utf-8") for path in SAMPLES)])
def test_no_encounter_is_lost(text: str) -> None:
    """What is read of encounters is the same behind the gate and without it, on every case and example of the rules."""
    behind, full = (read_document(text, lang="ko", published=DAY, gate=gate) for gate in (True, False))
    assert behind.encounters == full.encounters


@given(
    st.lists(st.sampled_from([*CASES, *WEATHER]), min_size=1, max_size=3),
    st.sampled_from(["\n", "\n\n", " "]),
)
def test_nothing_is_lost_of_pages_put_together(pieces: list[str], between: str) -> None:
    """A page that passes is read as it is without the gate; one that is stopped tells of no encounter."""
    text = between.join(pieces)
    behind, full = (read_document(text, lang="ko", published=DAY, gate=gate) for gate in (True, False))
    assert behind == full or (is_gated(behind) and not full.encounters)


@pytest.mark.parametrize("text", WEATHER)
def test_ordinary_news_is_stopped(text: str) -> None:
    """Air that meets air, rivers that meet and markets that recover are no reason to read a page."""
    assert not passes(text)


@pytest.mark.parametrize(
    ("text", "is_let_through"),
    [
        ("한도윤 가람전자 회장이 벤 카터 CEO를 만났다.", True),
        ("한도윤 가람전자 회장이 협력사 대표들을 만났다.", True),
        ("한도윤 회장과 오세린 대표는 서울에 있다. 두 사람은 전날 저녁을 함께했다.", True),
        ("협력사 대표들이 만났다.", False),
        ("(왼쪽부터) 한도윤 가람전자 회장, 오세린 누리 대표. /사진=새소식", True),
    ],
)
def test_a_word_and_two_sides_are_needed(text: str, is_let_through: bool) -> None:
    """An encounter word alone does not open the gate, nor do two names without one; a caption does without a word."""
    assert passes(text) is is_let_through


@pytest.mark.parametrize(
    ("text", "is_let_through"),
    [
        ("오세린 누리 대표가 길을 나섰다. 한도윤 가람전자 회장을 만났다.", True),
        ("한도윤 가람전자 회장이 웃었다. 두 물길이 만난다.", False),
        ('탐사선이 달의 뒷면을 찾았다. 한가람 교수는 "뒷면이 뜨겁다"고 했다.', False),
    ],
)
def test_the_first_look_goes_by_sentences(text: str, is_let_through: bool) -> None:
    """The word and the name must stand in one sentence; what follows 교수는 is nobody's name."""
    document, _ = make_document(text, lang="ko")
    assert may_tell(document, KOREAN) is is_let_through


@pytest.mark.parametrize(
    ("text", "stands"),
    [
        ("차를 마셨다", True),
        ("차를 몰았다", False),
        ("찬 바람이 불었다", False),
        ("저녁을 했다", True),
        ("얘길 나눴다", True),
        ("나눈 대화", True),
        ("전화를 거는", True),
        ("논의토록", True),
        ("회동한", True),
        ("새로 부를 사람", True),
    ],
)
def test_an_idiom_needs_both_its_words(text: str, stands: bool) -> None:
    """차 is an encounter word only where 마시 stands too, in whatever form."""
    gate, whole = load_gate("ko"), Span(0, len(text))
    assert (gate.founding.stand_in(text, whole) or gate.others.stand_in(text, whole)) is stands


def test_a_stopped_page_keeps_its_text_and_says_so() -> None:
    """A gated reading holds the document with its blocks, day and title, and one remark; nothing else."""
    text = "\n\n".join(WEATHER)
    behind, full = (read_document(text, lang="ko", published=DAY, gate=gate) for gate in (True, False))
    assert behind.document == full.document
    assert [diagnostic.code for diagnostic in behind.diagnostics] == [GATED]
    assert replace(behind, diagnostics=()) == type(behind)(full.document)
