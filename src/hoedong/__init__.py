"""hoedong (회동): who met whom, when, where, with whom present, about what, and what was said."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from hoedong.model.reading import Reading
    from hoedong.model.time import PartialDate
    from hoedong.workspace import Workspace

__version__ = "0.1.0"
__all__ = ["Workspace", "__version__", "read"]


def __getattr__(name: str) -> Any:
    """`Workspace` is loaded when it is first asked for: `import hoedong` stays free of the record."""
    if name != "Workspace":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from hoedong.workspace import Workspace  # noqa: PLC0415 - as said

    return Workspace


def read(
    text: str,
    *,
    published: PartialDate | str | None = None,
    lang: str | None = None,
    id: str | None = None,  # noqa: A002 - the word of the document's own field
) -> Reading:
    """Read one page of news: its people, encounters, trips, quotations and claims, each with its spans in the text.

    `published` is the day of publication (`2024-06-13`); without it the reader looks for one in the text.
    `lang` is `ko`; None lets the reader tell. `id` names the document; None derives an id from the content.

    Raises:
        ValueError: `published` is no date.
        UnknownLanguage: no language folder answers to `lang`.
    """
    from hoedong.reader import read_document  # noqa: PLC0415 - `import hoedong` stays free of the reader's data files

    return read_document(text, published=published, lang=lang, id=id)
