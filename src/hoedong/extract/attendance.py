"""Attendance: who sat in, accompanied, took part, or was lined up in a photograph."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise, takewhile
from importlib.resources import files

from hoedong.extract.dating import time_of
from hoedong.extract.draft import Draft
from hoedong.extract.sides import subjects_of
from hoedong.extract.status import read_status
from hoedong.extract.words import Trigger, load_encounter_words
from hoedong.model.clause import Case, ClauseStructure, Phrase
from hoedong.model.encounter import Mode, Status
from hoedong.model.time import TimeExpression, TimeKind
from hoedong.rules.lexicon_file import load_lexicon
from hoedong.rules.rule_file import load_rules
from hoedong.rules.trace import Trace

LINE_UP = "caption.line-up"
LINE_UP_STRENGTH = 0.4
MEETING_STRENGTH = 0.6
BESIDE = "caption.beside"
SIDE_BY_SIDE = "attendance.side-by-side"
_ABREAST = "나란히"
_TOGETHER = frozenset({"나란히", "함께", "같이"})
DELEGATION = "attendance.delegation"
_EVENTS = ("event", "funeral")
_PRESIDING = frozenset({"주재", "주최", "초청"})
_SIGNING = "signing"
GATHERING = "attendance.gathering"
_PLACES = frozenset({"자리", "현장"})
_PAIR = 2
_AT_ONCE = 2  # sentences
_ALSO_REACH = 6  # sentences: "X도 참석했다" goes on with a list
_NAMED_CASES = (Case.BARE, Case.SUBJECT, Case.ALSO, Case.WITH, Case.OTHER)
_ACTING = (Case.SUBJECT, Case.TOPIC, Case.ALSO, Case.BARE)
_OCCASION_CASES = (Case.INTO, Case.AT, Case.TOPIC, Case.OF, Case.SUBJECT)
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
    nouns = dict.fromkeys(load_encounter_words(lang).nouns, "pair")
    return nouns | {row["form"]: row["kind"] for row in rows}


def group_occasion(noun: str, lang: str) -> str:
    """The kind of gathering that a compound names: 회의 of 경제자문회의; empty for any other noun."""
    groups = sorted((form for form, kind in _occasions(lang).items() if kind == "group"), key=lambda form: (-len(form), form))
    return next((form for form in groups if noun.endswith(form)), "")


def read_attendance(
    structure: ClauseStructure,
    triggers: Sequence[Trigger],
    times: Sequence[TimeExpression],
    told: Sequence[Draft],
    own: Sequence[Draft],
    lang: str,
    trace: Trace,
) -> list[Draft]:
    """Add those present to the encounter that a sentence speaks of; the gatherings of which only they are told.

    Args:
        structure: the sentence.
        triggers: the encounter words of the sentence.
        times: the time expressions of the sentence.
        told: the drafts of the sentences before, the latest last.
        own: the drafts of this sentence.
        lang: the code of the language folder.
        trace: told what applied and what did not.
    """
    founded: list[Draft] = []
    for trigger in triggers:
        rule = next((rule for rule in load_attendance_rules(lang) if trigger.word.word_class in rule.words), None)
        if rule is not None and not _apply(rule, trigger, told, [*own, *founded], lang, trace):
            founded += _gathering(rule, trigger, times, lang)
    _apply_delegations(structure, told, own, lang, trace)
    return founded


def _gathering(rule: AttendanceRule, trigger: Trigger, times: Sequence[TimeExpression], lang: str) -> list[Draft]:
    """A meeting of which only those who took part are told: "12일 오찬에는 한 회장, 오 대표, 윤 전무가 참석했다"."""
    hosts = trigger.structure.open_hosts or _presiding(trigger.structure)
    people = tuple(dict.fromkeys((*hosts, *_people(rule, trigger))))
    own = _occasion(trigger.structure, lang)
    occasion = own or trigger.structure.open_occasion
    if rule.role != "participant" or len(people) < _PAIR or _is_denied(trigger):
        return []
    if (
        not occasion
        or _occasions(lang).get(occasion) in _EVENTS
        or (own in _PLACES and not trigger.structure.open_occasion)
    ):
        return []
    return [
        Draft(
            trigger.structure.sentence,
            trigger.span,
            GATHERING,
            Mode.CO_ATTENDANCE if _occasions(lang).get(occasion) == _SIGNING else Mode.IN_PERSON,
            *read_status(trigger, lang),
            people,
            time=time_of(trigger, times, lang),
            word=occasion,
        )
    ]


def tells_attendance(trigger: Trigger, told: Sequence[Draft], lang: str) -> bool:
    """Whether 자리를 함께했다 is said of people beside an encounter just told, and is no encounter of its own."""
    if not told or trigger.predicate is None or not _is_of_presence(trigger, lang):
        return False
    last = told[-1]
    if trigger.structure.sentence - last.latest > _ALSO_REACH or trigger.predicate.phrases(Case.WITH):
        return False
    subjects = {person for phrase in trigger.predicate.phrases(Case.SUBJECT, Case.TOPIC) for person in phrase.people}
    return not subjects & set(last.sides)


def _is_of_presence(trigger: Trigger, lang: str) -> bool:
    """Whether a word is one of presence (자리를 함께했다), or the noun of such an idiom."""
    if trigger.word.word_class == "present" or trigger.noun is None or trigger.predicate is None:
        return trigger.word.word_class == "present"
    words = load_encounter_words(lang).predicates.get(f"{trigger.word.form} {trigger.predicate.lemma}", ())
    return any(word.word_class == "present" for word in words)


def _apply(
    rule: AttendanceRule, trigger: Trigger, told: Sequence[Draft], own: Sequence[Draft], lang: str, trace: Trace
) -> bool:
    """Add the people of one word of attendance to the encounter meant; False where no encounter has been told."""
    people = _people(rule, trigger)
    if not people:
        return True
    if trigger.word.word_class == "present" and not tells_attendance(trigger, told, lang):
        return not trigger.structure.open_occasion
    if _is_denied(trigger):
        trace.missed("attendance", rule.id, trigger.span, "they were not there")
        return True
    occasion = _occasion(trigger.structure, lang)
    if rule.needs_event and occasion is None and not own and not _continues(trigger, told):
        trace.missed("attendance", rule.id, trigger.span, "the sentence names no occasion")
        return False
    target = _target(trigger.structure, occasion, _told_of_alike(trigger, told, lang), own)
    if target is None or _is_another_event(occasion, target, lang):
        trace.missed("attendance", rule.id, trigger.span, "no encounter has been told to which they can belong")
        return target is not None
    trace.fired("attendance", rule.id, trigger.span, trigger.word.form)
    _add(rule.id, rule.role, target, people, trigger.structure, is_group=_is_group(occasion, target, lang))
    return True


def _presiding(structure: ClauseStructure) -> tuple[str, ...]:
    """Who presides: 한 장관 주재로 열렸다."""
    by = [phrase for phrase in structure.phrases if phrase.case is Case.BY and phrase.head in _PRESIDING]
    return tuple(person for phrase in by for person in phrase.inner)


def _people(rule: AttendanceRule, trigger: Trigger) -> list[str]:
    """Those of whom a word of attendance speaks; the noun that an adnominal form describes when it has no subject."""
    if trigger.noun is not None:
        around = [p for p in trigger.structure.phrases if p is trigger.noun or p.linked or p.case in _NAMED_CASES]
        return list(dict.fromkeys(person for phrase in around for person in (*phrase.people, *phrase.inner)))
    predicate = trigger.predicate
    if predicate is None:
        return []
    phrases = [phrase for phrase in predicate.phrases(*rule.people) if phrase.people]
    phrases = [*(p for p in _contrasted(trigger.structure) if p not in phrases), *phrases]
    if predicate.head is not None and predicate.head.people and not phrases:
        phrases = [predicate.head]
    return [person for phrase in phrases for person in phrase.people]


def _contrasted(structure: ClauseStructure) -> list[Phrase]:
    """The people of two sides set against each other: "한국에서는 [한 장관이], 벨루아에서는 [오 장관이] 참석했다"."""
    sides = [(here, there) for here, there in pairwise(structure.phrases) if _is_side_of(here, there)]
    if len(sides) < _PAIR:
        return []
    return [p for here, _ in sides for p in _phrases_after(structure.phrases, structure.phrases.index(here))]


def _is_side_of(place: Phrase, people: Phrase) -> bool:
    return place.case is Case.AT and not place.people and bool(people.people) and people.case in _ACTING


def _occasion(structure: ClauseStructure, lang: str) -> str | None:
    """The occasion that a sentence names as where or to what (이 자리에, 간담회에는), None when it names none."""
    occasions = _occasions(lang)
    for phrase in structure.phrases:
        if phrase.case in _OCCASION_CASES and not phrase.people:
            for word in ("".join(phrase.words[-2:]), *reversed(phrase.words)):  # 인사+회
                if word in occasions:
                    return word
    return None


def _continues(trigger: Trigger, told: Sequence[Draft]) -> bool:
    """Who else was there, said right after the encounter, in a sentence that names no other place or occasion."""
    if not told:
        return False
    is_added = trigger.predicate is not None and bool(trigger.predicate.phrases(Case.ALSO))
    reach = _ALSO_REACH if is_added or trigger.word.word_class == "present" else _AT_ONCE
    if trigger.structure.sentence - max(draft.latest for draft in told) > reach:
        return False
    if trigger.predicate is None or trigger.noun is not None:
        return True
    is_contrast = bool(_contrasted(trigger.structure))
    return not any(
        phrase.case is Case.INTO or (phrase.case is Case.AT and not is_contrast)
        for phrase in trigger.predicate.arguments
        if not _is_delegation(phrase)
    )


def _is_denied(trigger: Trigger) -> bool:
    tail = trigger.predicate.tail[:3] if trigger.predicate is not None and trigger.noun is None else ()
    return any(morpheme.startswith(("않/", "못/", "못하/", "안/")) for morpheme in tail)


def _target(
    structure: ClauseStructure, occasion: str | None, told: Sequence[Draft], own: Sequence[Draft]
) -> Draft | None:
    """The encounter meant: one of the same sentence, the last that was told with the same word, else the last."""
    if own:
        return own[-1]
    named = [draft for draft in told if occasion is not None and draft.word == occasion and not draft.is_headline]
    if named:
        return named[-1]
    latest = max(told, key=lambda draft: draft.latest, default=None)
    return latest if latest is not None and structure.sentence - latest.latest <= _ALSO_REACH else None


def _told_of_alike(trigger: Trigger, told: Sequence[Draft], lang: str) -> Sequence[Draft]:
    """The encounters to which those present can belong: of the same tense, if any, and no aside (지난 1월 화상으로 만났던)."""
    status, _ = read_status(trigger, lang)
    main = [draft for draft in told if not _is_aside(draft, told)]
    return [draft for draft in main if draft.status is status] or main


def _is_aside(draft: Draft, told: Sequence[Draft]) -> bool:
    """Whether a draft tells of an earlier day on which people met whose meeting was told before it."""
    date = draft.time.value if draft.time is not None else None
    if date is None:
        return False
    before = (d.time.value for d in told if d is not draft and d.time is not None and set(draft.sides) <= set(d.sides))
    return any(other is not None and date.last_day() < other.first_day() for other in before)


def _is_group(occasion: str | None, draft: Draft, lang: str) -> bool:
    kind = _occasions(lang).get(occasion or draft.word)
    return kind == "group" or len(draft.sides) > _PAIR + 1 or bool(draft.parties)


def _is_another_event(occasion: str | None, target: Draft, lang: str) -> bool:
    """Whether a sentence names an event (박람회) of its own, and not the one at which the people met."""
    kind = _occasions(lang).get(occasion or "")
    return kind in (*_EVENTS, _SIGNING) and occasion != target.word and target.mode is not Mode.CO_ATTENDANCE


def _add(
    rule: str, role: str, target: Draft, people: Sequence[str], structure: ClauseStructure, *, is_group: bool
) -> None:
    new = [person for person in people if person not in target.sides and person not in target.attendees]
    if not new:
        return
    if role == "participant" and is_group:
        target.sides = (*target.sides, *new)
    else:
        target.attendees = (*target.attendees, *new)
    target.latest = structure.sentence
    target.evidence.append(structure.span)
    target.rules.append(rule)


def _apply_delegations(
    structure: ClauseStructure, told: Sequence[Draft], own: Sequence[Draft], lang: str, trace: Trace
) -> None:
    """People introduced as of one side, whatever the verb: "미국 쪽에서는 A와 B가 들어갔다"."""
    delegates: list[str] = []
    for index, phrase in enumerate(structure.phrases):
        if _is_delegation(phrase):
            delegates += _listed_after(structure.phrases, index)
    target = _target(structure, _occasion(structure, lang), told, own) if delegates else None
    if target is not None:
        trace.fired("attendance", DELEGATION, structure.span)
        _add(DELEGATION, "attendee", target, delegates, structure, is_group=False)


def _is_delegation(phrase: Phrase) -> bool:
    return phrase.case in (Case.AT, Case.INTO) and not phrase.people and phrase.head.endswith(("측", "쪽"))


def _listed_after(phrases: Sequence[Phrase], index: int) -> list[str]:
    return [person for phrase in _phrases_after(phrases, index) for person in phrase.people]


def _phrases_after(phrases: Sequence[Phrase], index: int) -> list[Phrase]:
    return list(takewhile(lambda phrase: phrase.people and phrase.case in _ACTING, phrases[index + 1 :]))


def side_by_side(
    triggers: Sequence[Trigger], own: Sequence[Draft], times: Sequence[TimeExpression], lang: str
) -> list[Draft]:
    """People who took part in an event together, of whom no encounter is told: "A와 B가 시상식에 나란히 참석했다"."""
    if own:
        return []
    drafts: list[Draft] = []
    for trigger in triggers:
        sides, guests = _together(trigger) if _says_together(trigger) else _at_event_of(trigger, lang)
        if len(sides) + len(guests) < _PAIR or not sides:
            continue
        drafts.append(
            Draft(
                trigger.structure.sentence,
                trigger.span,
                SIDE_BY_SIDE,
                Mode.CO_ATTENDANCE,
                *read_status(trigger, lang),
                sides,
                attendees=guests,
                time=time_of(trigger, times, lang),
                word=trigger.word.form,
            )
        )
    return drafts


def _says_together(trigger: Trigger) -> bool:
    predicate = trigger.predicate
    if predicate is None:
        return False
    if trigger.word.word_class == "abreast":
        return _ABREAST in predicate.adverbs and not trigger.structure.is_caption
    is_event = trigger.word.word_class == "take_part" and bool(predicate.phrases(Case.INTO))
    return is_event and any(adverb in _TOGETHER for adverb in predicate.adverbs)


def _together(trigger: Trigger) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Who was there: all alike, or several beside one: "[한 회장, 윤 사장 등이] [오 대표와] 나란히 앉았다"."""
    predicate = trigger.predicate
    if predicate is None:
        return (), ()
    acting = _people_of(subjects_of(predicate, (Case.SUBJECT, Case.TOPIC)))
    beside = _people_of(predicate.phrases(Case.WITH))
    if beside and len(acting) > 1:
        return beside, acting
    return tuple(dict.fromkeys((*acting, *beside))), ()


def _people_of(phrases: Sequence[Phrase]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(person for phrase in phrases for person in phrase.people))


def _at_event_of(trigger: Trigger, lang: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Whose event it was, and who came: "[오 대표의] 출판기념회에 [한 회장이] 참석했다"."""
    predicate = trigger.predicate
    if predicate is None or trigger.word.word_class != "take_part":
        return (), ()
    events = [p for p in predicate.phrases(Case.INTO) if _occasions(lang).get(p.head) == _EVENTS[0]]
    hosts = tuple(dict.fromkeys(person for p in events for person in (*p.inner, *_owners(p, trigger.structure))))
    came = tuple(person for person in _people_of(subjects_of(predicate, _ACTING)) if person not in hosts)
    return (hosts, came) if hosts and came and not _is_denied(trigger) else ((), ())


def _owners(event: Phrase, structure: ClauseStructure) -> tuple[str, ...]:
    before = next((p for p in structure.phrases if p.order == event.order - 1), None)
    return before.people if before is not None and before.case is Case.OF else ()


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
    is_meeting = bool(occasion) and _occasions(lang).get(occasion) not in _EVENTS
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
        _add(BESIDE, "attendee", told[-1], people, structure, is_group=False)


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
