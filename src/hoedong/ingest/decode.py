"""Bytes to text: a ladder of encodings, safest first."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator

from hoedong.errors import UndecodableSource
from hoedong.model.diagnostic import Diagnostic, Severity

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_KOREAN_LABELS = frozenset(
    ("euc-kr", "euckr", "ks_c_5601-1987", "ks_c_5601-1989", "ksc5601", "ksc_5601", "korean", "iso-ir-149", "uhc",
     "windows-949", "ms949", "cp949", "x-windows-949")
)  # fmt: skip
_WESTERN = frozenset(("ascii", "iso8859-1", "iso8859-15", "cp1252"))
"""Any bytes are text in these: as labels of Korean pages they are mostly a server's default."""
_SIGNATURES = (
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"\x1f\x8b", "a gzip file"),
    (b"\xd0\xcf\x11\xe0", "an old office or HWP document"),
    (b"\x7fELF", "a program"),
)
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_SAMPLE = 65_536
_MOST_CONTROL = 0.01
_MOST_REPLACED = 0.001


def decode(data: bytes, declared: str | None = None) -> tuple[str, str, tuple[Diagnostic, ...]]:
    """The text of `data`, the encoding it was read as, and what was odd.

    Tried in order: byte order mark, strict UTF-8, the declared label (all Korean labels mean cp949, which holds
    EUC-KR), cp949, and last a statistical guess. A declared Western label comes after cp949: bytes of a Western text
    are hardly ever whole Korean syllables, while the reverse is always so.

    Raises:
        UndecodableSource: the bytes are no text (a picture, an archive) or fit no encoding.
    """
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return _with_mark(data[len(mark) :], encoding)
    _refuse_binary(data)
    for encoding in ("utf-8", *_in_order(declared)):
        if (text := _strict(data, encoding)) is not None:
            return text, encoding, _note(encoding)
    return _patched(data, declared) or _guessed(data)


def _with_mark(data: bytes, encoding: str) -> tuple[str, str, tuple[Diagnostic, ...]]:
    text = data.decode(encoding, "replace")
    return text, encoding, _note(encoding, text.count("\ufffd"))


def _in_order(label: str | None) -> tuple[str, ...]:
    declared = tuple(_declared(label))
    return ("cp949", *declared) if _WESTERN.issuperset(declared) else (*declared, "cp949")


def _declared(label: str | None) -> Iterator[str]:
    if label is None:
        return
    name = label.strip().strip("\"'").lower()
    if name in _KOREAN_LABELS:
        yield "cp949"
        return
    try:
        encoding = codecs.lookup(name).name
    except (LookupError, ValueError):
        return
    if not encoding.startswith(("utf-16", "utf-32")):  # a label that can be read byte by byte is not in these
        yield encoding


def _strict(data: bytes, encoding: str) -> str | None:
    try:
        text = data.decode(encoding)
    except (UnicodeError, LookupError, AssertionError):
        return None
    return str(text)


def _patched(data: bytes, declared: str | None) -> tuple[str, str, tuple[Diagnostic, ...]] | None:
    """UTF-8 or Korean text with a rare broken byte: a page cut in the middle of a character, for one."""
    for encoding in ("utf-8", *_in_order(declared)):
        text = data.decode(encoding, "replace")
        broken = text.count("\ufffd")
        if broken <= max(2, len(text) * _MOST_REPLACED):
            return text, encoding, _note(encoding, broken)
    return None


def _guessed(data: bytes) -> tuple[str, str, tuple[Diagnostic, ...]]:
    import charset_normalizer  # noqa: PLC0415 - rarely needed and slow to import

    best = charset_normalizer.from_bytes(data[:_SAMPLE]).best()
    if best is None:
        raise UndecodableSource("the bytes are not text in any encoding that is tried; save the page as UTF-8")
    text = data.decode(best.encoding, "replace")
    return text, best.encoding, _note(best.encoding, text.count("\ufffd"))


def _note(encoding: str, broken: int = 0) -> tuple[Diagnostic, ...]:
    if broken:
        message = f"read as {encoding}; {broken} broken bytes stand as U+FFFD"
        return (Diagnostic("decode.broken-bytes", message, None, Severity.WARNING, "save the page again as UTF-8"),)
    if encoding in ("utf-8", "ascii"):
        return ()
    return (Diagnostic("decode.encoding", f"read as {encoding}"),)


def _refuse_binary(data: bytes) -> None:
    for signature, what in _SIGNATURES:
        if data.startswith(signature):
            raise UndecodableSource(f"this is {what}, not text; give the text of the page as .txt, .html or .jsonl")
    sample = data[:_SAMPLE]
    if len(_CONTROL.findall(sample)) > _MOST_CONTROL * max(len(sample), 100):
        raise UndecodableSource("this is binary data, not text; give the text of the page as .txt, .html or .jsonl")
