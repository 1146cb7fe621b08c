"""Pronouns, plural nominals and dropped subjects: 두 사람, 양측, 그는, and sentences that name nobody.

Works through the sentences in order with a small memory of who was spoken of; what it resolves are person mentions with
the form pronoun or nominal. A plural nominal gives one mention a person, all with the same span.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files

from hoedong.model.clause import Case, ClauseStructure, Ending, Phrase, PhraseKind
from hoedong.model.mention import MentionForm, PersonMention
from hoedong.model.span import Span
from hoedong.rules.lexicon_file import load_lexicon

FORWARD = "coreference.bearers"
"""The rule by which a plural title means those who are named only later."""
_PARTICLE_AHEAD = r"(?=은|는|이|가|을|를|와|과|의|도|에게|에|\s|,|$|\.)"
_PRONOUN_AHEAD = r"(?=는|가|를|와|의|도|에게|에 |만 )"
_PHRASE_ENDS = frozenset("은는이가을를에서로와과도만,.·…\"'”’)며고해아어지면")
_OBJECT_PARTICLES = ("를", "와", "에")
_TOPIC_PARTICLES = ("은", "는")
_SUBJECT_PARTICLES = ("이", "가", "께서")
_PAIR = 2
_FAR_MORE = 2
_SUBJECTS = (Case.TOPIC, Case.SUBJECT)
_PARTS = (*_SUBJECTS, Case.OBJECT, Case.WITH, Case.WITH_OF, Case.ALSO, Case.TO, Case.BARE, Case.OF)


@dataclass(frozen=True, slots=True)
class _Nominal:
    form: str
    number: int | None
    is_subject: bool


@cache
def _nominals(lang: str) -> tuple[Mapping[str, _Nominal], re.Pattern[str]]:
    rows = load_lexicon(files(f"hoedong.lang.{lang}") / "lexicon" / "group_nominals.tsv", ("form", "number", "role"))
    by_form = {
        row["form"]: _Nominal(
            row["form"], None if row["number"] == "all" else int(row["number"]), row["role"] == "subject"
        )
        for row in rows
    }
    plural = sorted((form for form, nominal in by_form.items() if not nominal.is_subject), key=len, reverse=True)
    single = sorted((form for form, nominal in by_form.items() if nominal.is_subject), key=len, reverse=True)
    firsts = re.escape("".join(sorted({form[0] for form in by_form})))  # most characters begin no nominal: seen at once
    pattern = (
        rf"(?=[{firsts}])(?<![가-힣])(?:(?P<plural>{'|'.join(map(re.escape, plural))}){_PARTICLE_AHEAD}"
        rf"|(?P<single>{'|'.join(map(re.escape, single))}){_PRONOUN_AHEAD})"
    )
    return by_form, re.compile(pattern)


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
    counts the sentences that each person was the subject of, `block_subjects` holds those of the present paragraph, and
    `has_topic` tells whether one of them stood with 은/는: such a topic goes on over a later 이/가. `delegations` are
    the people named as of a delegation, by its noun.
    """

    subject: tuple[str, ...] = ()
    group: tuple[str, ...] = ()
    has_met: bool = False
    groups: Counter[tuple[str, ...]] = field(default_factory=Counter)
    recent: list[str] = field(default_factory=list)
    subjects: Counter[str] = field(default_factory=Counter)
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
            elif phrase.kind is PhraseKind.PARTY and phrase.head in self.delegations:
                phrase.people, phrase.kind, phrase.is_crowd = self.delegations[phrase.head], PhraseKind.PERSON, True

    def group_of(self, number: int | None) -> tuple[str, ...]:
        """The antecedents of a plural nominal for so many people; empty when nobody fits."""
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
        group, times = self.groups.most_common(1)[0]
        last = self.groups[tuple(sorted(self.group))]
        return group if times > last and len(group) == number else ()

    def enter(self, block: int) -> None:
        """Come to a sentence of a block."""
        self.is_new_block = block != self.block

    def hear(self, structure: ClauseStructure, group: Sequence[str]) -> None:
        """Take in a sentence; `group` are the people whom it brings together, empty when it brings none."""
        involved = [p for phrase in structure.phrases if phrase.case in _PARTS for p in phrase.people]
        self.recent += involved
        distinct = tuple(dict.fromkeys(involved))
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
        if len(distinct := tuple(dict.fromkeys(people))) == _PAIR and not self.has_met:
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
        self.subjects.update(actor.people)
        self.block_subjects += actor.people

    def carried(self) -> tuple[str, ...]:
        """Whom a sentence without a subject is about.

        At the head of a paragraph the protagonist of the page, inside one that of the paragraph, else the last subject;
        where a paragraph has no topic and its subject is a minor figure, the protagonist too.
        """
        if not self.subject:
            return ()
        leading, times = self.subjects.most_common(1)[0]
        own = self.subjects[self.subject[0]]
        if self.is_new_block:
            return (leading,) if times > own else self.subject
        if not self.has_topic and times >= _FAR_MORE * own:
            return (leading,)
        if len(self.subject) > 1 or not self.block_subjects:
            return self.subject
        leading = max(reversed(self.block_subjects), key=lambda person: self.subjects[person])
        return (leading,) if self.subjects[leading] > self.subjects[self.subject[0]] else self.subject


def may_refer_back(text: str, sentence: Span, lang: str) -> bool:
    """Whether a sentence holds a pronoun, a plural nominal or a bare title, which may stand for people named before."""
    return any(
        pattern.search(text, sentence.start, sentence.end) is not None
        for pattern in (_nominals(lang)[1], _bare_titles(lang))
    )


def plural_nominals(text: str, sentence: Span, lang: str) -> list[Span]:
    """Where the plural nominals of a sentence stand, whoever is meant: 두 사람, 양국 정상."""
    matches = _nominals(lang)[1].finditer(text, sentence.start, sentence.end)
    return [Span(*match.span()) for match in matches if match["plural"]]


def find_nominals(
    text: str,
    sentence: Span,
    named: Sequence[PersonMention],
    memory: Memory,
    holders: Mapping[str, Sequence[str]],
    lang: str,
) -> list[PersonMention]:
    """Find and resolve the pronouns and plural nominals of one sentence; those without antecedent are left out.

    A pronoun that is no subject means the last person named before it in its own sentence ("왕세자가 방한했을 때
    그를 만났다"), else, like a subject, the person whom the text was about. A plural title (여야 원내대표) that nothing
    before explains means those who bear it on the page, when they are so many; `holders` gives them by title.
    """
    by_form, pattern = _nominals(lang)
    found: list[PersonMention] = []
    for match in pattern.finditer(text, sentence.start, sentence.end):
        span = Span(match.start(), match.end())
        if any(span.overlaps(mention.extent) for mention in named):
            continue
        people, form, rule = _resolve(by_form[match.group()], text, span, named, memory, holders)
        found += [PersonMention(span, span, form, person, rule) for person in people]
    return found


def _resolve(
    nominal: _Nominal,
    text: str,
    span: Span,
    named: Sequence[PersonMention],
    memory: Memory,
    holders: Mapping[str, Sequence[str]],
) -> tuple[tuple[str, ...], MentionForm, str]:
    """Whom a pronoun or plural nominal means, its form, and by which rule."""
    if nominal.is_subject:
        return _antecedent(text, span, named, memory), MentionForm.PRONOUN, "coreference.pronoun"
    if group := memory.group_of(nominal.number):
        return group, MentionForm.NOMINAL, "coreference.group"
    return _bearers(nominal, holders), MentionForm.NOMINAL, FORWARD


def _bearers(nominal: _Nominal, holders: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    """All who bear the title of a plural nominal, when they are as many as it says: 여야 원내대표."""
    people = tuple(holders.get(nominal.form.split()[-1], ()))
    return people if len(people) == nominal.number else ()


@cache
def _bare_titles(lang: str) -> re.Pattern[str]:
    rows = load_lexicon(files(f"hoedong.lang.{lang}") / "lexicon" / "bare_titles.tsv", ("title",))
    titles = sorted((row["title"] for row in rows), key=len, reverse=True)
    firsts = re.escape("".join(sorted({title[0] for title in titles})))
    return re.compile(
        rf"(?=[{firsts}])(?:^|(?<=[\s\"“‘(]))(?:{'|'.join(map(re.escape, titles))})(?=[은는이가을를와과의도]|에게|께)"
    )


def find_bare_titles(
    text: str, sentence: Span, named: Sequence[PersonMention], holders: Mapping[str, Sequence[str]], lang: str
) -> list[PersonMention]:
    """Titles without a name that mean the one person of the page who bears them: 왕세자를 만나.

    `holders` gives the people by the last word of their titles. A title behind a noun (삼성 회장) may be somebody
    else's, so only one that opens its phrase counts.
    """
    found: list[PersonMention] = []
    for match in _bare_titles(lang).finditer(text, sentence.start, sentence.end):
        span = Span(match.start(), match.end())
        people = holders.get(match.group(), ())
        if len(people) != 1 or any(span.overlaps(mention.extent) for mention in named):
            continue
        if _opens_phrase(text, span.start, sentence.start):
            found.append(PersonMention(span, span, MentionForm.NOMINAL, people[0], "coreference.bare-title"))
    return found


def _opens_phrase(text: str, at: int, sentence: int) -> bool:
    """Whether the word before has a particle, an ending or a mark, or nothing stands before."""
    before = text[sentence:at].rstrip()
    return not before or before[-1] in _PHRASE_ENDS


def _antecedent(text: str, pronoun: Span, named: Sequence[PersonMention], memory: Memory) -> tuple[str, ...]:
    before = [mention.person for mention in named if mention.extent.end <= pronoun.start and mention.person]
    is_object = text[pronoun.end : pronoun.end + 1] in _OBJECT_PARTICLES
    if is_object and len(set(before)) > 1 and set(memory.subject[:1]) <= set(before):
        return (before[-1],)
    return memory.subject[:1]


def _subject_by_particle(text: str, mentions: Sequence[PersonMention]) -> Actor:
    """The first person with a topic particle, else with a subject particle."""
    for particles in (_TOPIC_PARTICLES, _SUBJECT_PARTICLES):
        for mention in mentions:
            if mention.person and text.startswith(particles, mention.extent.end):
                return Actor((mention.person,), particles is _TOPIC_PARTICLES)
    return _NOBODY


def main_subject(structure: ClauseStructure) -> Actor:
    """The people whom a sentence is about: its topic, else the nominative of a main clause."""
    topics = [phrase for phrase in structure.phrases if phrase.case is Case.TOPIC and phrase.people]
    if topics:
        return Actor(topics[0].people, is_topic=True)
    embedded = {
        id(p) for predicate in structure.predicates if _is_embedded(predicate.ending) for p in predicate.arguments
    }
    subjects = [p for p in structure.phrases if p.case is Case.SUBJECT and p.people and id(p) not in embedded]
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
