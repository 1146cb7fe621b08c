"""Who is meant: people of the record by any spelling, any script, surname and title, or id."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from hoedong.errors import AmbiguousName, UnknownName
from hoedong.model.answer import Candidate
from hoedong.model.entity import PersonEntity
from hoedong.names.comparison import Kind, compare_names
from hoedong.names.keys import name_keys
from hoedong.record.identity_rules import exact_key, sound_key, title_key
from hoedong.record.store_view import StoreView

MOST_CANDIDATES = 200
"""People of one name that are looked at."""

SHOWN = 10
"""Candidates that a message lists."""

A_PART = 0.7
"""Score of somebody of whose name the question gives one part: Zuckerberg."""


def find_people(view: StoreView, text: str) -> tuple[Candidate, ...]:
    """Everyone who may be meant, the likeliest first.

    "이재용", "Lee Jae-yong", "이재용 회장", "삼성전자 이 회장" and an id of the record all work.
    """
    by_id = view.person(text.strip())
    if by_id is not None:
        return (Candidate(by_id, 1.0, "id"),)
    for found in _by_steps(view, text.split()):
        if found:
            return _affiliated(view, _in_order(found))
    return ()


def _affiliated(view: StoreView, candidates: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """Candidates with the ids of the organisations where they hold posts."""
    people = view.affiliated(one.person for one in candidates)
    return tuple(replace(one, person=person) for one, person in zip(candidates, people, strict=True))


def the_person(view: StoreView, text: str) -> PersonEntity:
    """The one person who is meant.

    Raises:
        UnknownName: nobody of this name is on record.
        AmbiguousName: several are; the message lists them.
    """
    found = find_people(view, text)
    if not found:
        raise UnknownName(f"nobody on record is called {text!r}; `hoedong search` looks in the texts")
    best = [one for one in found if one.score == found[0].score]
    if len(best) > 1:
        raise AmbiguousName(_listing(text, best))
    return best[0].person


def _by_steps(view: StoreView, words: Sequence[str]) -> Iterator[list[Candidate]]:
    """The ways to understand a name, the most certain first; the first that finds somebody counts."""
    yield _named(view, " ".join(words), ())
    for split in range(len(words) - 1, 0, -1):
        yield _named(view, " ".join(words[:split]), words[split:])
        yield _named(view, " ".join(words[split:]), words[:split])
    for index in range(len(words) - 1):
        rest = (*words[:index], *words[index + 2 :])
        yield _named(view, words[index], (*rest, words[index + 1]))
        yield _titled(view, words[index], words[index + 1], rest)
    yield _sounding(view, " ".join(words), ())
    for split in range(len(words) - 1, 0, -1):
        yield _sounding(view, " ".join(words[:split]), words[split:])
        yield _sounding(view, " ".join(words[split:]), words[:split])


def _named(view: StoreView, name: str, described: Sequence[str]) -> list[Candidate]:
    """People of exactly this name, blanks and case apart, whom the other words describe."""
    people = view.people_named([exact_key(name)], MOST_CANDIDATES)
    return [Candidate(one, 1.0, f"called {name}") for one in people if _is_described(one, described)]


def _titled(view: StoreView, surname: str, title: str, described: Sequence[str]) -> list[Candidate]:
    """People of this surname with this title: 이 회장, 저커버그 CEO."""
    people = view.people_named([title_key(surname, title)], MOST_CANDIDATES)
    return [Candidate(one, 0.95, f"{surname} {title}") for one in people if _is_described(one, described)]


def _sounding(view: StoreView, name: str, described: Sequence[str]) -> list[Candidate]:
    """People with a name that sounds like this one, in whatever script, whom the other words describe."""
    people = view.people_named([sound_key(key) for key in name_keys(name)], MOST_CANDIDATES)
    scored = [(_likeness(name, one), one) for one in people if _is_described(one, described)]
    return [Candidate(one, score, f"sounds like {name}") for score, one in scored if score]


def _likeness(name: str, person: PersonEntity) -> float:
    """How well the best of a person's names agrees with one; 0 where none does."""
    names = {use.name for use in person.names} | {person.latin or person.name}
    found = [compare_names(name, one) for one in names]
    whole = max((one.score for one in found if one.is_match), default=0.0)
    return whole or (A_PART if any(one.kind is Kind.PARTIAL for one in found) else 0.0)


def _is_described(person: PersonEntity, words: Sequence[str]) -> bool:
    """Whether each word is in a title or an organisation of the person."""
    stated = [text for post in person.positions for text in (post.organisation, post.title) if text]
    return all(any(word.casefold() in text.casefold() for text in stated) for word in words)


def _in_order(found: Sequence[Candidate]) -> tuple[Candidate, ...]:
    return tuple(sorted(found, key=lambda one: (-one.score, -one.person.documents, one.person.id)))


def _listing(text: str, found: Sequence[Candidate]) -> str:
    lines = [f"{len(found)} people on record are called {text!r}; name one by its id, or with a title or organisation:"]
    lines += [f"  {one.person.id}  {describe(one.person)}" for one in found[:SHOWN]]
    if len(found) > SHOWN:
        lines.append(f"  and {len(found) - SHOWN} more")
    return "\n".join(lines)


def describe(person: PersonEntity) -> str:
    """One line that tells a person from others of the same name."""
    posts = [" ".join(word for word in (post.organisation, post.title) if word) for post in person.positions[:2]]
    latin = f" ({person.latin})" if person.latin and person.latin != person.name else ""
    plural = "" if person.documents == 1 else "s"
    return f"{person.name}{latin}, {'; '.join(posts) or 'no post stated'}, {person.documents} document{plural}"
