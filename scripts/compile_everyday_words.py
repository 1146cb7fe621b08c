"""Write lexicon/not_names.tsv: everyday words of two to four syllables, from the morphemes of Kiwi's model.

Sources: the morphemes of the package kiwipiepy-model (Apache-2.0), the place and country names that this project keeps
(lexicon/korean_places.tsv, country_names.tsv, countries_as_organisations.tsv), and scripts/everyday_words_by_hand.tsv.
A noun, adverb, determiner, numeral, root or interjection of the model counts where Kiwi reads the word, standing alone,
as everyday morphemes and finds it likely enough: rare words and proper nouns would hide names (문재 would hide 문재인).
Forms of verbs and adjectives that begin with a surname and have three syllables count too (나누다, 가르쳐, 심하다).

Run: `python scripts/compile_everyday_words.py`; with --check it writes nothing and fails where the file differs.
"""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterable, Iterator
from importlib.metadata import version
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
LEXICON = ROOT / "src/hoedong/lang/ko/lexicon"
TARGET = LEXICON / "not_names.tsv"
BY_HAND = ROOT / "scripts/everyday_words_by_hand.tsv"
EVERYDAY = frozenset(("NNG", "XR", "MAG", "MAJ", "MM", "NP", "NNB", "NR", "IC"))
AFFIXES = frozenset(("XSN", "XSM", "JX", "JKB", "JKG"))
VERBS = frozenset(("VV", "VA", "VX"))
ENDINGS = {
    **dict.fromkeys(("어", "고", "며", "면", "다", "던", "니", "어서", "어야"), "EC"),
    **dict.fromkeys(("는", "은", "을"), "ETM"),
}
VERB_SYLLABLES = 3
RAREST_FORM = -21.5
RAREST = -21.0  # natural logarithm of the likelihood that Kiwi gives, ends of the sentence included
RAREST_LAST_NAME = -19.0  # without a surname in front a word may end a foreign name (밀리, 믹스)
HEAD = """\
# Everyday words and places of two to four syllables: never taken for a name on their shape alone (정부, 이번, 서울).
# Written by scripts/compile_everyday_words.py from kiwipiepy-model {version} (Apache-2.0); do not edit by hand.
# Read by hoedong.lang.ko.people. Add a line: in scripts/everyday_words_by_hand.tsv. Left out: rare words.
word
"""


def column(file: Path, name: str) -> list[str]:
    """One column of a lexicon file."""
    lines = [line for line in file.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    return [row[name] for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)]


SURNAMES = frozenset(column(LEXICON / "surnames.tsv", "surname"))
SYLLABLES = frozenset(column(LEXICON / "given_name_syllables.tsv", "syllable"))


def is_asked_about(word: str, shortest: int = 2) -> bool:
    """Whether a word has the length and the letters of what the reader asks this table about."""
    return shortest <= len(word) <= 4 and all("가" <= syllable <= "힣" for syllable in word)


def could_be_full_name(word: str) -> bool:
    """Surname and two syllables that given names are made of: 이지원, and not 정부군."""
    return len(word) == 3 and word[0] in SURNAMES and all(syllable in SYLLABLES for syllable in word[1:])


def words_of_kiwi() -> Iterator[str]:
    """The everyday words of the model."""
    from kiwipiepy import Kiwi  # noqa: PLC0415 - the test skips where it is missing

    kiwi = Kiwi(num_workers=1)
    yield from verb_forms(kiwi)
    for word in sorted(forms_of_kiwi(kiwi, EVERYDAY)):
        morphemes, likelihood = kiwi.analyze(word)[0]
        tags = [morpheme.tag for morpheme in morphemes]
        if tags[1:] and could_be_full_name(word):
            continue
        rarest = RAREST if word[0] in SURNAMES or word[:2] in SURNAMES else RAREST_LAST_NAME
        if likelihood >= rarest and EVERYDAY.issuperset(tags[:1]) and (EVERYDAY | AFFIXES).issuperset(tags):
            yield word


def verb_forms(kiwi: Any) -> Iterator[str]:
    """Forms of common verbs that have the shape of a name."""
    stems = [(form, tag) for tag in sorted(VERBS) for form in forms_of_kiwi(kiwi, frozenset((tag,)), shortest=1)]
    named = [(form, tag) for form, tag in stems if form[0] in SURNAMES or form[:2] in SURNAMES]
    joined = {kiwi.join([stem, ending]) for stem in named for ending in ENDINGS.items()}
    for form in sorted(form for form in joined if is_asked_about(form) and len(form) == VERB_SYLLABLES):
        morphemes, likelihood = kiwi.analyze(form)[0]
        if likelihood >= RAREST_FORM and morphemes[0].tag in VERBS:
            yield form


def forms_of_kiwi(kiwi: Any, tags: frozenset[str], shortest: int = 2) -> set[str]:
    """The forms of the model that have one of the tags and at most four syllables."""
    forms: set[str] = set()
    number = 0
    while True:
        try:
            morpheme = kiwi.morpheme(number)
        except ValueError:  # past the last one
            return forms
        if morpheme.tag in tags and is_asked_about(morpheme.form, shortest):
            forms.add(morpheme.form)
        number += 1


def own_words() -> Iterator[str]:
    """Places that the project keeps, and the words by hand."""
    for name in ("korean_places", "country_names", "countries_as_organisations"):
        yield from filter(is_asked_about, column(LEXICON / f"{name}.tsv", "name"))
    yield from column(BY_HAND, "word")


def table(words: Iterable[str]) -> str:
    """The file's text."""
    return HEAD.format(version=version("kiwipiepy-model")) + "".join(f"{word}\n" for word in sorted(set(words)))


def main() -> int:
    """Write the table, or compare it with the committed one."""
    text = table([*words_of_kiwi(), *own_words()])
    if "--check" not in sys.argv[1:]:
        TARGET.write_text(text, encoding="utf-8")
        return 0
    same = text == TARGET.read_text(encoding="utf-8")
    print(f"{TARGET.name}: {'up to date' if same else 'differs; run scripts/compile_everyday_words.py'}")
    return 0 if same else 1


if __name__ == "__main__":
    sys.exit(main())
