"""The post that a title states of a name beside it, with its organisation."""

from __future__ import annotations

from hoedong.lang.ko.people.candidates import StatedPost
from hoedong.lang.ko.people.lexicons import words
from hoedong.lang.ko.people.organisations import is_country, organisation_score
from hoedong.lang.ko.people.owners import STATES, Anchor, Owner, office_in_title
from hoedong.model.person import PositionStatus
from hoedong.model.span import Span

_BODY = 0.7


def title_text(anchor: Anchor, start: int | None = None) -> str:
    """The words of a title as printed, with a short form in brackets: 최고경영자(CEO)."""
    title = anchor.title
    begin = anchor.line[title.first].start if start is None else start
    words_ = anchor.text[begin : title.stem_end]
    last = anchor.line[title.last]
    if (
        last.gloss is not None
        and not title.final.tail
        and _is_title_gloss(anchor.text[last.gloss.start : last.gloss.end])
    ):
        words_ += anchor.text[last.gloss.start - 1 : last.gloss.end + 1]
    return words_


def _is_title_gloss(inside: str) -> bool:
    return inside in words("titles", "title") or (inside.isascii() and inside.isupper() and len(inside) <= 4)


def post_of(anchor: Anchor, owner: Owner) -> StatedPost:
    """The post with its organisation; a country alone stays part of the title (가나국 총리)."""
    title = anchor.title
    word = anchor.line[title.first]
    titles = title_text(anchor)
    spans = [Span(word.start, title.stem_end)]
    organisation = owner.name
    if owner.span is not None:
        spans.insert(0, owner.span)
    status = title.status
    if owner.span is not None and _is_former(anchor, owner.span):
        status = PositionStatus.FORMER
    if organisation is not None and title.head.kind in STATES and _is_state(organisation):
        former = "전 " if status is PositionStatus.FORMER and not titles.startswith("전") else ""
        return StatedPost(None, f"{former}{organisation} {titles}", status, tuple(spans))
    if title.status is PositionStatus.FORMER and organisation is None:
        titles = title_text(anchor, title.shown.start)
    if organisation is None:
        organisation = office_in_title(title)
    return StatedPost(organisation, titles, status, tuple(spans))


def _is_state(organisation: str) -> bool:
    """Whether a country alone is named, which stays part of the title: 가나국 총리, and not 가나국 외무성 차관."""
    first, *rest = organisation.split()
    if rest and organisation_score(rest[-1]) >= _BODY:
        return False
    return is_country(first) or (first.endswith("주") and first == organisation) or is_country(first.removeprefix("주"))


def _is_former(anchor: Anchor, owner: Span) -> bool:
    """전 통일부 장관: the word before the organisation says that the post is over."""
    before = anchor.text[max(0, owner.start - 2) : owner.start].strip()
    return before in ("전", "前") or (before == "故")


def is_address(anchor: Anchor) -> bool:
    """씨, 부인: a form of address or a kinship is no post."""
    return anchor.title.head.kind in ("honorific", "kin")
