"""The words of the pages in Korean and English: gettext catalogues, compiled when they are first used."""

from __future__ import annotations

import gettext
import io
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

DOMAIN = "hoedong"


def catalogue_file(lang: str) -> Traversable:
    """The catalogue of a language, as translators edit it."""
    return files("hoedong.http") / "locale" / lang / "LC_MESSAGES" / f"{DOMAIN}.po"


@cache
def translations(lang: str) -> gettext.GNUTranslations:
    """The messages of a language, ready to be asked."""
    catalogue = read_po(io.BytesIO(catalogue_file(lang).read_bytes()), locale=lang)
    compiled = io.BytesIO()
    write_mo(compiled, catalogue)
    return gettext.GNUTranslations(io.BytesIO(compiled.getvalue()))
