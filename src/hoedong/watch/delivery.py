"""The ways in which news go out; each may be given the same news twice after a kill, and most of them notice."""

from __future__ import annotations

import datetime as dt
import json
import os
from collections.abc import Callable
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from pathlib import Path
from typing import Protocol

from hoedong.export.reading_json import dump_json
from hoedong.watch.plan import MailFolder, Webhook
from hoedong.watch.telling import Told, line_of


class Way(Protocol):
    """A way to deliver; `name` tells it from others in the memory of the watch."""

    name: str

    def deliver(self, value: Told) -> None:
        """Deliver one piece of news.

        Raises:
            FetchError: the other side does not take it.
            OSError: it cannot be written.
        """


class Terminal:
    """Standard output: a line each, or JSON."""

    name = "terminal"

    def __init__(self, write: Callable[[str], object], *, as_json: bool) -> None:
        self._write = write
        self._as_json = as_json

    def deliver(self, value: Told) -> None:
        """Print it."""
        self._write(dump_json(value) if self._as_json else line_of(value))


class JsonLines:
    """A file with one JSON object a line, to which each piece of news is added once."""

    name = "jsonl"

    def __init__(self, path: Path) -> None:
        self._path = path
        self._ids: set[str] | None = None

    def deliver(self, value: Told) -> None:
        """Add a line, forced to disk; a line that a kill cut off goes first."""
        if self._ids is None:
            self._ids = self._mended()
        if value["id"] in self._ids:
            return
        with self._path.open("a", encoding="utf-8") as out:
            out.write(dump_json(value) + "\n")
            out.flush()
            os.fsync(out.fileno())
        self._ids.add(value["id"])

    def _mended(self) -> set[str]:
        """The ids in the file."""
        self._path.parent.mkdir(parents=True, exist_ok=True)
        if not self._path.exists():
            return set()
        data = self._path.read_bytes()
        whole = data[: data.rfind(b"\n") + 1]
        if whole != data:
            os.truncate(self._path, len(whole))
        return {id_ for line in whole.splitlines() if (id_ := _id_in(line))}


def _id_in(line: bytes) -> str | None:
    """The id of a line of news, None of any other line that somebody wrote into the file."""
    try:
        value = json.loads(line)
    except ValueError:
        return None
    return str(value.get("id")) if isinstance(value, dict) else None


class Messages:
    """A folder of .eml files, one for each piece of news, for a program that sends and removes them."""

    name = "mail"

    def __init__(self, mail: MailFolder) -> None:
        self._mail = mail

    def deliver(self, value: Told) -> None:
        """Lay a message into the folder, whole or not at all; the same news is the same file."""
        self._mail.folder.mkdir(parents=True, exist_ok=True)
        beside = self._mail.folder / f".{value['id']}.new"
        beside.write_bytes(self._message(value).as_bytes())
        beside.replace(self._mail.folder / f"{value['id']}.eml")

    def _message(self, value: Told) -> EmailMessage:
        message = EmailMessage(policy=SMTP)
        message["Subject"] = " ".join(f"{value['change']}: {value['title']}".split())
        message["From"] = self._mail.sender
        if self._mail.to:
            message["To"] = self._mail.to
        message["Date"] = format_datetime(dt.datetime.fromisoformat(value["found"]))
        message["Message-ID"] = f"<{value['id']}@hoedong>"
        message.set_content(value["text"] + "\n\n" + "watched: " + ", ".join(value["watched"]) + "\n")
        return message


class Hook:
    """A server that takes each piece of news as a POST of JSON, with its id as `Idempotency-Key`."""

    name = "webhook"

    def __init__(self, hook: Webhook, post: Callable[..., None]) -> None:
        self._hook = hook
        self._post = post

    def deliver(self, value: Told) -> None:
        """Post it."""
        body = dump_json(value).encode()
        self._post(self._hook.url, body, "application/json; charset=utf-8", (("Idempotency-Key", value["id"]),))
