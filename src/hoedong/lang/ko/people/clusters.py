"""Which sightings are of the same person."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from hoedong.lang.ko.people.candidates import NamePart, Sighting
from hoedong.lang.ko.people.lexicons import hanja_surnames, words
from hoedong.lang.ko.people.shapes import hanja_name_surname, surname_of
from hoedong.lang.ko.people.titles import read_title
from hoedong.names.hanja import same_sound, soften


@dataclass(slots=True)
class Cluster:
    """Everything seen of one person; `name` is the fullest form, `titles` all titles stated of the person."""

    name: str
    sightings: list[Sighting] = field(default_factory=list)
    titles: list[str] = field(default_factory=list)

    def add(self, sighting: Sighting) -> None:
        """Take in one more sighting."""
        self.sightings.append(sighting)
        if sighting.title:
            self.titles.append(sighting.title)
        self.titles.extend(post.title for post in sighting.posts)

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
        if len(self.parts) > 1:
            return next((part for part in (self.parts[-1], self.parts[0]) if len(part) == 1), None)
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
    parts.sort(key=lambda s: s.name)
    _merge_shorter(clusters)
    _merge_hanja(clusters)
    _merge_explained(text, clusters)
    for sighting in parts:
        name = text[sighting.name.start : sighting.name.end]
        owner = clusters.get(name) or _owner_of_part(name, sighting, list(clusters.values()))
        if owner is None:
            owner = clusters.setdefault(name, Cluster(name))
        owner.add(sighting)
    return list(clusters.values())


def _parts_of_longer(clusters: dict[str, Cluster]) -> list[Sighting]:
    """오바마 has the shape of a Korean name, but where 버락 오바마 is named it is a part of that name."""
    many = {part for name in clusters if " " in name for part in name.split()}
    return [s for name in sorted(many & clusters.keys()) for s in clusters.pop(name).sightings]


def _merge_shorter(clusters: dict[str, Cluster]) -> None:
    """무함마드 빈 살만 and 무함마드 빈 살만 알사우드 are one, as are 쩐 꾸옥 훙 and 쩐꾸옥훙."""
    for name in sorted(clusters, key=len):
        if name not in clusters or len(name.split()) == 1 and len(name) < 4:
            continue
        longer = [other for other in clusters if other != name and _extends(other, name)]
        if len(longer) == 1:
            for sighting in clusters.pop(name).sightings:
                clusters[longer[0]].add(sighting)


def _merge_hanja(clusters: dict[str, Cluster]) -> None:
    """A name in Hanja is the person whose Hangul name it spells."""
    for name in [n for n in clusters if hanja_name_surname(n) is not None]:
        owner = next((other for other in clusters if other != name and same_sound(name, other)), None)
        if owner is not None:
            _absorb(clusters, owner, name)


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


def _absorb(clusters: dict[str, Cluster], owner: str, name: str) -> None:
    for sighting in clusters.pop(name).sightings:
        clusters[owner].add(sighting)


def _extends(longer: str, shorter: str) -> bool:
    if longer.replace(" ", "") == shorter.replace(" ", ""):
        return len(longer) > len(shorter)
    many = shorter.split()
    return (
        len(many) > 1
        and len(longer) > len(shorter)
        and (longer.startswith(f"{shorter} ") or longer.endswith(f" {shorter}"))
    )


def _owner_of_part(name: str, sighting: Sighting, clusters: Sequence[Cluster]) -> Cluster | None:
    owners = [c for c in clusters if len(c.parts) > 1 and name in c.parts]
    if len(owners) > 1 and sighting.title:
        titled = [c for c in owners if title_match(sighting.title, c.titles) >= 2]
        owners = titled or owners
    before = [c for c in owners if c.sightings[0].name < sighting.name]
    return max(before, key=lambda c: _latest(c, sighting), default=owners[0] if owners else None)


def _latest(cluster: Cluster, sighting: Sighting) -> int:
    return max((s.name.start for s in cluster.sightings if s.name < sighting.name), default=-1)


def title_match(title: str, titles: Sequence[str]) -> int:
    """How well a title fits the titles of a person: 3 same, 2 shortened, 1 none known, 0 another."""
    if not titles:
        return 1
    heads = [read_title(word) for word in title.split()[-1:]]
    wanted = heads[0].title if heads and heads[0] is not None else title
    best = 0
    for own in titles:
        bare = own.split("(")[0]
        if bare == title or bare.endswith(" " + title) or title in own.replace("(", " ").replace(")", " ").split():
            return 3
        if bare.endswith(wanted) or title.endswith(bare):
            best = max(best, 2 if not bare.endswith(("부" + wanted, "차" + wanted)) else 1)
    return best


def settle_surname(text: str, sighting: Sighting, clusters: Sequence[Cluster]) -> Cluster | None:
    """The person whom a surname with a title means (이 회장), None where nobody fits."""
    written = text[sighting.name.start : sighting.name.end]
    surname = hanja_surnames().get(written, written)
    owners = [c for c in clusters if c.surname is not None and _same(c.surname, surname, written)]
    scored = [(title_match(sighting.title or "", c.titles), c) for c in owners]
    fitting = [(score, c) for score, c in scored if score > 0]
    if not fitting:
        sure = len(owners) == 1 and written not in words("phrase_breakers", "form") and written not in "전한현고양주신"
        return owners[0] if sure else None
    return max(fitting, key=lambda pair: (pair[0], _latest(pair[1], sighting)))[1]


def _same(own: str, surname: str, written: str) -> bool:
    if own == surname:
        return True
    return written != surname and soften(own) == soften(surname)
