"""One FollowTheMoney entity: its id, and values that pass that model's own cleaning unchanged."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from hashlib import sha256
from typing import Any

from hoedong.export.record.web_address import web_address
from hoedong.model.time import DateInterval

Entity = dict[str, Any]
Values = Iterable[str | None] | str | None

_NAMES = {"name", "alias"}
_NOT_IN_IDS = re.compile(r"[^0-9A-Za-z]")
_LONGEST_ID = 200
_LONGEST_NAME = 300
_COMMAS = re.compile(r"(?:ESQ\.?,|<BR/?>|[,;])(?:\s*(?:ESQ\.?,|<BR/?>|[,.;]))*\s*")
"""What FollowTheMoney takes for a break between the lines of an address."""
_SPACE_CONTROLS = "\t\n\r\x0b\x0c"


def identifier(kind: str, *parts: str | None) -> str:
    """A prefixed id; all but Latin letters and digits is written as the hexadecimal numbers of its bytes.

    FollowTheMoney allows 200 characters; a longer id is replaced by its digest.

    >>> identifier("person", "d1:한")
    'hd-person-d1.3a.ed.95.9c'
    """
    whole = "-".join(["hd", kind, *(_NOT_IN_IDS.sub(_escaped, part or "") for part in parts)])
    return whole if len(whole) <= _LONGEST_ID else f"hd-{kind}-{sha256(whole.encode()).hexdigest()}"


def _escaped(match: re.Match[str]) -> str:
    return "".join(f".{byte:02x}" for byte in match.group().encode("utf-8", "surrogatepass"))


def entity(schema: str, id: str, properties: dict[str, Values]) -> Entity:  # noqa: A002 - the word of the model
    """An entity; values that are None or empty are left out, and so are properties without a value.

    A name of which cleaning leaves nothing is replaced by the id, since the model requires one.
    """
    cleaned = {name: clean_values(name, values) for name, values in properties.items()}
    if cleaned.get("name") == []:
        cleaned["name"] = [id]
    return {"id": id, "schema": schema, "properties": {name: values for name, values in cleaned.items() if values}}


def clean_values(name: str, values: Values) -> list[str]:
    """The values of a property as FollowTheMoney would have them, each once."""
    given = [values] if isinstance(values, str) or values is None else values
    cleaned = (_clean(name, value) for value in given if value is not None)
    return list(dict.fromkeys(value for value in cleaned if value))


def _clean(name: str, value: str) -> str | None:
    if name == "sourceUrl":
        return web_address(value)
    text = one_line(value)
    if name in _NAMES:
        return _unquoted(text)[:_LONGEST_NAME].strip()
    return _COMMAS.sub(", ", text).strip(", ") if name == "location" else text


def one_line(text: str) -> str:
    """NFC on one line, without control and format characters."""
    kept = "".join(_kept(character) for character in unicodedata.normalize("NFC", text))
    return " ".join(kept.split())


def _kept(character: str) -> str:
    category = unicodedata.category(character)
    if character in _SPACE_CONTROLS or category[0] == "Z":
        return " "
    return "" if category in {"Cc", "Cf", "Cs"} else character


def _unquoted(name: str) -> str:
    while len(name) > 1 and name[0] in "\"'" and name[-1] in "\"'":
        name = name[1:-1].strip()
    return "" if name in {'"', "'"} else name


def date_properties(period: DateInterval | None) -> dict[str, Values]:
    """A date as `date`, a period as `startDate` and `endDate`, each at its own precision."""
    if period is None:
        return {}
    if period.start == period.end:
        return {"date": str(period.start)}
    return {"startDate": str(period.start), "endDate": str(period.end)}
