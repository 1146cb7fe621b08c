"""A saved HTML page to text: one line a block, with the roles that the markup tells."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml import etree
from lxml import html as lxml_html

from hoedong.ingest.html_metadata import PageMetadata, read_metadata
from hoedong.model.document import BlockRole

_UNSEEN = frozenset(
    ("script", "style", "noscript", "template", "head", "svg", "math", "iframe", "object", "embed", "canvas", "video",
     "audio", "select", "option", "textarea", "input", "button", "datalist", "map")
)  # fmt: skip
_INLINE = frozenset(
    ("a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins",
     "kbd", "label", "mark", "q", "ruby", "rb", "rp", "rt", "s", "samp", "small", "span", "strike", "strong", "sub",
     "sup", "time", "tt", "u", "var", "wbr")
)  # fmt: skip
_FURNITURE = frozenset(("nav", "footer", "aside", "form", "menu"))
_CAPTIONS = frozenset(("figcaption", "caption"))
_CAPTION_NAME = re.compile(
    r"(?:^|[\s_-])(?:caption|img[_-]?desc|photo[_-]?desc|img[_-]?txt|pic[_-]?desc)", re.IGNORECASE
)
_FURNITURE_NAME = re.compile(
    r"(?:^|[\s_-])(?:nav|gnb|lnb|footer|sidebar|breadcrumb|related|ranking|most[_-]?read|comment|share|sns|banner|advert|"
    r"copyright|pagination|skip)(?:$|[\s_-])",
    re.IGNORECASE,
)
_LONGEST_NAME = 4
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_LOOKS_LIKE_HTML = re.compile(
    r"^\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*)?<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_XML_DECLARATION = re.compile(r"^\s*<\?xml[^>]{0,200}\?>")
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,30})", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Page:
    """The visible text of an HTML page, one line a block, and the roles of the lines that markup tells (else None)."""

    text: str
    roles: tuple[BlockRole | None, ...]
    metadata: PageMetadata = field(default_factory=PageMetadata)


def looks_like_html(text: str) -> bool:
    """Whether a text is an HTML page by its first tag."""
    return _LOOKS_LIKE_HTML.match(text[:4000]) is not None


def declared_charset(data: bytes) -> str | None:
    """The charset that a page declares in its first 4,096 bytes, None if it declares none."""
    match = _CHARSET.search(data[:4096])
    return match.group(1).decode("ascii", "replace") if match else None


def read_html(source: str) -> Page:
    """The visible text of a page, in document order; scripts and styles are no text, menus are kept and marked."""
    root = _parse(source)
    if root is None:
        return Page("", ())
    walker = _Walker()
    walker.walk(root)
    metadata = read_metadata(root)
    lines = [(text, _role_but_for_logos(text, role, metadata.title)) for text, role in walker.finished()]
    return Page("\n\n".join(text for text, _ in lines), tuple(role for _, role in lines), metadata)


def _role_but_for_logos(text: str, role: BlockRole | None, title: str | None) -> BlockRole | None:
    """Many sites set their own name as h1: a headline that shares no word with the title of the page is none."""
    if role is not BlockRole.HEADLINE or title is None or set(text.split()) & set(title.split()):
        return role
    return BlockRole.FURNITURE if len(text.split()) < _LONGEST_NAME else None


def _parse(source: str) -> lxml_html.HtmlElement | None:
    """The tree of a page; its bytes are made UTF-8 here, whatever the page declares; None for a page without tags."""
    parser = lxml_html.HTMLParser(
        encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=True
    )
    clean = _XML_DECLARATION.sub("", source).replace("\x00", " ").encode("utf-8", "replace")
    try:
        return lxml_html.document_fromstring(clean, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None


class _Walker:
    """Collects lines in document order; works without recursion, so that no nesting is too deep."""

    def __init__(self) -> None:
        self._lines: list[tuple[str, BlockRole | None]] = []
        self._words: list[str] = []
        self._role: BlockRole | None = None

    def walk(self, root: lxml_html.HtmlElement) -> None:
        """Visit every element that a reader sees."""
        stack: list[tuple[str, lxml_html.HtmlElement, BlockRole | None]] = [("open", root, None)]
        while stack:
            step, element, role = stack.pop()
            if step == "close":
                self._close(element, role)
                continue
            inner = self._open(element, role)
            stack.append(("close", element, role))
            if inner is not None:
                stack.extend(("open", child, inner.role) for child in reversed(element) if isinstance(child.tag, str))

    def finished(self) -> list[tuple[str, BlockRole | None]]:
        """All lines, the last one included."""
        self._break(None)
        return self._lines

    def _open(self, element: lxml_html.HtmlElement, role: BlockRole | None) -> _Inside | None:
        if element.tag in _UNSEEN or _is_hidden(element):
            return None
        inner = role or _role_of(element)
        if element.tag not in _INLINE or inner is BlockRole.FURNITURE:
            self._break(inner)
        if element.text:
            self._words.append(element.text)
        return _Inside(inner)

    def _close(self, element: lxml_html.HtmlElement, role: BlockRole | None) -> None:
        if element.tag not in _INLINE and element.tag not in _UNSEEN:
            self._break(role)
        if element.tail:
            self._words.append(element.tail)

    def _break(self, role: BlockRole | None) -> None:
        line = " ".join("".join(self._words).split())
        if line:
            self._lines.append((line, self._role))
        self._words.clear()
        self._role = role


@dataclass(frozen=True, slots=True)
class _Inside:
    role: BlockRole | None


def _is_hidden(element: lxml_html.HtmlElement) -> bool:
    return (
        element.get("hidden") is not None
        or element.get("aria-hidden") == "true"
        or _HIDDEN.search(element.get("style") or "") is not None
    )


def _role_of(element: lxml_html.HtmlElement) -> BlockRole | None:
    names = f"{element.get('class') or ''} {element.get('id') or ''}"
    if element.tag in _CAPTIONS or _CAPTION_NAME.search(names):
        return BlockRole.CAPTION
    if element.tag == "h1" and "".join(element.itertext()).strip():
        return BlockRole.HEADLINE
    if element.tag in _FURNITURE or (element.tag != "body" and _FURNITURE_NAME.search(names)):
        return None if _holds_headline(element) else BlockRole.FURNITURE
    return BlockRole.FURNITURE if element.tag == "header" and not _holds_headline(element) else None


def _holds_headline(element: lxml_html.HtmlElement) -> bool:
    return next(element.iter("h1", "article", "main"), None) is not None
