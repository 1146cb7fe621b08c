"""The command as a process: pipes, start-up, encodings."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest

COMMAND = [sys.executable, "-m", "hoedong.cli.main"]


def run(*arguments: str, stdin: bytes = b"", **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Run `hoedong` in a process of its own."""
    return subprocess.run(
        [*COMMAND, *arguments], input=stdin, capture_output=True, check=False, env={**os.environ, **environment}
    )


@pytest.mark.parametrize("arguments", [["--help"], ["read", "--help"], ["explain", "--help"], ["lang", "check", "-h"]])
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
