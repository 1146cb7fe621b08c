"""Several people who judge at once: every judgement is kept, and each is told what the others decided meanwhile."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from hoedong.model.judgement import Judgement, JudgementSubject


@dataclass(frozen=True, slots=True)
class Matter:
    """What people judge: one thing, or two in whatever order."""

    subject: JudgementSubject
    sides: frozenset[str]

    @classmethod
    def of(cls, judgement: Judgement) -> Matter:
        """What a judgement is about."""
        return cls.between(judgement.subject, judgement.left, judgement.right)

    @classmethod
    def between(cls, subject: JudgementSubject, left: str, right: str | None = None) -> Matter:
        """What somebody is asked about."""
        return cls(subject, frozenset(id_ for id_ in (left, right) if id_))


def judgements_on(judgements: Sequence[Judgement], matter: Matter) -> tuple[Judgement, ...]:
    """The judgements about a matter, undone ones and undoings too, in order of moment."""
    return tuple(one for one in judgements if Matter.of(one) == matter)


def conflicts_with(
    judgements: Sequence[Judgement], judged: Judgement, seen: str | None, disputing: Sequence[Judgement] = ()
) -> tuple[Judgement, ...]:
    """What others decided about the same matter after the last judgement on it that the reviewer had seen.

    `seen` is None for a reviewer who saw none. `disputing` are judgements that say otherwise of the same by other ids.
    Nothing of this makes a judgement void: the latest one stands, and the others stay in the ledger.
    """
    named = {one.id for one in (*judgements_on(judgements, Matter.of(judged)), *disputing)}
    others = [one for one in judgements if one.id in named and one.id != judged.id]
    places = [index for index, one in enumerate(others) if one.id == seen]
    return tuple(others[places[-1] + 1 :] if places else others)


def kept_before(judgements: Sequence[Judgement], judged: Judgement) -> Judgement:
    """The judgement that was kept when it came for the first time.

    Raises:
        ValueError: the ticket that came with it was that of another decision.
    """
    kept = next(one for one in judgements if one.id == judged.id)
    if replace(judged, created=kept.created) != kept:
        raise ValueError("the ticket of this judgement is that of another one; give each its own")
    return kept
