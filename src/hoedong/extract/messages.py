"""Messages: whose letter or greeting was handed over was not there: "한 특사는 [오 대통령의] 친서를 전했다"."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from hoedong.model.clause import Case, ClauseStructure
from hoedong.rules.lexicon_file import load_lexicon


def authors(structure: ClauseStructure, lang: str) -> frozenset[str]:
    """The people whose message a sentence speaks of, and of whom it says nothing else."""
    owned = [
        phrase
        for phrase in structure.phrases
        if phrase.case is Case.OF and phrase.people and _head_behind(structure, phrase.order) in _messages(lang)
    ]
    others = {person for phrase in structure.phrases if phrase not in owned for person in phrase.people}
    return frozenset(person for phrase in owned for person in phrase.people if person not in others)


def _head_behind(structure: ClauseStructure, order: int) -> str:
    return next((phrase.head for phrase in structure.phrases if phrase.order == order + 1), "")


@cache
def _messages(lang: str) -> frozenset[str]:
    rows = load_lexicon(files(f"hoedong.lang.{lang}") / "lexicon" / "message_words.tsv", ("form",))
    return frozenset(row["form"] for row in rows)
