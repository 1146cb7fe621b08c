"""Pages as Korean papers write them, of invented people, put together by Hypothesis; and readings of them as JSON."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from hypothesis import strategies as st

from hoedong.export.reading_json import json_line, reading_to_json
from hoedong.names.hangul import final_of
from hoedong.reader import read_document

PUBLISHED = "2026-03-16"
Json = dict[str, Any]

PEOPLE = (
    ("한도윤", "가람전자", "회장"),
    ("오세린", "나래물산", "대표"),
    ("남궁솔", "한별그룹", "부회장"),
    ("강미래", "가람전자", "사장"),
    ("서이담", "", "국무총리"),
    ("도재이", "새빛당", "대표"),
    ("레오 바르텔", "노바칩", "CEO"),
    ("루카스 베르그", "퀀텀릿지", "CEO"),
)
DAYS = ("14일 ", "지난 11일 ", "지난 9일(현지시간) ", "이날 ", "3월 12일 ", "어제 ")
MONTHS = ("지난 2월 ", "지난해 11월 ", "지난달 ", "2019년 ", "올해 ", "")
AHEAD = ("오는 28일 ", "20일 ", "다음 달 ")
PLACES = ("서울에서 ", "시애틀 본사에서 ", "국회에서 ", "")
HELD = (
    "{a:은} {when}{place}{b:를} 만났다.",
    "{a:은} {when}{b:와} {place}회동했다.",
    "{a:과} {b}는 {when}{place}면담했다.",
    "{a:과} {b}의 회동이 {when}{place}열렸다.",
    "{a:은} {when}{place}{b:를} 만나 협력 방안을 논의했다.",
    "{when}{place}{b:를} 만난 {a:은} 말을 아꼈다.",
    "{a:은} {when}{b:와} 전화 통화를 했다.",
    "{a:은} {when}{b:와} {c:를} 차례로 만났다.",
    "{a:은} {when}{b:와} 만난 것으로 알려졌다.",
    "{a:은} {when}{b:를} 만나지 못했다.",
)
PLANNED = ("{a:은} {when}{place}{b:를} 만날 예정이다.", "{a:과} {b}는 {when}만나기로 했다.")
AROUND = (
    "이 자리에는 {c:이} 배석했다.",
    "두 사람은 반도체 협력 방안에 대해 의견을 나눴다.",
    '{a:은} "함께 새 길을 열겠다"고 말했다.',
    "{a:은} 이번 출장을 마치고 귀국했다.",
    "그는 직원들을 격려했다.",
    "주가는 큰 변동이 없었다.",
    "{a:과} {b:가} 만난 것은 4개월 만이다.",
    "▲ (왼쪽부터) {a}, {b}, {c:이} 기념촬영을 하고 있다. 사진=새벽일보",
)
HEADLINES = ("{a}·{b} 회동…협력 논의", "{a}, {b} 만나 새 사업 논의", "새 사업 논의 속도")
FURNITURE_BEFORE = (
    "본문 바로가기",
    "메뉴",
    "로그인",
    "공유하기",
    "댓글 3",
    "글자크기 설정",
    "뉴스\n정치\n경제\n사회",
)
FURNITURE_AFTER = (
    "ⓒ 새벽일보, 무단 전재 및 재배포 금지",
    "Copyright ⓒ 새벽일보. All rights reserved.",
    "좋아요 0\n슬퍼요 0\n화나요 0",
    "많이 본 뉴스\n1 주말 전국에 비…낮 기온 뚝\n2 가을 축제 어디로 갈까",
    "관련기사\n윤바다 장관, 배현우 의원과 회동",
    "카카오톡에 공유하기\n페이스북에 공유하기\n트위터에 공유하기",
)
SCRAPS = (
    "만나 ",
    "회동",
    "와 ",
    "▲",
    "(왼쪽부터) ",
    "\r\n",
    "\ud800",
    "각",
    "😀",
    "\x00",
    "“",
    "”",
    '"',
    "지난 ",
    "일",
    "11",
)


_PARTICLES = {"은": "은는", "를": "을를", "와": "과와", "과": "과와", "이": "이가", "가": "이가"}


class Named(str):
    """A person as a page names them; `{a:은}` in a template takes the particle that fits the last sound."""

    __slots__ = ()

    def __format__(self, particle: str) -> str:
        """Write the name with the particle."""
        if not particle:
            return str(self)
        after_consonant, after_vowel = _PARTICLES[particle]
        return self + (after_consonant if final_of(self[-1]) else after_vowel)


def _named(person: tuple[str, str, str]) -> Named:
    return Named(" ".join(part for part in person if part))


@st.composite
def sentences(draw: st.DrawFn, times: tuple[str, ...] = DAYS + MONTHS) -> str:
    """A sentence that tells of an encounter, or one that stands around it."""
    a, b, c = (_named(p) for p in draw(st.permutations(PEOPLE))[:3])
    template = draw(st.sampled_from(HELD + AROUND))
    return template.format(a=a, b=b, c=c, when=draw(st.sampled_from(times)), place=draw(st.sampled_from(PLACES)))


@st.composite
def planned_sentences(draw: st.DrawFn) -> str:
    """A sentence that announces an encounter."""
    a, b = (_named(p) for p in draw(st.permutations(PEOPLE))[:2])
    template, when = draw(st.sampled_from(PLANNED)), draw(st.sampled_from(AHEAD))
    return template.format(a=a, b=b, when=when, place=draw(st.sampled_from(PLACES)))


@st.composite
def articles(draw: st.DrawFn, times: tuple[str, ...] = DAYS + MONTHS) -> str:
    """A headline and a few paragraphs."""
    held = sentences(times)
    told = st.one_of(held, held, planned_sentences()) if times == DAYS + MONTHS else held
    a, b = (p[0].split()[-1] for p in draw(st.permutations(PEOPLE))[:2])
    headline = draw(
        st.sampled_from(("{a}·{b} 회동…협력 논의", "{a}, {b} 만나 새 사업 논의", "새 사업 논의 속도"))
    ).format(a=a, b=b)
    paragraphs = draw(st.lists(st.lists(told, min_size=1, max_size=3).map(" ".join), min_size=1, max_size=4))
    return "\n\n".join([headline, *paragraphs])


def pages() -> st.SearchStrategy[str]:
    """An article with page furniture around it."""
    return st.tuples(furniture(FURNITURE_BEFORE), articles(), furniture(FURNITURE_AFTER)).map("".join)


def furniture(blocks: tuple[str, ...]) -> st.SearchStrategy[str]:
    """A few lines of page furniture; those above an article end in a blank line, those below begin with one."""
    after = blocks is FURNITURE_AFTER
    return st.lists(st.sampled_from(blocks), max_size=3, unique=True).map(
        lambda lines: "".join(f"\n\n{line}" if after else f"{line}\n\n" for line in lines)
    )


def odd_texts() -> st.SearchStrategy[str]:
    """Any Unicode at all, mixed with scraps of news, broken where no editor would break it."""
    any_text = st.text(st.characters(codec=None, exclude_categories=()), max_size=40)
    piece = st.one_of(any_text, sentences(), st.sampled_from(SCRAPS), st.sampled_from(SCRAPS))
    return st.lists(piece, max_size=12).map("".join)


def read_json(text: str, published: str | None = PUBLISHED, lang: str | None = "ko") -> Json:
    """The reading of a text as plain values."""
    return reading_to_json(read_document(text, lang=lang, published=published))


def read_line(text: str) -> str:
    """The reading of a text as one line of JSON."""
    return json_line(read_document(text, lang="ko", published=PUBLISHED))


def spans_of(value: object) -> Iterator[Json]:
    """Every object of a reading that has a start and an end, wherever it stands."""
    if isinstance(value, dict):
        if isinstance(value.get("start"), int):
            yield value
        for inner in value.values():
            yield from spans_of(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from spans_of(inner)


def rules_of(value: object) -> Iterator[str]:
    """Every id of a rule or step that a reading prints."""
    if isinstance(value, dict):
        if isinstance(value.get("rule"), str):
            yield value["rule"]
        yield from value.get("rules", ())
        for inner in value.values():
            yield from rules_of(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from rules_of(inner)


def shifted(value: object, by: int) -> object:
    """A reading whose spans all stand so many characters further on."""
    if isinstance(value, dict):
        return {
            key: inner + by if key in ("start", "end") and isinstance(inner, int) else shifted(inner, by)
            for key, inner in value.items()
        }
    return [shifted(inner, by) for inner in value] if isinstance(value, list) else value
