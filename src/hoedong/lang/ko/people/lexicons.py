"""The word lists behind names and titles, read once."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from hoedong.rules.lexicon_file import load_lexicon


@cache
def rows(name: str) -> tuple[Mapping[str, str], ...]:
    """All rows of one lexicon file of the Korean folder."""
    return load_lexicon(files("hoedong.lang.ko") / "lexicon" / f"{name}.tsv")


_PLAIN = frozenset(("not_names",))  # long, one word a line: read without making rows


def _lines(name: str) -> frozenset[str]:
    text = (files("hoedong.lang.ko") / "lexicon" / f"{name}.tsv").read_text(encoding="utf-8")
    header, *entries = (line for line in text.splitlines() if line and not line.startswith("#"))
    return frozenset(entries) - {header}


@cache
def words(name: str, column: str, where: str = "", value: str = "") -> frozenset[str]:
    """One column of a lexicon as a set, of all rows or of those whose column `where` holds `value`."""
    if name in _PLAIN:
        return _lines(name)
    return frozenset(row[column] for row in rows(name) if not where or value in row[where].split())


@cache
def endings(name: str, column: str, where: str = "", value: str = "") -> tuple[str, ...]:
    """The same column for `str.endswith` and `str.startswith`, which try many at once."""
    return tuple(sorted(words(name, column, where, value)))


@cache
def mapping(name: str, key: str, value: str) -> Mapping[str, str]:
    """Two columns of a lexicon as a mapping."""
    return {row[key]: row[value] for row in rows(name)}


@cache
def hanja_surnames() -> Mapping[str, str]:
    """Hanja of a surname to its first reading: 李 is 이, 南宮 is 남궁."""
    readings: dict[str, str] = {}
    for row in rows("surnames"):
        step = len(row["surname"])
        for at in range(0, len(row["hanja"]), step):
            readings.setdefault(row["hanja"][at : at + step], row["surname"])
    return readings
