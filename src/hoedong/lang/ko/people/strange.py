"""Foreign names no part of which is known, by what stands around them: 가나국의 올루 벨루켄 총리."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from hoedong.lang.ko.people.eastern import sounds_japanese
from hoedong.lang.ko.people.lexicons import mapping, words
from hoedong.lang.ko.people.looks import Look, look_at
from hoedong.lang.ko.people.organisations import is_country, organisation_score
from hoedong.lang.ko.people.shapes import FOREIGN_FINALS
from hoedong.lang.ko.people.words import ends_phrase, particle_ends
from hoedong.names.hangul import final_of, is_hangul

_CACHE = 50_000
_JOINING_ENDS = "아어해"  # 맞아, 열어, 위해
_VAGUE = 0.3  # what a long word has of an organisation by its length alone
_AN_ORGANISATION = 0.7
_FOREIGN, _CLEARLY_FOREIGN = 1.0, 1.2
_PLAINLY_KOREAN, _SURELY_KOREAN = 2.7, 3.0
_LONGEST, _LONG, _FAMILY_AND_GIVEN, _MIDDLE_TOO = 4, 5, 2, 3
_SHORTEST_JAPANESE = 5
_NOUN, _VERBAL = 2, "하할한함했해되될된됨됐돼"
_GENITIVE = "의"


def is_framed(looks: Sequence[Look], first: int, last: int, opening: str) -> bool:
    """Whether words that nobody knows are a name between their owner and a title, or before country and office.

    `opening` is "fresh" where the first word opens the phrase, "led" where a title stands before it, else empty.
    """
    name, after = looks[first : last + 1], looks[last + 1 :]
    if not 1 < len(name) <= _LONGEST or not all(look.organisation >= _AN_ORGANISATION for look in after):
        return False
    owned = _owns(looks[first - 1].text) if first else opening == "led"
    called = owned and (first == 0 or looks[first - 1].text in words("titles", "title"))
    if called and name[0].foreign < _FOREIGN:
        return False  # 조카 신동인 가나자이언츠 구단주
    of_state = bool(after) and is_country(after[0].text) and opening != ""
    return (owned or (first == 0 and of_state)) and is_strange_name(name, owned=owned)


def _owns(text: str) -> bool:
    """가나국의, 가나공단의, 가나국, 교사: a country, a body or a calling to which the name after it belongs."""
    if is_country(text) or text in words("titles", "title"):
        return True
    owner = text.removesuffix(_GENITIVE)
    if owner == text or len(owner) < 2:
        return False
    return is_country(owner) or organisation_score(owner) >= _AN_ORGANISATION or owner not in words("not_names", "word")


def is_strange_name(name: Sequence[Look], *, owned: bool = True, cut: bool = False) -> bool:
    """Whether several words may be one foreign name: none means anything, and one has a foreign sound.

    Beside its owner a name of Japanese sounds alone is believed too. `cut`: a particle was cut off the last word.
    """
    if _is_vietnamese(name):
        return not name[-1].is_title and name[-1].organisation < _AN_ORGANISATION
    inner = [look for look in name[1:-1] if len(look.text) > 1 or not (name[0].is_given and is_hangul(look.text))]
    if not all(map(may_be_strange, (name[0], *inner))) or not may_be_strange(name[-1], is_last=True, is_cut=cut):
        return False
    if any(look.foreign >= _FOREIGN for look in name):
        return True
    return owned and len(name) == _FAMILY_AND_GIVEN and all(sounds_japanese(look.text) for look in name)


def _is_vietnamese(name: Sequence[Look]) -> bool:
    """쩐 티 바인: a family name, a middle name of one syllable, and a given name whatever it means."""
    languages = mapping("foreign_given_names", "name", "language")
    return (
        len(name) == _MIDDLE_TOO
        and len(name[1].text) == 1
        and is_hangul(name[1].text)
        and languages.get(name[0].text, "").startswith("Vietnamese")
    )


def may_be_strange(look: Look, *, is_last: bool = False, is_cut: bool = False) -> bool:
    """Whether a word may be a part of a foreign name whose parts nobody knows."""
    return look.is_given or look.is_link or _is_strange(look.text, is_last=is_last, is_cut=is_cut)


@lru_cache(_CACHE)
def _is_strange(text: str, *, is_last: bool, is_cut: bool) -> bool:
    look = look_at(text)
    return _sounds_strange(look) and _means_nothing(look, is_last=is_last, is_cut=is_cut)


def _sounds_strange(look: Look) -> bool:
    """Whether a word is longer than a syllable, is spelt as other languages are, and is no Korean name."""
    text = look.text
    if len(text) < 2 or not is_hangul(text) or any(final_of(syllable) not in FOREIGN_FINALS for syllable in text):
        return False
    return look.korean < (_SURELY_KOREAN if look.foreign >= _CLEARLY_FOREIGN else _PLAINLY_KOREAN)


def _means_nothing(look: Look, *, is_last: bool, is_cut: bool) -> bool:
    clear = look.foreign >= _CLEARLY_FOREIGN and len(look.text) < _LONG
    if look.is_title or look.organisation > (_AN_ORGANISATION if clear else _VAGUE):
        return False  # 모르테자 ends like a group of people
    if look.text in words("gazetteer", "name") or _is_everyday(look.text):
        return False
    verbal = (look.is_verbal or look.text[-1] in _JOINING_ENDS) and look.foreign < _FOREIGN
    return (is_cut or not ends_phrase(look.text)) and (is_last or not verbal)


def _is_everyday(text: str) -> bool:
    """재판에, 해당하는지, 검출돼: an everyday word, with a particle or made a verb."""
    everyday = words("not_names", "word")
    if len(text) > _NOUN and text[_NOUN] in _VERBAL and text[:_NOUN] in everyday:
        return True
    return any(text[:end] in everyday for end in particle_ends(text) if end > 1)


def is_japanese(name: Sequence[Look]) -> bool:
    """이바 도시로: two words of Japanese sounds, of which some syllable is no Korean one."""
    return (
        len(name) == 2
        and all(sounds_japanese(look.text) for look in name)
        and len(name[0].text) + len(name[1].text) >= _SHORTEST_JAPANESE
        and any(look.foreign >= _FOREIGN for look in name)
    )
