"""Put the real output of `make demo` into README.md; with --check, fail where it differs."""

from __future__ import annotations

import re
import sys
from io import StringIO
from pathlib import Path

from rich.console import Console

from hoedong.export.diary import diary
from hoedong.reader import read_document

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"
SAMPLE = ROOT / "samples" / "garam-trip.txt"
SECTION = re.compile(r"(<!-- demo: .*? -->\n```text\n).*?(```\n<!-- /demo -->)", re.DOTALL)


def demo() -> str:
    """The diary of the sample in 80 columns."""
    console = Console(file=StringIO(), width=80, color_system=None, highlight=False)
    with console.capture() as captured:
        console.print(diary(read_document(SAMPLE.read_text(encoding="utf-8"), source=f"samples/{SAMPLE.name}")))
    return "".join(line.rstrip() + "\n" for line in captured.get().rstrip().splitlines())


def main() -> int:
    """Write or check."""
    old = README.read_text(encoding="utf-8")
    new = SECTION.sub(lambda match: match[1] + demo() + match[2], old)
    if "--check" not in sys.argv:
        README.write_text(new, encoding="utf-8")
        return 0
    if old == new:
        return 0
    print("README.md does not show the demo's real output; run make docs")
    return 1


if __name__ == "__main__":
    sys.exit(main())
