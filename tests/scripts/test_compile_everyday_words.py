"""The table of everyday words is what its script makes."""

import pytest

from script_module import load_script


@pytest.fixture(scope="module")
def compiler():
    """The script as a module; skipped where the model it compiles from is missing."""
    pytest.importorskip("kiwipiepy")
    return load_script("compile_everyday_words")


def test_committed_table_is_the_one_the_script_makes(compiler):
    """Compiling again changes no byte, with the version of the model that the file names."""
    committed = compiler.TARGET.read_text(encoding="utf-8")
    if compiler.table([]).splitlines()[1] != committed.splitlines()[1]:
        pytest.skip("another version of the model is installed")
    assert compiler.table([*compiler.words_of_kiwi(), *compiler.own_words()]) == committed


def test_full_names_are_told_from_other_words(compiler):
    """A surname and two syllables of given names could be a person, other words could not."""
    assert compiler.could_be_full_name("이지원")
    assert not compiler.could_be_full_name("정부군")


def test_words_by_hand_are_few_and_have_reasons(compiler):
    """The words by hand supplement the model; each says why it stands there."""
    words, reasons = (compiler.column(compiler.BY_HAND, name) for name in ("word", "reason"))
    assert len(words) == len(set(words)) < 300
    assert all(reasons)
