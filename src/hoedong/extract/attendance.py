"""Attendance: who sat in, accompanied, took part, or was lined up in a photograph."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from hoedong.extract.draft import Draft
from hoedong.extract.words import Trigger, load_encounter_words
from hoedong.model.clause import Case, ClauseStructure, Phrase
from hoedong.model.encounter import Mode, Status
from hoedong.rules.lexicon_file import load_lexicon
from hoedong.rules.rule_file import load_rules
from hoedong.rules.trace import Trace

LINE_UP = "caption.line-up"
_REACH = 3  # sentences: "이 자리에는 …" points to an encounter told at most so far back


@dataclass(frozen=True, slots=True)
class AttendanceRule:
    """One rule of attendance.toml."""

    id: str
    words: frozenset[str]
    people: tuple[Case, ...]
    role: str
    needs_event: bool


@cache
def load_attendance_rules(lang: str) -> tuple[AttendanceRule, ...]:
    """Load the attendance rules of a language folder, in file order."""
    return tuple(
        AttendanceRule(
            rule.id,
            frozenset(rule.fields["words"]),
            tuple(Case(case) for case in rule.fields["people"]),
            rule.fields["role"],
            rule.fields.get("needs") == "event",
        )
        for rule in load_rules(files(f"hoedong.lang.{lang}") / "rules" / "attendance.toml")
    )


@cache
def _occasions(lang: str) -> Mapping[str, str]:
    rows = load_lexicon(files(f"hoedong.lang.{lang}") / "lexicon" / "occasion_words.tsv", ("form", "kind"))
    nouns = {form: "pair" for form in load_encounter_words(lang).nouns}
    return nouns | {row["form"]: row["kind"] for row in rows}


def read_attendance(
    triggers: Sequence[Trigger], told: Sequence[Draft], own: Sequence[Draft], lang: str, trace: Trace
) -> list[Draft]:
    """Add those present to the encounter that a sentence speaks of; new drafts only for an occasion of its own.

    Args:
        triggers: the encounter words of the sentence.
        told: the drafts of the sentences before, the latest last.
        own: the drafts of this sentence.
    """
    new: list[Draft] = []
    for trigger in triggers:
        if trigger.word.mode not in (None, Mode.CO_ATTENDANCE) or trigger.predicate is None:
            continue
        for rule in load_attendance_rules(lang):
            if trigger.word.word_class in rule.words:
                new += _apply(rule, trigger, told, own, lang, trace)
                break
    return new


def _apply(
    rule: AttendanceRule, trigger: Trigger, told: Sequence[Draft], own: Sequence[Draft], lang: str, trace: Trace
) -> list[Draft]:
    people = _people(rule, trigger)
    if not people or trigger.predicate is None:
        return []
    occasion = _occasion(trigger.structure, lang)
    if _is_denied(trigger):
        trace.missed("attendance", rule.id, trigger.span, "they were not there")
        return []
    if rule.needs_event and occasion is None and not own and not _continues(trigger, told):
        trace.missed("attendance", rule.id, trigger.span, "the sentence names no occasion")
        return []
    target = _target(trigger.structure, told, own)
    if target is None or (occasion == "event" and target.mode is not Mode.CO_ATTENDANCE):
        trace.missed("attendance", rule.id, trigger.span, "no encounter has been told to which they can belong")
        return []
    trace.fired("attendance", rule.id, trigger.span, trigger.word.form)
    _add(rule, target, people, trigger, is_group=occasion == "group" or _is_group(target))
    return []


def _continues(trigger: Trigger, told: Sequence[Draft]) -> bool:
    """"X도 참석했다": who else was there, said right after the encounter in the same paragraph, without naming it again."""
    predicate = trigger.predicate
    if predicate is None or not told or predicate.phrases(Case.INTO, Case.AT):
        return False
    return bool(predicate.phrases(Case.ALSO)) and trigger.structure.sentence - told[-1].sentence <= 2


def _people(rule: AttendanceRule, trigger: Trigger) -> list[str]:
    predicate = trigger.predicate
    if predicate is None:
        return []
    phrases = predicate.phrases(*rule.people)
    if predicate.head is not None and predicate.head.people and not phrases:
        phrases = [predicate.head]
    return [person for phrase in phrases for person in phrase.people]


def _occasion(structure: ClauseStructure, lang: str) -> str | None:
    """The kind of occasion that a sentence names as where or to what (이 자리에, 간담회에는), None when it names none."""
    occasions = _occasions(lang)
    for phrase in structure.phrases:
        if phrase.case in (Case.INTO, Case.AT, Case.TOPIC, Case.OF, Case.SUBJECT) and not phrase.people:
            for word in reversed(phrase.words):
                if word in occasions:
                    return occasions[word]
    return None


def _is_denied(trigger: Trigger) -> bool:
    tail = trigger.predicate.tail[:3] if trigger.predicate is not None else ()
    return any(morpheme.startswith(("않/", "못/", "못하/", "안/")) for morpheme in tail)


def _target(structure: ClauseStructure, told: Sequence[Draft], own: Sequence[Draft]) -> Draft | None:
    if own:
        return own[-1]
    near = [draft for draft in told if structure.sentence - draft.sentence <= _REACH]
    return near[-1] if near else None


def _is_group(draft: Draft) -> bool:
    return len(draft.sides) + len(draft.attendees) > 3 or bool(draft.parties)


def _add(rule: AttendanceRule, target: Draft, people: Sequence[str], trigger: Trigger, *, is_group: bool) -> None:
    new = [person for person in people if person not in target.sides and person not in target.attendees]
    if rule.role == "participant" and is_group:
        target.sides = (*target.sides, *new)
    else:
        target.attendees = (*target.attendees, *new)
    target.evidence.append(trigger.structure.span)
    target.rules.append(rule.id)


def line_up(structure: ClauseStructure, own: Sequence[Draft]) -> list[Draft]:
    """The people whom a caption lists side by side, as a co-attendance that a told encounter may take in."""
    listed = [phrase for phrase in structure.phrases if _is_listed(phrase)]
    people = tuple(dict.fromkeys(person for phrase in listed for person in (*phrase.people, *phrase.inner)))
    if len(people) < 2:
        return []
    if own and set(people) <= {p for draft in own for p in (*draft.sides, *draft.attendees)}:
        return []
    return [
        Draft(
            structure.sentence,
            structure.span,
            LINE_UP,
            Mode.CO_ATTENDANCE,
            Status.HELD,
            "status.photograph",
            people,
            strength=0.4,
        )
    ]


def _is_listed(phrase: Phrase) -> bool:
    return phrase.case not in (Case.OF, Case.OTHER)
