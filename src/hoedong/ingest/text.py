"""The frozen text of a document: made once, never edited after that."""

from __future__ import annotations

import re
import unicodedata

from hoedong.model.diagnostic import Diagnostic, Severity
from hoedong.model.span import Span

_SURROGATE = re.compile(r"[\ud800-\udfff]")
_LONG_STACK = re.compile(
    r"([\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u064b-\u065f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff"
    r"\u302a-\u302f\u3099\u309a\ufe20-\ufe2f]{64})"
)


def freeze_text(raw: str) -> tuple[str, tuple[Diagnostic, ...]]:
    r"""Compose the text (NFC), make every line break a newline, drop the byte order mark, replace lone surrogates.

    >>> freeze_text("\ufeff만났다.\r\n끝")[0]
    '만났다.\n끝'
    """
    text = raw.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    if _SURROGATE.search(text) is None:
        return _composed(text), ()
    text = _composed(text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace"))
    at = text.find("\ufffd")
    message = "half of a surrogate pair stands alone; it reads as U+FFFD"
    spot = Span(at, at + 1) if at >= 0 else None
    return text, (Diagnostic("text.lone-surrogate", message, spot, Severity.WARNING),) if at >= 0 else ()


def _composed(text: str) -> str:
    """NFC; stacks of more than 64 combining marks, which no script has, are composed piece by piece to stay linear."""
    if text.isascii() or unicodedata.is_normalized("NFC", text):
        return text
    return "".join(unicodedata.normalize("NFC", piece) for piece in _LONG_STACK.split(text))
