"""Measure publication dates found in the text alone: `python bench/publication.py FILE.jsonl …`.

The lines have the keys text, published and lang. Prints right, wrong and silent.
`--url` also uses the day in the address; `--details` prints each difference.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from pathlib import Path

from hoedong.ingest.publication_date import find_publication
from hoedong.lang.ko import times
from hoedong.model.document import Block, BlockRole
from hoedong.model.span import Span


def line_blocks(text: str) -> list[Block]:
    """Every line a block; short lines without a full sentence are furniture."""
    lines = [Span(found.start(), found.end()) for found in re.finditer(r"\S[^\n]*", text)]
    return [Block(BlockRole.PARAGRAPH if "다." in text[s.start : s.end] else BlockRole.FURNITURE, s) for s in lines]


def main() -> None:
    """Print one line a file."""
    for name in (argument for argument in sys.argv[1:] if not argument.startswith("-")):
        counts: Counter[str] = Counter()
        for line in Path(name).read_text(encoding="utf-8").splitlines():
            case = json.loads(line)
            if case.get("lang", "ko") != "ko":
                continue
            address = case.get("url") if "--url" in sys.argv else None
            found = find_publication(case["text"], line_blocks(case["text"]), times, url=address)
            value = str(found.value) if found.value else None
            verdict = "right" if value == case["published"] else "wrong" if value else "silent"
            counts[verdict] += 1
            if verdict != "right" and "--details" in sys.argv:
                print(f"  {case['id']}: {value} ({found.basis}), expected {case['published']}")
        figures = f"{counts['right']} of {counts.total()} right, {counts['wrong']} wrong, {counts['silent']} silent"
        print(f"{Path(name).name}: {figures}")


if __name__ == "__main__":
    main()
