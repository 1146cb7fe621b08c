"""Copies of one text are found; other texts are not taken for copies."""

from __future__ import annotations

import hashlib

from hypothesis import given
from hypothesis import strategies as st

from hoedong.model.document import Block, BlockRole, Document
from hoedong.model.span import Span
from hoedong.resolve.copies import ARE_COPIES, body_text, copy_bands, copy_signature, similarity

NAMES = ("한가람", "도하나", "노을빛", "서이담", "강미래", "오세린")
STORY = "\n".join(
    f"{NAMES[n % 6]} 임원은 {n + 3}일 나래물산을 찾아 {NAMES[(n * 5 + 1) % 6]} 대표와 {n * 7 + 2}번 공정을 살폈다."
    for n in range(12)
)
OTHER = "\n".join(
    f"노을시 의회는 {n}차 본회의에서 도서관 {n * 3}곳의 예산을 {n * 11}억원으로 정했다." for n in range(12)
)


def are_copies(one: str, other: str) -> bool:
    """Whether two texts are copies, found by their bands."""
    first, second = copy_signature(one), copy_signature(other)
    return bool(set(copy_bands(first)) & set(copy_bands(second))) and similarity(first, second) >= ARE_COPIES


def test_a_wire_story_with_a_cut_tail_is_a_copy() -> None:
    """Outlets cut the end, add a line of their own, and set spaces and quotation marks in their own way."""
    assert are_copies(STORY, STORY[: int(len(STORY) * 0.8)])
    assert are_copies(STORY, STORY + "\n본지가 확인한 결과도 같았다.")
    assert are_copies(STORY, STORY.replace(" ", "").replace("다.", "다 . "))


def test_another_story_is_no_copy() -> None:
    """The same people in other sentences are not the same text."""
    assert not are_copies(STORY, OTHER)


def test_signatures_are_the_same_on_every_machine() -> None:
    """The signature of a known text is pinned: a change of the library's hashes must not go unseen."""
    signature = copy_signature(STORY)

    assert len(signature) == 512
    assert hashlib.sha256(signature).hexdigest() == PINNED


def test_a_text_without_letters_has_no_signature() -> None:
    """Nothing to compare: no bands, no similarity, not even with itself."""
    assert copy_signature("…!?") == b""
    assert copy_bands(b"") == ()
    assert similarity(b"", b"") == 0.0


def test_only_what_is_read_counts() -> None:
    """Bylines and menus, by which reprints differ, are left out of the body."""
    text = "두 사람이 만났다.\n가람일보 김가나 기자\n많이 본 뉴스"
    roles = (BlockRole.PARAGRAPH, BlockRole.BYLINE, BlockRole.FURNITURE)
    lines, start = [], 0
    for role, line in zip(roles, text.split("\n"), strict=True):
        lines.append(Block(role, Span(start, start + len(line))))
        start += len(line) + 1

    assert body_text(Document("d", text, "ko", tuple(lines))) == "두 사람이 만났다."


@given(st.text(alphabet="가나다라마바사아자차카타파하 .", max_size=200), st.text(max_size=200))
def test_similarity_is_a_share(one: str, other: str) -> None:
    """Between 0 and 1, the same both ways, 1 for a text with itself; equal texts share all 32 bands."""
    first, second = copy_signature(one), copy_signature(other)

    assert 0.0 <= similarity(first, second) == similarity(second, first) <= 1.0
    if first:
        assert similarity(first, first) == 1.0
        assert len(set(copy_bands(first))) == 32


PINNED = "292261d2e12c21294dbe82bc3d786c7ae94a28b1b3e1a0bd4f7765b16903f609"
