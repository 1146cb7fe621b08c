"""The pages that the bench of pages makes: what is said to be true of them stands in them."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent.parent.parent / "bench"))

from page_maker import MadePage, make_pages, styles, without_names

BENCH = Path(__file__).parent.parent.parent / "bench"
PAGES = list(make_pages(1))
DIGEST = """
import hashlib, sys
sys.path.insert(0, sys.argv[1])
from page_maker import make_pages
from hoedong.ingest.decode import decode
from hoedong.ingest.html import declared_charset, read_html
pages = [repr(read_html(decode(page.data, declared_charset(page.data))[0])) for page in make_pages(1)]
print(hashlib.sha256("".join(pages).encode()).hexdigest())
"""


def test_every_style_makes_a_page() -> None:
    """There is a page for each template in each language that it is written in."""
    assert [(page.style, page.lang) for page in PAGES] == styles()
    assert {style for style, _ in styles()} == {path.name.split(".")[0] for path in (BENCH / "pages").glob("*.jinja")}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: f"{page.style}-{page.lang}")
def test_the_gold_of_a_page_stands_in_it(page: MadePage) -> None:
    """Every paragraph and caption of the gold is in the markup, or in a script of it."""
    text = page.data.decode("cp949" if page.style == "old_table" else "utf-8")
    words = [word for line in (*page.body, *page.captions) for word in line.split() if word.isalpha()]
    is_escaped = page.style in ("chosun", "next_state", "nuxt_state") and page.lang == "ko"
    shown = text.encode().decode("unicode_escape") if is_escaped else text
    assert [word for word in words if word not in shown] == []


def test_a_page_without_names_has_the_same_words() -> None:
    """Hiding the names of elements changes no more than these."""
    page = next(page for page in PAGES if page.style == "naver")
    assert b"img_desc" in page.data
    assert b"img_desc" not in without_names(page).data
    assert re.sub(rb' (?:class|id)="[^"]*"', b"", without_names(page).data) == re.sub(
        rb' (?:class|id)="[^"]*"', b"", page.data
    )


def test_pages_are_read_the_same_in_every_process() -> None:
    """Neither the order of sets nor the day changes what is read of a page: two processes, two seeds of hashing."""
    digests = {
        subprocess.run(
            [sys.executable, "-c", DIGEST, str(BENCH)],
            capture_output=True,
            text=True,
            check=True,
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": "src"},
            cwd=BENCH.parent,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(digests) == 1
