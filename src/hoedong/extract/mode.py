"""Mode: in person, over a line, or only at the same occasion."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from hoedong.extract.words import Trigger
from hoedong.model.clause import Case
from hoedong.model.encounter import Mode
from hoedong.rules.lexicon_file import load_lexicon

_MEANS = (Case.BY, Case.BARE)


@cache
def remote_words(lang: str) -> frozenset[str]:
    """Words of means over a distance: 화상, 전화."""
    rows = load_lexicon(files(f"hoedong.lang.{lang}") / "lexicon" / "remote_words.tsv", ("form",))
    return frozenset(row["form"] for row in rows)


def read_mode(trigger: Trigger, lang: str) -> Mode:
    """The mode of a trigger: remote where a word beside it says so ("화상으로 만나", "화상 면담"), else its own."""
    remote = remote_words(lang)
    phrases = list(trigger.predicate.phrases(*_MEANS)) if trigger.predicate is not None else []
    if trigger.noun is not None:
        phrases.append(trigger.noun)
    if any(word in remote for phrase in phrases for word in phrase.words):
        return Mode.REMOTE
    return trigger.word.mode or Mode.CO_ATTENDANCE
