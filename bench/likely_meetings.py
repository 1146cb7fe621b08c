"""Fits the choice of meetings that no frame reads, and shows what it adds.

    bench/likely_meetings.py          what the choice adds, by cross-validation over the pages it is fitted on
    bench/likely_meetings.py --fit    write src/hoedong/extract/likely_meetings.tsv anew, then the same

Fitted on the annotated pages of the project and, where they lie beside the checkout, on the read part of the others:
every third document of the harder corpora is left out. A word of meeting tells of one where its sentence is among the
words that the annotation gives for an encounter of two of the people near it.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

sys.path.insert(0, str(Path(__file__).parent))

from accuracy import CORPORA, Corpus
from calibration import is_unread
from scorer import compare_documents, dyads

SOURCE = Path(__file__).parent.parent / "src" / "hoedong"
TABLE = SOURCE / "extract" / "likely_meetings.tsv"
KOREAN = SOURCE / "lang" / "ko"
OWN_COUNT = 3
"""So often the project's own cases count: each stands for a kind of sentence."""
OWN_DAY = "2026-03-16"
LEAST_SEEN, LEAST_PAGES = 4, 3
"""Words, or people, that a trait must have been seen with before it is weighed, and pages on which."""
RIDGE = 4.0
"""How strongly weights are drawn to nothing."""
ROUNDS, PARTS, PAIR = 12, 5, 2
SMALLEST = 0.005
HEAD = """\
# How much each trait adds to the log odds that a word of meeting tells of one (meeting), or that somebody is a side
# of it (side). Read by extract/likely_meetings.py; what the traits mean stands in extract/meeting_traits.py.
# Written by bench/likely_meetings.py --fit from annotated pages; do not edit by hand.
# seen   how many words or people of these pages have the trait; held: of how many of them it holds
choice	trait	weight	seen	held
"""
Row = tuple[tuple[str, ...], bool, str]
"""The traits of a word or of somebody near it, whether it holds, and on which page."""
Table = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Word:
    """A word of meeting that filled no frame.

    `there` says of everybody near it whether the annotation has them in the encounter told of, None where it tells of
    none; `is_open` is True where the annotation has an encounter in the sentence and not its people near.
    """

    described: Any
    there: Mapping[str, bool] | None
    is_open: bool
    page: str


@dataclass(frozen=True, slots=True)
class Page:
    """An annotated page with its reading, by the rules alone, and the words in it that filled no frame."""

    gold: Table
    read: Table
    names: Mapping[str, str]
    words: tuple[Word, ...]


def main() -> int:
    """Fit if asked, and measure."""
    options = _options()
    kept = TABLE.read_text(encoding="utf-8")
    TABLE.write_text(HEAD, encoding="utf-8")  # pages are read by the rules alone
    try:
        pages = [page for corpus in CORPORA if corpus.path.exists() for page in pages_of(corpus)]
        own = OWN_COUNT * list(own_words())
    finally:
        TABLE.write_text(kept, encoding="utf-8")
    if options.fit:
        _write(pages, own)
    before, after = Counter[str](), Counter[str]()
    for part in range(PARTS):
        words = [word for at, page in enumerate(pages) if at % PARTS != part for word in page.words]
        weights = fitted([*words, *own])
        for page in pages[part::PARTS]:
            _count(page, weights, before, after)
    print(f"{len(pages)} pages, {sum(len(page.words) for page in pages)} words without a frame")
    print(f"pairs who met, rules alone        {_figures(before)}")
    print(f"with the choice, cross-validated  {_figures(after)}")
    return 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--fit", action="store_true", help="write the table anew")
    return parser.parse_args()


def pages_of(corpus: Corpus) -> Iterator[Page]:
    """The pages of a corpus that may be fitted on."""
    from hoedong.export.reading_json import reading_to_json  # noqa: PLC0415 - `--help` loads no reader
    from hoedong.reader import read_document  # noqa: PLC0415

    for number, gold in enumerate(corpus.documents(), 1):
        if not is_unread(corpus, number):
            reading = read_document(gold["text"], id=gold["id"], lang="ko", published=gold.get("published"))
            read = reading_to_json(reading)
            names, same = compare_documents(gold, read)
            found = {one["eid"] for one, _ in same}
            words = [_judged(word, gold, names, found, reading.document.text) for word in _words_of(reading)]
            yield Page(gold, read, names, tuple(words))


def _words_of(reading: Any) -> Sequence[Any]:
    from hoedong.annotate.annotator import complete, outline  # noqa: PLC0415 - as above
    from hoedong.extract.listening import listen  # noqa: PLC0415
    from hoedong.lang.registry import load_language  # noqa: PLC0415
    from hoedong.rules.trace import NO_TRACE  # noqa: PLC0415

    language = load_language("ko")
    known = outline(reading.document, language, NO_TRACE)
    return listen(complete(known, language, NO_TRACE), language, NO_TRACE, describes_all=True).described


def _judged(described: Any, gold: Table, names: Mapping[str, str], found: set[str], text: str) -> Word:
    """What the annotation says of the sentence: an encounter that the rules missed goes before one that they found."""
    span = described.trigger.structure.span
    here = [one for one in gold["encounters"] if any(_holds(text, words, span) for words in one.get("evidence", ()))]
    missed = [one for one in here if one["eid"] not in found]
    near = {person: names.get(person) for person in described.people}
    for told in (missed, [one for one in here if one["eid"] in found][:1]):
        best = max(told, key=lambda one: len(_present(one) & {*near.values()}), default=None)
        if best is not None and len(_present(best) & {*near.values()}) >= PAIR:
            return Word(
                described,
                {person: name in _present(best) for person, name in near.items()},
                is_open=False,
                page=gold["id"],
            )
    return Word(described, None, is_open=bool(here), page=gold["id"])


def _present(encounter: Table) -> set[str | None]:
    return {*encounter["principals"], *encounter["attendees"]}


def _holds(text: str, words: str, span: Any) -> bool:
    at = text.find(words)
    return at >= 0 and at < span.end and span.start < at + len(words)


def own_words() -> Iterator[Word]:
    """The words of the project's own cases, and of sentences that no rule may read, which are all read rightly."""
    from hoedong.lang_check.ko.encounter import INTRODUCTION  # noqa: PLC0415 - as above
    from hoedong.reader import read_document  # noqa: PLC0415
    from hoedong.rules.lexicon_file import load_lexicon  # noqa: PLC0415
    from hoedong.rules.rule_file import load_rules  # noqa: PLC0415

    cases = [row["text"] for row in load_lexicon(KOREAN / "cases" / "encounters.tsv") if not row["todo"]]
    for text in cases:
        yield from _as_read(read_document(text.replace("⏎", "\n"), lang="ko", published=OWN_DAY))
    for rule in load_rules(KOREAN / "rules" / "encounter.toml"):
        for example in rule.reject:
            reading = read_document(INTRODUCTION + example["text"], lang="ko", published=OWN_DAY)
            yield from () if reading.encounters else _as_read(reading)


def _as_read(reading: Any) -> Iterator[Word]:
    for described in _words_of(reading):
        span = described.trigger.structure.span
        told = [one for one in reading.encounters if any(span.overlaps(evidence.span) for evidence in one.evidence)]
        there = {person for one in told[:1] for person in (*one.principals, *one.attendees)}
        judged = {person: person in there for person in described.people}
        yield Word(
            described, judged if sum(judged.values()) >= PAIR else None, is_open=False, page=reading.document.text
        )


def fitted(words: Sequence[Word]) -> dict[str, dict[str, float]]:
    """The weights of both choices."""
    return {name: _logistic(rows) for name, rows in (("meeting", _meetings(words)), ("side", _sides(words)))}


def _meetings(words: Iterable[Word]) -> list[Row]:
    return [(word.described.traits, word.there is not None, word.page) for word in words if not word.is_open]


def _sides(words: Iterable[Word]) -> list[Row]:
    told = [(word.described.people, word.there, word.page) for word in words if word.there is not None]
    return [(traits, there[person], page) for people, there, page in told for person, traits in people.items()]


def _weighed(rows: Sequence[Row]) -> list[str]:
    """The traits that have been seen often enough, and on several pages: what one page says is no rule."""
    seen = Counter(trait for traits, _, _ in rows for trait in traits)
    pages = Counter(trait for trait, _ in {(trait, page) for traits, _, page in rows for trait in traits})
    return sorted(one for one in seen if seen[one] >= LEAST_SEEN and pages[one] >= LEAST_PAGES)


def _logistic(rows: Sequence[Row]) -> dict[str, float]:
    """Logistic regression by Newton's method, each weight but that of all drawn to nothing; the same every time."""
    place = {trait: at for at, trait in enumerate(_weighed(rows))}
    facts = np.zeros((len(rows), len(place)))
    for at, (traits, _, _) in enumerate(rows):
        facts[at, [place[trait] for trait in traits if trait in place]] = 1
    holds = np.array([float(is_so) for _, is_so, _ in rows])
    ridge = np.array([0.01 if trait == "any" else RIDGE for trait in place])
    weights = np.zeros(len(place))
    for _ in range(ROUNDS):
        chance = 1 / (1 + np.exp(-facts @ weights))
        slope = facts.T @ (holds - chance) - ridge * weights
        bend = (facts.T * (chance * (1 - chance))) @ facts + np.diag(ridge)
        weights += np.linalg.solve(bend, slope)
    return {trait: round(float(weights[at]), 3) for trait, at in place.items()}


def _write(pages: Sequence[Page], own: Sequence[Word]) -> None:
    lines: list[str] = []
    words = [*(word for page in pages for word in page.words), *own]
    for name, rows in (("meeting", _meetings(words)), ("side", _sides(words))):
        seen = Counter(trait for traits, _, _ in rows for trait in traits)
        held = Counter(trait for traits, is_so, _ in rows for trait in traits if is_so)
        weights = _logistic(rows)
        kept = [trait for trait, weight in weights.items() if abs(weight) >= SMALLEST]
        lines += [f"{name}\t{trait}\t{weights[trait]:.3f}\t{seen[trait]}\t{held[trait]}" for trait in kept]
    TABLE.write_text(HEAD + "\n".join([*lines, ""]), encoding="utf-8")


def _count(page: Page, weights: Mapping[str, Mapping[str, float]], before: Counter[str], after: Counter[str]) -> None:
    """The pairs of a page, by the rules and with the meetings that the choice adds."""
    told = dyads(page.gold["encounters"], lambda name: name)
    by_rules = dyads(page.read["encounters"], lambda one: page.names.get(one, one))
    added = {pair for pair in _added(page, weights) if len(pair) == PAIR}
    for counts, found in ((before, by_rules), (after, by_rules | added)):
        counts.update(hit=len(told & found), false=len(found - told), missed=len(told - found))


def _added(page: Page, weights: Mapping[str, Mapping[str, float]]) -> Iterator[frozenset[str]]:
    from hoedong.extract.likely_meetings import Model, choose  # noqa: PLC0415 - as above

    model = Model(weights["meeting"], weights["side"])
    by_sentence: dict[int, list[Any]] = {}
    for word in page.words:
        by_sentence.setdefault(word.described.trigger.structure.sentence, []).append(word.described)
    for described in by_sentence.values():
        if "another encounter here" in described[0].traits:
            continue
        best, _, sides = choose(described, model)
        if "status held" in best.traits:
            names = [page.names.get(one, one) for one in sides]
            yield from (frozenset((one, other)) for at, one in enumerate(names) for other in names[at + 1 :])


def _figures(counts: Counter[str]) -> str:
    precision = counts["hit"] / (counts["hit"] + counts["false"])
    recall = counts["hit"] / (counts["hit"] + counts["missed"])
    return f"P {100 * precision:.1f}  R {100 * recall:.1f}  F1 {200 * precision * recall / (precision + recall):.1f}"


if __name__ == "__main__":
    sys.exit(main())
