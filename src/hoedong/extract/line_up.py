"""Line-ups: the people whom a caption lists side by side."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib.resources import files

from hoedong.extract.draft import Draft
from hoedong.extract.occasions import EVENTS, occasions
from hoedong.model.clause import Case, ClauseStructure, Phrase
from hoedong.model.encounter import Mode, Status
from hoedong.model.time import TimeExpression, TimeKind
from hoedong.rules.lexicon_file import load_lexicon

LINE_UP = "caption.line-up"
LINE_UP_STRENGTH = 0.4
MEETING_STRENGTH = 0.6
BESIDE = "caption.beside"
_PAIR = 2
_AT_ONCE = 2  # sentences


def line_up(
    structure: ClauseStructure,
    told: Sequence[Draft],
    own: Sequence[Draft],
    times: Sequence[TimeExpression],
    lang: str,
) -> list[Draft]:
    """The people whom a caption lists side by side, as a co-attendance that a told encounter may take in.

    Where the page has told of a meeting without its people ("협회는 24일 간담회를 열었다"), they are those who met.
    """
    listed = [phrase for phrase in structure.phrases if _is_listed(phrase)]
    people = tuple(dict.fromkeys(person for phrase in listed for person in (*phrase.people, *phrase.inner)))
    if len(people) < _PAIR:
        _add_beside(structure, told, people, lang)
        return []
    if own and set(people) <= {p for draft in own for p in (*draft.sides, *draft.attendees)}:
        return []
    occasion = structure.open_occasion if len(people) > _PAIR and not own else ""
    is_meeting = bool(occasion) and occasions(lang).get(occasion) not in EVENTS
    return [
        Draft(
            structure.sentence,
            structure.span,
            LINE_UP,
            Mode.IN_PERSON if is_meeting else Mode.CO_ATTENDANCE,
            Status.HELD,
            "status.photograph",
            people,
            time=_caption_date(structure, times),
            strength=MEETING_STRENGTH if is_meeting else LINE_UP_STRENGTH,
        )
    ]


def _add_beside(structure: ClauseStructure, told: Sequence[Draft], people: Sequence[str], lang: str) -> None:
    """Who else is in the picture: "오른쪽은 윤바다 전무", right after a caption that tells of an encounter."""
    is_placed = any(phrase.words and phrase.words[0] in _positions(lang) for phrase in structure.phrases[:2])
    if people and is_placed and told and structure.sentence - told[-1].latest <= _AT_ONCE:
        told[-1].add_present(BESIDE, people, structure.sentence, structure.span)


@cache
def _positions(lang: str) -> frozenset[str]:
    rows = load_lexicon(files(f"hoedong.lang.{lang}") / "lexicon" / "caption_positions.tsv", ("word",))
    return frozenset(row["word"] for row in rows)


def _caption_date(structure: ClauseStructure, times: Sequence[TimeExpression]) -> TimeExpression | None:
    """The date of a caption: in the line-up itself, else in what the sentence before it in the block told."""
    own = [time for time in times if time.kind is TimeKind.DATE]
    return own[0] if own else structure.block_date


def _is_listed(phrase: Phrase) -> bool:
    return phrase.case not in (Case.OF, Case.OTHER)
