"""The state of the record: documents with their versions, what was not understood, judgements."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from hoedong.export.entry_grid import Row, add_rows, entry_grid, heading, padded, remark
from hoedong.export.record_wording import counted, day_words, outlet_words
from hoedong.model.account import RecordedDocument
from hoedong.model.answer import Check
from hoedong.model.diagnostic import Diagnostic
from hoedong.model.judgement import Judgement

_AROUND = 24
"""Code points beside the words that were not understood."""
_MEGABYTE = 1_000_000


def document_list(pages: Sequence[Sequence[RecordedDocument]]) -> RenderableType:
    """Pages, each as its versions in order of arrival; the latest is told in full, earlier ones by their ids."""
    if not pages:
        return remark("no document on record")
    grid = entry_grid()
    for versions in pages:
        grid.add_row("", Text(day_words(versions[-1].published), style="bold"), _page(versions))
    return Group(padded(grid), remark(counted(len(pages), "page")))


def _page(versions: Sequence[RecordedDocument]) -> Text:
    latest = versions[-1]
    text = Text(latest.title or latest.source or latest.id, style="bold")
    text.append(f"\n{latest.id}, {outlet_words(latest)}, {latest.lang}", style="not bold dim")
    for earlier in versions[-2::-1]:
        text.append(f"\nbefore: {earlier.id}, added {earlier.added[:10]}", style="not bold dim")
    return text


def check_page(check: Check) -> RenderableType:
    """How much the record holds, what was not understood, and what wants to be looked after."""
    return Group(*_checked(check))


def _checked(check: Check) -> Iterator[RenderableType]:
    size = f"{check.size / _MEGABYTE:,.1f} MB"
    yield remark(f"{counted(check.documents, 'document')}, {counted(check.judgements, 'judgement')}, {size}")
    yield Text()
    if check.diagnostics:
        yield heading("Not understood (`hoedong check --code CODE` shows where)")
        yield Padding(_diagnostics(check), (0, 1, 1, 3))
    yield from _troubles(check)


def _diagnostics(check: Check) -> Table:
    table = Table.grid(padding=(0, 2))
    for code, severity, count in check.diagnostics:
        table.add_row(Text(f"{count:,}", justify="right"), code, Text(severity, style="dim"))
    return table


def _troubles(check: Check) -> Iterator[RenderableType]:
    for broken in check.broken or ():
        yield Padding(Text(f"broken: {broken}; restore a backup", style="red"), (0, 1))
    if check.is_stale:
        yield Padding(Text("derived by other rules of resolution: run `hoedong rebuild`", style="yellow"), (0, 1))
    if check.orphans:
        words = f"{counted(len(check.orphans), 'judgement')} about nothing on record: `hoedong judgements orphans`"
        yield Padding(Text(words, style="yellow"), (0, 1))
    if not (check.broken or check.is_stale or check.orphans):
        yield remark("nothing is broken")


def diagnostic_list(
    found: Sequence[tuple[str, Diagnostic]], documents: Mapping[str, RecordedDocument]
) -> RenderableType:
    """Each place that was not understood, with its words."""
    if not found:
        return remark("no such diagnostic on record; `hoedong check` lists the codes")
    grid = entry_grid()
    for document, diagnostic in found:
        grid.add_row("", Text(diagnostic.severity, style="bold"), _diagnostic(documents.get(document), diagnostic))
    return Group(padded(grid), remark(counted(len(found), "place")))


def _diagnostic(page: RecordedDocument | None, diagnostic: Diagnostic) -> Text:
    text = Text(". ".join(words for words in (diagnostic.message, diagnostic.hint) if words))
    if page is not None and diagnostic.span is not None:
        start, end = diagnostic.span
        before, after = page.text[max(0, start - _AROUND) : start], page.text[end : end + _AROUND]
        text.append(f"\n…{_one_line(before)}", style="dim").append(_one_line(page[diagnostic.span]), style="italic")
        text.append(f"{_one_line(after)}… [{start}:{end}]", style="dim")
    if page is not None:
        text.append(f"\ndocument {page.id}, {outlet_words(page)}", style="dim")
    return text


def _one_line(words: str) -> str:
    return words.replace("\n", " ")


def judgement_list(judgements: Sequence[Judgement], standing: Iterable[str]) -> RenderableType:
    """Judgements in order of moment; those whose ids are not among `standing` were undone."""
    if not judgements:
        return remark("no judgement on record")
    ids, grid = frozenset(standing), entry_grid()
    for judgement in judgements:
        grid.add_row("", Text(judgement.created[:10], style="bold"), _judged(judgement))
        add_rows(grid, _judgement_details(judgement, is_standing=judgement.id in ids))
    return Group(padded(grid), remark(counted(len(judgements), "judgement")))


def _judged(judgement: Judgement) -> Text:
    """What was decided: person same p1 p2; encounter set_value e1 date = 2024-06-11."""
    parts = [judgement.subject, judgement.verb, judgement.retracts or judgement.left]
    if judgement.retracts is None and judgement.right:
        parts.append(judgement.right)
    text = Text(" ".join(parts), style="bold")
    return text.append(f" {judgement.property} = {judgement.value}" if judgement.property else "")


def _judgement_details(judgement: Judgement, *, is_standing: bool) -> Iterator[Row]:
    if judgement.reason:
        yield "because", Text(judgement.reason)
    undone = "" if is_standing else ", undone"
    yield "by", Text(f"{judgement.user}, {judgement.id}{undone}", style="dim")
