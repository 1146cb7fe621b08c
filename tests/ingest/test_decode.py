"""Bytes to text."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hoedong.errors import UndecodableSource
from hoedong.ingest.decode import decode
from hoedong.ingest.html import declared_charset

TEXT = "나가람 회장은 11일 뷁동에서 도하나 대표를 만났다.\n"


@pytest.mark.parametrize("declared", [None, "utf-8", "euc-kr", "nonsense", "hex", ""])
def test_utf8_is_utf8_whatever_is_declared(declared: str | None) -> None:
    """Strict UTF-8 goes before the declared label, which lies on many pages."""
    assert decode(TEXT.encode(), declared) == (TEXT, "utf-8", ())


@pytest.mark.parametrize("declared", [None, "euc-kr", "ks_c_5601-1987", "utf-8", "EUC-KR", "korean"])
def test_korean_code_pages_are_read_as_cp949(declared: str | None) -> None:
    """All Korean labels mean cp949, which also holds syllables that EUC-KR lacks."""
    text, encoding, diagnostics = decode(TEXT.encode("cp949"), declared)
    assert (text, encoding) == (TEXT, "cp949")
    assert [diagnostic.code for diagnostic in diagnostics] == ["decode.encoding"]


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [(codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"),
     (codecs.BOM_UTF32_LE, "utf-32-le")],
)  # fmt: skip
def test_a_byte_order_mark_decides(mark: bytes, encoding: str) -> None:
    """A byte order mark is obeyed and dropped."""
    assert decode(mark + TEXT.encode(encoding))[:2] == (TEXT, encoding)


def test_another_code_page_is_read_when_declared() -> None:
    """A declared label that fits is taken before Korean is tried."""
    text = "会談した。" * 20
    assert decode(text.encode("shift_jis"), "shift_jis")[:2] == (text, "shift_jis")


PAGE = "<html><head>{meta}</head><body><p>나가람 회장은 뷁동에서 똠얌꿍을 먹고 펲시를 마셨다.</p></body></html>"
LATE = "<!--" + "x" * 20_000 + "-->"


@pytest.mark.parametrize("encoding", ["utf-8", "cp949"])
@pytest.mark.parametrize(
    "meta",
    [
        "",
        '<meta charset="utf-8">',
        '<meta charset="euc-kr">',
        "<meta charset=KS_C_5601-1987>",
        '<meta http-equiv="Content-Type" content="text/html; charset=ksc5601">',
        '<meta charset="iso-8859-1">',
        '<meta charset="windows-1252">',
        '<meta charset="no-such-thing">',
        '<meta charset="utf-16">',
        f'{LATE}<meta charset="euc-kr">',
    ],
)
def test_korean_pages_are_read_whatever_their_label_says(encoding: str, meta: str) -> None:
    """Labels that are missing, late, wrong or unknown harm no Korean page, syllables outside of EUC-KR included."""
    page = PAGE.format(meta=meta)
    data = page.encode(encoding)
    assert decode(data, declared_charset(data))[:2] == (page, encoding)


def test_a_western_page_is_read_by_its_label() -> None:
    """The letters with accents of a Western page are no Korean syllables."""
    text = "<meta charset=iso-8859-1><p>L\u2019été à Genève, où Ägidius rencontra Zoë.</p>".replace("\u2019", "'")
    data = text.encode("latin-1")
    assert decode(data, declared_charset(data))[:2] == (text, "iso8859-1")


def test_the_label_of_an_xml_declaration_counts() -> None:
    """Pages in XHTML, and feeds, name their encoding in the XML declaration."""
    assert declared_charset(b'<?xml version="1.0" encoding="Shift_JIS"?><html>') == "Shift_JIS"


def test_a_cut_page_keeps_its_text() -> None:
    """A page cut in the middle of a character is read, and the broken end is told."""
    text, encoding, diagnostics = decode((TEXT * 50).encode()[:-2])
    assert text.startswith(TEXT)
    assert encoding == "utf-8"
    assert [diagnostic.code for diagnostic in diagnostics] == [] or diagnostics[0].code == "decode.broken-bytes"


@pytest.mark.parametrize(
    "data",
    [b"%PDF-1.7 ...", b"\x89PNG\r\n\x1a\n", b"PK\x03\x04abc", b"\x7fELF\x02", b"\x00" * 50, bytes(range(256)) * 9],
)
def test_binary_data_is_refused_in_words(data: bytes) -> None:
    """A picture, an archive or a program is refused with a message that says what to give instead."""
    with pytest.raises(UndecodableSource, match="not text"):
        decode(data)


@given(st.binary(max_size=300))
def test_any_bytes_give_text_or_a_refusal(data: bytes) -> None:
    """No bytes raise anything but the refusal."""
    try:
        text, encoding, _ = decode(data)
    except UndecodableSource:
        return
    assert isinstance(text, str)
    assert codecs.lookup(encoding)
