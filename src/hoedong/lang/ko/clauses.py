"""Which phrase belongs to which predicate: a shallow, linear-time reading of Korean clause structure.

Korean predicates come last, so phrases wait on a stack until a predicate takes them. An adnominal clause ("한국을 찾은
재시 CEO") takes only what its gap leaves it; subjects and topics stay available to later predicates of the sentence.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib.resources import files

from hoedong.lang.ko.additions import add_first_named, add_sides
from hoedong.model.clause import Case, ClauseStructure, Ending, Phrase, PhraseKind, Predicate
from hoedong.model.span import Span
from hoedong.rules.lexicon_file import load_lexicon

_TIME, _PERSON = PhraseKind.TIME, PhraseKind.PERSON
"""Named once: Python 3.11 takes long to look up the member of an enumeration, and every phrase is asked."""
_DESCRIBED = 3  # a noun, the copula, the person
_INCLUDING = frozenset({"비롯하", "포함하"})
_SUBJECTS = (Case.TOPIC, Case.SUBJECT)
_STANDING = (Case.SUBJECT, Case.TOPIC, Case.ALSO)
_INVOLVED = (Case.OBJECT, Case.WITH, Case.TO)
_OWN_SUBJECT = frozenset({"때", "당시", "시", "가운데"})
_HEADS = ("단장", "대표", "위원장", "중심", "필두")
_LIKENESS = frozenset({"같", "다르", "비슷하", "유사하", "친하", "가깝", "무관하", "동일하"})  # 와/과 is theirs
_MOTION = frozenset({"오", "가", "돌아오", "떠나", "나오"})
_AUXILIARIES = frozenset({"이", "아니", "않", "싶", "있", "없", "보이", "알려지", "지", "못하"})
_POSTURE = "채"
_EXISTENCE = frozenset({"있", "없"})


@cache
def _verbs(kind: str) -> frozenset[str]:
    """The verbs of one kind of `postpositional_verbs.tsv`: postposition, adverb, leading."""
    rows = load_lexicon(files("hoedong.lang.ko") / "lexicon" / "postpositional_verbs.tsv", ("form", "kind"))
    return frozenset(row["form"] for row in rows if row["kind"] == kind)


def build_clauses(sentence: int, block: int, span: Span, items: Sequence[Phrase | Predicate]) -> ClauseStructure:
    """Give every phrase of a sentence to the predicate that governs it.

    "이 회장은 한국을 찾은 재시 CEO를 만났다": 찾은 takes 한국을 and describes 재시 CEO; 만났다 takes 이 회장은 and 재시
    CEO를.
    """
    phrases = [item for item in items if isinstance(item, Phrase)]
    predicates = [item for item in items if isinstance(item, Predicate)]
    _share_case_in_lists(items)
    _name_bare_subject(items)
    waiting: list[Phrase] = []
    examples: list[Phrase] = []
    for item in items:
        if isinstance(item, Phrase):
            waiting.append(item)
        elif item.governs_noun == _POSTURE:
            continue  # 선 채로: what stands before it is for the predicate behind it
        elif item.lemma in _verbs("postposition"):
            item.is_postposition = True
            item.arguments = _right_before(item, items, waiting)
            examples += item.arguments if item.lemma in _INCLUDING else ()
            del waiting[len(waiting) - len(item.arguments) :]
            waiting += _included(item, items) or _for_whom(item)
        elif _describes_noun(item, items):
            _take_for_adnominal(item, items, waiting)
            _name_the_led(item)
        elif item.lemma not in _AUXILIARIES or _says_it_took_place(item, items):
            _settle_bare_ending(item, items)
            _take_for_predicate(item, waiting)
    _join_examples(phrases, examples)
    add_first_named(phrases)
    add_sides(predicates)
    return ClauseStructure(sentence, block, span, phrases, predicates, waiting)


def _share_case_in_lists(items: Sequence[Phrase | Predicate]) -> None:
    """A list takes the case of its last member: in "A, B와 C를" all three are objects, when all are people."""
    for index in range(len(items) - 2, -1, -1):
        item = items[index]
        if not isinstance(item, Phrase) or not (item.linked or item.case is Case.WITH):
            continue
        following = _next_member(items, index)
        if not item.linked and following is items[index + 1]:
            continue
        if isinstance(following, Phrase) and _can_be_listed(item, following):
            item.case, item.linked = following.case, True
            item.is_set_off = False  # a comma of the list
        else:
            item.linked = False


def _name_bare_subject(items: Sequence[Phrase | Predicate]) -> None:
    """The subject without a particle of headlines and briefs: "[한 회장], 14일 오 대표 접견", "[한·오] 다시 만났다".

    Only the first phrase of a sentence in which nobody stands as subject or topic.
    """
    phrases = [item for item in items if isinstance(item, Phrase)]
    if not any(isinstance(item, Predicate) and item.ending is not Ending.ADNOMINAL for item in items):
        return  # a noun closes the sentence: the frames of nouns know bare sides
    if any(phrase.case in _SUBJECTS and (phrase.people or phrase.kind is PhraseKind.PARTY) for phrase in phrases):
        return
    people = [phrase for phrase in phrases if phrase.kind is not _TIME]
    first = next((phrase for phrase in people if phrase.people), None)
    if first is None or first.case is not Case.BARE or any(p.people or p.inner for p in people[: people.index(first)]):
        return
    named = _list_opened_by(phrases, first)
    if len(named) > 1 or named[-1].is_set_off:
        for phrase in named:
            phrase.case = Case.SUBJECT


def _list_opened_by(phrases: Sequence[Phrase], first: Phrase) -> list[Phrase]:
    """The list of people that begins with a phrase."""
    named = [first]
    for phrase in phrases[phrases.index(first) + 1 :]:
        if not named[-1].linked or not phrase.people:
            break
        named.append(phrase)
    return named


def _next_member(items: Sequence[Phrase | Predicate], index: int) -> Phrase | Predicate:
    """The item after one in a list, past a description: [채 부회장과] 창업자인 [이 의원을]."""
    following = items[index + 1]
    described = items[index + 1 : index + 4]
    if _dates_a_member(following) and index and _dates_a_member(items[index - 1]):
        return described[1] if len(described) > 1 else following  # 19일 A 대표, 20일 B 대표와
    if len(described) < _DESCRIBED:
        return following
    noun, copula, person = described
    is_description = isinstance(noun, Phrase) and noun.case is Case.BARE and not noun.people
    is_copula = isinstance(copula, Predicate) and copula.lemma == "이" and copula.ending is Ending.ADNOMINAL
    return person if is_description and is_copula and isinstance(person, Phrase) else following


def _dates_a_member(item: Phrase | Predicate) -> bool:
    """Whether a time can stand before each of a list: [19일] A 대표, [20일] B 대표와; [오전에] A, [오후에] B를."""
    return isinstance(item, Phrase) and item.kind is _TIME and item.case in (Case.BARE, Case.INTO)


def _join_examples(phrases: Sequence[Phrase], examples: Sequence[Phrase]) -> None:
    """The people named are among those of a later noun: "A, B 등 방북에 동행한 경제인 17명이", "A를 비롯한 기업인들이".

    `examples` are the phrases of 를 비롯한.
    """
    for index, phrase in enumerate(phrases):
        if phrase.kind is not _PERSON or not (_ends_in_such(phrase) or phrase in examples):
            continue
        counted = next((later for later in phrases[index + 1 :] if _counts_people(later)), None)
        if counted is not None:
            named = [person for member in _list_ending_in(phrases, index) for person in member.people]
            counted.people, counted.kind = tuple(dict.fromkeys(named)), _PERSON
            counted.is_crowd = True


def _ends_in_such(phrase: Phrase) -> bool:
    return phrase.case is Case.BARE and phrase.head == "등"


def _counts_people(phrase: Phrase) -> bool:
    return phrase.kind is PhraseKind.PARTY or (phrase.kind is PhraseKind.NOUN and phrase.head in ("명", "인", "여명"))


def _list_ending_in(phrases: Sequence[Phrase], index: int) -> list[Phrase]:
    members = [phrases[index]]
    while index and phrases[index - 1].linked:
        index -= 1
        members.append(phrases[index])
    return members[::-1]


def _can_be_listed(item: Phrase, following: Phrase) -> bool:
    return item.kind is following.kind and item.kind is not _TIME


def _settle_bare_ending(predicate: Predicate, items: Sequence[Phrase | Predicate]) -> None:
    """A stem without an ending leads on inside a sentence (만나 협의했다) and closes a headline (재시 CEO 만나)."""
    if predicate.ending is Ending.NONE:
        predicate.ending = Ending.CONNECTIVE if predicate.order + 1 < len(items) else Ending.FINAL


def _take_for_predicate(predicate: Predicate, waiting: list[Phrase]) -> None:
    """A finite or connective predicate takes all that waits; subjects keep waiting for the predicates after it."""
    predicate.arguments = list(waiting)
    keep = _kept_subjects(predicate, waiting)
    outer = _subjects_outside(predicate, waiting)
    nearest: dict[Case, Phrase] = {}
    for phrase in waiting:
        if phrase.case in keep:
            nearest[phrase.case] = phrase
    waiting[:] = [
        phrase
        for phrase in waiting
        if phrase in outer
        or (phrase.case in keep and _same_list(phrase, nearest[phrase.case], waiting))
        or (phrase.kind is _TIME and _leaves_time(predicate))
    ]


def _subjects_outside(predicate: Predicate, waiting: Sequence[Phrase]) -> list[Phrase]:
    """Who acts in the main clause around a when-clause: "[한 회장이] 오 대표가 참석한 가운데 서명했다"."""
    subjects = [phrase for phrase in waiting if phrase.case is Case.SUBJECT and phrase.people]
    if predicate.governs_noun not in _OWN_SUBJECT or not subjects:
        return []
    return [phrase for phrase in subjects if not _same_list(phrase, subjects[-1], waiting)]


def _kept_subjects(predicate: Predicate, waiting: Sequence[Phrase]) -> tuple[Case, ...]:
    """The cases in which whoever acts here may act in the predicates after it too: "바흐 위원장도 입국해 만났다"."""
    if predicate.ending is Ending.QUOTED or predicate.governs_noun in _OWN_SUBJECT:
        return (Case.TOPIC,)
    acting = any(phrase.people for phrase in waiting if phrase.case in _SUBJECTS)
    return _SUBJECTS if acting else _STANDING


def _leaves_time(predicate: Predicate) -> bool:
    """Whether a date before a predicate may also date the next: 12일 본사를 찾아 만났다; 24일 연설한 뒤 만났다."""
    return predicate.ending in (Ending.CONNECTIVE, Ending.NOMINAL) or bool(predicate.governs_noun)


def _same_list(phrase: Phrase, last: Phrase, waiting: Sequence[Phrase]) -> bool:
    """Whether `phrase` stands in the coordinated list that ends in `last`."""
    if phrase is last:
        return True
    between = waiting[waiting.index(phrase) : waiting.index(last)]
    return all(member.linked for member in between)


def _take_for_adnominal(predicate: Predicate, items: Sequence[Phrase | Predicate], waiting: list[Phrase]) -> None:
    predicate.head = _next_phrase(predicate, items)
    predicate.heads = _list_from(predicate.head, items)
    head_is_person = predicate.head is not None and predicate.head.kind is _PERSON
    taken: list[Phrase] = []
    cases: set[Case] = set()
    while waiting:
        phrase = waiting[-1]
        if (
            phrase.case is Case.TOPIC
            or (predicate.lemma in _verbs("eventive") and phrase.people)
            or (predicate.lemma in _verbs("aspect") and taken)
            or (phrase.kind is _TIME and phrase.is_set_off)
            or (predicate.lemma == "이" and phrase.linked and phrase.people)
            or (phrase.case is Case.SUBJECT and phrase.is_set_off)
            or (phrase.case is Case.WITH and predicate.is_adjective and predicate.lemma not in _LIKENESS)
            or _is_main_date(waiting)
            or (phrase.case is Case.SUBJECT and phrase.people and Case.OBJECT in cases and _dates(predicate, items))
            or not _fits(phrase, cases, taken, head_is_person=head_is_person)
        ):
            break
        cases.add(phrase.case)
        taken.append(waiting.pop())
    predicate.arguments = taken[::-1]


def _dates(predicate: Predicate, items: Sequence[Phrase | Predicate]) -> bool:
    """Whether a clause describes a date, so that who acts is outside: "A가 [시험을 앞둔] 7월 2일 B를 만났다"."""
    following = items[predicate.order + 1] if predicate.order + 1 < len(items) else None
    return isinstance(following, Phrase) and following.kind is _TIME and not predicate.governs_noun


def _list_from(head: Phrase | None, items: Sequence[Phrase | Predicate]) -> list[Phrase]:
    """A list of people from its first member on."""
    members: list[Phrase] = []
    while head is not None and head.people:
        members.append(head)
        following = items[head.order + 1] if head.linked and head.order + 1 < len(items) else None
        head = following if isinstance(following, Phrase) else None
    return members


def _describes_noun(predicate: Predicate, items: Sequence[Phrase | Predicate]) -> bool:
    """Whether a predicate is part of a clause about a noun: [만난] 재시 CEO, [만나고 온] 재시 CEO."""
    if predicate.ending is Ending.ADNOMINAL:
        return not predicate.governs_noun
    following = items[predicate.order + 1] if predicate.order + 1 < len(items) else None
    return (
        predicate.ending is Ending.CONNECTIVE
        and isinstance(following, Predicate)
        and following.lemma in _MOTION
        and following.ending is Ending.ADNOMINAL
        and not following.governs_noun
    )


def _says_it_took_place(predicate: Predicate, items: Sequence[Phrase | Predicate]) -> bool:
    """Whether 있다 is a verb of its own: 면담이 있었다, but not 만나고 있다."""
    before = items[predicate.order - 1] if predicate.order else None
    return predicate.lemma in _EXISTENCE and isinstance(before, Phrase) and before.case in _STANDING


def _right_before(predicate: Predicate, items: Sequence[Phrase | Predicate], waiting: Sequence[Phrase]) -> list[Phrase]:
    """The phrase that a postposition governs: 만찬을 위해; none in 만나기 위해."""
    before = items[predicate.order - 1] if predicate.order else None
    return [phrase for phrase in waiting[-1:] if phrase is before]


def _included(predicate: Predicate, items: Sequence[Phrase | Predicate]) -> list[Phrase]:
    """한 회장을 비롯해 오 대표, 윤 사장이: who is named first stands in the same case as the list that follows."""
    following = items[predicate.order + 1] if predicate.order + 1 < len(items) else None
    if predicate.lemma not in _INCLUDING or predicate.ending is Ending.ADNOMINAL:
        return []
    included = predicate.arguments
    if not isinstance(following, Phrase) or following.kind is not _PERSON:
        return []
    for phrase in included:
        phrase.case, phrase.linked = following.case, True
    return [phrase for phrase in included if phrase.people]


def _for_whom(predicate: Predicate) -> list[Phrase]:
    """Y를 위한 만찬, Y를 위해 연 만찬: for whom something is done stands in a case of its own."""
    served = [phrase for phrase in predicate.arguments if phrase.people] if predicate.lemma == "위하" else []
    for phrase in served:
        phrase.case, phrase.linked = Case.FOR, False
    return served


def _name_the_led(predicate: Predicate) -> None:
    """한 의원이 이끄는 방문단: who leads a delegation is one of it."""
    head = predicate.head
    if head is None or head.kind is not PhraseKind.PARTY:
        return
    cases: tuple[Case, ...] = (Case.SUBJECT,) if predicate.lemma in _verbs("leading") else ()
    if predicate.lemma == "하" and any(phrase.head.endswith(_HEADS) for phrase in predicate.phrases(Case.BY)):
        cases = (Case.OBJECT,)  # 한 차관을 단장으로 하는 협상단
    leaders = tuple(dict.fromkeys(p for phrase in predicate.phrases(*cases) for p in phrase.people))
    if leaders:
        head.people, head.kind, head.is_crowd = leaders, _PERSON, True


def _is_main_date(waiting: Sequence[Phrase]) -> bool:
    """Whether the last phrase that waits is a date right behind the topic: "A는 14일 [은퇴한] B를 만났다"."""
    last_two = waiting[-2:]
    return len(last_two) == 2 and last_two[1].kind is _TIME and last_two[0].case is Case.TOPIC


def _fits(phrase: Phrase, cases: set[Case], taken: Sequence[Phrase], *, head_is_person: bool) -> bool:
    """Whether an adnominal clause may still take a phrase to its left.

    A filled slot is not filled again unless by a list. Where the noun described is a person and an object or companion
    is already there, the gap is the subject ("재시 CEO를 만난 이 회장"), so a subject further left belongs outside.
    """
    if phrase.case in cases:
        return phrase.linked and bool(taken) and taken[-1].case is phrase.case
    if phrase.case is Case.SUBJECT and head_is_person:
        return not any(case in cases for case in _INVOLVED) and not _is_intransitive(taken)
    return phrase.case is not Case.BARE or phrase.kind is _TIME or not taken


def _is_intransitive(taken: Sequence[Phrase]) -> bool:
    """Whether what the clause has taken so far points to a verb without an object: "서울에 도착한"."""
    return any(phrase.case in (Case.INTO, Case.BY) for phrase in taken)


def _next_phrase(predicate: Predicate, items: Sequence[Phrase | Predicate]) -> Phrase | None:
    for item in items[predicate.order + 1 :]:
        if isinstance(item, Phrase):
            if item.kind is _TIME or item.case in (Case.OF, Case.WITH_OF):
                continue
            return item
        if item.ending is not Ending.ADNOMINAL:
            return None
    return None
