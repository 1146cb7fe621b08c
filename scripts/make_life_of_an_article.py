"""Write docs/explanation/life-of-an-article.md: the sample article through every stage; --check fails on a difference.

All values on the page are what the code gives today, so the page cannot lie.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from io import StringIO
from pathlib import Path

from rich.console import Console

from hoedong.export.diary import diary
from hoedong.export.explanation import explain_reading
from hoedong.export.reading_json import dump_json, reading_to_json
from hoedong.export.wording import chronological
from hoedong.lang.folder import rule_places
from hoedong.model.reading import Reading
from hoedong.reader import read_document
from hoedong.rules.trace import KeptTrace

ROOT = Path(__file__).parent.parent
SAMPLE = ROOT / "samples" / "garam-trip.txt"
PAGE = ROOT / "docs" / "explanation" / "life-of-an-article.md"
SENTENCES = (
    "지난 10일(현지시간) 카터 CEO의",
    "지난 11일에는 시애틀",
    "이 자리에는 오세린",
    "제이슨 우 실버레인",
    "다음 달 방한하는",
)
STAGES = ("time", "person", "place", "quotation")


def page() -> str:
    """The whole page."""
    trace = KeptTrace()
    reading = read_document(SAMPLE.read_text(encoding="utf-8"), source=f"samples/{SAMPLE.name}", trace=trace)
    return "\n".join(_sections(reading, trace)) + "\n"


def _sections(reading: Reading, trace: KeptTrace) -> Iterator[str]:
    yield "# The life of an article"
    yield "\nWritten by `scripts/make_life_of_an_article.py` from `samples/garam-trip.txt`."
    yield "People and companies are invented."
    yield "\n## 1. Ingest: the page becomes frozen text with blocks"
    yield "\nThe text is decoded, brought to NFC, its newlines unified, and never edited after that."
    yield "Furniture is marked, not removed. Every later value points into this text by offsets.\n"
    yield from _fenced(_blocks(reading))
    yield from _publication(reading)
    yield "\n## 2. Annotate and extract: what was seen, and which rule saw it"
    yield "\nFive sentences of the page, as `hoedong explain` shows them. `not fired` is a rule that came near.\n"
    yield from _fenced(_explained(reading, trace))
    yield "\n## 3. The reading: people"
    yield ""
    yield from _people(reading)
    yield "\n## 4. The reading: an encounter report"
    yield "\nOne report as `hoedong read --format json` prints it."
    yield "It says what *this article* reports; it is not yet a fact.\n"
    yield from _fenced(_one_report(reading), "json")
    yield "\n## 5. The diary"
    yield ""
    yield from _fenced(_diary(reading))


def _fenced(lines: Iterator[str], language: str = "text") -> Iterator[str]:
    yield f"```{language}"
    yield from lines
    yield "```"


def _blocks(reading: Reading) -> Iterator[str]:
    page = reading.document
    for block in page.blocks:
        words = page[block.span]
        shown = words if len(words) <= 50 else words[:49] + "…"
        yield f"[{block.span.start:4}:{block.span.end:4}] {block.role:10} {shown}"


def _publication(reading: Reading) -> Iterator[str]:
    publication = reading.document.publication
    yield f"\nThe day of publication is {publication.value or 'unknown'} (basis: {publication.basis or 'none'})."
    yield from (f"- {reason}" for reason in publication.reasons)


def _explained(reading: Reading, trace: KeptTrace) -> Iterator[str]:
    places = rule_places(reading.document.lang)
    for words in SENTENCES:
        offset = reading.document.text.index(words)
        yield from (line.rstrip() for line in explain_reading(reading, trace.steps, places, offset))


def _people(reading: Reading) -> Iterator[str]:
    yield "| id | name | Latin | posts | mentions |"
    yield "|---|---|---|---|---|"
    for person in reading.people:
        posts = "; ".join(f"{post.organisation or '–'} / {post.title or '–'}" for post in person.positions)
        mentions = ", ".join(dict.fromkeys(reading.document[mention.span] for mention in person.mentions))
        yield f"| {person.id} | {person.name} | {person.latin or '–'} | {posts or '–'} | {mentions} |"


def _one_report(reading: Reading) -> Iterator[str]:
    reports = chronological(reading.encounters)
    if reports:
        wanted = max(reports, key=lambda report: len(report.attendees)).id
        tables = reading_to_json(reading)["encounters"]
        yield dump_json(next(table for table in tables if table["id"] == wanted), indent=2)


def _diary(reading: Reading) -> Iterator[str]:
    console = Console(file=StringIO(), width=90, color_system=None, highlight=False)
    with console.capture() as captured:
        console.print(diary(reading))
    yield from (line.rstrip() for line in captured.get().rstrip().splitlines())


def main() -> int:
    """Write or check."""
    if "--check" not in sys.argv:
        PAGE.write_text(page(), encoding="utf-8")
        return 0
    if PAGE.exists() and PAGE.read_text(encoding="utf-8") == page():
        return 0
    print(f"{PAGE.name} is not up to date; run make docs")
    return 1


if __name__ == "__main__":
    sys.exit(main())
