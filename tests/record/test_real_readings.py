"""Pages as the reader reads them: the record that they make does not depend on how they came in either."""

from __future__ import annotations

from itertools import permutations
from pathlib import Path

import pytest

from hoedong import read
from hoedong.record.record import Entry
from hoedong.record.store_view import StoreView
from invented_readings import entry, exported, record_of
from record_view_contract import assert_keeps_the_contract

FILES = sorted((Path(__file__).parents[2] / "samples" / "dinner").glob("*.txt"))


@pytest.fixture(scope="module")
def pages() -> list[Entry]:
    """The pages of the sample dinner, read."""
    return [entry(read(file.read_text(encoding="utf-8"), lang="ko", id=file.stem)) for file in FILES]


def test_every_order_of_real_pages_gives_one_record(pages: list[Entry]) -> None:
    """A few orders out of all, at once and one by one, and after a rebuild."""
    expected = exported(record_of(pages).store)
    for order in list(permutations(pages))[:: max(1, len(pages) * 3)][:12]:
        record = record_of(order, [1] * len(order))
        assert exported(record.store) == expected
        record.rebuild()
        assert exported(record.store) == expected


def test_a_store_of_real_pages_keeps_the_contract_of_a_view(pages: list[Entry]) -> None:
    """What exports and pages rely on."""
    assert_keeps_the_contract(StoreView(record_of(pages).store))


def test_words_of_real_pages_lie_where_the_record_says(pages: list[Entry]) -> None:
    """Every citation is inside its document, and holds words."""
    view = StoreView(record_of(pages).store)
    citations = [item for one in view.encounters() for report in view.reports(one.reports) for item in report.evidence]
    citations += [quote.citation for quote in view.quotes()]

    assert citations
    for citation in citations:
        document = view.document(citation.document)
        assert document is not None
        assert document[citation.span].strip()
