"""Writes one synthetic page sentence by sentence and keeps the reading of it, spans and all."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Sequence

from hoedong.model.claim import Claim, ClaimKind
from hoedong.model.document import Block, BlockRole, Document
from hoedong.model.encounter import EncounterReport, Mode, Status, When, Where
from hoedong.model.evidence import Evidence
from hoedong.model.mention import MentionForm, OrganisationMention, PersonMention
from hoedong.model.person import Organisation, Person, Position, PositionStatus
from hoedong.model.quotation import Quotation
from hoedong.model.reading import Reading
from hoedong.model.span import Span
from hoedong.model.time import DateInterval, PartialDate, Publication, PublicationBasis
from hoedong.model.trip import Trip
from synthetic_world import City, Figure, World

RULE = "synthetic"
QUOTED, CLAIMED, TITLED, AFFILIATED, LAST_NAME = 0.5, 0.06, 0.95, 0.85, 0.15
_ENDINGS = {
    Status.HELD: "만났다", Status.PLANNED: "만날 예정이다", Status.NOT_HELD: "만나지 못했다", Status.UNCONFIRMED: "만난 것으로 알려졌다",
}  # fmt: skip


class PageWriter:
    """A page in the making."""

    def __init__(self, world: World, name: str, day: dt.date, chance: random.Random) -> None:
        self._world, self._name, self._chance = world, name, chance
        self._published = PartialDate.of(day)
        self._outlet = world.outlets.draw(chance)
        self._text, self._length = list[str](), 0
        self._blocks: list[Block] = []
        self._people: dict[int, Person] = {}
        self._firms: dict[str, Organisation] = {}
        self._encounters: list[EncounterReport] = []
        self._quotes: list[Quotation] = []
        self._claims: list[Claim] = []
        self._trips: list[Trip] = []

    def headline(self, hero: Figure) -> None:
        """The headline names the person of the story."""
        start = self._length
        self._mention(hero)
        self._write(f", {self._filler(4)}")
        self._end_block(start, BlockRole.HEADLINE)

    def encounter(
        self,
        principals: Sequence[Figure],
        attendees: Sequence[Figure],
        *,
        when: DateInterval | None,
        city: City | None,
        topic: str | None,
        mode: Mode,
        status: Status,
    ) -> None:
        """A paragraph that tells of one encounter."""
        start = self._length
        met = self._list(principals)
        sat_in = self._list(attendees)
        place = (self._write(city.name),) if city else ()
        about = (self._write(topic),) if topic else ()
        self._write(f" {when.edtf if when else ''} {_ENDINGS[status]}.")
        evidence = (Evidence(Span(start, self._length), RULE),)
        where = Where(place, city.name if city else None, city.country if city else None)
        id_ = f"e{len(self._encounters) + 1}"
        self._encounters.append(
            EncounterReport(
                id_, mode, status, met, sat_in, (), When(when), where, about, evidence, (RULE,), confidence=0.8
            )
        )
        self._quote(met[0], id_)
        self._write(f" {self._filler(12)}.")
        self._end_block(start, BlockRole.PARAGRAPH)

    def trip(self, traveller: Figure, day: dt.date, city: str) -> None:
        """A sentence on a journey."""
        start = self._length
        who = self._mention(traveller)
        place = self._write(city)
        self._write(" 출장길에 올랐다.")
        end = PartialDate.of(day + dt.timedelta(days=5))
        evidence = (Evidence(Span(start, self._length), RULE),)
        self._trips.append(Trip(who, PartialDate.of(day), end, (place,), evidence))
        self._end_block(start, BlockRole.PARAGRAPH)

    def closing(self, pair: Sequence[Figure]) -> None:
        """Words that say nothing, and now and then a claim of how often two met."""
        start = self._length
        self._write(f"{self._filler(30)}.")
        if self._chance.random() < CLAIMED:
            people = self._list(pair)
            self._write("이번이 세 번째 만남이다.")
            self._claims.append(Claim(ClaimKind.COUNT, people, 3, (Evidence(Span(start, self._length), RULE),)))
        self._end_block(start, BlockRole.PARAGRAPH)

    def reading(self) -> Reading:
        """The page, read."""
        text = "".join(self._text)
        publication = Publication(self._published, PublicationBasis.GIVEN)
        title = text[slice(*self._blocks[0].span)]
        page = Document(
            self._name, text, "ko", tuple(self._blocks), None, title, self._outlet, None, publication=publication
        )
        return Reading(
            page,
            tuple(self._people.values()),
            tuple(self._firms.values()),
            tuple(self._encounters),
            tuple(self._trips),
            tuple(self._quotes),
            tuple(self._claims),
        )

    def _write(self, words: str) -> Span:
        span = Span(self._length, self._length + len(words))
        self._text += (words, " ")
        self._length += len(words) + 1
        return span

    def _end_block(self, start: int, role: BlockRole) -> None:
        self._blocks.append(Block(role, Span(start, self._length - 1)))
        self._text[-1] = "\n"

    def _filler(self, count: int) -> str:
        return " ".join(self._world.words.draw(self._chance) for _ in range(count))

    def _list(self, people: Sequence[Figure]) -> tuple[str, ...]:
        return tuple(self._mention(one) for one in people)

    def _quote(self, speaker: str, encounter: str) -> None:
        if self._chance.random() < QUOTED:
            self._write("“")
            self._quotes.append(Quotation(self._write(self._filler(6)), speaker, None, RULE, encounter))
            self._write("”라고 말했다.")

    def _mention(self, figure: Figure) -> str:
        """Name a person: with post where they are new to the page."""
        known = self._people.get(figure.rank)
        if known is not None:
            self._write(known.name)
            return known.id
        id_ = f"p{len(self._people) + 1}"
        is_short = figure.latin is not None and self._chance.random() < LAST_NAME
        name = figure.last if is_short else figure.name
        span = self._write(name)
        latin = figure.latin if not is_short and self._chance.random() < 0.5 else None
        mention = PersonMention(span, span, MentionForm.NAME, id_, RULE)
        self._people[figure.rank] = Person(id_, name, latin, (mention,), self._posts(figure, span))
        return id_

    def _posts(self, figure: Figure, span: Span) -> tuple[Position, ...]:
        title = figure.title if self._chance.random() < TITLED else None
        firm = figure.organisation if self._chance.random() < AFFILIATED else None
        if firm is not None and firm not in self._firms:
            at = self._write(firm)
            id_ = f"o{len(self._firms) + 1}"
            self._firms[firm] = Organisation(id_, firm, (OrganisationMention(at, id_, RULE),))
        if title:
            self._write(title)
        return (Position(firm, title, PositionStatus.CURRENT, (span,), RULE),) if title or firm else ()
