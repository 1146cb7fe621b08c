"""Names whose script or language says exactly what is the same: Hanja, Korean names, Chinese names in pinyin."""

from __future__ import annotations

from hoedong.names.hanja import read_hanja_name, same_sound, standard_hanja
from hoedong.names.korean import HangulName, LatinName, given_candidates, same_korean
from hoedong.names.origin import is_surely_korean
from hoedong.names.parts import NameParts, split_name
from hoedong.names.pinyin import is_pinyin_in_hangul, pinyin_in_hangul
from hoedong.names.romanisation import is_spelled, is_surname_spelled
from hoedong.names.script import Script, without_marks
from hoedong.names.surnames import surnames_spelled
from hoedong.names.verdict import Kind, Verdict, agreeing, disagreeing

_READ, _SPELLED, _UNUSUAL = 0.97, 0.97, 0.03
_WRITTEN = 0.96
_NEAR = 0.5
"""The score of names that differ although they look alike."""


def compare_exactly(one: NameParts, other: NameParts) -> Verdict | None:
    """The comparison by a rule that leaves no doubt; None where no such rule speaks of both names."""
    if Script.HANJA in (one.script, other.script):
        return _by_hanja(one, other)
    if one.hangul is not None and other.hangul is not None:
        return _of_hangul(one.hangul, other.hangul)
    if one.hangul is not None and other.latin:
        return _across(one.hangul, other) or _by_pinyin(one, other) or _unlike(one, other)
    if one.latin and other.hangul is not None:
        return _turned(_across(other.hangul, one) or _by_pinyin(other, one)) or _unlike(one, other)
    if one.latin and other.latin:
        return _of_latin(one, other)
    if one.script is not other.script and (is_surely_korean(one) or is_surely_korean(other)):
        return _unlike(one, other)
    return _by_pinyin(one, other) or _turned(_by_pinyin(other, one))


def _turned(verdict: Verdict | None) -> Verdict | None:
    if verdict is None:
        return None
    return Verdict(verdict.kind, verdict.score, tuple((right, sign, left) for left, sign, right in verdict.pairs))


def _whole(parts: NameParts) -> str:
    return " ".join(parts.parts)


def _unlike(one: NameParts, other: NameParts) -> Verdict:
    return disagreeing(_whole(one), _whole(other), _NEAR)


def _by_hanja(one: NameParts, other: NameParts) -> Verdict:
    """Hanja of both by their standard forms, of one by the reading."""
    left, right = "".join(one.parts), "".join(other.parts)
    if one.script is other.script:
        same = standard_hanja(left) == standard_hanja(right)
        return agreeing(Kind.HANJA, _READ, left, right) if same else disagreeing(left, right)
    hanja, name = (left, other) if one.script is Script.HANJA else (right, one)
    agrees = same_sound(hanja, "".join(name.parts)) if name.script is Script.HANGUL else _reads_as(hanja, name)
    return agreeing(Kind.HANJA, _READ, left, right) if agrees else disagreeing(left, right)


def _reads_as(hanja: str, latin: NameParts) -> bool:
    reading = split_name(read_hanja_name(hanja) or "").hangul
    found = _across(reading, latin) if reading is not None and latin.latin else None
    return found is not None


def _of_hangul(one: HangulName, other: HangulName) -> Verdict:
    left, right = one.surname + one.given, other.surname + other.given
    if same_korean(one, other):
        return agreeing(Kind.SPELLING, _WRITTEN, left, right)
    return disagreeing(left, right, _NEAR * (one.surname == other.surname))


def _across(hangul: HangulName, latin: NameParts) -> Verdict | None:
    """A Korean name in both scripts, syllable by syllable."""
    best: Verdict | None = None
    for reading in latin.latin:
        found = _spelled(hangul, reading)
        if found is not None and (best is None or found.score > best.score):
            best = found
    return best


def _spelled(hangul: HangulName, latin: LatinName) -> Verdict | None:
    rank = is_spelled(hangul.given, latin.given)
    if rank is None or not is_surname_spelled(hangul.surname, latin.surname):
        return None
    pairs = ((hangul.surname, "=", latin.surname), (hangul.given, "=", "-".join(latin.given)))
    return Verdict(Kind.PHONETIC, _SPELLED - _UNUSUAL * rank, pairs)


def _of_latin(one: NameParts, other: NameParts) -> Verdict:
    """Two spellings of a Korean name agree where some name in Hangul can be spelled both ways."""
    for left in one.latin:
        for right in other.latin:
            if _share_a_surname(left.surname, right.surname) and given_candidates(left.given) & given_candidates(
                right.given
            ):
                pairs = ((left.surname, "=", right.surname), ("-".join(left.given), "=", "-".join(right.given)))
                return Verdict(Kind.SPELLING, _WRITTEN, pairs)
    return _unlike(one, other)


def _share_a_surname(one: str, other: str) -> bool:
    return not set(surnames_spelled()[one]).isdisjoint(surnames_spelled()[other])


def _by_pinyin(hangul: NameParts, latin: NameParts) -> Verdict | None:
    """A Chinese name, which the Korean rules write in one way; None where either is none."""
    if hangul.script is not Script.HANGUL or latin.script is not Script.LATIN or len(latin.parts) < 2:
        return None
    name = "".join(hangul.parts)
    if len(hangul.parts) != 1 or not is_pinyin_in_hangul(name):
        return None
    words = [pinyin_in_hangul(without_marks(word)) for word in latin.parts]
    if not all(words):
        return None
    return _pinyin_agrees(name, words, hangul, latin)


def _pinyin_agrees(name: str, words: list[frozenset[str]], hangul: NameParts, latin: NameParts) -> Verdict:
    for order in (words, [words[-1], *words[:-1]], [*words[1:], words[0]]):
        heads = {""}
        for choices in order:
            heads = {head + choice for head in heads for choice in choices if name.startswith(head + choice)}
        if name in heads:
            return agreeing(Kind.PHONETIC, _READ, _whole(hangul), _whole(latin))
    return disagreeing(_whole(hangul), _whole(latin), _NEAR)
