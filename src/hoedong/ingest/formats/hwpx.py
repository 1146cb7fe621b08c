"""Hangul documents (HWPX), in which Korean ministries and firms give out their press releases."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator

from lxml import etree

from hoedong.ingest.formats.composed import Part, compose
from hoedong.ingest.formats.material import Found, Material
from hoedong.ingest.formats.package import parts_named, xml_part
from hoedong.ingest.formats.xml_tree import Node, local_name
from hoedong.model.document import BlockRole

_SECTION = r"Contents/section(\d{1,6})\.xml"
_CHARACTERS = {"tab": "\t", "lineBreak": "\n", "nbSpace": " ", "fwSpace": " ", "hyphen": "-"}
_MARGINS = frozenset(("header", "footer"))
_UNSEEN = frozenset(("hiddenComment",))


def read_hwpx(material: Material, archive: zipfile.ZipFile) -> Iterator[Found]:
    """The one document of a Hangul file: its sections in order, the cells of tables as lines."""
    sections = [xml_part(material, archive, name) for name in parts_named(archive, _SECTION)]
    yield compose(material.name, [part for section in sections if section for part in _parts(section)])


def _parts(section: Node) -> Iterator[Part]:
    for paragraph in section.all("p"):
        around = {local_name(element.tag) for element in paragraph.element.iterancestors()}
        if not around & _UNSEEN:
            yield "".join(_words(paragraph)), BlockRole.FURNITURE if around & _MARGINS else None


def _words(paragraph: Node) -> Iterator[str]:
    """The characters of one paragraph, without those of tables in it, whose paragraphs come by themselves."""
    for text in paragraph.all("t"):
        if next(text.element.iterancestors("{*}p")) is paragraph.element:
            yield from _characters(text.element)


def _characters(text: etree._Element) -> Iterator[str]:
    """What stands between the marks of a text, and what some marks stand for."""
    yield text.text or ""
    for mark in text:
        yield _CHARACTERS.get(local_name(mark.tag), "")
        yield mark.tail or ""
