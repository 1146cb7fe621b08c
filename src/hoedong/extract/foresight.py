"""Foresight: which sentences that name nobody can tell of an encounter, seen before their clauses are read.

A dropped subject meets an unnamed party there, or nobody: without a form of each, the costly reading of clauses can be
spared. A sentence that could give a draft is never passed over; one that tells nothing may be let through.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from hoedong.extract.frame_rules import founding_words
from hoedong.extract.words import EncounterWord, hanja_words
from hoedong.rules.lexicon_file import load_lexicon

_PLURAL = "들"
_Needs = Mapping[str, tuple[frozenset[str], ...]]
"""What must stand beside a morpheme, by its form, one set a word: nothing beside 회동, 나누 beside 담소."""


@dataclass(frozen=True, slots=True)
class Foresight:
    """The encounter words of a language by what their sentences must hold.

    `founding` are the words on which a frame can build an encounter, `parties` the forms without which no phrase of a
    sentence is an unnamed side, `hanja` the words of meeting as pages of the past spell them.
    """

    founding: _Needs
    parties: frozenset[str]
    hanja: tuple[str, ...] = ()

    def may_meet_party(self, forms: frozenset[str]) -> bool:
        """Whether morphemes of these forms can say that somebody met an unnamed side: 경영진+을 만나."""
        if self.parties.isdisjoint(forms):
            return False
        if any(word in form for form in forms if "\u3400" <= form[:1] <= "\u9fff" for word in self.hanja):
            return True
        return any(beside <= forms for form in forms if form in self.founding for beside in self.founding[form])


@cache
def load_foresight(lang: str) -> Foresight:
    """Arrange the encounter words of a language folder by the morphemes that they need."""
    rows = load_lexicon(files(f"hoedong.lang.{lang}") / "lexicon" / "counterparts.tsv", ("form", "kind"))
    counterparts = {row["form"] for row in rows if row["kind"] != "press"}
    singular = {form.removesuffix(_PLURAL) for form in counterparts}
    return Foresight(
        _needs(founding_words(lang)),
        frozenset(counterparts | singular | {form + _PLURAL for form in singular} | {_PLURAL}),
        hanja_words(lang),
    )


def _needs(entries: Iterable[EncounterWord]) -> _Needs:
    needs: dict[str, set[frozenset[str]]] = {}
    for entry in entries:
        for first, *beside in _morphemes_of(entry.form):
            needs.setdefault(first, set()).add(frozenset(beside))
    return {form: tuple(sorted(sets, key=len)) for form, sets in needs.items()}


def _morphemes_of(form: str) -> Iterator[tuple[str, ...]]:
    """Every way in which a word may stand as morphemes: 회동하 or 회동+하, 손 잡 as 손+잡, 주고받 as 주+고+받."""
    first, _, rest = form.partition(" ")
    ways = [(first,), *((first[:at], first[at:].removeprefix("고") or "고") for at in range(1, len(first)))]
    for way in ways:
        for others in _morphemes_of(rest) if rest else [()]:
            yield (*way, *others)
