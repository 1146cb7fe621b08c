"""The table of words of briefs."""

from __future__ import annotations

import re
from importlib.resources import files

import pytest

from hoedong.export.brief.wording import Wording
from hoedong.model.account import VerdictKind
from hoedong.model.encounter import Mode, Status
from hoedong.model.time import PartialDate
from hoedong.resolve.claims.findings import Note
from hoedong.rules.lexicon_file import load_lexicon

ROWS = load_lexicon(files("hoedong.export.brief") / "words.tsv", ("key", "ko", "en", "note"))
SOURCES = "".join(
    file.read_text(encoding="utf-8") for file in files("hoedong.export.brief").iterdir() if file.name.endswith(".py")
)
HANGUL = re.compile("[가-힣]")


def fields(words: str) -> set[str]:
    """The names that a phrase is filled in with."""
    return set(re.findall(r"\{(\w+)", words))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["key"])
def test_both_languages_say_the_same(row: dict[str, str]) -> None:
    """Each key has a Korean and an English phrase that are filled in with the same fields; single ones may say 1."""
    is_date = row["key"].startswith("date.")

    assert row["ko"]
    assert row["en"]
    assert not HANGUL.search(row["en"])
    assert is_date or fields(row["ko"]) == fields(row["en"])


def test_every_key_stands_once_and_is_used() -> None:
    """No key is there twice, and each is asked for in the code, by its own name or as one of its kind."""
    keys = [row["key"] for row in ROWS]
    unused = [
        key for key in keys if f'"{key.removesuffix(".1")}"' not in SOURCES and f'"{key.split(".")[0]}.' not in SOURCES
    ]

    assert len(set(keys)) == len(keys)
    assert unused == []


@pytest.mark.parametrize("kind", [*Status, *Mode, *VerdictKind])
@pytest.mark.parametrize("lang", ["ko", "en"])
def test_every_value_of_the_record_has_words(kind: Status | Mode | VerdictKind, lang: str) -> None:
    """Statuses, modes and verdicts can all be said."""
    name = {Status: "status", Mode: "mode", VerdictKind: "verdict"}[type(kind)]

    assert Wording(lang)(f"{name}.{kind}")


@pytest.mark.parametrize("note", Note, ids=lambda note: note.name)
def test_every_note_of_a_verdict_is_translated(note: Note) -> None:
    """A note filled in with values is said in Korean with the same values, and in English as it is."""
    values = {name: "supported" if name == "kind" else f"2024-06-1{i}" for i, name in enumerate(sorted(fields(note)))}
    written = note.format(**values)

    assert Wording("en").note(written) == written
    korean = Wording("ko").note(written)
    assert HANGUL.search(korean)
    assert all(value in korean for name, value in values.items() if name != "kind")


def test_a_note_of_two_sentences() -> None:
    """Sentence by sentence, unknown dates by their word; what has no translation is left."""
    note = "met earlier: 2009, undated; whether they fall under the claim is not known; something else"

    assert Wording("ko").note(note) == (
        "더 앞선 만남: 2009, 날짜 미상; 주장의 범위에 드는지 알 수 없음; something else"
    )


@pytest.mark.parametrize(
    ("duration", "korean", "english"),
    [
        ("P4M", "4개월", "4 months"),
        ("P1Y4M", "1년 4개월", "1 year 4 months"),
        ("P2W", "2주", "2 weeks"),
        ("P260D", "260일", "260 days"),
        ("PT40M", "PT40M", "PT40M"),
        ("처음", "처음", "처음"),
    ],
)
def test_lengths(duration: str, korean: str, english: str) -> None:
    """Durations of days or more are said in words; any other text is left."""
    assert (Wording("ko").length(duration), Wording("en").length(duration)) == (korean, english)


@pytest.mark.parametrize(
    ("date", "korean", "english"),
    [
        ("2025", "2025년", "2025"),
        ("2025-09", "2025년 9월", "2025-09"),
        ("2025-09-10", "2025년 9월 10일(수)", "2025-09-10 Wed"),
    ],
)
def test_dates(date: str, korean: str, english: str) -> None:
    """A date is never said more exactly than it is known."""
    value = PartialDate.parse(date)

    assert (Wording("ko").date(value), Wording("en").date(value)) == (korean, english)
