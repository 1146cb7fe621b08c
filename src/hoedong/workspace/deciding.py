"""Several judgements made together: one moment, one transaction, and one way back for all of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import count

from hoedong.errors import UnknownId
from hoedong.model.judgement import Judgement, JudgementSubject, JudgementVerb
from hoedong.record.store_view import StoreView
from hoedong.workspace.judgement_file import new_judgement
from hoedong.workspace.judgement_sense import require_sense


@dataclass(frozen=True, slots=True)
class Decision:
    """What is decided of what; the parts are those of a judgement."""

    subject: JudgementSubject
    verb: JudgementVerb
    left: str
    right: str | None = None
    property: str | None = None
    value: str | None = None

    def require_possible(self, view: StoreView) -> None:
        """Refuse what decides nothing, and what is about nothing on record.

        Raises:
            UnknownId: `left` or `right` is nothing on record.
            ValueError: the value is none that the property can have.
        """
        for id_ in (self.left, self.right):
            if id_ is not None and not view.exists(self.subject, id_):
                raise UnknownId(f"no {self.subject} {id_!r} on record")
        require_sense(self.subject, self.verb, self.right, self.property, self.value)

    def made(self, *, user: str, created: str, reason: str | None = None, ticket: str | None = None) -> Judgement:
        """The judgement that decides this, as somebody made it at a moment."""
        return new_judgement(
            self.subject,
            self.verb,
            self.left,
            right=self.right,
            property=self.property,
            value=self.value,
            reason=reason,
            user=user,
            created=created,
            ticket=ticket,
        )


def judgements_from(
    decisions: Iterable[Decision], *, user: str, created: str, ticket: str | None = None
) -> list[Judgement]:
    """Decisions as judgements of one moment; with a ticket each has one that is made from it."""
    tickets = (None if ticket is None else f"{ticket} {number}" for number in count())
    return [one.made(user=user, created=created, ticket=own) for one, own in zip(decisions, tickets, strict=False)]


def the_judgement(judgements: Iterable[Judgement], id_: str) -> Judgement:
    """The judgement with this id.

    Raises:
        UnknownId: there is none.
    """
    found = next((one for one in judgements if one.id == id_), None)
    if found is None:
        raise UnknownId(f"no judgement {id_!r} on record; `hoedong judgements list` prints them")
    return found


def made_together(standing: Sequence[Judgement], judgement: Judgement) -> tuple[Judgement, ...]:
    """The judgements that stand of those that one person made at one moment."""
    return tuple(one for one in standing if (one.user, one.created) == (judgement.user, judgement.created))


def retraction(judgement: Judgement, *, user: str, created: str, reason: str | None = None) -> Judgement:
    """The judgement that takes this one back."""
    return new_judgement(
        judgement.subject,
        JudgementVerb.RETRACT,
        judgement.left,
        right=judgement.right,
        reason=reason,
        retracts=judgement.id,
        user=user,
        created=created,
    )
