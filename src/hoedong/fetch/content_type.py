"""The Content-Type of an answer: what it says that it is, and in which encoding."""

from __future__ import annotations

from dataclasses import dataclass
from email.message import Message
from functools import cache
from importlib.resources import files

from hoedong.errors import FetchRefused
from hoedong.rules.lexicon_file import load_lexicon


@dataclass(frozen=True, slots=True)
class ContentType:
    """A type such as text/html, None where nothing is stated; `charset` as written, None likewise."""

    name: str | None = None
    charset: str | None = None

    def require_readable(self) -> None:
        """Let be what is no text before its body comes.

        Raises:
            FetchRefused: it is a picture, a film, a program.
        """
        if self.name is not None and self.name not in _readable():
            raise FetchRefused("fetch.type", f"it is {self.name[:80]}, which holds no text to read")


UNSTATED = ContentType()


def parse_content_type(header: str | None) -> ContentType:
    """Take a header apart; what makes no sense in it is passed over.

    >>> parse_content_type('text/html; charset="EUC-KR"')
    ContentType(name='text/html', charset='EUC-KR')
    """
    if not header or "/" not in header:
        return UNSTATED
    message = Message()
    message["Content-Type"] = " ".join(header.split())
    charset = message.get_param("charset")
    return ContentType(message.get_content_type(), charset if isinstance(charset, str) and charset else None)


@cache
def _readable() -> frozenset[str]:
    table = load_lexicon(files("hoedong.fetch") / "content_types.tsv", ("type", "what"))
    return frozenset(row["type"] for row in table)
