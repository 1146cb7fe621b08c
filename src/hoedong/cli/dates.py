"""Dates as a user writes them on the command line."""

from __future__ import annotations

import click

from hoedong.model.edtf import ALLOWED, parse_edtf
from hoedong.model.time import PartialDate


class DateType(click.ParamType[PartialDate]):
    """A calendar date of day, month or year precision."""

    name = "date"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> PartialDate:
        """Read `2024-06-13`, `2024-06` or `2024`."""
        if isinstance(value, PartialDate):
            return value
        try:
            return PartialDate.parse(str(value))
        except ValueError as error:
            self.fail(str(error), param, ctx)


class EdtfType(click.ParamType[str]):
    """A date or period in EDTF, kept as it is written."""

    name = "edtf"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Check `2024`, `2024-06`, `2024-21`, `2024-06-1X`, `2024-06-11/2024-06-13` …"""
        try:
            return parse_edtf(str(value)).text
        except ValueError as error:
            told = str(error)
            self.fail(told if ALLOWED in told else f"{told}; allowed are {ALLOWED}", param, ctx)
