"""The markup of a page to a tree: no network, no outside entities, whatever the page declares."""

from __future__ import annotations

import re

from lxml import etree
from lxml import html as lxml_html

_XML_DECLARATION = re.compile(r"^\s*<\?xml[^>]{0,200}\?>")


def parse_page(source: str) -> lxml_html.HtmlElement | None:
    """The tree of a page; its bytes are made UTF-8 here, whatever the page declares; None for a page without tags."""
    parser = lxml_html.HTMLParser(
        encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=True
    )
    try:
        return lxml_html.document_fromstring(clean_markup(source).encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None


def clean_markup(source: str) -> str:
    """Markup without what no parser should see: NUL characters and an XML declaration, which may lie."""
    return _XML_DECLARATION.sub("", source).replace("\x00", " ")
