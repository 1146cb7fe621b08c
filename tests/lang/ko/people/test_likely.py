"""Names that letters and neighbours make likely."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hoedong.ingest.document import make_document
from hoedong.lang.ko.people import discover_names, name_openings
from hoedong.lang.ko.people.likely import RULE, THRESHOLD, by_name, candidates, weigh
from hoedong.lang.ko.people.likely_shapes import likely_stems, weights
from hoedong.lang.ko.people.lines import line_of
from hoedong.lang.ko.people.words import read_words

TOLD = "브란디니와 하벨슨, 켈로프는 파리에서 만났다."
WORDS = ("브란디니와", "하벨슨,", "켈로프는", "박서준을", "김도윤이", "시장", "드라마가", "파리에서", "만났다.", "씨는")


def test_a_foreign_name_among_others_is_likely() -> None:
    """브란디니 is found with no title, no bracket and no given name, and the mention says what spoke for it."""
    document, _ = make_document(TOLD, lang="ko")
    likely = [s for s in discover_names(document, ()).sightings if s.rule == RULE]
    assert "브란디니" in [document[s.name] for s in likely]
    assert all(s.because.startswith("+") and "of at least" in s.because for s in likely)


def test_a_name_weighs_the_sum_of_its_features() -> None:
    """The weight of a name is the bias and the weight of each feature that it bears, nothing else."""
    line = line_of(TOLD, read_words(TOLD, 0, len(TOLD))[0])
    places = by_name(candidates(TOLD, [line], ()))["브란디니"]
    borne = {*places[0].features, "page names it 1 times"}
    assert weigh(places) == pytest.approx(weights()["bias"] + sum(weights().get(feature, 0.0) for feature in borne))
    assert weigh(places) >= THRESHOLD


@pytest.mark.parametrize(
    ("word", "stems"),
    [
        ("정부는", ()),
        ("서울에서", ()),
        ("위원장이", ()),
        ("브란디니와", ("브란디니",)),
        ("박서준씨는", ("박서준",)),
    ],
)
def test_no_word_of_a_dictionary_may_be_a_name(word: str, stems: tuple[str, ...]) -> None:
    """Everyday words, places and titles are never weighed; of others each end that a particle leaves is."""
    assert likely_stems(word) == stems


@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=12))
def test_the_first_look_foresees_every_likely_name(pieces: list[str]) -> None:
    """Whatever is found likely in a stretch begins as `name_openings` says, unless anything may be a name there."""
    document, _ = make_document(" ".join(pieces), lang="ko")
    for block in document.blocks:
        openings = name_openings(document.text, block.span)
        for sighting in discover_names(document, ()).sightings:
            if sighting.rule == RULE and sighting.name in block.span and openings is not None:
                assert document[sighting.name].startswith(tuple(openings))
