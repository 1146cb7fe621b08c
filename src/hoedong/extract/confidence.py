"""Confidence: how often reports of this kind were right on annotated pages, by traits that anyone can check.

Each trait that a report has adds its weight (`confidence.tsv`) to log odds; the sum gives the share of such reports
that can be expected to be right. The weights are fitted by `bench/calibration.py`, never by hand. Which rule read a
report is no trait: on the pages for which the rules were made each is right, which does not tell how it does elsewhere.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files

from hoedong.extract.draft import Draft
from hoedong.extract.likely_meetings import LIKELY, likelihood
from hoedong.model.encounter import Mode, Status
from hoedong.rules.lexicon_file import load_lexicon

CARRIED = "subject.carried"
"""The step that fills a dropped subject with the person whom the text is about."""
BASE = "any report"
_LEAST, _MOST = 0.05, 0.98
_PAIR, _CROWD = 2, 4


def traits_of(group: Sequence[Draft], mode: Mode, status: Status, *, is_dated: bool) -> tuple[str, ...]:
    """What is known of a report's drafts, by name, that tells how far to believe it."""
    people = {person for draft in group for person in draft.sides}
    sentences = len({draft.sentence for draft in group if draft.rule != LIKELY})
    holds = {
        "told in two sentences": sentences == _PAIR,
        "told in more sentences": sentences > _PAIR,
        "somebody else was there": any(draft.attendees for draft in group),
        "subject carried over": all(CARRIED in draft.rules for draft in group),
        "no date": not is_dated,
        "date in its own sentence": any(draft.time is not None and draft.time.value is not None for draft in group),
        "weak word": all(draft.strength < 1.0 for draft in group),
        "by its traits alone": all(draft.rule == LIKELY for draft in group),
        "headline alone": all(draft.is_headline for draft in group),
        "in the headline too": any(draft.is_headline for draft in group) and sentences > 1,
        "unnamed side": any(draft.parties for draft in group),
        "three or four sides": _PAIR < len(people) <= _CROWD,
        "more sides": len(people) > _CROWD,
        f"mode {mode}": mode is not Mode.IN_PERSON,
        f"status {status}": status not in (Status.HELD, Status.PLANNED),
    }
    return (BASE, *(name for name, is_so in holds.items() if is_so))


def confidence_of(traits: Sequence[str]) -> float:
    """The share of reports with these traits that can be expected to be right, in 0..1, to two places."""
    return confidence_by(weights(), traits)


def confidence_by(known: Mapping[str, float], traits: Sequence[str]) -> float:
    """The same by given weights."""
    return round(min(max(likelihood(traits, known), _LEAST), _MOST), 2)


@cache
def weights() -> Mapping[str, float]:
    """The weight of each trait; one that is not listed was seen too seldom, and weighs nothing."""
    rows = load_lexicon(files("hoedong.extract") / "confidence.tsv", ("trait", "weight", "reports", "right"))
    return {row["trait"]: float(row["weight"]) for row in rows}
