"""Brings the catalogues of the pages up to date: every message of templates and modules, with what is translated.

    python scripts/extract_messages.py

New messages stand in the catalogues without a translation, and the tests fail until they have one; what no page says
any more is dropped. English is the language of the messages themselves, so its catalogue repeats them.
"""

from __future__ import annotations

import io
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).parents[1]
HTTP = ROOT / "src" / "hoedong" / "http"
METHODS = [("pages/**.py", "python"), ("templates/**.html", "jinja2")]
OPTIONS = {"templates/**.html": {"trim_blocks": "true", "lstrip_blocks": "true", "newstyle_gettext": "true"}}


def extract_messages() -> Catalog:
    """Every message that the pages say."""
    catalogue = Catalog(project="hoedong", charset="utf-8", fuzzy=False)
    for _, _, message, _, context in extract_from_dir(HTTP, METHODS, OPTIONS):
        catalogue.add(message, context=context)
    return catalogue


def updated(lang: str, messages: Catalog) -> Catalog:
    """The catalogue of a language with exactly these messages, in order."""
    known = (
        read_po(io.BytesIO(catalogue_path(lang).read_bytes()), locale=lang) if catalogue_path(lang).exists() else None
    )
    found = Catalog(locale=lang, project="hoedong", charset="utf-8", fuzzy=False)
    for message in sorted((one for one in messages if one.id), key=lambda one: str(one.id)):
        found.add(message.id, _translation(lang, message, known), flags=message.flags - {"fuzzy"})
    return found


def _translation(lang: str, message: Message, known: Catalog | None) -> str | tuple[str, ...] | None:
    former = known.get(message.id) if known is not None else None
    found = message.id if lang == "en" else former.string if former is not None else None
    return tuple(found) if isinstance(found, list) else found


def catalogue_path(lang: str) -> Path:
    """Where the catalogue of a language stands."""
    return HTTP / "locale" / lang / "LC_MESSAGES" / "hoedong.po"


def written(catalogue: Catalog) -> bytes:
    """A catalogue as a file, without the time of writing, so that the same messages give the same bytes."""
    out = io.BytesIO()
    write_po(out, catalogue, width=0, omit_header=True, no_location=True)
    header = f'msgid ""\nmsgstr ""\n"Language: {catalogue.locale}\\n"\n"Content-Type: text/plain; charset=utf-8\\n"\n'
    plural = f'"Plural-Forms: {catalogue.plural_forms}\\n"\n\n'
    return (header + plural).encode() + out.getvalue()


def main() -> None:
    """Write both catalogues."""
    messages = extract_messages()
    for lang in ("ko", "en"):
        catalogue = updated(lang, messages)
        catalogue_path(lang).write_bytes(written(catalogue))
        empty = [message.id for message in catalogue if message.id and not is_translated(message)]
        print(f"{lang}: {len(catalogue)} messages, {len(empty)} not translated")
        for one in empty:
            print("  ", one)


def is_translated(message: Message) -> bool:
    """Whether every form of a message has words."""
    forms = message.string if isinstance(message.string, tuple) else (message.string,)
    return bool(forms) and all(forms)


if __name__ == "__main__":
    main()
