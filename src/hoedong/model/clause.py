"""The shallow clause structure that encounter rules read: phrases with cases, and the predicates that govern them."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from hoedong.model.span import Span
from hoedong.model.time import TimeExpression


class Case(StrEnum):
    """The role that a particle (조사), a preposition or word order gives a phrase; spelled as rules name it."""

    TOPIC = "은/는"
    SUBJECT = "이/가"
    OBJECT = "을/를"
    WITH = "와/과"
    TO = "에게"
    AT = "에서"
    INTO = "에"
    BY = "으로"
    OF = "의"
    WITH_OF = "와의"
    FOR = "위해"
    ALSO = "도"
    BARE = "bare"
    OTHER = "other"


class Ending(StrEnum):
    """How a predicate goes on: it closes the sentence, leads to the next predicate, or describes a noun."""

    FINAL = "final"
    CONNECTIVE = "connective"
    ADNOMINAL = "adnominal"
    NOMINAL = "nominal"
    QUOTED = "quoted"
    NONE = "none"


class PhraseKind(StrEnum):
    """What a phrase is headed by."""

    PERSON = "person"
    TIME = "time"
    NOUN = "noun"
    PARTY = "party"  # an unnamed side: 글로벌 기업들, 경영진
    MEMBER = "member"  # an unnamed side only in the plural: 의원들; a noun otherwise
    PRESS = "press"  # the press, crowds, the public: never a side
    QUOTATION = "quotation"


@dataclass(slots=True, eq=False)
class Phrase:
    """A noun phrase with its case.

    `people` are the ids denoted by the head, lists and "A 등 N명" included; `inner` are people inside the phrase who
    are not its head ("저커버그 CEO 자택"). `words` are its nouns in order, `head` the last of them. `linked` is True
    when the phrase is coordinated with the one after it, `is_paired` when that is by 와/과. `is_crowd` is
    True where the people named are examples of more ("A 등 기업인 17명"). `is_set_off` is True where a comma stands
    behind the phrase ("이 회장은, …"), `is_dashed` where a dash or an arrow joins it to the next ("이 회장-재시 CEO"),
    `stands_apart` where its people met the other side on an occasion of their own (바르텔 장관에 이어), `is_contrasted`
    where the particle of a place sets it against others (정부에서는).
    """

    span: Span
    kind: PhraseKind
    case: Case
    words: tuple[str, ...]
    people: tuple[str, ...] = ()
    inner: tuple[str, ...] = ()
    linked: bool = False
    is_paired: bool = False
    order: int = 0
    is_crowd: bool = False
    is_set_off: bool = False
    is_dashed: bool = False
    stands_apart: bool = False
    is_contrasted: bool = False

    @property
    def head(self) -> str:
        """The last noun, the word that the phrase is about."""
        return self.words[-1] if self.words else ""


@dataclass(slots=True, eq=False)
class Predicate:
    """A predicate (용언) with what it governs.

    `tail` holds the morphemes after the stem, as `form/tag`, a dozen at most: endings, auxiliaries and what
    follows decide status. `arguments` are its own phrases in text order. `head` is the noun that an adnominal clause
    describes, `heads` the list that it opens (악수하는 [한 회장과] [오 대표]). `adverbs` are the adverbs right before
    it. `governs_noun` is the bound or temporal noun that an adnominal
    form leads to (만난 것, 만날 예정, 만난 뒤), which makes it no description of a noun; empty otherwise.
    """

    span: Span
    lemma: str
    ending: Ending
    tail: tuple[str, ...]
    adverbs: tuple[str, ...] = ()
    governs_noun: str = ""
    arguments: list[Phrase] = field(default_factory=list)
    head: Phrase | None = None
    heads: list[Phrase] = field(default_factory=list)
    order: int = 0
    is_past: bool = False
    is_postposition: bool = False
    is_adjective: bool = False

    def phrases(self, *cases: Case) -> list[Phrase]:
        """Its arguments of these cases, in text order."""
        return [phrase for phrase in self.arguments if phrase.case in cases]


@dataclass(slots=True, eq=False)
class ClauseStructure:
    """One sentence as phrases and predicates in text order; `order` numbers both in one sequence.

    `sentence` and `block` are the indices of the sentence and of its block in the document. `remaining` are the
    phrases at the end that no predicate governs (headlines). `block_date` is the first date of the block up to here.
    `open_occasion` is the encounter noun of a meeting just told of without its people (간담회 in "협회는 24일 간담회를
    열었다"), empty where there is none, `open_hosts` who held it. `page_occasion` is the encounter noun of the
    headline (통화 in "정상 통화 일지"), for rows of pairs. `is_entry` marks the line of an agenda, `owner` is
    whose agenda it is.
    """

    sentence: int
    block: int
    span: Span
    phrases: list[Phrase]
    predicates: list[Predicate]
    remaining: list[Phrase] = field(default_factory=list)
    is_headline: bool = False
    is_caption: bool = False
    block_date: TimeExpression | None = None
    open_occasion: str = ""
    open_hosts: tuple[str, ...] = ()
    page_occasion: str = ""
    is_entry: bool = False
    owner: tuple[str, ...] = ()
