"""Meetings that no frame reads: a fitted choice of whether a sentence tells of one, and of whom.

A frame asks for its sides in certain places. Real sentences put them elsewhere: in another clause, inside a phrase, in
the sentence before. Where a word of meeting filled no frame, it is described by traits that anyone can check
(`meeting_traits.py`), and so is everybody who could be a side. The weights of the traits (`likely_meetings.tsv`, fitted
by `bench/likely_meetings.py` on annotated pages) give how often such a word tells of a meeting, and how often such a
person was there. Both are plain logistic regressions; a meeting is read where all of it together is likelier than not.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from hoedong.extract.attendance import attendance_classes
from hoedong.extract.dating import time_of
from hoedong.extract.draft import Draft, is_of_many, last_told
from hoedong.extract.meeting_traits import JUST_TOLD, NOT_NAMED, TOLD_REACH, Described
from hoedong.extract.mode import read_mode
from hoedong.extract.status import read_status
from hoedong.extract.words import Trigger
from hoedong.model.encounter import Status
from hoedong.model.time import TimeExpression
from hoedong.rules.lexicon_file import load_lexicon
from hoedong.rules.trace import NO_TRACE, Trace

LIKELY = "encounter.likely"
"""The step that reads a meeting by its traits."""
ENOUGH = 0.5
"""So likely must be the word, the likeliest side and each other side together: P(told) · P(first) · P(other)."""
_PAIR, _MOST_SIDES = 2, 6
_STRENGTH = 0.8
_TOLD_MOST = 3

Weights = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Model:
    """The weights of both choices: whether a word tells of a meeting, and whether somebody is a side of it."""

    meeting: Weights
    side: Weights


@cache
def load_model() -> Model:
    """The weights that are shipped; a trait that is not listed weighs nothing."""
    rows = load_lexicon(files("hoedong.extract") / "likely_meetings.tsv", ("choice", "trait", "weight", "seen", "held"))
    table: dict[str, dict[str, float]] = {"meeting": {}, "side": {}}
    for row in rows:
        table[row["choice"]][row["trait"]] = float(row["weight"])
    return Model(table["meeting"], table["side"])


def likelihood(traits: Iterable[str], known: Weights) -> float:
    """The share of those with these traits of which it holds, in 0..1."""
    return 1 / (1 + math.exp(-sum([known.get(trait, 0.0) for trait in traits])))


def likely_meeting(
    described: Sequence[Described],
    told: Sequence[Draft],
    times: Sequence[TimeExpression],
    lang: str,
    trace: Trace = NO_TRACE,
) -> list[Draft]:
    """The meeting of which a sentence tells by the likeliest of its words, if all of it is likely enough.

    Where the word is one of attendance (자리했다) and a meeting was just told of, those named are added to that one.
    """
    model = load_model()
    if not described or not model.meeting or _is_read(described[0].trigger, told):
        return []
    best, chance, sides = choose(described, model)
    trigger = best.trigger
    status, status_rule = read_status(trigger, lang)
    if not sides or status is not Status.HELD:
        trace.missed("encounter", LIKELY, trigger.span, explained(best, chance, model))
        return []
    trace.fired("encounter", LIKELY, trigger.span, explained(best, chance, model))
    if trigger.word.word_class in attendance_classes(lang):
        _add_to(last_told(told, trigger.structure.sentence, TOLD_REACH), sides, trigger)
        return []
    return [
        Draft(
            trigger.structure.sentence,
            trigger.span,
            LIKELY,
            read_mode(trigger, lang),
            status,
            status_rule,
            sides,
            time=time_of(trigger, times, lang),
            strength=_STRENGTH,
            is_headline=trigger.structure.is_headline,
            word=trigger.word.form,
        )
    ]


def _is_read(trigger: Trigger, told: Sequence[Draft]) -> bool:
    """Whether the sentence has told already who was there too."""
    return any(draft.latest == trigger.structure.sentence for draft in told)


def _add_to(last: Draft | None, people: Sequence[str], trigger: Trigger) -> None:
    if last is not None:
        told_in = trigger.structure.sentence, trigger.structure.span
        last.add_present(LIKELY, people, *told_in, as_sides=is_of_many(last))


def choose(described: Sequence[Described], model: Model) -> tuple[Described, float, tuple[str, ...]]:
    """The likeliest word of a sentence, how likely it is, and those who met; nobody where it is not likely enough."""
    told = [(likelihood(one.traits, model.meeting), one) for one in described]
    chance, best = max(told, key=lambda pair: (pair[0], -pair[1].trigger.order))
    return best, chance, sides_of(best, chance, model)


def sides_of(described: Described, chance: float, model: Model) -> tuple[str, ...]:
    """Those who are likely enough to have met, in the order of the text; nobody where fewer than two are.

    More than two met only where the sentence names the others: who was carried over from before is one of the two.
    """
    there = {person: likelihood(traits, model.side) for person, traits in described.people.items()}
    likeliest = sorted(there, key=lambda person: -there[person])[:_PAIR]
    first = max(there.values(), default=0.0)
    chosen = tuple(
        person
        for person, own in there.items()
        if own >= ENOUGH
        and chance * first * own >= ENOUGH
        and (person in likeliest or _is_of_the_scene(described.people[person]))
    )
    return chosen if _PAIR <= len(chosen) <= _MOST_SIDES else ()


def _is_of_the_scene(traits: Sequence[str]) -> bool:
    """Whether the sentence names somebody, or the meeting just told of had them."""
    return NOT_NAMED not in traits or JUST_TOLD in traits


def explained(described: Described, chance: float, model: Model) -> str:
    """The traits that tell most, for `hoedong explain`: "0.83: +1.20 join verb; −0.40 headline"."""
    known = [(model.meeting.get(trait, 0.0), trait) for trait in described.traits]
    known.sort(key=lambda pair: (-abs(pair[0]), pair[1]))
    return f"{chance:.2f}: " + "; ".join(f"{weight:+.2f} {trait}" for weight, trait in known[:_TOLD_MOST])
