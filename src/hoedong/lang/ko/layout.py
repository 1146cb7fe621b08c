"""The layout rules of Korean news pages, loaded once."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from hoedong.rules.layout_rules import LayoutRules, compile_layout_rules
from hoedong.rules.lexicon_file import load_lexicon
from hoedong.rules.rule_file import load_rules

_LEXICONS = {
    "outlet_suffix": ("outlet_suffixes.tsv", "suffix"),
    "agency": ("agencies.tsv", "name"),
    "reporter": ("reporter_titles.tsv", "title"),
    "desk": ("newsroom_desks.tsv", "desk"),
    "credit": ("credit_words.tsv", "word"),
    "stamp": ("stamp_words.tsv", "word"),
    "button": ("page_buttons.tsv", "word"),
    "section": ("page_sections.tsv", "word"),
}


@cache
def layout_rules() -> LayoutRules:
    """The compiled rules of `rules/layout.toml` with the word lists that they name."""
    folder = files("hoedong.lang.ko")
    words = {
        name: tuple(row[column] for row in load_lexicon(folder / "lexicon" / file, (column,)))
        for name, (file, column) in _LEXICONS.items()
    }
    return compile_layout_rules(load_rules(folder / "rules" / "layout.toml"), words)
