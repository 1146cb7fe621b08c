"""Where in a TOML file a table or a key stands, for messages; the standard library does not tell."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from hoedong.errors import WatchFileError

_HEADER = re.compile(r"^\s*\[{1,2}\s*([\w.\- \"]+?)\s*\]{1,2}\s*(?:#.*)?$")
_KEY = re.compile(r"^\s*([\w-]+)\s*=")
_AT_LINE = re.compile(r"\s*\(at (?:line (\d+), column \d+|end of document)\)")

Place = tuple[str, int, str]
"""A table by its name, which of several of this name it is, and a key in it; the key is empty for its header."""


class TomlFile:
    """A parsed file that can say where its values stand."""

    def __init__(self, path: Path) -> None:
        """Parse it.

        Raises:
            WatchFileError: it is no TOML.
        """
        self.name = str(path)
        try:
            text = path.read_text(encoding="utf-8")
            self.values: Mapping[str, Any] = tomllib.loads(text)
        except UnicodeDecodeError as error:
            raise WatchFileError(f"{path}:1: it is not UTF-8 ({error})") from None
        except tomllib.TOMLDecodeError as error:
            at = _AT_LINE.search(str(error))
            line = at[1] if at and at[1] else len(text.splitlines()) or 1
            raise WatchFileError(f"{path}:{line}: {_AT_LINE.sub('', str(error))}") from None
        self._lines = _line_numbers(text)

    def at(self, table: str = "", index: int = 0, key: str = "") -> str:
        """`file:line` of a key, else of its table, else of the file."""
        line = self._lines.get((table, index, key)) or self._lines.get((table, index, "")) or 1
        return f"{self.name}:{line}"


def _line_numbers(text: str) -> Mapping[Place, int]:
    found: dict[Place, int] = {}
    seen = Counter[str]()
    table, index = "", 0
    for number, line in enumerate(text.splitlines(), 1):
        if header := _HEADER.match(line):
            table = header[1]
            index = seen[table]
            seen[table] += 1
            found[table, index, ""] = number
        elif key := _KEY.match(line):
            found.setdefault((table, index, key[1]), number)
    return found
