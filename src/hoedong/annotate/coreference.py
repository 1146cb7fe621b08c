"""Pronouns, plural nominals and dropped subjects: 두 사람, 양측, 그는, and sentences that name nobody.

Works through the sentences in order with a small memory of who was spoken of; what it resolves are person mentions with
the form pronoun or nominal. A plural nominal gives one mention a person, all with the same span.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from hoedong.annotate.memory import Memory
from hoedong.annotate.plural_titles import find_plural_titles, meant_by
from hoedong.model.mention import MentionForm, PersonMention
from hoedong.model.span import Span
from hoedong.rules.lexicon_file import load_lexicon

GROUP = "coreference.group"
FORWARD = "coreference.bearers"
"""The rule by which a plural title means those who are named only later."""
_PARTICLE_AHEAD = r"(?=은|는|이|가|을|를|와|과|의|도|에게|에|\s|,|$|\.)"
REFLEXIVE = "reflexive"
_REFLEXIVE_AHEAD = r"(?=을|과|에게|께)"
_PRONOUN_AHEAD = r"(?=는|가|를|와|의|도|에게|에 |만 )"
_ACTING_PARTICLES = ("은", "는", "이", "가", "께서")
_PHRASE_ENDS = frozenset("은는이가을를에서로와과도만,.·…\"'”’)며고해아어지면")
_OBJECT_PARTICLES = ("를", "와", "에")


@dataclass(frozen=True, slots=True)
class _Nominal:
    form: str
    number: int | None
    role: str

    @property
    def is_single(self) -> bool:
        """Whether it stands for one person."""
        return self.role != "group"


@cache
def _nominals(lang: str) -> tuple[Mapping[str, _Nominal], re.Pattern[str]]:
    rows = load_lexicon(files(f"hoedong.lang.{lang}") / "lexicon" / "group_nominals.tsv", ("form", "number", "role"))
    by_form = {
        row["form"]: _Nominal(row["form"], None if row["number"] == "all" else int(row["number"]), row["role"])
        for row in rows
    }
    plural = sorted((form for form, nominal in by_form.items() if not nominal.is_single), key=len, reverse=True)
    single = sorted((form for form, nominal in by_form.items() if nominal.role == "subject"), key=len, reverse=True)
    reflexive = [form for form, nominal in by_form.items() if nominal.role == REFLEXIVE]
    forms = [
        *((form, _PARTICLE_AHEAD) for form in plural),
        *((form, _PRONOUN_AHEAD) for form in single),
        *((form, _REFLEXIVE_AHEAD) for form in reflexive),
    ]
    return by_form, _by_first(forms, "가-힣")


def _by_first(forms: Iterable[tuple[str, str]], not_behind: str) -> re.Pattern[str]:
    """A pattern of forms, each with what must follow it, none of which stands behind one of these characters.

    Forms of one first character are put together, with it in front, by which the search skips what begins none.
    """
    ways: dict[str, list[str]] = {}
    for form, ahead in forms:
        ways.setdefault(re.escape(form[0]), []).append(re.escape(form[1:]) + ahead)
    return re.compile("|".join(f"{first}(?<![{not_behind}]{first})(?:{'|'.join(own)})" for first, own in ways.items()))


def may_refer_back(text: str, sentence: Span, lang: str) -> bool:
    """Whether a sentence holds a pronoun, a plural nominal or a bare title, which may stand for people named before."""
    return bool(find_plural_titles(text, sentence, lang)) or any(
        pattern.search(text, sentence.start, sentence.end) is not None
        for pattern in (_nominals(lang)[1], _bare_titles(lang))
    )


def plural_nominals(text: str, sentence: Span, lang: str) -> list[Span]:
    """Where the plural nominals of a sentence stand, whoever is meant: 두 사람, 양국 정상."""
    by_form, pattern = _nominals(lang)
    matches = pattern.finditer(text, sentence.start, sentence.end)
    return [Span(*match.span()) for match in matches if not by_form[match.group()].is_single]


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
    settled = [mention for mention in named if mention.person]  # 두 장관 is no minister whose surname is 두
    for match in pattern.finditer(text, sentence.start, sentence.end):
        span = Span(match.start(), match.end())
        if any(span.overlaps(mention.extent) for mention in settled) or _only_counts(text, span):
            continue
        people, form, rule = _resolve(by_form[match.group()], text, span, named, memory)
        found += [PersonMention(span, span, form, person, rule) for person in people]
    return found + _plural_titles(text, sentence, [*settled, *found], memory, holders, lang)


def _plural_titles(
    text: str,
    sentence: Span,
    known: Sequence[PersonMention],
    memory: Memory,
    holders: Mapping[str, Sequence[str]],
    lang: str,
) -> list[PersonMention]:
    """Those meant by 두 정상, 여야 대표, 한미 외교장관: of the last encounter, of the text so far, or named later."""
    found: list[PersonMention] = []
    for title in find_plural_titles(text, sentence, lang):
        if any(title.span.overlaps(mention.extent) for mention in known):
            continue
        people, is_ahead = meant_by(title, memory, holders)
        rule = FORWARD if is_ahead else GROUP
        found += [PersonMention(title.span, title.span, MentionForm.NOMINAL, person, rule) for person in people]
    return found


def _resolve(
    nominal: _Nominal,
    text: str,
    span: Span,
    named: Sequence[PersonMention],
    memory: Memory,
) -> tuple[tuple[str, ...], MentionForm, str]:
    """Whom a pronoun or plural nominal means, its form, and by which rule."""
    if nominal.role == REFLEXIVE:
        return _acting(text, span, named) or memory.subject[:1], MentionForm.PRONOUN, "coreference.reflexive"
    if nominal.is_single:
        return _antecedent(text, span, named, memory), MentionForm.PRONOUN, "coreference.pronoun"
    return _named_before(span, named, nominal.number) or memory.group_of(nominal.number), MentionForm.NOMINAL, GROUP


def _only_counts(text: str, nominal: Span) -> bool:
    """Whether 셋이서 counts those whom a sentence has just named: "한 회장, 윤 사장과 셋이서"."""
    return len(nominal) == 1 and text[nominal.start - 2 : nominal.start] in ("와 ", "과 ", "랑 ")


def _named_before(nominal: Span, named: Sequence[PersonMention], number: int | None) -> tuple[str, ...]:
    """The people of the same sentence, when so many are named before: "[한 회장]의 말에 [오 대표]가 웃자 두 사람은"."""
    people = tuple(dict.fromkeys(m.person for m in named if m.extent.end <= nominal.start and m.person))
    return people if len(people) == number else ()


@cache
def _bare_titles(lang: str) -> re.Pattern[str]:
    rows = load_lexicon(files(f"hoedong.lang.{lang}") / "lexicon" / "bare_titles.tsv", ("title",))
    titles = sorted((row["title"] for row in rows), key=len, reverse=True)
    return _by_first([(title, "(?=[은는이가을를와과의도]|에게|께)") for title in titles], r"^\s\"“‘(")


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


def _acting(text: str, pronoun: Span, named: Sequence[PersonMention]) -> tuple[str, ...]:
    """Who acts before a reflexive in its sentence: "[서 대통령은] 자신을 예방한 도 대표에게"."""
    before = [m for m in named if m.extent.end <= pronoun.start and m.person]
    acting = [m.person for m in before if text.startswith(_ACTING_PARTICLES, m.extent.end)]
    return tuple(person for person in acting[-1:] if person)


def _antecedent(text: str, pronoun: Span, named: Sequence[PersonMention], memory: Memory) -> tuple[str, ...]:
    before = [mention.person for mention in named if mention.extent.end <= pronoun.start and mention.person]
    is_object = text[pronoun.end : pronoun.end + 1] in _OBJECT_PARTICLES
    if is_object and len(set(before)) > 1 and set(memory.subject[:1]) <= set(before):
        return (before[-1],)
    return memory.subject[:1]
