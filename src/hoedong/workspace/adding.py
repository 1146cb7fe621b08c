"""Sources → the record: what is there already is not read again, what is new is kept in small transactions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from hoedong.extract.gate import is_gated
from hoedong.ingest.formats.composed import is_partial
from hoedong.ingest.source import SourceItem, SourceProblem
from hoedong.ingest.text import freeze_text
from hoedong.model.reading import Reading
from hoedong.model.time import PartialDate
from hoedong.record.codec import decode_value, encode_value
from hoedong.record.ids import document_id
from hoedong.record.record import Entry, Outcome, Record
from hoedong.workspace.intake import Given, Intake, clean_url, current_run, intake_of, page_name, read_intake

AT_ONCE = 20
"""Documents that are kept in one transaction while a corpus is added: what a loss of power makes one add again."""


@dataclass(frozen=True, slots=True)
class Added:
    """What became of one document; `document` is its id in the record."""

    document: str
    outcome: Outcome
    source: str
    reading: Reading | None = None


def add_items(
    record: Record, items: Iterator[SourceItem | SourceProblem], given: Given, *, gate: bool = False
) -> Iterator[Added | SourceProblem]:
    """Read items and keep them; each is told once it is safely on disk, in the order in which they came.

    With `gate`, a page that can tell of no encounter is left at its text; without it, one that was so left is read.
    """
    while chunk := list(islice(items, AT_ONCE)):
        found = [
            item if isinstance(item, SourceProblem) else _entry_or_known(record, item, given, gate=gate)
            for item in chunk
        ]
        added = iter(add_entries(record, [one for one in found if isinstance(one, Entry)]))
        yield from (next(added) if isinstance(one, Entry) else one for one in found)


def add_entries(record: Record, entries: Sequence[Entry]) -> list[Added]:
    """Keep readings in one transaction."""
    outcomes = record.add(entries) if entries else ()
    return [
        Added(entry.id, outcome, entry.reading.document.source or "", entry.reading)
        for entry, outcome in zip(entries, outcomes, strict=True)
    ]


def _entry_or_known(record: Record, item: SourceItem, given: Given, *, gate: bool) -> Entry | Added | SourceProblem:
    try:
        known = _known(record, item, given, gate=gate) or _known_whole(record, item, given)
        return known or entry_of(item, given, gate=gate)
    except Exception as error:  # noqa: BLE001 - the border of a batch: one bad article must not end the run
        where = f"{item.source} ({item.id})" if item.id else item.source
        return SourceProblem("source.failed", where, f"could not be read: {error!r}")


def entry_of(item: SourceItem, given: Given, *, gate: bool = False) -> Entry:
    """Read an item: what the record keeps of it, but nothing is kept yet."""
    intake, name = intake_of(item, given), page_name(item, given)
    reading = read_intake(item.text, intake, gate=gate)
    return Entry(reading, current_run(), name.key, name.name, name.url, encode_value(intake))


def _known(record: Record, item: SourceItem, given: Given, *, gate: bool) -> Added | None:
    """A document that is there already, read by these rules and as far as asked, with nothing new said of its day."""
    store = record.store
    id_ = document_id(page_name(item, given).name, freeze_text(item.text)[0])
    number = store.ledger.number(id_)
    stored = store.ledger.reading(number) if number is not None and store.documents.is_current(number) else None
    if stored is None or stored.run != current_run().id or (is_gated(stored.reading) and not gate):
        return None
    stated = given.published or (PartialDate.parse(item.published) if item.published else None)
    if stated not in (None, stored.reading.document.publication.value):
        return None
    return Added(id_, Outcome.UNCHANGED, item.source, stored.reading)


def _known_whole(record: Record, item: SourceItem, given: Given) -> Added | None:
    """The whole article, where of its page only a part is given now: a lead must not pass for its newer version."""
    key = page_name(item, given).key if is_partial(item.diagnostics) else None
    if key is None:
        return None
    ledger = record.store.ledger
    for version in ledger.versions(key):
        number = ledger.number(version.id)
        if number is None or not record.store.documents.is_current(number):
            continue
        stored = ledger.reading(number)
        if stored is not None and not is_partial(stored.reading.diagnostics):
            return Added(version.id, Outcome.UNCHANGED, item.source, stored.reading)
    return None


def read_again(record: Record) -> Iterator[Added]:
    """Read every text again that other rules have read; earlier readings stay in the ledger."""
    ledger, run = record.store.ledger, current_run()
    pages = iter([page for page in ledger.pages() if record.store.documents.is_current(page.number)])
    while chunk := list(islice(pages, AT_ONCE)):
        entries = [entry for page in chunk if (entry := _entry_again(record, page.number, page.id)) is not None]
        yield from add_entries(record, [entry for entry in entries if entry.run == run])


def _entry_again(record: Record, number: int, id_: str) -> Entry | None:
    stored, document = record.store.ledger.reading(number), record.store.ledger.document(id_)
    if stored is None or document is None or stored.run == current_run().id or not stored.intake:
        return None
    intake = decode_value(Intake, stored.intake)
    reading = read_intake(document.text, intake, gate=is_gated(stored.reading))
    return Entry(
        reading, current_run(), document.key, clean_url(document.url) or intake.id, document.url, stored.intake
    )
