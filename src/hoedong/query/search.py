"""Search: words of texts by morphemes and bigrams, and people by whatever name the question gives them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from hoedong.lang.registry import readable_codes
from hoedong.model.account import RecordedDocument
from hoedong.model.answer import Found, SearchResult, Snippet
from hoedong.model.entity import PersonEntity
from hoedong.model.span import Span
from hoedong.query.people import find_people
from hoedong.record.protocol import SearchQuery, Store
from hoedong.record.search_terms import text_bigrams, text_morphemes
from hoedong.record.store_view import StoreView

LONGEST_NAME = 4
"""Words that the name of a person in a question may have."""

_RANK_CONSTANT = 60
"""Of reciprocal rank fusion (Cormack, Clarke and Büttcher 2009): how little the very first ranks stand out."""

_AROUND = 60
"""Code points of a snippet on each side of what was found."""

_WORDS = re.compile(r'"([^"]+)"|(\S+)')


def search(store: Store, view: StoreView, question: str, limit: int = 20) -> SearchResult:
    """Find documents by words of their text and by the people in them.

    "이 회장" finds the documents of whoever is meant, under whatever name; "재시" a name that no dictionary has;
    "만나다" every form of the verb; words in quotation marks must follow one another.
    """
    words = [quoted or word for quoted, word in _WORDS.findall(question)]
    people, rest = _people_in(view, words)
    by_text = [hit.document for hit in store.search.find(_query(words), limit * 3)]
    by_person = _documents_of(store, people, rest, limit * 3)
    ranked = _fused([by_text, by_person], limit)
    documents = store.ledger.documents([number for number, _ in ranked])
    names = [name for person in people for name in _names_of(person)]
    return SearchResult(
        people, tuple(Found(documents[one], score, snippets(documents[one], words, names)) for one, score in ranked)
    )


def _people_in(view: StoreView, words: Sequence[str]) -> tuple[tuple[PersonEntity, ...], list[str]]:
    """Whom the longest stretch of words that names somebody names, and the words that are left."""
    for length in range(min(LONGEST_NAME, len(words)), 0, -1):
        for start in range(len(words) - length + 1):
            found = find_people(view, " ".join(words[start : start + length]))
            if found:
                best = tuple(one.person for one in found if one.score == found[0].score)
                return best[:5], [*words[:start], *words[start + length :]]
    return (), list(words)


def _documents_of(store: Store, people: Sequence[PersonEntity], rest: Sequence[str], limit: int) -> list[int]:
    """The documents in which these people appear, among those that have the other words; the latest first."""
    among = {hit.document for hit in store.search.find(_query(rest), limit * 10)} if rest else None
    found: list[int] = []
    for person in people:
        number = store.people.entity_of(person.id)
        documents = store.search.documents_of(number, limit if among is None else limit * 10) if number else ()
        found += [one for one in documents if among is None or one in among]
    return list(dict.fromkeys(found))[:limit]


def _query(words: Sequence[str]) -> SearchQuery:
    return SearchQuery(tuple(alternatives for word in words if (alternatives := _alternatives(word))))


def _alternatives(word: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """A word as its bigrams, which find it wherever it stands, or as its morphemes, which find its other forms."""
    found: list[tuple[str, tuple[str, ...]]] = []
    bigrams = tuple(text_bigrams(word))
    if bigrams:
        found.append(("bigrams", bigrams))
    for lang in readable_codes():
        morphemes = tuple(text_morphemes(word, Span(0, len(word)), lang))
        if morphemes and sum(map(len, morphemes)) > 1:  # one syllable of a name cut to pieces would find everything
            found.append(("morphemes", morphemes))
    return tuple(dict.fromkeys(found))


def _fused(rankings: Sequence[Sequence[int]], limit: int) -> list[tuple[int, float]]:
    """Several rankings as one, by reciprocal rank fusion."""
    scores: dict[int, float] = defaultdict(float)
    for ranking in rankings:
        for rank, document in enumerate(ranking):
            scores[document] += 1 / (_RANK_CONSTANT + rank)
    return sorted(((one, round(score, 6)) for one, score in scores.items()), key=lambda pair: (-pair[1], pair[0]))[
        :limit
    ]


def _names_of(person: PersonEntity) -> list[str]:
    return [use.name for use in person.names] + ([person.latin] if person.latin else [])


def snippets(
    document: RecordedDocument, words: Sequence[str], names: Sequence[str], most: int = 3
) -> tuple[Snippet, ...]:
    """The first places of a text that hold the words or names, each with what to highlight."""
    stems = [re.escape(word) for word in sorted({*words, *names}, key=lambda one: (-len(one), one)) if word.strip()]
    if not stems:
        return ()
    pattern = re.compile("|".join(stems), re.IGNORECASE)
    hits = [Span(*match.span()) for match in pattern.finditer(document.text)]
    found: list[Snippet] = []
    for hit in hits:
        if len(found) == most:
            break
        if not found or hit.end > found[-1].span.end:
            span = _line_around(document.text, hit)
            found.append(Snippet(span, tuple(one for one in hits if one in span)))
    return tuple(found)


def _line_around(text: str, hit: Span) -> Span:
    """Some text on both sides, within the line, at borders of words."""
    line_start = text.rfind("\n", 0, hit.start) + 1
    line_end = text.find("\n", hit.end)
    line_end = len(text) if line_end < 0 else line_end
    start, end = max(line_start, hit.start - _AROUND), min(line_end, hit.end + _AROUND)
    if start > line_start:
        start = text.find(" ", start, hit.start) + 1 or start
    if end < line_end:
        cut = text.rfind(" ", hit.end, end)
        end = cut if cut > 0 else end
    return Span(start, end)
