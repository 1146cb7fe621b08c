"""The commands as a user types them, inside this process."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import cast

import click
import pytest
from click.testing import CliRunner, Result

from hoedong import __version__
from hoedong.cli.main import cli
from hoedong.lang_check.check import Outcome


def commands(command: click.Command, words: tuple[str, ...] = ()) -> Iterator[list[str]]:
    """A command and all that it holds, as the words that call them."""
    yield list(words)
    if isinstance(command, click.Group):
        ctx = click.Context(command)
        for name in command.list_commands(ctx):
            yield from commands(cast("click.Command", command.get_command(ctx, name)), (*words, name))


COMMANDS = list(commands(cli))


def run(*arguments: str, stdin: str | bytes | None = None) -> Result:
    """Run a command."""
    return CliRunner().invoke(cli, list(arguments), input=stdin, prog_name="hoedong")


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_every_help_has_an_example(command: list[str]) -> None:
    """Each command shows how it is called."""
    text = run(*command, "--help").output

    assert "Example" in text
    assert f"hoedong {' '.join(command)}".strip() in text.partition("Example")[2]


def test_version() -> None:
    """The version is that of the package."""
    assert run("--version").output == f"hoedong {__version__}\n"


def test_jsonl_has_a_line_a_document(sample_path: str) -> None:
    """Two sources give two lines, each of the public schema, in order."""
    outcome = run("read", sample_path, "-", "--format", "jsonl", stdin="한도윤 회장이 벤 카터 CEO를 만났다.")
    readings = [json.loads(line) for line in outcome.stdout.splitlines()]

    assert [reading["schema"] for reading in readings] == ["hoedong.reading/1"] * 2
    assert "오르카AI" in readings[0]["document"]["text"]
    assert readings[1]["document"]["text"].startswith("한도윤 회장이")
    assert outcome.exit_code == 0


def test_json_is_one_array(sample_path: str) -> None:
    """--format json prints one valid value, also for several documents and for none."""
    assert len(json.loads(run("read", sample_path, sample_path, "--format", "json").stdout)) == 2
    assert json.loads(run("read", "-", "--format", "json", stdin=b"").stdout) == []


@pytest.mark.parametrize("form", ["diary", "table"])
def test_forms_for_people(sample_path: str, form: str) -> None:
    """Diary and table are printed without colour codes where nobody watches."""
    outcome = run("read", sample_path, "--format", form)

    assert outcome.exit_code == 0
    assert outcome.stdout.strip()
    assert "\x1b" not in outcome.stdout


def test_a_given_date_goes_before_all(sample_path: str) -> None:
    """--published is kept as given."""
    outcome = run("read", sample_path, "--format", "jsonl", "--published", "2025-09-14")

    published = json.loads(outcome.stdout)["document"]["published"]
    assert (published["value"], published["basis"]) == ("2025-09-14", "given")


@pytest.mark.parametrize("date", ["13.06.2024", "2024-13", "2024-02-30", "yesterday"])
def test_a_date_that_is_none_is_refused(sample_path: str, date: str) -> None:
    """A wrong --published ends with exit code 2 and names the option."""
    outcome = run("read", sample_path, "--published", date)

    assert outcome.exit_code == 2
    assert "--published" in outcome.stderr


def test_one_id_for_one_document(sample_path: str) -> None:
    """--id names a document; two documents are refused."""
    one = run("read", sample_path, "--format", "jsonl", "--id", "trip")

    assert json.loads(one.stdout)["document"]["id"] == "trip"
    assert run("read", sample_path, sample_path, "--id", "trip").exit_code == 2


def test_broken_lines_are_told_and_the_rest_is_read(tmp_path: Path) -> None:
    """A broken JSONL line gives file:line on standard error and exit code 1; its neighbours are read."""
    corpus = tmp_path / "corpus.jsonl"
    good = json.dumps({"id": "a", "text": "한도윤 회장이 벤 카터 CEO를 만났다.", "published": "2025-09-14"})
    corpus.write_text(
        f'{good}\n{{"id": "b", "text"\n{good.replace(chr(34) + "a" + chr(34), chr(34) + "c" + chr(34))}\n'
    )
    outcome = run("read", str(corpus), "--format", "jsonl")

    assert [json.loads(line)["document"]["id"] for line in outcome.stdout.splitlines()] == ["a", "c"]
    assert f"{corpus}:2" in outcome.stderr
    assert outcome.exit_code == 1


def test_bad_values_of_a_line_are_told(tmp_path: Path) -> None:
    """A line with an impossible date or an unknown language does not end the run."""
    corpus = tmp_path / "corpus.jsonl"
    lines = [
        {"id": "a", "text": "가", "published": "2025-02-31"},
        {"id": "b", "text": "가", "lang": "xx"},
        {"id": "c", "text": "가"},
    ]
    corpus.write_text("".join(json.dumps(line) + "\n" for line in lines))
    outcome = run("read", str(corpus), "--format", "jsonl")

    assert json.loads(outcome.stdout.splitlines()[-1])["document"]["id"] == "c"
    assert str(corpus) in outcome.stderr
    assert outcome.exit_code == 1


@pytest.mark.parametrize("content", [b"", b"\x00\x01\x02\xff\xfe\x00binary\x00" * 20], ids=["empty", "binary"])
def test_unreadable_files(tmp_path: Path, sample_path: str, content: bytes) -> None:
    """An empty or binary file is named on standard error, the next source is read, and the exit code is 1."""
    bad = tmp_path / "bad.txt"
    bad.write_bytes(content)
    outcome = run("read", str(bad), sample_path, "--format", "jsonl")

    assert str(bad) in outcome.stderr
    assert len(outcome.stdout.splitlines()) == 1
    assert outcome.exit_code == 1


def test_a_page_in_another_language_is_told() -> None:
    """A page that no language folder reads is printed with its text, told on standard error, and gives exit code 1."""
    outcome = run("read", "-", "--format", "jsonl", stdin="これは日本語のページです。会談しました。\n" * 3)

    assert json.loads(outcome.stdout)["encounters"] == []
    assert outcome.stderr
    assert outcome.exit_code == 1


def test_missing_file() -> None:
    """A file that is not there is named, with exit code 1."""
    outcome = run("read", "no-such-file.txt")

    assert "no-such-file.txt" in outcome.stderr
    assert outcome.exit_code == 1


@pytest.mark.parametrize(
    "arguments",
    [["read"], ["read", "-", "--format", "xml"], ["explain", "-", "--at", "-1"], ["lang", "check", "xx"]],
    ids=" ".join,
)
def test_wrong_usage(arguments: list[str]) -> None:
    """Wrong usage ends with exit code 2 and one clear message."""
    outcome = run(*arguments, stdin="가")

    assert outcome.exit_code == 2
    assert "Error: " in outcome.stderr
    assert "Traceback" not in outcome.output


def test_explain_shows_sentences(sample_path: str) -> None:
    """Every sentence of the page is shown with line, offsets and role."""
    outcome = run("explain", sample_path)

    assert outcome.exit_code == 0
    assert "지난 11일에는 시애틀 노던클라우드 본사를 찾아" in outcome.stdout


def test_explain_at_an_offset(sample_path: str) -> None:
    """--at shows the one sentence that holds the offset."""
    offset = Path(sample_path).read_text(encoding="utf-8").index("노던클라우드 본사를")
    outcome = run("explain", sample_path, "--at", str(offset))
    headings = [line for line in outcome.stdout.splitlines() if line.startswith("line ")]

    assert len(headings) == 1
    assert "지난 11일에는" in headings[0]


def test_explain_one_document_of_a_corpus(tmp_path: Path) -> None:
    """--id picks a document; an id that is not there is refused."""
    corpus = tmp_path / "corpus.jsonl"
    corpus.write_text('{"id": "a", "text": "하나."}\n{"id": "b", "text": "둘."}\n', encoding="utf-8")

    assert "하나" not in run("explain", str(corpus), "--id", "b").stdout
    assert run("explain", str(corpus), "--id", "z").exit_code == 2


def test_lang_check_prints_all_mistakes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every mistake stands on its own line and the exit code is 1."""
    outcome = Outcome("ko", ["ko/rules/time.toml:3: no gloss", "ko/cases/times.tsv:9: value is None"], rules=2)
    monkeypatch.setattr("hoedong.cli.lang.check_language", lambda _: outcome)
    result = run("lang", "check", "ko")

    assert result.stderr.splitlines() == [*outcome.mistakes, "ko: 2 rules, 0 examples, 0 lexicons, 0 cases: 2 mistakes"]
    assert result.exit_code == 1
