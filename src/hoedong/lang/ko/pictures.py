"""Pictures: lines outside captions that say who is seen in one."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

from hoedong.model.span import Span
from hoedong.rules.lexicon_file import load_lexicon


def describes_picture(text: str, line: Span) -> bool:
    """Whether a line tells who stands where in a picture: 한도윤 회장(왼쪽)이 …, [포토] ….

    >>> describes_picture("한도윤 회장(오른쪽 두 번째)이 웃고 있다", Span(0, 23)), describes_picture("한 회장이 웃었다", Span(0, 9))
    (True, False)
    """
    opening = text.startswith(_BRACKETS, line.start) and _picture_heads().match(text, line.start, line.end)
    return bool(opening) or _places_in_picture().search(text, line.start, line.end) is not None


_BRACKETS = ("[", "<", "(", "【")


@cache
def _picture_heads() -> re.Pattern[str]:
    return re.compile(r"[\[<(【](?:포토|화보|사진)[^\])>】]{0,8}[\])>】]")


@cache
def _places_in_picture() -> re.Pattern[str]:
    rows = load_lexicon(files("hoedong.lang.ko") / "lexicon" / "caption_positions.tsv", ("word",))
    positions = "|".join(sorted((re.escape(row["word"]) for row in rows), key=lambda word: (-len(word), word)))
    return re.compile(rf"\((?:{positions})(?: [가-힣]{{1,3}}){{0,2}}\)")
