"""Words in Hanja as the rules know them."""

from __future__ import annotations

from itertools import pairwise

import pytest

from hoedong.lang.ko.hanja_words import in_hangul, is_hanja_title
from hoedong.model.span import Span


@pytest.mark.parametrize(
    ("run", "forms"),
    [("會談", ["회담"]), ("首席會談後", ["首席", "회담", "후"]), ("頂上會談", ["정상회담"]), ("山川", ["山川"])],
)
def test_known_words_are_cut_out_of_a_run(run: str, forms: list[str]) -> None:
    """A run of Hanja is cut at the words that rules look for, and the parts cover it."""
    atoms = in_hangul(run, Span(3, 3 + len(run)))
    assert [atom.form for atom in atoms] == forms
    assert (atoms[0].span.start, atoms[-1].span.end) == (3, 3 + len(run))
    assert all(one.span.end == other.span.start for one, other in pairwise(atoms))


def test_titles_in_hanja_are_known_by_their_sound() -> None:
    """大使 is a title and 大門 is none; a title in Hangul is not asked for here."""
    assert is_hanja_title("駐韓美大使")
    assert not is_hanja_title("大門")
    assert not is_hanja_title("대사")
