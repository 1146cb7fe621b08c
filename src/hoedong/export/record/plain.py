"""Nouns of the model as plain JSON values, field by field in the order in which the model declares them."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from hoedong.export.record.pages import Pages
from hoedong.model.account import Citation
from hoedong.model.time import DateInterval, PartialDate

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

Json = dict[str, Any]
_AS_THEY_ARE = frozenset((str, int, bool, type(None)))


class Plain:
    """Turns nouns into JSON: dates as EDTF, citations with the words they point at."""

    def __init__(self, pages: Pages) -> None:
        self._pages = pages

    def table(self, noun: DataclassInstance) -> Json:
        """A noun as one JSON object."""
        return {field.name: self.value(getattr(noun, field.name)) for field in fields(noun)}

    def value(self, value: object) -> Any:
        """Any value of a noun."""
        if type(value) in _AS_THEY_ARE:  # most values by far, and the tests below take longer than all the rest
            return value
        match value:
            case StrEnum() | PartialDate():
                return str(value)
            case DateInterval():
                return value.edtf
            case float():
                return round(value, 4)
            case tuple():
                return [self.value(item) for item in value]
            case Citation():
                return self._citation(value)
            case _ if is_dataclass(value) and not isinstance(value, type):
                return self.table(value)
            case _:
                return value

    def _citation(self, citation: Citation) -> Json:
        start, end = citation.span
        return {
            "document": citation.document,
            "start": start,
            "end": end,
            "text": self._pages.exact(citation),
            "rule": citation.rule,
        }
