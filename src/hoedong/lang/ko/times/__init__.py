"""Time expressions of Korean news: found by characters, resolved against the publication and the running text.

Rules are in `rules/time.toml`, words in `lexicon/time_*.tsv`; how to add an idiom stands at the head of the rule file.
"""

from __future__ import annotations

from hoedong.lang.ko.times.clues import find_clues
from hoedong.lang.ko.times.reading import find_time_expressions, recorded_value
from hoedong.lang.ko.times.stamps import find_stamps

__all__ = ["find_clues", "find_stamps", "find_time_expressions", "recorded_value"]
