"""The words of a brief in Korean or English, by the table words.tsv."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files

from hoedong.errors import UnknownLanguage
from hoedong.model.entity import PersonEntity
from hoedong.model.person import PositionStatus
from hoedong.model.time import DateInterval, PartialDate
from hoedong.rules.lexicon_file import load_lexicon

LANGUAGES = ("ko", "en")
UNKNOWN = "–"
_DURATION = re.compile(r"P(?:\d+[YMWD])+", re.ASCII)
_FIELD = re.compile(r"\\{(\w+)\\}")


@cache
def _table(lang: str) -> Mapping[str, str]:
    rows = load_lexicon(files("hoedong.export.brief") / "words.tsv", ("key", *LANGUAGES))
    return {row["key"]: row[lang] for row in rows}


@cache
def _note_patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The English templates of notes as patterns, by their keys."""
    notes = ((key, words) for key, words in _table("en").items() if key.startswith("note."))
    return tuple((key, re.compile(_FIELD.sub(r"(?P<\1>.+)", re.escape(words)))) for key, words in notes)


class Wording:
    """Phrases of one language."""

    def __init__(self, lang: str) -> None:
        """The phrases of a language.

        Raises:
            UnknownLanguage: there are none in that language.
        """
        if lang not in LANGUAGES:
            raise UnknownLanguage(f"no brief in {lang!r}; there are {', '.join(LANGUAGES)}")
        self.lang = lang
        self._words = _table(lang)

    def __call__(self, key: str, **fields: object) -> str:
        """The phrase of a key, filled in; where `count` is 1, the phrase for one if there is one."""
        single = self._words.get(f"{key}.1") if fields.get("count") == 1 else None
        return (single or self._words[key]).format(**fields)

    def date(self, date: PartialDate | None) -> str:
        """A date at its own precision: 2025년 9월 10일(수)."""
        if date is None:
            return self("undated")
        precision = "day" if date.day else "month" if date.month else "year"
        weekday = self(f"weekday.{date.first_day().weekday()}")
        return self(f"date.{precision}", year=date.year, month=date.month, day=date.day, weekday=weekday)

    def interval(self, interval: DateInterval | None) -> str:
        """A date or a period."""
        return self("undated") if interval is None else self.period(interval.start, interval.end)

    def period(self, start: PartialDate | None, end: PartialDate | None) -> str:
        """A period of which either end may be unknown."""
        if start == end:
            return self.date(start)
        sides = [UNKNOWN if date is None else self.date(date) for date in (start, end)]
        return self("date.period", start=sides[0], end=sides[1])

    def name(self, person: PersonEntity | None) -> str:
        """A name in the script of the language where there is one."""
        if person is None:
            return UNKNOWN
        return (person.latin or person.name) if self.lang == "en" else person.name

    def names(self, people: Iterable[PersonEntity | None]) -> str:
        """Names in a row."""
        return ", ".join(self.name(person) for person in people)

    def introduction(self, person: PersonEntity | None) -> str:
        """Name and present post: 벤 카터 오르카AI CEO."""
        posts = () if person is None else person.positions
        post = next((one for one in posts if one.status is PositionStatus.CURRENT), None)
        return " ".join(part for part in (self.name(person), post and post.organisation, post and post.title) if part)

    def length(self, duration: str) -> str:
        """An ISO 8601 duration in words: P1Y4M is 1년 4개월; any other text is left as it is."""
        if not _DURATION.fullmatch(duration):
            return duration
        parts = re.findall(r"(\d+)([YMWD])", duration)
        return " ".join(self(f"length.{unit}", count=int(number)) for number, unit in parts)

    def note(self, note: str) -> str:
        """The note of a verdict, which is in English, sentence by sentence; what has no translation is left."""
        return "; ".join(self._sentence(part) for part in note.split("; "))

    def _sentence(self, sentence: str) -> str:
        for key, pattern in _note_patterns():
            match = pattern.fullmatch(sentence)
            if match:
                fields = match.groupdict()
                return self(key, **{name: self._field(name, value) for name, value in fields.items()})
        return sentence

    def _field(self, name: str, value: str) -> str:
        """What stands in a note: a verdict by its name, dates with those that are unknown."""
        if name == "kind":
            return self(f"verdict.{value}")
        if name == "dates":
            return ", ".join(self("undated") if date == "undated" else date for date in value.split(", "))
        return value
