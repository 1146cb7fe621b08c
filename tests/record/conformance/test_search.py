"""What every index of words owes."""

from __future__ import annotations

import pytest

from hoedong.model.account import RecordedDocument
from hoedong.model.time import PartialDate
from hoedong.record.protocol import EntityRow, SearchQuery, Store


def query(*words: str) -> SearchQuery:
    """Words as morphemes; `a|b` are alternatives, `a b` must follow one another, `~ab` is a bigram."""
    return SearchQuery(tuple(tuple(_alternative(one) for one in word.split("|")) for word in words))


def _alternative(text: str) -> tuple[str, tuple[str, ...]]:
    column = "bigrams" if text.startswith("~") else "morphemes"
    return column, tuple(text.removeprefix("~").split())


@pytest.fixture
def indexed(store: Store) -> dict[str, int]:
    """Three indexed documents."""
    texts = {
        "d1": (("한도윤", "회장", "만나다"), ("한도", "도윤", "회장")),
        "d2": (("회장", "한도윤", "부산"), ("회장", "부산")),
        "d3": (("날씨", "맑다"), ("날씨",)),
    }
    rows = {}
    for name, (morphemes, bigrams) in texts.items():
        rows[name] = store.ledger.add_document(RecordedDocument(name, "…", "ko", "2024"))
        store.search.add(rows[name], morphemes, bigrams)
    return rows


def found(store: Store, wanted: SearchQuery, limit: int = 9) -> set[int]:
    """The documents of a search."""
    return {hit.document for hit in store.search.find(wanted, limit)}


def test_all_words_must_be_there(store: Store, indexed: dict[str, int]) -> None:
    """A document is found by any of its words, and by several only where it has them all."""
    assert found(store, query("회장")) == {indexed["d1"], indexed["d2"]}
    assert found(store, query("회장", "부산")) == {indexed["d2"]}
    assert found(store, query("회장", "맑다")) == set()
    assert found(store, query()) == set()


def test_one_alternative_is_enough(store: Store, indexed: dict[str, int]) -> None:
    """A word may be there as morphemes or as bigrams."""
    assert found(store, query("없다|~도윤")) == {indexed["d1"]}
    assert found(store, query("~날씨|부산")) == {indexed["d2"], indexed["d3"]}
    assert found(store, query("도윤")) == set()


def test_tokens_of_an_alternative_follow_one_another(store: Store, indexed: dict[str, int]) -> None:
    """In this order, with nothing between."""
    assert found(store, query("한도윤 회장")) == {indexed["d1"]}
    assert found(store, query("한도윤 만나다")) == set()


@pytest.mark.parametrize(
    "odd", ['"', "AND", "OR", "NEAR(", "*", "회장*", "morphemes:회장", "'", "-", "(", "\x00", "^회장", "🙂"]
)
def test_no_word_is_an_operator(store: Store, indexed: dict[str, int], odd: str) -> None:
    """Whatever a user types is looked for as it stands, and breaks nothing."""
    assert found(store, query(odd)) <= set(indexed.values()) - {indexed["d3"]}
    assert found(store, query(odd, "날씨")) == set()


def test_hits_are_limited_and_in_order(store: Store, indexed: dict[str, int]) -> None:
    """Better hits have the larger score, and come first."""
    store.search.add(store.ledger.add_document(RecordedDocument("d4", "…", "ko", "2024")), ["회장"] * 9, [])
    scores = [hit.score for hit in store.search.find(query("회장"), 9)]

    assert scores == sorted(scores, reverse=True)
    assert len(scores) == 3
    assert len(store.search.find(query("회장"), 2)) == 2
    assert indexed


def test_documents_can_be_taken_out(store: Store, indexed: dict[str, int]) -> None:
    """They are not found any more, and can be indexed anew; the rest stays."""
    store.search.remove(indexed["d1"])
    assert found(store, query("회장")) == {indexed["d2"]}
    store.search.remove(indexed["d1"])
    store.search.add(indexed["d1"], ["구름"], [])
    assert (found(store, query("구름")), found(store, query("만나다"))) == ({indexed["d1"]}, set())


def test_terms_come_back(store: Store, indexed: dict[str, int]) -> None:
    """The tokens that a document was indexed with; none where it was not."""
    assert store.search.terms(indexed["d3"]) == (("날씨", "맑다"), ("날씨",))
    assert store.search.terms(99999) == ((), ())


def test_documents_of_a_person(store: Store, indexed: dict[str, int]) -> None:
    """The latest first, each once, as many as asked."""
    profiles = [store.people.add_profile(key, "", [], []) for key in ("k1", "k2")]
    number = store.people.new_entity()
    store.people.save_entity(EntityRow(number, "a1", "…", None, 2, ""))
    for profile, name, day in zip((*profiles, profiles[0]), indexed, (1, 3, 2), strict=True):
        store.people.assign(profile, number)
        store.people.add_appearance(f"a {name}", indexed[name], profile, PartialDate(2024, 6, day), "")
    store.people.add_appearance("twice", indexed["d2"], profiles[0], PartialDate(2024, 6, 3), "")

    assert store.search.documents_of(number, 9) == (indexed["d2"], indexed["d3"], indexed["d1"])
    assert store.search.documents_of(number, 1) == (indexed["d2"],)
    assert store.search.documents_of(99999, 9) == ()
