"""Korean phrases: morphemes, person mentions and times of one sentence joined into noun phrases and predicates.

Times and people are closed units here (지난 is no verb inside 지난 11일), quotations of whole sentences and text in
brackets are passed over. What governs what is the task of `clauses`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files

from hoedong.lang.ko.hanja_words import Atom, in_hangul, is_hanja_title
from hoedong.model.analysis import Sentence
from hoedong.model.clause import Case, Ending, Phrase, PhraseKind, Predicate
from hoedong.model.mention import PersonMention
from hoedong.model.morpheme import Morpheme
from hoedong.model.span import Span
from hoedong.model.time import TimeExpression
from hoedong.rules.lexicon_file import load_lexicon

_NOUN_TAGS = frozenset({"NNG", "NNP", "NNB", "NR", "NP", "SN", "SL", "SH", "XPN", "XSN", "XR", "MM", "UN", "SW", "SO"})
_PREDICATE_TAGS = frozenset({"VV", "VA", "VX", "VCP", "VCN", "XSV", "XSA"})
_PARTICLE_TAGS = frozenset({"JKS", "JKC", "JKG", "JKO", "JKB", "JKV", "JKQ", "JX", "JC"})
_ENDING_TAGS = frozenset({"EP", "EC", "EF", "ETM", "ETN"})
_JAMO = str.maketrans({"ᆫ": "ㄴ", "ᆯ": "ㄹ", "ᆷ": "ㅁ", "ᆸ": "ㅂ"})
_JAMO_FORMS = frozenset("ᆫᆯᆷᆸ")
_BRACKETS = frozenset({"SSO", "SSC", "SS"})
_OPEN, _CLOSE = "(（", ")）"
_WITH_PARTICLES = frozenset({"와", "과", "랑", "이랑", "하고"})
_LINKS = frozenset(
    {",", "·", "ㆍ", "‧", "・", "-", "–", "/", "및", "↔", "→", "⇄", "⇔", "—", "、", "그리고", "또", "이어"}
)
_MADE_SO = frozenset({"하", "되", "만들"})  # 어렵게 하다
_IS_ABOUT = "="  # behind whom an entry is about
_MARKS = _LINKS | {_IS_ABOUT}
_DASHES = frozenset({"-", "–", "—", "↔", "→", "⇄", "⇔"})
_QUOTED_ENDINGS = ("다고", "라고", "자고", "냐고", "라며", "다며", "다면서", "자며")
_TOGETHER = {"함께": "함께하", "같이": "같이하"}
_STEM_ADVERBS = frozenset({"마주", "맞", "내려"})
_CLOSED = frozenset({"PERSON", "TIME", "QUOTATION"})
_TAIL_LENGTH = 12
_SEEN = ("더", "던데")  # 만나더라, 맞더니: what somebody saw
_LISTING = frozenset({"등", "등등"})
_PHRASE_ENDS = frozenset({"기간", "오전", "오후", "당시", "직후", "직전", "이후", "동안", "현재", "최근"})
_BEFORE_NAMES = frozenset({"고", "故"})
_COMPANY_WORDS = ("부부", "내외", "일행", "님")
_DAY_PARTS = frozenset({"오전", "오후", "아침", "점심때", "저녁", "밤", "새벽", "낮", "정오", "자정"})
_CONTRASTING = frozenset({"는", "은", "엔", "ㄴ"})
_SETTING_APART = frozenset({*_CONTRASTING, "도"})
_LIKEWISE = frozenset({"역시", "또한"})  # 한 회장 역시
_SPEECH_OPENS = frozenset({'"', "“", "「", "『"})
_HONORIFICS = frozenset({"씨", "님", "양", "군", "옹", "氏"})
_BETWEEN = frozenset({"간", "사이", "양자"})


@cache
def _particle_cases() -> Mapping[str, Case]:
    rows = load_lexicon(files("hoedong.lang.ko") / "lexicon" / "particles.tsv", ("form", "case"))
    return {row["form"]: Case(row["case"]) for row in rows}


@cache
def _counterparts() -> Mapping[str, PhraseKind]:
    rows = load_lexicon(files("hoedong.lang.ko") / "lexicon" / "counterparts.tsv", ("form", "kind"))
    return {row["form"]: PhraseKind(row["kind"]) for row in rows}


@cache
def _adverbial_verbs() -> frozenset[str]:
    rows = load_lexicon(files("hoedong.lang.ko") / "lexicon" / "postpositional_verbs.tsv", ("form", "kind"))
    return frozenset(row["form"] for row in rows if row["kind"] == "adverb")


@cache
def _clause_nouns() -> frozenset[str]:
    rows = load_lexicon(files("hoedong.lang.ko") / "lexicon" / "clause_nouns.tsv", ("form", "kind"))
    return frozenset(row["form"] for row in rows)


@cache
def _time_heads() -> frozenset[str]:
    """Nouns that make a phrase a time, not a thing: 첫 방한 때."""
    rows = load_lexicon(files("hoedong.lang.ko") / "lexicon" / "clause_nouns.tsv", ("form", "kind"))
    return frozenset(row["form"] for row in rows if row["kind"] == "time")


def find_phrases(
    text: str,
    sentence: Sentence,
    mentions: Sequence[PersonMention],
    times: Sequence[TimeExpression],
    quotations: Sequence[Span],
) -> list[Phrase | Predicate]:
    """Join the morphemes of a sentence into phrases and predicates, in text order.

    "이 회장은 재시 CEO를 만났다" is [이 회장 은/는] [재시 CEO 을/를] [만나 + past, final].

    Args:
        text: the document's text.
        sentence: the sentence with its morphemes.
        mentions: the person mentions inside it, in text order; mentions that share an extent denote several people.
        times: the time expressions inside it.
        quotations: spans of direct speech inside it, to be passed over as one unit.
    """
    atoms = _atoms(text, sentence, mentions, times, quotations)
    return _Joiner(atoms).join()


def _atoms(
    text: str,
    sentence: Sentence,
    mentions: Sequence[PersonMention],
    times: Sequence[TimeExpression],
    quotations: Sequence[Span],
) -> list[Morpheme | Atom]:
    closed = iter(_closed_units(mentions, times, quotations))
    unit = next(closed, None)
    atoms: list[Morpheme | Atom] = []
    depth = 0
    for morpheme in sentence.morphemes:  # the innermost loop of the reader: no calls that can be spared
        form, tag, span = morpheme
        start = span.start
        while unit is not None and unit.span.end <= start:
            unit = next(closed, None)
        if unit is not None and start >= unit.span.start:
            if not atoms or atoms[-1] is not unit:
                atoms.append(unit)
        elif tag in _BRACKETS and text[start] in _OPEN:
            depth += 1
        elif tag in _BRACKETS and text[start] in _CLOSE:
            depth = max(0, depth - 1)
        elif depth == 0 and tag == "SH":
            atoms += in_hangul(form, span)
        elif depth == 0:
            # a morpheme serves as an atom as it is; only endings such as ᆫ다 are respelled
            atoms.append(Atom(form.translate(_JAMO), tag, span) if form[:1] in _JAMO_FORMS else morpheme)
    return atoms


def _closed_units(
    mentions: Sequence[PersonMention], times: Sequence[TimeExpression], quotations: Sequence[Span]
) -> list[Atom]:
    """People, times and quotations in text order; of two that overlap the longer stands, a quotation hides its own."""
    people: dict[Span, list[str]] = {}
    for mention in mentions:
        ids = people.setdefault(mention.extent, [])
        if mention.person is not None and mention.person not in ids:
            ids.append(mention.person)
    units = [Atom("", "QUOTATION", span) for span in quotations]
    units += [Atom("", "PERSON", extent, tuple(ids)) for extent, ids in people.items()]
    units += [Atom("", "TIME", time.span) for time in times]
    kept: list[Atom] = []
    for unit in sorted(units, key=lambda unit: (unit.span.start, -unit.span.end, unit.tag)):
        if not kept or unit.span.start >= kept[-1].span.end:
            kept.append(unit)
        elif unit.span.end > kept[-1].span.end and kept[-1].tag != "QUOTATION":
            kept[-1] = unit if len(unit.span) > len(kept[-1].span) else kept[-1]
    return kept


class _Joiner:
    """One pass over the atoms of a sentence; the noun phrase being built is `_open`."""

    def __init__(self, atoms: list[Morpheme | Atom]) -> None:
        self._atoms = atoms
        self._open: list[Morpheme | Atom] = []
        self._adverbs: list[str] = []
        self._items: list[Phrase | Predicate] = []

    def join(self) -> list[Phrase | Predicate]:
        atoms, index = self._atoms, 0
        while index < len(atoms):
            atom = atoms[index]
            if atom.tag in _NOUN_TAGS and atom.form not in _MARKS:  # every other atom: no call for it
                if self._open and self._open[-1].form in _PHRASE_ENDS:
                    self._close(Case.BARE, linked=False)
                self._open.append(atom)
                index += 1
            else:
                index = self._step(index, atom)
        self._close(Case.BARE, linked=False)
        for order, item in enumerate(self._items):
            item.order = order
        return self._items

    def _step(self, index: int, atom: Morpheme | Atom) -> int:
        """Take in what is no noun; the index of what follows."""
        tag = atom.tag
        if atom.form == _IS_ABOUT:
            return self._take_mark_of_entry(index, atom)
        if tag in _PARTICLE_TAGS:
            return self._take_particles(index)
        if tag in _PREDICATE_TAGS:
            return self._take_predicate(index)
        if tag in _CLOSED:
            return self._take_closed_unit(index)
        if atom.form in _LINKS and self._open:
            self._close(Case.BARE, linked=True)
            self._set_off(atom.form)
        elif tag not in _BRACKETS or atom.form in _SPEECH_OPENS:
            self._set_off(atom.form)
            self._close(Case.SUBJECT if atom.form in _LIKEWISE else Case.BARE, linked=False)
            if tag in ("MAG", "MAJ"):
                self._adverbs.append(atom.form)
        return index + 1

    def _take_mark_of_entry(self, index: int, atom: Morpheme | Atom) -> int:
        """Behind a name that opens the sentence, a mark like a particle: ▲ 한도윤 다온전자 회장 = 18일 …"""
        if not self._items and any(open_.tag == "PERSON" for open_ in self._open):
            self._close(Case.TOPIC, linked=False)
        else:
            self._open.append(atom)
        return index + 1

    def _set_off(self, mark: str) -> None:
        """Note a comma behind a particle: "한 회장이, 행사를 맡은 …"."""
        last = self._items[-1] if self._items and not self._open else None
        if mark == "," and isinstance(last, Phrase):
            last.is_set_off = True
        if mark in _DASHES and isinstance(last, Phrase):
            last.is_dashed = True

    def _take_closed_unit(self, index: int) -> int:
        atom = self._atoms[index]
        if self._open and (atom.tag != "PERSON" or any(open_.tag in _CLOSED for open_ in self._open)):
            late = [self._open.pop()] if len(self._open) > 1 and self._open[-1].form in _BEFORE_NAMES else []
            self._close(Case.BARE, linked=False)
            self._open = late
        self._open.append(atom)
        if atom.tag == "TIME" and not self._particle_follows(index):
            self._close(Case.BARE, linked=False)
        return index + 1

    def _particle_follows(self, index: int) -> bool:
        return index + 1 < len(self._atoms) and self._atoms[index + 1].tag in _PARTICLE_TAGS

    def _take_particles(self, index: int) -> int:
        first, index = index, self._past(index, _PARTICLE_TAGS)
        forms = [atom.form for atom in self._atoms[first:index]]
        tags = [atom.tag for atom in self._atoms[first:index]]
        linked = tags[-1] == "JC" or (tags == ["JKB"] and forms[0] in _WITH_PARTICLES and self._noun_at(index))
        self._close(_case_of(forms, tags), linked=linked)
        self._note_contrast(forms)
        return index

    def _note_contrast(self, forms: Sequence[str]) -> None:
        """14일 오후에는, 14일엔: a date set against others is that of the sentence, not of the clause behind it.

        정부에서는: one side set against others.
        """
        if forms[-1] not in _SETTING_APART:
            return
        last = self._items[-1] if self._items else None
        if isinstance(last, Phrase) and last.case is Case.AT:
            last.is_contrasted = True
        if forms[-1] not in _CONTRASTING:
            return
        for item in reversed(self._items[-2:]):  # 14일, 오후에는
            if not isinstance(item, Phrase) or item.kind is not PhraseKind.TIME:
                break
            item.is_set_off = True

    def _noun_at(self, index: int) -> bool:
        return index < len(self._atoms) and (self._atoms[index].tag in _NOUN_TAGS or self._atoms[index].tag == "PERSON")

    def _take_predicate(self, index: int) -> int:
        atom = self._atoms[index]
        if atom.tag == "VV" and atom.form in _adverbial_verbs() and self._ends_in(index, "EC"):
            self._close(Case.BARE, linked=False)
            self._adverbs.append(atom.form)
            return index + 2
        if self._is_of_manner(index):
            return self._take_manner(index)
        lemma, span = self._under_way(index) or self._lemma(atom)
        self._close(Case.BARE, linked=False)
        after = self._past(index + 1, _ENDING_TAGS)
        ending, past = _ending(self._atoms[index + 1 : after])
        if after > index + 1:
            span = span.cover(self._atoms[after - 1].span)
        tail = tuple([f"{a.form}/{a.tag}" for a in self._atoms[index + 1 : index + 1 + _TAIL_LENGTH]])
        is_adjective = atom.tag in ("VA", "XSA")
        predicate = Predicate(span, lemma, ending, tail, tuple(self._adverbs), is_past=past, is_adjective=is_adjective)
        if ending is Ending.ADNOMINAL and after < len(self._atoms) and self._is_clause_noun(after):
            predicate.governs_noun = self._atoms[after].form
            after = self._past(after + 1, _PARTICLE_TAGS)
        self._items.append(predicate)
        if atom.tag in ("VV", "XSV", "VA", "XSA"):
            self._adverbs = []
        return after

    def _is_of_manner(self, index: int) -> bool:
        """반갑게, 따뜻하게: how somebody is received, and no clause of its own."""
        stem, following = self._atoms[index], self._atoms[index + 1 : index + 3]
        return (
            stem.tag in ("VA", "XSA")
            and len(following) > 1
            and (following[0].form, following[0].tag) == ("게", "EC")
            and following[1].form not in _MADE_SO
        )

    def _take_manner(self, index: int) -> int:
        form = self._atoms[index].form
        if self._atoms[index].tag == "XSA" and self._open and self._open[-1].tag not in _CLOSED:
            form = self._open.pop().form + form
        self._close(Case.BARE, linked=False)
        self._adverbs.append(form + "게")
        return index + 2

    def _under_way(self, index: int) -> tuple[str, Span] | None:
        """조율 중이다 as 조율하다; 수감 중인 describes whom it stands before."""
        atom = self._atoms[index]
        is_middle = len(self._open) > 1 and self._open[-1].form == "중" and self._open[-1].tag == "NNB"
        if atom.tag != "VCP" or not is_middle or self._ends_in(index, "ETM"):
            return None
        activity = self._open[-2]
        del self._open[-2:]
        return activity.form + "하", activity.span.cover(atom.span)

    def _lemma(self, atom: Morpheme | Atom) -> tuple[str, Span]:
        """The dictionary form of a predicate with what stands before its stem: 회동+하, 함께+하, 마주 앉, 주고+받."""
        stands_alone = not self._open
        if atom.tag in ("XSV", "XSA") and self._open and self._open[-1].tag not in _CLOSED:
            base = self._open.pop()
            if self._open and self._open[-1].tag == "XPN":  # 불+투명+하
                prefix = self._open.pop()
                return prefix.form + base.form + atom.form, prefix.span.cover(atom.span)
            return base.form + atom.form, base.span.cover(atom.span)
        if stands_alone and self._adverbs and atom.form == "하" and self._adverbs[-1] in _TOGETHER:
            return _TOGETHER[self._adverbs.pop()], atom.span
        if stands_alone and self._adverbs and self._adverbs[-1] in _STEM_ADVERBS:
            return f"{self._adverbs.pop()} {atom.form}", atom.span
        if stands_alone and atom.form == "받" and self._items and _is_giving(self._items[-1]):
            return "주고받", self._items.pop().span.cover(atom.span)
        return atom.form, atom.span

    def _past(self, index: int, tags: frozenset[str]) -> int:
        """The first index from one on whose tag is none of these."""
        while index < len(self._atoms) and self._atoms[index].tag in tags:
            index += 1
        return index

    def _ends_in(self, index: int, tag: str) -> bool:
        return index + 1 < len(self._atoms) and self._atoms[index + 1].tag == tag

    def _is_clause_noun(self, index: int) -> bool:
        """Whether the noun behind an adnominal ending stands alone: 만난 뒤, but not 뒤 in 뒤 뜰."""
        atom = self._atoms[index]
        if atom.form not in _clause_nouns():
            return False
        following = self._atoms[index + 1] if index + 1 < len(self._atoms) else None
        return (
            following is None
            or atom.tag == "NNB"
            or following.span.start > atom.span.end
            or following.tag not in _NOUN_TAGS
        )

    def _close(self, case: Case, *, linked: bool) -> None:
        """Close the open noun phrase, if any; text between two noun phrases may still be a link."""
        if not self._open:
            if linked and self._items and isinstance(self._items[-1], Phrase):
                self._items[-1].linked = True
            return
        phrase = _phrase(self._open, case, linked=linked)
        phrase.is_paired = linked and case is Case.WITH
        self._items.append(phrase)
        self._open = []


def _phrase(atoms: list[Morpheme | Atom], case: Case, *, linked: bool) -> Phrase:
    last = atoms[-1]
    span = last.span if len(atoms) == 1 else atoms[0].span.cover(last.span)
    words = tuple([atom.form for atom in atoms if atom.form])
    if last.tag == "TIME":
        return Phrase(span, PhraseKind.TIME, case, words, linked=linked)
    if last.tag == "QUOTATION":
        return Phrase(span, PhraseKind.QUOTATION, case, words, linked=linked)
    people = tuple([person for atom in atoms if isinstance(atom, Atom) for person in atom.people])
    is_person = last.tag == "PERSON"
    after_person = [atom.form for atom in atoms[_last_person(atoms) + 1 :]] if people else []
    if after_person and _BETWEEN.issuperset(after_person):  # [A와] [B 간의] 만남, [A와] [B 사이에] 면담이
        return Phrase(span, PhraseKind.PERSON, Case.OF, words, people=people, linked=linked)
    if after_person and is_hanja_title("".join(after_person)):
        after_person, is_person = [], True  # 「하비스」駐韓美大使
    if after_person and after_person[0] in _HONORIFICS:
        after_person, is_person = after_person[1:], len(after_person) == 1
    if is_person or (after_person and (after_person[0] in _LISTING or after_person[-1] in _COMPANY_WORDS)):
        is_crowd = len(after_person) > 1 and after_person[0] in _LISTING and _counts_more(words)
        return Phrase(span, PhraseKind.PERSON, case, words, people=people, linked=linked, is_crowd=is_crowd)
    kind = PhraseKind.TIME if last.form in _time_heads() or _DAY_PARTS.issuperset(words) else _noun_kind(words)
    return Phrase(span, kind, case, words, inner=people, linked=linked)


def _counts_more(words: Sequence[str]) -> bool:
    """Whether those named are examples of more: 등 경제단체장 5명, 등 기업인들."""
    return _noun_kind(words) is PhraseKind.PARTY or (words[-1] == "명" and any(word.isdigit() for word in words))


def _noun_kind(words: Sequence[str]) -> PhraseKind:
    """Whether a noun phrase can stand as an unnamed side (기업들), is the press or the public (취재진), or neither."""
    content = [word for word in words if word not in _LISTING and word not in ("여", "명") and not word.isdigit()]
    if not content:
        return PhraseKind.NOUN
    kinds = _counterparts()
    head = content[-1]
    plural = head == "들" or head.endswith("들") or len(content) < len(words)
    stem = (content[-2] if len(content) > 1 else "") if head == "들" else head.removesuffix("들")
    kind = kinds.get(stem + "들") if plural else None
    kind = kind or kinds.get(head) or kinds.get("".join(content[-2:])) or kinds.get(stem)  # 협상+단
    if kind is None:  # as most are
        return PhraseKind.PARTY if head == "들" else PhraseKind.NOUN
    if kind is PhraseKind.MEMBER:
        return PhraseKind.PARTY if plural else PhraseKind.NOUN
    return PhraseKind.PARTY if head == "들" and kind is PhraseKind.NOUN else kind


def _is_giving(item: Phrase | Predicate) -> bool:
    """주고 in 주고 받다."""
    return isinstance(item, Predicate) and item.lemma == "주" and item.ending is Ending.CONNECTIVE


def _last_person(atoms: list[Morpheme | Atom]) -> int:
    return next((index for index in range(len(atoms) - 1, -1, -1) if atoms[index].tag == "PERSON"), -1)


def _case_of(forms: list[str], tags: list[str]) -> Case:
    cases = _particle_cases()
    if len(forms) == 1 and tags[0] != "JKG":
        return cases.get(forms[0], Case.OTHER)
    if "JKG" in tags:
        return Case.WITH_OF if forms[0] in _WITH_PARTICLES else Case.OF
    if tags[0] == "JKB" or forms[0] in _WITH_PARTICLES:
        return cases.get(forms[0], Case.OTHER)
    for form, tag in zip(reversed(forms), reversed(tags), strict=True):
        if tag in ("JKS", "JKO", "JKC"):
            return cases.get(form, Case.OTHER)
    return cases.get(forms[-1], cases.get(forms[0], Case.OTHER))


def _ending(atoms: list[Morpheme | Atom]) -> tuple[Ending, bool]:
    past, last = False, None
    for atom in atoms:
        if atom.tag == "EP":
            past = past or atom.form in ("었", "았", "였")
        else:
            last = last or atom
            past = past or atom.form.startswith(_SEEN)
    if last is None:
        return Ending.NONE, past
    if last.tag == "ETM":
        return Ending.ADNOMINAL, past or last.form in ("ㄴ", "은", "던")
    if last.tag == "ETN":
        return Ending.NOMINAL, past
    if last.form.endswith(_QUOTED_ENDINGS):
        return Ending.QUOTED, past
    return (Ending.FINAL if last.tag == "EF" else Ending.CONNECTIVE), past
