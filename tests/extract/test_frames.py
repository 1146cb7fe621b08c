"""Frames: what an encounter word asks for, and whom it finds."""

from __future__ import annotations

import pytest

from hoedong.extract.frame_rules import load_frames
from hoedong.extract.frames import fill_frame
from hoedong.extract.words import load_encounter_words
from hoedong.model.clause import Case
from hoedong.rules.trace import NO_TRACE, KeptTrace
from told import triggers_of


def fired(text: str) -> list[str]:
    """The frames that find their sides in the last sentence of a text."""
    filled = [fill_frame(trigger, "ko", lambda: (), NO_TRACE) for trigger in triggers_of(text)]
    return [frame.frame.id for frame in filled if frame is not None]


@pytest.mark.parametrize(
    ("text", "frame"),
    [
        ("한도윤 회장은 오세린 대표를 만났다.", "ko.meet.object"),
        ("한도윤 회장은 오세린 대표와 만났다.", "ko.meet.with"),
        ("한도윤 회장과 오세린 대표가 만났다.", "ko.meet.each-other"),
        ("한도윤 회장은 오세린 대표의 예방을 받았다.", "ko.meet.called-on-by"),
        ("한도윤 회장은 오세린 대표와 오찬을 했다.", "ko.meet.noun-with"),
        ("한도윤 회장과 오세린 대표의 회동이 열렸다.", "ko.meet.noun-of"),
        ("한도윤 회장과 오세린 대표가 오찬을 했다.", "ko.meet.noun-subjects"),
        ("한도윤 회장은 오세린 대표에게 전화했다.", "ko.meet.tell"),
        ("한도윤 회장은 오세린 대표와 협력을 논의했다.", "ko.meet.talk-with"),
        ("한도윤 회장은 오세린 대표를 방문했다.", "ko.meet.seek"),
        ("한도윤 회장은 오세린 대표 자택에서 만났다.", "ko.meet.at-home"),
    ],
)
def test_the_first_frame_that_fits_decides(text: str, frame: str) -> None:
    """Each way to state the sides has its frame."""
    assert fired(text) == [frame]


@pytest.mark.parametrize(
    "text", ["한도윤 회장은 기자들을 만났다.", "한도윤 회장은 협력을 논의했다.", "오세린 대표는 시민들과 만났다."]
)
def test_one_side_is_no_encounter(text: str) -> None:
    """The press, the public and nobody at all are no other side."""
    assert fired(text) == []


def test_a_miss_says_why() -> None:
    """A frame that does not fit tells what it lacked."""
    (trigger,) = triggers_of("한도윤 회장은 기자들을 만났다.")
    trace = KeptTrace()
    assert fill_frame(trigger, "ko", lambda: (), trace) is None
    assert [step.detail for step in trace.steps if step.rule == "ko.meet.object"] == [
        "the other side is the press or the public"
    ]


def test_a_dropped_subject_is_the_one_of_the_text() -> None:
    """Without a subject the person whom the text is about is the first side; nobody meets himself."""
    (trigger,) = triggers_of("오세린 대표를 만났다.")
    filled = fill_frame(trigger, "ko", lambda: ("somebody",), NO_TRACE)
    assert filled is not None
    assert filled.people[0] == "somebody"
    assert filled.principal.is_carried
    (who,) = filled.counterpart.people
    assert fill_frame(trigger, "ko", lambda: (who,), NO_TRACE) is None


def test_frames_name_classes_and_cases_that_exist() -> None:
    """Every class of a frame holds words of the lexicon, every case is one of the model."""
    words = load_encounter_words("ko")
    entries = [entry for table in (words.predicates, words.nouns) for forms in table.values() for entry in forms]
    classes = {entry.word_class for entry in entries}
    for frame in load_frames("ko"):
        assert frame.words <= classes, frame.id
        assert set(frame.principal) | set(frame.counterpart) <= set(Case)
        assert 0 < frame.strength <= 1
