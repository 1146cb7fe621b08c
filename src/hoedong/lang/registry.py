"""Languages by code."""

from __future__ import annotations

from importlib import import_module
from typing import cast

from hoedong.lang.folder import language_folder
from hoedong.lang.protocol import Language


def load_language(code: str) -> Language:
    """The language of a folder; its package names the object `LANGUAGE` in its module `language`.

    Raises:
        UnknownLanguage: no folder answers to the code.
    """
    language_folder(code)
    return cast("Language", import_module(f"hoedong.lang.{code}.language").LANGUAGE)
