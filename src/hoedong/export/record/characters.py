"""Characters that a format cannot carry."""

from __future__ import annotations

import re

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
_SURROGATE = re.compile("[\ud800-\udfff]")
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def well_formed(text: str) -> str:
    """The text with each lone surrogate, which UTF-8 has no bytes for, replaced by U+FFFD."""
    return _SURROGATE.sub(REPLACEMENT, text)


def xml_text(text: str) -> str:
    """The text with each character that XML 1.0 forbids (production 2, `Char`) replaced by U+FFFD."""
    return _NOT_XML.sub(REPLACEMENT, text)
