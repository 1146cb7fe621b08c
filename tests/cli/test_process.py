"""The command as a process: pipes, start-up, encodings."""

from __future__ import annotations

import json
import os
import pty
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

COMMAND = [sys.executable, "-m", "hoedong.cli.main"]


def run(*arguments: str, stdin: bytes = b"", **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Run `hoedong` in a process of its own."""
    return subprocess.run(
        [*COMMAND, *arguments], input=stdin, capture_output=True, check=False, env={**os.environ, **environment}
    )


@pytest.mark.parametrize(
    "arguments",
    [
        ["--help"],
        ["read", "--help"],
        ["explain", "--help"],
        ["lang", "check", "-h"],
        ["met", "-h"],
        ["judge", "same", "-h"],
    ],
)
def test_help_loads_no_kiwi(arguments: list[str]) -> None:
    """Help comes at once: the analyser is not even imported."""
    script = (
        "import sys\nfrom hoedong.cli.main import cli\n"
        f"try: cli({arguments!r})\nexcept SystemExit: pass\n"
        "sys.exit('kiwipiepy' in sys.modules)"
    )

    assert subprocess.run([sys.executable, "-c", script], capture_output=True, check=False).returncode == 0


def test_a_closed_pipe_is_quiet(sample_path: str) -> None:
    """`hoedong read … | head -1` ends without a word on standard error."""
    sources = " ".join([sample_path] * 3)
    command = f"{' '.join(COMMAND)} read {sources} --format json | head -1"
    outcome = subprocess.run(["/bin/bash", "-c", command], capture_output=True, check=False)

    assert outcome.stdout == b"[\n"
    assert outcome.stderr == b""


def test_standard_input_in_a_pipe() -> None:
    """A page on standard input is read and printed as one line of UTF-8."""
    outcome = run("read", "-", "--format", "jsonl", stdin="벤 카터 CEO를 만났다.".encode())

    assert json.loads(outcome.stdout)["document"]["text"] == "벤 카터 CEO를 만났다."
    assert outcome.stderr == b""


def test_any_locale_prints_hangul(sample_path: str) -> None:
    """A terminal with an ASCII locale still gets UTF-8."""
    outcome = run("read", sample_path, "--format", "jsonl", LC_ALL="POSIX", PYTHONUTF8="0", PYTHONIOENCODING="ascii")

    assert outcome.returncode == 0
    assert "한도윤" in outcome.stdout.decode("utf-8")


def test_findings_in_a_pipe() -> None:
    """Exit code 1 and a message on standard error; standard output stays clean."""
    outcome = run("read", "missing.txt", "--format", "jsonl")

    assert (outcome.returncode, outcome.stdout) == (1, b"")
    assert b"missing.txt" in outcome.stderr


def test_the_list_of_commands_loads_none() -> None:
    """`hoedong --help` imports neither the record nor what prints it."""
    script = (
        "import sys\nfrom hoedong.cli.main import cli\n"
        "try: cli(['--help'])\nexcept SystemExit: pass\n"
        "unwanted = ('hoedong.workspace', 'hoedong.export', 'rich', 'lxml')\n"
        "sys.exit(any(name.startswith(unwanted) for name in sys.modules))"
    )

    assert subprocess.run([sys.executable, "-c", script], capture_output=True, check=False).returncode == 0


def test_what_is_told_is_on_disk(tmp_path: Path, sample_path: str) -> None:
    """A page that `add` has told is on record, even where the process is killed right after."""
    record = tmp_path / "press.db"
    corpus = tmp_path / "corpus.jsonl"
    text = Path(sample_path).read_text(encoding="utf-8")
    lines = (json.dumps({"id": f"page-{number}", "text": f"{number}면\n\n{text}"}) for number in range(25))
    corpus.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    command = [*COMMAND, "add", str(corpus), "--record", str(record), "--json"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as adding:
        assert adding.stdout is not None
        told = json.loads(adding.stdout.readline())
        adding.kill()

    pages = json.loads(run("documents", "--json", "--record", str(record)).stdout)["pages"]
    assert told["document"] in {page["versions"][-1]["id"] for page in pages}


def test_a_question_beside_a_writer(dinner: Path, tmp_path: Path) -> None:
    """A record that another process is writing to answers at once, with what was there before."""
    record = tmp_path / "busy.db"
    shutil.copy(dinner, record)
    with closing(sqlite3.connect(record, isolation_level=None)) as writer:
        writer.execute("BEGIN IMMEDIATE")
        writer.execute("DELETE FROM encounter")
        outcome = run("timeline", "--json", "--record", str(record))

    assert outcome.returncode == 0
    assert len(json.loads(outcome.stdout)["encounters"]) == 2


def test_a_terminal_shows_bold_type(dinner: Path) -> None:
    """In a terminal the words that a search looked for are bold and stand in no marks."""
    ours, theirs = pty.openpty()
    command = [*COMMAND, "search", "물류", "--record", str(dinner)]
    with subprocess.Popen(command, stdout=theirs, stderr=subprocess.DEVNULL, env={**os.environ, "TERM": "xterm"}):
        os.close(theirs)
        shown = read_all(ours).decode("utf-8")

    assert "\x1b[1m물류\x1b[0m" in shown
    assert "«" not in shown


def read_all(terminal: int) -> bytes:
    """What a process prints to a terminal until it ends."""
    found = b""
    with os.fdopen(terminal, "rb", buffering=0) as stream:
        try:
            while part := stream.read(65536):
                found += part
        except OSError:  # Linux ends a terminal whose other side is closed with an error
            pass
    return found
