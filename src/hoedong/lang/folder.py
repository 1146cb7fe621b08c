"""A language as a folder of data files, and where each of its rules stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from hoedong.errors import UnknownLanguage
from hoedong.rules.rule_file import load_rules


@cache
def language_codes() -> tuple[str, ...]:
    """The codes of all language folders: ("ko",)."""
    folders = files("hoedong.lang").iterdir()
    return tuple(sorted(folder.name for folder in folders if folder.is_dir() and (folder / "__init__.py").is_file()))


def language_folder(code: str) -> Traversable:
    """The folder of a language.

    Raises:
        UnknownLanguage: no folder answers to the code.
    """
    if code not in language_codes():
        raise UnknownLanguage(f"no language {code!r}; there are: {', '.join(language_codes())}")
    return files("hoedong.lang") / code


def data_files(code: str, kind: str, suffix: str) -> Iterator[Traversable]:
    """The files of one kind (`rules`, `lexicon`, `cases`) in the order of their names."""
    folder = language_folder(code) / kind
    if folder.is_dir():
        yield from sorted((file for file in folder.iterdir() if file.name.endswith(suffix)), key=lambda file: file.name)


@dataclass(frozen=True, slots=True)
class RulePlace:
    """Where a rule stands and what it says; `location` is `ko/rules/time.toml:31`."""

    location: str
    gloss: str


@cache
def rule_places(code: str) -> Mapping[str, RulePlace]:
    """Every rule of a language by its id.

    Raises:
        RuleFileError: a rule file is wrong.
        UnknownLanguage: no folder answers to the code.
    """
    return {
        rule.id: RulePlace(f"{code}/rules/{rule.location}", rule.gloss)
        for file in data_files(code, "rules", ".toml")
        for rule in load_rules(file)
    }
