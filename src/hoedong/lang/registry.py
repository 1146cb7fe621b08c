"""Languages by code."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from typing import cast

from hoedong.lang.folder import language_codes, language_folder
from hoedong.lang.protocol import Language


@cache
def is_readable(code: str) -> bool:
    """Whether a language folder can be read with; a folder may hold the layout of pages alone."""
    return code in language_codes() and (language_folder(code) / "language.py").is_file()


def readable_codes() -> tuple[str, ...]:
    """The codes of all languages that can be read with."""
    return tuple(code for code in language_codes() if is_readable(code))


@cache
def load_language(code: str) -> Language:
    """The language of a folder; its package names the object `LANGUAGE` in its module `language`.

    Raises:
        UnknownLanguage: no folder answers to the code.
    """
    language_folder(code)
    return cast("Language", import_module(f"hoedong.lang.{code}.language").LANGUAGE)
