"""Forms of one given name: Bill for William, 토니 for 앤서니."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from hoedong.names.table import table_rows


@cache
def _groups() -> Mapping[str, tuple[frozenset[str], ...]]:
    table: dict[str, list[frozenset[str]]] = {}
    for row in table_rows("given_names"):
        latin = (row["name"], *row["short"].split())
        group = frozenset((*(form.lower() for form in latin), *row["hangul"].split()))
        for form in group:
            table.setdefault(form, []).append(group)
    return {form: tuple(groups) for form, groups in table.items()}


@cache
def _full_forms() -> Mapping[str, tuple[str, ...]]:
    table: dict[str, list[str]] = {}
    for row in table_rows("given_names"):
        for form in (*row["short"].split(), *row["hangul"].split()):
            table.setdefault(form.lower(), []).append(row["name"].lower())
    return {form: tuple(names) for form, names in table.items()}


def full_forms(given: str) -> tuple[str, ...]:
    """The full names that a form stands for: "bill" is ("william",); none for a full name itself."""
    return _full_forms().get(given, ())


def are_forms_of_one(one: str, other: str) -> bool:
    """Whether two given names are forms of one name; two short forms need a full name in common.

    >>> are_forms_of_one("bill", "william"), are_forms_of_one("토니", "antony"), are_forms_of_one("재용", "jay")
    (True, True, False)
    """
    return any(other in group for group in _groups().get(one, ()))
