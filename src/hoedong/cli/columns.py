"""The option by which a user says what the columns of a table hold."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import click

from hoedong.ingest.formats.columns import FIELDS


class ColumnsType(click.ParamType[Mapping[str, str]]):
    """`text=본문,title=제목` as headers by field."""

    name = "columns"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Mapping[str, str]:
        """The headers by field; a header that holds a comma cannot be named."""
        if not isinstance(value, str):
            return dict(value)
        if not value:
            return {}
        columns: dict[str, str] = {}
        for part in value.split(","):
            field, equals, header = (piece.strip() for piece in part.partition("="))
            if not equals or not header or field not in FIELDS or field in columns:
                self.fail(f"{part!r} is no field=header; fields are {', '.join(FIELDS)}, each once", param, ctx)
            columns[field] = header
        return columns


columns_option = click.option(
    "--columns",
    type=ColumnsType(),
    metavar="FIELD=HEADER,...",
    default="",
    help="What the columns of a table hold: text=본문,title=제목; common headers are known.",
)
