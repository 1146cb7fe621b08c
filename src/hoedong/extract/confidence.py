"""Confidence: how often reports of this kind were right on annotated pages, by a few features that anyone can check.

The weights are differences of precision measured on the development documents: a report told in two sentences was right
in 93 of 100 cases, one told in a single sentence in 74, and so on. They add up; the sum is kept between the bounds.
"""

from __future__ import annotations

from collections.abc import Sequence

from hoedong.extract.draft import Draft
from hoedong.model.encounter import Status

CARRIED = "subject.carried"
"""The step that fills a dropped subject with the person whom the text is about."""

_BASE = 0.76
_TOLD_AGAIN = 0.16
_CARRIED = -0.08
_UNDATED = -0.08
_BY_STATUS = {Status.HELD: 0.02, Status.PLANNED: -0.02, Status.UNCONFIRMED: -0.25, Status.NOT_HELD: -0.12}
_LEAST, _MOST = 0.2, 0.97


def confidence_of(group: Sequence[Draft], status: Status, *, is_dated: bool) -> float:
    """The share of reports of this kind that can be expected to be right, in 0..1, to two places."""
    value = _BASE + _BY_STATUS[status]
    if len({draft.sentence for draft in group}) > 1 or any(draft.evidence for draft in group):
        value += _TOLD_AGAIN
    if all(CARRIED in draft.rules for draft in group):
        value += _CARRIED
    if not is_dated:
        value += _UNDATED
    return round(min(max(value, _LEAST), _MOST), 2)
