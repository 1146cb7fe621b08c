"""The contract of a view, kept by the record in memory that other tests read."""

from __future__ import annotations

from dataclasses import replace

import pytest

from invented_record import HELD, RECORD, MemoryView
from record_view_contract import assert_keeps_the_contract


def test_the_invented_record_keeps_the_contract() -> None:
    """The record that the tests of exports read is a faultless view."""
    assert_keeps_the_contract(RECORD)
    assert_keeps_the_contract(MemoryView())


def test_the_contract_can_be_broken() -> None:
    """A view that yields one encounter twice does not keep the contract."""
    with pytest.raises(AssertionError):
        assert_keeps_the_contract(replace(RECORD, meetings=(HELD, HELD)))
