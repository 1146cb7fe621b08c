"""Ways in which news go out."""

from __future__ import annotations

import email
import json
from email.policy import default
from pathlib import Path
from typing import Any

import pytest

from hoedong.errors import FetchFailed, FetchRefused
from hoedong.fetch.fetcher import Fetcher
from hoedong.watch.delivery import Hook, JsonLines, Messages, Terminal
from hoedong.watch.plan import MailFolder, Plan, Webhook
from hoedong.watch.watching import ways_of
from web_servers import fetcher_for, page, serving


def value(id_: str = "n1", title: str = "● 2026-03-20 Fri 도윤서 ↔ 기연우") -> dict[str, Any]:
    """A piece of news."""
    return {
        "schema": "hoedong.watch/1",
        "id": id_,
        "change": "new",
        "watched": ["도윤서"],
        "found": "2026-03-21T03:00:00Z",
        "title": title,
        "text": f"{title}\n새벽일보 2026-03-21: 회동\n  도윤서 대표가 기연우 장관을 만났다.",
        "encounter": {"id": "e1"},
    }


def test_a_terminal_gets_a_line_or_json() -> None:
    """For people a line with change, title and id; for programs JSON with Hangul as it is."""
    lines: list[str] = []
    Terminal(lines.append, as_json=False).deliver(value())
    Terminal(lines.append, as_json=True).deliver(value())
    assert lines[0] == "new      ● 2026-03-20 Fri 도윤서 ↔ 기연우 (e1)"
    assert json.loads(lines[1]) == value()
    assert "도윤서" in lines[1]


def test_a_file_gets_each_piece_once(tmp_path: Path) -> None:
    """A line each, also over restarts; a line that a kill cut off is replaced."""
    path = tmp_path / "new" / "news.jsonl"
    way = JsonLines(path)
    for id_ in ("n1", "n2", "n1"):
        way.deliver(value(id_))
    path.write_bytes(path.read_bytes() + json.dumps(value("n3")).encode()[:40])
    again = JsonLines(path)
    for id_ in ("n2", "n3"):
        again.deliver(value(id_))
    assert [json.loads(line)["id"] for line in path.read_text(encoding="utf-8").splitlines()] == ["n1", "n2", "n3"]


def test_a_file_that_somebody_wrote_into_is_kept(tmp_path: Path) -> None:
    """Lines that are no news, or no objects, stay and disturb nothing."""
    path = tmp_path / "news.jsonl"
    path.write_text('not json\n[1]\n\n{"id": "n1"}\n', encoding="utf-8")
    JsonLines(path).deliver(value("n1"))
    JsonLines(path).deliver(value("n2"))
    assert path.read_text(encoding="utf-8").splitlines()[:3] == ["not json", "[1]", ""]
    assert len(path.read_text(encoding="utf-8").splitlines()) == 5


def test_a_message_is_a_file_that_mail_programs_read(tmp_path: Path) -> None:
    """Subject, sender, date and text survive; the same piece is the same file, and no other file is left."""
    way = Messages(MailFolder(tmp_path / "outbox", "hoedong <hoedong@news.example>", "desk@news.example"))
    way.deliver(value())
    way.deliver(value())
    (file,) = (tmp_path / "outbox").iterdir()
    message = email.message_from_bytes(file.read_bytes(), policy=default)
    assert file.name == "n1.eml"
    assert message["Subject"] == "new: ● 2026-03-20 Fri 도윤서 ↔ 기연우"
    assert (message["From"], message["To"]) == ("hoedong <hoedong@news.example>", "desk@news.example")
    assert message["Date"].datetime.isoformat() == "2026-03-21T03:00:00+00:00"
    assert "도윤서 대표가 기연우 장관을 만났다." in message.get_content()
    assert message.get_content().endswith("watched: 도윤서\r\n")


def test_a_name_cannot_add_headers(tmp_path: Path) -> None:
    """What stands in articles stays within the subject."""
    Messages(MailFolder(tmp_path, "a@news.example")).deliver(value(title="a\r\nBcc: b@news.example"))
    message = email.message_from_bytes((tmp_path / "n1.eml").read_bytes(), policy=default)
    assert message["Bcc"] is None


def test_a_webhook_gets_json_under_its_id() -> None:
    """A POST with the id as key; a server that refuses leaves the piece waiting."""
    with serving({"/hook": page("", "204 No Content"), "/closed": page("", "503 Busy")}) as server:
        post = fetcher_for(server).post
        Hook(Webhook(server.url("/hook")), post).deliver(value())
        with pytest.raises(FetchFailed):
            Hook(Webhook(server.url("/closed")), post).deliver(value())
        sent = server.asked[0]
    assert json.loads(sent.body) == value()
    assert sent.headers["idempotency-key"] == "n1"
    assert sent.headers["content-type"] == "application/json; charset=utf-8"


def test_a_webhook_of_ones_own_network_must_be_allowed() -> None:
    """A private address gets nothing unless the file says so."""
    with serving({"/": page("")}) as server:
        url = f"http://127.0.0.1:{server.port}/"
        closed, opened = (
            next(iter(ways_of(Plan((), webhook=Webhook(url, allow_private=allowed))))) for allowed in (False, True)
        )
        with pytest.raises(FetchRefused):
            closed.deliver(value())
        assert server.asked == []
        opened.deliver(value())
        assert len(server.asked) == 1


def test_only_the_ways_of_the_plan_are_taken(tmp_path: Path) -> None:
    """Without a report table news go to the terminal alone."""
    assert list(ways_of(Plan(()))) == []
    plan = Plan((), jsonl=tmp_path / "a", mail=MailFolder(tmp_path, "a@b.example"), webhook=Webhook("http://a.example"))
    assert [way.name for way in ways_of(plan)] == ["jsonl", "mail", "webhook"]
    assert Fetcher().limits.redirects == 5
