"""The form of a file of sources: which keys each table may have, and what their values must be."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from hoedong.errors import FetchRefused, UsageError
from hoedong.fetch.limits import user_agent
from hoedong.fetch.web_address import parse_web_address
from hoedong.watch.plan import Kind

PERIOD = re.compile(r"([1-9]\d{0,3})([mhd])")
_MOST_AT_ONCE = 200

Check = Callable[[Any], str | None]
"""What is wrong with a value, None if nothing is."""


def _text(value: Any) -> str | None:
    return None if isinstance(value, str) and value.strip() else "must be a text in quotation marks"


def _line(value: Any) -> str | None:
    is_right = _text(value) is None and value.isprintable()
    return None if is_right else "must be one line of text"


def _texts(value: Any) -> str | None:
    is_right = isinstance(value, list) and all(_text(one) is None for one in value)
    return None if is_right else 'must be a list of texts: ["…", "…"]'


def _pairs(value: Any) -> str | None:
    is_right = isinstance(value, list) and all(_texts(one) is None and len(one) == 2 for one in value)
    return None if is_right else 'must be a list of pairs: [["…", "…"]]'


def _flag(value: Any) -> str | None:
    return None if isinstance(value, bool) else "must be true or false"


def _period(value: Any) -> str | None:
    is_right = isinstance(value, str) and PERIOD.fullmatch(value)
    return None if is_right else 'must be minutes, hours or days, such as "15m", "2h" or "1d"'


def _count(value: Any) -> str | None:
    is_right = isinstance(value, int) and not isinstance(value, bool) and 1 <= value <= _MOST_AT_ONCE
    return None if is_right else f"must be a number from 1 to {_MOST_AT_ONCE}"


def _address(value: Any) -> str | None:
    if _text(value):
        return _text(value)
    try:
        parse_web_address(value)
    except FetchRefused as error:
        return str(error)
    return None


def _contact(value: Any) -> str | None:
    if _text(value):
        return _text(value)
    try:
        user_agent(value)
    except UsageError as error:
        return str(error)
    return None


def _tables(value: Any) -> str | None:
    is_right = isinstance(value, list) and value and all(isinstance(one, dict) for one in value)
    return None if is_right else "must be tables: [[source]]"


def _table(value: Any) -> str | None:
    return None if isinstance(value, dict) else "must be a table"


PLAN: Mapping[str, Check] = {
    "people": _texts,
    "pairs": _pairs,
    "contact": _contact,
    "every": _period,
    "source": _tables,
    "report": _table,
}
SOURCE: Mapping[str, Check] = {
    "name": _text,
    **dict.fromkeys(map(str, Kind), _address),
    "every": _period,
    "links": _texts,
    "most": _count,
}
REPORT: Mapping[str, Check] = {"jsonl": _text, "mail": _table, "webhook": _table}
MAIL: Mapping[str, Check] = {"folder": _text, "from": _line, "to": _line}
WEBHOOK: Mapping[str, Check] = {"url": _address, "allow_private": _flag}
