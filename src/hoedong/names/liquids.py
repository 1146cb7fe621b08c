"""The two liquids of a transcription: between vowels Korean writes a foreign l as ㄹㄹ and an r as ㄹ."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from hoedong.names.hangul import letters_of
from hoedong.names.script import without_marks

_LATIN = re.compile(r"(?<=[aeiouy])(l{1,2}|r{1,2})(?=[aeiouy])(?!es?\b)")


def are_other_liquids(hangul: str, latin: str) -> bool:
    """Whether a Hangul name has an l where one in Latin letters has an r, or the other way round.

    Only names with equally many liquids between vowels are told apart by them; a final e is taken for silent (Kyle).
    The rule is that of the National Institute of Korean Language for words of foreign origin (외래어 표기법, 1986).

    >>> are_other_liquids("존 케리", "John Kelly"), are_other_liquids("존 켈리", "John Kelly")
    (True, False)
    """
    written, spelled = _hangul_liquids(hangul), _latin_liquids(latin)
    return len(written) == len(spelled) and written != spelled


@lru_cache(maxsize=65536)
def _hangul_liquids(name: str) -> str:
    """The liquids between vowels, sorted, since the parts of a name may stand in another order."""
    found = []
    for word in name.split():
        letters = [letters_of(syllable) for syllable in word if "가" <= syllable <= "힣"]
        for (_, _, final), (initial, _, _) in pairwise(letters):
            if initial == "ㄹ" and final in {"", "ㄹ"}:
                found.append("l" if final else "r")
    return "".join(sorted(found))


@lru_cache(maxsize=65536)
def _latin_liquids(name: str) -> str:
    return "".join(sorted(match[0][0] for match in _LATIN.finditer(without_marks(name))))
