"""The side of the anchor that the verb after a date points to."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

from hoedong.lang.calendar import Lean
from hoedong.rules.lexicon_file import load_lexicon

_REACH = 120
"""How many characters after a date its verb is looked for (a bound, so that a page without full stops stays linear)."""

_FIRST_SYLLABLE, _SYLLABLES, _FINALS = 0xAC00, 11172, 28
_FINAL = {"ㄱ": 1, "ㄴ": 4, "ㄹ": 8, "ㅁ": 16, "ㅂ": 17, "ㅆ": 20, "ㅇ": 21}
_LEANS = {"past": Lean.PAST, "future": Lean.FUTURE, "open": Lean.OPEN, "skip": None}


def lean_after(text: str, at: int, sentence_end: int) -> Lean:
    """What the first verb ending after a date says about it.

    >>> lean_after("24일 방한한다고 밝혔다.", 3, 13).name
    'FUTURE'
    """
    cues, leans = _cues()
    for cue in cues.finditer(text, at, min(sentence_end, at + _REACH)):
        lean = leans[(cue.lastindex or 1) - 1]
        if lean is not None:
            return lean
    return Lean.OPEN


@cache
def _cues() -> tuple[re.Pattern[str], tuple[Lean | None, ...]]:
    rows = load_lexicon(files("hoedong.lang.ko") / "lexicon" / "time_tense.tsv", ("cue", "lean"))
    openings = "".join(
        sorted({_syllables(row["cue"][0])[1:-1] if row["cue"][0] in _FINAL else row["cue"][0] for row in rows})
    )
    cues = "|".join(f"({_regex(row['cue'])})" for row in rows)
    return re.compile(f"(?=[{openings}])(?:{cues})"), tuple(_LEANS[row["lean"]] for row in rows)


def _regex(cue: str) -> str:
    return "".join(_syllables(c) if c in _FINAL else r"\s?" if c == " " else re.escape(c) for c in cue)


def _syllables(final: str) -> str:
    """A class of all syllables that end in a consonant."""
    codes = range(_FIRST_SYLLABLE + _FINAL[final], _FIRST_SYLLABLE + _SYLLABLES, _FINALS)
    return "[" + "".join(map(chr, codes)) + "]"
