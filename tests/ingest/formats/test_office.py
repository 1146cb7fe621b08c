"""Press releases: PDF, Word and Hangul documents."""

from __future__ import annotations

import zipfile
from pathlib import Path
from typing import Any

import pytest

from archive_files import zipped
from format_files import FIRST, SECOND, TITLE, codes, document, problems, read_bytes
from hoedong.ingest.formats import hwp as hwp_format
from hoedong.ingest.formats import package
from hoedong.ingest.formats.hwp import paragraphs
from hoedong.model.document import BlockRole
from office_files import docx, hwp, hwp_record, hwpx, ole, pdf


def test_a_pdf_is_read_line_by_line(tmp_path: Path) -> None:
    """Lines that end with room to spare stay lines of their own."""
    item = document(read_bytes(tmp_path, "a.pdf", pdf([TITLE, FIRST, SECOND])))
    assert item.text.split("\n\n") == [TITLE, FIRST, SECOND]


def test_a_printed_paragraph_is_whole_again(tmp_path: Path) -> None:
    """A paragraph that a program broke into lines, between words or within, comes out as it was written."""
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.platypus import Paragraph, SimpleDocTemplate

    pdf([])
    written = (
        f"{FIRST} {SECOND} 이날 만찬에는 두 회사의 임원들이 함께했으며 공동 연구소를 세우는 방안도 두루 이야기했다."
    )
    for wrap in (None, "CJK"):
        style = ParagraphStyle("body", fontName="HYSMyeongJo-Medium", fontSize=11, leading=16, wordWrap=wrap)
        parts = [Paragraph(words, style) for words in (TITLE, *([written, "짧은 문단이다."] * 4))]
        SimpleDocTemplate(str(tmp_path / "a.pdf"), invariant=True).build(parts)
        item = document(read_bytes(tmp_path, "b.pdf", (tmp_path / "a.pdf").read_bytes()))
        assert item.text.split("\n\n") == [TITLE, *([written, "짧은 문단이다."] * 4)]


def test_a_pdf_without_words_and_one_that_is_broken_are_told(tmp_path: Path) -> None:
    """A scan is told with what to do about it; a cut file is told as broken."""
    (scan,) = problems(read_bytes(tmp_path, "scan.pdf", pdf([])))
    assert (scan.code, "OCR" in scan.hint) == ("source.no-text", True)
    assert codes(read_bytes(tmp_path, "cut.pdf", b"%PDF-1.4\n1 0 obj")) == ["source.broken"]


def test_a_word_document_gives_title_paragraphs_and_cells(tmp_path: Path) -> None:
    """The title style is the headline; cells of a table are lines."""
    item = document(read_bytes(tmp_path, "a.docx", docx(TITLE, [FIRST, SECOND])))
    assert item.text.split("\n\n") == [TITLE, FIRST, SECOND, "표 안의 글"]
    assert item.roles[0] is BlockRole.HEADLINE


def test_what_an_editor_took_out_is_not_read(tmp_path: Path) -> None:
    """Deleted words and the second rendering of a text box are left out, tabs and breaks are white space."""
    w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="m"'
    body = (
        "<w:p><w:r><w:t>가</w:t><w:tab/><w:t>나</w:t><w:br/><w:t>다</w:t></w:r><w:del><w:r><w:delText>라</w:delText></w:r></w:del>"
        "<mc:AlternateContent><mc:Choice><w:txbxContent><w:p><w:r><w:t>상자</w:t></w:r></w:p></w:txbxContent></mc:Choice>"
        "<mc:Fallback><w:t>상자</w:t></mc:Fallback></mc:AlternateContent></w:p>"
    )
    data = zipped({"word/document.xml": f"<w:document {w}><w:body>{body}</w:body></w:document>".encode()})
    assert document(read_bytes(tmp_path, "a.docx", data)).text.split("\n\n") == ["가\t나", "다", "상자"]


def test_a_hangul_document_gives_sections_in_order_and_headers_as_furniture(tmp_path: Path) -> None:
    """Section 10 comes after section 2; what stands in the margin of each page is no paragraph."""
    item = document(read_bytes(tmp_path, "a.hwpx", hwpx([FIRST, SECOND])))
    assert item.text.split("\n\n") == ["보도\t자료", "머리말", FIRST, SECOND, "표 안의 글"]
    assert item.roles == (None, BlockRole.FURNITURE, None, None, None)
    with zipfile.ZipFile(tmp_path / "a.hwpx") as archive:
        section = archive.read("Contents/section0.xml").decode()
    members = {f"Contents/section{n}.xml": section.replace(FIRST, f"{n}절").encode() for n in (10, 2, 0)}
    text = document(read_bytes(tmp_path, "b.hwpx", zipped(members))).text
    assert [line for line in text.split("\n\n") if line.endswith("절")] == ["0절", "2절", "10절"]


def test_an_old_hangul_document_is_read(tmp_path: Path) -> None:
    """Paragraphs come as they are; a tab is white space, long paragraphs keep their length."""
    long = FIRST * 60
    item = document(read_bytes(tmp_path, "a.hwp", hwp([TITLE, "가\t나", long])))
    assert item.text.split("\n\n") == [TITLE, "가\t나", long]


def test_what_stands_for_a_table_is_left_out_of_a_paragraph() -> None:
    """A control of eight characters leaves no trace in the words around it."""
    control = chr(11) + "tbl " + "\x00" * 2 + chr(11)
    assert list(paragraphs(hwp_record(f"앞{control}뒤"))) == ["앞뒤"]
    assert list(paragraphs(hwp_record("가")[:-1])) == ["가"]


@pytest.mark.parametrize("flags", [1 | 2, 1 | 4])
def test_a_locked_hangul_document_is_told(tmp_path: Path, flags: int) -> None:
    """A document with a password, or locked for distribution, is a problem that says what to do."""
    (problem,) = problems(read_bytes(tmp_path, "a.hwp", hwp([FIRST], flags=flags)))
    assert (problem.code, problem.hint) == ("source.encrypted", "save it as .hwpx or .pdf")


def test_other_office_documents_are_told(tmp_path: Path) -> None:
    """An old Word document is known as such and not read."""
    assert codes(read_bytes(tmp_path, "a.doc", ole({("WordDocument",): b"x"}))) == ["source.unsupported"]


def test_parts_that_grow_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A part of a package, and a section of a Hangul document, beyond the limit is refused."""
    for module in (package, hwp_format):
        monkeypatch.setattr(module, "LONGEST_FILE", 10_000)
    assert codes(read_bytes(tmp_path, "a.hwpx", hwpx(["가" * 20_000]))) == ["source.too-long"]
    assert codes(read_bytes(tmp_path, "a.hwp", hwp(["가" * 20_000]))) == ["source.bomb"]


@pytest.mark.parametrize(
    ("module", "data", "extra"),
    [("pypdfium2", pdf([FIRST]), "pdf"), ("olefile", hwp([FIRST]), "hwp"), ("duckdb", b"PAR1", "parquet")],
)
def test_a_missing_extra_is_told_with_the_command_that_brings_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, module: str, data: bytes, extra: str
) -> None:
    """Without the extra a file of its kind is a problem that says what to install."""
    import importlib

    real = importlib.import_module

    def without(name: str, *rest: Any) -> Any:
        if name == module:
            raise ImportError(name)
        return real(name, *rest)

    monkeypatch.setattr("hoedong.ingest.formats.extras.import_module", without)
    (problem,) = problems(read_bytes(tmp_path, "a.bin", data))
    assert (problem.code, problem.hint) == ("source.needs-extra", f"pip install 'hoedong[{extra}]'")
