"""A file of sources: TOML with a strict form, all of whose mistakes are told at once as `file:line: what is wrong`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from hoedong.errors import WatchFileError
from hoedong.watch.plan import Kind, MailFolder, Plan, Source, Watched, Webhook
from hoedong.watch.plan_form import MAIL, PERIOD, PLAN, REPORT, SOURCE, WEBHOOK, Check
from hoedong.watch.toml_lines import TomlFile

EVERY = "30m"
MOST = 20
_SECONDS = {"m": 60, "h": 3600, "d": 86400}
_SENDER = "hoedong <hoedong@localhost>"


def read_plan(path: Path) -> Plan:
    """Read a file of sources.

    Raises:
        WatchFileError: with every mistake of the file, one `file:line: …` a line.
    """
    file = TomlFile(path)
    if mistakes := list(_mistakes(file)):
        raise WatchFileError("\n".join(mistakes))
    return _plan(file.values, path.parent)


def _mistakes(file: TomlFile) -> Iterator[str]:
    """All mistakes, in the order of the form."""
    yield from _in_table(file, file.values, PLAN)
    if "source" not in file.values:
        yield f"{file.at()}: there is no [[source]]"
    sources = file.values.get("source")
    for index, source in enumerate(sources if isinstance(sources, list) else []):
        yield from _in_source(file, source, index)
    yield from _repeated(file, sources if isinstance(sources, list) else [])
    report = file.values.get("report")
    if isinstance(report, dict):
        yield from _in_table(file, report, REPORT, "report")
        yield from _in_part(file, report, "mail", MAIL, "folder")
        yield from _in_part(file, report, "webhook", WEBHOOK, "url")


def _in_table(
    file: TomlFile, table: Mapping[str, Any], form: Mapping[str, Check], name: str = "", index: int = 0
) -> Iterator[str]:
    """Unknown keys, and values that are not as they must be."""
    for key, value in table.items():
        if key not in form:
            yield f"{file.at(name, index, key)}: {key!r} is not known; allowed are {', '.join(form)}"
        elif wrong := form[key](value):
            yield f"{file.at(name, index, key)}: {key} {wrong}"


def _in_source(file: TomlFile, source: Any, index: int) -> Iterator[str]:
    if not isinstance(source, dict):
        return
    yield from _in_table(file, source, SOURCE, "source", index)
    if len(_kinds(source)) != 1:
        yield f"{file.at('source', index)}: a source has one of {', '.join(Kind)}, with its address"


def _kinds(source: Mapping[str, Any]) -> list[Kind]:
    return [kind for kind in Kind if kind in source]


def _repeated(file: TomlFile, sources: list[Any]) -> Iterator[str]:
    """Sources of one address, which would be visited twice."""
    first: dict[str, int] = {}
    for index, source in enumerate(sources):
        for kind in _kinds(source) if isinstance(source, dict) else []:
            url = str(source[kind])
            if first.setdefault(url, index) != index:
                yield f"{file.at('source', index, kind)}: {url} is a source already"


def _in_part(
    file: TomlFile, report: Mapping[str, Any], part: str, form: Mapping[str, Check], required: str
) -> Iterator[str]:
    table = report.get(part)
    if isinstance(table, dict):
        yield from _in_table(file, table, form, f"report.{part}")
        if required not in table:
            yield f"{file.at(f'report.{part}')}: {required} is missing"


def _plan(values: Mapping[str, Any], folder: Path) -> Plan:
    every, report = values.get("every", EVERY), values.get("report", {})
    return Plan(
        sources=tuple(_source(one, every) for one in values["source"]),
        watched=(
            *(Watched((name,)) for name in values.get("people", ())),
            *(Watched(tuple(pair)) for pair in values.get("pairs", ())),
        ),
        contact=values.get("contact"),
        jsonl=folder / report["jsonl"] if "jsonl" in report else None,
        mail=_mail(report["mail"], folder) if "mail" in report else None,
        webhook=Webhook(**report["webhook"]) if "webhook" in report else None,
    )


def _source(values: Mapping[str, Any], every: str) -> Source:
    (kind,) = _kinds(values)
    url = values[kind]
    return Source(
        name=values.get("name", url),
        kind=kind,
        url=url,
        every=seconds(values.get("every", every)),
        links=tuple(values.get("links", ())),
        most=values.get("most", MOST),
    )


def _mail(values: Mapping[str, Any], folder: Path) -> MailFolder:
    return MailFolder(folder / values["folder"], values.get("from", _SENDER), values.get("to"))


def seconds(period: str) -> float:
    """The length of a period.

    >>> seconds("15m")
    900.0
    """
    match = PERIOD.fullmatch(period)
    if match is None:
        raise ValueError(f"{period!r} is no period")
    return float(int(match[1]) * _SECONDS[match[2]])
