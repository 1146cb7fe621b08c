"""The people of a page, from the names that characters and morphemes betray."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from hoedong.lang.ko.people.candidates import NameCandidates, NamePart, Sighting
from hoedong.lang.ko.people.clusters import Cluster, by_surname, cluster_names, settle_surname
from hoedong.lang.ko.people.discovery import settle
from hoedong.lang.ko.people.lexicons import hanja_surnames
from hoedong.lang.ko.people.mentions_of_organisations import find_organisations
from hoedong.lang.ko.people.posts import positions_of
from hoedong.lang.ko.people.propagation import propagate
from hoedong.lang.ko.people.untitled import find_untitled
from hoedong.model.analysis import Sentence
from hoedong.model.diagnostic import Diagnostic
from hoedong.model.document import Document
from hoedong.model.mention import MentionForm, PersonMention
from hoedong.model.person import Organisation, Person
from hoedong.model.span import Span
from hoedong.model.time import TimeExpression
from hoedong.rules.trace import NO_TRACE, Trace


@dataclass(frozen=True, slots=True)
class PeopleFound:
    """People with their mentions, mentions that nobody could be found for, and organisations; in text order."""

    people: tuple[Person, ...]
    mentions: tuple[PersonMention, ...]
    organisations: tuple[Organisation, ...]
    diagnostics: tuple[Diagnostic, ...]


def find_people(
    document: Document,
    sentences: Sequence[Sentence],
    candidates: NameCandidates,
    times: Sequence[TimeExpression],  # noqa: ARG001 - names were kept off them in the first step
    trace: Trace = NO_TRACE,
) -> PeopleFound:
    """Settle who is who, with the names that only morphemes betray; `sentences` carry their morphemes."""
    text = document.text
    sightings = all_sightings(document, sentences, candidates)
    clusters = cluster_names(text, sightings)
    named = by_surname(clusters)
    unsettled = _settle_surnames(text, sightings, named)
    for sighting in _bare_hanja(document, sightings):
        owner = settle_surname(text, sighting, named)
        if owner is not None:
            owner.add(sighting)
    clusters.sort(key=lambda c: min((s.name.start, s.name.end) for s in c.sightings))
    people = tuple(_person(f"p{number}", cluster) for number, cluster in enumerate(clusters, 1))
    hidden = [s for s in sightings if s.part is NamePart.WITHHELD]
    lost = tuple(PersonMention(s.span, s.extent, MentionForm.NOMINAL, None, s.rule) for s in (*unsettled, *hidden))
    mentions = sorted(
        [m for p in people for m in p.mentions] + list(lost), key=lambda m: (m.span.start, m.span.end, m.rule)
    )
    _tell(trace, mentions, document)
    return PeopleFound(
        people, tuple(mentions), find_organisations(document, people), tuple(map(_diagnostic, unsettled))
    )


def all_sightings(
    document: Document, sentences: Sequence[Sentence], candidates: NameCandidates
) -> tuple[Sighting, ...]:
    """The names that characters and morphemes betray, wherever they stand, in text order."""
    taken = [s.name for s in candidates.sightings]
    fresh = list(find_untitled(document.text, sentences, taken))
    if not fresh:
        return candidates.sightings
    return settle([*candidates.sightings, *fresh, *propagate(document, fresh)])


def _settle_surnames(text: str, sightings: Iterable[Sighting], named: Mapping[str, list[Cluster]]) -> list[Sighting]:
    unsettled = []
    for sighting in sightings:
        if sighting.part is not NamePart.SURNAME:
            continue
        owner = settle_surname(text, sighting, named)
        if owner is None:
            unsettled.append(sighting)
        else:
            owner.add(sighting)
    return unsettled


_HANJA = re.compile(r"[\u3400-\u9fff](?<![\u3400-\u9fff가-힣A-Za-z].)(?![\u3400-\u9fff])")  # the rare sign first


def _bare_hanja(document: Document, sightings: Sequence[Sighting]) -> Iterator[Sighting]:
    r"""尹-펠로시, 李 \"…\": one Hanja for a person of the page, mostly in headlines."""
    taken = {at for s in sightings for at in range(s.name.start, s.name.end)}
    for block in document.blocks:
        if not block.role.is_read:
            continue
        for match in _HANJA.finditer(document.text, block.span.start, block.span.end):
            if match.start() not in taken and match.group() in hanja_surnames():
                name = Span(*match.span())
                yield Sighting(name, name, name, NamePart.SURNAME, "ko.person.hanja-surname")


def _person(identity: str, cluster: Cluster) -> Person:
    ordered = sorted(cluster.sightings, key=lambda s: (s.name.start, s.name.end, s.span.start, s.span.end))
    mentions = tuple(
        PersonMention(
            s.span, s.extent, MentionForm.NOMINAL if s.part is NamePart.SURNAME else MentionForm.NAME, identity, s.rule
        )
        for s in ordered
    )
    latin = next((s.latin for s in ordered if s.latin), None)
    return Person(identity, cluster.name, latin, mentions, positions_of(ordered))


def _diagnostic(sighting: Sighting) -> Diagnostic:
    return Diagnostic(
        "person.title-without-name", "a surname and a title, and nobody of that name on the page", sighting.span
    )


def _tell(trace: Trace, mentions: Iterable[PersonMention], document: Document) -> None:
    for mention in mentions:
        tell = trace.fired if mention.person is not None else trace.missed
        tell("person", mention.rule, mention.span, f"{document[mention.span]} → {mention.person or 'nobody'}")
