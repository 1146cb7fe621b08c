"""Files of sources: read as meant, and every mistake told with its line."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from hoedong.errors import WatchFileError
from hoedong.watch.plan import Kind, MailFolder, Plan, Source, Watched, Webhook
from hoedong.watch.plan_file import read_plan, seconds

WHOLE = """
people = ["가람전자 한도윤"]
pairs = [["가람전자 한도윤", "벤 카터"]]
contact = "desk@news.example"
every = "15m"

[[source]]
name = "새벽일보"
feed = "https://saebyeok.example/rss.xml"

[[source]]
sitemap = "https://gangbyeon.example/news.xml"
links = ["/politics/"]
most = 5
every = "2h"

[[source]]
page = "https://ministry.example/agenda"
every = "1d"

[report]
jsonl = "news.jsonl"

[report.mail]
folder = "outbox"
to = "desk@news.example"

[report.webhook]
url = "http://10.0.0.5:8000/hook"
allow_private = true
"""


def written(folder: Path, text: str) -> Path:
    """A file of sources."""
    path = folder / "sources.toml"
    path.write_text(text, encoding="utf-8")
    return path


def mistakes(folder: Path, text: str) -> list[str]:
    """The mistakes of a file, as line and words."""
    with pytest.raises(WatchFileError) as error:
        read_plan(written(folder, text))
    return [line.removeprefix(f"{folder / 'sources.toml'}:") for line in str(error.value).splitlines()]


def test_a_file_is_read_as_meant(tmp_path: Path) -> None:
    """Everything that a file may say; paths start where the file lies."""
    assert read_plan(written(tmp_path, WHOLE)) == Plan(
        sources=(
            Source("새벽일보", Kind.FEED, "https://saebyeok.example/rss.xml", 900.0),
            Source(
                "https://gangbyeon.example/news.xml",
                Kind.SITEMAP,
                "https://gangbyeon.example/news.xml",
                7200.0,
                ("/politics/",),
                5,
            ),
            Source("https://ministry.example/agenda", Kind.PAGE, "https://ministry.example/agenda", 86400.0),
        ),
        watched=(Watched(("가람전자 한도윤",)), Watched(("가람전자 한도윤", "벤 카터"))),
        contact="desk@news.example",
        jsonl=tmp_path / "news.jsonl",
        mail=MailFolder(tmp_path / "outbox", "hoedong <hoedong@localhost>", "desk@news.example"),
        webhook=Webhook("http://10.0.0.5:8000/hook", allow_private=True),
    )


def test_little_is_needed(tmp_path: Path) -> None:
    """One source makes a plan."""
    plan = read_plan(written(tmp_path, '[[source]]\nfeed = "https://saebyeok.example/rss.xml"\n'))
    assert plan.sources[0].every == 1800.0
    assert plan.watched == ()


def test_all_mistakes_are_told_at_once_with_their_lines(tmp_path: Path) -> None:
    """Each key that is unknown or wrong stands with its line; nothing is stopped at the first one."""
    found = mistakes(
        tmp_path,
        """# a comment
people = "한도윤"
pairs = [["한도윤"]]
contact = "책상"
every = "soon"
colour = "red"

[[source]]
feed = "ftp://saebyeok.example/"
most = 0
links = [1]

[[source]]
name = ""
[[source]]
feed = "https://a.example/"
page = "https://b.example/"
every = "0m"

[[source]]
page = "https://a.example/"

[report]
jsonl = true
[report.mail]
to = 5
[report.webhook]
url = "http://desk:secret@hook.example/"
allow_private = "yes"
""",
    )
    places = [(int(number), words) for line in found for number, _, words in [line.partition(": ")]]
    expected = [
        (2, "people must be a list"), (3, "pairs must be a list of pairs"), (4, "contact a contact is"),
        (5, "every must be minutes"), (6, "'colour' is not known; allowed are people, pairs"), (9, "feed .*only http"),
        (10, "most must be a number from 1 to 200"), (11, "links must be"), (14, "name must be a text"),
        (13, "a source has one of feed, sitemap, page"), (18, "every must be"), (15, "a source has one of"),
        (21, "https://a.example/ is a source already"), (24, "jsonl must be"), (26, "to must be"),
        (25, "folder is missing"), (28, "url .*password"), (29, "allow_private must be true or false"),
    ]  # fmt: skip
    assert sorted(number for number, _ in places) == sorted(number for number, _ in expected)
    for number, words in expected:
        assert any(at == number and re.search(words, said) for at, said in places), (number, words, found)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("", 1),
        ("people = []", 1),
        ("source = []", 1),
        ("source = 5", 1),
        ('\n\npeople = ["한도윤"', 3),
        ("a = 1\na = 2", 2),
    ],
)
def test_what_is_no_plan_is_told(tmp_path: Path, text: str, line: int) -> None:
    """A file without sources, or that is no TOML, is a mistake with a line."""
    assert mistakes(tmp_path, text)[0].startswith(f"{line}: ")


def test_a_file_in_another_encoding_is_told(tmp_path: Path) -> None:
    """TOML is UTF-8."""
    path = tmp_path / "sources.toml"
    path.write_bytes('people = ["한도윤"]'.encode("cp949"))
    with pytest.raises(WatchFileError, match="UTF-8"):
        read_plan(path)


def test_periods() -> None:
    """Minutes, hours and days."""
    assert [seconds(period) for period in ("1m", "90m", "2h", "1d")] == [60.0, 5400.0, 7200.0, 86400.0]


def test_the_example_of_the_documentation_is_a_plan() -> None:
    """What the how-to shows is read without a mistake, and uses every part of the form."""
    plan = read_plan(Path(__file__).parents[2] / "docs" / "how-to" / "sources.toml")
    assert {source.kind for source in plan.sources} == set(Kind)
    assert plan.contact
    assert plan.watched
    assert None not in (plan.jsonl, plan.mail, plan.webhook)
