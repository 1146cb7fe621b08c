"""What the elements of a page are for, as tags and names mark them; marks that cannot be true are not obeyed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from hoedong.ingest.page.element_sizes import ElementSizes, measure
from hoedong.ingest.page.marks import Mark, mark_of
from hoedong.model.document import BlockRole

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_MARK_OF_TAG: Mapping[str, Mark] = {
    "figcaption": Mark.CAPTION,
    "caption": Mark.CAPTION,
    "h1": Mark.HEADLINE,
    "nav": Mark.FURNITURE,
    "footer": Mark.FURNITURE,
    "aside": Mark.FURNITURE,
    "form": Mark.FURNITURE,
    "menu": Mark.FURNITURE,
    "header": Mark.FURNITURE,
    "amp-ad": Mark.FURNITURE,
    "amp-sidebar": Mark.FURNITURE,
}
_LONGEST: Mapping[Mark, int] = {
    Mark.CAPTION: 1_500,
    Mark.HEADLINE: 300,
    Mark.SUBHEADING: 1_000,
    Mark.BYLINE: 300,
}
"""Characters that an element with such a mark may hold; more, and the name stands on a frame of the page."""

_MOST_FURNITURE = 0.8
"""Share of a page that one element marked as furniture may hold."""

_SHORTEST_BODY = 60
_LEAST_BODY_SHARE = 0.2
_LARGEST_FIGURE = 60
_LONGEST_FIGURE: Mapping[str, int] = {"figure": 1_500, "table": 400, "span": 200}
_PICTURES = frozenset(("img", "picture", "amp-img", "video", "amp-video"))
_NO_FIGURE = frozenset(("table", "blockquote", "pre", "iframe", "h1", "h2", "article"))
_NO_PICTURE_BOX = frozenset(("a", "th", "h1", "h2", "h3", "ul", "article"))


@dataclass(frozen=True, slots=True)
class PageLayout:
    """Roles of elements by their marks; elements that hold an article; articles with their own headline; figures."""

    roles: Mapping[HtmlElement, BlockRole]
    bodies: frozenset[HtmlElement]
    units: Mapping[HtmlElement, int]
    figures: frozenset[HtmlElement]


def find_layout(root: HtmlElement) -> PageLayout:
    """The layout of a page."""
    sizes = measure(root)
    marks = {element: mark for element in sizes.elements if (mark := _mark(element))}
    bodies = _bodies(sizes, marks)
    kept = _around(_articles(sizes, bodies))
    figures = frozenset(element for element in sizes.elements if _is_figure(element, sizes))
    roles = dict.fromkeys(figures, BlockRole.CAPTION)
    roles |= {element: role for element, mark in marks.items() if (role := _role(element, mark, sizes, kept))}
    return PageLayout(roles, bodies, _units(sizes), figures)


def _mark(element: HtmlElement) -> Mark | None:
    if element.tag in ("html", "body"):
        return None
    named = mark_of(element)
    return named if named not in (None, Mark.BYLINE) else _MARK_OF_TAG.get(element.tag, named)


def _role(element: HtmlElement, mark: Mark, sizes: ElementSizes, kept: frozenset[HtmlElement]) -> BlockRole | None:
    """The role that a mark gives to an element; None where the element is too large or holds the article."""
    if mark in (Mark.BODY, Mark.PLAIN) or element in kept or not sizes.characters[element]:
        return None
    longest = _LONGEST.get(mark, sizes.characters[sizes.elements[0]] * _MOST_FURNITURE)
    return BlockRole(mark.value) if sizes.characters[element] <= longest else None


def _bodies(sizes: ElementSizes, marks: Mapping[HtmlElement, Mark]) -> frozenset[HtmlElement]:
    """The elements marked as article, but for small ones beside a large one: teasers bear the same names."""
    marked = {element: sizes.characters[element] for element, mark in marks.items() if mark is Mark.BODY}
    least = max(_SHORTEST_BODY, _LEAST_BODY_SHARE * max(marked.values(), default=0))
    return frozenset(element for element, size in marked.items() if size >= least)


def _articles(sizes: ElementSizes, bodies: frozenset[HtmlElement]) -> Iterator[HtmlElement]:
    """Elements that no mark of furniture may cover: headlines, the main part, the largest article, the bodies."""
    articles = [element for element in sizes.elements if element.tag == "article"]
    if articles:
        yield max(articles, key=lambda element: sizes.characters[element])
    if bodies:
        yield max((element for element in sizes.elements if element in bodies), key=lambda one: sizes.characters[one])
    for element in sizes.elements:
        if element.tag == "main":
            yield element
        elif element.tag == "h1" and sizes.characters[element]:
            parent = element.getparent()
            if parent is not None:
                yield parent


def _around(elements: Iterator[HtmlElement]) -> frozenset[HtmlElement]:
    """Elements with all that holds them."""
    around: set[HtmlElement] = set()
    for element in elements:
        while element is not None and element not in around:
            around.add(element)
            element = element.getparent()  # noqa: PLW2901 - climbs
    return frozenset(around)


def _is_figure(element: HtmlElement, sizes: ElementSizes) -> bool:
    """Whether an element holds a picture and a few words about it: a figure, a small table, a span around a picture."""
    longest = _LONGEST_FIGURE.get(element.tag, 0)
    if not 0 < sizes.characters[element] <= longest or sizes.counts[element] > _LARGEST_FIGURE:
        return False
    others = _NO_FIGURE if element.tag == "figure" else _NO_PICTURE_BOX
    inside = {inner.tag for inner in element.iterdescendants()}
    return not inside.isdisjoint(_PICTURES) and inside.isdisjoint(others)


def _units(sizes: ElementSizes) -> Mapping[HtmlElement, int]:
    """Article elements that have a headline of their own, numbered from the top of the page."""
    holders: dict[HtmlElement, int] = {}
    for element in sizes.elements:
        if element.tag in ("h1", "h2"):
            holder = None
            for holder in element.iterancestors("article"):  # noqa: B007 - the outermost: a body may be an article too
                pass
            if holder is not None:
                holders.setdefault(holder, len(holders))
    return holders
