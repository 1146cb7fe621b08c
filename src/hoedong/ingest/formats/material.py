"""Bytes to be read, with what is known of them: what every reader of a format takes."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, BinaryIO, TypeAlias

from hoedong.errors import SourceError
from hoedong.ingest.source_item import LONGEST_FILE, SourceItem, SourceProblem, too_long

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

Found: TypeAlias = SourceItem | SourceProblem

HEAD = 64 * 1024
"""Bytes from the start by which a format is told."""
DEEPEST = 2
"""How deep a file may lie in others: a file in a zip in a zip, or an attachment of a message in a zip."""


class Refused(SourceError):
    """A file that is not read on; `problem` is what the user is told."""

    def __init__(self, problem: SourceProblem) -> None:
        super().__init__(str(problem))
        self.problem = problem


@dataclass(frozen=True, slots=True)
class Material:
    """A file, a member of an archive or an attachment, opened at its start.

    `name` is its path, a member's behind that of its archive: `press.zip/1.txt`. `head` are its first bytes, which
    `stream` gives once more. `ask` reads what lies inside, whatever its format. `columns` are those that the user
    names for tables. `charset` is what somebody else, such as a server, says of the bytes, else None; `is_page` that
    the same says that they are HTML.
    """

    name: str
    stream: BinaryIO
    head: bytes
    ask: Callable[[Material], Iterator[Found]]
    columns: Mapping[str, str] = field(default_factory=dict)
    charset: str | None = None
    is_page: bool = False
    depth: int = 0

    @property
    def ending(self) -> str:
        """The ending of the name in lower case, such as `.csv`."""
        return PurePosixPath(self.name).suffix.lower()

    def whole(self, longest: int = LONGEST_FILE) -> bytes:
        """All bytes.

        Raises:
            Refused: there are more than a document may have.
        """
        data = self.stream.read(longest + 1)
        if len(data) > longest:
            raise Refused(too_long(self.name, f"more than {longest:,} bytes"))
        return data

    def seekable(self) -> BinaryIO:
        """A stream in which one can jump about: a file as it is, all else as a copy in memory.

        Raises:
            Refused: it would have to be copied, and is too long for that.
        """
        on_disk = isinstance(getattr(self.stream, "raw", None), io.FileIO) and self.stream.seekable()
        return self.stream if on_disk or isinstance(self.stream, io.BytesIO) else io.BytesIO(self.whole())

    def within(self, name: str, stream: BinaryIO, charset: str | None = None) -> Iterator[Found]:
        """Read what lies inside, whatever it is; what lies too deep is a problem."""
        path = f"{self.name}/{name}"
        if self.depth >= DEEPEST:
            message = f"it lies more than {DEEPEST} archives deep"
            return iter((SourceProblem("source.too-deep", path, message, "unpack the outer archive first"),))
        inner = replace(opened(path, stream, self), charset=charset, is_page=False, depth=self.depth + 1)
        return self.ask(inner)

    def within_page(self, name: str, stream: BinaryIO, charset: str | None = None) -> Iterator[Found]:
        """Read what lies inside and is known to be HTML, under a name of its own."""
        return self.ask(replace(opened(name, stream, self), charset=charset, is_page=True))

    def refused(self, code: str, message: str, hint: str = "") -> Refused:
        """What to raise where this file is not read on."""
        return Refused(SourceProblem(code, self.name, message, hint))


def opened(name: str, stream: BinaryIO, like: Material, first: bytes = b"") -> Material:
    """A stream as material with the settings of another; `first` is what was read from it already."""
    head = first
    while len(head) < HEAD and (more := stream.read(HEAD - len(head))):
        head += more
    if not first and stream.seekable():
        stream.seek(0)
    else:
        stream = io.BufferedReader(Rejoined(head, stream))
    return replace(like, name=name, stream=stream, head=head[:HEAD])


class Rejoined(io.RawIOBase):
    """A stream with its first bytes put back, for what cannot be wound back: standard input."""

    def __init__(self, first: bytes, rest: BinaryIO) -> None:
        super().__init__()
        self._first, self._rest = io.BytesIO(first), rest

    def readable(self) -> bool:
        """It can be read."""
        return True

    def readinto(self, buffer: WriteableBuffer) -> int:
        """The next bytes."""
        room = memoryview(buffer)
        data = self._first.read(len(room)) or self._rest.read(len(room))
        room[: len(data)] = data
        return len(data)
