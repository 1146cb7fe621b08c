"""Which sightings are of the same person."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from hoedong.lang.ko.people.candidates import NamePart, Sighting
from hoedong.lang.ko.people.lexicons import hanja_surnames, words
from hoedong.lang.ko.people.shapes import hanja_name_surname, surname_of
from hoedong.lang.ko.people.titles import read_title
from hoedong.names.hanja import read_hanja, soften

_GIVEN_NAME = 2
_ADDRESSES = frozenset(("씨", "양", "군"))
_ALSO_WORDS = "전한현고양주신이"  # surnames that are everyday words before a title: 전 회장, 이 회장


@dataclass(slots=True)
class Cluster:
    """Everything seen of one person; `name` is the fullest form, `titles` all titles stated of the person."""

    name: str
    sightings: list[Sighting] = field(default_factory=list)
    titles: dict[str, None] = field(default_factory=dict)
    starts: list[int] = field(default_factory=list)

    def add(self, sighting: Sighting) -> None:
        """Take in one more sighting."""
        self.sightings.append(sighting)
        insort(self.starts, sighting.name.start)
        if sighting.title:
            self.titles[sighting.title] = None
        self.titles.update(dict.fromkeys(post.title for post in sighting.posts))

    def latest_before(self, offset: int) -> int:
        """Where the person was last named before an offset, -1 where nowhere."""
        at = bisect_left(self.starts, offset)
        return self.starts[at - 1] if at else -1

    @property
    def is_addressed(self) -> bool:
        """Whether the person is only spoken of with 씨, 양 or 군."""
        return bool(self.titles) and self.titles.keys() <= _ADDRESSES

    @property
    def parts(self) -> tuple[str, ...]:
        """The words of the name."""
        return tuple(self.name.split())

    @property
    def surname(self) -> str | None:
        """The Korean surname, or the one syllable by which a foreigner is named (젠슨 황: 황)."""
        hanja = hanja_name_surname(self.name)
        if hanja is not None:
            return hanja
        parts = self.parts
        if len(parts) > 1:
            return next((part for part in (parts[-1], parts[0]) if len(part) == 1), None)
        return surname_of(self.name) or (self.name[0] if 2 <= len(self.name) <= 4 else None)


def cluster_names(text: str, sightings: Iterable[Sighting]) -> list[Cluster]:
    """Put full names and parts of names together; surnames alone are settled later."""
    clusters: dict[str, Cluster] = {}
    parts: list[Sighting] = []
    for sighting in sightings:
        name = text[sighting.name.start : sighting.name.end]
        if sighting.part is NamePart.FULL:
            clusters.setdefault(name, Cluster(name)).add(sighting)
        elif sighting.part is NamePart.PART:
            parts.append(sighting)
    parts += _parts_of_longer(clusters)
    _merge_shorter(clusters)
    _merge_hanja(clusters)
    _merge_explained(text, clusters)
    _merge_given(clusters)
    _place_parts(text, sorted(parts, key=lambda s: (s.name.start, s.name.end)), clusters)
    return list(clusters.values())


def _place_parts(text: str, parts: Iterable[Sighting], clusters: dict[str, Cluster]) -> None:
    owners: defaultdict[str, list[Cluster]] = defaultdict(list)
    for cluster in clusters.values():
        for part in set(cluster.parts) if " " in cluster.name else ():
            owners[part].append(cluster)
    for sighting in parts:
        name = text[sighting.name.start : sighting.name.end]
        owner = clusters.get(name) or _owner_of_part(sighting, owners.get(name, ()))
        if owner is None:
            owner = clusters.setdefault(name, Cluster(name))
        owner.add(sighting)


def _parts_of_longer(clusters: dict[str, Cluster]) -> list[Sighting]:
    """오바마 has the shape of a Korean name, but where 버락 오바마 is named it is a part of that name."""
    many = {part for name in clusters if " " in name for part in name.split()}
    return [s for name in sorted(many & clusters.keys()) for s in clusters.pop(name).sightings]


def _merge_shorter(clusters: dict[str, Cluster]) -> None:
    """무함마드 빈 살만 and 무함마드 빈 살만 알사우드 are one, as are 쩐 꾸옥 훙 and 쩐꾸옥훙."""
    longer: defaultdict[str, list[str]] = defaultdict(list)
    for name in clusters:
        parts = name.split()
        for form in {" ".join(parts[:size]) for size in range(2, len(parts))} | {
            " ".join(parts[-size:]) for size in range(2, len(parts))
        }:
            longer[form].append(name)
        if len(parts) > 1:
            longer["".join(parts)].append(name)
    for name in sorted(clusters, key=lambda n: (len(n), n)):
        others = [other for other in longer.get(name, ()) if other in clusters and other != name]
        if len(others) == 1:
            _absorb(clusters, others[0], name)


def _merge_hanja(clusters: dict[str, Cluster]) -> None:
    """A name in Hanja is the person whose Hangul name it spells."""
    sounds = {_sound(name): name for name in clusters if hanja_name_surname(name) is None}
    for name in [n for n in clusters if hanja_name_surname(n) is not None]:
        read = read_hanja(name)
        owner = sounds.get(read or "") or sounds.get("김" + read[1:] if read and read[0] == "금" else "")
        if owner is not None:
            _absorb(clusters, owner, name)


def _sound(name: str) -> str:
    return soften(name[0]) + name[1:]


def _merge_explained(text: str, clusters: dict[str, Cluster]) -> None:
    """가나 다로(…): a name in the bracket after another is the same person's."""
    ends = {s.name.end: name for name, cluster in clusters.items() for s in cluster.sightings}
    for name in list(clusters):
        for sighting in clusters[name].sightings:
            opening = sighting.name.start - 1
            owner = ends.get(opening) if text[opening : opening + 1] == "(" else None
            if owner is not None and owner != name and owner in clusters:
                _absorb(clusters, owner, name)
                break


def _merge_given(clusters: dict[str, Cluster]) -> None:
    """가온 씨 is 김가온 where the page names one person so: those of a family are told apart by the given name."""
    for name in [name for name in clusters if len(name) == _GIVEN_NAME and clusters[name].is_addressed]:
        owners = [other for other in clusters if len(other) == _GIVEN_NAME + 1 and other.endswith(name)]
        if len(owners) == 1 and surname_of(owners[0]) == owners[0][0]:
            _absorb(clusters, owners[0], name)


def _absorb(clusters: dict[str, Cluster], owner: str, name: str) -> None:
    for sighting in clusters.pop(name).sightings:
        clusters[owner].add(sighting)


def _owner_of_part(sighting: Sighting, owners: Sequence[Cluster]) -> Cluster | None:
    if len(owners) > 1 and sighting.title:
        titled = [c for c in owners if title_match(sighting.title, c.titles) >= 2]
        owners = titled or owners
    return max(owners, key=lambda c: c.latest_before(sighting.name.start), default=None)


def title_match(title: str, titles: Iterable[str]) -> int:
    """How well a title fits the titles of a person: 3 same, 2 shortened, 1 none known or a deputy's, 0 another."""
    last = title.split()[-1:]
    head = read_title(last[0]) if last else None
    wanted = head.title if head is not None else title
    scores = [_one_match(title, wanted, own) for own in titles]
    return max(scores, default=1)


def _one_match(title: str, wanted: str, own: str) -> int:
    bare = own.split("(", maxsplit=1)[0]
    if bare == title or bare.endswith(" " + title) or title in own.replace("(", " ").replace(")", " ").split():
        return 3
    if not bare.endswith(wanted) and not title.endswith(bare):
        return 0
    return 1 if bare.endswith(("부" + wanted, "차" + wanted)) else 2


def by_surname(clusters: Iterable[Cluster]) -> Mapping[str, list[Cluster]]:
    """The people of a page by surname, 리 and 이 together."""
    people: defaultdict[str, list[Cluster]] = defaultdict(list)
    for cluster in clusters:
        if cluster.surname is not None:
            people[soften(cluster.surname)].append(cluster)
    return people


def settle_surname(text: str, sighting: Sighting, people: Mapping[str, list[Cluster]]) -> Cluster | None:
    """The person whom a surname with a title means (이 회장), None where nobody fits."""
    written = text[sighting.name.start : sighting.name.end]
    surname = hanja_surnames().get(written, written)
    owners = people.get(soften(surname), [])
    if written == surname:
        owners = [c for c in owners if c.surname == surname]
    scored = [(title_match(sighting.title, c.titles) if sighting.title else 1, c) for c in owners]
    fitting = [(score, c) for score, c in scored if score > 0]
    if not fitting:
        return owners[0] if len(owners) == 1 and _is_name_only(written) else None
    return max(fitting, key=lambda pair: (pair[0], pair[1].latest_before(sighting.name.start)))[1]


def _is_name_only(surname: str) -> bool:
    return surname not in _ALSO_WORDS and surname not in words("phrase_breakers", "form")
