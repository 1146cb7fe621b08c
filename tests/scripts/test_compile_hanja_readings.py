"""The tables of Hanja readings are what their script makes."""

import pytest

from script_module import load_script


@pytest.fixture(scope="module")
def compiler():
    """The script as a module; skipped where the package it compiles from is missing."""
    pytest.importorskip("hanja")
    return load_script("compile_hanja_readings")


def test_committed_tables_are_those_the_script_makes(compiler):
    """Compiling again changes no byte."""
    assert compiler.readings() == (compiler.NAMES / "hanja_readings.tsv").read_text(encoding="utf-8")
    assert compiler.syllables() == (compiler.NAMES / "sino_korean_syllables.txt").read_text(encoding="utf-8")


def test_repertoire_is_that_of_the_first_block(compiler):
    """The first block of unified ideographs holds 20,902, and all have a reading."""
    assert len(list(compiler.repertoire())) == 20902
