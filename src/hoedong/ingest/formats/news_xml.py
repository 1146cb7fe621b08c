"""News as agencies deliver it: NewsML-G2 and NITF."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from hoedong.ingest.decode import decode
from hoedong.ingest.formats.composed import Part, compose
from hoedong.ingest.formats.feed import declared_encoding
from hoedong.ingest.formats.material import Found, Material
from hoedong.ingest.formats.xml_tree import Node, parse_xml
from hoedong.ingest.html_metadata import PageMetadata
from hoedong.ingest.language_guess import guess_language
from hoedong.ingest.source_item import SourceItem, SourceProblem
from hoedong.ingest.times import in_seoul, iso_time
from hoedong.model.document import BlockRole

_ROLES = {
    "hl1": BlockRole.HEADLINE,
    "h1": BlockRole.HEADLINE,
    "hl2": BlockRole.SUBHEADING,
    "h2": BlockRole.SUBHEADING,
    "h3": BlockRole.SUBHEADING,
    "byline": BlockRole.BYLINE,
    "dateline": BlockRole.BYLINE,
    "p": BlockRole.PARAGRAPH,
    "li": BlockRole.PARAGRAPH,
    "figcaption": BlockRole.CAPTION,
    "media-caption": BlockRole.CAPTION,
}
"""The elements of NITF and of XHTML that are lines of an article."""


def read_news_xml(material: Material) -> Iterator[Found]:
    """The articles of a NewsML-G2 message or item, or of a NITF file.

    Raises:
        Refused: there is no article in it.
        UndecodableSource: it is no text.
    """
    data = material.whole()
    root = parse_xml(decode(data, declared_encoding(data))[0])
    if root is None:
        raise material.refused("source.broken", "no XML could be made out")
    items = [root] if root.name == "nitf" else list(root.all("newsItem"))
    if not items:
        raise material.refused("source.no-text", "the message holds no news item")
    for number, item in enumerate(items, 1):
        yield _article(material.name, item, number if len(items) > 1 else None)


def _article(name: str, item: Node, line: int | None) -> Found:
    page, id_ = (_nitf_metadata(item), None) if item.name == "nitf" else (_g2_metadata(item), item.get("guid"))
    parts = _parts(item)
    if not parts:
        location = name if line is None else f"{name}:{line}"
        return SourceProblem("source.no-text", location, "the news item holds no text; it may be a picture or a film")
    if not any(role is BlockRole.HEADLINE for _, role in parts):
        parts.insert(0, (page.title or "", BlockRole.HEADLINE))
    found = compose(name, parts, page=page, id=id_, line=line)
    return _in_its_zone(found) if isinstance(found, SourceItem) else found


def _in_its_zone(item: SourceItem) -> SourceItem:
    """Agencies write times in UTC; a Korean article counts its days in Seoul."""
    if guess_language(item.text) != "ko":
        return item
    page = replace(item.page, published=in_seoul(item.page.published), modified=in_seoul(item.page.modified))
    return replace(item, page=page)


def _parts(item: Node) -> list[Part]:
    """The lines of an article."""
    body = item.first("contentSet") or item.first("body") or item
    parts: list[Part] = [(words, role) for node, role in _lines(body) if (words := node.words())]
    data = item.first("inlineData")
    return parts or ([("".join(data.element.itertext()), None)] if data else [])


def _lines(body: Node) -> Iterator[tuple[Node, BlockRole]]:
    """The elements that are lines; one within another, such as a paragraph of a caption, belongs to the outer one."""
    taken: set[object] = set()
    for node in body.all(*_ROLES):
        if not any(outer in taken for outer in node.element.iterancestors()):
            taken.add(node.element)
            yield node, _ROLES[node.name]


def _g2_metadata(item: Node) -> PageMetadata:
    meta, content = item.first("itemMeta") or item, item.first("contentMeta") or item
    created, version = _time(meta, "firstCreated"), _time(meta, "versionCreated")
    return PageMetadata(
        title=_words(content, "headline"),
        outlet=_words(meta, "provider", "name") or _literal(meta.first("provider")) or _words(content, "creditline"),
        author=_words(content, "by") or _words(content, "creator", "name"),
        published=created or version,
        modified=version,
    )


def _nitf_metadata(item: Node) -> PageMetadata:
    issued, released = item.first("date.issue"), item.first("date.release")
    times = [iso_time(node.get("norm")) for node in (issued, released, item.first("story.date")) if node]
    return PageMetadata(
        title=_words(item, "hedline", "hl1") or _words(item, "title"),
        outlet=_words(item, "distributor") or _attribute(item.first("doc.copyright"), "holder"),
        author=_words(item, "byline", "person") or _words(item, "byline"),
        published=next((time for time in times if time), None),
        modified=iso_time(_attribute(item.first("revision-history"), "norm")),
    )


def _time(node: Node, name: str) -> str | None:
    return iso_time(_words(node, name))


def _words(node: Node, *path: str) -> str | None:
    found = node.first(*path)
    return found.words() or None if found else None


def _literal(provider: Node | None) -> str | None:
    return _attribute(provider, "literal")


def _attribute(node: Node | None, name: str) -> str | None:
    return node.get(name) if node else None
