"""Measure what is read of HTML pages, beside trafilatura on the same pages: `python bench/pages.py`.

The pages are made (page_maker.py): invented articles in the markup styles of Korean portals and outlets and of English
ones. `--folder FOLDER` reads all .html and .htm files of a folder as well, which have no gold: what both take for the
article is compared, and the time. The source package of trafilatura brings some, which are not to be committed:

    pip download --no-deps --no-binary :all: trafilatura==2.3.1 && tar xzf trafilatura-2.3.1.tar.gz
    python bench/pages.py --folder trafilatura-2.3.1/tests/resources

`--without-names` hides all that marks.tsv knows: what is left are tags, words and votes.

Body F1 is of shingles (eight characters in Korean, four words in English; headline, decks, headings, captions and the
reporter count neither way), a mean over pages. A caption is kept when it stands in lines that are read. A time of
publication is right to the minute, with its zone where the page states a clock time at all. Limits: floors.toml.
"""

from __future__ import annotations

import argparse
import datetime as dt
import sys
import time
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import mean

import trafilatura

from hoedong.ingest.decode import decode
from hoedong.ingest.document import make_document
from hoedong.ingest.html import Page, declared_charset, read_html
from hoedong.ingest.html_metadata import guessed_day, metadata_day
from hoedong.ingest.publication_date import find_publication
from hoedong.lang.registry import load_language
from hoedong.model.document import BlockRole, Document
from page_maker import MadePage, make_pages, without_names

FLOORS = Path(__file__).parent / "floors.toml"
IN_SCRIPTS = frozenset(("chosun", "next_state", "nuxt_state"))
"""Styles that keep the article in a script alone: trafilatura finds nothing there, which would flatter every figure."""
_MOSTLY = 0.8


@dataclass(frozen=True, slots=True)
class Taken:
    """What one reader took from a page: body, text that is read, whether the time is right, seconds."""

    body: str
    read: str
    is_dated: bool
    seconds: float


@dataclass(frozen=True, slots=True)
class Score:
    """How right one reader was about one page."""

    style: str
    f1: float
    precision: float
    recall: float
    captions: tuple[bool, ...]
    is_dated: bool
    seconds: float


def shingles(text: str, lang: str) -> set[str]:
    """Eight characters without spaces in Korean, four words in English."""
    if lang == "ko":
        letters = "".join(text.split())
        return {letters[at : at + 8] for at in range(len(letters) - 7)}
    words = text.split()
    return {" ".join(words[at : at + 4]) for at in range(len(words) - 3)}


def by_us(page: MadePage) -> Taken:
    """What hoedong takes."""
    start = time.process_time()
    markup, _, _ = decode(page.data, declared_charset(page.data))
    read = read_html(markup)
    seconds = time.process_time() - start
    document, _ = make_document(read.text, lang=page.lang, roles=read.roles)
    body = [document[block.span] for block in document.blocks if block.role is BlockRole.PARAGRAPH]
    seen = [document[block.span] for block in document.blocks if block.role.is_read]
    return Taken("\n".join(body), "\n".join(seen), is_dated(page, read, document), seconds)


def is_dated(page: MadePage, read: Page, document: Document) -> bool:
    """Whether the time of the metadata is right to the minute; where they state none, the day that is found."""
    if read.metadata.published and "T" in read.metadata.published:
        stated = dt.datetime.fromisoformat(read.metadata.published)
        return stated.tzinfo is not None and abs((stated - page.published).total_seconds()) < 60
    language = load_language(page.lang)
    found = find_publication(
        document.text, document.blocks, language, None, metadata_day(read.metadata), None, guessed_day(read.metadata)
    )
    return str(found.value) == page.published.date().isoformat()


def by_trafilatura(page: MadePage) -> Taken:
    """What trafilatura takes, as it is called by default without comments; its dates are days."""
    start = time.process_time()
    body = trafilatura.extract(page.data, include_comments=False) or ""
    seconds = time.process_time() - start
    stated = trafilatura.extract_metadata(page.data)
    return Taken(body, body, bool(stated) and stated.date == page.published.date().isoformat(), seconds)


def score(page: MadePage, taken: Taken) -> Score:
    """Compare what was taken with what is true."""
    gold = set().union(*(shingles(text, page.lang) for text in page.body))
    free = set().union(*(shingles(text, page.lang) for text in page.ignored)) - gold
    across = shingles(" ".join(page.body), page.lang)
    found = set().union(*(shingles(line, page.lang) for line in taken.body.split("\n"))) - free
    held = len(found & gold)
    precision = len(found & across) / len(found) if found else 0.0
    recall = held / len(gold)
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    read = shingles(taken.read.replace("\n", " "), page.lang)
    captions = tuple(_is_kept(shingles(text, page.lang), read) for text in page.captions)
    return Score(page.style, f1, precision, recall, captions, taken.is_dated, taken.seconds)


def _is_kept(caption: set[str], read: set[str]) -> bool:
    return len(caption & read) >= _MOSTLY * len(caption)


def figures(scores: Sequence[Score]) -> dict[str, float]:
    """The figures of one reader over some pages."""
    captions = [kept for score in scores for kept in score.captions]
    return {
        "body": 100 * mean(score.f1 for score in scores),
        "precision": 100 * mean(score.precision for score in scores),
        "recall": 100 * mean(score.recall for score in scores),
        "captions": 100 * mean(captions),
        "published": 100 * mean(score.is_dated for score in scores),
        "pages/s": len(scores) / sum(score.seconds for score in scores),
    }


def main() -> int:
    """Print figures by style and overall; 1 where a limit is broken."""
    options = _options()
    if options.folder:
        compare_folder(options.folder)
        return 0
    pages = list(make_pages(options.each, options.seed))
    pages = [without_names(page) for page in pages] if options.without_names else pages
    by_us(pages[0]), by_trafilatura(pages[0])  # what is imported and compiled once is no cost of a page
    ours = [score(page, by_us(page)) for page in pages]
    theirs = [score(page, by_trafilatura(page)) for page in pages]
    _print(ours, theirs)
    shown = [(own, other) for own, other in zip(ours, theirs, strict=True) if own.style not in IN_SCRIPTS]
    own, other = figures([one for one, _ in shown]), figures([one for _, one in shown])
    return _check(own, other, "pages-without-names" if options.without_names else "pages")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Measure what is read of HTML pages.")
    parser.add_argument("--each", type=int, default=8, help="pages of each style")
    parser.add_argument("--seed", type=int, default=1, help="another seed makes other pages")
    parser.add_argument("--without-names", action="store_true", help="make classes and ids of elements meaningless")
    parser.add_argument("--folder", type=Path, help="read the pages of a folder instead")
    return parser.parse_args()


def _print(ours: Sequence[Score], theirs: Sequence[Score]) -> None:
    names = list(figures(ours))
    print(f"{'hoedong (trafilatura)':<22}" + "".join(f"{name:>16}" for name in names))
    by_style: dict[str, tuple[list[Score], list[Score]]] = defaultdict(lambda: ([], []))
    for mine, peer in zip(ours, theirs, strict=True):
        by_style[mine.style][0].append(mine)
        by_style[mine.style][1].append(peer)
    for style, (mine_all, peer_all) in [*sorted(by_style.items()), ("all", (list(ours), list(theirs)))]:
        own, other = figures(mine_all), figures(peer_all)
        print(f"{style:<22}" + "".join(f"{own[name]:>8.1f} ({other[name]:>5.1f})" for name in names))


def _check(own: dict[str, float], other: dict[str, float], limits: str) -> int:
    """Compare with the limits of floors.toml."""
    floors = tomllib.loads(FLOORS.read_text(encoding="utf-8"))[limits]
    slower, ahead = other["pages/s"] / own["pages/s"], own["body"] - other["body"]
    print(f"where the page shows its article: body F1 {ahead:+.1f} beside trafilatura, {slower:.2f} times its time")
    broken = [name for name in ("body", "captions", "published") if own[name] < floors[name]]
    broken += ["beside"] if ahead < floors["beside"] else []
    broken += ["time"] if slower > floors["time"] else []
    for name in broken:
        print(f"limit broken: {name} ({floors[name]})")
    return 1 if broken else 0


def compare_folder(folder: Path) -> None:
    """Compare what both take from pages without gold."""
    files = sorted(path for path in folder.rglob("*") if path.suffix.lower() in (".html", ".htm"))
    shares, own_time, other_time = [], 0.0, 0.0
    for path in files:
        data = path.read_bytes()
        start = time.process_time()
        page = read_html(decode(data, declared_charset(data))[0])
        own_time += time.process_time() - start
        start = time.process_time()
        other = trafilatura.extract(data, include_comments=False) or ""
        other_time += time.process_time() - start
        share, read, all_ = _share(page, other)
        shares.append(share)
        notes = ", ".join(diagnostic.code for diagnostic in page.diagnostics)
        print(f"{path.name:<48} {share:6.1%} of trafilatura's words read; {read:6} of {all_:6} read  {notes}")
    print(f"{len(files)} pages, {mean(shares):.1%}; time of a page {own_time / other_time:.2f} of trafilatura's")


def _share(page: Page, other: str) -> tuple[float, int, int]:
    document, _ = make_document(page.text, roles=page.roles)
    lines = [document[block.span] for block in document.blocks if block.role.is_read]
    theirs = _union(shingles(line, "en") for line in other.split("\n"))
    read = _union(shingles(line, "en") for line in lines)
    share = len(theirs & read) / len(theirs) if theirs else 1.0
    return share, sum(map(len, lines)), len(document.text)


def _union(sets: Iterable[set[str]]) -> set[str]:
    return set().union(*sets)


if __name__ == "__main__":
    sys.exit(main())
