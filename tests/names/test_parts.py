"""Names taken apart."""

from __future__ import annotations

import pytest

from hoedong.names.parts import split_name
from hoedong.names.script import Script, script_of
from hoedong.names.surnames import southern_form, surname_of


@pytest.mark.parametrize(
    ("name", "surname", "given"),
    [
        ("남궁민수", "남궁", "민수"),
        ("선우하람", "선우", "하람"),
        ("황보윤", "황보", "윤"),
        ("이하람", "이", "하람"),
        ("하람", "하", "람"),
        ("Lee Ha-ram", "lee", "haram"),
        ("Ha-ram Lee", "lee", "haram"),
        ("다나 김", "김", "다나"),
        ("저커버그", None, None),
        ("Mark Zuckerberg", None, None),
    ],
)
def test_surname_of_a_korean_name(name: str, surname: str | None, given: str | None) -> None:
    """Surname and given name are told apart where the name is Korean, and not guessed elsewhere."""
    parts = split_name(name)
    assert (parts.surname, parts.given) == (surname, given)


@pytest.mark.parametrize(
    ("name", "parts", "initials", "generation"),
    [
        ("Jay Y. Marlow", ("jay", "marlow"), "y", ""),
        ("J.D. Marlow", ("marlow",), "jd", ""),
        ("JD Marlow", ("marlow",), "jd", ""),
        ("Ursula von der Marlow", ("ursula", "vondermarlow"), "", ""),
        ("U Thein Marlow", ("thein", "marlow"), "", ""),
        ("Sir Keir Marlow", ("keir", "marlow"), "", ""),
        ("Donald Marlow Jr.", ("donald", "marlow"), "", "junior"),
        ("니콜 마로 주니어", ("니콜", "마로"), "", "junior"),
        ("찰스 3세", ("찰스",), "", "3"),
        ("Mrs Marlow", ("marlow",), "", "wife"),
        ("Mrs Nicole Marlow", ("nicole", "marlow"), "", ""),
        ("Nicole O’Dell", ("nicole", "odell"), "", ""),
        ("KIM HA RAM", ("kim", "ha", "ram"), "", ""),
        ("", (), "", ""),
    ],
)
def test_parts_of_a_name(name: str, parts: tuple[str, ...], initials: str, generation: str) -> None:
    """Initials, honorifics, particles and marks of generation are set apart from the parts of the name."""
    found = split_name(name)
    assert (found.parts, found.initials, found.generation) == (parts, initials, generation)


@pytest.mark.parametrize(
    ("name", "script"),
    [
        ("이하람", Script.HANGUL),
        ("李多溫", Script.HANJA),
        ("Žižka", Script.LATIN),
        ("조지 W. 마로", Script.MIXED),
        ("Жуков", Script.OTHER),
        ("たなか", Script.OTHER),
        ("123", Script.OTHER),
    ],
)
def test_script_of_a_name(name: str, script: Script) -> None:
    """The script is that of the letters; points and digits have none."""
    assert script_of(name) is script


def test_surnames_of_the_north() -> None:
    """리 is the surname 이 by the initial-sound law, and 리하람 begins with it."""
    assert surname_of("리하람") == "리"
    assert southern_form("리") == "이"
    assert southern_form("김") == "김"
