"""XML of strangers: no entity is resolved, no DTD loaded, nothing fetched; the malformed is read as far as it goes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

_DOCTYPE = re.compile(r"<!DOCTYPE[^\[>]{0,1000}(?:\[[^\]]{0,100000}\]\s*)?>", re.IGNORECASE)
_DECLARATION = re.compile(r"^\s*<\?xml[^>]{0,200}\?>")


@dataclass(frozen=True, slots=True)
class Node:
    """An element without its namespace: what the readers of this package go by.

    Outlets mix the versions of a standard, which differ in their namespaces alone.
    """

    element: etree._Element

    @property
    def name(self) -> str:
        """The local name: `newsItem`."""
        return local_name(self.element.tag)

    @property
    def children(self) -> Iterator[Node]:
        """The elements right under this one."""
        return (Node(child) for child in self.element if isinstance(child.tag, str))

    def all(self, *names: str) -> Iterator[Node]:
        """Every element below, itself included, that has one of these local names, in document order."""
        return (Node(found) for found in self.element.iter(*(f"{{*}}{name}" for name in names)))

    def first(self, *path: str) -> Node | None:
        """The first element at the end of a path of local names: `first("contentMeta", "headline")`."""
        found: Node | None = self
        for name in path:
            found = next(found.all(name), None) if found else None
        return found

    def words(self) -> str:
        """All text below, its white space made single spaces."""
        return " ".join("".join(self.element.itertext(etree.Element)).split()) if len(self.element) else self._own()

    def get(self, attribute: str) -> str | None:
        """An attribute by its local name, None where it is missing or blank."""
        for name, value in self.element.attrib.items():
            if local_name(name) == attribute:
                return str(value).strip() or None
        return None

    def _own(self) -> str:
        return " ".join((self.element.text or "").split())


def local_name(tag: object) -> str:
    """A name without its namespace; by hand, for malformed files leave tags that lxml refuses to take apart."""
    return str(tag).rpartition("}")[2]


def parse_xml(text: str) -> Node | None:
    """The root of an XML text, None where there is no element in it."""
    parser = etree.XMLParser(
        recover=True, resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
    )
    clean = _DOCTYPE.sub("", _DECLARATION.sub("", text), count=1).replace("\x00", "")
    try:
        root = etree.fromstring(clean.encode("utf-8", "replace"), parser=parser)
    except etree.XMLSyntaxError:
        return None
    return Node(root) if root is not None else None
