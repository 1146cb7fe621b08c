"""E-mail messages (.eml), such as newsletters and press releases sent around: one document, and what is attached."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import replace
from email import message_from_bytes, policy
from email.message import EmailMessage, Message
from email.utils import parseaddr

from hoedong.ingest.formats.composed import with_headline
from hoedong.ingest.formats.material import Found, Material
from hoedong.ingest.source_item import SourceItem, SourceProblem
from hoedong.ingest.times import iso_time

_HEADER = re.compile(rb"^([A-Za-z][A-Za-z0-9-]{1,60}):")
_KNOWN = frozenset((b"from", b"to", b"subject", b"date", b"message-id", b"mime-version", b"received", b"content-type"))
_SURE = 3
_MOST_PARTS = 200


def is_mail(material: Material) -> bool:
    """Whether the first lines are headers of a message, at least three of them well known."""
    found: set[bytes] = set()
    for line in material.head[:16_384].removeprefix(b"\xef\xbb\xbf").split(b"\n"):
        match = _HEADER.match(line)
        if match is None and not (found and line.startswith((b" ", b"\t"))):
            break
        if match:
            found.add(match[1].lower())
    return len(found & _KNOWN) >= _SURE


def read_mail(material: Material) -> Iterator[Found]:
    """The text of a message, its HTML part before its plain one, and then the documents attached to it."""
    message = message_from_bytes(material.whole(), policy=policy.default)
    parts = [part for part in message.walk() if not part.is_multipart()][:_MOST_PARTS]
    attached = [part for part in parts if part.get_content_disposition() == "attachment"]
    body = _body([part for part in parts if part not in attached])
    yield from _text(material, message, body)
    for number, part in enumerate(attached, 1):
        for found in _attachment(material, part, number):
            yield _dated(found, message) if isinstance(found, SourceItem) else found


def _body(parts: list[Message]) -> Message | None:
    for kind in ("text/html", "text/plain"):
        for part in parts:
            if part.get_content_type() == kind and _payload(part).strip():
                return part
    return None


def _text(material: Material, message: EmailMessage, body: Message | None) -> Iterator[Found]:
    if body is None:
        yield SourceProblem("source.no-text", material.name, "the message holds no text")
        return
    inner = replace(material, depth=0).within("body", io.BytesIO(_payload(body)), body.get_content_charset())
    for found in inner:
        if isinstance(found, SourceItem):
            yield _with_headers(replace(found, source=material.name, file=material.name), message)
        else:
            yield replace(found, location=material.name)


def _with_headers(item: SourceItem, message: EmailMessage) -> SourceItem:
    """The subject is the headline, the sender the outlet: as a page's own metadata would tell."""
    subject = _header(message, "Subject")
    page = replace(
        item.page,
        title=subject or item.page.title,
        outlet=item.page.outlet or parseaddr(_header(message, "From") or "")[0] or None,
        published=iso_time(_header(message, "Date")) or item.page.published,
    )
    id_ = (_header(message, "Message-ID") or "").strip("<> ") or None
    return with_headline(replace(item, id=id_, page=page, lang=None), subject)


def _dated(item: SourceItem, message: EmailMessage) -> SourceItem:
    """A press release that is attached and tells no time of its own is of the time of its message."""
    return replace(item, page=replace(item.page, published=item.page.published or iso_time(_header(message, "Date"))))


def _header(message: EmailMessage, name: str) -> str | None:
    """A header in clear text; None where it is missing or too broken to be read."""
    try:
        value = message[name]
    except Exception:  # noqa: BLE001 - broken headers make the standard library raise all kinds of errors
        return None
    return " ".join(str(value).split()) or None if value is not None else None


def _payload(part: Message) -> bytes:
    try:
        data = part.get_payload(decode=True)
    except Exception:  # noqa: BLE001 - as for headers
        return b""
    return data if isinstance(data, bytes) else b""


def _attachment(material: Material, part: Message, number: int) -> Iterator[Found]:
    """The documents in an attachment; one of another kind is told, and passed over."""
    name = _file_name(part) or f"attachment-{number}"
    for found in material.within(name, io.BytesIO(_payload(part))):
        if isinstance(found, SourceProblem) and found.code in ("source.not-text", "source.empty"):
            yield SourceProblem("source.skipped", found.location, f"the attachment was passed over: {found.message}")
        else:
            yield found


def _file_name(part: Message) -> str | None:
    try:
        name = part.get_filename()
    except Exception:  # noqa: BLE001 - as for headers
        return None
    return re.split(r"[/\\]", name)[-1].strip() or None if name else None
