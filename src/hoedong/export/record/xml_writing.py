"""XML written piece by piece, so that a graph of any size needs no tree in memory."""

from __future__ import annotations

from html import escape
from typing import TextIO

from hoedong.export.record.characters import xml_text

DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'
_LINE_ENDS = str.maketrans({"\t": "&#9;", "\n": "&#10;", "\r": "&#13;"})
"""As references: a parser turns a bare one into a space inside an attribute, and a bare CR into LF anywhere."""


def escaped(value: object) -> str:
    """A value as XML text or attribute value."""
    return escape(xml_text(str(value))).translate(_LINE_ENDS)


def tag(name: str, **attributes: object) -> str:
    """An element without content; attributes that are None are left out, `for_` and `class_` lose the underscore."""
    return f"<{_opening(name, attributes)}/>"


def open_tag(name: str, **attributes: object) -> str:
    """The start of an element."""
    return f"<{_opening(name, attributes)}>"


def _opening(name: str, attributes: dict[str, object]) -> str:
    known = ((key.rstrip("_"), value) for key, value in attributes.items() if value is not None)
    return " ".join([name, *(f'{key}="{escaped(value)}"' for key, value in known)])


def write_lines(out: TextIO, *lines: str) -> None:
    """Write lines, each with its line break."""
    out.writelines(f"{line}\n" for line in lines)
