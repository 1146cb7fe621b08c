"""How much text and how many elements every element of a page holds, counted once from the leaves up."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement


@dataclass(frozen=True, slots=True)
class ElementSizes:
    """All elements of a page in document order; characters of text in each, and number of elements, itself included."""

    elements: Sequence[HtmlElement]
    characters: Mapping[HtmlElement, int]
    counts: Mapping[HtmlElement, int]


def measure(root: HtmlElement) -> ElementSizes:
    """Measure every element under a root, in time linear in their number."""
    elements = [element for element in root.iter() if isinstance(element.tag, str)]
    characters = {element: len((element.text or "").strip()) for element in elements}
    counts = dict.fromkeys(elements, 1)
    for element in reversed(elements):
        if element.tag in ("script", "style"):
            characters[element] = 0
        parent = element.getparent()
        if parent is not None and parent in characters:
            characters[parent] += characters[element] + len((element.tail or "").strip())
            counts[parent] += counts[element]
    return ElementSizes(elements, characters, counts)
