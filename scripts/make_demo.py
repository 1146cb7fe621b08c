"""Put the real output of `make demo` into README.md, diary and record; with --check, fail where it differs."""

from __future__ import annotations

import glob
import re
import shlex
import sys
import tempfile
from io import StringIO
from pathlib import Path

from click.testing import CliRunner
from rich.console import Console

from hoedong.cli.main import cli
from hoedong.export.diary import diary
from hoedong.reader import read_document

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"
SAMPLE = ROOT / "samples" / "garam-trip.txt"
COMMANDS = ("hoedong add samples/dinner/[1-5]*.txt", 'hoedong met 한도윤 "벤 카터"')
"""What `make demo` asks of a record; the Makefile has the same."""
SECTION = re.compile(r"(<!-- (demo|record): .*? -->\n```text\n).*?(```\n<!-- /\2 -->)", re.DOTALL)


def demo() -> str:
    """The diary of the sample in 80 columns."""
    console = Console(file=StringIO(), width=80, color_system=None, highlight=False)
    with console.capture() as captured:
        console.print(diary(read_document(SAMPLE.read_text(encoding="utf-8"), source=f"samples/{SAMPLE.name}")))
    return "".join(line.rstrip() + "\n" for line in captured.get().rstrip().splitlines())


def record() -> str:
    """The commands on a record of some samples, each with what it prints on standard output."""
    printed = []
    with tempfile.TemporaryDirectory() as folder:
        for command in COMMANDS:
            words = [file for word in shlex.split(command)[1:] for file in _expanded(word)]
            outcome = CliRunner().invoke(cli, words, env={"HOEDONG_RECORD": f"{folder}/demo.db"})
            printed.append(f"$ {command}\n{outcome.stdout}")
    return "\n".join(printed)


def _expanded(word: str) -> list[str]:
    """A word as a shell expands it in the root of the project."""
    return [str(ROOT / file) for file in sorted(glob.glob(word, root_dir=ROOT))] or [word]  # noqa: PTH207


def main() -> int:
    """Write or check."""
    sections = {"demo": demo, "record": record}
    old = README.read_text(encoding="utf-8")
    new = SECTION.sub(lambda match: match[1] + sections[match[2]]() + match[3], old)
    if "--check" not in sys.argv:
        README.write_text(new, encoding="utf-8")
        return 0
    if old == new:
        return 0
    print("README.md does not show the demo's real output; run make docs")
    return 1


if __name__ == "__main__":
    sys.exit(main())
