"""What names of elements mark."""

from __future__ import annotations

from collections import Counter
from importlib.resources import files

import pytest
from lxml.html import fragment_fromstring

from hoedong.ingest.page.marks import Mark, mark_of


@pytest.mark.parametrize(
    ("attributes", "mark"),
    [
        ('class="img_desc"', Mark.CAPTION),
        ('class="ArticlePhoto-caption x1"', Mark.CAPTION),
        ('id="dic_area"', Mark.BODY),
        ('itemprop="articleBody"', Mark.BODY),
        ('class="article-body fs3" id="relatedTo"', Mark.BODY),
        ('class="article-body-related"', Mark.FURNITURE),
        ('class="relatedArticles"', Mark.FURNITURE),
        ('class="c-ad-slot"', Mark.FURNITURE),
        ('class="shadow header advance"', None),
        ('class="has-sidebar"', Mark.PLAIN),
        ('class=""', None),
    ],
)
def test_a_name_is_known_however_it_is_spelt(attributes: str, mark: Mark | None) -> None:
    """Capitals, hyphens and underscores make no difference; a word inside another word is no part of a name."""
    assert mark_of(fragment_fromstring(f"<div {attributes}>x</div>")) is mark


def test_the_table_is_in_order() -> None:
    """No name stands twice in the table, and each is spelt as names are compared: small letters and underscores."""
    lines = (files("hoedong.ingest.page") / "marks.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")][1:]
    assert [names for names, count in Counter((how, name) for how, name, _, _ in rows).items() if count > 1] == []
    assert all(
        name == name.lower() and set(name) <= set("abcdefghijklmnopqrstuvwxyz0123456789_") for _, name, _, _ in rows
    )
    assert {how for how, *_ in rows} == {"name", "part"}
