"""NewsML-G2 and NITF: articles as agencies deliver them."""

from __future__ import annotations

from pathlib import Path

from format_files import FIRST, NEWSML, NITF, OUTLET, SECOND, TITLE, codes, document, documents, problems, read_bytes
from hoedong.ingest.formats.registry import root_of


def lines(found_text: str, roles: object) -> list[tuple[str, str]]:
    """Lines with their roles."""
    assert isinstance(roles, tuple)
    return [(role.value, line) for role, line in zip(roles, found_text.split("\n\n"), strict=True)]


def test_an_item_of_newsml_gives_headline_paragraphs_and_captions(tmp_path: Path) -> None:
    """The headline of the metadata comes first; paragraphs and captions keep their order and roles."""
    item = documents(read_bytes(tmp_path, "a.xml", NEWSML))[0]
    assert lines(item.text, item.roles) == [
        ("headline", TITLE),
        ("paragraph", FIRST),
        ("caption", "나가람(왼쪽) 회장"),
        ("paragraph", SECOND),
    ]


def test_newsml_tells_provider_author_and_both_times(tmp_path: Path) -> None:
    """The first version's time is that of publication, told in Seoul, where a Korean agency counts its days."""
    item = documents(read_bytes(tmp_path, "a.xml", NEWSML))[0]
    assert (item.page.outlet, item.page.author, item.id) == (OUTLET, "김가나", "tag:new.example,2024:1")
    assert item.page.published == "2024-06-13T07:30:00+09:00"
    assert item.page.modified == "2024-06-13T08:00:00+09:00"


def test_a_picture_in_a_message_is_told(tmp_path: Path) -> None:
    """An item without text is a problem of that item."""
    found = read_bytes(tmp_path, "a.xml", NEWSML)
    assert (codes(found), problems(found)[0].location) == (["ok", "source.no-text"], f"{tmp_path}/a.xml:2")


def test_nitf_gives_decks_bylines_and_captions(tmp_path: Path) -> None:
    """Headline, deck, byline, dateline and captions have their own roles; a DTD is not looked for."""
    item = document(read_bytes(tmp_path, "a.xml", NITF))
    assert lines(item.text, item.roles) == [
        ("headline", TITLE),
        ("subheading", "반도체 협력 논의"),
        ("byline", "김가나 기자"),
        ("byline", "서울"),
        ("caption", "나가람(왼쪽) 회장"),
        ("paragraph", FIRST),
        ("paragraph", SECOND),
    ]
    assert (item.page.outlet, item.page.author, item.page.published) == (OUTLET, "김가나", "2024-06-13T07:30:00+09:00")


def test_entities_of_a_message_are_not_resolved(tmp_path: Path) -> None:
    """Neither a file of this machine nor nested entities get into the text."""
    names = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10))
    outside = f'<!DOCTYPE nitf [<!ENTITY e0 "가"><!ENTITY x SYSTEM "file:///etc/hostname">{names}]>'
    data = NITF.replace(b'<!DOCTYPE nitf SYSTEM "nitf-3-6.dtd">', outside.encode()).replace(
        b"<block>", b"<block><p>&x;&e9;.</p>"
    )
    item = document(read_bytes(tmp_path, "a.xml", data))
    assert FIRST in item.text
    assert len(item.text) < 1_000
    hostname = Path("/etc/hostname")
    assert not hostname.exists() or hostname.read_text(encoding="utf-8").strip() not in item.text


def test_deep_nesting_raises_nothing(tmp_path: Path) -> None:
    """A message nested a hundred thousand deep gives a document or a problem."""
    data = b"<nitf><body><body.content>" + b"<block>" * 100_000 + b"<p>x</p>"
    assert len(codes(read_bytes(tmp_path, "a.xml", data))) == 1


def test_the_root_of_an_xml_file_is_found_behind_what_precedes_it() -> None:
    """Declarations, comments and a document type do not hide the outermost element, nor does UTF-16."""
    assert root_of(NITF) == "nitf"
    assert root_of('<?xml version="1.0" encoding="utf-16"?><rss>'.encode("utf-16")) == "rss"
    assert root_of(b"<!-- a --><!-- b -->\n<x:urlset>") == "urlset"
    assert root_of("<한소 정상회담>".encode()) is None
