"""Countable claims about how often, how long ago, or whether first, people met."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from hoedong.model.evidence import Evidence


class ClaimKind(StrEnum):
    """What is claimed of people's relation."""

    COUNT = "count"
    INTERVAL = "interval"
    FIRST = "first"


@dataclass(frozen=True, slots=True)
class Claim:
    """A claim on the relation of people, to be checked against the record.

    `value` is a whole number for `count`, an ISO 8601 duration for `interval` (`P4M`), and for `first` either
    `since YYYY[-MM[-DD]]` or the scope in the article's words.
    """

    kind: ClaimKind
    people: tuple[str, ...]
    value: int | str
    evidence: tuple[Evidence, ...]
