"""E-mail messages: newsletters and press releases."""

from __future__ import annotations

from email.message import EmailMessage
from pathlib import Path

import pytest

from format_files import BODY, FIRST, OUTLET, SECOND, TITLE, codes, document, documents, mail, problems, read_bytes
from hoedong.model.document import BlockRole
from office_files import docx


def test_a_newsletter_is_read_by_its_html_part(tmp_path: Path) -> None:
    """The HTML part is the text, whatever its charset; subject, sender and date are headline, outlet and time."""
    item = documents(read_bytes(tmp_path, "a.eml", mail()))[0]
    assert item.text.split("\n\n") == [TITLE, FIRST, SECOND]
    assert item.roles[0] is BlockRole.HEADLINE
    assert (item.page.title, item.page.outlet, item.page.published) == (TITLE, OUTLET, "2024-06-13T07:30:00+09:00")
    assert (item.id, item.file) == ("1@new.example", str(tmp_path / "a.eml"))


def test_attachments_are_read_or_told(tmp_path: Path) -> None:
    """An attached text is a document of its own; a picture is told and passed over."""
    found = read_bytes(tmp_path, "a.eml", mail())
    assert codes(found) == ["ok", "ok", "source.skipped"]
    assert documents(found)[1].source == f"{tmp_path}/a.eml/보도자료.txt"
    assert problems(found)[0].location.endswith("사진.png")


def test_an_attached_word_document_is_read(tmp_path: Path) -> None:
    """A press release that is attached is read like the file itself, and is of the day of its message."""
    message = EmailMessage()
    message["From"], message["Subject"], message["Date"] = (
        "홍보팀 <pr@firm.example>",
        "보도자료",
        "Thu, 13 Jun 2024 07:30:00 +0900",
    )
    message.set_content("보도자료를 보냅니다.")
    message.add_attachment(docx(TITLE, [FIRST]), "application", "octet-stream", filename="../../release")
    release = documents(read_bytes(tmp_path, "a.eml", message.as_bytes()))[1]
    assert (release.text.split("\n\n")[:2], Path(release.source).name) == ([TITLE, FIRST], "release")
    assert release.page.published == "2024-06-13T07:30:00+09:00"


@pytest.mark.parametrize("charset", ["ks_c_5601-1987", "euc-kr", "utf-8"])
@pytest.mark.parametrize("encoding", ["base64", "8bit"])
def test_plain_messages_of_old_programs_are_read(tmp_path: Path, charset: str, encoding: str) -> None:
    """A message in a Korean charset, its subject in RFC 2047, syllables beyond EUC-KR included, is read."""
    import base64

    text = f"{BODY}\n뷁똠펲".encode("utf-8" if charset == "utf-8" else "cp949")
    subject = base64.b64encode(TITLE.encode("utf-8" if charset == "utf-8" else "cp949")).decode()
    word = f"=?{charset}?B?{subject}?="
    head = f"From: {word} <a@new.example>\r\nTo: b@home.example\r\nSubject: {word}\r\n"
    head += f"Content-Type: text/plain; charset={charset}\r\nContent-Transfer-Encoding: {encoding}\r\n\r\n"
    body = base64.encodebytes(text) if encoding == "base64" else text
    item = document(read_bytes(tmp_path, "message", head.encode() + body))
    assert item.text.splitlines() == [TITLE, "", FIRST, SECOND, "뷁똠펲"]


def test_a_message_is_known_by_its_headers(tmp_path: Path) -> None:
    """A text that opens with a word and a colon is no message."""
    text = f"Note: a page\nDate: today\n\n{FIRST}"
    assert document(read_bytes(tmp_path, "a.txt", text.encode())).text.startswith("Note")


def test_a_message_without_text_is_told(tmp_path: Path) -> None:
    """A message with headers alone is a problem."""
    data = b"From: a@new.example\r\nTo: b@home.example\r\nSubject: x\r\nMIME-Version: 1.0\r\n\r\n"
    assert codes(read_bytes(tmp_path, "a.eml", data)) == ["source.no-text"]


def test_messages_in_messages_are_opened_two_deep(tmp_path: Path) -> None:
    """A message attached to a message attached to a message is told as too deep."""
    data = BODY.encode()
    for depth in range(3):
        message = EmailMessage()
        message["From"], message["To"], message["Subject"] = "a@new.example", "b@home.example", f"{depth}"
        message.set_content(FIRST)
        message.add_attachment(data, "application", "octet-stream", filename=f"{depth}.eml")
        data = message.as_bytes()
    assert codes(read_bytes(tmp_path, "a.eml", data)) == ["ok", "ok", "ok", "source.too-deep"]


@pytest.mark.parametrize(
    "broken",
    [
        b"Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n\r\n",
        b'Content-Type: text/plain; charset="\r\n\r\n' + FIRST.encode(),
        b"Content-Transfer-Encoding: base64\r\n\r\n????",
        b"Date: =?x?Q?\xff?=\r\n\r\n" + FIRST.encode(),
    ],
)
def test_broken_messages_raise_nothing(tmp_path: Path, broken: bytes) -> None:
    """Headers and parts that break the rules give a document or a problem."""
    head = b"From: =?utf-8?B?//?= <\r\nTo: ;;,\r\nSubject: =?nonsense?B?x?=\r\nMessage-ID: [\r\n"
    assert codes(read_bytes(tmp_path, "a.eml", head + broken))[0] in ("ok", "source.no-text")
