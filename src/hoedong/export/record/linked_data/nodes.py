"""What all JSON-LD nodes share: addresses and dates."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

from hoedong.model.account import Encounter
from hoedong.model.time import DateInterval, PartialDate

Json = dict[str, Any]


def urn(kind: str, id_: str) -> str:
    """The address of a noun of the record: `urn:hoedong:person:d1%3A한…`, percent-encoded."""
    return f"urn:hoedong:{kind}:{quote(id_, safe='', errors='replace')}"


def without_unknown(node: Json) -> Json:
    """The node without what is unknown: None, and empty words and lists."""
    return {key: value for key, value in node.items() if value not in (None, "", [], {}, ())}


def date_literal(date: PartialDate | None) -> Json | None:
    """A date as a literal of its own precision."""
    if date is None:
        return None
    type_ = "xsd:gYear" if date.month is None else "xsd:gYearMonth" if date.day is None else "xsd:date"
    return {"@value": str(date), "@type": type_}


def period_literals(when: DateInterval | None) -> Json:
    """Start, end and EDTF of a date; of a single date start and end are the same."""
    if when is None:
        return {}
    return {"startDate": date_literal(when.start), "endDate": date_literal(when.end), "edtf": when.edtf}


def place_node(name: str | None, city: str | None, country: str | None) -> Json | None:
    """A place by its words, with town and country."""
    address = without_unknown({"addressLocality": city, "addressCountry": country})
    described = without_unknown({"name": name, "address": address and {"@type": "PostalAddress", **address}})
    return {"@type": "Place", **described} if described else None


def place_of(encounter: Encounter) -> Json | None:
    """Where people met."""
    return place_node(encounter.place, encounter.city, encounter.country)
