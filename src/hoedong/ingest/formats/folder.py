"""Folders and patterns of names: the files that they stand for, in the order of their names."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from pathlib import Path, PurePosixPath

from hoedong.rules.lexicon_file import load_lexicon

_WILD = frozenset("*?[")


def files_under(folder: str) -> Iterator[str]:
    """Every file below a folder that may hold a document, sorted by name, folder by folder.

    Hidden files are passed over, and so are those that never hold a document (`not_documents.tsv`): a page that a
    browser saved comes with a folder of pictures and scripts. No link to another folder is followed.
    """
    for path, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if not holds_no_document(name) and (file := Path(path, name)).is_file():
                yield str(file)


def matches(pattern: str) -> list[str] | None:
    """The files and folders that a pattern such as `pages/**/*.html` names, sorted; None for what is no pattern."""
    if not _WILD & set(pattern) or os.path.lexists(pattern):
        return None
    return sorted(glob.glob(pattern, recursive=True))  # noqa: PTH207 - a pattern may be absolute


def holds_no_document(name: str) -> bool:
    """Whether a file is hidden, or of a kind that never holds a document: `photo.jpg`, `__MACOSX/._1.txt`."""
    path = PurePosixPath(name)
    hidden = any(part.startswith(".") and part != ".." or part == "__MACOSX" for part in path.parts)
    return hidden or path.suffix.lower().removeprefix(".") in _endings()


@cache
def _endings() -> frozenset[str]:
    return frozenset(
        row["ending"] for row in load_lexicon(files("hoedong.ingest.formats") / "not_documents.tsv", ("ending",))
    )
