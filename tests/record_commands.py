"""Commands on a record, run inside this process: what they print, what they print as JSON, how they refuse."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from click.testing import CliRunner, Result

from hoedong.cli.main import cli

SAMPLES = Path(__file__).parent.parent / "samples" / "dinner"
*DINNER, OTHER_TOWN = sorted(SAMPLES.glob("*.txt"))
CHAIRMAN, DIRECTOR, GUEST = "가람전자 한도윤", "나래물산 한도윤", "벤 카터"


def run(*arguments: object, record: Path | None = None, stdin: str | bytes | None = None) -> Result:
    """Run a command, on a record where one is given."""
    words = [str(argument) for argument in arguments]
    environment = {"HOEDONG_RECORD": str(record) if record else None}
    return CliRunner().invoke(cli, words, input=stdin, prog_name="hoedong", env=environment)


def printed(*arguments: object, record: Path) -> str:
    """What a command that succeeds prints for people."""
    outcome = run(*arguments, record=record)
    assert outcome.exit_code == 0, outcome.output
    return outcome.stdout


def answered(*arguments: object, record: Path) -> Any:
    """What a command that succeeds prints with --json."""
    answer = json.loads(printed(*arguments, "--json", record=record))
    assert answer["schema"] == "hoedong.record/1"
    return answer


def refused(*arguments: object, record: Path | None = None, stdin: str | None = None) -> str:
    """The message of a command that is refused: exit code 2, nothing on standard output, no traceback."""
    outcome = run(*arguments, record=record, stdin=stdin)
    assert outcome.exit_code == 2, outcome.output
    assert outcome.stdout == ""
    assert "Traceback" not in outcome.stderr
    return outcome.stderr.partition("Error: ")[2]


def document(file: str, record: Path) -> str:
    """The id of the document that a file of the samples became."""
    (found,) = [
        page["versions"][-1]["id"]
        for page in answered("documents", record=record)["pages"]
        if Path(page["versions"][-1]["source"]).name == file
    ]
    return str(found)


def the_dinner(record: Path) -> Any:
    """The encounter of the chairman and his guest."""
    (encounter,) = answered("met", CHAIRMAN, GUEST, record=record)["encounters"]
    return encounter
