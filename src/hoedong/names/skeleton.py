"""The consonants of a word in a coarse alphabet: what "Zuckerberg" and 저커버그 have in common, letter by letter.

P lips, T teeth, K throat, S hissing, M and N nasal, L liquid. Vowels, h, w, y and an r that English and Korean drop do
not count; a run counts once; K after N and T before S are lost, as transcriptions lose them (Singh, Gates).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from hoedong.names.nicknames import full_forms
from hoedong.names.script import Script, script_of
from hoedong.names.spelling import Sound, sounds_of

_CLASSES = {
    sound: coarse
    for coarse, sounds in {"P": "pbfv", "T": "tdT", "K": "kg", "S": "szScj", "M": "m", "N": "nN", "L": "lr"}.items()
    for sound in sounds
}
_ALTERNATIVES = 6


@lru_cache(maxsize=65536)
def skeletons_of(word: str) -> tuple[str, ...]:
    """The skeletons of a word, the likeliest first: several where its spelling is ambiguous or it is a short form.

    >>> skeletons_of("저커버그"), skeletons_of("Zuckerberg")[0]
    (('SKPK',), 'SKPK')
    """
    found = dict.fromkeys(_spelled_skeletons(word))
    for form in full_forms(word):
        found.update(dict.fromkeys(_spelled_skeletons(form)[:1]))
    return tuple(found)


def _spelled_skeletons(word: str) -> tuple[str, ...]:
    """In Hangul a letter has one class; in Latin letters each alternative of a spelling has its own."""
    reach = 1 if script_of(word) is Script.HANGUL else None
    rows = [(0, "")]
    for sound in sounds_of(word):
        classes = _classes_of(sound)[:reach]
        if classes == ("",):
            continue
        rows = [(rank + place, row + coarse) for rank, row in rows for place, coarse in enumerate(classes)]
        rows = sorted(rows)[: 2 * _ALTERNATIVES]
    return tuple(dict.fromkeys(reduced(row) for _, row in rows))[:_ALTERNATIVES]


@lru_cache(maxsize=4096)
def _classes_of(sound: Sound) -> tuple[str, ...]:
    options = sound.split("/")
    if "r" in options and "-" in options[1:]:
        return ("",)
    return tuple(dict.fromkeys(_CLASSES.get(option, "") for option in options))


def reduced(row: str) -> str:
    """A row of classes without runs and without what transcriptions lose.

    >>> reduced("SNKTTS")
    'SNS'
    """
    return _without_runs(
        "".join(c for c, before, after in _neighbours(f" {_without_runs(row)} ") if _stays(c, before, after))
    )


@lru_cache(maxsize=65536)
def ring_of(row: str) -> str:
    """A row of classes as a ring, so that a name is the same with its surname first or last.

    >>> ring_of("SSNPN") == ring_of("SNPNS")
    True
    """
    ring = _without_runs(row)
    while len(ring) > 1 and ring[0] == ring[-1]:
        ring = ring[:-1]
    kept = "".join(c for c, before, after in _neighbours(ring[-1:] + ring + ring[:1]) if _stays(c, before, after))
    ring = _without_runs(kept)
    while len(ring) > 1 and ring[0] == ring[-1]:
        ring = ring[:-1]
    return min((ring[start:] + ring[:start] for start in range(len(ring))), default="")


def _neighbours(row: str) -> Iterator[tuple[str, str, str]]:
    """Each class between the first and the last, with the one before and the one after it."""
    return zip(row[1:-1], row, row[2:], strict=False)


def _stays(coarse: str, before: str, after: str) -> bool:
    return not (coarse == "K" and before == "N") and not (coarse == "T" and after == "S")


def _without_runs(row: str) -> str:
    return "".join(coarse for place, coarse in enumerate(row) if not place or coarse != row[place - 1])
