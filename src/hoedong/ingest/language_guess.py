"""The language of a page, by its scripts and, in Latin letters, by its small words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from hoedong.rules.lexicon_file import load_lexicon

UNKNOWN = "und"
"""The code of ISO 639 for a language that could not be told."""

_SAMPLE = 20_000
_FIRST = 1_000
_HANGUL = re.compile(r"[가-힣]+")
_SCRIPTS = re.compile(
    r"(?P<ko>[가-힣ㄱ-ㅎ]+)|(?P<ja>[ぁ-ヿ]+)|(?P<zh>[\u3400-\u9fff]+)|(?P<ru>[\u0400-\u04ff]+)|(?P<ar>[\u0600-\u06ff]+)"
    r"|(?P<th>[\u0e00-\u0e7f]+)|(?P<he>[\u0590-\u05ff]+)|(?P<el>[\u0370-\u03ff]+)|(?P<hi>[\u0900-\u097f]+)"
    r"|(?P<latin>[A-Za-z\u00c0-\u024f\u1e00-\u1eff]+)"
)
_LATIN_WORD = re.compile(r"[a-z\u00df-\u024f\u1e00-\u1eff]+")
_LEAST_KOREAN = 0.1
_LEAST_KANA = 0.05


def guess_language(text: str) -> str:
    """The ISO 639-1 code of the language of a page, `und` if it cannot be told; the first 20,000 characters count.

    A tenth of Hangul makes a page Korean: gloss and Hanja may fill the rest.

    >>> guess_language("盧泰愚대통령은 4일 고르바초프대통령과 회담을 가졌다.")
    'ko'
    """
    first = text[:_FIRST]
    if len("".join(_HANGUL.findall(first))) > _LEAST_KOREAN * len(first):
        return "ko"
    letters = _letters(text[:_SAMPLE])
    total = sum(letters.values())
    if not total:
        return UNKNOWN
    if letters["ko"] >= _LEAST_KOREAN * total:
        return "ko"
    if letters["ja"] >= _LEAST_KANA * total:
        return "ja"
    script = max(letters, key=lambda name: letters[name])
    return _latin_language(text[:_SAMPLE]) if script == "latin" else script


def _letters(text: str) -> Counter[str]:
    letters: Counter[str] = Counter()
    for match in _SCRIPTS.finditer(text):
        letters[match.lastgroup or ""] += match.end() - match.start()
    return letters


def _latin_language(text: str) -> str:
    words = Counter(_LATIN_WORD.findall(text.lower()))
    shares = {lang: sum(words[word] for word in small) for lang, small in _small_words().items()}
    best = max(shares, key=lambda lang: shares[lang])
    if shares[best]:
        return best
    return "en" if text.isascii() else UNKNOWN


@cache
def _small_words() -> Mapping[str, frozenset[str]]:
    rows = load_lexicon(files("hoedong.ingest") / "function_words.tsv", ("lang", "words"))
    return {row["lang"]: frozenset(row["words"].split()) for row in rows}
