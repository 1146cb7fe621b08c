"""Bytes to text."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hoedong.errors import UndecodableSource
from hoedong.ingest.decode import decode

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
