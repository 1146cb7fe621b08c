"""Who was spoken of, up to the present sentence: the subject, those who met last, everyone by title."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from operator import itemgetter

from hoedong.model.clause import Case, ClauseStructure, Ending, Phrase, PhraseKind
from hoedong.model.mention import PersonMention

_TOPIC_PARTICLES = ("은", "는")
_SUBJECT_PARTICLES = ("이", "가", "께서")
_PAIR = 2
_FAR_MORE = 2
_LATELY, _FEW = 8, 4
_SUBJECTS = (Case.TOPIC, Case.SUBJECT)
_PARTS = (*_SUBJECTS, Case.OBJECT, Case.WITH, Case.WITH_OF, Case.ALSO, Case.TO, Case.BARE, Case.OF)


@dataclass(frozen=True, slots=True)
class Actor:
    """The people whom a sentence is about, and whether as its topic (은/는) or only as a subject (이/가)."""

    people: tuple[str, ...]
    is_topic: bool = False


_NOBODY = Actor(())


@dataclass(slots=True)
class Memory:
    """Who was spoken of, up to the current sentence.

    `subject` is the person whom the text is about now; `group` the people of the last encounter, or of the last
    sentence that named two as long as no encounter was told (`has_met`); `recent` everyone, the latest last. `subjects`
    counts the sentences that each person was the subject of, `just_acting` are those who acted in the sentence before,
    `block_subjects` holds those of the present paragraph, and `has_topic` tells whether one of them stood with 은/는:
    such a topic goes on over a later 이/가. `delegations` are the people named as of a delegation, by its noun.
    """

    subject: tuple[str, ...] = ()
    group: tuple[str, ...] = ()
    has_met: bool = False
    groups: Counter[tuple[str, ...]] = field(default_factory=Counter)
    recent: list[str] = field(default_factory=list)
    subjects: Counter[str] = field(default_factory=Counter)
    just_acting: tuple[str, ...] = ()
    block: int = -1
    is_new_block: bool = True
    block_subjects: list[str] = field(default_factory=list)
    has_topic: bool = False
    delegations: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def recall_delegations(self, structure: ClauseStructure) -> None:
        """Say who is of a delegation named again: "한 의원이 이끄는 방문단이 …. 방문단은 오 장관을 만났다"."""
        for phrase in structure.phrases:
            if phrase.is_crowd and phrase.people:
                self.delegations[phrase.head] = phrase.people
            elif self.delegations and phrase.kind is PhraseKind.PARTY and phrase.head in self.delegations:
                phrase.people, phrase.kind, phrase.is_crowd = self.delegations[phrase.head], PhraseKind.PERSON, True

    def group_of(self, number: int | None) -> tuple[str, ...]:
        """The antecedents of a plural nominal for so many people; empty when nobody fits."""
        if number == len(self.just_acting) == _PAIR and not self.is_new_block:
            return self.just_acting
        leading = self._leading_group(number)
        if leading:
            return leading
        if number is None or len(self.group) == number:
            return self.group
        if len(self.group) > number:
            return self.group[:number]
        latest = list(dict.fromkeys(reversed(self.recent)))[:number]
        return tuple(reversed(latest)) if len(latest) == number else ()

    def _leading_group(self, number: int | None) -> tuple[str, ...]:
        """The people whose meeting is told of most, when a paragraph begins and the last group was a lesser one."""
        if not self.is_new_block or not self.groups:
            return ()
        group, times = max(self.groups.items(), key=itemgetter(1))
        last = self.groups[tuple(sorted(self.group))]
        return group if times > last and len(group) == number else ()

    def enter(self, block: int) -> None:
        """Come to a sentence of a block."""
        self.is_new_block = block != self.block

    def begin_entry(self) -> None:
        """Come to an entry that stands by itself, as in ▷ … ▷ …: whom it is about it names anew."""
        self.subject, self.group, self.just_acting = (), (), ()
        self.has_met = self.has_topic = False
        self.block_subjects = []
        for known in (self.groups, self.recent, self.subjects):
            known.clear()

    def hear(self, structure: ClauseStructure, group: Sequence[str], absent: Collection[str] = ()) -> None:
        """Take in a sentence.

        `group` are the people whom it brings together, empty when it brings none; `absent` are those of whom it speaks
        without them, as the author of a letter.
        """
        named = [p for phrase in structure.phrases if phrase.case in _PARTS for p in phrase.people]
        involved = [person for person in named if person not in absent]
        self.recent += involved
        distinct = tuple(dict.fromkeys(involved))
        acting = [p for phrase in structure.phrases if phrase.case in _SUBJECTS for p in phrase.people]
        self.just_acting = tuple(dict.fromkeys(acting))
        if len(group) >= 2:
            self.group, self.has_met = tuple(group), True
            self.groups[tuple(sorted(group))] += 1
        elif len(distinct) == _PAIR and not self.has_met:
            self.group = distinct
        self._act(_NOBODY if structure.is_headline else main_subject(structure), structure.block)

    def hear_names(self, text: str, block: int, mentions: Sequence[PersonMention], *, is_headline: bool) -> None:
        """Take in a sentence that tells of no encounter: by the particles behind its people alone."""
        people = [mention.person for mention in mentions if mention.person]
        self.recent += people
        distinct = tuple(dict.fromkeys(people))
        particles = (*_TOPIC_PARTICLES, *_SUBJECT_PARTICLES, "도")
        acting = [m.person for m in mentions if m.person and text.startswith(particles, m.extent.end)]
        self.just_acting = tuple(dict.fromkeys(acting))
        if len(distinct) == _PAIR and not self.has_met:
            self.group = distinct
        self._act(_NOBODY if is_headline else _subject_by_particle(text, mentions), block)

    def _act(self, actor: Actor, block: int) -> None:
        """Keep who acts, for sentences that name nobody: "이 회장은 …. 오 대표가 웃었다. 이어 …" is of 이 회장."""
        if block != self.block:
            self.block, self.block_subjects, self.has_topic = block, [], False
        if not actor.people:
            return
        if actor.is_topic or not self.has_topic:
            self.subject = actor.people
        self.has_topic = self.has_topic or actor.is_topic
        for person in actor.people:  # `update` of a counter takes much longer for one or two
            self.subjects[person] += 1
        self.block_subjects += actor.people

    def named_last(self) -> tuple[str, ...]:
        """The few people who were named last before the present sentence, the latest first."""
        return tuple(dict.fromkeys(reversed(self.recent[-_LATELY:])))[:_FEW]

    def leading(self) -> str:
        """Who was the subject of most sentences, the first of several; empty where nobody was."""
        return max(self.subjects.items(), key=itemgetter(1))[0] if self.subjects else ""

    def carried(self) -> tuple[str, ...]:
        """Whom a sentence without a subject is about.

        At the head of a paragraph the protagonist of the page, inside one that of the paragraph, else the last subject;
        where a paragraph has no topic and its subject is a minor figure, the protagonist too.
        """
        if not self.subject:
            return ()
        leading = self.leading()
        times = self.subjects[leading]
        own = self.subjects[self.subject[0]]
        if self.is_new_block:
            return (leading,) if times > own else self.subject
        if not self.has_topic and times >= _FAR_MORE * own:
            return (leading,)
        if len(self.subject) > 1 or not self.block_subjects:
            return self.subject
        leading = max(reversed(self.block_subjects), key=lambda person: self.subjects[person])
        return (leading,) if self.subjects[leading] > self.subjects[self.subject[0]] else self.subject


def _subject_by_particle(text: str, mentions: Sequence[PersonMention]) -> Actor:
    """The first person with a topic particle, else with a subject particle."""
    for particles in (_TOPIC_PARTICLES, _SUBJECT_PARTICLES):
        for mention in mentions:
            if mention.person and text.startswith(particles, mention.extent.end):
                return Actor((mention.person,), particles is _TOPIC_PARTICLES)
    return _NOBODY


def main_subject(structure: ClauseStructure) -> Actor:
    """The people whom a sentence is about: its topic, else the nominative of a main clause."""
    topics = [phrase for phrase in structure.phrases if phrase.people and phrase.case is Case.TOPIC]
    if topics:
        return Actor(topics[0].people, is_topic=True)
    embedded = {
        id(p) for predicate in structure.predicates if _is_embedded(predicate.ending) for p in predicate.arguments
    }
    subjects = [p for p in structure.phrases if p.people and p.case is Case.SUBJECT and id(p) not in embedded]
    return Actor(_first_list(subjects))


def _is_embedded(ending: Ending) -> bool:
    return ending in (Ending.ADNOMINAL, Ending.NOMINAL)


def _first_list(phrases: Sequence[Phrase]) -> tuple[str, ...]:
    people: list[str] = []
    for phrase in phrases:
        people += phrase.people
        if not phrase.linked:
            break
    return tuple(dict.fromkeys(people))
