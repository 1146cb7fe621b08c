"""The diary and the table: what a person sees in a terminal."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from rich.cells import cell_len
from rich.console import Console, RenderableType

from gold_reading import gold_documents, reading_of
from hoedong.export.diary import diary
from hoedong.export.table import encounter_table
from hoedong.model.document import Document
from hoedong.model.reading import Reading


def printed(renderable: RenderableType, width: int = 80) -> str:
    """What a terminal without colour shows."""
    console = Console(file=io.StringIO(), width=width, color_system=None, highlight=False)
    console.print(renderable)
    assert isinstance(console.file, io.StringIO)
    return console.file.getvalue()


def squeezed(text: str) -> str:
    """A text without white space, so that wrapping does not matter."""
    return "".join(text.split())


def test_each_encounter_is_told_with_its_evidence(sample: Reading) -> None:
    """Every evidence sentence of every encounter stands in the diary, word for word."""
    page = squeezed(printed(diary(sample)))

    for report in sample.encounters:
        for item in report.evidence:
            assert squeezed(sample.document[item.span]) in page


def test_days_are_in_order(sample: Reading) -> None:
    """The diary goes from the earliest day on and ends with what has no date."""
    page = printed(diary(sample))
    dates = ["● 2014", "● 2025-03", "● 2025-09-09 Tue", "● 2025-09-10 Wed", "● 2025-09-11 Thu", "○ 2025-10", "? –"]

    assert sorted(dates, key=page.index) == dates


@pytest.mark.parametrize(
    "words",
    [
        "한도윤 가람전자 회장 ↔ 벤 카터 (Ben Carter) 오르카AI CEO",
        "서울 한남동 가람 영빈관, KR",
        "카터 CEO의 팔로알토 자택, US",
        "[planned]",
        "[unconfirmed]",
        "차세대 메모리 공급; 데이터센터 전력 효율",
        "한도윤, 벤 카터: met 7 times",
        "6 months since they last met",
        "“이제 시작입니다”",
        "2025-09-02 – 2025-09-13",
        "1 thing was not understood",
    ],
)
def test_says_what_was_read(sample: Reading, words: str) -> None:
    """People with their posts, places, marks, topics, claims, quotes and trips are all told."""
    assert squeezed(words) in squeezed(printed(diary(sample)))


@pytest.mark.parametrize("width", [40, 80, 120])
def test_lines_fit_the_terminal(sample: Reading, width: int) -> None:
    """No line is wider than the terminal, Hangul counted as two columns."""
    for render in (diary, encounter_table):
        assert max(cell_len(line) for line in printed(render(sample), width).splitlines()) <= width


def test_brackets_are_words_not_markup() -> None:
    """[앵커] and [/bold] in an article are printed as they stand."""
    gold = next(gold for gold in gold_documents("own.jsonl") if gold["id"] == "broadcast-script")
    reading = reading_of(gold)
    titled = replace(reading, document=replace(reading.document, title="[앵커] [/bold] 만났다"))

    assert "[앵커] [/bold] 만났다" in printed(diary(titled))


@pytest.mark.parametrize("render", [diary, encounter_table])
def test_nothing_read_is_said(render: object) -> None:
    """A page without an encounter says so instead of printing nothing."""
    assert callable(render)
    assert "no encounter" in printed(render(Reading(Document("d", "날씨가 맑다.", "ko")))).lower()


def test_table_has_a_row_an_encounter(sample: Reading) -> None:
    """The table marks each encounter by its status and gives the date at its own precision."""
    page = printed(encounter_table(sample), 140)

    assert [line[0] for line in page.splitlines() if line[:1] in "●○?×" and line.strip()] == list("●●●●●○?")
    assert "2025-09-10" in page
