"""Korean morphemes by Kiwi; the only module that imports kiwipiepy, and only when the first text is analysed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cache, partial
from typing import TYPE_CHECKING

from hoedong.model.morpheme import Morpheme
from hoedong.model.span import Span

if TYPE_CHECKING:
    from kiwipiepy import Kiwi, Token


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
    offset = block.start
    parts = [
        (token.form, _bare_tag(token.tag), Span(start := offset + token.start, start + token.len)) for token in tokens
    ]
    return tuple(map(_MORPHEME, parts))


_MORPHEME: Callable[[tuple[str, str, Span]], Morpheme] = partial(tuple.__new__, Morpheme)
"""`Morpheme._make` at a third of its time: a reading makes morphemes by the thousand."""


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
