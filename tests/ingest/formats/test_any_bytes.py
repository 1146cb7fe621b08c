"""What strangers make of files: whatever the bytes, documents or problems come out, and nothing is raised."""

from __future__ import annotations

import tempfile
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from format_files import of_every_format, read
from hoedong.ingest.source import SourceItem, SourceProblem

NAMES = (
    "text.txt", "page.html", "corpus.jsonl", "packed.txt.gz", "archive.zip", "archive.warc.gz", "feed.xml", "table.csv",
    "bigkinds.xlsx", "table.parquet", "naver.json", "newsml.xml", "nitf.xml", "letter.eml", "release.pdf",
    "release.docx", "release.hwpx", "release.hwp",
)  # fmt: skip


@cache
def files() -> dict[str, bytes]:
    """A good file of every format."""
    with tempfile.TemporaryDirectory() as folder:
        return of_every_format(Path(folder))


@st.composite
def mutated(draw: st.DrawFn, name: str) -> bytes:
    """A good file with bytes overwritten, taken out, doubled or cut off."""
    data = files()[name]
    for _ in range(draw(st.integers(1, 5))):
        at = draw(st.integers(0, max(0, len(data) - 1)))
        length = draw(st.integers(0, 40))
        piece = draw(st.one_of(st.binary(max_size=8), st.just(data[at : at + 4 * length]), st.just(b"\xff" * length)))
        data = data[:at] + piece + data[at + length :]
    return data[: draw(st.integers(1, len(data)))] if data and draw(st.booleans()) else data


def test_the_formats_are_all_here() -> None:
    """Every format that has a sample is tried."""
    assert tuple(files()) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_a_mutated_file_gives_documents_or_problems(name: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Mutated bytes of a good file raise nothing, and tell no internal error but through the border of the file."""
    path = tmp_path_factory.mktemp("mutated") / name
    files()

    @settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
    @given(mutated(name))
    def tried(data: bytes) -> None:
        path.write_bytes(data)
        for one in read(path):
            assert isinstance(one, (SourceItem, SourceProblem))
            if isinstance(one, SourceItem):
                lines = [line for line in one.text.splitlines() if line.strip()]
                assert len(one.roles) <= len(lines)

    tried()


@pytest.mark.parametrize("name", NAMES)
def test_a_good_file_reads_the_same_twice(name: str, tmp_path: Path) -> None:
    """Reading has no memory: the same file gives the same documents."""
    (tmp_path / name).write_bytes(files()[name])
    first = read(tmp_path / name)
    assert first == read(tmp_path / name)
    assert any(isinstance(one, SourceItem) for one in first)


def test_bytes_from_elsewhere_are_told_by_their_content_too() -> None:
    """A page that a server sent is read as a page even where its bytes look like something else."""
    from hoedong.ingest.source import items_of_bytes

    (item,) = items_of_bytes(
        "From: a\nTo: b\nSubject: c\nDate: d\n\n<p>만났다.".encode(), "https://new.example/1", is_page=True
    )
    assert isinstance(item, SourceItem)
    assert "만났다." in item.text
    assert isinstance(next(items_of_bytes(files()["archive.zip"], "https://new.example/a.zip")), SourceItem)
