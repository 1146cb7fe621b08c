"""The frozen text."""

from __future__ import annotations

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hoedong.ingest.document import content_id, make_document
from hoedong.ingest.language_guess import guess_language
from hoedong.ingest.text import freeze_text
from hoedong.model.document import BlockRole
from timing import seconds

ANY_TEXT = st.text(
    alphabet=st.one_of(
        st.characters(), st.sampled_from(list("\r\n\t \ud800\udfff\ufeff\u0301\u1100\u1161가다.\x0c\x1c\u2028|▲[(="))
    )
)


def test_decomposed_hangul_is_composed() -> None:
    """Hangul of a Mac file name style is composed, since decomposed syllables are mis-tagged."""
    assert freeze_text(unicodedata.normalize("NFD", "회동"))[0] == "회동"


def test_line_breaks_become_newlines_and_the_mark_is_dropped() -> None:
    """CRLF and CR are newlines; a byte order mark is no character of the page."""
    assert freeze_text("\ufeff가\r\n나\r다")[0] == "가\n나\n다"


def test_a_lone_surrogate_is_replaced_and_told() -> None:
    """Half of a pair reads as U+FFFD and is reported with its place; a whole pair is a character."""
    text, diagnostics = freeze_text("가\ud83d나\ud83d\ude00")
    assert text == "가\ufffd나😀"
    assert [(diagnostic.code, diagnostic.span and tuple(diagnostic.span)) for diagnostic in diagnostics] == [
        ("text.lone-surrogate", (1, 2))
    ]


@given(ANY_TEXT)
def test_any_text_makes_a_document(raw: str) -> None:
    """Blocks of any text are ordered, do not overlap, and cover all that is not white space; nothing raises."""
    document, _ = make_document(raw)
    text, spans = document.text, [block.span for block in document.blocks]
    assert text.encode("utf-8") is not None
    assert all(first.end <= second.start for first, second in pairwise(spans))
    assert "".join("".join(text[slice(*span)].split()) for span in spans) == "".join(text.split())
    assert all(text[slice(*span)].strip() == text[slice(*span)] != "" for span in spans)
    assert all("\n" not in document[span] for span in spans)


@given(ANY_TEXT)
def test_freezing_twice_changes_nothing(raw: str) -> None:
    """A frozen text is frozen."""
    once = freeze_text(raw)[0]
    assert freeze_text(once)[0] in (once, once.removeprefix("\ufeff"))


def test_the_same_text_has_the_same_id() -> None:
    """An id is made of the text alone, sixteen hexadecimal digits."""
    first, _ = make_document("나가람 회장은 도하나 대표를 만났다.", source="a.txt")
    second, _ = make_document("나가람 회장은 도하나 대표를 만났다.", source="b.txt")
    assert first.id == second.id == content_id(first.text)
    assert len(first.id) == 16


def test_one_sentence_is_a_paragraph_and_one_headline_a_headline() -> None:
    """The shortest pages: a sentence has no headline, a headline no body."""
    sentence, _ = make_document("나 회장은 11일 도하나 대표를 만났다.")
    headline, _ = make_document("나가람, 도하나 만나 협력 논의")
    assert [block.role for block in sentence.blocks] == [BlockRole.PARAGRAPH]
    assert [block.role for block in headline.blocks] == [BlockRole.HEADLINE]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("ko", "나가람 회장은 CEO Doha Na를 만났다."),
        ("ko", "盧泰愚大統領은 4日 會談을 가졌다."),
        ("en", "Ms Garam met the chairman on Tuesday and said that it was a good talk."),
        ("ja", "首相は11日、大統領と会談した。"),
        ("zh", "总统十一日会见了总理。"),
        ("fr", "Le président a rencontré les ministres dans la capitale pour une réunion."),
        ("de", "Der Präsident traf die Minister und sprach mit dem Kanzler."),
        ("ru", "Президент встретился с премьером."),
        ("und", "12345 … !!"),
    ],
)
def test_the_language_is_told_by_script_and_small_words(lang: str, text: str) -> None:
    """A page in another language is named as such, and read by no rules of ours."""
    assert guess_language(text) == lang


def test_a_page_in_another_language_is_reported() -> None:
    """A language without a folder gives a diagnostic, not an exception."""
    document, diagnostics = make_document("首相は11日、大統領と会談した。")
    assert document.lang == "ja"
    assert [diagnostic.code for diagnostic in diagnostics] == ["document.unsupported-language"]


@pytest.mark.parametrize(
    "piece",
    ["나가람 회장은 도하나 대표를 만났다. ", "가", "[서울=가나다 ", "▲ ", "(사진=", "a@b", "a\u0316\u0301", "\n",
     "가나|", "가\n", "입력 2024.06.11 09:31\n", "\ud800"],
)  # fmt: skip
def test_a_megabyte_takes_linear_time(piece: str) -> None:
    """Eight times the text takes less than sixty-four times as long, on any text."""
    small, large = piece * (60_000 // len(piece)), piece * (480_000 // len(piece))
    make_document(small)
    assert _seconds(large) < 24 * max(_seconds(small), 0.004)


def _seconds(text: str) -> float:
    return seconds(lambda: make_document(text))
