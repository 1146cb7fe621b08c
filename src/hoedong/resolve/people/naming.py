"""The name under which a document presents a person: a full name, a surname, a name with a title."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import takewhile

from hoedong.lang.folder import language_folder
from hoedong.names.hangul import is_hangul, is_sino_korean_syllable
from hoedong.names.hanja import read_hanja
from hoedong.names.parts import split_name
from hoedong.names.surnames import surname_of, surname_spellings, surnames_spelled
from hoedong.names.table import table_rows
from hoedong.resolve.people.titles import is_title, split_leading_title
from hoedong.resolve.tables import load_table
from hoedong.rules.lexicon_file import load_lexicon

_SURNAME_POSITION = -1


@dataclass(frozen=True, slots=True)
class PersonName:
    """A name, read: "李 회장" is (이, title 회장, surname alone), "Mrs Reagan" is (Reagan, address married).

    `title` is the title that stood in the name, None without. `is_surname` is True of a Korean surname alone, which
    tells nothing without an organisation. `is_korean` is True of a name made like a Korean one, which two people may
    well share; `is_common` of a foreign name with a surname that very many bear. `address` is "wife" (여사: the name
    is her own) or "married" (Mrs: a full name too may be her husband's), None without such a form.
    """

    text: str
    title: str | None = None
    is_surname: bool = False
    is_korean: bool = False
    is_common: bool = False
    address: str | None = None


@lru_cache(maxsize=65536)
def read_person_name(written: str) -> PersonName:
    """Read a name as a document gives it.

    >>> read_person_name("李 회장")
    PersonName(text='이', title='회장', is_surname=True, is_korean=True, is_common=False, address=None)
    """
    text = " ".join(unicodedata.normalize("NFC", written).split())
    text, form = _without_address(text)
    text, title = title_in_name(text)
    text = _in_hangul(text)
    return PersonName(
        text,
        title,
        is_surname=is_surname(text),
        is_korean=is_korean_name(text),
        is_common=_is_common(text),
        address=None if form == "courtesy" else form,
    )


def _in_hangul(text: str) -> str:
    """A name in Hanja, or with a surname in Hanja, by its Korean reading, 金 as the surname; others as they stand."""
    hanja = "".join(takewhile(lambda letter: not is_hangul(letter), text))
    rest = text[len(hanja) :]
    read = read_hanja(hanja) if is_hangul(rest) or not rest else None
    if read is None:
        return text
    return "김" + read[1:] + rest if hanja.startswith("金") else read + rest


def _without_address(text: str) -> tuple[str, str | None]:
    """A name without its form of address, and of what kind that was: "Mrs Reagan", "이 여사"."""
    words = text.split()
    if len(words) > 1 and (kind := _forms_of_address().get(words[0].casefold())):
        return " ".join(words[1:]), kind
    if len(words) > 1 and (kind := _forms_of_address().get(words[-1])):
        return " ".join(words[:-1]), kind
    return text, None


def title_in_name(text: str) -> tuple[str, str | None]:
    """A name and the title in it: ("베버", "회장"), ("김", "대통령"); None where there is none."""
    name, _, last = text.rpartition(" ")
    if name and is_title(last):
        return name, last
    head, rest = text[:1], text[1:]
    if head and is_surname(_in_hangul(head)) and is_title(rest):
        return head, rest
    return split_leading_title(text)


@cache
def _forms_of_address() -> Mapping[str, str]:
    return {row["form"]: row["kind"] for row in load_table("people", "honorifics.tsv", "form", "kind")}


def is_surname(text: str) -> bool:
    """Whether a text is a Korean surname and nothing else, in Hangul or Latin letters."""
    return text in surname_spellings() or text.casefold() in surnames_spelled()


@lru_cache(maxsize=65536)
def is_korean_name(text: str) -> bool:
    """Whether a name is made like a Korean one: a surname, and syllables that a Hanja can be read with.

    >>> is_korean_name("이가나"), is_korean_name("트럼프"), is_korean_name("Lee Ga-na"), is_korean_name("노")
    (True, False, True, True)
    """
    if is_surname(text):
        return True
    if not is_hangul(text):
        return bool(split_name(text).latin)
    surname = surname_of(text)
    return surname is not None and all(is_sino_korean_syllable(syllable) for syllable in text[len(surname) :])


def korean_surname(name: str) -> str | None:
    """The surname of a Korean name in Hangul, also where it stands alone; None of any other name.

    >>> korean_surname("이가람"), korean_surname("이"), korean_surname("트럼프")
    ('이', '이', None)
    """
    if is_surname(name):
        return name
    return surname_of(name) if is_korean_name(name) else None


@cache
def _given_names() -> frozenset[str]:
    """Given names of foreigners in Hangul and in small Latin letters; family names that stand first left out."""
    rows = load_lexicon(language_folder("ko") / "lexicon" / "foreign_given_names.tsv", ("name", "language"))
    in_hangul = {row["name"] for row in rows if "family names" not in row["language"]}
    latin = {form.casefold() for row in table_rows("given_names") for form in (row["name"], *row["short"].split())}
    return frozenset(in_hangul | latin)


def is_given_name(word: str) -> bool:
    """Whether a word is a foreigner's given name, which newspapers do not use alone.

    >>> is_given_name("앤드루"), is_given_name("Andrew"), is_given_name("아베")
    (True, True, False)
    """
    return word.casefold() in _given_names()


@cache
def _common_surnames() -> frozenset[str]:
    rows = load_table("people", "common_surnames.tsv", "surname", "hangul")
    return frozenset(name.casefold() for row in rows for name in row.values() if name)


def _is_common(text: str) -> bool:
    words = text.casefold().split()
    return bool(words) and words[_SURNAME_POSITION] in _common_surnames()


def telling_words(name: str) -> tuple[str, ...]:
    """The words of a name that a newspaper may use alone: not a foreigner's given name, unless it stands last.

    >>> telling_words("Andrew Marlowe"), telling_words("아베 신조"), telling_words("Shinzo Abe")
    (('Marlowe',), ('아베', '신조'), ('Shinzo', 'Abe'))
    """
    words = name.split()
    return tuple(word for word in words[:-1] if not is_given_name(word)) + tuple(words[-1:])
