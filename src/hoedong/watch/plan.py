"""What to watch: sources, people and pairs, and where reports go."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path


class Kind(StrEnum):
    """What stands at the address of a source: a list of articles, or the article itself."""

    FEED = "feed"
    SITEMAP = "sitemap"
    PAGE = "page"


@dataclass(frozen=True, slots=True)
class Source:
    """An address that is visited every so many seconds.

    Of what it lists, addresses that hold one of the `links` are read, all where there are none, and at most `most` at
    one visit. A page with `links` is a list; one without is itself what is read.
    """

    name: str
    kind: Kind
    url: str
    every: float
    links: tuple[str, ...] = ()
    most: int = 20


@dataclass(frozen=True, slots=True)
class Watched:
    """A person, or a pair, by any names that the record understands."""

    names: tuple[str, ...]

    def __str__(self) -> str:
        """As messages and reports have it: 한도윤, or 한도윤 ↔ 벤 카터."""
        return " ↔ ".join(self.names)


@dataclass(frozen=True, slots=True)
class MailFolder:
    """Where messages are laid as .eml files, for a program that sends them."""

    folder: Path
    sender: str
    to: str | None = None


@dataclass(frozen=True, slots=True)
class Webhook:
    """Where reports are posted; `allow_private` where that is a machine of one's own network."""

    url: str
    allow_private: bool = False


@dataclass(frozen=True, slots=True)
class Plan:
    """A whole file of sources; relative paths in it start where it lies. What is None was not asked for."""

    sources: tuple[Source, ...]
    watched: tuple[Watched, ...] = ()
    contact: str | None = None
    jsonl: Path | None = None
    mail: MailFolder | None = None
    webhook: Webhook | None = None
