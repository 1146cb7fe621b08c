"""Languages by code, and their folders."""

from __future__ import annotations

import pytest

from hoedong.errors import UnknownLanguage
from hoedong.lang.folder import data_files, language_codes, language_folder, rule_places
from hoedong.lang.registry import is_readable, load_language, readable_codes


def test_every_folder_is_a_language() -> None:
    """A language is one more folder; Korean can be read with, English has its page layout alone."""
    assert {"en", "ko"} <= set(language_codes())
    assert "ko" in readable_codes()
    assert not is_readable("en")
    assert not is_readable("tlh")


def test_a_language_knows_its_code() -> None:
    """The object of a folder bears the name of the folder, and is made once."""
    assert load_language("ko").code == "ko"
    assert load_language("ko") is load_language("ko")


@pytest.mark.parametrize("ask", [load_language, language_folder, lambda code: list(data_files(code, "rules", ".toml"))])
def test_an_unknown_code_is_refused(ask: object) -> None:
    """Whoever asks for a language that has no folder hears which there are."""
    assert callable(ask)
    with pytest.raises(UnknownLanguage, match="ko"):
        ask("tlh")


def test_data_files_come_by_name() -> None:
    """Files of one kind come in the order of their names, and none where there is no such folder."""
    names = [file.name for file in data_files("ko", "rules", ".toml")]

    assert names == sorted(names)
    assert "encounter.toml" in names
    assert list(data_files("ko", "nothing", ".toml")) == []


def test_every_rule_has_a_place_and_a_gloss() -> None:
    """An id leads to file and line, and to what the rule says."""
    place = rule_places("ko")["ko.meet.object"]

    assert place.location.startswith("ko/rules/encounter.toml:")
    assert place.gloss == "X가 Y를 만나다"
