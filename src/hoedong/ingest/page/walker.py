"""A page as a reader sees it: one block a line, in document order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from hoedong.ingest.page.block import RenderedBlock
from hoedong.ingest.page.layout import PageLayout, find_layout
from hoedong.model.document import BlockRole

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_UNSEEN = frozenset(
    ("script", "style", "noscript", "template", "head", "svg", "math", "iframe", "object", "embed", "canvas", "video",
     "audio", "select", "option", "textarea", "input", "button", "datalist", "map")
)  # fmt: skip
_INLINE = frozenset(
    ("a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins",
     "kbd", "label", "mark", "q", "ruby", "rb", "rp", "rt", "s", "samp", "small", "span", "strike", "strong", "sub",
     "sup", "time", "tt", "u", "var", "wbr", "img", "amp-img", "picture", "source")
)  # fmt: skip
_PICTURES = ("img", "amp-img")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_FILE_NAME = re.compile(r"\.(?:jpe?g|png|gif|webp)\b|^[\w-]+$", re.IGNORECASE)
_SHORTEST_ALTERNATIVE = 10
_LINKED = 0.8


@dataclass(frozen=True, slots=True)
class _Place:
    """Where the walk is: all that an element hands on to what it holds."""

    role: BlockRole | None = None
    in_body: bool = False
    figure: int = -1
    pictures: int = 0
    container: int = -1
    unit: int = -1
    in_link: bool = False


@dataclass(frozen=True, slots=True)
class _Step:
    """An element to open, or to close, and the place that it stands in; `breaks` where it has lines of its own."""

    element: HtmlElement
    place: _Place
    is_end: bool = False
    breaks: bool = True


def render(root: HtmlElement) -> tuple[RenderedBlock, ...]:
    """All visible lines of a page; scripts and styles are no text, menus are kept and marked."""
    return tuple(_Walk(find_layout(root)).blocks(root))


class _Walk:
    """Collects lines in document order; works without recursion, so that no nesting is too deep."""

    def __init__(self, layout: PageLayout) -> None:
        self._layout = layout
        self._blocks: list[RenderedBlock] = []
        self._words: list[str] = []
        self._linked = 0
        self._pictures = 0
        self._place = _Place()
        self._alternatives: list[RenderedBlock] = []
        self._containers: dict[HtmlElement, int] = {}

    def blocks(self, root: HtmlElement) -> list[RenderedBlock]:
        """Visit every element that a reader sees."""
        stack = [_Step(root, _Place())]
        while stack:
            step = stack.pop()
            if step.is_end:
                self._close(step)
            else:
                stack.extend(self._open(step.element, step.place))
        self._break(_Place())
        return self._blocks

    def _open(self, element: HtmlElement, place: _Place) -> Iterator[_Step]:
        """Enter an element: what is to be done after it, and before that, its children, last first."""
        if element.tag in _UNSEEN or _is_hidden(element):
            yield _Step(element, place, is_end=True, breaks=element.tag not in _INLINE and element.tag not in _UNSEEN)
            return
        inner = self._inside(element, place)
        breaks = element.tag not in _INLINE or inner.role is not place.role or inner.role is BlockRole.FURNITURE
        if breaks:
            self._break(inner)
        self._note_alternative(element, inner)
        self._add(element.text, inner)
        yield _Step(element, place, is_end=True, breaks=breaks)
        for child in reversed(element):
            if isinstance(child.tag, str):
                yield _Step(child, inner)

    def _close(self, step: _Step) -> None:
        if step.breaks:
            self._break(step.place)
        self._add(step.element.tail, step.place)

    def _inside(self, element: HtmlElement, place: _Place) -> _Place:
        if element.tag in _INLINE and element not in self._layout.roles and element.tag != "a":
            return place
        return replace(
            place,
            role=place.role or self._layout.roles.get(element),
            in_body=place.in_body or element in self._layout.bodies,
            figure=self._container(element) if _is_figure(element, self._layout) else place.figure,
            unit=self._layout.units.get(element, place.unit),
            container=place.container if element.tag in _INLINE else self._container(element),
            in_link=place.in_link or element.tag == "a",
        )

    def _container(self, element: HtmlElement) -> int:
        """The number of the element that holds a line and its neighbours: lines of a div with br, or paragraphs."""
        parent = element.getparent()
        holder = element if parent is None or any(child.tag not in _INLINE for child in element) else parent
        return self._containers.setdefault(holder, len(self._containers))

    def _add(self, text: str | None, place: _Place) -> None:
        if text:
            self._words.append(text)
            if place.in_link:
                self._linked += len(text.strip())

    def _note_alternative(self, element: HtmlElement, place: _Place) -> None:
        """Keep the text in place of a picture for the line after this one."""
        if element.tag not in _PICTURES:
            return
        self._pictures += 1
        if place.in_link or place.role is BlockRole.FURNITURE:
            return
        words = " ".join((element.get("alt") or "").split())
        if len(words) >= _SHORTEST_ALTERNATIVE and not _FILE_NAME.search(words):
            caption = replace(place, role=BlockRole.CAPTION, pictures=self._pictures)
            self._alternatives.append(_block(words, caption, is_alternative=True))

    def _break(self, place: _Place) -> None:
        line = " ".join("".join(self._words).split())
        if line:
            here = replace(self._place, pictures=self._pictures)
            self._blocks.append(_block(line, here, is_linked=self._linked >= _LINKED * len(line)))
        self._blocks += self._alternatives
        self._alternatives.clear()
        self._words.clear()
        self._linked = 0
        self._place = place


def _block(text: str, place: _Place, *, is_linked: bool = False, is_alternative: bool = False) -> RenderedBlock:
    return RenderedBlock(
        text,
        place.role,
        place.container,
        place.unit,
        place.figure,
        place.pictures,
        place.in_body,
        is_linked,
        is_alternative,
    )


def _is_figure(element: HtmlElement, layout: PageLayout) -> bool:
    return element in layout.figures or element.tag == "figure"


def _is_hidden(element: HtmlElement) -> bool:
    return (
        element.get("hidden") is not None
        or element.get("aria-hidden") == "true"
        or _HIDDEN.search(element.get("style") or "") is not None
    )
