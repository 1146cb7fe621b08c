"""A page value as JSON: the same facts as the page, under the names of its fields."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from enum import StrEnum
from typing import Any

from hoedong.model.span import Span
from hoedong.model.time import DateInterval, PartialDate


def json_value(value: object) -> Any:
    """Any value of a page: dates as EDTF, spans as two offsets (code points, half open), nouns as objects."""
    match value:
        case StrEnum() | PartialDate() | dt.date():
            return str(value)
        case DateInterval():
            return value.edtf
        case Span():
            return [value.start, value.end]
        case Mapping():
            return {str(key): json_value(item) for key, item in value.items()}
        case tuple() | list():
            return [json_value(item) for item in value]
        case _ if is_dataclass(value) and not isinstance(value, type):
            return {field.name: json_value(getattr(value, field.name)) for field in fields(value)}
        case _:
            return value
