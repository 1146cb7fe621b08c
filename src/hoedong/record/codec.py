"""Frozen values of the model as JSON and back, by the types of their fields.

A field at its default is left out, an unknown key is passed over, so that a value written by an older or newer version
of the program can be read as long as its meaning has not changed. Spans are `[start, end]`, dates ISO 8601.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields, is_dataclass
from enum import Enum
from functools import cache, lru_cache
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from hoedong.model.span import Span
from hoedong.model.time import PartialDate

T = TypeVar("T")
Encoder = Callable[[Any], Any]
Decoder = Callable[[Any], Any]


def encode_value(value: object) -> str:
    """A value as one line of JSON."""
    return json.dumps(_encode(value), ensure_ascii=False, separators=(",", ":"))


def decode_value(kind: type[T], text: str | bytes) -> T:
    """Read a value of this class from its JSON.

    Raises:
        ValueError: the text is no JSON, or holds values that the class refuses.
        TypeError: fields without a default are missing.
    """
    hint: Any = kind
    return cast("T", _decoder(hint)(json.loads(text)))


def _encode(value: object) -> Any:
    kind: Any = type(value)
    return _encoder(kind)(value)


@cache
def _encoder(kind: Any) -> Encoder:
    if kind in (str, int, float, bool, NoneType):
        return lambda value: value
    if kind is Span:
        return lambda value: [value.start, value.end]
    if kind is PartialDate:
        return str
    if kind is tuple:
        return lambda value: [_encode(item) for item in value]
    if issubclass(kind, Enum):
        return lambda value: value.value
    if is_dataclass(kind):
        return _fields_encoder(kind)
    raise TypeError(f"{kind.__name__} is no value of the model")


def _fields_encoder(kind: Any) -> Encoder:
    defaults = [(field.name, _default(field)) for field in fields(kind)]

    def encode(value: Any) -> dict[str, Any]:
        found = {}
        for name, default in defaults:
            item = getattr(value, name)
            if item != default:
                found[name] = _encode(item)
        return found

    return encode


def _default(field: Any) -> Any:
    return field.default_factory() if field.default_factory is not MISSING else field.default


@cache
def _decoder(hint: Any) -> Decoder:
    """How to read a value that a field of this type holds."""
    origin, arguments = get_origin(hint), get_args(hint)
    if origin in (Union, UnionType):
        return _union_decoder(arguments)
    if origin is tuple:
        item = _decoder(arguments[0])
        return lambda value: tuple([item(one) for one in value])
    if hint is Span:
        return lambda value: Span(*value)
    if hint is PartialDate:
        return read_date
    if isinstance(hint, type) and issubclass(hint, Enum):
        return hint
    if isinstance(hint, type) and is_dataclass(hint):
        return _fields_decoder(hint)
    return lambda value: value


@lru_cache(maxsize=8192)
def read_date(text: str) -> PartialDate:
    """A date from ISO 8601; a record holds few days, each many times."""
    return PartialDate.parse(text)


def _union_decoder(arguments: tuple[Any, ...]) -> Decoder:
    """`X | None`, or a union of plain values such as `int | str`."""
    kinds = [argument for argument in arguments if argument is not NoneType]
    if len(kinds) > 1:
        return lambda value: value
    decode = _decoder(kinds[0])
    return lambda value: None if value is None else decode(value)


def _fields_decoder(kind: Any) -> Decoder:
    hints: Mapping[str, Any] = get_type_hints(kind)
    decoders = {field.name: _decoder(hints[field.name]) for field in fields(kind)}

    def decode(value: dict[str, Any]) -> Any:
        return kind(**{name: decoders[name](item) for name, item in value.items() if name in decoders})

    return decode
