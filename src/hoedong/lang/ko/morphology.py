"""Korean morphemes by Kiwi; the only module that imports kiwipiepy, and only when the first text is analysed."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from typing import TYPE_CHECKING

from hoedong.model.morpheme import Morpheme
from hoedong.model.span import Span

if TYPE_CHECKING:
    from kiwipiepy import Kiwi, Token


_new: Callable[[type[Morpheme], tuple[str, str, Span]], Morpheme] = tuple.__new__
_HANJA = re.compile(r"[\u2e80-\u2fdf\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
"""What Kiwi tags SH."""


@cache
def _kiwi() -> Kiwi:
    from kiwipiepy import Kiwi  # noqa: PLC0415 - loading takes seconds; `--help` must not wait for it

    return Kiwi(num_workers=1)


def analyse_morphemes(text: str, block: Span, names: Sequence[Span] = ()) -> tuple[Morpheme, ...]:
    """Find the morphemes of one block, each with its span in the document's text.

    `names` are spans inside the block that are kept whole as proper nouns (NNP): a name such as 로아웬 is otherwise
    cut into 로/아/웬. Kiwi's tags depend on the whole string it is given, so a block is analysed alone and page
    furniture cannot change the reading of a sentence.
    """
    fixed = [(span.start - block.start, span.end - block.start, "NNP") for span in names]
    tokens: Iterable[Token] = _kiwi().tokenize(
        text[block.start : block.end], _options(), z_coda=False, pretokenized=fixed or None
    )
    offset, bare_tag = block.start, _bare_tag
    found = [  # `Morpheme(…)` at a third of its time: a reading makes them by the thousand
        _new(Morpheme, (token.form, bare_tag(token.tag), Span(start := offset + token.start, start + token.len)))
        for token in tokens
    ]
    found = _with_whole_nouns(found, text)
    if _HANJA.search(text, block.start, block.end):  # few blocks
        found = _with_particles(found, text)
    return tuple(found)


_PARTICLES = {"은": "JX", "는": "JX", "이": "JKS", "가": "JKS", "을": "JKO", "를": "JKO", "의": "JKG"}
_NO_PARTICLE = frozenset({"NNG", "NNP", "NNB", "NR", "NP", "MM", "IC", "VCP"})


def _with_particles(parts: list[Morpheme], text: str) -> list[Morpheme]:
    """The parts with particles behind Hanja as such: 은 in 外務長官은 is no silver."""
    for index in range(1, len(parts)):
        form, tag, span = parts[index]
        before = parts[index - 1]
        if before[1] == "SH" and form in _PARTICLES and tag in _NO_PARTICLE and span.start == before[2].end:
            is_last = span.end >= len(text) or not text[span.end].isalnum()
            parts[index] = Morpheme(form, _PARTICLES[form], span) if is_last else parts[index]
    return parts


def _with_whole_nouns(parts: list[Morpheme], text: str) -> list[Morpheme]:
    """The parts with nouns whole that were cut behind a first syllable like a verb: 온디바이스, not 온 디바이스.

    An adnominal ending is followed by a blank; where a noun follows without one, the syllable belongs to the noun.
    """
    cut = [index for index, (_, tag, _) in enumerate(parts) if tag == "ETM" and _begins_a_noun(parts, index, text)]
    for index in reversed(cut):
        whole = parts[index - 1][2].cover(parts[index + 1][2])
        parts[index - 1 : index + 2] = [Morpheme(text[whole.start : whole.end], "NNG", whole)]
    return parts


def _begins_a_noun(parts: list[Morpheme], index: int, text: str) -> bool:
    if not 0 < index < len(parts) - 1:
        return False
    (_, _, verb), (_, _, ending), (_, tag, noun) = parts[index - 1 : index + 2]
    is_one_syllable = ending.end - verb.start == 1
    is_glued = noun.start == ending.end and len(noun) > 1 and tag in ("NNG", "NNP")
    return is_glued and is_one_syllable and (verb.start == 0 or text[verb.start - 1].isspace())


@cache
def _options() -> int:
    """Kiwi's own default with z_coda in it, which Kiwi would otherwise add anew for each block, by slow flags."""
    from kiwipiepy import Match  # noqa: PLC0415 - as above

    options: int = Match.ALL | Match.Z_CODA
    return options


@cache
def _bare_tag(tag: str) -> str:
    """The tag without its regularity: `VV-I` is `VV`."""
    return tag.partition("-")[0]
