"""What the names of two profiles say for and against their being one person: one small function each.

A feature gives one line of explanation where it holds, None where it does not. Their weights stand in weights.py.
"""

from __future__ import annotations

from hoedong.names.hangul import is_hangul
from hoedong.names.liquids import are_other_liquids
from hoedong.resolve.people.naming import is_given_name, is_korean_name, is_surname, telling_words
from hoedong.resolve.people.pair import Pair, compare_two_names, length_of
from hoedong.resolve.people.post_features import same_post

_SURE_SOUND = 0.9
_SURE_PART = 0.693
"""From this score on a part of a name is one to the letter, or very nearly; `compare_names` gives 0.7 at most."""


def same_korean_name(pair: Pair) -> str | None:
    """The same Korean name, which others may bear."""
    return pair.tie.detail if pair.tie.is_identical and pair.shapes.are_korean else None


def same_foreign_name(pair: Pair) -> str | None:
    """The same full name of a foreigner, which hardly anyone else bears."""
    holds = pair.tie.is_identical and pair.shapes.are_full and not pair.shapes.are_korean and not pair.shapes.are_common
    return pair.tie.detail if holds else None


def same_frequent_name(pair: Pair) -> str | None:
    """The same name of a foreigner with a surname that very many bear."""
    holds = pair.tie.is_identical and pair.shapes.are_full and not pair.shapes.are_korean and pair.shapes.are_common
    return pair.tie.detail if holds else None


def same_single_name(pair: Pair) -> str | None:
    """The same single word for a name: 아베, Mandela."""
    holds = pair.tie.is_identical and not pair.shapes.are_korean and not pair.shapes.are_full
    return pair.tie.detail if holds else None


def alias(pair: Pair) -> str | None:
    """Two names that are well known to be one person's."""
    return pair.tie.detail if pair.tie.is_alias else None


def like_foreign_name(pair: Pair) -> str | None:
    """A foreign name spelled in another way or in other letters."""
    holds = _is_like_foreign(pair) and pair.tie.score >= _SURE_SOUND
    return pair.tie.detail if holds else None


def roughly_like_foreign_name(pair: Pair) -> str | None:
    """A foreign name that sounds only roughly like the other: it needs evidence beside it."""
    holds = _is_like_foreign(pair) and pair.tie.score < _SURE_SOUND
    return pair.tie.detail if holds else None


def other_liquid(pair: Pair) -> str | None:
    """A foreign name in other letters with an l for an r: 케리 is Kerry, 켈리 is Kelly."""
    hangul, latin = sorted((pair.left.name, pair.right.name), key=str.isascii)
    holds = _is_like_foreign(pair) and pair.shapes.differ_in_script and are_other_liquids(hangul, latin)
    return f"ㄹㄹ is l, ㄹ is r: {hangul}, {latin}" if holds else None


def like_korean_name(pair: Pair) -> str | None:
    """A Korean name in other letters: several Korean names are written alike in Latin ones."""
    holds = pair.is_alike and pair.shapes.are_korean and pair.shapes.are_full and not respelled_korean_name(pair)
    return pair.tie.detail if holds else None


def like_single_name(pair: Pair) -> str | None:
    """A single word for a name, in other letters or spelled otherwise: 레이건, Reagan."""
    is_full = pair.shapes.are_full or pair.shapes.are_full_in_one_word
    return pair.tie.detail if pair.is_alike and not is_full else None


def respelled_korean_name(pair: Pair) -> str | None:
    """A Korean name with another syllable: 려가람 and 여가람, but as often two people."""
    holds = pair.is_alike and pair.shapes.are_korean and is_hangul(pair.left.name) and is_hangul(pair.right.name)
    return pair.tie.detail if holds else None


def other_name(pair: Pair) -> str | None:
    """Names that one person cannot bear both."""
    return f"{pair.left.name} ≠ {pair.right.name}" if not (pair.tie.is_same or pair.tie.is_partial) else None


def other_form_of_address(pair: Pair) -> str | None:
    """A wife's form of address against a name without it: Mrs Reagan and Reagan, Mrs John Adams and John Adams.

    Of a wife called by her own name (아키에 여사) it is only another's post that tells her from him.
    """
    forms = {pair.left.address: pair.left, pair.right.address: pair.right}
    is_own_name = "married" not in forms
    if len(forms) == 1 or is_own_name and (pair.shapes.are_full and pair.tie.is_same or not forms[None].posts):
        return None
    return "one is addressed as the wife of a bearer of the name"


def other_title_of_surname(pair: Pair) -> str | None:
    """A Korean surname alone, with a title that the other is not known to have: 이 사장 is not 이가나 전무."""
    if not (is_surname(pair.left.name) or is_surname(pair.right.name)) or same_post(pair):
        return None
    return "a surname alone with another title"


def given_name_alone(pair: Pair) -> str | None:
    """A part of a foreigner's name that is no more than the given name: Andrew may be any Andrew."""
    if not pair.tie.is_partial or is_korean_name(pair.left.name) or is_korean_name(pair.right.name):
        return None
    part, whole = sorted((pair.left.name, pair.right.name), key=length_of)
    words = telling_words(whole)
    allowed = words[-1:] if is_given_name(part) else words
    if " " in part or any(compare_two_names(part, word).is_match for word in allowed):
        return None
    return f"{part} is only the given name of {whole}"


def part_in_other_script(pair: Pair) -> str | None:
    """A part of a name by its sound alone, in other letters."""
    return pair.tie.detail if pair.tie.is_partial and pair.shapes.differ_in_script else None


def uncertain_part(pair: Pair) -> str | None:
    """A part of a name that sounds only roughly like it, or is in other letters and of two syllables at most."""
    part = min(pair.left.name, pair.right.name, key=length_of)
    is_short = pair.shapes.differ_in_script and is_hangul(part) and len(part) < 3
    holds = pair.tie.is_partial and (pair.tie.score < _SURE_PART or is_short)
    return pair.tie.detail if holds else None


def made_like_korean(pair: Pair) -> str | None:
    """A word made like a Korean name, against a name in other letters that sounds like it in part: 장하람, Jonathan."""
    if not (pair.tie.is_partial or pair.is_alike) or not pair.shapes.differ_in_script:
        return None
    names = (pair.left.name, pair.right.name)
    holds = any(is_hangul(name) and is_korean_name(name) for name in names) and not pair.shapes.are_full
    return "a Korean name and a foreign one" if holds else None


def _is_like_foreign(pair: Pair) -> bool:
    return pair.is_alike and not pair.shapes.are_korean and (pair.shapes.are_full or pair.shapes.are_full_in_one_word)
