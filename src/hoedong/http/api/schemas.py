"""JSON Schema of the nouns, made from the types of their fields: what `export.record.plain` turns them into."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from hoedong.model.account import Citation
from hoedong.model.time import DateInterval, PartialDate

Schema = dict[str, Any]
REFERENCE = "#/components/schemas/"

_TEXT: Schema = {"type": "string"}
_MAYBE_TEXT: Schema = {"type": ["string", "null"]}
_OFFSET: Schema = {"type": "integer", "minimum": 0}
_SIMPLE: Mapping[Any, Schema] = {
    str: _TEXT,
    int: {"type": "integer"},
    float: {"type": "number"},
    bool: {"type": "boolean"},
    NoneType: {"type": "null"},
    PartialDate: {"type": "string", "description": "A day, month or year.", "examples": ["2026-03-11"]},
    DateInterval: {"type": "string", "description": "EDTF.", "examples": ["2026-03-11/2026-03-13"]},
}

CITATION: Schema = {
    "type": "object",
    "description": "Words of a document: offsets are code points of its text, half open; `exact`, `prefix` and `suffix`"
    " are those of the W3C Web Annotation model. They are null where the record no longer has the document.",
    "properties": {
        "document": _TEXT,
        "start": _OFFSET,
        "end": _OFFSET,
        "text": _MAYBE_TEXT,
        "rule": {**_TEXT, "description": "The rule that read them."},
        "exact": _MAYBE_TEXT,
        "prefix": _MAYBE_TEXT,
        "suffix": _MAYBE_TEXT,
    },
    "required": ["document", "start", "end", "text", "rule", "exact", "prefix", "suffix"],
}


class Schemas:
    """Schemas of types; every noun becomes a component that others refer to."""

    def __init__(self) -> None:
        self.components: dict[str, Schema] = {"Citation": CITATION}

    def of(self, hint: Any) -> Schema:
        """The schema of a type: a noun, a list or a union of them, or a schema that is written out already."""
        if isinstance(hint, dict):
            return hint
        if hint in _SIMPLE:
            return _SIMPLE[hint]
        if get_origin(hint) in (Union, UnionType):
            return {"anyOf": [self.of(part) for part in get_args(hint)]}
        if get_origin(hint) in (tuple, list):
            return {"type": "array", "items": self.of(get_args(hint)[0])}
        if isinstance(hint, type) and issubclass(hint, Enum):
            return {"type": "string", "enum": [str(one) for one in hint]}
        if hint is Citation or is_dataclass(hint):
            return self._noun(hint)
        return {}

    def _noun(self, noun: Any) -> Schema:
        name = noun.__name__
        if name not in self.components:
            self.components[name] = {}  # for a noun that holds others of its kind
            hints = get_type_hints(noun)
            parts = {field.name: self.of(hints[field.name]) for field in fields(noun)}
            self.components[name] = entity(parts, (noun.__doc__ or "").partition("\n")[0])
        return {"$ref": REFERENCE + name}


def entity(parts: Mapping[str, Schema], description: str = "") -> Schema:
    """An object all of whose parts are always there."""
    about = {"description": description} if description else {}
    return {"type": "object", **about, "properties": dict(parts), "required": list(parts)}
