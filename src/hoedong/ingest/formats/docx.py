"""Word documents (DOCX): the text of the body, paragraph by paragraph. Macros and links are not looked at."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator

from lxml import etree

from hoedong.ingest.formats.composed import Part, compose
from hoedong.ingest.formats.material import Found, Material
from hoedong.ingest.formats.package import xml_part
from hoedong.ingest.formats.xml_tree import Node, local_name
from hoedong.model.document import BlockRole

_CHARACTERS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_UNSEEN = frozenset(("Fallback", "del", "instrText", "delText"))
"""The second rendering of a drawing's text, and what an editor took out."""
_ROLES = {"Title": BlockRole.HEADLINE, "Subtitle": BlockRole.SUBHEADING, "Caption": BlockRole.CAPTION}


def read_docx(material: Material, archive: zipfile.ZipFile) -> Iterator[Found]:
    """The one document of a Word file."""
    root = xml_part(material, archive, "word/document.xml")
    yield compose(material.name, [_part(paragraph) for paragraph in root.all("p")] if root else ())


def _part(paragraph: Node) -> Part:
    style = paragraph.first("pPr", "pStyle")
    role = _ROLES.get(style.get("val") or "") if style else None
    return "".join(_words(paragraph.element)), role


def _words(paragraph: etree._Element) -> Iterator[str]:
    """The characters of one paragraph, without those of paragraphs in its text boxes, which come by themselves."""
    stack = [child for child in reversed(paragraph) if isinstance(child.tag, str)]
    while stack:
        element = stack.pop()
        name = local_name(element.tag)
        if name == "t":
            yield element.text or ""
        elif name in _CHARACTERS:
            yield _CHARACTERS[name]
        elif name != "p" and name not in _UNSEEN:
            stack.extend(child for child in reversed(element) if isinstance(child.tag, str))
