from __future__ import annotations

import re

import pytest

from hoedong.http.pages.messages import catalogue_file, translations
from hoedong.http.pages.reasons import known_reasons, reason_words
from hoedong.resolve.encounters.features import FEATURES
from hoedong.resolve.people.weights import WEIGHTS
from script_module import load_script

SCRIPT = load_script("extract_messages")
_PLACES = re.compile(r"%\(\w+\)[sd]|\{\w+\}")


@pytest.mark.parametrize("lang", ["ko", "en"])
def test_no_message_is_left_untranslated(lang: str) -> None:
    """Each catalogue holds exactly the messages of the pages, each with words in every form."""
    catalogue = SCRIPT.updated(lang, SCRIPT.extract_messages())
    assert not [message.id for message in catalogue if message.id and not SCRIPT.is_translated(message)]
    assert SCRIPT.written(catalogue) == catalogue_file(lang).read_bytes(), "run scripts/extract_messages.py"


def test_a_translation_keeps_what_is_filled_in() -> None:
    """The places for names and numbers are the same in both languages."""
    for message in SCRIPT.updated("ko", SCRIPT.extract_messages()):
        ids = message.id if isinstance(message.id, tuple) else (message.id,)
        forms = message.string if isinstance(message.string, tuple) else (message.string,)
        for form in forms if message.id else ():
            assert sorted(_PLACES.findall(form)) == sorted(_PLACES.findall(ids[-1])), message.id


def test_numbers_take_their_form() -> None:
    """English tells one from many; Korean does not."""
    one, many = "%(num)d report", "%(num)d reports"
    assert [translations("en").ngettext(one, many, n) for n in (1, 2)] == [one, many]
    assert len({translations("ko").ngettext(one, many, n) for n in (0, 1, 2)}) == 1


def test_every_feature_has_a_name_in_words() -> None:
    """What speaks for or against two being one is named in both languages."""
    names = {feature.__name__ for feature, _ in WEIGHTS} | {feature.__name__ for feature in FEATURES}
    assert names <= known_reasons()


def test_a_reason_keeps_its_numbers() -> None:
    """A reason with numbers in it is said with the same numbers; an unknown one is left."""
    assert reason_words("2 of 3 independent sources say so", "ko") == "독립 출처 3곳 가운데 2곳이 말함"
    assert reason_words("because", "ko") == "because"
