"""What a page must show to tell of an encounter: the encounter words of a language by how their written forms begin."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from hoedong.extract.foresight import load_foresight
from hoedong.extract.frame_rules import Frame, founding_words, load_frames
from hoedong.extract.gatherings import TOGETHER
from hoedong.extract.occasions import occasions
from hoedong.extract.words import SIDE_WORDS, EncounterWord, any_of, any_of_many, load_encounter_words, stem_of
from hoedong.model.span import Span

_DO = "하"
_DO_FORMS = "[하-핳해-햏치케코토]"
"""하 with any ending, and as it is shortened: 논의토록."""
_DO_ALONE = rf"(?<![가-힣]){_DO_FORMS}"
"""하 as the verb of an idiom, which begins a word: 식사를 했다."""
_FINALS, _FIRST_SYLLABLE, _SYLLABLES = 28, ord("가"), 11172
_CHANGING = (7, 8)
"""The finals ㄷ and ㄹ, which change or fall before an ending: 듣 in 들었다, 들 in 드는."""
_GLUED_FINALS = (4, 8)
"""The finals ㄴ and ㄹ of 은 and 을."""
_DOUBLING = "르"
_AT_WORD = "(?<![가-힣])"
"""Short verbs are sought where a word begins: 승부를 is no 부를."""
_GOES_ON = "[^가-힣]|[을를도만은는까이나부조의와과라랑며하에]|$"
"""What follows the noun of an idiom: a particle or the end of the word; 보고를 받았다, and not 보고서."""
_PLURAL = "들"
_PLURAL_ENDING = r"들(?=[^가-힣]|[이은는을과의도만에께로간까부하끼뿐인처보라측]|$)"
"""들 of a plural, and not of 만들어."""
_MORE = ("등", "명", "일행", "부부", "내외")


@dataclass(frozen=True, slots=True)
class Stems:
    """Encounter words as their written forms begin: `words` of one word, and idioms.

    `nouns` are the nouns of idioms, and `verbs` what must stand in the same sentence as a noun as it is written:
    차 … 마시.
    """

    words: tuple[re.Pattern[str], ...]
    nouns: tuple[re.Pattern[str], ...]
    verbs: Mapping[str, re.Pattern[str]]

    def stand_in(self, text: str, span: Span) -> bool:
        """Whether one of the words can stand in a sentence or block."""
        start, end = span.start, span.end
        if any(pattern.search(text, start, end) is not None for pattern in self.words):
            return True
        return any(
            self.verbs[match.group()].search(text, start, end) is not None
            for pattern in self.nouns
            for match in pattern.finditer(text, start, end)
        )


@dataclass(frozen=True, slots=True)
class Gate:
    """What a sentence must hold to tell of an encounter: any encounter word, or where it names nobody, one of more.

    `founding` are the words on which a frame can build an encounter, `others` all other encounter words, `parties` the
    words of unnamed sides; `crowds` are these and the words by which named people stand for more (등 5명). Where a
    sentence only says that people took part, `occasions` must stand somewhere on the page, or `together` in the
    sentence.
    """

    founding: Stems
    others: Stems
    parties: re.Pattern[str]
    crowds: re.Pattern[str]
    occasions: re.Pattern[str]
    together: re.Pattern[str]


@cache
def load_gate(lang: str) -> Gate:
    """Arrange the encounter words of a language folder by how their written forms begin."""
    companions = _companions(lang)
    founding = founding_words(lang)
    parties = sorted(load_foresight(lang).parties - {_PLURAL})
    return Gate(
        _stems(founding, companions),
        _stems([entry for entry in load_encounter_words(lang).entries if entry not in founding], companions),
        any_of([*map(re.escape, parties), _PLURAL_ENDING]),
        any_of([*map(re.escape, parties), _PLURAL_ENDING, *_MORE]),
        any_of(sorted(map(_noun_stem, occasions(lang)))),
        any_of(sorted(TOGETHER)),
    )


@dataclass(frozen=True, slots=True)
class Companions:
    """What stands beside the words of a class in every frame that takes them: things (상패를 주) or verbs (손을 잡)."""

    objects: Mapping[str, frozenset[str]]
    governors: Mapping[str, frozenset[str]]

    def idioms_of(self, word: EncounterWord) -> Iterator[tuple[str, str]]:
        """Noun and verb of each idiom that a word of one word is only met in; none where it may stand alone."""
        for thing in self.objects.get(word.word_class, ()):
            yield thing, word.form
        for verb in self.governors.get(word.word_class, ()):
            yield word.form, verb


def _companions(lang: str) -> Companions:
    frames: dict[str, list[Frame]] = {}
    for frame in load_frames(lang):
        for word_class in frame.words:
            frames.setdefault(word_class, []).append(frame)
    objects = {name: _union(frame.objects for frame in these) for name, these in frames.items()}
    governors = {
        name: _union(frame.governor for frame in these if frame.on == "noun") for name, these in frames.items()
    }
    return Companions(
        {name: found for name, found in objects.items() if all(frame.objects for frame in frames[name])},
        {name: found for name, found in governors.items() if all(_is_governed(frame) for frame in frames[name])},
    )


def _is_governed(frame: Frame) -> bool:
    return frame.on == "noun" and bool(frame.governor) and "" not in frame.governor


def _union(words: Iterable[frozenset[str]]) -> frozenset[str]:
    return frozenset[str]().union(*words)


def _stems(entries: Sequence[EncounterWord], companions: Companions) -> Stems:
    idioms: dict[str, set[str]] = {}
    words: set[str] = set()
    for entry in entries:
        noun, _, verb = entry.form.partition(" ")
        pairs = [(noun, verb)] if verb else list(companions.idioms_of(entry))
        for thing, action in pairs:
            idioms.setdefault(_noun_stem(thing), set()).add(_verb_stem(action))
        if not pairs:
            words.add(_noun_stem(noun) if entry.word_class.startswith("noun") else _word_stem(noun))
    verbs = {stem: "|".join(sorted(idioms[stem])) for stem in sorted(idioms, key=lambda stem: (-len(stem), stem))}
    return Stems(
        any_of_many([*sorted(words), *SIDE_WORDS]),
        any_of_many([f"{stem}(?={_GOES_ON}|{verb})" for stem, verb in verbs.items()]),
        {form: pattern for stem, verb in verbs.items() for pattern in (re.compile(verb),) for form in _written(stem)},
    )


def _written(stem: str) -> Iterator[str]:
    """The forms that the stem of a noun stands for: 자리, 자린 and 자릴 of 자[리린릴]."""
    head, _, lasts = stem.rstrip("]").partition("[")
    yield from (head.replace("\\", "") + last for last in lasts or ("",))


def _word_stem(verb: str) -> str:
    """What every written form of a predicate begins with; 회동하 goes on with a form of 하, which may stand apart."""
    if verb[-1] == _DO and len(verb) > 1:
        return rf"{stem_of(verb)}\s?{_DO_FORMS}"
    return f"{_AT_WORD}{stem_of(verb)}" if len(verb) == 1 or verb[-1] == _DOUBLING else stem_of(verb)


def _noun_stem(noun: str) -> str:
    """A noun as it is written; one that ends in a vowel may have a particle in its last syllable: 자린, 얘길."""
    last = ord(noun[-1]) - _FIRST_SYLLABLE
    if not 0 <= last < _SYLLABLES or last % _FINALS:
        return re.escape(noun)
    endings = "".join(chr(ord(noun[-1]) + final) for final in (0, *_GLUED_FINALS))
    return f"{re.escape(noun[:-1])}[{endings}]"


def _verb_stem(verb: str) -> str:
    """What every written form of the verb of an idiom begins with; 하 is also 해, 들 and 듣 are also 드 and 들."""
    if verb == _DO:
        return _DO_ALONE
    last = ord(verb[-1]) - _FIRST_SYLLABLE
    if 0 <= last < _SYLLABLES and last % _FINALS in _CHANGING:
        bare = _FIRST_SYLLABLE + last - last % _FINALS
        return f"{re.escape(verb[:-1])}[{chr(bare)}-{chr(bare + _FINALS - 1)}]"
    return stem_of(verb)
