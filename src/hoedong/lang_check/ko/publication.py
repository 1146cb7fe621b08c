"""Runs cases/publication.tsv: when a page was published, and where that was taken from."""

from __future__ import annotations

import re
from collections.abc import Mapping

from hoedong.ingest.publication_date import find_publication
from hoedong.lang.registry import load_language
from hoedong.lang_check.runner import difference
from hoedong.model.document import Block, BlockRole
from hoedong.model.span import Span

_LINE = re.compile(r"\S[^\n]*")


def run_publication_case(case: Mapping[str, str]) -> str | None:
    """The page, ⏎ standing for line breaks, has this day and basis; a line with a sentence is a paragraph."""
    text = case["text"].replace("⏎", "\n")
    lines = [Span(*line.span()) for line in _LINE.finditer(text)]
    roles = [BlockRole.PARAGRAPH if "다." in text[slice(*line)] else BlockRole.FURNITURE for line in lines]
    blocks = [Block(role, line) for role, line in zip(roles, lines, strict=True)]
    found = find_publication(text, blocks, load_language("ko"), None, None)
    actual = (str(found.value or ""), str(found.basis or ""))
    return difference(f"(value, basis) of {case['text']!r}", (case["value"], case["basis"]), actual)
