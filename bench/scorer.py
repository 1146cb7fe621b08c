"""Compare readings with gold annotation: micro-averaged precision, recall and F1 of what was read.

Gold is one object a document (people, encounters, trips, quotes, claims as a person annotated them); a reading is the
public JSON form. Figures:

dyads       unordered pairs of people who met: principals with one another and with attendees, held encounters only
encounters  encounters matched one to one by the people in them; dates that contradict each other forbid a match
people      people named in the document, by any of their names
positions   (person, organisation, title)
status, mode, date, city, country, attendees, topics
            on matched encounters only; `date` asks for exactly the gold interval at the gold precision, `topics` counts
            content syllable bigrams, so that a longer or shorter span earns part
quotes      (speaker, words); 80 % of the words' bigrams are enough
claims      (kind, value); of a `first` claim the kind alone
trips       traveller, where the dates do not contradict; then both dates on the matched (`trip dates`)
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from typing import Any, TypeVar

FIGURES = (
    *("dyads", "encounters", "status", "mode", "date", "city", "country", "attendees", "topics"),
    *("people", "positions", "quotes", "claims", "trips", "trip dates"),
)
Table = Mapping[str, Any]
Gold = TypeVar("Gold")
Read = TypeVar("Read")
Post = tuple[str | None, str, str]


@dataclass(slots=True)
class Tally:
    """What was read rightly, read wrongly, and missed."""

    hits: int = 0
    false: int = 0
    missed: int = 0

    def add(self, hits: int, false: int, missed: int) -> None:
        """Count a document's share."""
        self.hits += hits
        self.false += false
        self.missed += missed

    def add_sets(self, gold: set[Any], read: set[Any]) -> None:
        """Count two sets against each other."""
        self.add(len(gold & read), len(read - gold), len(gold - read))

    @property
    def gold(self) -> int:
        """How many the gold has."""
        return self.hits + self.missed

    @property
    def precision(self) -> float:
        """Share of what was read that is right; 1 where there was nothing to read and nothing was read."""
        if self.hits + self.false:
            return self.hits / (self.hits + self.false)
        return 0.0 if self.missed else 1.0

    @property
    def recall(self) -> float:
        """Share of the gold that was read; 1 where the gold has nothing."""
        return self.hits / self.gold if self.gold else 1.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


@dataclass(slots=True)
class Score:
    """All figures over a corpus, and every miss and false alarm as (document, what, which)."""

    tallies: dict[str, Tally] = field(default_factory=lambda: {figure: Tally() for figure in FIGURES})
    errors: list[tuple[str, str, str]] = field(default_factory=list)


def score_corpus(gold: Iterable[Table], readings: Mapping[str, Table]) -> Score:
    """Score readings by document id; a document without a reading counts as found empty."""
    score = Score()
    for document in gold:
        _Comparison(document, readings.get(document["id"], {}), score).run()
    return score


def compare_documents(gold: Table, read: Table) -> tuple[dict[str, str], list[tuple[Table, Table]]]:
    """Whom each person read is in the gold, by id, and the encounters of both that are the same."""
    comparison = _Comparison(gold, read, Score())
    names = {one["id"]: comparison.people.name(one["id"]) for one in read["people"]}
    known = {id_: name for id_, name in names.items() if name is not None and not name.startswith("?")}
    return known, comparison.same_encounters()


def fold(text: str | None) -> str:
    """A text for comparison: NFKC, case folded, without spaces and punctuation."""
    return re.sub(r"[\W_]+", "", unicodedata.normalize("NFKC", text or "").casefold())


def bigrams(texts: Iterable[str]) -> set[str]:
    """The content syllable bigrams of some phrases."""
    return {folded[at : at + 2] for folded in map(fold, texts) for at in range(len(folded) - 1)}


def same_words(first: str, second: str) -> bool:
    """Whether two quotations share four fifths of their bigrams."""
    one, other = bigrams([first]), bigrams([second])
    return bool(one or other) and len(one & other) >= 0.8 * max(len(one), len(other))


def period(table: Table) -> tuple[str, str] | None:
    """First and last day that `start` and `end` of mixed precision cover, as comparable strings; None if undated."""
    start, end = table.get("start") or table.get("end"), table.get("end") or table.get("start")
    if not start or not end:
        return None
    return (start + "-01-01")[:10] if len(start) == 4 else _day(start, "-01"), _last_day(end)


def _day(month_or_day: str, day: str) -> str:
    return month_or_day + day if len(month_or_day) == 7 else month_or_day


def _last_day(end: str) -> str:
    return end + "-12-31" if len(end) == 4 else _day(end, "-31")


def contradict(first: Table, second: Table) -> bool:
    """Whether two dated things can share no day."""
    one, other = period(first), period(second)
    return bool(one and other and (one[1] < other[0] or other[1] < one[0]))


def matched(
    gold: Sequence[Gold], read: Sequence[Read], likeness: Callable[[Gold, Read], float]
) -> list[tuple[Gold, Read]]:
    """Pair gold with read one to one, the most alike first, ties in order; what has no likeness stays alone."""
    pairs = ((likeness(one, other), i, j) for i, one in enumerate(gold) for j, other in enumerate(read))
    used_gold: set[int] = set()
    used_read: set[int] = set()
    found = []
    for _, i, j in sorted((pair for pair in pairs if pair[0] > 0), key=lambda pair: (-pair[0], pair[1], pair[2])):
        if i not in used_gold and j not in used_read:
            used_gold.add(i)
            used_read.add(j)
            found.append((gold[i], read[j]))
    return found


def dyads(encounters: Iterable[Table], name: Callable[[str], str | None]) -> set[frozenset[str | None]]:
    """The pairs of people who met in encounters that were held."""
    pairs: set[frozenset[str | None]] = set()
    for encounter in encounters:
        if encounter["status"] == "held":
            principals = [name(person) for person in encounter["principals"]]
            pairs |= {frozenset(pair) for pair in combinations(principals, 2)}
            pairs |= {frozenset((host, name(guest))) for host in principals for guest in encounter["attendees"]}
    return {pair for pair in pairs if len(pair) == 2}


class _People:
    """The people of one document: each person read is given the gold name that fits, or a name of their own."""

    def __init__(self, gold: Sequence[Table], read: Sequence[Table]) -> None:
        self.names = {person["name"] for person in gold}
        self._any_name = {person["name"]: self._all_names(person) for person in gold}
        self._full_name: dict[str, set[str]] = {}
        for person in gold:
            self._full_name.setdefault(person["name"], {fold(person["name"]), fold(person.get("latin"))} - {""})
        self._key: dict[str, str] = {person["id"]: self._gold_name(person) or "?" + person["id"] for person in read}
        strangers = sum(key.startswith("?") for key in self._key.values())
        known = [key for key in self._key.values() if not key.startswith("?")]
        split_in_two = len(known) - len(set(known))
        self.tally = (len(set(known)), strangers + split_in_two, len(self.names - set(known)))

    @staticmethod
    def _all_names(person: Table) -> set[str]:
        names = [person["name"], person.get("latin"), *person.get("mentions", [])]
        return {fold(name) for name in names if name}

    def _gold_name(self, person: Table) -> str | None:
        own = {fold(person["name"]), fold(person.get("latin"))} - {""}
        said = {fold(mention["text"]) for mention in person.get("mentions", [])}
        return (
            next((name for name, full in self._full_name.items() if own & full), None)
            or next((name for name, known in self._any_name.items() if fold(person["name"]) in known), None)
            or next((name for name, full in self._full_name.items() if said & full), None)
        )

    def name(self, person: str | None) -> str | None:
        """The gold name of a person read; None for nobody."""
        return None if person is None else self._key.get(person)


class _Comparison:
    """One document's gold beside its reading."""

    def __init__(self, gold: Table, read: Table, score: Score) -> None:
        self.gold, self.read = gold, read
        self.tallies, self._errors = score.tallies, score.errors
        self.people = _People(gold["people"], read.get("people", []))

    def run(self) -> None:
        """Count everything."""
        self.tallies["people"].add(*self.people.tally)
        self._positions()
        self._dyads()
        self._encounters()
        self._quotes()
        self._claims()
        self._trips()

    def same_encounters(self) -> list[tuple[Table, Table]]:
        """The encounters of the gold with those read that are the same."""
        return matched(self.gold["encounters"], self.read.get("encounters", []), self._likeness)

    def _note(self, what: str, which: object) -> None:
        self._errors.append((self.gold["id"], what, str(which)))

    def _positions(self) -> None:
        gold = {
            (person["name"], fold(person["org"]), fold(person["title"]))
            for person in self.gold["people"]
            if person.get("org") and person.get("title")
        }
        read = {
            (self.people.name(person["id"]), fold(post["organisation"]), fold(post["title"]))
            for person in self.read.get("people", [])
            for post in person.get("positions", [])
            if post.get("organisation") and post.get("title")
        }
        read = {post for post in read if post[0] in self.people.names}
        found = {post for post in gold if any(_same_post(post, other) for other in read)}
        right = {other for other in read if any(_same_post(post, other) for post in gold)}
        self.tallies["positions"].add(len(found), len(read - right), len(gold - found))

    def _dyads(self) -> None:
        gold = dyads(self.gold["encounters"], lambda name: name)
        read = dyads(self.read.get("encounters", []), self.people.name)
        self.tallies["dyads"].add_sets(gold, read)
        for what, pairs in (("missed dyad", gold - read), ("false dyad", read - gold)):
            for pair in sorted(sorted(map(str, pair)) for pair in pairs):
                self._note(what, " — ".join(pair))

    def _encounters(self) -> None:
        gold, read = self.gold["encounters"], self.read.get("encounters", [])
        pairs = self.same_encounters()
        self.tallies["encounters"].add(len(pairs), len(read) - len(pairs), len(gold) - len(pairs))
        self._note_unmatched(pairs)
        for one, other in pairs:
            self._kind(one, other)
            self._date(one, other)
            self._place(one, other)
            guests = {self.people.name(person) for person in other["attendees"]}
            self.tallies["attendees"].add_sets(set(one["attendees"]), guests)
            topics = bigrams(topic["text"] for topic in other.get("topics", []))
            self.tallies["topics"].add_sets(bigrams(one["topics"]), topics)

    def _note_unmatched(self, pairs: list[tuple[Table, Table]]) -> None:
        found, right = {id(one) for one, _ in pairs}, {id(other) for _, other in pairs}
        for one in self.gold["encounters"]:
            if id(one) not in found:
                self._note("missed encounter", f"{one['status']} {one['start']} {one['principals']} {one['parties']}")
        for other in self.read.get("encounters", []):
            if id(other) not in right:
                who = [self.people.name(person) for person in other["principals"]]
                when = other["when"].get("start")
                self._note("false encounter", f"{other['status']} {when} {who} {other.get('parties')}")

    def _likeness(self, gold: Table, read: Table) -> float:
        if contradict(gold, read["when"]):
            return 0.0
        hosts, read_hosts = set(gold["principals"]), {self.people.name(person) for person in read["principals"]}
        everyone = hosts | set(gold["attendees"])
        read_everyone = read_hosts | {self.people.name(person) for person in read["attendees"]}
        if not hosts & read_everyone or not read_hosts & everyone:
            return 0.0
        both_have_parties = bool(gold.get("parties") and read.get("parties"))
        if len(everyone | read_everyone) > 1 and len(everyone & read_everyone) < 2 and not both_have_parties:
            return 0.0
        overlap: float = len(everyone & read_everyone) / len(everyone | read_everyone)
        same_date = period(gold) == period(read["when"])
        same_status = bool(gold["status"] == read["status"])
        return overlap + 0.5 * same_date + 0.25 * same_status

    def _kind(self, gold: Table, read: Table) -> None:
        for figure in ("status", "mode"):
            right = gold[figure] == read[figure]
            self.tallies[figure].add(right, not right, not right)
            if not right:
                self._note(figure, f"{gold['principals']}: {gold[figure]} read as {read[figure]}")

    def _date(self, gold: Table, read: Table) -> None:
        expected, actual = _ends(gold), _ends(read["when"])
        self._count_dates("date", expected, actual)
        if expected != actual:
            self._note("date", f"{gold['principals']}: {expected} read as {actual}")

    def _count_dates(self, figure: str, expected: tuple[Any, Any], actual: tuple[Any, Any]) -> None:
        undated = (None, None)
        if undated in (expected, actual) and expected == actual:
            return
        right = expected == actual
        self.tallies[figure].add(right, not right and actual != undated, not right and expected != undated)

    def _place(self, gold: Table, read: Table) -> None:
        where = read.get("where") or {}
        for figure in ("city", "country"):
            expected, actual = fold(gold.get(figure)), fold(where.get(figure))
            if expected or actual:
                right = expected == actual or bool(expected and actual and (expected in actual or actual in expected))
                self.tallies[figure].add(right, bool(actual) and not right, bool(expected) and not right)

    def _quotes(self) -> None:
        gold = [(quote["speaker"], quote["text"]) for quote in self.gold.get("quotes", [])]
        read = [(self.people.name(quote.get("speaker")), quote["text"]) for quote in self.read.get("quotes", [])]
        pairs = matched(gold, read, lambda one, other: float(one[0] == other[0] and same_words(one[1], other[1])))
        self.tallies["quotes"].add(len(pairs), len(read) - len(pairs), len(gold) - len(pairs))

    def _claims(self) -> None:
        gold = Counter(_claim_key(claim) for claim in self.gold.get("claims", []))
        read = Counter(_claim_key(claim) for claim in self.read.get("claims", []))
        hits = sum((gold & read).values())
        self.tallies["claims"].add(hits, sum(read.values()) - hits, sum(gold.values()) - hits)

    def _trips(self) -> None:
        gold, read = self.gold.get("trips", []), self.read.get("trips", [])

        def likeness(one: Table, other: Table) -> float:
            same = one["traveller"] == self.people.name(other["traveller"])
            return float(same and not contradict(one, other))

        pairs = matched(gold, read, likeness)
        self.tallies["trips"].add(len(pairs), len(read) - len(pairs), len(gold) - len(pairs))
        for one, other in pairs:
            right = _ends(one) == _ends(other)
            self.tallies["trip dates"].add(right, not right, not right)


def _ends(dated: Table) -> tuple[Any, Any]:
    return dated.get("start"), dated.get("end")


def _claim_key(claim: Table) -> tuple[str, str]:
    return claim["kind"], "" if claim["kind"] == "first" else fold(str(claim["value"]))


def _same_post(one: Post, other: Post) -> bool:
    """Whether two posts of one person agree, where one may be worded more fully."""
    return one[0] == other[0] and all(a in b or b in a for a, b in zip(one[1:], other[1:], strict=True))
