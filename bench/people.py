"""Read the people of a JSONL corpus and print contract JSON, with a stand-in for the page layout.

python bench/people.py CORPUS.jsonl > READ.jsonl
"""

from __future__ import annotations

import json
import re
import sys
import time
from pathlib import Path

from hoedong.lang.ko.morphology import analyse_morphemes
from hoedong.lang.ko.people import PeopleFound, discover_names, find_people
from hoedong.lang.ko.sentences import split_sentences
from hoedong.model.analysis import Sentence
from hoedong.model.document import Block, BlockRole, Document
from hoedong.model.span import Span

_LINE = re.compile(r"[^\n]+")
_FURNITURE = re.compile(
    r"기자\s*(?:\S+@\S+)?\s*[|=]|기자\s*$|기자 \S+@|^\S* ?= ?\S+ (?:기자|특파원)|©|ⓒ|저작권|무단\s?전재|^입력|기사입력|"
    r"승인|"
    r"등록|^\[?관련 ?기사|관련 ?기사|많이 본|댓글|구독|제보|Copyright|추천|글자 ?크기|^■ 관련|편집자|\.example"
)


def document_of(row: dict[str, str]) -> Document:
    """A document whose blocks are its lines; lines of page furniture are marked by a few words."""
    blocks = []
    for match in _LINE.finditer(row["text"]):
        if match.group().strip():
            furniture = len(match.group()) < 60 and _FURNITURE.search(match.group())
            role = BlockRole.FURNITURE if furniture else BlockRole.PARAGRAPH
            blocks.append(Block(role, Span(*match.span())))
    return Document(row["id"], row["text"], "ko", tuple(blocks))


def read_people(document: Document, spent: list[float]) -> PeopleFound:
    """Both steps with the morphemes between; adds the seconds spent on names to `spent`."""
    began = time.perf_counter()
    candidates = discover_names(document, ())
    spent[0] += time.perf_counter() - began
    sentences = []
    for number, block in enumerate(document.blocks):
        if block.role.is_read:
            morphemes = analyse_morphemes(document.text, block.span, candidates.spans_in(block.span))
            for span in split_sentences(document.text, block.span):
                sentences.append(Sentence(span, number, tuple(m for m in morphemes if m.span in span)))
    began = time.perf_counter()
    found = find_people(document, sentences, candidates, ())
    spent[0] += time.perf_counter() - began
    return found


def as_json(document: Document, found: PeopleFound) -> dict[str, object]:
    """The part of the reading contract that people fill."""
    people = [
        {
            "id": person.id,
            "name": person.name,
            "latin": person.latin,
            "mentions": [{"text": document[m.span], "start": m.span.start, "end": m.span.end} for m in person.mentions],
            "positions": [
                {"organisation": p.organisation, "title": p.title, "status": p.status, "rule": p.rule}
                for p in person.positions
            ],
        }
        for person in found.people
    ]
    return {"document": {"id": document.id}, "people": people, "encounters": []}


def main() -> None:
    """Read each Korean line of the corpus."""
    spent, characters = [0.0], 0
    with Path(sys.argv[1]).open(encoding="utf-8") as corpus:
        for line in corpus:
            row = json.loads(line)
            if row.get("lang", "ko") != "ko":
                continue
            document = document_of(row)
            characters += len(document.text)
            print(json.dumps(as_json(document, read_people(document, spent)), ensure_ascii=False))
    print(
        f"{characters} characters, {1e6 * spent[0] / max(1, characters):.2f} ms per 1,000 characters", file=sys.stderr
    )


if __name__ == "__main__":
    main()
