"""Which judgements make sense: what can be decided of what, and what a property can be."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from hoedong.model.account import VerdictKind
from hoedong.model.encounter import Mode, Status
from hoedong.model.judgement import JudgementSubject, JudgementVerb
from hoedong.model.time import PartialDate

_PAIRED = (JudgementVerb.SAME, JudgementVerb.DIFFERENT, JudgementVerb.UNSURE)
_PAIRABLE = (JudgementSubject.PERSON, JudgementSubject.ORGANISATION, JudgementSubject.ENCOUNTER)
_REVIEWABLE = (JudgementSubject.ENCOUNTER, JudgementSubject.REPORT)
_COUNTRY_LETTERS = 2


def _date(value: str) -> None:
    """A date as encounters have it: `2024-06`, or a period of two, `2024-06-11/2024-06-13`."""
    first, slash, last = value.partition("/")
    try:
        is_period = PartialDate.parse(first).first_day() <= PartialDate.parse(last if slash else first).last_day()
    except ValueError:
        is_period = False
    if not is_period:
        allowed = "expected a year, month or day, or a period of two: 2024-06, 2024-06-11/2024-06-13"
        raise ValueError(f"{value!r} is no date of an encounter; {allowed}")


def _country(value: str) -> None:
    if len(value) != _COUNTRY_LETTERS or not (value.isascii() and value.isupper()):
        raise ValueError(f"{value!r} is no country; expected two capital letters of ISO 3166-1, such as KR")


def _any_words(value: str) -> None:
    if not value.strip():
        raise ValueError("a value is missing")


_VALUES: Mapping[JudgementSubject, Mapping[str, Callable[[str], object]]] = {
    JudgementSubject.ENCOUNTER: {
        "date": _date, "status": Status, "mode": Mode,
        "place": _any_words, "city": _any_words, "country": _country,
    },
    JudgementSubject.CLAIM: {"verdict": VerdictKind},
}  # fmt: skip
"""What a value of each property has to pass; a `ValueError` says what is allowed."""


def require_sense(
    subject: JudgementSubject, verb: JudgementVerb, right: str | None, name: str | None, value: str | None
) -> None:
    """Refuse a judgement that decides nothing.

    Raises:
        ValueError: the message says what is wrong and what is allowed.
    """
    if verb in _PAIRED and (subject not in _PAIRABLE or right is None):
        raise ValueError(f"{verb} takes two people, organisations or encounters")
    if verb in (JudgementVerb.ACCEPT, JudgementVerb.REJECT) and subject not in _REVIEWABLE:
        raise ValueError(f"{verb} takes an encounter or a report")
    if verb is JudgementVerb.SET_VALUE:
        allowed = _VALUES.get(subject, {})
        if name is None or name not in allowed:
            known = ", ".join(allowed) or "nothing"
            raise ValueError(f"of {subject} one can set {known}, not {name}")
        allowed[name](value or "")
