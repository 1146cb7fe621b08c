"""Write docs/explanation/accuracy.md from the annotated pages beside the checkout; with --check, fail where it differs.

Only figures go into the page, never words of the annotated texts. Where the annotated pages are not there, nothing is
written and nothing checked. What a phenomenon is, the tests of `PHENOMENA` decide on the annotation and the text.
"""

from __future__ import annotations

import datetime as dt
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "bench"))

from accuracy import CORPORA  # noqa: E402 - bench/ is no package
from calibration import UNREAD, is_unread  # noqa: E402 - bench/ is no package
from hoedong.export.reading_json import reading_to_json  # noqa: E402 - bench/ is no package
from hoedong.model.document import BlockRole  # noqa: E402 - bench/ is no package
from hoedong.model.reading import Reading  # noqa: E402 - bench/ is no package
from hoedong.model.span import Span  # noqa: E402 - bench/ is no package
from hoedong.reader import read_document  # noqa: E402 - bench/ is no package
from hoedong.rules.lexicon_file import load_lexicon  # noqa: E402 - bench/ is no package
from scorer import compare_documents  # noqa: E402 - bench/ is no package

PAGE = ROOT / "docs" / "explanation" / "accuracy.md"
Gold = Mapping[str, Any]
_NOMINALS = tuple(
    row["form"]
    for row in load_lexicon(files("hoedong.lang.ko") / "lexicon" / "group_nominals.tsv")
    if row["role"] == "group"
)
_HANJA = re.compile(r"[一-鿿]")
_IDIOM = re.compile(
    r"이날|전날|이튿날|다음 ?날|같은 ?날|어제|오늘|내일|모레|그제|지난|이달|올해|작년|전년|내년|당시|만에"
)
_LONG_AGO = 60
_PAIR = 2


@dataclass(frozen=True, slots=True)
class Told:
    """An annotated encounter with the words that tell of it, and whether it was found and dated rightly."""

    gold: Gold
    page: Gold
    words: tuple[str, ...]
    roles: frozenset[BlockRole]
    is_found: bool
    is_dated: bool
    reason: str

    def names_in(self, words: str) -> int:
        """How many of the principals these words name, by any form that the page has of them."""
        forms = {person["name"]: [person["name"], *person["mentions"]] for person in self.page["people"]}
        return sum(any(form in words for form in forms.get(name, [name])) for name in self.gold["principals"])

    @property
    def is_of_long_ago(self) -> bool:
        """Whether it took place two months or more before the page."""
        start, published = self.gold.get("start"), self.page.get("published")
        if not start or not published:
            return False
        day = dt.date.fromisoformat((start + "-12-31")[:10] if len(start) == 4 else (start + "-28")[:10])
        return (dt.date.fromisoformat(published) - day).days >= _LONG_AGO


PHENOMENA: Mapping[str, tuple[str, Callable[[Told], bool]]] = {
    "dropped subject": (
        "no sentence names two of those who met, and none has a group nominal",
        lambda told: all(told.names_in(one) < _PAIR and not _has_nominal(one) for one in told.words),
    ),
    "group nominal": (
        "a sentence says 두 사람, 양측, 두 정상 …",
        lambda told: any(map(_has_nominal, told.words)),
    ),
    "background": ("it took place two months or more before the page", lambda told: told.is_of_long_ago),
    "caption": ("a caption tells of it", lambda told: BlockRole.CAPTION in told.roles),
    "list with a shared title": (
        "names joined by · stand before one title",
        lambda told: (
            any(re.search(r"[가-힣]{2,4}·[가-힣]{2,4} [가-힣 ]{0,12}", one) for one in told.words)
            and len(told.gold["principals"]) > _PAIR
        ),
    ),
    "foreign name": ("one of them has a name that is not Korean", lambda told: any(map(_is_foreign, _sides(told)))),
    "Hanja": ("Hanja stand in the sentence", lambda told: any(_HANJA.search(one) for one in told.words)),
    "status cue": ("it is planned, not held, or not confirmed", lambda told: told.gold["status"] != "held"),
    "date idiom": (
        "its date is told by 이날, 지난달, N개월 만에 …",
        lambda told: bool(told.gold.get("start")) and any(_IDIOM.search(one) for one in told.words),
    ),
    "many sides": ("three or more met", lambda told: len(told.gold["principals"]) > _PAIR),
    "unnamed side": ("one side has no name", lambda told: bool(told.gold["parties"])),
}
REASONS = {
    "encounter.one-side": "a word of meeting was seen, and no two sides around it",
    "encounter.not-told": "two people and a word of meeting stand in the sentence, and no rule joined them",
    "encounter.nominal-unresolved": "nobody could be meant by 두 사람, 양국 정상 …",
    "person.title-without-name": "a surname and a title for which no name was found",
    "other": "an encounter was read in the sentence, of other people or of another day",
    "silent": "no word of meeting was known in the sentence, or nobody in it",
}


def _sides(told: Told) -> Sequence[str]:
    return [*told.gold["principals"], *told.gold["attendees"]]


def _has_nominal(words: str) -> bool:
    return any(form in words for form in _NOMINALS)


def _is_foreign(name: str) -> bool:
    return " " in name or len(name) > 4 or bool(re.search(r"[A-Za-z]", name))


def told_of(*, unread: bool) -> Iterator[Told]:
    """Every annotated encounter of one part of the corpora."""
    for corpus in CORPORA:
        if corpus.name not in (*UNREAD, "dev") or not corpus.path.exists():
            continue
        for number, page in enumerate(corpus.documents(), 1):
            if is_unread(corpus, number) is unread:
                yield from _of_page(page)


def _of_page(page: Gold) -> Iterator[Told]:
    reading = read_document(page["text"], id=page["id"], lang="ko", published=page.get("published"))
    read = reading_to_json(reading)
    found = {gold["eid"]: own for gold, own in compare_documents(page, read)[1]}
    for gold in page["encounters"]:
        spans = [span for words in _evidence(gold) if (span := _place(reading.document.text, words)) is not None]
        own = found.get(gold["eid"])
        yield Told(
            gold,
            page,
            tuple(reading.document[span] for span in spans),
            frozenset(block.role for block in reading.document.blocks for span in spans if block.span.overlaps(span)),
            own is not None,
            own is not None and _days(own["when"]) == _days(gold),
            "" if own is not None else _reason(reading, spans),
        )


def _days(dated: Gold) -> tuple[str | None, str | None]:
    return dated.get("start"), dated.get("end") or dated.get("start")


def _evidence(gold: Gold) -> Sequence[str]:
    evidence = gold["evidence"]
    return [evidence] if isinstance(evidence, str) else evidence


def _place(text: str, words: str) -> Span | None:
    at = text.find(words)
    return Span(at, at + len(words)) if at >= 0 else None


def _reason(reading: Reading, spans: Sequence[Span]) -> str:
    """Why an encounter was missed: what was remarked in its sentences, or an encounter that was read there instead."""
    remarked = {one.code for one in reading.diagnostics if one.span and any(one.span.overlaps(span) for span in spans)}
    evidence = [own.span for report in reading.encounters for own in report.evidence]
    if any(own.overlaps(span) for own in evidence for span in spans):
        return "other"
    return next((code for code in REASONS if code in remarked), "silent")


def page() -> str:
    """The page as it is today."""
    read, unread = list(told_of(unread=False)), list(told_of(unread=True))
    return "\n".join([*_head(read, unread), *_table(read, unread), *_misses(read, unread), *_foot()])


def _share(told: Sequence[Told], what: Callable[[Told], bool]) -> str:
    return f"{100 * sum(map(what, told)) / len(told):.0f} %" if told else "–"


def _head(read: Sequence[Told], unread: Sequence[Told]) -> list[str]:
    return [
        "<!-- Written by scripts/make_accuracy_page.py; do not edit by hand. -->",
        "# How accurate it is, and where it fails",
        "",
        "Measured on annotated Korean pages of many kinds: wire briefs, features, captions, schedules, columns, pages",
        "of decades ago. *Read* pages are those from whose misses the rules were made, *unread* ones nobody looked at:",
        "every third page of the harder corpora. What differs between the two is what the rules owe to the pages that",
        "they were made from.",
        "",
        f"Of {len(read)} encounters on read pages {_share(read, lambda one: one.is_found)} are found,",
        f"of {len(unread)} on unread pages {_share(unread, lambda one: one.is_found)}.",
        "`make accuracy` gives precision and all other figures, `make calibrate` how far a confidence can be trusted.",
        "",
    ]


def _table(read: Sequence[Told], unread: Sequence[Told]) -> Iterator[str]:
    yield "## By phenomenon"
    yield ""
    yield "An encounter may show several. *Dated* is the share, among those found, whose day is exactly right."
    yield ""
    yield "| phenomenon | what is meant | read | found | dated | unread | found | dated |"
    yield "|---|---|--:|--:|--:|--:|--:|--:|"
    plain = ("none of these", "both sides named in one sentence, held, lately")
    for name, (meaning, test) in PHENOMENA.items():
        yield _row(name, meaning, [one for one in read if test(one)], [one for one in unread if test(one)])
    yield _row(*plain, list(filter(_is_plain, read)), list(filter(_is_plain, unread)))
    yield ""


def _is_plain(told: Told) -> bool:
    return not any(test(told) for _, test in PHENOMENA.values())


def _row(name: str, meaning: str, *parts: Sequence[Told]) -> str:
    cells = [name, meaning]
    for told in parts:
        found = [one for one in told if one.is_found]
        cells += [str(len(told)), _share(told, lambda one: one.is_found), _share(found, lambda one: one.is_dated)]
    return f"| {' | '.join(cells)} |"


def _misses(read: Sequence[Told], unread: Sequence[Told]) -> Iterator[str]:
    counts = [Counter(one.reason for one in told if not one.is_found) for told in (read, unread)]
    yield "## What is still missed, and why"
    yield ""
    yield "| what was remarked where the encounter is told | read | unread |"
    yield "|---|--:|--:|"
    for code, meaning in REASONS.items():
        label = f"`{code}`: {meaning}" if "." in code else meaning
        yield f"| {label} | {counts[0][code]} | {counts[1][code]} |"
    yield ""
    yield "`hoedong check` counts these remarks for your own corpus, `hoedong check --code CODE` shows the places."
    yield ""


def _foot() -> list[str]:
    return [
        "## How to add a rule",
        "",
        "1. `hoedong explain FILE --at OFFSET` at the word of meeting shows which rules came near and what each lacks.",
        "2. A word that is not known is a line of `lang/ko/lexicon/encounter_words.tsv` with its class, a title is one",
        "   of `titles.tsv`. Sides that stand in another way are a frame in `lang/ko/rules/encounter.toml`, with a",
        "   sentence that it matches and one that it must not, of invented people.",
        "3. A line in `lang/ko/cases/encounters.tsv` keeps what was gained.",
        "4. `hoedong lang check ko` runs every rule, case and lexicon; `make accuracy` shows what else changed.",
        "",
        "[ARCHITECTURE.md](../../ARCHITECTURE.md) has the table of what stands where.",
        "",
    ]


def main() -> int:
    """Write or check."""
    if not all(corpus.path.exists() for corpus in CORPORA if corpus.name in (*UNREAD, "dev")):
        print("the annotated pages are not beside the checkout: nothing to do")
        return 0
    new = page()
    if "--check" in sys.argv:
        is_same = PAGE.exists() and PAGE.read_text(encoding="utf-8") == new
        print("" if is_same else f"{PAGE.name} is not up to date; run make docs", end="" if is_same else "\n")
        return 0 if is_same else 1
    PAGE.write_text(new, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
