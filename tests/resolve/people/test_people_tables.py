"""The tables by which posts are read hold together."""

from __future__ import annotations

from hoedong.resolve.people.posts import career_of, fit_of_fields
from hoedong.resolve.people.titles import read_title
from hoedong.resolve.people.weights import CONFLICT, SUPPORT, WEIGHTS
from hoedong.resolve.tables import listed, load_table

FIELDS = {field for row in load_table("people", "titles.tsv") for field in listed(row["fields"])}


def test_fields_of_all_tables_are_those_of_the_titles() -> None:
    """No pair and no career names a field that no title has."""
    pairs = {row[side] for row in load_table("people", "field_pairs.tsv") for side in ("left", "right")}
    careers = {field for row in load_table("people", "careers.tsv") for field in listed(row["fields"])}
    assert pairs | careers <= FIELDS


def test_a_pair_of_fields_stands_once_and_has_a_known_fit() -> None:
    """Fields go together in one way only."""
    rows = load_table("people", "field_pairs.tsv", "left", "right", "fit")
    assert len({frozenset({row["left"], row["right"]}) for row in rows}) == len(rows)
    assert {row["fit"] for row in rows} == {"close", "open"}


def test_every_career_crosses_fields_that_are_kept_apart() -> None:
    """A career that no pair of fields forbids needs no line."""
    for row in load_table("people", "careers.tsv", "name", "fields", "source"):
        fields = sorted(career_of(row["name"]))
        fits = {fit_of_fields(frozenset({one}), frozenset({other})) for one in fields for other in fields}
        assert "apart" in fits, row["name"]


def test_every_title_reads_as_its_own_post() -> None:
    """A title of a line names the post of that line."""
    for row in load_table("people", "titles.tsv", "post", "korean", "english"):
        for title in (*listed(row["korean"]), *listed(row["english"])):
            assert row["post"] in read_title(title).posts, title


def test_each_feature_stands_once_with_its_weight() -> None:
    """The table of weights is the one place, and no weight but 0 says nothing."""
    names = [feature.__name__ for feature, _ in WEIGHTS]
    assert len(set(names)) == len(names)
    assert all(feature.__doc__ for feature, _ in WEIGHTS)
    assert CONFLICT < SUPPORT
