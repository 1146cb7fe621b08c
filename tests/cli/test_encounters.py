"""`hoedong met`, `timeline` and `show`."""

from __future__ import annotations

from pathlib import Path

import pytest
from rich.cells import cell_len

from hoedong.export.record_json import SCHEMA
from record_commands import CHAIRMAN, DINNER, DIRECTOR, GUEST, answered, document, printed, refused, run, the_dinner


def test_two_met_once(dinner: Path) -> None:
    """Five reports of one dinner are one encounter: date, sides with posts, place, who sat in, topic, sources, id."""
    page = printed("met", CHAIRMAN, GUEST, record=dinner)

    assert "● 2026-03-10 Tue" in page
    assert "한도윤 가람전자 회장" in page
    assert "벤 카터 (Ben Carter) 오르카AI CEO" in page
    assert "가람 영빈관, 서울, KR" in page
    assert "오세린 가람전자 반도체부문장" in page
    assert "온디바이스 반도체 공급" in page
    assert "5 reports" in page
    assert the_dinner(dinner)["id"] in page
    assert page.endswith(" 1 encounter\n")


def test_namesakes_are_two(dinner: Path) -> None:
    """The director of the same name met somebody else, elsewhere."""
    (encounter,) = answered("met", DIRECTOR, record=dinner)["encounters"]

    assert (encounter["when"], encounter["city"]) == ("2026-03-13", "부산")
    assert encounter["id"] != the_dinner(dinner)["id"]


def test_an_ambiguous_name_lists_who_may_be_meant(dinner: Path) -> None:
    """A name that two people have is refused with both, their posts and ids."""
    message = refused("met", "한도윤", record=dinner)

    assert "2 people on record are called '한도윤'" in message
    assert "가람전자 회장" in message
    assert "나래물산 이사" in message
    ids = [line.split()[0] for line in message.splitlines()[1:]]
    assert len(answered("met", ids[0], record=dinner)["encounters"]) == 1


def test_json_holds_encounters_and_people(dinner: Path) -> None:
    """--json gives the encounters, everyone who was there, and whether the limit left some out."""
    answer = answered("met", GUEST, record=dinner)
    (encounter,) = answer["encounters"]

    assert list(answer) == ["schema", "encounters", "people", "more"]
    assert answer["schema"] == SCHEMA
    assert answer["more"] is False
    assert {person["id"] for person in answer["people"]} == {one["person"] for one in encounter["participants"]}
    assert encounter["status"] == "held"


def test_nobody_of_that_name(dinner: Path) -> None:
    """A name that nobody has is refused in one line."""
    assert "nobody on record is called '강나루'" in refused("met", "강나루", record=dinner)


def test_a_timeline_goes_forward(dinner: Path) -> None:
    """The timeline of everybody has the earliest encounter first; that of a person only theirs."""
    everybody = [one["when"] for one in answered("timeline", record=dinner)["encounters"]]
    hers = [one["when"] for one in answered("timeline", DIRECTOR, record=dinner)["encounters"]]

    assert everybody == ["2026-03-10", "2026-03-13"]
    assert hers == ["2026-03-13"]
    page = printed("timeline", record=dinner)
    assert page.index("2026-03-10") < page.index("2026-03-13")


@pytest.mark.parametrize(
    ("filters", "days"),
    [
        (["--since", "2026-03-11"], ["2026-03-13"]),
        (["--until", "2026-03-11"], ["2026-03-10"]),
        (["--since", "2026-03-1X"], ["2026-03-10", "2026-03-13"]),
        (["--since", "2026-04"], []),
        (["--status", "planned"], []),
        (["--status", "planned", "--status", "held"], ["2026-03-10", "2026-03-13"]),
        (["--mode", "remote"], []),
        (["--limit", "1"], ["2026-03-10"]),
    ],
    ids=" ".join,
)
def test_filters(dinner: Path, filters: list[str], days: list[str]) -> None:
    """Period, status, mode and number narrow a timeline."""
    assert [one["when"] for one in answered("timeline", *filters, record=dinner)["encounters"]] == days


def test_a_limit_says_that_there_is_more(dinner: Path) -> None:
    """What a limit leaves out is told, in words and in JSON."""
    assert "and more on record" in printed("timeline", "--limit", "1", record=dinner)
    assert answered("timeline", "--limit", "1", record=dinner)["more"] is True


def test_nothing_is_told_as_nothing(dinner: Path) -> None:
    """Where no encounter is asked for that is on record, the page says so and the exit code is 0."""
    assert printed("met", GUEST, "--since", "2027", record=dinner) == " no encounter on record\n"


@pytest.mark.parametrize("option", ["--since", "--until"])
@pytest.mark.parametrize("date", ["2026-13", "13.03.2026", "last week"])
def test_a_date_that_is_none_says_what_is_allowed(dinner: Path, option: str, date: str) -> None:
    """A date that is no EDTF is wrong usage: the message names the option and the forms that there are."""
    message = refused("timeline", option, date, record=dinner)

    assert option in message
    assert "YYYY-MM-DD" in message
    assert "2024-06-1X" in message


def test_before_the_press_told(dinner: Path) -> None:
    """--reported-by shows the dinner as announced; --as-of a day before the record began shows nothing."""
    (announced,) = answered("met", CHAIRMAN, GUEST, "--reported-by", "2026-03-05", record=dinner)["encounters"]

    assert announced["status"] == "planned"
    assert len(announced["reports"]) == 1
    assert answered("timeline", "--as-of", "2020", record=dinner)["encounters"] == []


def test_a_planned_encounter_says_so(dinner: Path) -> None:
    """The page marks what is only announced."""
    page = printed("timeline", "--reported-by", "2026-03-05", record=dinner)

    assert "○ 2026-03-10 Tue" in page
    assert "[planned]" in page


def test_show_has_everything(dinner: Path) -> None:
    """The page of an encounter has each report with outlet, day, ids and words with offsets, and all values."""
    page = printed("show", the_dinner(dinner)["id"], record=dinner)

    for outlet in ("새벽일보", "한강경제", "도성신문", "남산신문"):
        assert outlet in page
    assert "✓ 2026-03-10 (a correction says so)" in page
    assert "× 2026-03-11 (in conflict) – 남산신문 2026-03-12" in page
    assert "planned, 2026-03-10 Tue – 새벽일보" in page
    assert "[corrects]" in page
    assert document("2-dinner.txt", dinner) in page
    assert "ko.meet.object" in page


def test_the_words_of_show_are_those_of_the_page(dinner: Path) -> None:
    """Each evidence of --json is exactly what stands between its offsets in the file."""
    dossier = answered("show", the_dinner(dinner)["id"], record=dinner)
    texts = {document(file.name, dinner): file.read_text(encoding="utf-8") for file in DINNER}
    cited = [one for report in dossier["reports"] for one in report["evidence"]]

    assert list(dossier) == ["schema", "encounter", "reports", "quotes", "documents", "people"]
    assert len(cited) > 5
    assert all(texts[one["document"]][one["start"] : one["end"]] == one["text"] for one in cited)
    assert {one["id"] for one in dossier["documents"]} == {report["document"] for report in dossier["reports"]}


def test_the_id_of_any_report_leads_to_its_encounter(dinner: Path) -> None:
    """Show takes the ids of reports too."""
    encounter = the_dinner(dinner)

    for report in encounter["reports"]:
        assert answered("show", report, record=dinner)["encounter"]["id"] == encounter["id"]


def test_show_of_nothing(dinner: Path) -> None:
    """An id that is none is refused with where ids are printed."""
    assert "no encounter 'e0' on record; `hoedong met`" in refused("show", "e0", record=dinner)


@pytest.mark.parametrize("command", [["timeline"], ["show"], ["claims", GUEST], ["who", "한도윤"], ["documents"]])
def test_pages_fit_eighty_columns(dinner: Path, command: list[str]) -> None:
    """No line is wider than 80 columns, where a Hangul syllable takes two, and none ends in blanks."""
    words = [*command, the_dinner(dinner)["id"]] if command == ["show"] else command
    lines = printed(*words, record=dinner).splitlines()

    assert max(map(cell_len, lines)) <= 80
    assert [line for line in lines if line != line.rstrip()] == []


def test_no_colours_in_a_pipe(dinner: Path) -> None:
    """What is not printed to a terminal has no escape codes."""
    assert "\x1b" not in run("timeline", record=dinner).output
