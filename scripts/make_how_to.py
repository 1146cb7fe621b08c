"""Run the console blocks of docs/how-to/*.md and put in what the commands print; with --check, fail where it differs.

The blocks of a page are run one after the other in an empty folder that holds a copy of samples/. A line `$ hoedong …`
is a command; what stands under it, up to the next one, is its output. A command without output on the page is run all
the same. Output that ends in a line `…` keeps as many lines as there are. No command may end with exit code 2.
"""

from __future__ import annotations

import os
import re
import shlex
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import chdir
from pathlib import Path

from click.testing import CliRunner

from hoedong.cli.main import cli

ROOT = Path(__file__).parent.parent
PAGES = sorted((ROOT / "docs" / "how-to").glob("*.md"))
BLOCK = re.compile(r"(```console\n)(.*?)(```)", re.DOTALL)
WRONG_USAGE = 2


def run(line: str) -> str:
    """What a command line prints, on both streams as a terminal shows them."""
    words = shlex.split(line, comments=True)
    if words[0] == "export":
        name, _, value = words[1].partition("=")
        os.environ[name] = value
        return ""
    if words[0] != "hoedong":
        raise ValueError(f"only hoedong can be run: {line}")
    outcome = CliRunner().invoke(cli, [file for word in words[1:] for file in expanded(word)], prog_name="hoedong")
    if outcome.exit_code >= WRONG_USAGE or outcome.exception and not isinstance(outcome.exception, SystemExit):
        raise ValueError(f"{line}\n{outcome.output}") from outcome.exception
    return outcome.output


def expanded(word: str) -> list[str]:
    """A word as a shell expands it."""
    return sorted(map(str, Path().glob(word))) if "*" in word else [word]


def shown(new: str, old: list[str]) -> list[str]:
    """The output of a command as the page shows it."""
    lines, known = new.rstrip("\n").splitlines(), "\n".join(old).rstrip().splitlines()
    if not known:
        return []
    kept = [*lines[: len(known) - 1], "…"] if known[-1] == "…" else lines
    return [*kept, ""]


def renewed(block: str) -> str:
    """A block with the output of today; an empty line parts it from the next command."""
    lines = []
    for command, old in commands(block.splitlines()):
        lines += [command, *shown(run(command.removeprefix("$ ")), old)]
    return "\n".join(lines).rstrip() + "\n"


def commands(lines: list[str]) -> Iterator[tuple[str, list[str]]]:
    """The commands of a block with the output under each."""
    starts = [number for number, line in enumerate(lines) if line.startswith("$ ")]
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        yield lines[start], lines[start + 1 : end]


def renewed_page(page: str) -> str:
    """A page with the output of today in all of its blocks."""
    kept = dict(os.environ)
    with tempfile.TemporaryDirectory() as folder, chdir(folder):
        shutil.copytree(ROOT / "samples", "samples")
        try:
            return BLOCK.sub(lambda block: block[1] + renewed(block[2]) + block[3], page)
        finally:
            os.environ.clear()
            os.environ.update(kept)


def main() -> int:
    """Write or check."""
    stale = []
    for page in PAGES:
        old = page.read_text(encoding="utf-8")
        new = renewed_page(old)
        if "--check" not in sys.argv:
            page.write_text(new, encoding="utf-8")
        elif old != new:
            stale.append(page.name)
    for name in stale:
        print(f"{name} does not show what its commands print; run make docs")
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main())
