"""How much of the web is taken at once, and how politely."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.metadata import version

from hoedong.errors import UsageError

MEGABYTE = 1024 * 1024
LARGEST_PAGE = 20 * MEGABYTE
PROJECT = "hoedong"


@dataclass(frozen=True, slots=True)
class Limits:
    """What one page may cost.

    `body` bounds a page in bytes, unpacked. `seconds` bound the time from the first look-up to the last byte, waiting
    out of politeness apart. `pace` is the shortest time in seconds between two pages of one host; a longer
    Crawl-delay of its robots.txt is kept up to `longest_pace`. `longest_wait` is how long one waits for one's turn.
    `attempts` are made at a page whose server fails for the moment.
    """

    body: int = 5 * MEGABYTE
    seconds: float = 20.0
    redirects: int = 5
    pace: float = 2.0
    longest_pace: float = 60.0
    longest_wait: float = 120.0
    attempts: int = 1

    def __post_init__(self) -> None:
        """Refuse a page size that no page of news has.

        Raises:
            UsageError: `body` is above 20 MB.
        """
        if not 0 < self.body <= LARGEST_PAGE:
            raise UsageError(f"a page may hold 1 to {LARGEST_PAGE:,} bytes, not {self.body:,}")


def user_agent(contact: str | None = None) -> str:
    """Who asks, honestly, and whom to write to: hoedong/0.1.0 (+desk@news.example).

    Raises:
        UsageError: the contact does not fit into a header.
    """
    name = f"{PROJECT}/{version(PROJECT)}"
    if contact is None:
        return name
    if not contact.isascii() or not contact.isprintable() or set(contact) & set("()\\") or len(contact) > 200:
        raise UsageError("a contact is an e-mail or web address in ASCII, without brackets")
    return f"{name} (+{contact})"
